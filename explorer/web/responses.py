"""Data and files come in, the responses that carry them go out."""

from __future__ import annotations

from typing import Any

from flask import Response

from explorer.answers.csv_json import json_text


def as_json(value: dict[str, Any]) -> Response:
    """A response in the form in which the shell prints it too."""
    return Response(json_text(value), mimetype="application/json")


def attachment(content: str | bytes, mimetype: str, name: str) -> Response:
    """A response that the browser saves as a file of that name."""
    response = Response(content, mimetype=mimetype)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
