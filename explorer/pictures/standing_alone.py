"""The root of a picture comes in; it gets what it needs outside of any page: looks, a background and a legend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement

from explorer.pictures.labels import Box
from explorer.pictures.shapes import add_shape, number, slug
from explorer.pictures.wording import LINE_HEIGHT

_LETTER = 6.6
_ROW, _MARGIN = 22.0, 20.0
#: Room for a shape or a line before its name, and from there to the next.
_SAMPLE, _BETWEEN = 34.0, 16.0

_LOOKS = """
text { font: 12px system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; fill: #1f2937; }
.paper { fill: #fdfcfa; }
.link { stroke: #a3adb8; }
.link:not(.met) { stroke-width: 1.2; }
.link.met { stroke: #b3bcc6; }
.link.was-to-take-part, .link.was-invited { stroke-dasharray: 6 4; }
.link.was-absent { stroke-dasharray: 1.5 4; }
.link.about, .link.addressed { stroke-dasharray: 2 3; }
.link.belongs-to { stroke: #c2a36b; stroke-dasharray: 10 3; }
.link.link.contradicts { stroke: #b42318; stroke-width: 2; }
.link.link.supports { stroke: #3f7d4e; stroke-width: 2; }
.link.link.answers { stroke: #6b5ca5; stroke-width: 2; stroke-dasharray: 8 3; }
.shape { stroke: #fdfcfa; stroke-width: 1.5; }
.person .shape { fill: #2f5d8c; }
.state .shape { fill: #9a4f2f; }
.organization .shape { fill: #4d7a45; }
.group .shape { fill: #75589b; }
.meeting .shape { fill: #fdfcfa; stroke: #4b5563; }
.claim .shape { fill: #f3d48a; stroke: #8a6512; }
.node.asked .shape { stroke: #1f2937; stroke-width: 2.5; }
.label, .count { paint-order: stroke; stroke: #fdfcfa; stroke-width: 3px; stroke-linejoin: round; }
.meeting .label, .claim .label { font-size: 11px; fill: #4b5563; }
.claim .label { font-style: italic; }
.node.asked .label { font-weight: 600; }
.count { font-size: 11px; fill: #4b5563; }
.hidden { visibility: hidden; }
.node:hover .hidden, .node:focus .hidden { visibility: visible; }
.legend text { fill: #4b5563; }
"""


def stand_alone(root: Element, frame: Box, kinds: Sequence[tuple[str, int]], links: Sequence[str], rule: str) -> Box:
    """Add looks, background and legend below the frame of the picture; the larger frame is given back."""
    left, top, right, bottom = frame
    SubElement(root, "style").text = _LOOKS
    paper = SubElement(root, "rect", {"class": "paper"})
    bottom = _add_legend(SubElement(root, "g", {"class": "legend"}), frame, kinds, links, rule) + _ROW
    width, height = number(right - left), number(bottom - top)
    for name, value in {"x": number(left), "y": number(top), "width": width, "height": height}.items():
        paper.set(name, value)
    root.set("width", width)
    root.set("height", height)
    return left, top, right, bottom


def _add_legend(
    legend: Element, frame: Box, kinds: Sequence[tuple[str, int]], links: Sequence[str], rule: str
) -> float:
    """Shapes, then lines, then what is left out, in rows below the frame; how far down they go."""
    inside, end = frame[0] + _MARGIN, frame[2] - _MARGIN
    x, y = inside, frame[3] + _ROW / 2
    for text, kind in [*((f"{kind} ({count})", kind) for kind, count in kinds), *((kind, "") for kind in links)]:
        wide = _SAMPLE + _LETTER * len(text) + _BETWEEN
        if x > inside and x + wide > end:
            x, y = inside, y + _ROW
        _add_sample(legend, text, kind, x, y)
        _add_text(legend, text, x + _SAMPLE, y)
        x += wide
    for line in _wrapped(rule, end - inside):
        y += _ROW
        _add_text(legend, line, inside, y)
    return y


def _add_sample(legend: Element, text: str, kind: str, x: float, y: float) -> None:
    """The shape of a kind of node, or, for none, the line of a kind of link."""
    if kind:
        place = f"translate({number(x + 13)} {number(y)})"
        add_shape(SubElement(legend, "g", {"class": f"node {kind}", "transform": place}), kind, 8)
        return
    ends = {"x1": number(x), "x2": number(x + 26), "y1": number(y), "y2": number(y)}
    SubElement(legend, "line", {"class": f"link {slug(text)}", **ends})


def _add_text(legend: Element, text: str, x: float, y: float) -> None:
    SubElement(legend, "text", {"x": number(x), "y": number(y + LINE_HEIGHT * 0.3)}).text = text


def _wrapped(text: str, across: float) -> Iterator[str]:
    line = ""
    for word in text.split():
        if line and _LETTER * len(f"{line} {word}") > across:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    if line:
        yield line
