"""Stress majorization: points of a graph, near each other where few links lead from one to the other, else far.

Gansner, Koren and North, "Graph Drawing by Stress Majorization" (GD 2004). The stress of a drawing is the sum, over
each two points, of the squared difference between their distance and the length of the shortest path between them,
weighted with that length to the power of -2. Each round minimizes a function that is nowhere below the stress and
equals it at the points of the round before, so that stress never grows. The same beginning ends in the same place.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

_ROUNDS = 80
#: How much longer a link is between points that have many: it makes room around a hub, and bunches around others.
_CROWD = 0.2


def stress_layout(count: int, links: Sequence[tuple[int, int]], seed: int) -> NDArray[Any]:
    """Points, as an array of `count` by 2, for a connected graph; links are pairs of indices, usually 1 long."""
    import numpy

    wanted = _shortest_paths(_lengths(count, links))
    numpy.fill_diagonal(wanted, 1.0)
    weights = wanted**-2.0
    numpy.fill_diagonal(weights, 0.0)
    # What solves for the points has one solution for each place of the whole; adding the mean picks one.
    solve = numpy.linalg.inv(numpy.diag(weights.sum(axis=1)) - weights + 1 / count)
    points = numpy.random.default_rng(seed).random((count, 2)) * count**0.5
    for _ in range(_ROUNDS):
        x, y = points.T
        apart = numpy.sqrt((x[:, None] - x) ** 2 + (y[:, None] - y) ** 2)
        pull = weights * wanted / numpy.maximum(apart, 1e-9)
        points = solve @ (pull.sum(axis=1)[:, None] * points - pull @ points)
    return numpy.asarray(points)


def _lengths(count: int, links: Sequence[tuple[int, int]]) -> NDArray[Any]:
    """How long each link should be; without end where there is none."""
    import numpy

    linked = numpy.zeros((count, count), dtype=bool)
    for one, other in links:
        linked[one, other] = linked[other, one] = one != other
    degrees = linked.sum(axis=1)
    lengths = (degrees[:, None] * degrees) ** _CROWD
    return numpy.where(linked, lengths / numpy.median(lengths[linked]), numpy.inf)


def _shortest_paths(lengths: NDArray[Any]) -> NDArray[Any]:
    """The length of the shortest path between each two (Floyd and Warshall)."""
    import numpy

    paths = lengths.copy()
    numpy.fill_diagonal(paths, 0.0)
    for over in range(len(paths)):
        numpy.minimum(paths, paths[:, over, None] + paths[over], out=paths)
    return paths
