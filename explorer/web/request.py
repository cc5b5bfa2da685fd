"""What the request at hand brings: its graph, its query string, and the format its answer should have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast

from flask import current_app, g, request

from explorer.asking.lookup import Entity
from explorer.catalogue.query_file import QueryFile
from explorer.catalogue.words import MOST_CHARACTERS
from explorer.connection import Connection
from explorer.errors import UsageError
from explorer.nearest import nearest
from explorer.shortened import shortened
from explorer.web import view_modes
from explorer.web.view_modes import View

#: In the address of an answer that plain words led to: those words. No part of the permanent address.
WORDS_IN_ADDRESS = "asked"
#: Before the name of a parameter: id and name of the entity that its field was filled with, as a form sends them.
FILLED = "~"
#: Characters of a name that a message repeats.
_REPEATED = 100
#: Paths that give JSON without saying so in their name.
_ALWAYS_JSON = ("/suggest", "/complete", "/health", "/network/")


@dataclass(frozen=True)
class Values:
    """Values of parameters as an address gives them: `given` as ids or as typed, `known` where it has the name too."""

    given: dict[str, str]
    known: dict[str, Entity]

    @property
    def shown(self) -> dict[str, dict[str, str]]:
        """The known entities as an answer shows them."""
        return {name: {"id": entity.id, "name": entity.name} for name, entity in self.known.items()}


@dataclass(frozen=True)
class QuestionAddress:
    """What an address says of a question: the values of its parameters, the words that led to it, and the view."""

    values: Values
    words: str
    view: View

    @property
    def given(self) -> dict[str, str]:
        """The values, entities as ids or as typed."""
        return self.values.given


def connection() -> Connection:
    """The connection that the app was made with."""
    return cast(Connection, current_app.extensions["explorer"])


def state() -> tuple[str | None, str | None]:
    """Version and notice of the data, as they were when this request first wanted to know."""
    if "state" not in g:
        g.state = connection().graph.state()
    found: tuple[str | None, str | None] = g.state
    return found


def arguments(allowed: Iterable[str]) -> dict[str, str]:
    """The query string without its empty values.

    Raises UsageError for a name that is not allowed, with the nearest one, for a name given twice, and for a value that
    is too long.
    """
    said = _said(list(allowed))
    _check_lengths(said)
    return said


def _said(names: list[str]) -> dict[str, str]:
    for name, values in request.args.lists():
        if name not in names:
            raise UsageError(_unknown(name, names))
        if len(values) > 1:
            raise UsageError(f"'{name}' is given {len(values)} times in the address: give it once.")
    return {name: text for name, value in request.args.items() if (text := value.strip())}


def question_address(question: QueryFile) -> QuestionAddress:
    """What the address says of a question. Raises UsageError as `arguments` does."""
    types = {parameter.name: parameter.type for parameter in question.parameters}
    said = _said([*types, *filled_names(types), WORDS_IN_ADDRESS, *view_modes.NAMES])
    _check_lengths({name: text for name, text in said.items() if name not in types})  # those are told at their fields
    return QuestionAddress(values_of(said, types), said.get(WORDS_IN_ADDRESS, ""), view_modes.read(said))


def filled_names(names: Iterable[str]) -> list[str]:
    """The names under which a form sends what its fields were filled with."""
    return [f"{FILLED}{name}" for name in names]


def values_of(said: Mapping[str, str], types: Mapping[str, str]) -> Values:
    """The values of parameters, by name and type.

    A field that still shows the name it was filled with stands for the id that it was filled for, so namesakes stay
    apart.
    """
    given = {name: said[name] for name in types if name in said}
    known: dict[str, Entity] = {}
    for name, text in given.items():
        id, _, filled = said.get(f"{FILLED}{name}", "").partition(" ")
        if filled and filled.split() == text.split():
            given[name], known[name] = id, Entity(types[name], id, text)
    return Values(given, known)


def wants_json() -> bool:
    """Whether the answer should be JSON, by the path or, where that leaves it open, by what the client accepts."""
    path = request.path
    if path.endswith(".json") or path.startswith(_ALWAYS_JSON):
        return True
    # Where the client takes anything, a data file is missed by a program, a page by a person.
    data = path.endswith((".csv", ".xlsx", ".svg"))
    offered = ["application/json", "text/html"] if data else ["text/html", "application/json"]
    return request.accept_mimetypes.best_match(offered, default=offered[0]) == "application/json"


def _check_lengths(said: Mapping[str, str]) -> None:
    """Raises UsageError for a value that is longer than anybody types."""
    for name, text in said.items():
        if not name.startswith(FILLED):
            check_length(name, text)


def check_length(name: str, text: str) -> None:
    """Raises UsageError for a value in the address that is too long."""
    if len(text) > MOST_CHARACTERS:
        raise UsageError(f"'{name}' is too long: write at most {MOST_CHARACTERS} characters.")


def _unknown(name: str, allowed: list[str]) -> str:
    name = shortened(name, _REPEATED)
    shown = [each for each in allowed if not each.startswith(FILLED)]
    if not shown:
        return f"This link has an unknown option: '{name}'. Leave out what follows the question mark in it."
    near = nearest(name, shown)
    hint = f"Did you mean '{near}'?" if near else f"It takes {', '.join(shown)}."
    return f"This link has an unknown option: '{name}'. {hint}"
