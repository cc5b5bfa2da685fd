"""How two actors are connected must be answered: facts and parameters come in, rows go out."""

from __future__ import annotations

from collections import defaultdict
from itertools import permutations

from questions.facts import Facts, Row
from questions.oracle_meetings import attended, evidence_of_parts

MOST_LINKS = 4


def path_between(facts: Facts, actor: str, other: str, max_degree: int | None) -> list[Row]:
    """All shortest chains, by what stands in their middle."""
    next_to = _links(facts)
    named = {each: len(facts.all("participant", "part", "office", hub=each)) for each in facts.known["actor"]}
    for each in facts.all("part", "office"):
        named[each.leaf] += 1
    chains = [[actor]] if actor != other else []
    for _ in range(MOST_LINKS):
        chains = [
            [*chain, each]
            for chain in chains
            for each in next_to[chain[-1]]
            if each not in chain and (each == other or named[each] <= (max_degree or 1000))
        ]
        if found := [chain for chain in chains if chain[-1] == other]:
            # Chains are numbered by their middle, so that those which share it stand together.
            ordered = sorted(found, key=lambda chain: " ".join([chain[2] if len(chain) > 2 else "", *chain]))
            return [row for number, chain in enumerate(ordered, 1) for row in _rows(facts, number, chain)]
    return []


def _links(facts: Facts) -> dict[str, set[str]]:
    """Who is linked with whom: by a meeting that both attended, by an office or as a part. Never by a source."""
    found: dict[str, set[str]] = defaultdict(set)
    for meeting in facts.known["meeting"]:
        for one, two in permutations(attended(facts, meeting), 2):
            found[one].add(two)
    for each in facts.all("part", "office"):
        found[each.leaf].add(each.hub)
        found[each.hub].add(each.leaf)
    return found


def _rows(facts: Facts, path: int, chain: list[str]) -> list[Row]:
    return [
        {"path": path, "hop": hop, **_link(facts, one, two)}
        for hop, (one, two) in enumerate(zip(chain, chain[1:], strict=False), 1)
    ]


def _link(facts: Facts, one: str, two: str) -> Row:
    ends = {"from": facts.show("actor", one), "to": facts.show("actor", two)}
    if shared := [each for each in facts.known["meeting"] if {one, two} <= attended(facts, each)]:
        newest = max(shared, key=lambda each: (str(facts.first("meeting", each) or ""), each))
        own = {"via": "took part in", "meeting": facts.show("meeting", newest), "shared": len(shared)}
        return {**ends, **own, "evidence": evidence_of_parts(facts, [newest], (one, two))}
    down = facts.all("part", "office", leaf=one, hub=two)
    up = facts.all("part", "office", leaf=two, hub=one)
    words = [each.role or "belongs to" for each in down]
    words += [f"has as {each.role}" if each.role else "includes" for each in up]
    return {**ends, "via": min(words), "meeting": None, "shared": 0, "evidence": facts.evidence([*down, *up])}


ORACLES = {"path-between": path_between}
