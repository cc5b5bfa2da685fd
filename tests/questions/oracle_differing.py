"""Where the sources of a meeting differ must be answered: facts and a meeting come in, rows go out."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import permutations

from questions.facts import Facts, Row
from questions.oracle_meetings import belonging
from questions.statements import Said
from questions.world import DATES

#: Sources that were published before others; of the letter nobody knows whether it was before the paper.
OLDER = {("paper", "radio"), ("letter", "radio")}
#: What can come of what; of all other pairs one excludes the other.
COMES_OF = {("planned", "held"), ("planned", "cancelled"), ("proposed", "planned"), ("proposed", "held"),
            ("proposed", "cancelled")}  # fmt: skip


def differing_reports(facts: Facts, meeting: str | None) -> list[Row]:
    """One row for each two answers that exclude each other, or of which one came of the other."""
    rows = []
    for each in facts.newest_first("meeting", facts.known["meeting"]):
        if meeting in (None, each):
            for (what, actor), said in sorted(
                _answers(facts, each).items(), key=lambda pair: (pair[0][0], pair[0][1] or "")
            ):
                rows += _pairs(facts, each, what, actor, said)
    return rows


def _answers(facts: Facts, meeting: str) -> dict[tuple[str, str | None], list[tuple[str, Said]]]:
    """What each source says itself, and by which statement; the editors of files do not count."""
    found: dict[tuple[str, str | None], list[tuple[str, Said]]] = defaultdict(list)
    for each in facts.all("meeting reported", "place", "participant", leaf=meeting):
        if facts.field("source", each.source, "kind") == "dossier":
            continue
        if each.what == "participant":
            if each.role:
                found["role", each.hub].append((each.role, each))
            if each.status != "invited":
                found["attendance", each.hub].append((each.status or "attended", each))
            continue
        if place := each.hub if each.what == "place" else each.place:
            found["place", None].append((facts.field("place", place, "name"), each))
        if each.date:
            found["date", None].append((each.date, each))
        if each.status:
            found["status", None].append((each.status, each))
    return found


def _pairs(facts: Facts, meeting: str, what: str, actor: str | None, said: list[tuple[str, Said]]) -> list[Row]:
    answers = {(each.source, answer) for answer, each in said}
    found: dict[tuple[str, str, bool], tuple[list[Said], list[Said]]] = defaultdict(lambda: ([], []))
    for (one, mine), (other, its) in permutations(said, 2):
        also = {(mine.source, other), (its.source, one)}
        if mine.source == its.source or one == other or also & answers or _agree(what, one, other):
            continue
        if what == "place" and _lies_in(
            facts, *(each.hub if each.what == "place" else str(each.place) for each in (mine, its))
        ):
            continue
        in_turn = what == "status" and (one, other) in COMES_OF and (mine.source, its.source) in OLDER
        backwards = what == "status" and (other, one) in COMES_OF and (its.source, mine.source) in OLDER
        if in_turn or (one < other and not backwards):
            found[one, other, in_turn][0].append(mine)
            found[one, other, in_turn][1].append(its)
    return [
        {
            "meeting": facts.show("meeting", meeting),
            "what": what,
            "how": f"{one}, later {other}" if in_turn else "contradiction",
            "actor": facts.show("actor", actor),
            "one": one,
            "evidence": _by(facts, meeting, mine),
            "other": other,
            "other_evidence": _by(facts, meeting, its),
        }
        for (one, other, in_turn), (mine, its) in sorted(found.items())
    ]


def _agree(what: str, one: str, other: str) -> bool:
    """Whether the one is only less exact than the other."""
    if what != "date":
        return what != "status" and (one.lower() in other.lower() or other.lower() in one.lower())
    (first, last), (other_first, other_last) = _days(one), _days(other)
    return (first <= other_first and last >= other_last) or (first >= other_first and last <= other_last)


def _lies_in(facts: Facts, one: str, other: str) -> bool:
    return one in belonging(facts, other, "place part", steps=6) or other in belonging(
        facts, one, "place part", steps=6
    )


def _days(text: str) -> tuple[date, date]:
    first, last = DATES[text]
    return first or date.min, last or date.max


def _by(facts: Facts, meeting: str, said: list[Said]) -> list[Row]:
    """The words that say so. What has none leans on what its source reports of the meeting, if nothing else says so."""
    evidence: list[Said] = []
    silent = []
    for each in said:
        reports = [r for r in facts.all("meeting reported", leaf=meeting) if r.source == each.source]
        if each.what == "meeting reported" or each.quote:
            evidence.append(each)
        elif not any(x.source == each.source and (x.what == "meeting reported" or x.quote) for x in said):
            evidence += reports
            silent += [] if reports else [(each.source, each.page)]
    rows = facts.evidence(evidence)
    return rows + [row for row in (facts.silent(*each) for each in dict.fromkeys(silent)) if row not in rows]


ORACLES = {"differing-reports": differing_reports}
