"""Plain data as it was read, with the file and line of every value: what every reader of a format gives."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import Any

from explorer.errors import Problem, Problems

#: Where a value stands in the data: keys and positions from the root.
Location = tuple[str | int, ...]
#: Larger files are not read.
LARGEST_FILE_BYTES = 100 * 1024 * 1024


@dataclass(frozen=True)
class Tree:
    """Nested data of one dossier. `content` are the bytes that it was read from, `shown` its name in messages."""

    data: dict[str, Any]
    lines: dict[Location, tuple[str, int]]
    problems: Problems = field(default_factory=Problems)
    content: bytes = b""
    shown: str = ""
    #: Fields that were written and are faulty, by the location of their record: they are not missing.
    dropped: dict[Location, set[str]] = field(default_factory=dict)
    #: Ids of records that could not be read, by section.
    further_ids: dict[str, set[str]] = field(default_factory=dict)
    #: Sections of which a file could not be read: what refers to records there may be right.
    unread: set[str] = field(default_factory=set)
    #: What is doubtful, and is loaded nevertheless.
    warnings: Problems = field(default_factory=Problems)
    #: Words that mean nothing in the format, such as YAML's Null, by where they stand.
    nulls: dict[Location, str] = field(default_factory=dict)

    @classmethod
    def broken(cls, shown: str, line: int, message: str) -> Tree:
        """A tree without data, for a file that cannot be read."""
        return cls({}, {}, Problems([Problem(shown, line, message, unreadable=True)]), b"", shown)

    def ids(self, section: str) -> set[str]:
        """The ids that stand in a section, those of faulty records too."""
        records = self.data.get(section) or []
        ids = {str(record["id"]) for record in records if isinstance(record, dict) and "id" in record}
        return ids | self.further_ids.get(section, set())

    def problem(self, location: Location, message: str) -> Problem:
        """A fault at the location, or at the nearest location around it whose line is known."""
        if word := self.nulls.get(location):
            message += f"; `{word}` means nothing in YAML: if the word is meant, put it in quotation marks"
        for length in range(len(location), -1, -1):
            if where := self.lines.get(location[:length]):
                return Problem(*where, message)
        return Problem(self.shown, 1, message)

    def without_faults(self, faults: set[Location]) -> Tree:
        """The tree without what stands at the faults. A record whose required field is missing goes as a whole."""
        copier = _FaultlessCopy(self, faults)
        data = copier.value(self.data, (), ())
        return replace(self, data=data, lines=copier.lines, dropped=copier.dropped, nulls={})


_REMOVED = object()


class _FaultlessCopy:
    """Copies a tree without its faults; list items move up, and their lines with them."""

    def __init__(self, tree: Tree, faults: set[Location]) -> None:
        self._tree = tree
        self._faults = faults
        #: Every location that is a fault or has one inside.
        self._around = {fault[:length] for fault in faults for length in range(len(fault) + 1)}
        #: The names that faults have, by the location of their map.
        self._names: dict[Location, list[str | int]] = defaultdict(list)
        for fault in faults:
            if fault:
                self._names[fault[:-1]].append(fault[-1])
        self.lines = dict(tree.lines)
        self.dropped: dict[Location, set[str]] = {}

    def value(self, value: Any, old: Location, new: Location) -> Any:
        """The copy of the value, which stood at `old` and will stand at `new`; _REMOVED where nothing is left."""
        if where := self._tree.lines.get(old):
            self.lines[new] = where
        if isinstance(value, dict):
            return self._map(value, old, new)
        if isinstance(value, list) and old not in self._faults:
            return self._list(value, old, new)
        return _REMOVED if old in self._around else value

    def _map(self, value: dict[str, Any], old: Location, new: Location) -> Any:
        lacks_a_field = any(name not in value for name in self._names.get(old, ()))
        if old and (lacks_a_field or old in self._faults):
            return _REMOVED
        kept = {name: self.value(inner, (*old, name), (*new, name)) for name, inner in value.items()}
        removed = {name for name, inner in kept.items() if inner is _REMOVED}
        self.dropped[new] = removed | self._tree.dropped.get(old, set())
        return {name: inner for name, inner in kept.items() if inner is not _REMOVED}

    def _list(self, value: list[Any], old: Location, new: Location) -> list[Any]:
        kept: list[Any] = []
        for number, inner in enumerate(value):
            copied = self.value(inner, (*old, number), (*new, len(kept)))
            if copied is not _REMOVED:
                kept.append(copied)
        return kept
