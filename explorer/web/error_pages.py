"""Every error becomes a page that says what to do, or, for programs, a problem document (RFC 9457)."""

from __future__ import annotations

import json
import logging
from http import HTTPStatus

from flask import Flask, Response, make_response, render_template, request
from werkzeug.exceptions import HTTPException

from explorer.errors import ExplorerError
from explorer.web.request import wants_json

log = logging.getLogger(__name__)

#: What werkzeug would say, in our words.
_REFUSED = {
    404: ("Not found", "There is no page at this address. All questions are on the start page."),
    405: ("Not possible here", "This address can be read, and nothing can be sent to it."),
}
_UNEXPECTED = "Something went wrong here, and it was noted. Try again; if it stays so, tell whoever runs this server."


def register(app: Flask) -> None:
    """Make this the one place where errors become responses."""
    app.register_error_handler(ExplorerError, _explained)
    app.register_error_handler(HTTPException, _refused)
    app.register_error_handler(Exception, _unexpected)


def failure(title: str, message: str, status: int) -> Response:
    """An error as the client wants it: a problem document or a page."""
    if wants_json():
        return problem(message, status)
    return make_response(render_template("error.html", title=title, message=message), status)


def problem(detail: str, status: int) -> Response:
    """A problem document of RFC 9457 without a type of its own, so its title is that of the status."""
    body = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    text = json.dumps(body, ensure_ascii=False, indent=2) + "\n"
    return Response(text, status=status, mimetype="application/problem+json")


def _explained(error: ExplorerError) -> Response:
    if error.status == 500:
        log.error("%s %s: %s", request.method, request.full_path, error)
    return failure(error.title, str(error), error.status)


def _refused(error: HTTPException) -> Response | HTTPException:
    if error.code is None or error.code < 400:
        return error
    title, message = _REFUSED.get(error.code, (error.name, error.description or error.name))
    response = failure(title, message, error.code)
    response.headers.extend([(name, value) for name, value in error.get_headers() if name == "Allow"])
    return response


def _unexpected(error: Exception) -> Response:
    log.error("%s %s", request.method, request.full_path, exc_info=error)
    return failure("Something went wrong", _UNEXPECTED, 500)
