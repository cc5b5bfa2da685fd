"""Nodes and where they are come in; what stands beside each, and where, goes out, and nothing lies on anything else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from explorer.pictures.network.label_text import LINE_HEIGHT, SMALL_TYPE, lines, size
from explorer.pictures.network.model import Link, Network, Node
from explorer.pictures.network.shapes import radius
from explorer.pictures.text_metrics import width

_GAP = 4.0
#: How much of a line's height lies above the line that its letters stand on.
_ABOVE = 0.8

Position = tuple[float, float]
#: Left, top, right, bottom.
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Label:
    """The lines of a label, where the first of them stands from its node, and which end of it that is.

    It is `hidden` where there is no room for it.
    """

    lines: tuple[str, ...]
    width: float
    x: float
    y: float
    anchor: str
    hidden: bool = True


def place(network: Network, positions: Mapping[str, Position]) -> dict[str, Label]:
    """A label for each node. Those asked for choose a place first, then those with most links."""
    taken = [around(positions[node.key], radius(node)) for node in network.nodes]
    found = {}
    for node in _by_importance(network):
        possible = list(_possible(node))
        free = (label for label in possible if not _meets(box(label, positions[node.key]), taken))
        label = next(free, None)
        if label:
            taken.append(box(label, positions[node.key]))
        found[node.key] = replace(label, hidden=False) if label else possible[0]
    return found


def count_places(network: Network, positions: Mapping[str, Position], labels: Mapping[str, Label]) -> dict[Link, bool]:
    """Whether there is room for the number on each link between two that met; the highest choose first."""
    taken = [around(positions[node.key], radius(node)) for node in network.nodes]
    taken += [box(label, positions[key]) for key, label in labels.items() if not label.hidden]
    found = {}
    for link in sorted((link for link in network.links if link.kind == "met"), key=lambda link: -link.count):
        x, y = halfway(link, positions)
        half = width(str(link.count), SMALL_TYPE) / 2 + 1
        own = (x - half, y - LINE_HEIGHT / 2, x + half, y + LINE_HEIGHT / 2)
        found[link] = not _meets(own, taken)
        if found[link]:
            taken.append(own)
    return found


def halfway(link: Link, positions: Mapping[str, Position]) -> Position:
    """The middle of a link."""
    (x1, y1), (x2, y2) = positions[link.source], positions[link.target]
    return (x1 + x2) / 2, (y1 + y2) / 2


def beside(node: Node) -> Label:
    """The label in its first place, on the right, where there is nothing else."""
    return replace(next(_possible(node)), hidden=False)


def around(position: Position, reach: float) -> Box:
    """What a shape at this position covers."""
    return position[0] - reach, position[1] - reach, position[0] + reach, position[1] + reach


def box(label: Label, position: Position) -> Box:
    """What a label of the node at this position covers."""
    left = position[0] + label.x - {"start": 0.0, "middle": label.width / 2, "end": label.width}[label.anchor]
    top = position[1] + label.y - LINE_HEIGHT * _ABOVE
    return left, top, left + label.width, top + LINE_HEIGHT * len(label.lines)


def _possible(node: Node) -> Iterator[Label]:
    """Right, left, below, above: the first that is free is taken."""
    written, (wide, high), away = lines(node), size(node), radius(node) + _GAP
    first = LINE_HEIGHT * _ABOVE  # from the top of a label down to where its first line stands
    middle = first - high / 2
    yield Label(written, wide, away, middle, "start")
    yield Label(written, wide, -away, middle, "end")
    yield Label(written, wide, 0.0, away - _GAP / 2 + first, "middle")
    yield Label(written, wide, 0.0, -away - high + first, "middle")


def _by_importance(network: Network) -> list[Node]:
    degree = Counter(key for link in network.links for key in (link.source, link.target))
    return sorted(network.nodes, key=lambda node: (not node.asked, -degree[node.key]))


def _meets(one: Box, others: Iterable[Box]) -> bool:
    return any(one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3] for other in others)
