"""A network comes in, its picture goes out as SVG that needs no script: nodes are links, and tell all by their names.

In a page the site's style sheet gives it its looks. Standing alone, it brings its own, with a legend.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from math import hypot
from xml.etree.ElementTree import Element, SubElement, tostring

from explorer.pictures import labels
from explorer.pictures.labels import Box, Label, Position
from explorer.pictures.layout import positions
from explorer.pictures.parts import Link, Network, Node
from explorer.pictures.shapes import add_shape, number, slug
from explorer.pictures.standing_alone import stand_alone
from explorer.pictures.wording import LINE_HEIGHT, printable, radius

#: Where the page of an entity is, by what it is (actor, meeting or claim) and its id.
Href = Callable[[str, str], str]

KINDS = ("person", "state", "organization", "group", "meeting", "claim")
#: A picture is at least so wide and high, so that few nodes do not become huge.
_LEAST = (800.0, 240.0)
_MARGIN = 20.0
#: How far several links between the same two lie apart.
_BESIDE = 4.0
#: How much thicker than others the line is between the two that met most often.
_THICKER = 3.0


def svg(network: Network, href: Href, *, standalone: bool = False) -> str:
    """The picture as SVG: for a page, or, `standalone`, for a file of its own."""
    where = positions(network)
    written = labels.place(network, where)
    frame = _frame(network, where, written)
    root = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "class": "network", "role": "group"})
    root.set("aria-label", f"Network of {len(network.nodes)} node{'' if len(network.nodes) == 1 else 's'}")
    if standalone:
        frame = stand_alone(root, frame, legend(network), _links_present(network), printable(network.rule))
    left, top, right, bottom = frame
    root.set("viewBox", f"{number(left)} {number(top)} {number(right - left)} {number(bottom - top)}")
    view = SubElement(root, "g", {"class": "view"})
    _add_links(SubElement(view, "g", {"class": "links"}), network, where, written)
    nodes = SubElement(view, "g", {"class": "nodes"})
    for node in network.nodes:
        _add_node(nodes, node, where[node.key], written[node.key], href)
    return tostring(root, encoding="unicode")


def legend(network: Network) -> list[tuple[str, int]]:
    """The kinds of nodes in the picture, with how many there are of each."""
    counted = Counter(node.kind for node in network.nodes)
    return [(kind, counted[kind]) for kind in KINDS if counted[kind]]


def _links_present(network: Network) -> list[str]:
    return list(dict.fromkeys(link.kind for link in network.links))


def _frame(network: Network, where: Mapping[str, Position], written: Mapping[str, Label]) -> Box:
    """What holds all nodes and labels, and is not too small."""
    boxes = [labels.box(written[key], position) for key, position in where.items()]
    boxes += [labels.around(where[node.key], radius(node)) for node in network.nodes]
    left, top = (min((box[side] for box in boxes), default=0.0) - _MARGIN for side in (0, 1))
    right, bottom = (max((box[side] for box in boxes), default=0.0) + _MARGIN for side in (2, 3))
    wider, higher = (
        max(0.0, least - size) / 2 for least, size in zip(_LEAST, (right - left, bottom - top), strict=True)
    )
    return left - wider, top - higher, right + wider, bottom + higher


def _add_links(parent: Element, network: Network, where: Mapping[str, Position], written: Mapping[str, Label]) -> None:
    drawn: Counter[frozenset[str]] = Counter()
    highest = max((link.count for link in network.links), default=1)
    for link in network.links:
        both = frozenset((link.source, link.target))
        line = _add_link(parent, link, where, drawn[both])
        drawn[both] += 1
        if link.count > 1:
            line.set("stroke-width", number(1 + _THICKER * link.count / highest))
    for link, free in labels.count_places(network, where, written).items():
        _add_count(parent, link, where, free)


def _add_link(parent: Element, link: Link, where: Mapping[str, Position], before: int) -> Element:
    """A line; beside those that there are between the same two already."""
    (x1, y1), (x2, y2) = where[link.source], where[link.target]
    length = hypot(x2 - x1, y2 - y1) or 1.0
    aside = _BESIDE * ((before + 1) // 2) * (1 if before % 2 else -1) * (1 if link.source < link.target else -1)
    dx, dy = aside * (y1 - y2) / length, aside * (x2 - x1) / length
    line = SubElement(parent, "line", {"class": f"link {slug(link.kind)}", **_ends(link)})
    for name, value in {"x1": x1 + dx, "y1": y1 + dy, "x2": x2 + dx, "y2": y2 + dy}.items():
        line.set(name, number(value))
    SubElement(line, "title").text = link.kind
    return line


def _add_count(parent: Element, link: Link, where: Mapping[str, Position], free: bool) -> None:
    x, y = labels.halfway(link, where)
    text = SubElement(parent, "text", {"class": "count" if free else "count hidden", "text-anchor": "middle"})
    for name, key in _ends(link).items():
        text.set(name, key)
    text.set("x", number(x))
    text.set("y", number(y + 4))
    text.text = str(link.count)


def _ends(link: Link) -> dict[str, str]:
    return {"data-source": printable(link.source), "data-target": printable(link.target)}


def _add_node(parent: Element, node: Node, position: Position, label: Label, href: Href) -> None:
    kinds = f"node {node.kind}{' asked' if node.asked else ''}"
    told = printable(", ".join(part for part in (node.label, node.kind, node.detail) if part))
    x, y = position
    link = SubElement(
        parent, "a", {"class": kinds, "href": href(node.entity, node.id), "data-key": printable(node.key)}
    )
    link.set("transform", f"translate({number(x)} {number(y)})")
    link.set("aria-label", told)
    SubElement(link, "title").text = told
    add_shape(link, node.kind, radius(node))
    _add_label(link, label)


def _add_label(parent: Element, label: Label) -> None:
    text = SubElement(parent, "text", {"class": "label hidden" if label.hidden else "label"})
    text.set("text-anchor", label.anchor)
    text.set("x", number(label.x))
    text.set("y", number(label.y))
    if len(label.lines) == 1:
        text.text = label.lines[0]
        return
    for at, line in enumerate(label.lines):
        span = SubElement(text, "tspan", {"x": number(label.x), "dy": number(LINE_HEIGHT if at else 0)})
        span.text = line
