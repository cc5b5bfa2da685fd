"""An answer comes in; the actors, meetings and claims that it speaks of go out, in the order of its rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from explorer.answers.answer import Answer, Row
from explorer.catalogue.query_file import Column
from explorer.pictures.network.model import Key

#: Where not all can be drawn, a list in a row gives so many before the other rows have had their turn.
OF_EACH_LIST = 5
_DRAWN = ("actor", "meeting", "claim")


@dataclass(frozen=True)
class Selection:
    """What an answer speaks of: what its question names, then the rest of its rows, each of them once.

    `turns` has the rest in another order: what all rows give of long lists comes before what is left of those lists.
    """

    asked: tuple[Key, ...]
    rest: tuple[Key, ...]
    turns: tuple[Key, ...]

    def ids(self, entity: str) -> list[str]:
        """The ids of all actors, meetings or claims."""
        return [id for kind, id in (*self.asked, *self.rest) if kind == entity]

    def others(self, entity: str) -> bool:
        """Whether the rows have actors, meetings or claims that the question does not name."""
        return any(kind == entity for kind, _ in self.rest)

    def only(self, entity: str) -> Selection:
        """The same with nothing else than actors, meetings or claims."""
        orders = (self.asked, self.rest, self.turns)
        return Selection(*(tuple(key for key in keys if key[0] == entity) for keys in orders))


def select(answer: Answer) -> Selection:
    """What an answer speaks of."""
    asked = dict.fromkeys(_asked(answer))
    rows, first = _in_rows(answer, None), _in_rows(answer, OF_EACH_LIST)
    rest = [key for key in rows if key not in asked]
    turns = [key for key in first | rows if key not in asked]
    return Selection(tuple(asked), tuple(rest), tuple(turns))


def _in_rows(answer: Answer, most: int | None) -> dict[Key, None]:
    columns = [column for column in answer.columns if column.type.removesuffix(" list") in _DRAWN]
    return dict.fromkeys(key for row in answer.rows for key in _in_row(row, columns, most))


def _in_row(row: Row, columns: list[Column], most: int | None) -> Iterator[Key]:
    for column in columns:
        value, kind = row.get(column.name), column.type.removesuffix(" list")
        values = (value or [])[:most] if kind != column.type else [value]
        yield from ((kind, each["id"]) for each in values if each)


def _asked(answer: Answer) -> Iterator[Key]:
    for value in answer.parameters.values():
        if isinstance(value, dict) and value["type"] in _DRAWN:
            yield value["type"], value["id"]
