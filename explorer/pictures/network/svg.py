"""A network comes in, its picture goes out as SVG that needs no script: nodes are links, and tell all by their names.

In a page the site's style sheet gives it its looks. Standing alone, it brings its own, with a legend.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from math import hypot
from xml.etree.ElementTree import Element, tostring

from explorer.pictures.network import labels
from explorer.pictures.network.labels import Box, Label, Position
from explorer.pictures.network.layout import positions
from explorer.pictures.network.model import Link, Network
from explorer.pictures.network.nodes import add_node
from explorer.pictures.network.shapes import radius, slug
from explorer.pictures.network.standalone import stand_alone
from explorer.pictures.svg_elements import Href, add, begin, number
from explorer.pictures.text_metrics import printable

KINDS = ("person", "state", "organization", "group", "meeting", "claim")
LINKS = (
    *("took part", "was to take part", "was invited", "was absent", "met", "belongs to"),
    *("made", "addressed", "about", "made at", "contradicts", "supports", "answers"),
)
#: A picture is at least so wide and high, so that few nodes do not become huge.
_LEAST = (1000.0, 240.0)
_MARGIN = 20.0
#: How far several links between the same two lie apart.
_BESIDE = 4.0
#: How much thicker than others the line is between the two that met most often.
_THICKER = 3.0


def svg(network: Network, href: Href, *, standalone: bool = False, source: str = "") -> str:
    """The picture as SVG: for a page, or, `standalone`, for a file of its own, which says what it is from."""
    where = positions(network)
    written = labels.place(network, where)
    frame = _frame(network, where, written)
    root = begin("network")
    root.set("aria-label", f"Network of {len(network.nodes)} node{'' if len(network.nodes) == 1 else 's'}")
    if standalone:
        frame = stand_alone(root, frame, legend(network), kinds_of_links(network), _words(network, source))
    left, top, right, bottom = frame
    root.set("viewBox", f"{number(left)} {number(top)} {number(right - left)} {number(bottom - top)}")
    view = add(root, "g", {"class": "view"})
    _add_links(add(view, "g", {"class": "links"}), network, where, written)
    nodes = add(view, "g", {"class": "nodes"})
    for node in network.nodes:
        add_node(nodes, node, where[node.key], written[node.key], href)
    return tostring(root, encoding="unicode")


def legend(network: Network) -> list[tuple[str, int]]:
    """The kinds of nodes in the picture, with how many there are of each."""
    counted = Counter(node.kind for node in network.nodes)
    return [(kind, counted[kind]) for kind in KINDS if counted[kind]]


def kinds_of_links(network: Network) -> list[str]:
    """The kinds of links in the picture."""
    present = {link.kind for link in network.links}
    return [kind for kind in LINKS if kind in present]


def _words(network: Network, source: str) -> list[str]:
    return [printable(each) for each in (network.rule, source) if each]


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
    place = {"x1": x1 + dx, "y1": y1 + dy, "x2": x2 + dx, "y2": y2 + dy}
    line = add(parent, "line", {"class": f"link {slug(link.kind)}", **_ends(link), **place})
    add(line, "title", {}, link.kind)
    return line


def _add_count(parent: Element, link: Link, where: Mapping[str, Position], free: bool) -> None:
    x, y = labels.halfway(link, where)
    attributes = {"class": "count" if free else "count hidden", "text-anchor": "middle", **_ends(link)}
    add(parent, "text", {**attributes, "x": x, "y": y + 4}, str(link.count))


def _ends(link: Link) -> dict[str, str]:
    return {"data-source": printable(link.source), "data-target": printable(link.target)}
