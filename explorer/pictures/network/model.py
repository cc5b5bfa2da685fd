"""What a picture of a network consists of: nodes, links between them, and a word on what is left out."""

from __future__ import annotations

from dataclasses import dataclass

#: An actor, a meeting or a claim: which of these, and its id.
Key = tuple[str, str]


@dataclass(frozen=True)
class Node:
    """One thing in the picture. `kind` is that of an actor, or meeting or claim; `asked` if the question names it.

    `status` is that of a meeting which was not held.
    """

    kind: str
    id: str
    label: str
    detail: str
    asked: bool
    status: str = ""

    @property
    def entity(self) -> str:
        """What it is by its address: actor, meeting or claim."""
        return self.kind if self.kind in ("meeting", "claim") else "actor"

    @property
    def key(self) -> str:
        """What it is known by in the picture, such as `actor:lavrov`."""
        return f"{self.entity}:{self.id}"


@dataclass(frozen=True)
class Link:
    """How two nodes, given by their keys, hang together: `source` took part in, made, belongs to ... `target`.

    `count` is the number of meetings where two actors met, otherwise 1.
    """

    source: str
    target: str
    kind: str
    count: int


@dataclass(frozen=True)
class Statement:
    """What one source says of a link; `quote` is None where it is not quoted."""

    link: Link
    said_by: str
    quote: str | None


@dataclass(frozen=True)
class Network:
    """A picture's nodes and links. `rule` says what chose the nodes where some are left out, else it is empty."""

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    left_out: int
    rule: str
