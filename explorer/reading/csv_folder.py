"""Reads a folder of CSV files as plain data, such as a dossier gives, with the file and line of every record.

People who keep spreadsheets write one file for each kind of record; `participants.csv`, `affiliations.csv` and
`reports.csv` name the record that their rows belong to. csv_sheets.py has the columns. Lists are split by `;`.
"""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from explorer import model, names
from explorer.errors import Problem
from explorer.nearest import did_you_mean
from explorer.reading.csv_sheets import SHEETS, Sheet
from explorer.reading.located import LARGEST_FILE_BYTES, Location, Tree

SUFFIXES = (".csv",)


@dataclass(frozen=True)
class _Row:
    file: str
    line: int
    values: dict[str, Any]


def read(folder: Path, shown: str) -> Tree:
    """The folder as a Tree; `shown` is how messages name it. Faults of the files are in `Tree.problems`."""
    reader = _FolderReader(folder, shown)
    for path in sorted(path for path in folder.iterdir() if path.suffix.lower() in SUFFIXES):
        reader.read_file(path)
    reader.join()
    return Tree(reader.data, reader.lines, reader.problems, b"".join(reader.content), shown)


class _FolderReader:
    """Makes the nested data of a dossier of the rows of all files."""

    def __init__(self, folder: Path, shown: str) -> None:
        self.shown = shown
        self.content: list[bytes] = []
        self.problems: list[Problem] = []
        self.lines: dict[Location, tuple[str, int]] = {(): (shown, 1)}
        self.data: dict[str, Any] = {"title": folder.resolve().name.replace("-", " ").replace("_", " ").capitalize()}
        self._rows: dict[str, list[_Row]] = {}
        #: Section and number of the record of that section and id.
        self._locations: dict[tuple[str, str], tuple[str, int]] = {}
        #: The same by section and normalized name; made when the first name is looked up, after all records are read.
        self._names: dict[str, dict[str, list[tuple[str, int]]]] = {}

    def read_file(self, path: Path) -> None:
        """Read one file; its name says what is in it."""
        name, shown = path.stem.lower(), f"{self.shown}/{path.name}"
        if name not in SHEETS:
            self._fault(shown, 1, f"unknown file{did_you_mean(name, list(SHEETS))}")
            return
        if name in self._rows:
            self._fault(shown, 1, f"`{name}` has a file here already, whose name has other capitals: join the two")
            return
        self._rows[name] = []
        try:
            if path.stat().st_size > LARGEST_FILE_BYTES:
                self.problems.append(Tree.too_large(shown))
                return
            content = path.read_bytes()
        except OSError as error:
            self._fault(shown, 1, f"this file cannot be read: {error.strerror or error}")
            return
        self.content += [path.name.encode(), b"\0", content, b"\0"]
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            self._fault(shown, line, "this is not UTF-8: save the sheet as CSV UTF-8")
            return
        try:
            self._rows[name] = list(self._read_rows(SHEETS[name], shown, text))
        except csv.Error as error:
            self._fault(shown, 1, f"this is not CSV: {error}")

    def _read_rows(self, sheet: Sheet, shown: str, text: str) -> Iterator[_Row]:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
        header = [column.strip() for column in next(reader, [])]
        known = sheet.all_columns
        for column in header:
            if column not in known:
                self._fault(shown, 1, f"unknown column `{column}`{did_you_mean(column, known)}")
        for column in {column for column in header if header.count(column) > 1}:
            self._fault(shown, 1, f"the column `{column}` stands here twice: keep one of them")
        line = reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield self._row(sheet, shown, line, header, cells)
            line = reader.line_num + 1

    def _row(self, sheet: Sheet, shown: str, line: int, header: list[str], cells: list[str]) -> _Row:
        if len(cells) > len(header):
            message = f"{len(cells)} cells for {len(header)} columns: quote a cell that has a separator in it"
            self._fault(shown, line, message)
        values: dict[str, Any] = {}
        for column, cell in zip(header, cells, strict=False):
            if cell.strip():
                parts = [part.strip() for part in cell.split(";") if part.strip()]
                values[column] = parts if column in sheet.lists else cell.strip()
        for column in sheet.required:
            if column not in values:
                self._fault(shown, line, f"`{column}` is missing")
        return _Row(shown, line, values)

    def join(self) -> None:
        """Make records of the rows, and put rows that belong to a record into that record."""
        for name, sheet in SHEETS.items():
            for row in self._rows.get(name, []):
                values = {field: row.values[column] for column, field in sheet.columns.items() if column in row.values}
                if sheet.part:
                    self._add_entry(sheet, row, values)
                else:
                    self._add_record(sheet.sections[0], row, {**values, **sheet.fixed})

    def _add_record(self, section: str, row: _Row, values: dict[str, Any]) -> None:
        records = self.data.setdefault(section, [])
        location = (section, len(records))
        if "id" in values:
            self._locations.setdefault((section, values["id"]), location)
        self.lines[location] = (row.file, row.line)
        records.append(values)

    def _add_entry(self, sheet: Sheet, row: _Row, values: dict[str, Any]) -> None:
        """A row that belongs to a record."""
        location = self._owner(sheet, row)
        if location is None:
            return
        if report := {name: row.values[name] for name in sheet.report if name in row.values}:
            values["reports"] = [report]
        section, number = location
        entries = self.data[section][number].setdefault(sheet.part, [])
        self.lines[(*location, sheet.part, len(entries))] = (row.file, row.line)
        entries.append(values)

    def _owner(self, sheet: Sheet, row: _Row) -> tuple[str, int] | None:
        """Section and number of the record that the row belongs to; None, and a fault, where there is none."""
        owner = row.values.get(sheet.owner)
        if owner is None:
            return None  # which is a fault already
        wanted = [(section, owner) for section in sheet.sections]
        of_that_id = [self._locations[record] for record in wanted if record in self._locations]
        locations = of_that_id or [place for section in sheet.sections for place in self._called(section, owner)]
        if not locations:
            section = sheet.sections[0]
            files = " or ".join(f"{name}.csv" for name in _files_of(section))
            known = [record for other, record in self._locations if other == section]
            self._fault(row.file, row.line, f"'{owner}' has no row in {files}{did_you_mean(owner, known, 'add one')}")
            return None
        if len(locations) > 1:
            remedy = "give one of them another id" if of_that_id else "write the id of one"
            those = " and ".join(f"a {model.kind_of(location[0]).name}" for location in locations)
            if not of_that_id:
                those += f" (lines {', '.join(str(self.lines[location][1]) for location in locations)})"
            self._fault(row.file, row.line, f"'{owner}' is {those}: {remedy}")
        return locations[0]

    def _called(self, section: str, text: str) -> list[tuple[str, int]]:
        """The records of the section that have the text as their name, an alias or their title."""
        if section not in self._names:
            names_of = self._names[section] = defaultdict(list)
            title = model.kind_of(section).title
            for number, values in enumerate(self.data.get(section, [])):
                for name in {names.normalize(name) for name in [values.get(title, ""), *values.get("aliases", [])]}:
                    names_of[name].append((section, number))
        return self._names[section].get(names.normalize(text), [])

    def _fault(self, shown: str, line: int, message: str) -> None:
        self.problems.append(Problem(shown, line, message))


def _files_of(section: str) -> Iterable[str]:
    """The files whose rows are records of the section."""
    return (sheet.name for sheet in SHEETS.values() if sheet.sections == (section,) and not sheet.part)


def _delimiter(text: str) -> str:
    """The comma, or the tab that some spreadsheets write. Never `;`, which splits lists."""
    first = text.partition("\n")[0]
    return "\t" if "\t" in first and "," not in first else ","
