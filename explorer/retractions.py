"""What was retracted and is to stay away: a graph comes in, the retractions that it has noted go out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from explorer import dates
from explorer.graph.base import Reader
from explorer.statements import statement


@dataclass(frozen=True)
class Noted:
    """A source or a loaded file that was retracted.

    `ids` are all ids that it had, `title` what it was called, `since` when it was retracted (ISO time), `why` for what
    reason. `files` described it. `fell` are the entities, as `Label id`, that fell with it though other files
    speak of them. Of a file also its checksum, some of the entities that told it from other files (as `fell`), and its
    place in the order of loading; that one is kept after the retraction has `ended`, until the file is loaded again.
    """

    id: str
    ids: tuple[str, ...]
    title: str
    of_file: bool
    since: str
    why: str
    files: tuple[str, ...]
    fell: tuple[str, ...]
    described: tuple[str, ...]
    sha256: str
    position: int
    ended: str

    def __str__(self) -> str:
        kind = "file" if self.of_file else "source"
        why = f" ({self.why})" if self.why else ""
        return f"the {kind} '{self.id}', {self.title}, was retracted on {dates.show(self.since[:10])}{why}"

    @property
    def remedy(self) -> str:
        """How it comes back."""
        return f"`explorer restore {self.id}` and loading again bring it back"

    def properties(self) -> dict[str, Any]:
        """All that is stored of it."""
        own = {**vars(self), "called": self.title, **{name: list(getattr(self, name)) for name in _LISTS}}
        return {name: value for name, value in own.items() if name != "title" and value not in ("", [], None)}


_LISTS = ("ids", "files", "fell", "described")


def every(reader: Reader) -> list[Noted]:
    """All that are noted, the earliest first: also those that have ended and whose files are not loaded again."""
    return [_noted(row) for row in reader.read(statement("retract/marks")).rows]


def noted(reader: Reader) -> list[Noted]:
    """The retractions that hold, the earliest first."""
    return [each for each in every(reader) if not each.ended]


def of_source(reader: Reader, id: str) -> Noted | None:
    """The retraction of the source or file of that id, if it was retracted."""
    return next((each for each in noted(reader) if id in each.ids), None)


def _noted(row: dict[str, Any]) -> Noted:
    given: dict[str, Any] = {name: row[name] or "" for name in ("id", "since", "why", "sha256", "ended")}
    given |= {name: tuple(row[name] or ()) for name in _LISTS}
    return Noted(title=row["called"], of_file=bool(row["of_file"]), position=row["position"] or 0, **given)
