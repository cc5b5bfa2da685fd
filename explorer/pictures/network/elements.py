"""What a picture of a network consists of: nodes, the links between them, and a sentence on what is left out."""

from __future__ import annotations

from dataclasses import dataclass

from explorer import model

#: An entity: the name of its kind, such as actor, and its id.
EntityRef = tuple[str, str]

#: What a link is called whose ends are two actors that attended the same meetings.
MET = "met"
_PARTICIPATION = "HAS_PARTICIPANT"
_HELD, _ATTENDED = "held", "attended"


@dataclass(frozen=True)
class Node:
    """One entity in the picture, of the kind `entity`. The question names it if it is `asked`.

    `kind` is what decides its shape: person, state, ... for an actor, else the same as `entity`. `status` is that of a
    meeting which was not held.
    """

    entity: str
    kind: str
    id: str
    label: str
    detail: str
    asked: bool
    status: str = ""

    @property
    def ref(self) -> EntityRef:
        """The entity that it stands for."""
        return self.entity, self.id

    @property
    def key(self) -> str:
        """What it is known by in the picture, such as `actor:lavrov`."""
        return f"{self.entity}:{self.id}"

    @property
    def named(self) -> bool:
        """Whether its label is a name, and not a title or a text."""
        return model.kind_of(self.entity).named

    @property
    def radius(self) -> float:
        """How far its shape reaches."""
        if self.named:
            return 13.0 if self.asked else 9.0
        return 11.0 if self.asked else 8.0


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
class SourcedLink:
    """A link as one source, given by its id, reports it; `quote` is None where it is not quoted."""

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


def node_kinds() -> list[str]:
    """Every `kind` that a node can have, in the order of a legend."""
    drawn = [kind for kind in model.KINDS if kind.drawn]
    return [word for kind in drawn for word in kind.further_labels or (kind.name,)]


def link_kinds() -> list[str]:
    """Every `kind` that a link can have, in the order of a legend."""
    kinds = []
    for relationship in drawn_relationships():
        kinds += [*participations(), MET] if relationship.type == _PARTICIPATION else [relationship.drawn]
    return list(dict.fromkeys(kinds))


def drawn_relationships() -> list[model.Relationship]:
    """The relationships that are lines of a network."""
    return [relationship for relationship in model.RELATIONSHIPS if relationship.drawn]


def participations() -> tuple[str, ...]:
    """What links of actors to meetings are called. Where sources differ, the first of these is drawn."""
    return model.relationship(_PARTICIPATION).drawn, "was to take part", "was invited", "was absent"


def link_kind(type: str, participation: str | None, meeting: str | None) -> str:
    """What a relationship is called as a link; the status of a participation and of its meeting matter too."""
    if type != _PARTICIPATION:
        return model.relationship(type).drawn
    took_part, was_to_take_part, was_invited, was_absent = participations()
    if participation not in (None, _ATTENDED):
        return was_absent if participation == "absent" else was_invited
    return took_part if meeting in (None, _HELD) else was_to_take_part
