"""What the start page shows: counts, examples, and the catalogue by theme. Kept until the data changes."""

from __future__ import annotations

from dataclasses import dataclass

from flask import current_app

from explorer.asking.query_file import QueryFile
from explorer.asking.themes import by_theme
from explorer.web.current import connection
from explorer.web.examples import examples


@dataclass(frozen=True)
class HomePage:
    """All that the start page shows, of one version of the data."""

    engine: str
    dataset: str | None
    notes: list[str]
    counts: list[tuple[str, int]]
    examples: list[str]
    themes: list[tuple[str, list[QueryFile]]]


def home_page() -> HomePage:
    """The start page of the data as it is now."""
    graph = connection().graph
    version, notice = graph.dataset(), graph.notice()
    kept: HomePage | None = current_app.extensions.get("explorer-home")
    if kept is None or version is None or (kept.dataset, kept.notes) != (version, [notice] if notice else []):
        kept = _make(version, notice)
        current_app.extensions["explorer-home"] = kept
    return kept


def _make(version: str | None, notice: str | None) -> HomePage:
    source = connection()
    return HomePage(
        engine=source.graph.engine,
        dataset=version,
        notes=[notice] if notice else [],
        counts=list(source.status().counts.items()),
        examples=examples(source) if version else [],
        themes=by_theme(source.catalogue),
    )
