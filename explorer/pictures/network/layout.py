"""A network comes in, where its nodes go comes out: the same for the same network, in every process.

Each connected part is laid out by itself, then its nodes make room for their labels, then the parts are put side by
side.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from explorer.pictures.network.label_text import size
from explorer.pictures.network.model import Network, Node
from explorer.pictures.network.row_packing import packed
from explorer.pictures.network.shapes import radius

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: How long a usual link is, as long as nothing is in the way; and one on which a number stands.
_LINK, _COUNTED = 90.0, 130.0
#: How much wider than high a part should be, and how far it may be stretched for that.
_SHAPE, _STRETCH = 1.6, 1.8


def positions(network: Network, seed: int = 1) -> dict[str, tuple[float, float]]:
    """Where each node goes, by its key."""
    parts = _parts(network)
    rooms = [_rooms(part) for part in parts]
    placed = packed([_laid_out(network, part, seed) for part in parts], rooms)
    return {
        node.key: (round(float(x), 1), round(float(y), 1))
        for part, points in zip(parts, placed, strict=True)
        for node, (x, y) in zip(part, points, strict=True)
    }


def _parts(network: Network) -> list[list[Node]]:
    """The connected parts, the largest first, nodes in the order of the network."""
    near: dict[str, list[str]] = {node.key: [] for node in network.nodes}
    for link in network.links:
        near[link.source].append(link.target)
        near[link.target].append(link.source)
    part_of: dict[str, int] = {}
    for number, node in enumerate(network.nodes):
        waiting = [node.key]
        while waiting:
            key = waiting.pop()
            if key not in part_of:
                part_of[key] = number
                waiting += near[key]
    found: dict[int, list[Node]] = {}
    for node in network.nodes:
        found.setdefault(part_of[node.key], []).append(node)
    return sorted(found.values(), key=len, reverse=True)


def _laid_out(network: Network, part: Sequence[Node], seed: int) -> NDArray[Any]:
    """One part: level, rather wide, and with room for each node. Nothing of it depends on the other parts."""
    import numpy  # slow to import

    from explorer.pictures.network.overlaps import spread
    from explorer.pictures.network.stress import arranged

    if len(part) == 1:
        return numpy.zeros((1, 2))
    number = {node.key: at for at, node in enumerate(part)}
    links = [(number[link.source], number[link.target]) for link in network.links if link.source in number]
    usual = _COUNTED if any(link.kind == "met" for link in network.links) else _LINK
    points = _level(arranged(len(part), links, seed) * usual)
    # A label stands below its node where there is no place beside it.
    below = numpy.array([(0.0, size(node)[1] / 2) for node in part])
    return numpy.asarray(spread(points + below, _rooms(part)) - below)


def _level(points: NDArray[Any]) -> NDArray[Any]:
    """Turned so that the longest way lies level, and stretched where it is still not wide enough."""
    import numpy

    centred = points - points.mean(axis=0)
    (a, b), (_, d) = centred.T @ centred
    angle = 0.5 * float(numpy.arctan2(2 * b, a - d))
    turn = numpy.array([[numpy.cos(angle), -numpy.sin(angle)], [numpy.sin(angle), numpy.cos(angle)]])
    turned = centred @ turn
    width, height = turned.max(axis=0) - turned.min(axis=0)
    return numpy.asarray(turned * (min(max(_SHAPE * height / width, 1.0), _STRETCH), 1.0))


def _rooms(part: Sequence[Node]) -> NDArray[Any]:
    """How wide and high the place of each node is, with its label."""
    import numpy

    rooms = []
    for node in part:
        (width, height), across = size(node), 2 * radius(node)
        free = 3 if node.asked else 1  # its label is the one that must be seen
        rooms.append((max(width, across) + 12 * free, height + across + 8 * free))
    return numpy.array(rooms)
