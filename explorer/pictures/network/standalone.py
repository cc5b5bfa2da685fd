"""What a network needs outside of any page: looks, a background, a legend and words on what it is from."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from explorer import model
from explorer.pictures import palette
from explorer.pictures.network.elements import node_kinds
from explorer.pictures.network.labels import LINE_HEIGHT, SMALL_TYPE, TYPE, Box
from explorer.pictures.network.shapes import add_shape, slug
from explorer.pictures.svg_elements import add, number
from explorer.pictures.text_metrics import width, wrapped

_ROW, _MARGIN = 22.0, 20.0
#: Room for a shape or a line before its name, and from there to the next.
_SAMPLE, _BETWEEN = 34.0, 16.0


def stand_alone(
    root: Element, frame: Box, kinds: Sequence[tuple[str, int]], links: Sequence[str], words: Sequence[str]
) -> Box:
    """Add looks, background, and below the frame a legend and words; the larger frame is given back."""
    left, top, right, bottom = frame
    add(root, "style", {}, _looks())
    paper = add(root, "rect", {"class": "paper", "x": left, "y": top})
    bottom = _add_legend(add(root, "g", {"class": "legend"}), frame, kinds, links, words) + _ROW
    for element in (paper, root):
        element.set("width", number(right - left))
        element.set("height", number(bottom - top))
    return left, top, right, bottom


def _add_legend(
    legend: Element, frame: Box, kinds: Sequence[tuple[str, int]], links: Sequence[str], words: Sequence[str]
) -> float:
    """Shapes, then lines, then words, in rows below the frame; how far down they go."""
    inside, end = frame[0] + _MARGIN, frame[2] - _MARGIN
    x, y = inside, frame[3] + _ROW / 2
    for text, kind in [*((f"{kind} ({count})", kind) for kind, count in kinds), *((kind, "") for kind in links)]:
        wide = _SAMPLE + width(text, TYPE) + _BETWEEN
        if x > inside and x + wide > end:
            x, y = inside, y + _ROW
        _add_sample(legend, text, kind, x, y)
        _add_text(legend, text, x + _SAMPLE, y)
        x += wide
    for line in (line for text in words for line in wrapped(text, end - inside, TYPE)):
        y += _ROW
        _add_text(legend, line, inside, y)
    return y


def _add_sample(legend: Element, text: str, kind: str, x: float, y: float) -> None:
    """The shape of a kind of node, or, for none, the line of a kind of link."""
    if kind:
        place = f"translate({number(x + 13)} {number(y)})"
        add_shape(add(legend, "g", {"class": f"node {kind}", "transform": place}), kind, 8)
        return
    add(legend, "line", {"class": f"link {slug(text)}", "x1": x, "x2": x + 26, "y1": y, "y2": y})


def _add_text(legend: Element, text: str, x: float, y: float) -> None:
    add(legend, "text", {"x": x, "y": y + LINE_HEIGHT * 0.3}, text)


def _looks() -> str:
    """The style sheet; frontend/css/pictures.css has the same for the pages."""
    small = ", ".join(f".{name} .label" for name in model.names(drawn=True, named=False))
    return f"""
text {{ font: {TYPE}px {palette.FONT}; fill: {palette.INK}; }}
.paper {{ fill: {palette.PAGE}; }}
.link {{ stroke: {palette.EDGE}; stroke-opacity: .65; }}
.link:not(.met) {{ stroke-width: 1.2; }}
.link.was-to-take-part, .link.was-invited {{ stroke-dasharray: 6 4; }}
.link.was-absent {{ stroke-dasharray: 1.5 4; }}
.link.about, .link.addressed {{ stroke-dasharray: 2 3; }}
.link.belongs-to {{ stroke: {palette.STATE}; stroke-dasharray: 10 3; }}
.link.link.contradicts {{ stroke: {palette.WRONG}; stroke-width: 2; stroke-opacity: 1; }}
.link.link.supports, .link.link.answers {{ stroke: {palette.GROUP}; stroke-width: 2; }}
.link.answers {{ stroke-dasharray: 8 3; }}
{chr(10).join(map(_shape, node_kinds()))}
.planned .shape, .cancelled .shape, .proposed .shape {{ fill: {palette.PAGE}; }}
.node.asked .shape {{ stroke: {palette.INK}; stroke-width: 2.5; }}
.label, .count {{ paint-order: stroke; stroke: {palette.PAGE}; stroke-width: 3px; stroke-linejoin: round; }}
{small}, .count {{ font-size: {SMALL_TYPE}px; fill: {palette.SOFT}; }}
.node.asked .label {{ font-weight: 600; }}
.hidden {{ visibility: hidden; }}
.node:hover .hidden, .node:focus .hidden {{ visibility: visible; }}
.legend text {{ fill: {palette.SOFT}; }}
"""


def _shape(kind: str) -> str:
    """How shapes of a kind of node are filled."""
    colour = palette.of(kind)
    outline = f" stroke: {colour}; stroke-width: 2;" if kind == "meeting" else ""
    return f".{kind} .shape {{ fill: {colour};{outline} }}"
