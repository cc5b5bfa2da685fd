"""The start page: what the collection holds, its latest meetings, and all questions with examples.

What it shows is kept until the data change. Examples are asked before they are shown, which takes a statement each:
one page looks for some of them, those that follow for the others.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from flask import Blueprint, current_app, redirect, render_template, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from explorer import dates
from explorer.answers.answer import Answer
from explorer.catalogue.query_file import QueryFile
from explorer.catalogue.themes import by_theme
from explorer.connection import Connection
from explorer.errors import ExplorerError
from explorer.examples.example_questions import Example, ExampleFinder
from explorer.examples.patience import Patience
from explorer.pictures.timeline import build as timelines
from explorer.pictures.timeline import svg as timeline_svg
from explorer.statements import statement
from explorer.web import caching, links
from explorer.web.pages import api
from explorer.web.request import arguments, connection, state, wants_json

routes = Blueprint("home", __name__)
_LATEST = 12
_HEADLINES = 4
#: Seconds, and statements, that one page takes to look for examples; and after how many seconds those that were too
#: slow are looked for again.
SECONDS, STATEMENTS, AGAIN = 2.0, 14, 60.0


@dataclass(frozen=True)
class HomePage:
    """All that the start page shows, of one version of the data."""

    engine: str
    dataset: str | None
    notes: list[str]
    counts: list[tuple[str, int]]
    span: str
    latest: Markup
    finder: ExampleFinder
    headlines: list[str]
    themes: list[tuple[str, list[tuple[QueryFile, Example | None]]]]
    #: Whether examples may be missing because the graph was slow, as a server is that has just started; and when.
    short: bool = False
    made: float = 0.0
    #: Whether examples are still to be looked for.
    unfinished: bool = True

    @property
    def to_go_on(self) -> bool:
        """Whether it is worth looking for more examples now."""
        return self.unfinished or (self.short and time.monotonic() > self.made + AGAIN)


@routes.get("/")
def home() -> str:
    """What the collection holds, examples, and all questions."""
    arguments(())
    page = home_page()
    if page.short or page.unfinished:
        caching.do_not_keep()
    return render_template("home.html", page=page)


@routes.get("/questions")
def all_questions() -> Response:
    """The list of questions, which is on the start page."""
    return api.questions() if wants_json() else redirect(url_for("home.home", _anchor="questions"))


def home_page() -> HomePage:
    """The start page of the data as it is now."""
    version, notice = state()
    kept: HomePage | None = current_app.extensions.get("explorer-home")
    notes = [notice] if notice else []
    if kept is None or version is None or (kept.dataset, kept.notes) != (version, notes):
        kept = _without_examples(connection(), version, notes)
    if kept.to_go_on:
        kept = _with_examples(kept, connection())
    current_app.extensions["explorer-home"] = kept
    return kept


def _without_examples(source: Connection, version: str | None, notes: list[str]) -> HomePage:
    first, last = _span(source)
    counts = source.graph.read(statement("status/counts"), timeout=source.settings.timeout).rows[0]
    return HomePage(
        engine=source.graph.engine,
        dataset=version,
        notes=notes,
        counts=list(counts.items()),
        span=dates.show(f"{first}/{last}") if first and last else "",
        latest=_latest(source, first, last),
        finder=ExampleFinder(source),
        headlines=[],
        themes=_themes(source, {}),
        unfinished=version is not None,
    )


def _with_examples(page: HomePage, source: Connection) -> HomePage:
    first_ones = Patience(SECONDS, STATEMENTS)
    headlines = page.finder.headline(_HEADLINES, first_ones)
    others = Patience(SECONDS, first_ones.statements)
    found = page.finder.examples(others)
    return replace(
        page,
        headlines=headlines,
        themes=_themes(source, found),
        short=first_ones.short or others.short,
        made=time.monotonic(),
        unfinished=first_ones.unfinished or others.unfinished,
    )


def _themes(
    source: Connection, found: Mapping[str, Example]
) -> list[tuple[str, list[tuple[QueryFile, Example | None]]]]:
    """All questions by theme, each with its example, if it has one."""
    return [(theme, [(each, found.get(each.name)) for each in every]) for theme, every in by_theme(source.catalogue)]


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
