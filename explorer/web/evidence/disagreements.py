"""A meeting or a claim comes in, what each of its sources itself says of it goes out, marked where they differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Any

from explorer import dates
from explorer.model import LOADED_FILE
from explorer.web.request import connection

#: Kinds of entities that sources are compared on, and what the participants of each are called.
COMPARED = {"meeting": "Participants", "claim": "Said by"}
DIFFERS, ONLY_HERE, EARLIER = "differs", "only here", "earlier"
#: How far a meeting has got. That a younger source has it further on is no disagreement.
_STEPS = {"proposed": 0, "planned": 1, "cancelled": 2, "held": 2}
#: What one source says of one matter, such as who took part, that a card has room for.
_MOST_VALUES = 50

Agree = Callable[[str, str], bool]
Row = Mapping[str, Any]
Said = tuple[str, str]  # a source and an answer


@dataclass(frozen=True)
class Value:
    """One thing that a source says; `note` tells how it stands to what the others say, in words."""

    value: Any
    type: str
    detail: str = ""
    note: str = ""


@dataclass(frozen=True)
class Side:
    """What one source says of one matter: the date, the place, who took part."""

    label: str
    values: tuple[Value, ...]

    @property
    def shown(self) -> list[Value]:
        """As many as a card has room for: those of which something is noted come first where there are more."""
        if len(self.values) <= _MOST_VALUES:
            return list(self.values)
        return sorted(self.values, key=lambda value: not value.note)[:_MOST_VALUES]


def sides(kind: str, id: str) -> dict[str, list[Side]]:
    """For every source, what it says itself. What only the editor of a file says differs from nothing."""
    rows = connection().details(f"{kind}-sides", id)
    published = [row for row in rows if row["kind"] != LOADED_FILE]
    day = differing({row["source"]: row["dates"] for row in published}, same_time)
    place = differing({row["source"]: [each["name"] for each in row["places"]] for row in published}, _place_in(rows))
    notes = {said: DIFFERS for said in day | place} | _statuses(published)
    people = _people(published)
    return {row["source"]: _sides(COMPARED[kind], row, notes, people) for row in rows}


def differing(answers: Mapping[str, Iterable[str]], agree: Agree) -> set[Said]:
    """The answers that contradict another source's. One that the other source gives as well does not."""
    return {said for pair in _apart(answers) if not agree(pair[0][1], pair[1][1]) for said in pair}


def _apart(answers: Mapping[str, Iterable[str]]) -> Iterator[tuple[Said, Said]]:
    """Each two answers of two sources that neither of them gives both."""
    for (one, ours), (other, theirs) in combinations({key: set(value) for key, value in answers.items()}.items(), 2):
        for mine, its in product(ours - theirs, theirs - ours):
            yield (one, mine), (other, its)


def _statuses(rows: Sequence[Row]) -> dict[Said, str]:
    """What is to be noted of whether a meeting was held: what was planned earlier, and what differs."""
    published = {row["source"]: row["published"] for row in rows}
    notes: dict[Said, str] = {}
    for pair in _apart({row["source"]: row["statuses"] for row in rows}):
        before, after = sorted(pair, key=lambda said: _STEPS[said[1]])
        if _STEPS[before[1]] < _STEPS[after[1]] and _older(published[before[0]], published[after[0]]):
            notes.setdefault(before, EARLIER)
        else:
            notes |= dict.fromkeys(pair, DIFFERS)
    return notes


def _older(one: str | None, other: str | None) -> bool:
    """Whether a source published on the one date is surely older than one published on the other."""
    last = dates.parse(one).last if one else None
    first = dates.parse(other).first if other else None
    return last is not None and first is not None and last < first


def same_time(one: str, other: str) -> bool:
    """Whether one date may be a less exact word for the other: January 2022 beside 21 January 2022."""
    a, b = dates.period_of(one), dates.period_of(other)
    return a is not None and b is not None and (_within(a, b) or _within(b, a))


def same_words(one: str, other: str) -> bool:
    """Whether one of two names is a part of the other: Geneva beside Geneva, Switzerland."""
    one, other = one.lower(), other.lower()
    return one in other or other in one


def _place_in(rows: Sequence[Row]) -> Agree:
    """Tells whether one of two places, given by name, lies in the other, or is called so by its name."""
    names = {each["id"]: each["name"] for row in rows for each in row["places"]}
    lying = {(names[each["id"]], names.get(each["wider"])) for row in rows for each in row["lying"]}
    return lambda one, other: same_words(one, other) or bool(lying & {(one, other), (other, one)})


def _within(inner: dates.Period, outer: dates.Period) -> bool:
    begins = outer.first is None or (inner.first is not None and outer.first <= inner.first)
    ends = outer.last is None or (inner.last is not None and inner.last <= outer.last)
    return begins and ends


def _people(rows: Sequence[Row]) -> Mapping[tuple[str, str], str]:
    """What is to be noted of a person that a source names: (source, id) -> note."""
    notes: dict[tuple[str, str], str] = {}
    naming = [row for row in rows if row["people"]]
    said: dict[str, dict[str, list[Mapping[str, Any]]]] = {}
    for row in naming:
        for each in row["people"]:
            said.setdefault(each["id"], {}).setdefault(row["source"], []).append(each)
    for id, by in said.items():
        if len(by) == 1 and len(naming) > 1:
            notes[next(iter(by)), id] = ONLY_HERE
        notes |= {(source, id): DIFFERS for source, _ in _contradictions(by)}
    return notes


def _contradictions(by: Mapping[str, Sequence[Mapping[str, Any]]]) -> set[Said]:
    """Where sources give one person different roles, or do not agree whether it was there."""
    roles = {source: [each["role"] for each in said if each["role"]] for source, said in by.items()}
    there = {source: [each["status"] or "attended" for each in said] for source, said in by.items()}
    present = {source: [each for each in said if each != "invited"] for source, said in there.items()}
    return differing(roles, same_words) | differing(present, lambda one, other: "absent" not in (one, other))


def _sides(people_label: str, row: Row, notes: Mapping[Said, str], people: Mapping[tuple[str, str], str]) -> list[Side]:
    source = row["source"]
    found = [
        Side("Date", tuple(Value(each, "date", note=notes.get((source, each), "")) for each in row["dates"])),
        Side(
            "Place",
            tuple(Value(each, "place", note=notes.get((source, each["name"]), "")) for each in row["places"]),
        ),
        Side("Status", tuple(Value(each, "string", note=notes.get((source, each), "")) for each in row["statuses"])),
        Side(
            people_label,
            tuple(Value(each, "actor", _part(each), people.get((source, each["id"]), "")) for each in row["people"]),
        ),
    ]
    return [side for side in found if side.values]


def _part(person: Mapping[str, Any]) -> str:
    return ", ".join(part for part in (person["role"], person["status"]) if part)
