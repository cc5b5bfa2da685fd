"""Where short runs of characters stand in a long text, so that thousands of quotes need not each read it through."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

#: How many characters a run has, and how many runs of a quote are looked up for the rarest.
_RUN, _TRIED = 12, 8
_FACTOR = 0x9E3779B1


class TextIndex:
    """The runs of a text by their hash. It takes eight bytes a character."""

    def __init__(self, text: str) -> None:
        self._text = text
        hashes = _hashes(text)
        self._places = np.argsort(hashes, kind="stable").astype(np.uint32)
        self._hashes = hashes[self._places]

    def starts(self, wanted: str) -> Iterator[int] | None:
        """Where `wanted` begins, from the first place on; None if it is shorter than a run, or each is too common."""
        if len(wanted) < _RUN:
            return None
        hashes = _hashes(wanted[: _RUN * _TRIED])[::_RUN]
        firsts, lasts = np.searchsorted(self._hashes, hashes, "left"), np.searchsorted(self._hashes, hashes, "right")
        rarest = int((lasts - firsts).argmin())
        places = self._places[firsts[rarest] : lasts[rarest]].tolist()
        if len(places) > len(self._text) // 1000:
            return None
        begins = (place - rarest * _RUN for place in places)
        return (begin for begin in begins if begin >= 0 and self._text.startswith(wanted, begin))


def _hashes(text: str) -> NDArray[np.uint32]:
    """A hash of the run that begins at each character."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    number = max(len(codes) - _RUN + 1, 0)
    hashes = np.zeros(number, dtype=np.uint32)
    for offset in range(_RUN):
        hashes *= np.uint32(_FACTOR)  # wraps around, as hashes do
        hashes += codes[offset : offset + number]
    return hashes
