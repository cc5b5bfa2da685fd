"""Reads a folder of CSV files as plain data, such as a dossier gives, with the file and line of every record.

People who keep spreadsheets write one file for each kind of record; `participants.csv`, `affiliations.csv` and
`reports.csv` name the record that their rows belong to. csv_sheets.py has the columns. Lists are split by `;`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

from explorer import model, names
from explorer.errors import Problem, Problems
from explorer.nearest import did_you_mean
from explorer.reading import text_files
from explorer.reading.csv_sheets import FOLDER, SHEETS, Sheet
from explorer.reading.csv_table import Row, Table
from explorer.reading.located import LARGEST_FILE_BYTES, Location, Tree

SUFFIXES = (".csv",)


def read(folder: Path, shown: str) -> Tree:
    """The folder as a Tree; `shown` is how messages name it. Faults of the files are in `Tree.problems`."""
    reader = _FolderReader(folder, shown)
    for path in sorted(path for path in folder.iterdir() if path.suffix.lower() in SUFFIXES):
        if not text_files.is_of_another_program(path.name):
            reader.read_file(path)
    reader.join()
    content = b"".join(reader.content)
    ids = dict(reader.further_ids)
    return Tree(reader.data, reader.lines, reader.problems, content, shown, further_ids=ids, unread=reader.unread)


class _FolderReader:
    """Makes the nested data of a dossier of the rows of all files."""

    def __init__(self, folder: Path, shown: str) -> None:
        self.shown = shown
        self.content: list[bytes] = []
        self.problems = Problems()
        self.lines: dict[Location, tuple[str, int]] = {(): (shown, 1)}
        self.data: dict[str, Any] = {"title": folder.resolve().name.replace("-", " ").replace("_", " ").capitalize()}
        self._rows: dict[str, list[Row]] = {}
        #: Sections of which a file could not be read, and the ids that are known of it nevertheless.
        self.unread: set[str] = set()
        self.further_ids: dict[str, set[str]] = defaultdict(set)
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
            content = text_files.content(path, LARGEST_FILE_BYTES)
            self.content += [path.name.encode(), b"\0", content, b"\0"]
            text = text_files.decoded(content, "save the sheet as CSV UTF-8")
        except text_files.NoText as error:
            self.problems.add(Problem(shown, error.line, str(error), unreadable=True))
            self.unread.update(SHEETS[name].sections)
            return
        table = Table(SHEETS[name], shown, text, partial(self._fault, shown))
        if not table.is_another:
            self._rows[name] = table.rows
            return
        self.unread.update(SHEETS[name].sections)
        if not SHEETS[name].part:
            for section in SHEETS[name].sections:
                self.further_ids[section] |= {str(row.values["id"]) for row in table.rows if row.values}

    def join(self) -> None:
        """Make records of the rows, and put rows that belong to a record into that record."""
        for name, sheet in SHEETS.items():
            if sheet.part and self.unread.intersection(sheet.sections):
                continue  # the records that these rows belong to are not known
            for row in self._rows.get(name, []):
                values = {field: row.values[column] for column, field in sheet.columns.items() if column in row.values}
                if sheet is FOLDER:
                    self._add_heads(row, values)
                elif sheet.part:
                    self._add_entry(sheet, row, values)
                else:
                    self._add_record(sheet.sections[0], row, {**values, **sheet.fixed})

    def _add_heads(self, row: Row, values: dict[str, Any]) -> None:
        """What is said of the folder as a whole."""
        if row is not self._rows[FOLDER.name][0]:
            self._fault(row.file, row.line, "this file has one row, which is of the folder as a whole: keep one")
            return
        self.data |= values
        self.lines |= {(name,): (row.file, row.line) for name in values}

    def _add_record(self, section: str, row: Row, values: dict[str, Any]) -> None:
        records = self.data.setdefault(section, [])
        location = (section, len(records))
        if "id" in values:
            self._locations.setdefault((section, values["id"]), location)
        self.lines[location] = (row.file, row.line)
        records.append(values)

    def _add_entry(self, sheet: Sheet, row: Row, values: dict[str, Any]) -> None:
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

    def _owner(self, sheet: Sheet, row: Row) -> tuple[str, int] | None:
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
        self.problems.add(Problem(shown, line, message))


def _files_of(section: str) -> Iterable[str]:
    """The files whose rows are records of the section."""
    return (sheet.name for sheet in SHEETS.values() if sheet.sections == (section,) and not sheet.part)

