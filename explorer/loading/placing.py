"""A statement, as it was said, becomes the row that writes it: at the entities that its ids are decided to mean.

Where these have another id than was said, the relationship carries the one that was, so that it can be put back.
"""

from __future__ import annotations

from explorer.loading.extract import Relation, relation_statement
from explorer.loading.identities import Identities
from explorer.loading.node import Fields, Node
from explorer.loading.rows import Row


def placed(file: str, relation: Relation, identities: Identities) -> tuple[str, Row]:
    """The statement under cypher/ that writes what a file says, and its row."""
    start, end = identities.kept(relation.start), identities.kept(relation.end)
    own = {**relation.properties, "source": relation.source, "file": file, "key": relation.key}
    type = relation.type
    if identities:
        own |= _as_said(relation, identities)
        if start == end and relation.start != relation.end:  # which would say of an entity that it is part of itself
            own |= {"of_type": type, "said_start": relation.start.id, "said_end": relation.end.id}
            type, end = "SET_ASIDE", identities.kept(Node("Source", relation.source))
    row = {"start_id": start.id, "end_id": end.id, "key": relation.key, "properties": own}
    return relation_statement(start.label, type, end.label), row


def _as_said(relation: Relation, identities: Identities) -> Fields:
    """The properties that name entities, and those that keep the ids as they were said."""
    named = {"source": Node("Source", relation.source)}
    if place := relation.properties.get("place"):
        named["place"] = Node("Place", place)
    own = {f"said_{name}": node.id for name, node in named.items() if identities.kept(node) != node}
    own |= {name: identities.kept(node).id for name, node in named.items()}
    ends = {"said_start": relation.start, "said_end": relation.end}
    return own | {name: node.id for name, node in ends.items() if identities.kept(node) != node}
