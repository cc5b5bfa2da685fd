"""The token that whoever looks at the pages has to give: as a header, or once in a form or a link, then as a cookie.

Only whether the server is well is told to all, and scripts and styles, which are no secret, since the form needs them.
"""

from __future__ import annotations

import hashlib
import hmac
import re

from flask import Flask, Response, make_response, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from explorer.errors import UsageError
from explorer.web.addresses import here
from explorer.web.error_pages import problem
from explorer.web.request import wants_json

#: Name of the cookie, and of the field of the form and the parameter of a link.
COOKIE, FIELD = "explorer-token", "token"
#: What nobody guesses who may try for long.
SHORTEST = 16
_STRONG = re.compile(rf"[!-~]{{{SHORTEST},}}")
_FREE = ("api.health", "static")
_SECONDS_KEPT = 30 * 24 * 3600
_WEAK = (
    f"EXPLORER_TOKEN must have at least {SHORTEST} letters, digits and signs of ASCII, and no spaces. "
    '`python -c "import secrets; print(secrets.token_urlsafe())"` prints a good one.'
)
_NEEDED = "These pages need a token: give the one that whoever runs this server has told you."
_WRONG = "That is not the token. Copy it whole, without spaces."
_FOR_PROGRAMS = _NEEDED + " A program sends it as the header 'Authorization: Bearer TOKEN'."


def register(app: Flask, token: str) -> None:
    """Let the app answer only to whoever gives the token. Raises UsageError for one that is weak or no header."""
    if not _STRONG.fullmatch(token):
        raise UsageError(_WEAK)
    # A cookie shows nothing of the token, and is worth nothing once there is another.
    kept = hmac.new(token.encode(), b"explorer cookie", hashlib.sha256).hexdigest()

    def check() -> AnyResponse | None:
        if request.endpoint in _FREE or _same(request.cookies.get(COOKIE), kept) or _same(_bearer(), token):
            return _clean_address() if FIELD in request.args else None
        given = request.form.get(FIELD) if request.method == "POST" else request.args.get(FIELD)
        if given is None or not _same(given.strip(), token):
            return _refused(_NEEDED if given is None else _WRONG)
        response = _clean_address()
        response.set_cookie(COOKIE, kept, _SECONDS_KEPT, path=request.script_root or "/", secure=request.is_secure,
                            httponly=True, samesite="Lax")  # fmt: skip
        return response

    def for_one_only(response: Response) -> Response:
        if request.endpoint not in _FREE:
            response.headers["Cache-Control"] = "private, no-cache"
            response.vary.update(("Authorization", "Cookie"))
        return response

    app.before_request(check)
    app.after_request(for_one_only)


def _same(given: str | None, right: str) -> bool:
    return given is not None and hmac.compare_digest(given.encode("utf-8", "surrogatepass"), right.encode())


def _bearer() -> str | None:
    # As it stands: a parsed header takes a token with `=` in it for parameters.
    scheme, _, given = request.headers.get("Authorization", "").partition(" ")
    return given.strip() if scheme.lower() == "bearer" else None


def _clean_address() -> AnyResponse:
    """To the address at hand, without the token in it."""
    parts = request.query_string.split(b"&")
    return redirect(here(b"&".join(part for part in parts if part.partition(b"=")[0] != FIELD.encode())), 303)


def _refused(message: str) -> Response:
    if wants_json():
        response = problem(_FOR_PROGRAMS, 401)
    else:
        response = make_response(render_template("sign_in.html", message=message, field=FIELD), 401)
    response.headers["WWW-Authenticate"] = "Bearer"
    return response
