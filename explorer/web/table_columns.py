"""An answer comes in, what its table shows goes out: the columns that hold something, in their places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from explorer.answers.answer import Answer, Row
from explorer.catalogue.query_file import Column
from explorer.web import links

#: A table with more columns than these is shown as cards on every screen.
_COLUMNS = 7


@dataclass(frozen=True)
class ShownColumn:
    """One column of a table, with the classes that its cells have. `parts` are several where no row fills two."""

    parts: tuple[Column, ...]
    classes: str

    @property
    def name(self) -> str:
        """The name that its first part has in the answer."""
        return self.parts[0].name

    @property
    def heading(self) -> str:
        """Its name for people."""
        names = [part.name.replace("_", " ") for part in self.parts]
        listed = " or ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]
        return listed.capitalize()

    @property
    def description(self) -> str:
        """What the question file says of it."""
        return self.parts[0].description if len(self.parts) == 1 else ""

    def cell(self, row: Row) -> tuple[Any, str]:
        """What a row has in this column, and its type."""
        part = next((part for part in self.parts if not empty(row[part.name])), self.parts[0])
        return row[part.name], part.type


def columns(answer: Answer, page: tuple[str, str] | None = None) -> list[ShownColumn]:
    """The columns that hold something in at least one row; those that take turns share one.

    On the page of an entity, given by kind and id, a column that only repeats it is left out.
    """
    held = [column for column in answer.columns if _tells(column, answer.rows, page)]
    groups: list[list[Column]] = []
    for column in held:
        partner = next((group for group in groups if _take_turns([*group, column], answer.rows)), None)
        if partner:
            partner.append(column)
        else:
            groups.append([column])
    places = _places([group[0] for group in groups])
    return [_shown(group, place) for group, place in zip(groups, places, strict=True)]


def layout(columns: Sequence[ShownColumn]) -> str:
    """How a table of these columns is shown: as cards where a line could not hold them."""
    if len(columns) <= _COLUMNS and sum(_is_evidence(column.parts[0]) for column in columns) < 2:
        return "lines"
    return "cards paired" if any("both" in column.classes for column in columns) else "cards"


def about(answer: Answer, row: Row) -> tuple[str, str] | None:
    """The meeting or claim that a row is about, by kind and id."""
    for column in answer.columns:
        if column.type in links.REPORTED and row[column.name]:
            return column.type, row[column.name]["id"]
    return None


def empty(value: Any) -> bool:
    """Whether there is nothing to show."""
    return value is None or value == "" or value == []


def _tells(column: Column, rows: Sequence[Row], page: tuple[str, str] | None) -> bool:
    values = [row[column.name] for row in rows]
    if page and page[0] == column.type and all(value and value["id"] == page[1] for value in values):
        return False
    return not all(map(empty, values))


def _take_turns(columns: Sequence[Column], rows: Sequence[Row]) -> bool:
    """Whether these are plain entities, each called what it is, and no row has two of them."""
    if any(column.name != column.type for column in columns):
        return False
    return all(sum(not empty(row[column.name]) for column in columns) < 2 for row in rows)


def _is_evidence(column: Column) -> bool:
    return column.type.startswith("evidence")


def _places(columns: Sequence[Column]) -> list[str]:
    """Where each column stands in a card: pairs side by side, else the first evidence beside all others."""
    names = {column.name for column in columns}
    firsts = {column.beside for column in columns} & names
    if not firsts:
        evidence = next((column for column in columns if _is_evidence(column)), None)
        return ["aside" if column is evidence else "" for column in columns]
    return ["aside" if each.beside in names else "" if each.name in firsts else "both" for each in columns]


def _shown(group: Sequence[Column], place: str) -> ShownColumn:
    return ShownColumn(tuple(group), f"{group[0].type.replace(' ', '-')} {place}".rstrip())
