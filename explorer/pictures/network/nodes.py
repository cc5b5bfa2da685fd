"""A node and its label come in; it is drawn, as a link to its page, which tells all by its name and shape."""

from __future__ import annotations

from xml.etree.ElementTree import Element, tostring

from explorer.pictures.network import labels
from explorer.pictures.network.label_text import LINE_HEIGHT
from explorer.pictures.network.labels import Label, Position
from explorer.pictures.network.model import Node
from explorer.pictures.network.shapes import add_shape, radius
from explorer.pictures.svg_elements import Href, add, add_link, number
from explorer.pictures.text_metrics import printable


def alone(node: Node, href: Href) -> str:
    """A node at the origin, its label on the right, for a picture that it is added to."""
    root = Element("svg", {"xmlns": "http://www.w3.org/2000/svg"})
    add_node(root, node, (0.0, 0.0), labels.beside(node), href)
    return tostring(root, encoding="unicode")


def add_node(parent: Element, node: Node, position: Position, label: Label, href: Href) -> None:
    """Draw a node at its position."""
    told = printable(", ".join(part for part in (node.label, node.kind, node.detail) if part))
    x, y = position
    attributes = {
        "class": " ".join(filter(None, ("node", node.kind, node.status, "asked" if node.asked else ""))),
        "data-key": printable(node.key),
        "transform": f"translate({number(x)} {number(y)})",
        "aria-label": told,
    }
    link = add_link(parent, href(node.entity, node.id), attributes)
    add(link, "title", {}, told)
    add_shape(link, node.kind, radius(node))
    _add_label(link, label)


def _add_label(parent: Element, label: Label) -> None:
    one, *more = label.lines
    attributes = {
        "class": "label hidden" if label.hidden else "label",
        "text-anchor": label.anchor,
        "x": label.x,
        "y": label.y,
    }
    text = add(parent, "text", attributes, "" if more else one)
    for at, line in enumerate(label.lines if more else ()):
        add(text, "tspan", {"x": label.x, "dy": LINE_HEIGHT if at else 0}, line)
