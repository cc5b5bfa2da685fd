"""Nodes and lines as elements of SVG. Each kind of node has a shape that can be told without colour."""

from __future__ import annotations

from math import cos, hypot, pi, sin
from xml.etree.ElementTree import Element, tostring

from explorer.pictures.network.elements import Link, Node
from explorer.pictures.network.labels import LINE_HEIGHT, Label, Position, label_beside
from explorer.pictures.svg_elements import Href, add, add_link, number
from explorer.pictures.text_metrics import printable

#: How far several links between the same two lie apart.
_BESIDE = 4.0


def node_svg(node: Node, href: Href) -> str:
    """A node at the origin, its label on the right, for a picture that it is added to."""
    root = Element("svg", {"xmlns": "http://www.w3.org/2000/svg"})
    add_node(root, node, (0.0, 0.0), label_beside(node), href)
    return tostring(root, encoding="unicode")


def add_node(parent: Element, node: Node, position: Position, label: Label, href: Href) -> None:
    """Draw a node at its position, as a link to its page whose name says all that is known of it."""
    name = printable(", ".join(part for part in (node.label, node.kind, node.detail) if part))
    x, y = position
    attributes = {
        "class": " ".join(filter(None, ("node", node.kind, node.status, "asked" if node.asked else ""))),
        "data-key": printable(node.key),
        "transform": f"translate({number(x)} {number(y)})",
        "aria-label": name,
    }
    link = add_link(parent, href(node.entity, node.id), attributes)
    add(link, "title", {}, name)
    add_shape(link, node.kind, node.radius)
    _add_label(link, label)


def add_shape(parent: Element, kind: str, reach: float) -> None:
    """Draw the shape of a kind of node around the middle of `parent`; of a kind that has none, a triangle."""
    if kind == "person":
        add(parent, "circle", {"class": "shape", "r": reach})
    elif kind == "state":
        _rectangle(parent, reach * 0.9, reach * 0.9, reach * 0.2)
    elif kind == "group":
        _rectangle(parent, reach * 1.2, reach * 0.75, reach * 0.75)
    elif kind == "organization":
        _polygon(parent, [(reach * cos(turn * pi / 3), reach * sin(turn * pi / 3)) for turn in range(6)])
    elif kind == "meeting":
        _polygon(parent, [(0, -reach), (reach, 0), (0, reach), (-reach, 0)])
    elif kind == "claim":
        _bubble(parent, reach)
    else:
        _polygon(parent, [(0, -reach), (reach, reach * 0.8), (-reach, reach * 0.8)])


def add_line(parent: Element, link: Link, ends: tuple[Position, Position], before: int) -> Element:
    """Draw a line between two positions; aside where there are lines between them before."""
    (x1, y1), (x2, y2) = ends
    length = hypot(x2 - x1, y2 - y1) or 1.0
    aside = _BESIDE * ((before + 1) // 2) * (1 if before % 2 else -1) * (1 if link.source < link.target else -1)
    dx, dy = aside * (y1 - y2) / length, aside * (x2 - x1) / length
    place = {"x1": x1 + dx, "y1": y1 + dy, "x2": x2 + dx, "y2": y2 + dy}
    line = add(parent, "line", {"class": f"link {slug(link.kind)}", **data_ends(link), **place})
    add(line, "title", {}, link.kind)
    return line


def data_ends(link: Link) -> dict[str, str]:
    """The keys of both ends, as attributes."""
    return {"data-source": printable(link.source), "data-target": printable(link.target)}


def slug(kind: str) -> str:
    """A kind of link as the class of its line."""
    return kind.replace(" ", "-")


def _add_label(parent: Element, label: Label) -> None:
    one, *more = label.lines
    attributes = {
        "class": "label hidden" if label.hidden else "label",
        "text-anchor": label.anchor,
        "x": label.x,
        "y": label.y,
    }
    text = add(parent, "text", attributes, "" if more else one)
    for index, line in enumerate(label.lines if more else ()):
        add(text, "tspan", {"x": label.x, "dy": LINE_HEIGHT if index else 0}, line)


def _rectangle(parent: Element, across: float, down: float, corner: float) -> None:
    size = {"x": -across, "y": -down, "width": 2 * across, "height": 2 * down, "rx": corner}
    add(parent, "rect", {"class": "shape", **size})


def _polygon(parent: Element, corners: list[tuple[float, float]]) -> None:
    points = " L".join(f"{number(x)} {number(y)}" for x, y in corners)
    add(parent, "path", {"class": "shape", "d": f"M{points} Z"})


def _bubble(parent: Element, reach: float) -> None:
    """A speech bubble: a box with a tail at its lower left."""
    right, top, bottom = reach, -reach * 0.85, reach * 0.5
    corners = [
        (-right, top),
        (right, top),
        (right, bottom),
        (-reach * 0.1, bottom),
        (-reach * 0.6, reach),
        (-reach * 0.6, bottom),
        (-right, bottom),
    ]
    _polygon(parent, corners)
