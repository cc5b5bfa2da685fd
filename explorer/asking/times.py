"""The time in a question: a day, a month, a year or a span of them, before or after one, or one counted from today."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import zip_longest

from explorer import written_dates
from explorer.asking import periods
from explorer.asking.days import Day, Days
from explorer.asking.spoken import Span, Spoken
from explorer.asking.time_cues import Cues
from explorer.lexicon.language import Language

#: Tokens of a date in numbers, such as `21 . 1 . 2022` or `the 1990s`.
_LONGEST_DATE = 4
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
    listener = _Listener(Cues(spoken, language), year_of, today)
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

    cues: Cues
    year_of: YearOf
    today: date

    def dates(self) -> list[_Dated]:
        """The passages that are dates, the longest at each place; a year that is left out comes from the next one."""
        days = Days(self.cues)
        found: list[Day | _Dated] = []
        at = 0
        while at < len(self.cues.words):
            here = [each for each in (days.day_at(at), self._in_numbers(at), self._from_today(at)) if each]
            if not here:
                at += 1
                continue
            found.append(max(here, key=lambda each: each.span[1]))
            at = found[-1].span[1]
        return list(self._with_years(found))

    def _with_years(self, days: Sequence[Day | _Dated]) -> Iterator[_Dated]:
        for day, following in zip_longest(days, days[1:]):
            if isinstance(day, _Dated):
                yield day
                continue
            year = day.year or self._year_from(day, following) or self.year_of(day.month or 1, day.day)
            try:
                first, last = replace(day, year=year).first_and_last()
                yield _Dated(day.span, first, last, bool(day.last_day), day.is_span)
            except ValueError:
                continue

    def _year_from(self, day: Day, following: Day | _Dated | None) -> int | None:
        """The year that a day shares with the one that it is joined to: `10 and 13 January 2022`."""
        joined = following and self.cues.join(day.span[1], following.span[0])
        if not joined or not isinstance(following, Day) or not following.year:
            return None
        turns = day.month and following.month and day.month > following.month  # from December to January 2022
        return following.year - 1 if turns else following.year

    def _in_numbers(self, at: int) -> _Dated | None:
        """`2022-01-21`, `21.1.2022`, `the 1990s`, `spring 2021`: what a dossier may have as well."""
        for end in range(min(len(self.cues.words), at + 2 * _LONGEST_DATE), at, -1):
            if not self.cues.spoken.is_whole((at, end)):
                continue
            passage = self.cues.spoken.passage((at, end))
            if any(sign.isdigit() for sign in passage) and (period := written_dates.understand(passage)):
                if period.first and period.last:
                    return _Dated((at, end), period.first, period.last)
        return None

    def _from_today(self, at: int) -> _Dated | None:
        """`last month`, `yesterday`, `the last three weeks`."""
        count, days = periods.period_at(self.cues.words, self.cues.language, at, self.today)
        return _Dated((at, at + count), *days) if days else None

    def joined(self, first: _Dated, second: _Dated) -> Time | None:
        """One span from the first to the second, where the words between join them."""
        if second.last < first.first or not self.cues.join(first.span[1], second.span[0]):
            return None
        start, cue = self.cues.before(first.span[0], ("between", "since"))
        adjoining = second.first - first.last <= timedelta(1)
        return Time(
            (start if cue else first.span[0], second.span[1]),
            first.first,
            second.last,
            not (cue or adjoining or self.cues.is_span(first.span[1], second.span[0])),
        )

    def alone(self, dated: _Dated) -> Time:
        """The date itself, or the time before or after it."""
        start, end = dated.span
        at, cue = self.cues.before(start, ("approximate", "open_after", "open_before", "since", "until", "between"))
        if cue == "approximate":
            return Time((at, end), dated.first, dated.last, unsure=True)
        if cue == "open_after":
            return Time((at, end), dated.last + timedelta(1), None)
        if cue == "open_before":
            return Time((at, end), None, dated.first - timedelta(1))
        if onwards := self.cues.count("onwards", end):
            return Time((at, end + onwards), dated.first, None)
        if cue == "between" or cue == "since" and dated.several:
            return Time((at, end), dated.first, dated.last)
        if cue == "since":
            return Time((at, end), dated.first, None)
        if cue == "until":
            return Time((at, end), None, dated.last)
        start = self.cues.before_filling(start)
        return Time((start, end), dated.first, dated.last, dated.several and not dated.is_span)
