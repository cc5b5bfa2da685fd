"""Decisions that ids are one entity, or are not: those that the graph has, and those of files, with their keys."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from explorer import model
from explorer.graph.base import Reader
from explorer.loading.node import Fields, Node
from explorer.reading.located import Location
from explorer.statements import statement

Verdict = Literal["same", "different"]
VERDICTS: tuple[Verdict, ...] = ("same", "different")


@dataclass(frozen=True)
class Decision:
    """What a file, by its id, decides of some ids of one kind. Of what is the same the first id is the one kept.

    `entities` are the ids of what it speaks of, as the graph has them noted; `location` is where a file that is being
    loaded says it.
    """

    file: str
    verdict: Verdict
    kind: str
    ids: tuple[str, ...]
    why: str = ""
    entities: tuple[str, ...] = field(default=(), compare=False)
    location: Location = field(default=(), compare=False)

    @property
    def nodes(self) -> list[Node]:
        """Those of which it decides."""
        label = model.kind_of(self.kind).label
        return [Node(label, id) for id in self.ids]

    @property
    def key(self) -> str:
        """What makes it the same decision: a hash of all that it says."""
        content = "\0".join([self.file, self.verdict, self.kind, *self.ids, self.why])
        return hashlib.blake2b(content.encode(), digest_size=12).hexdigest()

    def properties(self, entities: Iterable[str]) -> Fields:
        """All that is stored of it, if it speaks of these entities."""
        own = {"id": self.key, "verdict": self.verdict, "kind": self.kind, "ids": list(self.ids)}
        return {**own, "entities": list(entities)} | ({"why": self.why} if self.why else {})


def stored(reader: Reader) -> list[Decision]:
    """All decisions that the graph has."""
    return [
        Decision(row["file"], row["verdict"], row["kind"], tuple(row["ids"]), row["why"] or "", tuple(row["entities"]))
        for row in reader.read(statement("load/decisions")).rows
    ]
