"""What the questions for topics, offices and mentions must answer: facts and parameters come in, rows go out."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from questions.facts import Facts, Row
from questions.oracle_meetings import belonging, present
from questions.statements import Said

_ON_CLAIMS = ("made by", "told", "claim about")


def topics_discussed(facts: Facts, actor: str | None, since: Any, until: Any) -> list[Row]:
    """The most frequent first."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: {"meeting": set(), "claim": set()})
    for kind in ("meeting", "claim"):
        wanted = {
            id for id in facts.in_period(kind, since, until) if actor is None or _takes_part(facts, kind, id, actor)
        }
        for each in facts.all(f"{kind} topic"):
            if each.leaf in wanted:
                found[each.hub][kind].add(each.leaf)
    rows = [
        {
            "topic": facts.show("topic", topic),
            "times": len(told["meeting"]) + len(told["claim"]),
            "meetings": len(told["meeting"]),
            "claims": len(told["claim"]),
        }
        for topic, told in sorted(found.items())
    ]
    return sorted(rows, key=lambda row: -row["times"])


def _takes_part(facts: Facts, kind: str, id: str, actor: str) -> bool:
    return actor in present(facts, id) if kind == "meeting" else bool(facts.all("made by", leaf=id, hub=actor))


def office_holders(facts: Facts, role: str | None, organization: str | None, since: Any, until: Any) -> list[Row]:
    """The latest first; of a body only the offices of just these words, if there are any."""
    bodies = belonging(facts, organization, "part") if organization else set(facts.known["actor"])
    found = defaultdict(list)
    for each in facts.all("office"):
        fits = role is None or (each.role and set(_words(role)) <= set(_words(each.role)))
        if each.hub in bodies and fits and _may_hold(each, since, until):
            found[each.hub, each.leaf, each.role, each.since, each.until].append(each)
    just = {key for key in found if role and len(_words(str(key[2]))) == len(_words(role))}
    exact = {key[0] for key in just}
    held = [key for key in found if key[0] not in exact or key in just]
    held.sort(
        key=lambda key: (
            facts.field("actor", key[1], "name"),
            key[1],
            key[0],
            key[2] is None,
            key[2] or "",
            key[4] is None,
            key[4] or "",
        )
    )
    held.sort(key=lambda key: (key[3] is not None, key[3] or ""), reverse=True)
    return [
        {
            "who": facts.show("actor", who),
            "role": role,
            "body": facts.show("actor", body),
            "since": since,
            "until": until,
            "evidence": facts.evidence(found[body, who, role, since, until]),
        }
        for body, who, role, since, until in held
    ]


def _words(role: str) -> list[str]:
    return role.lower().replace("-", " ").split()


def _may_hold(office: Said, since: Any, until: Any) -> bool:
    """Whether an office may have been held in a period; what has no dates is in none."""
    undated = (since or until) and not (office.since or office.until)
    too_late = until and office.since and office.since > str(until)[: len(office.since)]
    too_early = since and office.until and office.until < str(since)[: len(office.until)]
    return not undated and not too_late and not too_early


def sources_mentioning(facts: Facts, actor: str) -> list[Row]:
    """The last published first. Where only the editor names the actor, the sources of the whole record count."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: {"meeting": set(), "claim": set(), "actor": set()})
    for kind, what in (("meeting", ("participant",)), ("claim", _ON_CLAIMS)):
        for each in facts.all(*what, hub=actor):
            by_editor = each.source == each.file
            said = facts.all(f"{kind} reported", leaf=each.leaf) if by_editor else [each]
            for source in {one.source for one in said}:
                found[source][kind].add(each.leaf)
    offices = [
        each for each in facts.all("office", "part") if actor in (each.leaf, each.hub) and each.source != each.file
    ]
    for each in offices:
        found[each.source]["actor"].add(each.hub if each.leaf == actor else each.leaf)
    rows = []
    for source, told in found.items():
        words = [
            each
            for kind in ("meeting", "claim")
            for id in told[kind]
            for each in facts.all(f"{kind} reported", leaf=id)
        ]
        words += [each for id in told["meeting"] for each in facts.all("participant", leaf=id, hub=actor) if each.quote]
        rows.append(
            {
                "source": facts.show("source", source),
                "kind": facts.field("source", source, "kind"),
                "published": facts.field("source", source, "published"),
                "meetings": facts.shown("meeting", told["meeting"]),
                "claims": facts.shown("claim", told["claim"]),
                "bodies": facts.shown("actor", told["actor"]),
                "evidence": facts.evidence(each for each in [*words, *offices] if each.source == source),
            }
        )
    rows.sort(key=lambda row: str(row["source"]["id"]))
    return sorted(rows, key=lambda row: row["published"] or "", reverse=True)


ORACLES = {
    "topics-discussed": topics_discussed,
    "office-holders": office_holders,
    "sources-mentioning": sources_mentioning,
}
