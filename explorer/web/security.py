"""Headers on every response: nothing from elsewhere, nothing inline, no framing, no guessing of types.

And no answer to an address that is not ours: a page of somebody else's, whose name leads here, could read it all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

from flask import Flask, Response, request

from explorer.errors import ExplorerError

POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "img-src 'self' blob: data:",  # a picture that is made into a PNG
        "script-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
#: Of a picture that brings its own style and nothing else.
PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"

_STRANGE = (
    "These pages do not answer to the name '{host}'. If that is a name of yours for this server, set "
    "EXPLORER_HOSTS={host} where it is started; several names have commas between them."
)


class Misdirected(ExplorerError):
    """A request that came by a name which is not ours."""

    status = 421
    title = "Not at this address"


def register(app: Flask, hosts: Sequence[str]) -> None:
    """Add the headers to whatever the app answers, which it does only when called by one of the hosts, if any."""
    if hosts:
        app.before_request(_only_for(hosts))
    app.after_request(_protect)


# Not by Flask's TRUSTED_HOSTS: it refuses scripts and styles too, and before the page that refuses can link to any.
def _only_for(hosts: Sequence[str]) -> Callable[[], None]:
    names = {host.lower().strip("[]") for host in hosts}

    def check() -> None:
        called = urlsplit(f"//{request.host}").hostname
        # Scripts and styles are no secret, and the refusal is a page that needs them.
        if called not in names and request.endpoint != "static":
            raise Misdirected(_STRANGE.format(host=called or ""))

    return check


def _protect(response: Response) -> Response:
    response.headers.setdefault("Content-Security-Policy", POLICY)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "same-origin"
    return response
