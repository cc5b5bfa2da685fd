"""An EntityPage comes in, its HTML goes out, with what only a person who looks at it needs: texts, cards, a picture."""

from __future__ import annotations

from typing import Any

from flask import render_template
from markupsafe import Markup

from explorer.errors import TooSlow
from explorer.pictures.network import build, svg
from explorer.web import links
from explorer.web.entities.entity_page import EntityPage
from explorer.web.entities.sections import Filled, fill, in_haste, unkept
from explorer.web.evidence import highlights, source_cards
from explorer.web.request import connection

_TEMPLATES = {"actor": "actor.html", "meeting": "meeting.html", "claim": "claim.html", "source": "source.html"}


def html(page: EntityPage) -> str:
    """The page of an entity."""
    return render_template(_TEMPLATES.get(page.kind, "entity.html"), page=page, more=_more(page))


def _more(page: EntityPage) -> dict[str, Any]:
    if page.kind == "actor":
        return {"circle": _circle(page)}
    if page.kind in ("meeting", "claim"):
        return {"cards": source_cards.cards((), (page.kind, page.id))}
    return _of_source(page) if page.kind == "source" else {}


def _circle(page: EntityPage) -> Markup | None:
    """The network of the first circle; nothing where there is none, or where it takes too long."""
    source = in_haste(connection())
    try:
        found = build.around(source.graph, page.kind, page.id, timeout=source.settings.timeout)
    except TooSlow:
        unkept()
        return None
    return Markup(svg.svg(found, links.entity)) if found.links else None


def _of_source(page: EntityPage) -> dict[str, Any]:
    """The text with every quote in it marked, and how many other sources report what this one does."""
    source = in_haste(connection())
    text = page.fields.get("text") or ""
    whole = [fill(each.section, [page.id], connection().settings.max_rows) for each in page.sections] if text else []
    quotes = [quote for each in whole if each.answer for quote in highlights.quotes(each.answer, page.id)]
    facts = [value["id"] for each in page.sections for value in _facts(each)]
    known = source.details("fact-sources", facts) if facts else []
    return {
        "segments": highlights.segments(highlights.unwrapped(text), quotes) if text else [],
        "unmarked": [each.problem for each in whole if each.problem],
        "others": {(each["kind"], each["id"]): each["sources"] - 1 for each in known},
        "tally": _tally(page),
    }


def _facts(filled: Filled) -> list[dict[str, Any]]:
    return [row[row["kind"]] for row in filled.rows if row["kind"] in ("meeting", "claim")]


def _tally(page: EntityPage) -> dict[str, int] | None:
    """How many meetings and claims the source reports, and how many of them stand on it alone."""
    try:
        return in_haste(connection()).details("source-tally", page.id)[0]
    except TooSlow:
        unkept()
        return None
