"""Days, months and years written in words: `21 January 2022`, `January 21st`, `first half of 2022`."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from explorer.asking.spoken import Span
from explorer.asking.time_cues import Cues

_NUMBER_OF_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|º|ª)?")
_YEAR = re.compile(r"1[0-9]\d\d|20\d\d")
#: The first and the last month of a part of a year.
_MONTHS_OF = {
    "": (1, 12), "first_half": (1, 6), "second_half": (7, 12), "first_quarter": (1, 3), "second_quarter": (4, 6),
    "third_quarter": (7, 9), "fourth_quarter": (10, 12),
}  # fmt: skip
_PARTS = tuple(filter(None, _MONTHS_OF))


@dataclass(frozen=True)
class Day:
    """A day, month or year as it is written; `year` is None where it is left out."""

    span: Span
    year: int | None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    is_span: bool = False
    part: str = ""

    def first_and_last(self) -> tuple[date, date]:
        """Its first and last day. Raises ValueError for a day that is none."""
        year, month = self.year or 1, self.month
        if month is None:
            first, last = _MONTHS_OF[self.part]
            return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])
        length = calendar.monthrange(year, month)[1]
        if self.day:
            return date(year, month, self.day), date(year, month, self.last_day or self.day)
        first, last = {"first_half": (1, 15), "second_half": (16, length)}.get(self.part, (1, length))
        return date(year, month, first), date(year, month, last)


@dataclass(frozen=True)
class Days:
    """Finds them in the words of one text."""

    cues: Cues

    def day_at(self, at: int) -> Day | None:
        """`21 January 2022`, `January 21st`, `10 and 13 January`, `January`, `2022`, `first half of 2022`."""
        part, start = self._part(at)
        found = self._day_first(start) or self._month_first(start) or self._year_alone(start)
        if found is None or part and found.day or found.month and "quarter" in part:
            return None
        return replace(found, span=(at, found.span[1]), part=part)

    def _part(self, at: int) -> tuple[str, int]:
        """The part of a year or a month that is named here, and where the words after it begin."""
        for part in _PARTS:
            if count := self.cues.count(part, at):
                return part, self.cues.past_filling(at + count)
        return "", at

    def _day_first(self, at: int) -> Day | None:
        day, after = self._day(at), at + 1
        if not day:
            return None
        last_day, is_span, dashed = None, False, self.cues.is_dash(at)
        if dashed or after + 1 < len(self._words) and self.cues.count("joining", after) == 1:
            after += 0 if dashed else 1
            is_span = self.cues.is_span(at + 1, after)
            last_day = self._day(after)
            after += 1
            if last_day is None or last_day <= day:
                return None
        month, after = self._month(self.cues.past_of(after))
        if not month:
            return None
        year, after = self._year_after(after)
        return Day((at, after), year, month, day, last_day, is_span)

    def _month_first(self, at: int) -> Day | None:
        month, after = self._month(at)
        if not month:
            return None
        day = self._day(after)
        if day and not self._year(after)[0]:
            after += 1
        else:
            day = None
        year, after = self._year_after(after)
        if year is None and day is None and self._is_other_word(at):
            return None
        return Day((at, after), year, month, day)

    def _year_alone(self, at: int) -> Day | None:
        year, after = self._year(at)
        return Day((at, after), year) if year else None

    def _is_other_word(self, at: int) -> bool:
        """Whether the name of a month may be something else here: `may`, `march`."""
        word = self._words[at]
        cues = ("since", "until", "between", "filling")
        cued = at > 0 and any(self.cues.is_one(cue, at - 1) for cue in cues)
        doubtful = len(word) <= 3 or word in ("march", "august", "mars", "mayo", "marzo", "agosto")
        return doubtful and not cued and at + 1 < len(self._words)

    def _day(self, at: int) -> int | None:
        found = _NUMBER_OF_DAY.fullmatch(self._words[at]) if at < len(self._words) else None
        return int(found[1]) if found and 1 <= int(found[1]) <= 31 else None

    def _month(self, at: int) -> tuple[int | None, int]:
        month = self.cues.language.month(self._words[at]) if at < len(self._words) else None
        return month, at + 1 if month else at

    def _year_after(self, at: int) -> tuple[int | None, int]:
        """The year that follows a day or a month: `January of 2022`."""
        year, after = self._year(self.cues.past_filling(at))
        return (year, after) if year else (None, at)

    def _year(self, at: int) -> tuple[int | None, int]:
        if at >= len(self._words) or not _YEAR.fullmatch(self._words[at]):
            return None, at
        return int(self._words[at]), at + 1 + self.cues.count("trailing", at + 1)

    @property
    def _words(self) -> Sequence[str]:
        return self.cues.words
