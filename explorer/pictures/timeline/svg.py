"""The picture of a timeline as SVG that needs no script: one axis, and a band for each kind, meetings and claims.

Within a page its classes are styled by the site; alone it brings its own style.
"""

from __future__ import annotations

from datetime import date
from xml.etree.ElementTree import Element, tostring

from explorer import dates, model
from explorer.pictures.svg_elements import Href, add, begin, number
from explorer.pictures.timeline.axis import AXIS, FOOT, TALL, axis
from explorer.pictures.timeline.elements import Item, Timeline, latest
from explorer.pictures.timeline.items import LOW, ROW, draw
from explorer.pictures.timeline.placement import Places, Rows
from explorer.pictures.timeline.scale import Scale
from explorer.pictures.timeline.standalone import stand_alone

_INSET, _HEADING, _BELOW = 12.0, 30.0, 10.0
#: Beyond these rows an item has no label until it is pointed at.
_ROWS, _SPARE = 40, 20
#: Few items have more room for their labels than many.
_FEW, _LONG, _SHORT = 15, 600.0, 310.0
_STRIP_ROWS, _STRIP_SPARE, _STRIP_ITEMS = 5, 1, 10
#: How long labels of a strip may be: of these, what hides the fewest of them.
_STRIP_LONGEST = (310.0, 210.0)
#: Of what a strip is made.
_STRIP_KIND = "meeting"


def svg(timeline: Timeline, href: Href, *, standalone: bool = False, source: str = "", width: int = 1000) -> str:
    """The picture, as wide as said and as high as it needs to be. `href` gives the page of a kind and an id.

    Standing alone, it says what it is from.
    """
    bands = [(kind, items) for kind in model.names(reported=True) if (items := _of(timeline, kind))]
    root, scale = _begun(timeline, width)
    y = AXIS
    for (kind, items), rows in zip(bands, _shares([len(items) for _, items in bands]), strict=True):
        add(
            root,
            "text",
            {"class": "heading", "x": _INSET, "y": y + _HEADING - 12},
            model.kind_of(kind).plural.capitalize(),
        )
        longest = _LONG if len(items) <= _FEW else _SHORT
        y = _band(root, kind, Rows(scale, rows, _SPARE, longest).place(items), y + _HEADING, href)
    return _finished(root, timeline, scale, width, y + _BELOW, source if standalone else None)


def strip(timeline: Timeline, href: Href, *, width: int = 1000) -> str:
    """The latest meetings of it in a few rows."""
    last = latest(timeline, _STRIP_KIND, _STRIP_ITEMS)
    root, scale = _begun(last, width)
    tried = [Rows(scale, _STRIP_ROWS, _STRIP_SPARE, longest).place(last.items) for longest in _STRIP_LONGEST]
    y = _band(root, _STRIP_KIND, min(tried, key=lambda places: places.hidden), AXIS, href)
    return _finished(root, last, scale, width, y)


def _of(timeline: Timeline, kind: str) -> list[Item]:
    return [item for item in timeline.items if item.kind == kind]


def _shares(counts: list[int]) -> list[int]:
    """How many rows each of the bands may have: as many as the others leave, and an equal share at least."""
    return [max(_ROWS // len(counts), _ROWS - (sum(counts) - count)) for count in counts]


def _begun(timeline: Timeline, width: int) -> tuple[Element, Scale]:
    return begin("timeline"), Scale(timeline.begin, timeline.end, _INSET, width - _INSET)


def _finished(
    root: Element, timeline: Timeline, scale: Scale, width: int, height: float, source: str | None = None
) -> str:
    """The picture with its axis; where a source is said, as a file that stands alone."""
    if height > TALL:
        height += FOOT - _BELOW
    root.insert(0, axis(scale, height))
    root.set("aria-label", _described(timeline))
    if source is not None:
        height = stand_alone(root, timeline, width, height, source)
    root.set("viewBox", f"0 0 {width} {number(height)}")
    return tostring(root, encoding="unicode")


def _described(timeline: Timeline) -> str:
    counts = [(len(_of(timeline, kind.name)), kind) for kind in model.KINDS]
    parts = [f"{count} {kind.name if count == 1 else kind.plural}" for count, kind in counts if count]
    what = " and ".join(parts) or "nothing"
    return f"Timeline of {what}, {_words(timeline.begin)} to {_words(timeline.end)}"


def _words(day: date) -> str:
    return dates.show(day.isoformat())


def _band(root: Element, kind: str, places: Places, y: float, href: Href) -> float:
    """Draw the items of a kind from `y` on; where the band ends."""
    band = add(root, "g", {"class": f"band {model.kind_of(kind).plural}"})
    for placed in places.items:
        draw(band, placed, y + _down(placed.row + 0.5, places.labelled), href)
    return y + _down(places.rows, places.labelled)


def _down(rows: float, labelled: int) -> float:
    """How far down so many rows of a band reach."""
    return min(rows, labelled) * ROW + max(0.0, rows - labelled) * LOW
