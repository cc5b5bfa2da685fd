"""The time in a question: a day, a month, a year or a span of them, before or after one, or one counted from today."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import zip_longest

from explorer import written_dates
from explorer.asking import periods
from explorer.asking.spoken import Span, Spoken
from explorer.lexicon.language import Language, longest_at

#: Tokens of a date in numbers, such as `21 . 1 . 2022` or `the 1990s`.
_LONGEST_DATE = 4
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|º|ª)?")
_YEAR = re.compile(r"1[0-9]\d\d|20\d\d")
#: The first and the last month of a part of a year.
_MONTHS_OF = {
    "": (1, 12), "first_half": (1, 6), "second_half": (7, 12), "first_quarter": (1, 3), "second_quarter": (4, 6),
    "third_quarter": (7, 9), "fourth_quarter": (10, 12),
}  # fmt: skip
_PARTS = tuple(filter(None, _MONTHS_OF))
#: Words of a cue that stands after a date or within one, such as `oder später`.
_LONGEST_CUE = 3
#: Words before a date that may tell on which side of it the time lies.
_FURTHEST_CUE = 4

#: The year that is meant by a month, or by a day of one, without it.
YearOf = Callable[[int, int | None], int]


@dataclass(frozen=True)
class Time:
    """A time and the passage that says it; a side that is open is None. `unsure` says that it may be another."""

    span: Span
    since: date | None
    until: date | None
    unsure: bool = False


@dataclass(frozen=True)
class _Day:
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
class _Dated:
    """A passage that is a date, with its first and last day.

    `several` says that it names two days, `is_span` that all between are meant: `10 to 13 January`.
    """

    span: Span
    first: date
    last: date
    several: bool = False
    is_span: bool = False


def time_in(spoken: Spoken, language: Language, year_of: YearOf, today: date) -> list[Time]:
    """The times in the words, from left to right; usually one. More than one, and the question has more than fits."""
    listener = _Listener(spoken, language, year_of, today)
    found = listener.dates()
    times = []
    while found:
        first, *found = found
        if found and (joined := listener.joined(first, found[0])):
            times.append(joined)
            found = found[1:]
        else:
            times.append(listener.alone(first))
    return times


@dataclass(frozen=True)
class _Listener:
    """Goes along the words for dates, and for what joins them or stands beside them."""

    spoken: Spoken
    language: Language
    year_of: YearOf
    today: date

    @property
    def words(self) -> Sequence[str]:
        """The normalized words."""
        return self.spoken.words

    def dates(self) -> list[_Dated]:
        """The passages that are dates, the longest at each place; a year that is left out comes from the next one."""
        days: list[_Day | _Dated] = []
        at = 0
        while at < len(self.words):
            here = [each for each in (self._in_words(at), self._in_numbers(at), self._from_today(at)) if each]
            if not here:
                at += 1
                continue
            days.append(max(here, key=lambda each: each.span[1]))
            at = days[-1].span[1]
        return list(self._with_years(days))

    def _with_years(self, days: Sequence[_Day | _Dated]) -> Iterator[_Dated]:
        for day, following in zip_longest(days, days[1:]):
            if isinstance(day, _Dated):
                yield day
                continue
            if day.year is None:
                joined = following and self._joins(day.span[1], following.span[0])
                later = getattr(following, "year", None) if joined else None
                if (
                    later
                    and isinstance(following, _Day)
                    and following.month
                    and day.month
                    and day.month > following.month
                ):
                    later -= 1  # from December to January 2022
                day = replace(day, year=later or self.year_of(day.month or 1, day.day))
            try:
                first, last = day.first_and_last()
                yield _Dated(day.span, first, last, bool(day.last_day), day.is_span)
            except ValueError:
                continue

    def _in_words(self, at: int) -> _Day | None:
        """`21 January 2022`, `January 21st`, `10 and 13 January`, `January`, `2022`, `first half of 2022`."""
        part, start = self._part(at)
        found = self._day_first(start) or self._month_first(start) or self._year_alone(start)
        if found is None or part and found.day or found.month and "quarter" in part:
            return None
        return replace(found, span=(at, found.span[1]), part=part)

    def _part(self, at: int) -> tuple[str, int]:
        """The part of a year or a month that is named here, and where the words after it begin."""
        for part in _PARTS:
            if count := self._cue(part, at):
                return part, self._past_filling(at + count)
        return "", at

    def _day_first(self, at: int) -> _Day | None:
        day = self._day(at)
        after = at + 1
        last_day, is_span = None, False
        if day and after + 1 < len(self.words) and self._cue("joining", after) == 1 or day and self._is_dash(at):
            after += 0 if self._is_dash(at) else 1
            is_span = self._is_span(at + 1, after)
            last_day = self._day(after)
            after += 1
            if last_day is None or last_day <= day:
                return None
        month, after = self._month(self._past_filling(after)) if day else (None, at)
        if not day or not month:
            return None
        year, after = self._year_after(after)
        return _Day((at, after), year, month, day, last_day, is_span)

    def _month_first(self, at: int) -> _Day | None:
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
        return _Day((at, after), year, month, day)

    def _year_alone(self, at: int) -> _Day | None:
        year, after = self._year(at)
        return _Day((at, after), year) if year else None

    def _in_numbers(self, at: int) -> _Dated | None:
        """`2022-01-21`, `21.1.2022`, `the 1990s`, `spring 2021`: what a dossier may have as well."""
        for end in range(min(len(self.words), at + 2 * _LONGEST_DATE), at, -1):
            if not self.spoken.is_whole((at, end)):
                continue
            passage = self.spoken.passage((at, end))
            if any(sign.isdigit() for sign in passage) and (period := written_dates.understand(passage)):
                if period.first and period.last:
                    return _Dated((at, end), period.first, period.last)
        return None

    def _from_today(self, at: int) -> _Dated | None:
        """`last month`, `yesterday`, `the last three weeks`."""
        count, days = periods.period_at(self.words, self.language, at, self.today)
        return _Dated((at, at + count), *days) if days else None

    def _is_other_word(self, at: int) -> bool:
        """Whether the name of a month may be something else here: `may`, `march`."""
        word = self.words[at]
        cues = ("since", "until", "between", "filling")
        cued = at > 0 and any((self.words[at - 1],) in self.language.times[cue] for cue in cues)
        doubtful = len(word) <= 3 or word in ("march", "august", "mars", "mayo", "marzo", "agosto")
        return doubtful and not cued and at + 1 < len(self.words)

    def joined(self, first: _Dated, second: _Dated) -> Time | None:
        """One span from the first to the second, where the words between join them."""
        if second.last < first.first or not self._joins(first.span[1], second.span[0]):
            return None
        start, cue = self._cue_before(first.span[0], ("between", "since"))
        adjoining = second.first - first.last <= timedelta(1)
        return Time(
            (start if cue else first.span[0], second.span[1]),
            first.first,
            second.last,
            not (cue or adjoining or self._is_span(first.span[1], second.span[0])),
        )

    def _is_span(self, begin: int, end: int) -> bool:
        """Whether a word such as `to` stands there, or a dash, and no `and`."""
        return not any(self.language.preposition_at(self.words, at)[1] == "same" for at in range(begin, end))

    def alone(self, dated: _Dated) -> Time:
        """The date itself, or the time before or after it."""
        start, end = dated.span
        at, cue = self._cue_before(start, ("approximate", "open_after", "open_before", "since", "until", "between"))
        if cue == "approximate":
            return Time((at, end), dated.first, dated.last, unsure=True)
        if cue == "open_after":
            return Time((at, end), dated.last + timedelta(1), None)
        if cue == "open_before":
            return Time((at, end), None, dated.first - timedelta(1))
        if onwards := self._cue("onwards", end):
            return Time((at, end + onwards), dated.first, None)
        if cue == "between" or cue == "since" and dated.several:
            return Time((at, end), dated.first, dated.last)
        if cue == "since":
            return Time((at, end), dated.first, None)
        if cue == "until":
            return Time((at, end), None, dated.last)
        start = self._before_filling(start)
        return Time((start, end), dated.first, dated.last, dated.several and not dated.is_span)

    def _cue_before(self, at: int, cues: Sequence[str]) -> tuple[int, str]:
        """Where the word begins that tells how the time lies to the date at number `at`, and which cue it is."""
        start = self._before_filling(at)
        for begin in range(max(0, start - _FURTHEST_CUE), start):
            for cue in cues:
                if any(tuple(self.words[begin:end]) in self.language.times[cue] for end in range(at, start - 1, -1)):
                    return begin, cue
        return start, ""

    def _joins(self, begin: int, end: int) -> bool:
        between = self.words[begin:end]
        if not between:
            return self._is_dash(begin - 1)
        listed = [(word,) in self.language.times["joining"] for word in between]
        filling = [(word,) in self.language.times["filling"] for word in between]
        return any(listed) and all(map(max, listed, filling))

    def _is_dash(self, at: int) -> bool:
        return at + 1 < len(self.words) and self.spoken.between(at, at + 1).strip() in ("-", "–", "—")

    def _cue(self, cue: str, at: int) -> int:
        """How many words from number `at` on are that cue; 0 for none."""
        return longest_at(self.language.times[cue], self.words, at, _LONGEST_CUE)

    def _past_filling(self, at: int) -> int:
        while at < len(self.words) and (self.words[at],) in self.language.times["filling"]:
            at += 1
        return at

    def _before_filling(self, at: int) -> int:
        while at and (self.words[at - 1],) in self.language.times["filling"]:
            at -= 1
        return at

    def _day(self, at: int) -> int | None:
        found = _DAY.fullmatch(self.words[at]) if at < len(self.words) else None
        return int(found[1]) if found and 1 <= int(found[1]) <= 31 else None

    def _month(self, at: int) -> tuple[int | None, int]:
        month = self.language.month(self.words[at]) if at < len(self.words) else None
        return month, at + 1 if month else at

    def _year_after(self, at: int) -> tuple[int | None, int]:
        """The year that follows a day or a month: `January of 2022`."""
        year, after = self._year(self._past_filling(at))
        return (year, after) if year else (None, at)

    def _year(self, at: int) -> tuple[int | None, int]:
        if at >= len(self.words) or not _YEAR.fullmatch(self.words[at]):
            return None, at
        return int(self.words[at]), at + 1 + self._cue("trailing", at + 1)
