"""What a timeline needs outside of any page: looks, a background, and words on what is left out."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from explorer import model
from explorer.pictures import palette
from explorer.pictures.svg_elements import add, number
from explorer.pictures.text_metrics import printable, wrapped
from explorer.pictures.timeline.elements import Timeline
from explorer.pictures.timeline.placement import TYPE

_LINE, _INSET, _SMALL = 18.0, 12.0, 12.0
#: The kind whose colour all marks have that have no other.
_USUAL = "meeting"


def stand_alone(root: Element, timeline: Timeline, width: int, height: float, source: str) -> float:
    """Add it all, the words below the picture; how high it is now."""
    for line in (line for text in _words(timeline, source) for line in wrapped(text, width - 2 * _INSET, _SMALL)):
        height += _LINE
        add(root, "text", {"class": "words", "x": _INSET, "y": height - _LINE / 3}, line)
    style, paper = Element("style"), Element("rect", {"class": "paper", "width": "100%", "height": "100%"})
    style.text = _looks()
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


def _looks() -> str:
    """The style sheet; frontend/css/pictures.css has the same for the pages."""
    return f"""
.paper {{ fill: {palette.PAGE}; }}
text {{ fill: {palette.INK}; font: {TYPE}px {palette.FONT}; }}
.grid {{ stroke: {palette.LINE}; }}
text.tick, text.year, text.words {{ fill: {palette.SOFT}; font-size: {_SMALL}px; }}
text.year, text.heading {{ fill: {palette.SOFT}; font-weight: 600; }}
a {{ text-decoration: none; }}
.mark {{ fill: {palette.of(_USUAL)}; stroke: {palette.of(_USUAL)}; stroke-width: 1.5; stroke-linejoin: round; }}
{chr(10).join(_mark(kind) for kind in model.names(reported=True) if kind != _USUAL)}
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


def _mark(kind: str) -> str:
    """How marks of a kind are coloured."""
    return f".{kind} .mark {{ fill: {palette.of(kind)}; stroke: {palette.of(kind)}; }}"
