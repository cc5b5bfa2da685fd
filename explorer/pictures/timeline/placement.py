"""Where the mark and the label of each item go, in rows, so that no two labels touch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from explorer.pictures import text_metrics
from explorer.pictures.timeline.elements import Item
from explorer.pictures.timeline.scale import Scale

Stretch = tuple[float, float]

#: Size of the type, width of a mark, room between a mark and its label, and between two items of a row.
TYPE, MARK, GAP, APART = 13.0, 12.0, 7.0, 12.0
#: No label takes more of the picture's width than this part.
_PART = 0.62
#: What a label has at least beside its mark, or else it stands above it.
_SHORTEST = 90.0
#: Where a day is as wide as several marks, those of one day may stand side by side.
_WIDE_DAY = 3 * MARK


class Lanes:
    """At most `most` rows, each with the stretches of it that are taken."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._taken: list[list[Stretch]] = []

    def __len__(self) -> int:
        """How many rows are in use."""
        return len(self._taken)

    def take(self, stretches: Sequence[Stretch], most: int) -> int | None:
        """Take the first row where there is room, and the rows beneath it for a second stretch, a third, ...

        None where none of the first `most` rows has room.
        """
        for row in range(min(len(self), most - len(stretches)) + 1):
            if all(self._free(row + below, stretch) for below, stretch in enumerate(stretches)):
                for below, stretch in enumerate(stretches):
                    self._row(row + below).append(stretch)
                return row
        return None

    def _row(self, row: int) -> list[Stretch]:
        while len(self) <= row:
            self._taken.append([])
        return self._taken[row]

    def _free(self, row: int, stretch: Stretch) -> bool:
        if row >= len(self):
            return True
        return all(end <= stretch[0] or stretch[1] <= begin for begin, end in self._taken[row])


@dataclass(frozen=True)
class Label:
    """The text as it is shown and what follows it, from `left` to `right` of the picture.

    `side` is where it stands from the mark: `right`, `left` or `above`, which is in the row over the mark's.
    """

    text: str
    note: str
    left: float
    right: float
    side: str


@dataclass(frozen=True)
class Placed:
    """An item, its row, its mark from `left` to `right`, its label, and whether that is hidden at first."""

    item: Item
    row: int
    left: float
    right: float
    label: Label
    hidden: bool
    #: Whether the picture shows the day it begins and the day it ends.
    begins: bool
    ends: bool


@dataclass(frozen=True)
class Places:
    """Items in their places, how many rows with labels there are, and how many rows with those for marks alone."""

    items: list[Placed]
    labelled: int
    rows: int

    @property
    def hidden(self) -> int:
        """How many labels are hidden at first."""
        return sum(placed.hidden for placed in self.items)


@dataclass(frozen=True)
class Rows:
    """Rows to put items in: at most `labelled` with labels and `spare` for marks alone; no label over `longest`."""

    scale: Scale
    labelled: int
    spare: int
    longest: float

    def place(self, items: Sequence[Item]) -> Places:
        """Put each item in the first row that has room for it."""
        lanes = Lanes(self.labelled + self.spare)
        return Places([self._place(item, lanes) for item in items], min(len(lanes), self.labelled), len(lanes))

    def _place(self, item: Item, lanes: Lanes) -> Placed:
        mark, row, label, hidden = self._room(item, lanes)
        return Placed(
            item=item,
            row=row,
            left=mark[0],
            right=mark[1],
            label=label,
            hidden=hidden,
            begins=item.first is not None and item.first >= self.scale.begin,
            ends=item.last is not None and item.last <= self.scale.end,
        )

    def _room(self, item: Item, lanes: Lanes) -> tuple[Stretch, int, Label, bool]:
        """The place of its mark, its row, its label, and whether that has to be hidden."""
        marks = list(self._marks(item))
        for mark in marks:
            label = self._label(item, mark)
            row = lanes.take(_taken(mark, label), self.labelled)
            if row is not None:
                return mark, row + (label.side == "above"), label, False
        for mark in marks:
            row = lanes.take([_with(mark, 1)], lanes.most)
            if row is not None:
                return mark, row, self._label(item, mark), True
        # Where even marks have no room they lie on each other.
        return marks[0], lanes.most - 1, self._label(item, marks[0]), True

    def _marks(self, item: Item) -> Iterator[Stretch]:
        """Where its mark can be, the best place first."""
        scale = self.scale
        begin = scale.left if item.first is None else max(scale.left, scale.start(item.first))
        end = scale.right if item.last is None else min(scale.right, scale.stop(item.last))
        if item.precision != "day" and end - begin >= MARK:
            yield begin, end
            return
        middle = (begin + end) / 2
        yield middle - MARK / 2, middle + MARK / 2
        if end - begin >= _WIDE_DAY:
            step = 2 * MARK
            for number in range(ceil((end - begin) / step) - 1):
                left = begin + (number + 0.5) * step
                yield left, left + MARK

    def _label(self, item: Item, mark: Stretch) -> Label:
        """Right of the mark, left of it where there is no room, or above a mark that leaves none on either side."""
        scale = self.scale
        text, note = text_metrics.plain(item.label), "" if item.status in ("", "held") else f" · {item.status}"
        beside = text_metrics.width(note, TYPE)
        wanted = min(text_metrics.width(text, TYPE) + beside, self.longest, _PART * (scale.right - scale.left))
        after, before = scale.right - mark[1] - GAP, mark[0] - GAP - scale.left
        if wanted > max(after, before) >= _SHORTEST + beside:
            wanted = max(after, before)
        text = text_metrics.shortened(text, wanted - beside, TYPE)
        wide = text_metrics.width(text, TYPE) + beside
        if wanted <= after:
            return Label(text, note, mark[1] + GAP, mark[1] + GAP + wide, "right")
        if wanted <= before:
            return Label(text, note, mark[0] - GAP - wide, mark[0] - GAP, "left")
        left = max(scale.left, min(mark[0], scale.right - wide))
        return Label(text, note, left, left + wide, "above")


def _taken(mark: Stretch, label: Label) -> list[Stretch]:
    """What mark and label take up, row by row."""
    if label.side == "above":
        return [_with((label.left, label.right), APART / 2), _with(mark, APART / 2)]
    return [_with((min(mark[0], label.left), max(mark[1], label.right)), APART / 2)]


def _with(stretch: Stretch, margin: float) -> Stretch:
    return stretch[0] - margin, stretch[1] + margin
