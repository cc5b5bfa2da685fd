"""What the request at hand brings: its graph, its query string, and the format its answer should have."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from flask import current_app, request
from rapidfuzz import process

from explorer.catalogue.query_file import QueryFile
from explorer.connection import Connection
from explorer.errors import UsageError
from explorer.web import view_modes
from explorer.web.view_modes import View

#: In the address of an answer that plain words led to: those words. No part of the permanent address.
ASKED = "asked"
#: Before the name of a parameter: id and name of the entity that its field was filled with, as a form sends them.
WAS = "~"
#: Paths that give JSON without saying so in their name.
_ALWAYS_JSON = ("/suggest", "/complete", "/health", "/network/")


@dataclass(frozen=True)
class Asking:
    """What an address says of a question: the values of its parameters, the words that led to it, and the view.

    `called` holds the names of those entities that the address gives by id and name.
    """

    given: dict[str, str]
    called: dict[str, str]
    words: str
    view: View


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


def asking(asked: QueryFile) -> Asking:
    """What the address says of a question.

    A field that still shows the name it was filled with stands for the id that it was filled for, so namesakes stay
    apart. Raises UsageError as `arguments` does.
    """
    names = [parameter.name for parameter in asked.parameters]
    said = arguments([*names, *(f"{WAS}{name}" for name in names), ASKED, *view_modes.NAMES])
    given = {name: said[name] for name in names if name in said}
    called: dict[str, str] = {}
    for name, text in given.items():
        id, _, was = said.get(f"{WAS}{name}", "").partition(" ")
        if was and was.split() == text.split():
            given[name], called[name] = id, text
    return Asking(given, called, said.get(ASKED, ""), view_modes.read(said))


def wants_json() -> bool:
    """Whether the answer should be JSON, by the path or, where that leaves it open, by what the client accepts."""
    path = request.path
    if path.endswith(".json") or path.startswith(_ALWAYS_JSON):
        return True
    # Where the client takes anything, a data file is missed by a program, a page by a person.
    data = path.endswith((".csv", ".xlsx", ".svg"))
    offered = ["application/json", "text/html"] if data else ["text/html", "application/json"]
    return request.accept_mimetypes.best_match(offered, default=offered[0]) == "application/json"


def _unknown(name: str, allowed: list[str]) -> str:
    shown = [each for each in allowed if not each.startswith(WAS)]
    if not shown:
        return f"This page takes no '{name}': leave out what follows the question mark in the address."
    near = process.extractOne(name, shown, score_cutoff=50)
    hint = f"Did you mean '{near[0]}'?" if near else f"It takes {', '.join(shown)}."
    return f"This page takes no '{name}'. {hint}"
