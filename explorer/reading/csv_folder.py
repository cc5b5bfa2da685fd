"""A folder of CSV files comes in, plain data with the file and line of every value goes out, as from a dossier.

People who keep spreadsheets write one file for each kind of record; `participants.csv`, `affiliations.csv` and
`reports.csv` name the record that their rows belong to. Lists are split by `;`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rapidfuzz import process

from explorer.errors import Problem
from explorer.reading.located import LARGEST, Location, Tree

_REPORT = ("source", "quote", "occurrence", "page", "date", "place")
_COLUMNS: dict[str, tuple[str, ...]] = {
    "sources": ("id", "title", "text", "url", "archive_url", "publisher", "author", "published", "retrieved", "kind",
                "language"),
    "places": ("id", "name", "country", "aliases"),
    "topics": ("id", "name", "aliases"),
    "actors": ("id", "kind", "name", "aliases", "description", "part_of"),
    "organizations": ("id", "name", "aliases", "description", "part_of"),
    "meetings": ("id", "title", "kind", "format", "status", "date", "duration", "place", "part_of", "topics",
                 "summary"),
    "claims": ("id", "text", "kind", "speaker", "on_behalf_of", "to", "about", "about_meetings", "made_at", "date",
               "topics", "contradicts", "supports", "answers"),
    "affiliations": ("actor", "organization", "role", "since", "until", *_REPORT[:4]),
    "participants": ("meeting", "actor", "role", "status", *_REPORT[:4]),
    "reports": ("record", *_REPORT),
}  # fmt: skip
_LISTS = {"aliases", "topics", "to", "about", "about_meetings", "contradicts", "supports", "answers"}
_NEEDED = {"affiliations": ("actor", "organization"), "participants": ("meeting", "actor"), "reports": ("record",)}


@dataclass(frozen=True)
class _Row:
    file: str
    line: int
    values: dict[str, Any]


def sheets(folder: Path) -> list[Path]:
    """The CSV files of a folder."""
    return sorted(path for path in folder.iterdir() if path.suffix.lower() == ".csv")


def read(folder: Path, shown: str) -> Tree:
    """The folder as a Tree; `shown` is how messages name it. Faults of the files are in `Tree.problems`."""
    builder = _Builder(folder, shown)
    for path in sheets(folder):
        builder.take(path)
    builder.join()
    return Tree(builder.data, builder.lines, builder.problems, b"".join(builder.content), shown)


class _Builder:
    """Rows of all files to the nested data of a dossier."""

    def __init__(self, folder: Path, shown: str) -> None:
        self.shown = shown
        self.content: list[bytes] = []
        self.problems: list[Problem] = []
        self.lines: dict[Location, tuple[str, int]] = {(): (shown, 1)}
        self.data: dict[str, Any] = {"title": folder.resolve().name.replace("-", " ").replace("_", " ").capitalize()}
        self._rows: dict[str, list[_Row]] = {}
        self._places: dict[tuple[str, str], Location] = {}

    def take(self, path: Path) -> None:
        """Read one file; its name says what is in it."""
        name, shown = path.stem.lower(), f"{self.shown}/{path.name}"
        if name not in _COLUMNS:
            self._fault(shown, 1, f"unknown file{_nearest(name, list(_COLUMNS))}")
            return
        if name in self._rows:
            self._fault(shown, 1, f"`{name}` has a file here already, whose name has other capitals: join the two")
            return
        self._rows[name] = []
        try:
            if path.stat().st_size > LARGEST:
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
            self._rows[name] = list(self._read_rows(name, shown, text))
        except csv.Error as error:
            self._fault(shown, 1, f"this is not CSV: {error}")

    def _read_rows(self, name: str, shown: str, text: str) -> Iterator[_Row]:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
        header = [column.strip() for column in next(reader, [])]
        for column in header:
            if column not in _COLUMNS[name]:
                self._fault(shown, 1, f"unknown column `{column}`{_nearest(column, list(_COLUMNS[name]))}")
        for column in {column for column in header if header.count(column) > 1}:
            self._fault(shown, 1, f"the column `{column}` stands here twice: keep one of them")
        line = reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield self._row(name, shown, line, header, cells)
            line = reader.line_num + 1

    def _row(self, name: str, shown: str, line: int, header: list[str], cells: list[str]) -> _Row:
        if len(cells) > len(header):
            message = f"{len(cells)} cells for {len(header)} columns: quote a cell that has a separator in it"
            self._fault(shown, line, message)
        values: dict[str, Any] = {}
        for column, cell in zip(header, cells, strict=False):
            if column in _COLUMNS[name] and cell.strip():
                parts = [part.strip() for part in cell.split(";") if part.strip()]
                values[column] = parts if column in _LISTS else cell.strip()
        for needed in _NEEDED.get(name, ()):
            if needed not in values:
                self._fault(shown, line, f"`{needed}` is missing")
        return _Row(shown, line, values)

    def join(self) -> None:
        """Put rows that belong to a record into that record."""
        for name in ("sources", "places", "topics", "actors", "organizations", "meetings", "claims"):
            section = "actors" if name == "organizations" else name
            extra = {"kind": "organization"} if name == "organizations" else {}
            for row in self._rows.get(name, []):
                self._record(section, row, {**row.values, **extra})
        for row in self._rows.get("affiliations", []):
            inner = {"actor": row.values.get("organization"), **_only(row, "role", "since", "until")}
            self._part("actors", row.values.get("actor"), "affiliations", row, {**inner, **_reports(row)})
        for row in self._rows.get("participants", []):
            inner = {**_only(row, "actor", "role", "status"), **_reports(row)}
            self._part("meetings", row.values.get("meeting"), "participants", row, inner)
        for row in self._rows.get("reports", []):
            record = row.values.get("record")
            sections = [each for each in ("meetings", "claims") if (each, str(record)) in self._places]
            if len(sections) > 1:
                self._fault(row.file, row.line, f"'{record}' is a meeting and a claim: give one of them another id")
            section = sections[0] if sections else "meetings"
            self._part(section, record, "reports", row, _only(row, *_REPORT))

    def _record(self, section: str, row: _Row, values: dict[str, Any]) -> None:
        records = self.data.setdefault(section, [])
        place = (section, len(records))
        self._places.setdefault((section, str(values.get("id"))), place)
        self._note(place, row)
        records.append(values)

    def _part(self, section: str, owner: str | None, part: str, row: _Row, values: dict[str, Any]) -> None:
        """A row that is part of a record: `owner` is that record's id."""
        if owner is None:
            return
        place = self._places.get((section, owner))
        if place is None:
            known = [record for kind, record in self._places if kind == section]
            sheet = "actors.csv or organizations.csv" if section == "actors" else f"{section}.csv"
            self._fault(row.file, row.line, f"'{owner}' has no row in {sheet}{_nearest(owner, known, 'add one')}")
            return
        parts = self.data[section][place[1]].setdefault(part, [])
        self._note((*place, part, len(parts)), row)
        parts.append(values)

    def _note(self, place: Location, row: _Row) -> None:
        self.lines[place] = (row.file, row.line)

    def _fault(self, shown: str, line: int, message: str) -> None:
        self.problems.append(Problem(shown, line, message))


def _delimiter(text: str) -> str:
    """The comma, or the tab that some spreadsheets write. Never `;`, which splits lists."""
    first = text.partition("\n")[0]
    return "\t" if "\t" in first and "," not in first else ","


def _only(row: _Row, *names: str) -> dict[str, Any]:
    return {name: row.values[name] for name in names if name in row.values}


def _reports(row: _Row) -> dict[str, Any]:
    """The row's own source and quote as a report, if it has any."""
    report = _only(row, *_REPORT[:4])
    return {"reports": [report]} if report else {}


def _nearest(text: str, right: list[str], otherwise: str = "") -> str:
    found = process.extractOne(text, right, score_cutoff=60)
    if found:
        return f": did you mean `{found[0]}`?"
    return f": {otherwise or 'known are ' + ', '.join(right)}"
