"""What the request at hand brings: its graph, its query string, and the format its answer should have."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from flask import current_app, request
from rapidfuzz import process

from explorer.asking.query_file import QueryFile
from explorer.connection import Connection
from explorer.errors import UsageError

#: In the address of an answer that plain words led to: those words. No part of the permanent address.
ASKED = "asked"
#: Paths that give JSON without saying so in their name.
_ALWAYS_JSON = ("/suggest", "/health")


def connection() -> Connection:
    """The connection that the app was made with."""
    return cast(Connection, current_app.extensions["explorer"])


def arguments(allowed: Iterable[str]) -> dict[str, str]:
    """The query string without its empty values.

    Raises UsageError for a name that is not allowed, with the nearest one, and for a name given twice.
    """
    names = list(allowed)
    for name, values in request.args.lists():
        if name not in names:
            raise UsageError(_unknown(name, names))
        if len(values) > 1:
            raise UsageError(f"'{name}' is given {len(values)} times in the address: give it once.")
    return {name: text for name, value in request.args.items() if (text := value.strip())}


def given_to(asked: QueryFile) -> tuple[dict[str, str], str]:
    """What the address gives for the parameters of a question, and the plain words that led to it.

    Raises UsageError as `arguments` does.
    """
    given = arguments([*(parameter.name for parameter in asked.parameters), ASKED])
    return given, given.pop(ASKED, "")


def wants_json() -> bool:
    """Whether the answer should be JSON, by the path or, where that leaves it open, by what the client accepts."""
    path = request.path
    if path.endswith(".json") or path in _ALWAYS_JSON:
        return True
    # Where the client takes anything, a data file is missed by a program, a page by a person.
    offered = ["application/json", "text/html"] if path.endswith(".csv") else ["text/html", "application/json"]
    return request.accept_mimetypes.best_match(offered, default=offered[0]) == "application/json"


def _unknown(name: str, allowed: list[str]) -> str:
    if not allowed:
        return f"This page takes no '{name}': leave out what follows the question mark in the address."
    near = process.extractOne(name, allowed, score_cutoff=50)
    hint = f"Did you mean '{near[0]}'?" if near else f"It takes {', '.join(allowed)}."
    return f"This page takes no '{name}'. {hint}"
