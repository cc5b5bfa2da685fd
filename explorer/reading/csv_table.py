"""Reads one CSV file, as spreadsheets save it, as rows with the line of each; faults are noted with their line.

Cells are separated by comma, semicolon, tab or `|`; of a single column each line is one cell. Columns and rows without
anything in them do not count.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from explorer.nearest import nearest
from explorer.reading.csv_sheets import Sheet
from explorer.reading.located import LARGEST_FILE_BYTES

_SEPARATORS = ",;\t|"
#: Stands in no sheet: where there is one column, nothing separates cells.
_NO_SEPARATOR = "\x1f"
#: A first line in which Excel is told the separator.
_EXCEL_SEPARATOR = re.compile(r"sep=(.)\r?\n")
#: With more unknown columns than this the table is another one.
_MOST_MISSPELT, _MOST_NAMED = 3, 10
_SHOWN_CHARACTERS, _CHARACTERS_OF_A_HEADER = 60, 100_000
MOST_LINES = 500_000
_REMEDIES = {
    "unexpected end of data": "the quotation mark that opens a cell here is never closed: add one",
    "expected after": 'in a cell between quotation marks stands another one: write it twice, as ""',
    "new-line character": "a cell has a line end of another kind than the lines: save the sheet as CSV UTF-8 again",
}  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One row: its values by column, those of lists as lists."""

    file: str
    line: int
    values: dict[str, Any]


class Table:
    """The rows of one sheet. `fault` is told the line and what is wrong."""

    def __init__(self, sheet: Sheet, shown: str, text: str, fault: Callable[[int, str], None]) -> None:
        self._sheet = sheet
        #: The columns by what is read of their names, which people capitalize and write with spaces and hyphens.
        self._meant = {_folded(column): column for column in sheet.all_columns}
        self._shown = shown
        self._fault = fault
        #: Whether the columns are those of another table, or it cannot be read to its end: the rows say nothing then.
        self.is_another = text.count("\n") > MOST_LINES
        self.rows: list[Row] = []
        if self.is_another:
            fault(1, f"this file has more than {MOST_LINES:,} lines: split it")
        else:
            self._read(text)

    def _read(self, text: str) -> None:
        csv.field_size_limit(LARGEST_FILE_BYTES)
        lines, told = io.StringIO(text, newline=""), _EXCEL_SEPARATOR.match(text)
        separator = told[1] if told else _separator(text, self._meant)
        skipped = 1 if told and lines.readline() else 0
        reader = csv.reader(lines, delimiter=separator, strict=True)
        line, header = 1 + skipped, list[str]()
        try:
            for cells in reader:
                if separator == _NO_SEPARATOR:  # what a spreadsheet may write for empty cells is not of the cell
                    cells = [cell.rstrip(_SEPARATORS + " ") for cell in cells]
                if header:
                    self._add(line, header, cells)
                elif any(cell.strip() for cell in cells):
                    header = [self._meant.get(_folded(cell), cell.strip()) for cell in cells]
                    self._check(line, header)
                line = reader.line_num + 1 + skipped
        except csv.Error as error:
            said = str(error)
            remedy = next((words for part, words in _REMEDIES.items() if part in said), f"this is not CSV: {said}")
            self._fault(line if "unexpected end" in said else reader.line_num + skipped, remedy)
            self.is_another = True

    def _check(self, line: int, header: list[str]) -> None:
        """Judge the columns, once for all rows."""
        known = self._sheet.all_columns
        unknown = [column for column in dict.fromkeys(header) if column and column not in known]
        meant = {column: nearest(column.lower(), known) for column in unknown[: _MOST_MISSPELT + 1]}
        self.is_another = bool(unknown)
        if len(unknown) <= _MOST_MISSPELT and all(meant.values()):
            for column in unknown:
                self._fault(line, f"unknown column `{column}`: did you mean `{meant[column]}`?")
        elif unknown:
            names = ", ".join(f"`{column[:_SHOWN_CHARACTERS]}`" for column in unknown[:_MOST_NAMED])
            more = f" and {len(unknown) - _MOST_NAMED:,} more" if len(unknown) > _MOST_NAMED else ""
            right = f"the first line of {self._sheet.name}.csv names columns out of {', '.join(known)}"
            self._fault(line, f"this table has other columns: {names}{more}; {right}")
        for column, number in Counter(header).items():
            if column and number > 1:
                self._fault(line, f"the column `{column}` stands here twice: keep one of them")

    def _add(self, line: int, header: list[str], cells: list[str]) -> None:
        if not any(cell.strip() for cell in cells):
            return
        if self.is_another:  # its ids alone, so that what refers to them is not faulty too
            header = [column if column == "id" else "" for column in header]
        elif any(cell.strip() for cell in cells[len(header) :]):
            message = f"{len(cells)} cells for {len(header)} columns: quote a cell that has a separator in it"
            self._fault(line, message)
        values: dict[str, Any] = {}
        for column, cell in zip(header, cells, strict=False):
            if said := cell.strip():
                if column:
                    values[column] = _list(said) if column in self._sheet.lists else said
                elif not self.is_another:
                    self._fault(line, f"a column without a name has '{said[:_SHOWN_CHARACTERS]}': name it or empty it")
        if not self.is_another:
            for column in self._sheet.required:
                if column not in values:
                    self._fault(line, f"`{column}` is missing")
        self.rows.append(Row(self._shown, line, values))


def _list(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def _folded(column: str) -> str:
    """The letters and digits of a column's name, small."""
    return "".join(sign for sign in column.casefold() if sign.isalnum())


def _separator(text: str, known: Collection[str]) -> str:
    """The separator by which the first line falls into the most known columns, else into the most columns."""
    first = next((line for line in io.StringIO(text) if line.strip()), "")[:_CHARACTERS_OF_A_HEADER]
    cells = {separator: [_folded(cell) for cell in first.split(separator)] for separator in _SEPARATORS}
    best = max(cells, key=lambda each: (len(set(known).intersection(cells[each])), len(cells[each])))
    return best if len(cells[best]) > 1 else _NO_SEPARATOR
