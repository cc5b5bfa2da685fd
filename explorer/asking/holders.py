"""Who holds an office, at the time that a question is about, and whether somebody may be called by it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from explorer import dates, names
from explorer.asking.lookup import THEN, WITH_OFFICE, Entity
from explorer.asking.mention import Mention
from explorer.asking.spoken import Span
from explorer.asking.times import Time
from explorer.graph.base import Graph
from explorer.lexicon.language import Language
from explorer.statements import statement

_SECONDS = 5.0
_MOST_HOLDERS = 500


@dataclass(frozen=True)
class Office:
    """The words of an office, and the mention of what it is held in, on the left or on the right of it."""

    span: Span
    words: tuple[str, ...]
    body: Mention | None


@dataclass(frozen=True)
class Holders:
    """Looks up who holds offices, for one question: `times` are those that it is about."""

    graph: Graph
    language: Language
    times: Sequence[Time]

    def anywhere(self, office: Office) -> list[Entity]:
        """Who holds an office of which it is not said where."""
        values = {"words": list(office.words), "most": _MOST_HOLDERS}
        rows = self.graph.read(statement("lookup/holders-anywhere"), values, timeout=_SECONDS).rows
        return self._fitting(rows, {row["top"]: row["body"] for row in rows}, office)

    def of(self, office: Office) -> list[Entity]:
        """Who holds the office, best in just these words, at the time that the question is about, else now."""
        bodies = [each.id for each in office.body.of("actor")] if office.body else []
        values = {"ids": bodies, "words": list(office.words), "most": _MOST_HOLDERS}
        rows = self.graph.read(statement("lookup/holders"), values, timeout=_SECONDS).rows
        tops = {each.id: each.name for each in office.body.of("actor")} if office.body else {}
        return self._fitting(rows, tops, office)

    def may_have(self, person: Mention, office: Office) -> bool:
        """Whether a person may be called so: by a form of address, or by an office that the graph does not deny."""
        if set(office.words) <= self.language.titles - self.language.heads:
            return True
        ids = [each.id for each in person.of("actor")]
        rows = self.graph.read(statement("lookup/offices-held"), {"ids": ids}, timeout=_SECONDS).rows
        described = [each.hint for each in person.of("actor")]
        known = _words(*described, *(part for row in rows for part in (row["role"], row["body"])))
        is_title = set(office.words) <= self.language.titles
        return set(office.words) <= known or is_title and not any(row["role"] for row in rows)

    def _fitting(self, rows: Sequence[Mapping[str, Any]], tops: Mapping[str, str], office: Office) -> list[Entity]:
        """Those of the rows that hold the office, by its own words first; `tops` are the names of what was said."""
        fitting = [row for row in rows if set(office.words) <= _known(row, tops)]
        exact = [row for row in fitting if _own_words(row, tops, self.language) == set(office.words)]
        then = [row for row in exact or fitting if _is_held(row, self.times)]
        once: dict[str, Entity] = {}
        # Nobody who held it at another time is meant; without a time the last one may be.
        for row in then if self.times else then or exact or fitting:
            hint = ", ".join(filter(None, [row["kind"], f"{row['role']} of {row['body']}"]))
            rank = THEN if self.times and (row["since"] or row["until"]) else WITH_OFFICE
            holder = Entity("actor", row["id"], row["name"] or row["id"], hint, rank, row["kind"] or "")
            once.setdefault(holder.id, holder)
        return list(once.values())


def _known(row: Mapping[str, Any], tops: Mapping[str, str]) -> set[str]:
    """The words of an office, of what it is held in, and of what that belongs to."""
    return _words(row["role"], row["body"], tops.get(row["top"]))


def _words(*texts: str | None) -> set[str]:
    return set(names.normalize(" ".join(filter(None, texts))).split())


def _own_words(row: Mapping[str, Any], tops: Mapping[str, str], language: Language) -> set[str]:
    """The words of an office without those of what it is held in."""
    body = _words(row["body"], tops.get(row["top"]))
    own = _words(row["role"]) - language.linking
    adjectives = {
        word for word, meant in language.demonyms.items() if body & {part for each in meant for part in each.split()}
    }
    return own - body - adjectives or own


def _is_held(row: Mapping[str, Any], times: Sequence[Time]) -> bool:
    """Whether the office was held within the time, or is held still where the question has none."""
    if not times:
        return not row["until"]
    begin, end = _day(row["since"], last=False), _day(row["until"], last=True)
    time = times[0]
    return not (end and time.since and end < time.since or begin and time.until and begin > time.until)


def _day(text: str | None, *, last: bool) -> date | None:
    try:
        period = dates.parse(text) if text else None
    except ValueError:
        return None
    return (period.last if last else period.first) if period else None
