"""Parts of a picture come in, each with points and the room around them; the same go out side by side, none on another.

Parts come largest first. They fill shelves from left to right; in a shelf, small parts stand in columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: How much wider than high the whole should be.
_SHAPE = 1.7
_GAP = 24.0


def packed(parts: Sequence[NDArray[Any]], rooms: Sequence[NDArray[Any]]) -> list[NDArray[Any]]:
    """Each part moved to its place."""
    corners = [(points - room / 2).min(axis=0) for points, room in zip(parts, rooms, strict=True)]
    sizes = [
        (points + room / 2).max(axis=0) - corner + _GAP
        for points, room, corner in zip(parts, rooms, corners, strict=True)
    ]
    places = _shelves([(float(width), float(height)) for width, height in sizes])
    return [points - corner + place for points, corner, place in zip(parts, corners, places, strict=True)]


def _shelves(sizes: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The upper left corner of each part."""
    area = sum(width * height for width, height in sizes)
    across = max([(area * _SHAPE) ** 0.5, *(width for width, _ in sizes)])
    places: dict[int, tuple[float, float]] = {}
    top = 0.0
    waiting = sorted(range(len(sizes)), key=lambda at: -sizes[at][1])
    while waiting:
        filled = _shelf(waiting, sizes, across)
        places |= {at: (x, top + y) for at, (x, y) in filled.items()}
        top += sizes[waiting[0]][1]
        waiting = [at for at in waiting if at not in filled]
    return [places[at] for at in range(len(sizes))]


def _shelf(
    waiting: Sequence[int], sizes: Sequence[tuple[float, float]], across: float
) -> dict[int, tuple[float, float]]:
    """One shelf, as high as the first part; a part stands below the one before where that leaves room for it."""
    height = sizes[waiting[0]][1]
    filled: dict[int, tuple[float, float]] = {}
    left = right = down = 0.0
    for at in waiting:
        wide, high = sizes[at]
        if down + high > height + 0.01:
            left, down = right, 0.0
        if left + wide > across + 0.01:
            continue
        filled[at] = (left, down)
        right, down = max(right, left + wide), down + high
    return filled
