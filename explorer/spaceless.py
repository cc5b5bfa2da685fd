"""Passages in scripts that put no space between words, and the overlapping pairs of letters by which they are found.

日内瓦 is cut into 日内 and 内瓦. A passage stands in a text where its pairs stand one after the other, so that no
dictionary is needed, and every engine finds the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

#: Thai, Lao, Burmese, Khmer and their neighbours; Chinese and Japanese; Korean, which joins particles to its words.
_LETTERS = (
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ece\u0edc-\u0edf\u1000-\u103f\u1050-\u109f\u1780-\u17d3\u1950-\u19df"
    "\u1a20-\u1aad\ua980-\ua9c0\ua9e0-\ua9fe\uaa60-\uaadf\u3005-\u3007\u3021-\u3029\u3041-\u3096\u309d-\u309f"
    "\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\uac00-\ud7a3\u1100-\u11ff\U0001aff0-\U0001b16f\U00020000-\U0003ffff"
)
_RUN = re.compile(f"([{_LETTERS}][{_LETTERS}\u200b-\u200d]*)")


def passages(text: str) -> Iterator[tuple[str, bool]]:
    """The text cut at the ends of such passages, and of each piece whether it is one; the text is in form NFKC."""
    return ((piece, number % 2 == 1) for number, piece in enumerate(_RUN.split(text)) if piece)


def pairs(letters: Sequence[str]) -> list[str]:
    """Each letter with the next one; a single letter as it is."""
    return [first + second for first, second in zip(letters, letters[1:], strict=False)] or list(letters)
