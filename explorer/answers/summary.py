"""The line above an answer, made of its rows: how many, when first and last, where, with whom.

It follows from the types of the columns and from what the header says, so that it fits every question. What was asked
after, if that is known, is said first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from explorer import model
from explorer.answers import who_and_where
from explorer.answers.counting import how_many, how_often
from explorer.answers.display import evidence_of
from explorer.answers.first_and_last import Dated, FirstAndLast
from explorer.answers.nothing_found import nothing_found
from explorer.answers.number_words import number, sentence
from explorer.answers.subjects import Subject, subjects
from explorer.catalogue.query_file import QueryFile

if TYPE_CHECKING:
    from explorer.answers.answer import Row

#: What a question asks after.
Aspect = Literal["count", "yesno", "when", "first", "last", "where", "who"]
#: Names of columns of dates.
_DATES = ("date", "first", "last")
#: What can be said first of the dates: all, or what comes first where there are more rows.
_ORDERED = (("first", ""), ("last", ""), ("first", "oldest first"), ("last", "newest first"))
#: Kinds that have a date, and of which it can be said that they were first or last.
_REPORTED = model.names(reported=True)


def summary(
    question: QueryFile,
    parameters: Mapping[str, Any],
    rows: Sequence[Row],
    truncated: bool,
    aspect: Aspect | None = None,
) -> str:
    """One sentence without a full stop. `parameters` are as the answer has them.

    Where it is `truncated`, nothing is said that only the rows left out could tell.
    """
    if not rows:
        return nothing_found(question, parameters)
    return sentence(_Summary(question, parameters, rows, truncated).text(aspect))


@dataclass(frozen=True)
class _Summary:
    question: QueryFile
    parameters: Mapping[str, Any]
    rows: Sequence[Row]
    truncated: bool

    @cached_property
    def _subjects(self) -> list[Subject]:
        return subjects(self.question, self.rows)

    @cached_property
    def _told(self) -> list[Subject]:
        """Those whose dates, places and people are told: what came about, else what all are alike in."""
        usual = [each for each in self._subjects if not each.status]
        return usual or (self._subjects if len({each.status for each in self._subjects}) == 1 else [])

    @cached_property
    def _each(self) -> list[Subject]:
        """The same, each entity once."""
        return list({each.entity: each for each in reversed(self._told)}.values())[::-1]

    def text(self, aspect: Aspect | None) -> str:
        """The parts, what was asked after first."""
        count, when, who = how_many(self._subjects, self.truncated), self._when, self._who
        if aspect == "yesno":
            return _joined(self._yes(count), self._last or when)
        if aspect == "when" and self._is_reported and self._one_by_one:
            often = how_often(self._subjects, self.truncated) if not self._told[0].status else count
            return f"{often}{', ' if len(self._each) == 1 else ': '}{self._one_by_one}"
        if aspect in ("first", "last") and self._apart:
            both = [self._apart.first, self._apart.last][:: 1 if aspect == "first" else -1]
            return _joined(both[0], both[1] + self._undated, count)
        if when and (aspect, self.question.order if self.truncated else "") in _ORDERED:
            return _joined(when, count)
        if aspect == "where" and (where := who_and_where.places(self.question, self._each, self.truncated)):
            return _joined(where, count, when)
        if aspect == "who" and who:
            return _joined(who.removeprefix("with "), count, when)
        return _joined(self._counted(count, when, who), self._sources)

    def _counted(self, count: str, when: str, who: str) -> str:
        if who and self._names_them:
            return _joined(f"{count}: {who}", when)
        if len(self._subjects) == 1 and when and not self.truncated:
            return _joined(f"{count}, {when}", who)
        return _joined(count, when, who)

    def _yes(self, count: str) -> str:
        if self._told and not self._told[0].status:
            often = self._is_reported and not self.question.counts
            return f"yes, {how_often(self._subjects, self.truncated) if often else count}"
        return f"not as far as is recorded; {count}"

    @cached_property
    def _mixed(self) -> bool:
        """Whether the rows are about things of several sorts."""
        return len({each.noun for each in self._subjects}) > 1

    @property
    def _is_reported(self) -> bool:
        return not self._mixed and self._subjects[0].kind in _REPORTED

    @property
    def _names_them(self) -> bool:
        """Whether what is counted is what the rows name first."""
        return not self._is_reported and not (self.question.counts and self.question.counts.column)

    @property
    def _who(self) -> str:
        if not self._told or self._mixed:
            return ""
        if self._names_them:
            return who_and_where.themselves(self.question, self._told, self.truncated)
        asked = [value["id"] for value in self.parameters.values() if isinstance(value, Mapping)]
        if not self._is_reported:
            return who_and_where.between(self.question, self.rows, asked, self.truncated)
        return who_and_where.others(self.question, [each.row for each in self._each], asked, self.truncated)

    @property
    def _sources(self) -> str:
        """How many sources the only row rests on."""
        columns = [each for each in self.question.columns if each.type == "evidence list" and not each.beside]
        if len(self.rows) > 1 or self.truncated or not self._is_reported or not columns:
            return ""
        found = {each["source"] for each in evidence_of(columns[0], self.rows[0]) if each["kind"] != model.LOADED_FILE}
        return f"{number(len(found))} source{'s' * (len(found) > 1)}" if found else ""

    @cached_property
    def _dates(self) -> FirstAndLast | None:
        found = list(self._dated())
        return FirstAndLast(found) if found else None

    def _dated(self) -> Iterator[Dated]:
        for each in self._each:
            where = who_and_where.place(self.question, each)
            yield from (Dated(str(each.row[name]), where) for name in self._date_columns if each.row[name])

    @cached_property
    def _date_columns(self) -> list[str]:
        """The columns with the dates of what is told, not of pairs; none where it is not known what came about."""
        columns = {column.name: column for column in self.question.columns}
        pairs = {column.beside for column in columns.values()}
        if self._mixed and "status" not in columns:
            return []
        return [each for each in _DATES if each in columns and columns[each].type == "date" and each not in pairs]

    @property
    def _apart(self) -> FirstAndLast | None:
        """The dates, where a first and a last can be told apart."""
        return None if self.truncated or not self._dates or self._dates.at_once else self._dates

    @property
    def _last(self) -> str:
        return self._apart.last + self._undated if self._apart else ""

    @property
    def _one_by_one(self) -> str:
        return self._dates.one_by_one + self._undated if self._dates and not self.truncated else ""

    @property
    def _when(self) -> str:
        if not self._dates:
            return self._undated.removeprefix(", ")
        if self.truncated:
            return self._dates.shown(self.question.order)
        if self._apart:
            return f"{self._apart.first}, {self._apart.last}{self._undated}"
        alone = len(self._dates.all) == 1 < len(self._each)
        return f"{'one ' if alone else ''}{self._dates.at_once}{self._undated}"

    @property
    def _undated(self) -> str:
        """How many of what has a date have none here."""
        if self.truncated or "date" not in self._date_columns:
            return ""
        missing = sum(not each.row["date"] for each in self._each if each.kind in _REPORTED)
        if not missing:
            return ""
        all_of_them = missing == len(self._each)
        if len(self._each) == 1:
            return ", without a date"
        return f", {'all' if all_of_them else number(missing)} without a date"


def _joined(*parts: str) -> str:
    return "; ".join(filter(None, parts))
