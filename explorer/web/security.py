"""Headers on every response: nothing from elsewhere, nothing inline, no framing, no guessing of types.

And no answer to an address that is not ours: a page of somebody else's, whose name leads here, could read it all.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from flask import Flask, Response, request

from explorer.errors import ExplorerError

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

log = logging.getLogger(__name__)

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
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}

#: The name of a host, or its number, and a port.
_HOST = re.compile(r"(\[[0-9A-Fa-f:.]{2,45}\]|[0-9A-Za-z._-]{1,253})(:[0-9]{1,5})?")
#: What a proxy may put before every path.
_PREFIX = re.compile(r"(/[0-9A-Za-z._~-]+)*")
_NOWHERE = "The request came to no address that can be: its host, scheme or prefix is not one.\n"
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
    app.wsgi_app = _well_called(app.wsgi_app)  # type: ignore[assignment, method-assign]
    if hosts:
        app.before_request(_only_for(hosts))
    app.after_request(_protect)


# Before Flask, which cannot make a page for a request whose host cannot be.
def _well_called(app: WSGIApplication) -> WSGIApplication:
    def checked(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if _is_address(environ):
            return app(environ, start_response)
        log.warning("Refused: the host, scheme or prefix of a request is not one.")
        return Response(_NOWHERE, 400, HEADERS, mimetype="text/plain")(environ, start_response)

    return checked


def _is_address(environ: WSGIEnvironment) -> bool:
    return (
        environ["wsgi.url_scheme"] in ("http", "https")
        and _PREFIX.fullmatch(environ.get("SCRIPT_NAME", "")) is not None
        and _is_host(environ.get("HTTP_HOST") or environ.get("SERVER_NAME", ""))
    )


def _is_host(text: str) -> bool:
    if not _HOST.fullmatch(text):
        return False
    try:
        urlsplit(f"//{text}").port  # noqa: B018 - looked at for what it refuses
        text.partition(":")[0].encode("idna")
    except ValueError:
        return False
    return True


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
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response
