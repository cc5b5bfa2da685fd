"""Where the sources of a meeting differ must be answered: facts and a meeting come in, rows go out."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import permutations

from questions.facts import Facts, Row
from questions.world import DATES

#: Who says what: pairs of a source and its answer.
Answers = set[tuple[str, str]]


def differing_reports(facts: Facts, meeting: str | None) -> list[Row]:
    """One row for each two answers that exclude each other."""
    rows = []
    for each in facts.newest_first("meeting", facts.known["meeting"]):
        if meeting in (None, each):
            for (what, actor), said in sorted(
                _answers(facts, each).items(), key=lambda pair: (pair[0][0], pair[0][1] or "")
            ):
                rows += _pairs(facts, each, what, actor, said)
    return rows


def _answers(facts: Facts, meeting: str) -> dict[tuple[str, str | None], Answers]:
    """What each source says itself; the editors of files do not count."""
    found: dict[tuple[str, str | None], Answers] = defaultdict(set)
    for each in facts.all("meeting reported", "place", "participant", leaf=meeting):
        if facts.field("source", each.source, "kind") == "dossier":
            continue
        if each.what == "participant":
            if each.role:
                found["role", each.hub].add((each.source, each.role))
            if each.status != "invited":
                found["attendance", each.hub].add((each.source, each.status or "attended"))
        place = each.hub if each.what == "place" else each.place
        if place:
            found["place", None].add((each.source, facts.field("place", place, "name")))
        if each.date:
            found["date", None].add((each.source, each.date))
    return found


def _pairs(facts: Facts, meeting: str, what: str, actor: str | None, said: Answers) -> list[Row]:
    excluding: dict[tuple[str, str], tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for (source, one), (another, other) in permutations(said, 2):
        also = {(source, other), (another, one)}
        if source != another and one < other and not also & said and not _agree(what, one, other):
            excluding[one, other][0].add(source)
            excluding[one, other][1].add(another)
    return [
        {
            "meeting": facts.show("meeting", meeting),
            "what": what,
            "actor": facts.show("actor", actor),
            "one": one,
            "evidence": _by(facts, meeting, sources),
            "other": other,
            "other_evidence": _by(facts, meeting, others),
        }
        for (one, other), (sources, others) in sorted(excluding.items())
    ]


def _agree(what: str, one: str, other: str) -> bool:
    """Whether the one is only less exact than the other."""
    if what != "date":
        return one.lower() in other.lower() or other.lower() in one.lower()
    (first, last), (other_first, other_last) = _days(one), _days(other)
    return (first <= other_first and last >= other_last) or (first >= other_first and last <= other_last)


def _days(text: str) -> tuple[date, date]:
    first, last = DATES[text]
    return first or date.min, last or date.max


def _by(facts: Facts, meeting: str, sources: set[str]) -> list[Row]:
    """Their reports of the meeting; just their names where they speak only of a part in it."""
    reports = [each for each in facts.all("meeting reported", leaf=meeting) if each.source in sources]
    silent = sources - {each.source for each in reports}
    return facts.evidence(reports) + [facts.silent(source) for source in sorted(silent)]


ORACLES = {"differing-reports": differing_reports}
