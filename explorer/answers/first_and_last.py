"""Which of several dates is the first and which the last, said no more exactly than the dates are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from explorer import dates
from explorer.answers.display import clean
from explorer.answers.number_words import listed, number

#: So many dates are named one by one.
_NAMED = 3


@dataclass(frozen=True)
class Dated:
    """Something with its date as EDTF, and where it was, if that is known."""

    text: str
    place: str = ""

    @cached_property
    def begins(self) -> date:
        """The first day that the date can mean."""
        period = dates.period_of(self.text)
        return (period and period.first) or date.min

    @cached_property
    def ends(self) -> date:
        """The last day that the date can mean."""
        period = dates.period_of(self.text)
        return (period and period.last) or date.max

    @property
    def said(self) -> str:
        """When and where: `on 21 January 2022 in Geneva`."""
        when = clean(dates.when(self.text))
        return f"{when} in {self.place}" if self.place else when


@dataclass(frozen=True)
class FirstAndLast:
    """Several that are dated; at least one."""

    all: Sequence[Dated]

    @cached_property
    def _first(self) -> Dated:
        return min(self.all, key=lambda each: (each.ends, each.begins))

    @cached_property
    def _last(self) -> Dated:
        return max(self.all, key=lambda each: (each.begins, each.ends))

    @cached_property
    def at_once(self) -> str:
        """All that can be said where no first and last can be told apart; empty where they can."""
        if len(self.all) == 1:
            return self.all[0].said
        if len({each.text for each in self.all}) == 1:
            return self._on_one_date
        if self._first is not self._last:
            return ""
        said = list(dict.fromkeys(each.said for each in self._in_order))
        return listed(said) if len(said) <= _NAMED else f"{listed(said[:_NAMED])}, and others"

    @property
    def _on_one_date(self) -> str:
        said = f"{'both' if len(self.all) == 2 else 'all'} {clean(dates.when(self.all[0].text))}"
        places = Counter(each.place for each in self.all if each.place)
        if len(places) == 1 and places.total() == len(self.all):
            return f"{said} in {self.all[0].place}"
        return ", ".join([said, *(f"{number(count)} in {place}" for place, count in places.most_common(_NAMED))])

    @property
    def _in_order(self) -> list[Dated]:
        return sorted(self.all, key=lambda each: (each.begins, each.ends))

    @property
    def first(self) -> str:
        """The first, with what may be earlier."""
        unsure = [each for each in self.all if each.begins < self._first.begins]
        return f"first {self._first.said}{_unsure(unsure, 'earlier')}"

    @property
    def last(self) -> str:
        """The last, with what may be later."""
        unsure = [each for each in self.all if each.ends > self._last.ends]
        return f"last {self._last.said}{_unsure(unsure, 'later')}"

    @property
    def one_by_one(self) -> str:
        """Each of them where they are few, else the first and the last."""
        if self.at_once or len(self.all) > _NAMED:
            return self.at_once or f"{self.first}, {self.last}"
        return listed([each.said for each in self._in_order])

    def shown(self, order: str) -> str:
        """What can be said where there are more than these, which come first in this order: the newest, or oldest."""
        keys: dict[str, Callable[[Dated], int]] = {
            "newest first": lambda each: -each.begins.toordinal(),
            "oldest first": lambda each: each.begins.toordinal(),
        }
        if order not in keys or list(self.all) != sorted(self.all, key=keys[order]):
            return ""
        return f"{'newest' if order == 'newest first' else 'oldest'} {self.all[0].said}"


def _unsure(others: Sequence[Dated], how: str) -> str:
    if not others:
        return ""
    which = f"dated {clean(dates.show(others[0].text))}" if len(others) == 1 else "dated less exactly"
    return f" ({number(len(others))} {which} may be {how})"
