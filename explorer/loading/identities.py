"""Decisions come in; which entity each id stands for goes out, whatever the order in which they were made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import permutations

from explorer.loading.decisions import Decision, Verdict
from explorer.loading.node import Node


class Identities:
    """Which ids are decided to be one entity.

    Of several it keeps the id that comes first wherever it is named; if there are several such, or none since they
    lead in a circle, the first of them in the order of the alphabet.
    """

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        #: Each pair that was decided to be different, in either order.
        self._different: set[tuple[Node, Node]] = set()
        self._members: dict[Node, tuple[Node, ...]] = {}
        self._kept: dict[Node, Node] = {}
        decided = list(decisions)
        self._join([decision.nodes for decision in decided if decision.verdict == "same"])
        for decision in decided:
            if decision.verdict == "different":
                self._different |= set(permutations(decision.nodes, 2))

    def _join(self, joined: list[list[Node]]) -> None:
        near: dict[Node, set[Node]] = defaultdict(set)
        for first, *others in joined:
            near[first].update(others)
            for other in others:
                near[other].add(first)
        firsts, seconds = {nodes[0] for nodes in joined}, {node for nodes in joined for node in nodes[1:]}
        for node in near:
            if node not in self._kept:
                group = _reached(node, near)
                kept = min(group & (firsts - seconds) or group & firsts)
                self._members[kept] = (kept, *sorted(group - {kept}))
                self._kept |= dict.fromkeys(group, kept)

    def __bool__(self) -> bool:
        """Whether any ids are the same entity."""
        return bool(self._kept)

    def kept(self, node: Node) -> Node:
        """The entity that is meant by this id; itself where nothing else was decided."""
        return self._kept.get(node, node)

    def members(self, entity: Node) -> tuple[Node, ...]:
        """All ids that mean this entity, the one that is kept first."""
        return self._members.get(entity, (entity,))

    def verdict(self, one: Node, other: Node) -> Verdict | None:
        """What was decided of two ids, if anything was."""
        if one != other and self.kept(one) == self.kept(other):
            return "same"
        pairs = ((a, b) for a in self.members(self.kept(one)) for b in self.members(self.kept(other)))
        return "different" if any(pair in self._different for pair in pairs) else None

    def moved(self, later: Identities) -> set[Node]:
        """The ids that mean another entity after `later` decisions than after these."""
        return {node for node in self._kept.keys() | later._kept.keys() if self.kept(node) != later.kept(node)}


def _reached(start: Node, near: dict[Node, set[Node]]) -> set[Node]:
    found, waiting = {start}, [start]
    while waiting:
        new = near[waiting.pop()] - found
        found |= new
        waiting += new
    return found
