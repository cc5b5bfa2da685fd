"""Rows of a statement come in, a CSV file goes out, written so that Neo4j's import tool reads the same values.

The standard library's writer is of no use here: before Python 3.12 it cannot tell an empty text from no value.
"""

from __future__ import annotations

from operator import itemgetter
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TextIO

from explorer.errors import GraphError
from explorer.exporting.tables import Table
from explorer.graph.base import Result

#: Between the members of a list, which must not hold it: the tool knows no escape. Nobody types this character.
DELIMITER = "\x1f"
#: Rows shorter than this need no more than the tool's usual room.
_LONG = 2**20
_DELIMITER_INSIDE = (
    "'{value}' holds the control character U+001F (here ␟), which separates the members of lists in exported files: "
    "take it out of the file that says this, and load that again."
)


class CsvFile:
    """The file of a table below `folder`, made when the first rows come."""

    def __init__(self, table: Table, folder: Path) -> None:
        self.table = table
        self.rows = 0
        #: Length of the longest row, if any is long, in the tool's characters, of which an emoji is two.
        self.longest = 0
        self._path = folder / table.path
        self._file: TextIO | None = None

    def add(self, result: Result) -> None:
        """Write the rows of a result. Raises GraphError for a value that such a file cannot hold."""
        if not result.rows:
            return
        if self._file is None:
            self._path.parent.mkdir(exist_ok=True)
            self._file = self._path.open("w", encoding="utf-8", newline="")
            self._file.write(",".join(self.table.header(result.columns)) + "\n")
        values = itemgetter(*result.columns)
        lines = [",".join(map(_cell, values(row))) for row in result.rows]
        self._file.write("\n".join(lines) + "\n")
        self.rows += len(lines)
        self.longest = max([self.longest, *(len(line.encode("utf-16-le")) // 2 for line in lines if len(line) > _LONG)])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is not None:
            self._file.close()


def _cell(value: Any) -> str:
    """A value as the tool reads it: none is an empty cell, an empty text two quotation marks, an empty list is lost."""
    if value is None or value == []:
        return ""
    if isinstance(value, str):
        return '"' + value.replace('"', '""') + '"'
    if isinstance(value, list):
        return _cell(_joined(value))
    return str(value).lower()


def _joined(values: list[str]) -> str:
    for value in values:
        if DELIMITER in value:
            raise GraphError(_DELIMITER_INSIDE.format(value=value.replace(DELIMITER, "␟")))
    return DELIMITER.join(values)
