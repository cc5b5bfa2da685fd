"""A question as its file declares it: what people read of it, what it takes, and what it gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from explorer.catalogue.phrases import Phrase, with_times
from explorer.statements import Statement

#: The first key of an ORDER BY, past what only puts the unknown last.
_ORDER = re.compile(r"ORDER\s+BY\s+(?:[\w.]+\s+IS\s+NULL\s*,\s*)?([\w.]+)(\s+DESC)?\s*(?=,|LIMIT|$)", re.IGNORECASE)
_A_DATE = re.compile(r"(\b|_)(date|day)(_text)?$")
#: The theme of a question that names none.
NO_THEME = "More questions"


@dataclass(frozen=True)
class Parameter:
    """One parameter of a question. `default` is typed; None where it is `required`, or where null is the default.

    `refinement` narrows the type: the `last` day of a date, an actor that is an `organization` or a state or group.
    """

    name: str
    type: str
    default: Any
    required: bool
    description: str
    refinement: str = ""

    @property
    def declared(self) -> str:
        """The type with its refinement, as the header has them."""
        return f"{self.type} {self.refinement}".rstrip()

    @property
    def whole(self) -> str:
        """Of `words` the name of the further value for the statement, in which they are as a whole name; else ""."""
        return f"{self.name}_whole" if self.type == "words" else ""

    def takes(self, kind: str, sort: str) -> bool:
        """Whether an entity of this kind is a sensible value; `sort` is what its own field `kind` says."""
        return kind == self.type and not (self.refinement == "organization" and sort == "person")


@dataclass(frozen=True)
class Column:
    """One column: `type` is a scalar (`string integer float boolean date`), an entity, `evidence`, or `X list`.

    `beside` is the column that it is compared with: the two say the same of two things that a row puts side by side.
    """

    name: str
    type: str
    description: str = ""
    beside: str = ""


@dataclass(frozen=True)
class Counted:
    """What the rows are counted as: a noun and its plural; by the values of a column, or each row where it is empty."""

    noun: str
    plural: str
    column: str = ""


@dataclass(frozen=True)
class Otherwise:
    """The question to ask where one has no rows, and what its rows say, with a slot for a column of entities."""

    question: str
    text: str


@dataclass(frozen=True)
class QueryFile:
    """One question: what people read of it, what it takes, what it gives, and its file.

    `place` orders it among all questions, `example` among the first questions to try, `related` among those that are
    offered where another question about the same entity has no answer; None where the file does not say. `empty` is
    what a reader should know where there are no rows, `none` the sentence that says so, with slots for parameters. A
    `general` one serves the combinations of conditions that no other question covers.
    """

    name: str
    title: str
    description: str
    phrases: tuple[Phrase, ...]
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    cypher: str
    path: Path
    theme: str = NO_THEME
    place: int | None = None
    example: int | None = None
    related: int | None = None
    empty: str = ""
    none: str = ""
    counts: Counted | None = None
    otherwise: Otherwise | None = None
    general: bool = False

    @cached_property
    def headline(self) -> str:
        """The kind of what a row is about: that of the first column that holds an entity; "" without any."""
        from explorer.catalogue.values import ENTITIES

        return next((column.type for column in self.columns if column.type in ENTITIES), "")

    @property
    def statement(self) -> Statement:
        """The statement as the graph takes it."""
        return Statement(f"queries/{self.name}", self.cypher)

    @cached_property
    def required(self) -> tuple[Parameter, ...]:
        """The parameters that must be given."""
        return tuple(parameter for parameter in self.parameters if parameter.required)

    @cached_property
    def period(self) -> tuple[str, str] | None:
        """The parameters for the first and the last day of a period, if it takes one date of either kind."""
        firsts, lasts = (
            [parameter.name for parameter in self.parameters if parameter.declared == type]
            for type in ("date", "date last")
        )
        return (firsts[0], lasts[0]) if len(firsts) == len(lasts) == 1 else None

    @cached_property
    def order(self) -> Literal["newest first", "oldest first", ""]:
        """How the rows stand in time, as far as the last ORDER BY of the statement begins with a date."""
        keys = _ORDER.findall(self.cypher)
        if not keys or not _A_DATE.search(keys[-1][0]):
            return ""
        return "newest first" if keys[-1][1] else "oldest first"

    @cached_property
    def wordings(self) -> tuple[Phrase, ...]:
        """Each phrase, and after it the same followed by a time, if the question takes a period."""
        return tuple(self._wordings())

    def _wordings(self) -> Iterator[Phrase]:
        for phrase in self.phrases:
            yield phrase
            if self.period and not set(self.period) & set(phrase.names):
                yield from with_times(phrase, self.period)

    def parameter(self, name: str) -> Parameter:
        """The parameter of that name. Raises KeyError."""
        return next((each for each in self.parameters if each.name == name), None) or _none(name)

    def to_dict(self) -> dict[str, Any]:
        """The JSON shape of a question in a list of them."""
        return {
            "question": self.name,
            "title": self.title,
            "description": self.description,
            "ask": [phrase.text for phrase in self.phrases],
            "parameters": [
                {"name": each.name, "type": each.type, "required": each.required, "description": each.description}
                for each in self.parameters
            ],
            "columns": [{"name": each.name, "type": each.type} for each in self.columns],
        }


def _none(name: str) -> Parameter:
    raise KeyError(name)
