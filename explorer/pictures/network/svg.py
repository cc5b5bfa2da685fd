"""The picture of a network as SVG that needs no script: nodes are links to their pages.

In a page the site's style sheet gives it its looks. Standing alone, it brings its own, with a legend.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from xml.etree.ElementTree import Element, tostring

from explorer.pictures.network.elements import Link, Network, link_kinds, node_kinds
from explorer.pictures.network.labels import Box, Label, Position, box, halfway, place_counts, place_labels, square
from explorer.pictures.network.layout import positions
from explorer.pictures.network.shapes import add_line, add_node, data_ends
from explorer.pictures.network.standalone import stand_alone
from explorer.pictures.svg_elements import Href, add, begin, number
from explorer.pictures.text_metrics import printable

#: A picture is at least so wide and high, so that few nodes do not become huge.
_LEAST = (1000.0, 240.0)
_MARGIN = 20.0
#: How much thicker than others the line is between the two that met most often.
_THICKER = 3.0


def svg(network: Network, href: Href, *, standalone: bool = False, source: str = "") -> str:
    """The picture as SVG: for a page, or, `standalone`, for a file of its own, which says what it is from."""
    where = positions(network)
    labels = place_labels(network, where)
    frame = _frame(network, where, labels)
    root = begin("network")
    root.set("aria-label", f"Network of {len(network.nodes)} node{'' if len(network.nodes) == 1 else 's'}")
    if standalone:
        words = [printable(text) for text in (network.rule, source) if text]
        frame = stand_alone(root, frame, legend(network), kinds_of_links(network), words)
    left, top, right, bottom = frame
    root.set("viewBox", f"{number(left)} {number(top)} {number(right - left)} {number(bottom - top)}")
    view = add(root, "g", {"class": "view"})
    _add_links(add(view, "g", {"class": "links"}), network, where, labels)
    nodes = add(view, "g", {"class": "nodes"})
    for node in network.nodes:
        add_node(nodes, node, where[node.key], labels[node.key], href)
    return tostring(root, encoding="unicode")


def legend(network: Network) -> list[tuple[str, int]]:
    """The kinds of nodes in the picture, with how many there are of each."""
    counted = Counter(node.kind for node in network.nodes)
    return [(kind, counted[kind]) for kind in node_kinds() if counted[kind]]


def kinds_of_links(network: Network) -> list[str]:
    """The kinds of links in the picture."""
    present = {link.kind for link in network.links}
    return [kind for kind in link_kinds() if kind in present]


def _frame(network: Network, where: Mapping[str, Position], labels: Mapping[str, Label]) -> Box:
    """What holds all nodes and labels, and is not too small."""
    boxes = [box(labels[key], position) for key, position in where.items()]
    boxes += [square(where[node.key], node.radius) for node in network.nodes]
    left, top = (min((corner[side] for corner in boxes), default=0.0) - _MARGIN for side in (0, 1))
    right, bottom = (max((corner[side] for corner in boxes), default=0.0) + _MARGIN for side in (2, 3))
    wider, higher = (
        max(0.0, least - size) / 2 for least, size in zip(_LEAST, (right - left, bottom - top), strict=True)
    )
    return left - wider, top - higher, right + wider, bottom + higher


def _add_links(parent: Element, network: Network, where: Mapping[str, Position], labels: Mapping[str, Label]) -> None:
    drawn: Counter[frozenset[str]] = Counter()
    highest = max((link.count for link in network.links), default=1)
    for link in network.links:
        both = frozenset((link.source, link.target))
        line = add_line(parent, link, (where[link.source], where[link.target]), drawn[both])
        drawn[both] += 1
        if link.count > 1:
            line.set("stroke-width", number(1 + _THICKER * link.count / highest))
    for link, room in place_counts(network, where, labels).items():
        _add_count(parent, link, halfway(link, where), room)


def _add_count(parent: Element, link: Link, position: Position, room: bool) -> None:
    attributes = {"class": "count" if room else "count hidden", "text-anchor": "middle", **data_ends(link)}
    add(parent, "text", {**attributes, "x": position[0], "y": position[1] + 4}, str(link.count))
