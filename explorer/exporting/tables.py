"""The files under cypher/export/ come in; tables go out: what reads each, its file, and its columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from explorer import model
from explorer.statements import Statement, statement, statements

#: The properties that are not text, in the import tool's words.
_TYPES = {field.name: "string[]" for kind in model.KINDS for field in kind.fields if field.type == "texts"} | {
    "date": "date",
    "date_end": "date",
    "entities": "string[]",
    "fell": "string[]",
    "files": "string[]",
    "ids": "string[]",
    "form": "long",
    "of_file": "boolean",
    "position": "long",
    "quote_end": "long",
    "quote_start": "long",
    "unfinished": "string[]",
    "whole": "boolean",
}


@dataclass(frozen=True)
class Table:
    """One file. `option` is how it is given to the import tool, `keys` what the tool calls columns that it needs."""

    statement: Statement
    option: str
    keys: dict[str, str]

    @property
    def of_nodes(self) -> bool:
        """Whether each row is a node, and not a relationship."""
        return "id" in self.keys

    @property
    def path(self) -> str:
        """The file, below the folder of the export."""
        return self.statement.name.removeprefix("export/") + ".csv"

    @property
    def argument(self) -> str:
        """What names the file to the import tool."""
        return f"{self.option}={self.path}"

    def header(self, columns: Sequence[str]) -> list[str]:
        """The columns as the import tool wants them named."""
        return [self.keys.get(column) or f"{column}:{_TYPES.get(column, 'string')}" for column in columns]


@dataclass(frozen=True)
class Nodes:
    """The nodes of one main label, and the relationships that begin at them.

    The statement `ids` gives those of all; the statements of `nodes` and `relations` take some as `$ids`.
    """

    label: str
    ids: Statement
    nodes: Table
    relations: list[Table]


def tables() -> list[Nodes]:
    """All that a graph holds."""
    relations = [_relations(each) for each in statements("export/relations")]
    return [_nodes(each, relations) for each in statements("export/nodes")]


def _nodes(each: Statement, relations: list[tuple[str, Table]]) -> Nodes:
    name = _name(each)
    label = name.title()
    # An id is unique among the nodes of a main label only.
    table = Table(each, "--nodes", {"id": f"id:ID({label})", "labels": ":LABEL"})
    return Nodes(label, statement(f"export/ids/{name}"), table, [table for start, table in relations if start == label])


def _relations(statement: Statement) -> tuple[str, Table]:
    """The main label at which they begin, and the table; the name of the file says what it reads."""
    start, *words, end = _name(statement).split("-")
    ends = {"start_id": f":START_ID({start.title()})", "end_id": f":END_ID({end.title()})"}
    return start.title(), Table(statement, f"--relationships={'_'.join(words).upper()}", ends)


def _name(statement: Statement) -> str:
    return statement.name.rpartition("/")[2]
