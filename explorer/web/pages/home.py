"""What the start page shows: counts, the latest meetings, all questions with examples; kept until data change."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import date

from flask import current_app
from markupsafe import Markup

from explorer import dates
from explorer.answers.answer import Answer
from explorer.catalogue.query_file import QueryFile
from explorer.catalogue.themes import by_theme
from explorer.connection import Connection
from explorer.errors import ExplorerError
from explorer.examples.deadline import Patience
from explorer.examples.example_questions import Example, examples, headline
from explorer.pictures.timeline import build as timelines
from explorer.pictures.timeline import svg as timeline_svg
from explorer.statements import statement
from explorer.web import links
from explorer.web.request import connection

_LATEST = 12
_HEADLINES = 4
#: Seconds in which all examples, and those at the top, are looked for; and after which those that lack are, again.
SECONDS, AGAIN = 2.0, 60.0


@dataclass(frozen=True)
class HomePage:
    """All that the start page shows, of one version of the data."""

    engine: str
    dataset: str | None
    notes: list[str]
    counts: list[tuple[str, int]]
    span: str
    latest: Markup
    headlines: list[str]
    themes: list[tuple[str, list[tuple[QueryFile, Example | None]]]]
    #: Whether examples may be missing because the graph was slow, as a server is that has just started; and when.
    short: bool
    made: float


def home_page() -> HomePage:
    """The start page of the data as it is now."""
    version, notice = connection().graph.state()
    kept: HomePage | None = current_app.extensions.get("explorer-home")
    notes = [notice] if notice else []
    if (
        kept is None
        or version is None
        or (kept.dataset, kept.notes) != (version, notes)
        or (kept.short and time.monotonic() > kept.made + AGAIN)
    ):
        kept = _make(version, notice)
        current_app.extensions["explorer-home"] = kept
    return kept


def _make(version: str | None, notice: str | None) -> HomePage:
    source = connection()
    first_ones = Patience(SECONDS)
    headlines = headline(source, _HEADLINES, first_ones) if version else []
    others = Patience(SECONDS)
    found = examples(source, others) if version else {}
    first, last = _span(source)
    return HomePage(
        engine=source.graph.engine,
        dataset=version,
        notes=[notice] if notice else [],
        counts=list(source.status().counts.items()),
        span=dates.show(f"{first}/{last}") if first and last else "",
        latest=_latest(source, first, last),
        headlines=headlines,
        themes=[(theme, [(each, found.get(each.name)) for each in all]) for theme, all in by_theme(source.catalogue)],
        short=first_ones.short or others.short,
        made=time.monotonic(),
    )


def _span(source: Connection) -> tuple[date | None, date | None]:
    row = source.graph.read(statement("status/span"), timeout=source.settings.timeout).rows[0]
    firsts = [day for day in (row["met_first"], row["said_first"]) if day]
    lasts = [day for day in (row["met_last"], row["said_last"]) if day]
    return min(firsts, default=None), max(lasts, default=None)


def _latest(source: Connection, first: date | None, last: date | None) -> Markup:
    """The latest meetings as a strip; nothing where there are none, or where a graph is too large to ask in time."""
    if not first or not last or "meetings-during" not in source.catalogue:
        return Markup()
    try:
        answer = source.run("meetings-during", since=first, until=last, limit=_LATEST)
        if not isinstance(answer, Answer) or not answer.rows:
            return Markup()
        drawn = timelines.timeline(source.graph, answer, timeout=source.settings.timeout)
    except ExplorerError:
        return Markup()
    return Markup(timeline_svg.strip(drawn, links.entity))
