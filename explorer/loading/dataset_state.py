"""The version of the data, and the loads that are under way or were cut off, as the graph has them noted."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.graph.base import Reader
from explorer.statements import statement


@dataclass(frozen=True)
class DatasetState:
    """What changes whenever the graph does. `writing` says since when and by whom, `unfinished` of which files."""

    version: str | None = None
    writing: str | None = None
    unfinished: frozenset[str] = frozenset()


def read_state(reader: Reader) -> DatasetState:
    """The state now."""
    rows = reader.read(statement("status/dataset")).rows
    if not rows:
        return DatasetState()
    return DatasetState(rows[0]["version"], rows[0]["writing"], frozenset(rows[0]["unfinished"] or ()))
