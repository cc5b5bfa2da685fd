"""What things on a line take up comes in, the row that each is put in goes out: no two touch."""

from __future__ import annotations

from collections.abc import Sequence

Stretch = tuple[float, float]


class Lanes:
    """At most `most` rows, each with the stretches that are taken."""

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
