"""What the questions for meetings must answer: facts and parameters come in, rows go out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any

from questions.facts import Facts, Row


def present(facts: Facts, meeting: str) -> set[str]:
    """Who took part or was invited: somebody whom every source lists as absent does not count."""
    return {each.hub for each in facts.all("participant", leaf=meeting) if each.status != "absent"}


def attended(facts: Facts, meeting: str) -> set[str]:
    """Who met whom there: nobody, if it was not held, and only those who attended."""
    if facts.field("meeting", meeting, "status") not in (None, "held"):
        return set()
    return {each.hub for each in facts.all("participant", leaf=meeting) if each.status in (None, "attended")}


def belonging(facts: Facts, body: str, *what: str, steps: int = 4) -> set[str]:
    """The body with all that belongs to it, so many steps down."""
    found = layer = {body}
    for _ in range(steps):
        layer = {each.leaf for hub in layer for each in facts.all(*what, hub=hub)}
        found = found | layer
    return found


def held_in(facts: Facts, meeting: str, place: str | None) -> bool:
    """Whether any source has the meeting there; everywhere is in no place."""
    there = {each.hub for each in facts.all("place", leaf=meeting)}
    return place is None or bool(there & belonging(facts, place, "place part", steps=6))


def meetings_involving(facts: Facts, actor: str, since: Any, until: Any, place: str | None = None) -> list[Row]:
    """With evidence on the actor's part."""
    there = [each for each in facts.in_period("meeting", since, until) if actor in present(facts, each)]
    there = [each for each in there if held_in(facts, each, place)]
    return [
        {**_meeting(facts, each, {actor}), "with": facts.shown("actor", present(facts, each) - {actor})}
        for each in facts.newest_first("meeting", there)
    ]


def meetings_between(
    facts: Facts, actor: str, other: str, since: Any, until: Any, place: str | None = None
) -> list[Row]:
    """Each side is there itself or through those who belong to it alone."""
    sides = {side: belonging(facts, side, "part", "office") for side in (actor, other)}
    both = sides[actor] & sides[other] if actor != other else set()
    mine, theirs = (({side} | (sides[side] - both)) - ({actor, other} - {side}) for side in (actor, other))
    rows = []
    for each in facts.newest_first("meeting", facts.in_period("meeting", since, until)):
        there = present(facts, each)
        if not held_in(facts, each, place):
            continue
        if there & mine and there & theirs:
            own = there & (mine | theirs)
            row = _meeting(facts, each, own)
            row |= {"via": facts.shown("actor", there & mine - {actor})}
            row |= {"other_via": facts.shown("actor", there & theirs - {other})}
            rows.append({**row, "with": facts.shown("actor", there - own)})
    return rows


def meetings_of_organization(facts: Facts, organization: str, since: Any, until: Any) -> list[Row]:
    """Itself or through the people and bodies that belong to it."""
    own = belonging(facts, organization, "part", "office")
    rows = []
    for each in facts.newest_first("meeting", facts.in_period("meeting", since, until)):
        if via := present(facts, each) & own:
            row = _meeting(facts, each, via)
            others = present(facts, each) - via
            rows.append({**row, "via": facts.shown("actor", via), "with": facts.shown("actor", others)})
    return rows


def meetings_in(facts: Facts, place: str, since: Any, until: Any) -> list[Row]:
    """Where at least one source puts it there, or in a place that lies there."""
    return _listed(facts, {each for each in facts.known["meeting"] if held_in(facts, each, place)}, since, until)


def meetings_about(facts: Facts, topic: str, since: Any, until: Any) -> list[Row]:
    """Those that have the topic."""
    return _listed(facts, {each.leaf for each in facts.all("meeting topic", hub=topic)}, since, until)


def meetings_during(facts: Facts, since: Any, until: Any) -> list[Row]:
    """Those that may fall between the two days."""
    return _listed(facts, facts.known["meeting"], since, until)


def _of_status(*wanted: str) -> Callable[..., list[Row]]:
    """The answer of a question for the meetings of some statuses."""

    def answer(facts: Facts, actor: str | None, place: str | None, since: Any, until: Any) -> list[Row]:
        fitting = {each for each in facts.known["meeting"] if facts.field("meeting", each, "status") in wanted}
        there = {each for each in fitting if actor is None or actor in present(facts, each)}
        return _listed(facts, {each for each in there if held_in(facts, each, place)}, since, until)

    return answer


def meetings(facts: Facts, since: Any, until: Any, **given: Any) -> list[Row]:
    """Those that fulfil every condition that is given."""
    asked = [given[name] for name in ("actor", "other", "third") if given[name]]
    sides = {side: belonging(facts, side, "part", "office") for side in asked}
    # Whoever belongs to two of those asked for counts for neither.
    mine = {
        side: {side} | {each for each in sides[side] if each not in sides and sum(map(_has(each), sides.values())) == 1}
        for side in asked
    }
    rows = []
    for each in facts.newest_first("meeting", facts.in_period("meeting", since, until)):
        there = present(facts, each)
        if all(there & mine[side] for side in asked) and _fulfils(facts, each, given):
            own = {who for side in asked for who in there & mine[side]}
            row = _meeting(facts, each, own) | {"via": facts.shown("actor", own - set(asked))}
            row |= {name: facts.field("meeting", each, name) for name in ("kind", "format")}
            row |= {"topics": facts.shown("topic", _topics(facts, each)), "who": facts.shown("actor", there)}
            rows.append(row)
    return rows


def _has(actor: str) -> Callable[[set[str]], bool]:
    return lambda several: actor in several


def _topics(facts: Facts, meeting: str) -> set[str]:
    return {each.hub for each in facts.all("meeting topic", leaf=meeting)}


def _fulfils(facts: Facts, meeting: str, given: Row) -> bool:
    """The conditions besides who was there and when."""
    named = {topic for topic in _topics(facts, meeting) if _is_called(facts, topic, given["topics"])}
    status = facts.field("meeting", meeting, "status") or "held"
    words = {name: facts.field("meeting", meeting, own) or "" for name, own in _IN_WORDS.items()}
    return (
        held_in(facts, meeting, given["place"])
        and given["topic"] in (None, *_topics(facts, meeting))
        and (given["topics"] is None or bool(named))
        and given["status"] in (None, status)
        and all(given[name] is None or given[name].lower() in text for name, text in words.items())
        and reported(facts, "meeting", meeting, given)
    )


#: Conditions in words, and the field in which these stand.
_IN_WORDS = {"kind": "kind", "meeting_format": "format"}


def _is_called(facts: Facts, topic: str, words: str | None) -> bool:
    """Whether all the words stand in the name of a topic."""
    return set((words or "").lower().split()) <= set(facts.field("topic", topic, "name").lower().split())


def reported(facts: Facts, kind: str, id: str, given: Row) -> bool:
    """Whether the source asked for reports it, and as many sources as asked for."""
    sources = {each.source for each in facts.all(f"{kind} reported", leaf=id)}
    least, most = given["least_sources"] or 0, given["most_sources"] or len(sources)
    return given["source"] in (None, *sources) and least <= len(sources) <= most


def _listed(facts: Facts, wanted: Collection[str], since: Any, until: Any) -> list[Row]:
    found = [each for each in facts.in_period("meeting", since, until) if each in wanted]
    return [
        {**_meeting(facts, each, ()), "who": facts.shown("actor", present(facts, each))}
        for each in facts.newest_first("meeting", found)
    ]


def evidence_of_parts(facts: Facts, meetings: Iterable[str], own: Collection[str]) -> list[Row]:
    """Reports of the meetings, and on the parts of these actors the words of a source, or that the editor says so."""
    said = []
    for meeting in meetings:
        parts = [each for each in facts.all("participant", leaf=meeting) if each.hub in own]
        said += facts.all("meeting reported", leaf=meeting)
        said += [each for each in parts if each.quote or each.source == each.file]
    return facts.evidence(said)


def _meeting(facts: Facts, meeting: str, own: Collection[str]) -> Row:
    """What each list of meetings has; evidence also on the parts of these actors."""
    return {
        "date": facts.field("meeting", meeting, "date"),
        "meeting": facts.show("meeting", meeting),
        "status": facts.field("meeting", meeting, "status"),
        "place": facts.shown("place", (each.hub for each in facts.all("place", leaf=meeting))),
        "evidence": evidence_of_parts(facts, [meeting], own),
    }


ORACLES = {
    "meetings": meetings,
    "meetings-involving": meetings_involving,
    "meetings-between": meetings_between,
    "meetings-of-organization": meetings_of_organization,
    "meetings-in": meetings_in,
    "meetings-about": meetings_about,
    "meetings-during": meetings_during,
    "planned-meetings": _of_status("planned", "proposed"),
    "cancelled-meetings": _of_status("cancelled"),
}
