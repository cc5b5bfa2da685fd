"""What the questions for actors and their contacts must answer: facts and parameters come in, rows go out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from questions.facts import Facts, Row
from questions.oracle_meetings import attended, belonging, evidence_of_parts, held_in, present


def who_met(facts: Facts, actor: str, since: Any, until: Any, place: str | None = None) -> list[Row]:
    """The most frequent first."""
    met = _met(facts, actor, since, until, place)
    rows = []
    for who in sorted(met, key=lambda who: (-len(met[who]), who)):
        dated = [
            (str(day), facts.field("meeting", each, "date"))
            for each in met[who]
            if (day := facts.first("meeting", each))
        ]
        rows.append(
            {
                "who": facts.show("actor", who),
                "times": len(met[who]),
                "first": min(dated)[1] if dated else None,
                "last": max(dated)[1] if dated else None,
                "meetings": facts.shown("meeting", met[who]),
                "evidence": facts.reports("meeting", *met[who]),
            }
        )
    return rows


def met_both(facts: Facts, actor: str, other: str, since: Any, until: Any) -> list[Row]:
    """Be it in the same meeting or not."""
    one, two = (_met(facts, each, since, until) for each in (actor, other))
    found = (one.keys() & two.keys()) - {actor, other}
    return [
        {
            "who": facts.show("actor", who),
            "with_actor": facts.shown("meeting", one[who]),
            "with_other": facts.shown("meeting", two[who]),
            "evidence": facts.reports("meeting", *one[who], *two[who]),
        }
        for who in sorted(found, key=lambda who: (-len(one[who]) - len(two[who]), who))
    ]


def most_connected(facts: Facts, since: Any, until: Any) -> list[Row]:
    """How many others, and in how many meetings."""
    met = {actor: _met(facts, actor, since, until) for actor in facts.known["actor"]}
    rows = [
        {
            "who": facts.show("actor", actor),
            "counterparts": len(others),
            "meetings": len({each for meetings in others.values() for each in meetings}),
        }
        for actor, others in sorted(met.items())
        if others
    ]
    return sorted(rows, key=lambda row: (-row["counterparts"], -row["meetings"]))


def _met(facts: Facts, actor: str, since: Any, until: Any, place: str | None = None) -> dict[str, set[str]]:
    """Whom the actor met, and in which meetings."""
    met: dict[str, set[str]] = defaultdict(set)
    for meeting in facts.in_period("meeting", since, until):
        there = attended(facts, meeting) if held_in(facts, meeting, place) else set()
        for who in there - {actor} if actor in there else ():
            met[who].add(meeting)
    return met


def people_of(facts: Facts, organization: str) -> list[Row]:
    """In the organization or one of its parts."""
    bodies = belonging(facts, organization, "part")
    found = defaultdict(list)
    for each in facts.all("part", "office"):
        if each.hub in bodies and (each.what == "office" or facts.field("actor", each.leaf, "kind") == "person"):
            found[each.leaf, each.role, each.hub, each.since, each.until].append(each)
    return [
        {
            "who": facts.show("actor", who),
            "role": role,
            "body": facts.show("actor", body),
            "since": since,
            "until": until,
            "evidence": facts.evidence(said),
        }
        for (who, role, body, since, until), said in sorted(
            found.items(), key=lambda pair: _people_order(facts, *pair[0])
        )
    ]


def _people_order(facts: Facts, who: str, role: str | None, body: str, since: str | None, until: str | None) -> Any:
    return facts.field("actor", who, "name"), who, _nulls_last(role), body, _nulls_last(since), _nulls_last(until)


def offices_of(facts: Facts, actor: str) -> list[Row]:
    """Those begun last first."""
    found = defaultdict(list)
    for each in facts.all("part", "office", leaf=actor):
        found[each.hub, each.role, each.since, each.until].append(each)
    rows = []
    for (body, role, since, until), said in found.items():
        # What is reached upwards from its own parts is the body itself only where parts go round in a circle.
        wider = {hub for each in facts.all("part", leaf=body) for hub in _above(facts, each.hub)}
        own = {"organization": facts.show("actor", body), "role": role, "since": since, "until": until}
        rows.append({**own, "within": facts.shown("actor", wider), "evidence": facts.evidence(said)})
    rows.sort(key=lambda row: (row["organization"]["name"], row["organization"]["id"], _nulls_last(row["role"]),
                               _nulls_last(row["until"])))  # fmt: skip
    return sorted(rows, key=lambda row: (row["since"] is not None, row["since"] or ""), reverse=True)


def _above(facts: Facts, body: str, steps: int = 3) -> set[str]:
    found = layer = {body}
    for _ in range(steps):
        layer = {each.hub for leaf in layer for each in facts.all("part", leaf=leaf)}
        found = found | layer
    return found


def _nulls_last(value: Any) -> tuple[bool, Any]:
    return value is None, value or ""


def timeline(facts: Facts, actor: str, since: Any, until: Any) -> list[Row]:
    """Oldest first, what has no date last; of one day the meetings before the claims."""
    found = [("meeting", each) for each in facts.in_period("meeting", since, until) if actor in present(facts, each)]
    claims = {each.leaf for each in facts.all("made by", "told", "claim about", hub=actor)}
    found += [("claim", each) for each in facts.in_period("claim", since, until) if each in claims]
    found.sort(key=lambda each: (_nulls_last(str(facts.first(*each) or "") or None), each[0] == "claim", each[1]))
    return [_event(facts, actor, kind, id) for kind, id in found]


def _event(facts: Facts, actor: str, kind: str, id: str) -> Row:
    if kind == "meeting":
        parts = {_part(facts, each) for each in facts.all("participant", leaf=id, hub=actor) if each.status != "absent"}
        others = present(facts, id)
    else:
        parts = {"joint speaker" if each.joint else each.role for each in facts.all("made by", leaf=id, hub=actor)}
        parts |= {"addressed" for _ in facts.all("told", leaf=id, hub=actor)}
        parts |= {"subject" for _ in facts.all("claim about", leaf=id, hub=actor)}
        others = {each.hub for each in facts.all("made by", leaf=id)}
    return {
        "date": facts.field(kind, id, "date"),
        "kind": kind,
        "status": facts.field("meeting", id, "status") if kind == "meeting" else None,
        "part": sorted(parts),
        "meeting": facts.show("meeting", id if kind == "meeting" else None),
        "claim": facts.show("claim", id if kind == "claim" else None),
        "with": facts.shown("actor", others - {actor}),
        "evidence": evidence_of_parts(facts, [id], {actor}) if kind == "meeting" else facts.reports(kind, id),
    }


def _part(facts: Facts, said: Any) -> str:
    if said.status == "invited":
        return "invited"
    return "took part" if facts.field("meeting", said.leaf, "status") in (None, "held") else "was to take part"


def neighbourhood(facts: Facts, actor: str) -> list[Row]:
    """One row for each kind of link with each neighbour."""
    links: dict[tuple[int, str, str], list[Any]] = defaultdict(list)
    for each in facts.all("part", "office", leaf=actor):
        links[1, "belongs to", each.hub].append(each)
    for each in facts.all("part", "office", hub=actor):
        links[2, "includes", each.leaf].append(each)
    for each in facts.all("participant", hub=actor):
        parts = {"took part": "took part in", "was to take part": "was to take part in", "invited": "was invited to"}
        relation = "was absent from" if each.status == "absent" else parts[_part(facts, each)]
        links[3, relation, each.leaf].append(each)
    words = {"made by": "made the claim", "told": "was told", "claim about": "is the subject of"}
    for each in facts.all(*words, hub=actor):
        links[4, words[each.what], each.leaf].append(each)
    return [_link(facts, *key, links[key]) for key in sorted(links, key=lambda key: _link_order(facts, *key))]


def _link_order(facts: Facts, rank: int, relation: str, id: str) -> Any:
    kind = {3: "meeting", 4: "claim"}.get(rank)
    day = facts.first(kind, id) if kind else None
    return rank, day is None, -day.toordinal() if day else 0, relation, id


def _link(facts: Facts, rank: int, relation: str, id: str, said: Iterable[Any]) -> Row:
    kind = {3: "meeting", 4: "claim"}.get(rank, "other")
    return {
        "relation": relation,
        "detail": sorted({each.role for each in said if each.role and rank < 4}),
        "other": facts.show("actor", id) if kind == "other" else None,
        "meeting": facts.show("meeting", id) if kind == "meeting" else None,
        "claim": facts.show("claim", id) if kind == "claim" else None,
        "date": facts.field(kind, id, "date") if kind != "other" else None,
        "place": facts.shown("place", (each.hub for each in facts.all("place", leaf=id))) if kind == "meeting" else [],
        "evidence": facts.evidence(said) if kind == "other" else facts.reports(kind, id),
    }


ORACLES = {
    "who-met": who_met,
    "met-both": met_both,
    "most-connected": most_connected,
    "people-of": people_of,
    "offices-of": offices_of,
    "timeline": timeline,
    "neighbourhood": neighbourhood,
}
