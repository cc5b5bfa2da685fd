"""Points and the room that each needs come in; the points moved apart just so far that they have it go out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

_ROUNDS = 150
#: An overlap that nobody sees.
_NEAR = 0.1
#: Below 1, what overlaps rather goes up or down than aside, so that the whole does not become as wide as its labels.
_ASIDE = 0.7


def spread(points: NDArray[Any], rooms: NDArray[Any]) -> NDArray[Any]:
    """Push apart what overlaps, each two along the way that is shorter for their rooms, until nothing does any more.

    Where that takes too many rounds, some overlap is left.
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
