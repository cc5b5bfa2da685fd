"""The root of a timeline comes in; it gets what it needs outside of any page: looks, a background, what is left out."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from explorer.pictures import palette
from explorer.pictures.svg_elements import add, number
from explorer.pictures.text_metrics import printable, wrapped
from explorer.pictures.timeline.model import Timeline
from explorer.pictures.timeline.places import TYPE

_LINE, _INSET, _SMALL = 18.0, 12.0, 12.0

_LOOKS = f"""
.paper {{ fill: {palette.PAGE}; }}
text {{ fill: {palette.INK}; font: {TYPE}px {palette.FONT}; }}
.grid {{ stroke: {palette.LINE}; }}
text.tick, text.year, text.words {{ fill: {palette.SOFT}; font-size: {_SMALL}px; }}
text.year, text.heading {{ fill: {palette.SOFT}; font-weight: 600; }}
a {{ text-decoration: none; }}
.mark {{ fill: {palette.MEETING}; stroke: {palette.MEETING}; stroke-width: 1.5; stroke-linejoin: round; }}
.claim .mark {{ fill: {palette.CLAIM}; stroke: {palette.CLAIM}; }}
.planned .mark, .cancelled .mark, .proposed .mark {{ fill: {palette.PAGE}; }}
.circa .mark {{ fill-opacity: .3; stroke-dasharray: 3 2; }}
.open .mark {{ fill: none; }}
.month .mark, .year .mark {{ fill-opacity: .3; }}
.label {{ stroke: {palette.PAGE}; stroke-width: 3; paint-order: stroke; }}
tspan.note {{ fill: {palette.SOFT}; }}
.hidden {{ visibility: hidden; }}
a:hover .hidden, a:focus .hidden {{ visibility: visible; }}
a:hover .label, a:focus .label {{ text-decoration: underline; }}
"""


def stand_alone(root: Element, timeline: Timeline, width: int, height: float, source: str) -> float:
    """Add it all, the words below the picture; how high it is now."""
    for line in (line for text in _words(timeline, source) for line in wrapped(text, width - 2 * _INSET, _SMALL)):
        height += _LINE
        add(root, "text", {"class": "words", "x": _INSET, "y": height - _LINE / 3}, line)
    style, paper = Element("style"), Element("rect", {"class": "paper", "width": "100%", "height": "100%"})
    style.text = _LOOKS
    root.insert(0, style)
    root.insert(1, paper)
    root.set("width", str(width))
    root.set("height", number(height))
    return height


def _words(timeline: Timeline, source: str) -> Iterator[str]:
    if timeline.rule:
        yield timeline.rule
    if timeline.undated:
        yield f"Without a date and not drawn: {len(timeline.undated)}."
    if timeline.outside:
        yield f"Earlier or later and not drawn: {timeline.outside}."
    yield "A day is a mark, a longer time a bar; a dashed outline is around that time, a hollow one was not held."
    yield printable(source)
