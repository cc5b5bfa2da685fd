"""What the questions for claims must answer: facts and parameters come in, rows go out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from questions.facts import Facts, Row
from questions.oracle_meetings import held_in, reported


def claims_by(facts: Facts, actor: str, since: Any, until: Any) -> list[Row]:
    """What it said, or what was said on its behalf."""
    return _listed(facts, _leaves(facts, "made by", actor), since, until)


def claims_about(facts: Facts, actor: str, since: Any, until: Any) -> list[Row]:
    """Whoever said it."""
    return _listed(facts, _leaves(facts, "claim about", actor), since, until)


def claims_by_about(facts: Facts, actor: str, other: str, since: Any, until: Any) -> list[Row]:
    """By the one about the other."""
    wanted = _leaves(facts, "made by", actor) & _leaves(facts, "claim about", other)
    return _listed(facts, wanted, since, until)


def claims_to(facts: Facts, actor: str, since: Any, until: Any) -> list[Row]:
    """Addressed to the actor."""
    return _listed(facts, _leaves(facts, "told", actor), since, until)


def claims_on(facts: Facts, topic: str, since: Any, until: Any) -> list[Row]:
    """On the topic."""
    return _listed(facts, _leaves(facts, "claim topic", topic), since, until)


def claims(facts: Facts, since: Any, until: Any, **given: Any) -> list[Row]:
    """Those that fulfil every condition that is given."""
    wanted = set(facts.known["claim"])
    for name, what in (("by", "made by"), ("to", "told"), ("about", "claim about"), ("on", "claim topic")):
        if given[name]:
            wanted &= _leaves(facts, what, given[name])
    if kind := given["kind"]:
        wanted = {each for each in wanted if kind.lower() in (facts.field("claim", each, "kind") or "")}
    wanted = {each for each in wanted if reported(facts, "claim", each, given)}
    return _listed(facts, wanted, since, until)


def claims_in(facts: Facts, place: str, since: Any, until: Any) -> list[Row]:
    """Made at a meeting that was held there."""
    wanted = {each.leaf for each in facts.all("made at") if held_in(facts, each.hub, place)}
    return _listed(facts, wanted, since, until)


def claims_by_both(
    facts: Facts, actor: str, other: str, since: Any, until: Any, topic: str | None = None, about: str | None = None
) -> list[Row]:
    """Oldest first, each with whose it is."""
    wanted = _leaves(facts, "made by", actor) | _leaves(facts, "made by", other)
    if topic:
        wanted &= _leaves(facts, "claim topic", topic)
    if about:
        wanted &= _leaves(facts, "claim about", about)
    rows = []
    for claim in sorted(wanted & set(facts.in_period("claim", since, until)), key=lambda claim: _age(facts, claim)):
        whose = {each.hub for each in facts.all("made by", leaf=claim)} & {actor, other}
        rows.append({**_claim(facts, claim), "whose": facts.shown("actor", whose)})
    return rows


def answers_to(
    facts: Facts, actor: str | None, other: str | None, claim: str | None, since: Any, until: Any
) -> list[Row]:
    """Newest first; of two that contradict each other the later one is the response, or each, if a date is missing."""
    found: dict[tuple[str, str, str], list[Any]] = {}
    for each in facts.all("answers", "supports"):
        found.setdefault((each.leaf, each.hub, each.what), []).append(each)
    for each in facts.all("contradicts"):
        for one, two in {(each.leaf, each.hub), (each.hub, each.leaf)}:
            first, second = (facts.first("claim", id) for id in (one, two))
            if not first or not second or (first, one) > (second, two):
                found.setdefault((one, two, each.what), []).append(each)
    order = facts.newest_first("claim", facts.in_period("claim", since, until))
    mine = _leaves(facts, "made by", actor) if actor else set(order)
    theirs = _leaves(facts, "made by", other) if other else set(facts.known["claim"])
    fitting = [(one, two, how) for one, two, how in found
               if one in order and one in mine and two in theirs and claim in (None, two)]  # fmt: skip
    rows = []
    for one, two, how in sorted(fitting, key=lambda key: (order.index(key[0]), *key[1:])):
        row = _side(facts, one) | {f"other_{name}": value for name, value in _side(facts, two).items()}
        rows.append({**row, "relation": how, "said_by": facts.evidence(found[one, two, how])})
    return rows


def claims_about_meeting(facts: Facts, meeting: str) -> list[Row]:
    """Made at it, about it, or both."""
    made_at, about = _leaves(facts, "made at", meeting), _leaves(facts, "claim about meeting", meeting)
    rows = []
    for claim in facts.newest_first("claim", made_at | about):
        row = _claim(facts, claim)
        del row["meetings"]
        words = [word for word, claims in (("about it", about), ("made at it", made_at)) if claim in claims]
        rows.append({**row, "relation": words})
    return rows


def sources_of_claim(facts: Facts, claim: str) -> list[Row]:
    """One row with all that belongs to it."""
    topics = (each.hub for each in facts.all("claim topic", leaf=claim))
    return [{**_claim(facts, claim), "topics": facts.shown("topic", topics)}]


def disputed_claims(facts: Facts, actor: str | None, topic: str | None) -> list[Row]:
    """Each pair once, the earlier first."""
    pairs = {tuple(sorted((each.leaf, each.hub), key=lambda id: _age(facts, id))) for each in facts.all("contradicts")}
    if actor:
        wanted = _leaves(facts, "made by", actor) | _leaves(facts, "claim about", actor)
        pairs = {pair for pair in pairs if wanted & set(pair)}
    if topic:
        pairs = {pair for pair in pairs if _leaves(facts, "claim topic", topic) & set(pair)}
    order = {claim: number for number, claim in enumerate(facts.newest_first("claim", facts.known["claim"]))}
    rows = []
    for one, two in sorted(pairs, key=lambda pair: (order[pair[0]], pair[1])):
        said = facts.all("contradicts", leaf=one, hub=two) + facts.all("contradicts", leaf=two, hub=one)
        row = _side(facts, one) | {f"other_{name}": value for name, value in _side(facts, two).items()}
        rows.append({**row, "said_by": facts.evidence(said)})
    return rows


def related_claims(facts: Facts, claim: str) -> list[Row]:
    """Oldest first."""
    words = {"supports": ("is supported by it", "supports it"), "answers": ("is answered by it", "answers it"),
             "contradicts": ("contradicts it", "contradicts it")}  # fmt: skip
    found: dict[tuple[str, str], list[Any]] = {}
    for what, (forward, backward) in words.items():
        for each in facts.all(what, leaf=claim):
            found.setdefault((each.hub, forward), []).append(each)
        for each in facts.all(what, hub=claim):
            found.setdefault((each.leaf, backward), []).append(each)
    return [
        {"relation": relation, **_side(facts, other), "said_by": facts.evidence(said)}
        for (other, relation), said in sorted(found.items(), key=lambda pair: (_age(facts, pair[0][0]), pair[0][1]))
    ]


def _leaves(facts: Facts, what: str, hub: str) -> set[str]:
    return {each.leaf for each in facts.all(what, hub=hub)}


def _age(facts: Facts, claim: str) -> tuple[bool, str, str]:
    """What sorts claims, the oldest first, those without a first day last."""
    day = facts.first("claim", claim)
    return day is None, str(day or ""), claim


def _side(facts: Facts, claim: str) -> Row:
    """A claim as one of a pair."""
    row = _claim(facts, claim)
    speaker = (each.hub for each in facts.all("made by", leaf=claim))
    return {name: row[name] for name in ("date", "claim", "jointly", "evidence")} | {
        "speaker": facts.shown("actor", speaker)
    }


def _listed(facts: Facts, wanted: set[str], since: Any, until: Any) -> list[Row]:
    found = [each for each in facts.in_period("claim", since, until) if each in wanted]
    return [_claim(facts, each) for each in facts.newest_first("claim", found)]


def _claim(facts: Facts, claim: str) -> Row:
    def actors(what: str, roles: Iterable[str | None] = (None,)) -> list[Row]:
        return facts.shown("actor", (each.hub for each in facts.all(what, leaf=claim) if each.role in roles))

    meetings = (each.hub for each in facts.all("made at", "claim about meeting", leaf=claim))
    return {
        "date": facts.field("claim", claim, "date"),
        "claim": facts.show("claim", claim),
        "kind": facts.field("claim", claim, "kind"),
        "speaker": actors("made by", ["speaker"]),
        "jointly": any(each.joint for each in facts.all("made by", leaf=claim)) or None,
        "on_behalf_of": actors("made by", ["on behalf of"]),
        "to": actors("told"),
        "about": actors("claim about"),
        "meetings": facts.shown("meeting", meetings),
        "evidence": facts.reports("claim", claim),
    }


ORACLES = {
    "claims": claims,
    "claims-by": claims_by,
    "claims-about": claims_about,
    "claims-by-about": claims_by_about,
    "claims-to": claims_to,
    "claims-on": claims_on,
    "claims-about-meeting": claims_about_meeting,
    "claims-in": claims_in,
    "claims-by-both": claims_by_both,
    "answers-to": answers_to,
    "sources-of-claim": sources_of_claim,
    "disputed-claims": disputed_claims,
    "related-claims": related_claims,
}
