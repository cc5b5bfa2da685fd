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
from explorer.web.evidence.source_cards import MOST_SOURCES, About, Spot, cards, spots_in
from explorer.web.request import connection

routes = Blueprint("evidence", __name__)

_PLACE = re.compile(r"(.+):([0-9]{1,9}):([0-9]{1,9})")
_HOW = "write ?about=meeting:ID, ?quote=SOURCE:START:END, or both"


@routes.get("/evidence")
def panel() -> Response:
    """The quotes that the address names, each in its paragraph; for a meeting or claim alone, all of it."""
    about, spots = _asked()
    entity = connection().page(*about) if about else None
    shown = cards(spots, about)
    if not shown.cards:
        raise UsageError(f"The address names no quote: {_HOW}.")
    alone = request.headers.get("HX-Request") != "true"
    response = make_response(
        render_template(
            "evidence.html" if alone else "_evidence.html",
            shown=shown,
            about=about,
            subject=display_name(entity) if entity else "",
            level=2 if alone else 3,
        ),
        # What is named and not there is a page that is not there, unless something else is.
        200 if any(card.fields and not card.problems for card in shown.cards) else 404,
    )
    response.vary.add("HX-Request")
    return response


def evidence_address(
    groups: Sequence[tuple[Mapping[str, Any], Sequence[Mapping[str, Any]]]], about: About | None = None
) -> str:
    """The panel for evidence that is grouped by its sources, on a claim, a meeting or an actor.

    Long evidence is cut to what fits.
    """
    spots = spots_in(groups)
    sources = list(dict.fromkeys(spot.source for spot in spots))[:MOST_SOURCES]
    return links.panel(about, [_written(spot) for spot in spots if spot.source in sources])


def _asked() -> tuple[About | None, list[Spot]]:
    """What the address says. Raises UsageError for what it cannot mean."""
    if unknown := set(request.args) - {"about", "quote"}:
        raise UsageError(f"This page takes no '{min(unknown)}': {_HOW}.")
    named = request.args.getlist("about")
    if len(named) > 1:
        raise UsageError(f"'about' is given {len(named)} times in the address: give it once.")
    return _about(named[0]) if named and named[0] else None, [_spot(each) for each in request.args.getlist("quote")]


def _about(text: str) -> About:
    kind, _, id = text.partition(":")
    if kind not in links.PLURALS or not id:
        raise UsageError(f"'{text}' names nothing: write one of {', '.join(links.PLURALS)}, a colon and an id.")
    return kind, id


def _spot(text: str) -> Spot:
    found = _PLACE.fullmatch(text)
    return Spot(found[1], int(found[2]), int(found[3])) if found else Spot(text)


def _written(spot: Spot) -> str:
    return spot.source if spot.start is None else f"{spot.source}:{spot.start}:{spot.end}"
