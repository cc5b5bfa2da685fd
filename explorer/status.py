"""A graph comes in, what it is and what it holds goes out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from explorer.graph.base import Graph
from explorer.retractions import noted
from explorer.statements import statement


@dataclass(frozen=True)
class Status:
    """Engine, place, dataset version, when it changed, numbers of entities by kind, and the loaded files."""

    engine: str
    version: str
    place: str
    dataset: str | None
    changed: str | None
    notice: str | None
    counts: dict[str, int]
    #: Each with `id`, `title`, `sha256`, `loaded` (ISO time), in the order of first loading.
    files: list[dict[str, Any]]
    #: What was retracted, each with `id`, `title`, `since` (ISO time) and `why`, the earliest first.
    retracted: list[dict[str, Any]]


def status(graph: Graph) -> Status:
    """Raises GraphUnreachable where there is no graph."""
    dataset = graph.read(statement("status/dataset")).rows
    files = graph.read(statement("load/dossiers")).rows
    return Status(
        engine=graph.engine,
        version=graph.about(),
        place=graph.place,
        dataset=dataset[0]["version"] if dataset else None,
        changed=dataset[0]["changed"] if dataset else None,
        notice=graph.notice(),
        counts=graph.read(statement("status/counts")).rows[0],
        files=[{name: row[name] for name in ("id", "title", "sha256", "loaded")} for row in files],
        retracted=[{name: getattr(each, name) for name in ("id", "title", "since", "why")} for each in noted(graph)],
    )
