"""The evidence panel: an address that names places in sources comes in, the sources side by side go out.

A page by itself or, for a script that asks with the header `HX-Request`, only the panel.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from flask import Blueprint, Response, make_response, render_template, request

from explorer.answers.display import display_name
from explorer.errors import UsageError
from explorer.web import links
from explorer.web.evidence.source_cards import (
    MOST_QUOTES,
    MOST_SOURCES,
    QuotePlace,
    Subject,
    all_places,
    cards,
    first_places,
    places_in,
)
from explorer.web.request import check_length, connection

routes = Blueprint("panel", __name__)

_PLACE = re.compile(r"(.+):([0-9]{1,9}):([0-9]{1,9})")
_HOW = "?about=meeting:ID, ?quote=SOURCE:START:END, or both"


@routes.get("/evidence")
def panel() -> Response:
    """The quotes that the address names, each in its paragraph; for a meeting or claim alone, all of it."""
    about, places = _asked()
    entity = connection().page(*about) if about else None
    about = (about[0], entity["id"]) if about and entity else None  # which another id may lead on to
    known = all_places(about, entity) if about and entity else []
    shown = cards(places or first_places(known), about, known)
    if not shown.cards:
        raise UsageError(f"The address names no quote: write {_HOW}.")
    whole_page = request.headers.get("HX-Request") != "true"
    response = make_response(
        render_template(
            "evidence.html" if whole_page else "_evidence.html",
            shown=shown,
            about=about,
            subject=display_name(entity) if entity else "",
            level=2 if whole_page else 3,
        ),
        # What is named and not there is a page that is not there, unless something else is.
        200 if any(card.fields and not card.problems for card in shown.cards) else 404,
    )
    response.vary.add("HX-Request")
    return response


def evidence_address(
    groups: Sequence[tuple[Mapping[str, Any], Sequence[Mapping[str, Any]]]], about: Subject | None = None
) -> str:
    """The panel for evidence that is grouped by its sources, on a claim, a meeting or an actor.

    Long evidence is cut to what fits.
    """
    places = places_in(groups, MOST_QUOTES)
    sources = list(dict.fromkeys(place.source for place in places))[:MOST_SOURCES]
    return links.panel(about, [_written(place) for place in places if place.source in sources])


def _asked() -> tuple[Subject | None, list[QuotePlace]]:
    """What the address says. Raises UsageError for what it cannot mean."""
    if unknown := set(request.args) - {"about", "quote"}:
        raise UsageError(f"This link has an unknown option: '{min(unknown)}'. It takes {_HOW}.")
    for name, text in request.args.items(multi=True):
        check_length(name, text)
    named = request.args.getlist("about")
    if len(named) > 1:
        raise UsageError(f"'about' is given {len(named)} times in the address: give it once.")
    return _about(named[0]) if named and named[0] else None, [_place(each) for each in request.args.getlist("quote")]


def _about(text: str) -> Subject:
    kind, _, id = text.partition(":")
    if kind not in links.PLURALS or not id:
        raise UsageError(f"'{text}' names nothing: write one of {', '.join(links.PLURALS)}, a colon and an id.")
    return kind, id


def _place(text: str) -> QuotePlace:
    found = _PLACE.fullmatch(text)
    return QuotePlace(found[1], int(found[2]), int(found[3])) if found else QuotePlace(text)


def _written(place: QuotePlace) -> str:
    return place.source if place.start is None else f"{place.source}:{place.start}:{place.end}"
