"""How points are linked comes in; where they lie goes out, so that those near by links are near, and the others far.

Each two points should be as far apart as the shortest way along the links between them is long. The error in that is
made smaller round by round (stress majorization), which always ends in the same place for the same beginning.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

_ROUNDS = 80
#: How much longer a link is between points that have many: it makes room around a hub, and bunches around others.
_CROWD = 0.2


def arranged(count: int, links: Sequence[tuple[int, int]], seed: int) -> NDArray[Any]:
    """Points for so many, all of them connected; a link of usual length is 1 long."""
    import numpy

    wanted = _ways(_lengths(count, links))
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


def _ways(lengths: NDArray[Any]) -> NDArray[Any]:
    """The length of the shortest way between each two."""
    import numpy

    ways = lengths.copy()
    numpy.fill_diagonal(ways, 0.0)
    for over in range(len(ways)):
        numpy.minimum(ways, ways[:, over, None] + ways[over], out=ways)
    return ways
