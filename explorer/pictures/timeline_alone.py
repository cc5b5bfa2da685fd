"""The root of a timeline comes in; it gets what it needs outside of any page: looks, a background, what is left out."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from explorer.pictures.drawing import add
from explorer.pictures.shapes import number
from explorer.pictures.timeline import Timeline

_LINE, _INSET = 18.0, 12.0

_LOOKS = """
.paper { fill: #fff; }
text { fill: #1f2023; font: 13px system-ui, "Segoe UI", Roboto, "Liberation Sans", sans-serif; }
.grid { stroke: #e6e3da; }
text.tick, text.year, text.left-out { fill: #5c5e63; font-size: 12px; }
text.year, text.heading { fill: #5c5e63; font-weight: 600; }
a { text-decoration: none; }
.mark { fill: #14596f; stroke: #14596f; stroke-width: 1.5; stroke-linejoin: round; }
.claim .mark { fill: #8a4b16; stroke: #8a4b16; }
.planned .mark, .cancelled .mark, .proposed .mark { fill: #fff; }
.circa .mark { fill-opacity: .3; stroke-dasharray: 3 2; }
.open .mark { fill: none; }
.month .mark, .year .mark { fill-opacity: .3; }
.label { stroke: #fff; stroke-width: 3; paint-order: stroke; }
tspan.note { fill: #5c5e63; }
.hidden { visibility: hidden; }
a:hover .hidden, a:focus .hidden { visibility: visible; }
a:hover .label, a:focus .label { text-decoration: underline; }
"""


def stand_alone(root: Element, timeline: Timeline, width: int, height: float) -> float:
    """Add it all, the words below the picture; how high it is now."""
    for line in _left_out(timeline):
        height += _LINE
        add(root, "text", {"class": "left-out", "x": _INSET, "y": height - _LINE / 3}, line)
    style, paper = Element("style"), Element("rect", {"class": "paper", "width": "100%", "height": "100%"})
    style.text = _LOOKS
    root.insert(0, style)
    root.insert(1, paper)
    root.set("width", str(width))
    root.set("height", number(height))
    return height


def _left_out(timeline: Timeline) -> Iterator[str]:
    if timeline.rule:
        yield timeline.rule
    if timeline.undated:
        yield f"Without a date and not drawn: {len(timeline.undated)}."
    if timeline.outside:
        yield f"Earlier or later and not drawn: {timeline.outside}."
