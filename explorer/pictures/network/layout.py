"""Where the nodes of a network go: the same for the same network, in every process.

Each connected part is laid out by itself (stress.py) and turned level, then its nodes are pushed apart until their
labels have room, then the parts are packed side by side.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from explorer.pictures.network.elements import MET, Network, Node
from explorer.pictures.network.labels import Position, size
from explorer.pictures.network.stress import stress_layout

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: How long a usual link is, as long as nothing is in the way; and one on which a number stands.
_LINK, _COUNTED = 90.0, 130.0
#: How much wider than high a part should be, and how far it may be stretched for that.
_SHAPE, _STRETCH = 1.6, 1.8
_ROUNDS = 150
#: An overlap that nobody sees.
_NEAR = 0.1
#: Below 1, what overlaps rather goes up or down than aside, so that the whole does not become as wide as its labels.
_ASIDE = 0.7
#: How much wider than high the whole should be, and the gap between its parts.
_WHOLE_SHAPE, _GAP = 1.7, 24.0


# The page of an actor draws the same network again for each reader, and a layout takes far longer than the rest of it.
@lru_cache(maxsize=64)
def positions(network: Network, seed: int = 1) -> Mapping[str, Position]:
    """Where each node goes, by its key."""
    parts = _connected_parts(network)
    rooms = [_rooms(part) for part in parts]
    packed = _pack([_lay_out(network, part, seed) for part in parts], rooms)
    return {
        node.key: (round(float(x), 1), round(float(y), 1))
        for part, points in zip(parts, packed, strict=True)
        for node, (x, y) in zip(part, points, strict=True)
    }


def _connected_parts(network: Network) -> list[list[Node]]:
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
    parts: dict[int, list[Node]] = {}
    for node in network.nodes:
        parts.setdefault(part_of[node.key], []).append(node)
    return sorted(parts.values(), key=len, reverse=True)


def _lay_out(network: Network, part: Sequence[Node], seed: int) -> NDArray[Any]:
    """One part: level, rather wide, and with room for each node. Nothing of it depends on the other parts."""
    import numpy  # slow to import

    if len(part) == 1:
        return numpy.zeros((1, 2))
    index = {node.key: number for number, node in enumerate(part)}
    links = [(index[link.source], index[link.target]) for link in network.links if link.source in index]
    usual = _COUNTED if any(link.kind == MET for link in network.links) else _LINK
    points = _level(stress_layout(len(part), links, seed) * usual)
    # A label stands below its node where there is no place beside it.
    below = numpy.array([(0.0, size(node)[1] / 2) for node in part])
    return numpy.asarray(_without_overlaps(points + below, _rooms(part)) - below)


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
        (width, height), across = size(node), 2 * node.radius
        free = 3 if node.asked else 1  # its label is the one that must be seen
        rooms.append((max(width, across) + 12 * free, height + across + 8 * free))
    return numpy.array(rooms)


def _without_overlaps(points: NDArray[Any], rooms: NDArray[Any]) -> NDArray[Any]:
    """Overlap removal: each two rooms that overlap push each other apart along one axis, round by round.

    That is the axis on which less is lacking for their rooms. A relaxation, akin to the force-scan algorithm (Misue,
    Eades, Lai and Sugiyama 1995). Where it takes too many rounds, some overlap is left.
    """
    import numpy

    points = points.copy()
    need = (rooms[:, None] + rooms) / 2
    each_two = numpy.triu(numpy.ones((len(points), len(points)), dtype=bool), 1)
    for _ in range(_ROUNDS):
        x, y = points.T
        close = (abs(y[:, None] - y) < need[:, :, 1] - _NEAR) & (abs(x[:, None] - x) < need[:, :, 0] - _NEAR) & each_two
        one, other = close.nonzero()
        if not len(one):
            break
        push = _pushes(points[one] - points[other], need[one, other])
        numpy.add.at(points, one, push)
        numpy.subtract.at(points, other, push)
    return points


def _pushes(apart: NDArray[Any], need: NDArray[Any]) -> NDArray[Any]:
    """How far the first of each two goes; the other goes as far the other way.

    That is less than half of what is lacking, since others push as well.
    """
    import numpy

    lack = need - abs(apart)
    sideways = lack[:, 0] / need[:, 0] < _ASIDE * lack[:, 1] / need[:, 1]
    along = numpy.stack([sideways, ~sideways], axis=1)
    return numpy.asarray(numpy.where(apart < 0, -1, 1) * lack * along * 0.4)


def _pack(parts: Sequence[NDArray[Any]], rooms: Sequence[NDArray[Any]]) -> list[NDArray[Any]]:
    """Each part moved to a place of its own: they fill rows, which the highest part of each begins."""
    corners = [(points - room / 2).min(axis=0) for points, room in zip(parts, rooms, strict=True)]
    sizes = [
        (points + room / 2).max(axis=0) - corner + _GAP
        for points, room, corner in zip(parts, rooms, corners, strict=True)
    ]
    places = _in_rows([(float(width), float(height)) for width, height in sizes])
    return [points - corner + place for points, corner, place in zip(parts, corners, places, strict=True)]


def _in_rows(sizes: Sequence[tuple[float, float]]) -> list[Position]:
    """The upper left corner of each part."""
    area = sum(width * height for width, height in sizes)
    across = max([(area * _WHOLE_SHAPE) ** 0.5, *(width for width, _ in sizes)])
    places: dict[int, Position] = {}
    top = 0.0
    waiting = sorted(range(len(sizes)), key=lambda part: -sizes[part][1])
    while waiting:
        row = _row(waiting, sizes, across)
        places |= {part: (x, top + y) for part, (x, y) in row.items()}
        top += sizes[waiting[0]][1]
        waiting = [part for part in waiting if part not in row]
    return [places[part] for part in range(len(sizes))]


def _row(waiting: Sequence[int], sizes: Sequence[tuple[float, float]], across: float) -> dict[int, Position]:
    """One row, as high as the first part; a part stands below the one before where that leaves room for it."""
    height = sizes[waiting[0]][1]
    row: dict[int, Position] = {}
    left = right = down = 0.0
    for part in waiting:
        wide, high = sizes[part]
        if down + high > height + 0.01:
            left, down = right, 0.0
        if left + wide > across + 0.01:
            continue
        row[part] = (left, down)
        right, down = max(right, left + wide), down + high
    return row
