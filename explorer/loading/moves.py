"""Decisions change; what was said of the ids that they concern is read where it stands, and goes where it belongs."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from explorer import model
from explorer.graph.base import Reader
from explorer.loading.decisions import Decision
from explorer.loading.diff import StoredStatement
from explorer.loading.extract import Relation
from explorer.loading.identities import Identities
from explorer.loading.node import Fields, Node, labels_with_names
from explorer.loading.placing import placed
from explorer.loading.plan import Plan
from explorer.loading.rows import Row, end, read_of, start
from explorer.statements import statement


class Said(NamedTuple):
    """A statement of the graph as a file said it."""

    file: str
    relation: Relation


def said_of(reader: Reader, nodes: Iterable[Node], before: Identities) -> dict[str, Said]:
    """All that is said of these ids, and by or at them, by its key; `before` says where it stands now."""
    wanted = sorted(nodes)
    rows = read_of(reader, "load/said-of", wanted, before, labels=labels_with_names())
    for name, label in (("load/said-by", "Source"), ("load/said-at", "Place")):
        if ids := [node.id for node in wanted if node.label == label]:
            rows += reader.read(statement(name), {"ids": ids, "labels": labels_with_names()}).rows
    return {row["key"]: _said(row) for row in rows if row["label"] and row["key"] is not None}


def moving(reader: Reader, before: Identities, after: Identities) -> dict[str, Said]:
    """What is said of ids that mean another entity after than before; and of those kept that remember something."""
    moved = before.moved(after)
    keepers = {identities.kept(node) for node in moved for identities in (before, after)} - moved
    given: dict[Node, Fields] = defaultdict(dict)
    for row in read_of(reader, "load/descriptions", keepers, before, files=[]):
        given[start(row)] |= json.loads(row["record"])
    forgetful = {node for node, fields in given.items() if {*model.kind_of(node.label).required} - fields.keys()}
    return said_of(reader, moved | forgetful, before)


def _said(row: Row) -> Said:
    names = ("place", *model.said_properties())
    own = {name: row[name] for name in names if row[name] is not None}
    relation = Relation(row["type"], start(row), end(row), row["source"], own, start(row), (), row["key"])
    return Said(row["file"], relation)


def remembered(reader: Reader, said: Mapping[str, Said], before: Identities) -> dict[Node, Fields]:
    """What ids that move must have and no file gives any more: a retraction left it on their nodes.

    Where several ids mean one entity, a description of each keeps what is its own.
    """
    given: dict[Node, Fields] = defaultdict(dict)
    kept: dict[Node, Fields] = defaultdict(dict)
    for _, relation in said.values():
        if relation.type == "DESCRIBED_IN":
            given[relation.start] |= json.loads(relation.properties["record"])
            kept[relation.start] |= json.loads(relation.properties.get("remembered", "{}"))
    lacking = [
        node
        for node, fields in given.items()
        if not kept[node] and before.kept(node) == node and {*model.kind_of(node.label).required} - fields.keys()
    ]
    for row in read_of(reader, "retract/kept", lacking):
        node = start(row)
        kept[node] = {name: row[name] for name in model.kind_of(node.label).required if name not in given[node]}
    return {node: fields for node, fields in kept.items() if fields}


def add_moves(
    made: Plan,
    moving: Mapping[str, Said],
    kept: Mapping[Node, Fields],
    after: Identities,
    without_keys: Collection[str] = (),
) -> None:
    """Add the steps that move statements, but for these keys; `kept` is what is remembered of ids."""
    moving = _with_memory({key: said for key, said in moving.items() if key not in without_keys}, kept, after)
    if not moving:
        return
    made.whole = True  # half of it moved could not be told from what was moved
    made.add_removed(
        StoredStatement.between(said.relation.start, said.relation.end, key) for key, said in moving.items()
    )
    spellings = {said.relation.start.id for said in moving.values() if said.relation.start.label == "Name"}
    made.add("load/nodes/name", [{"id": spelling} for spelling in sorted(spellings)])  # which went with what they named
    made.add_placed(placed(said.file, said.relation, after) for said in moving.values())


def _with_memory(moving: dict[str, Said], kept: Mapping[Node, Fields], after: Identities) -> dict[str, Said]:
    """The statements, of which the first description of an id keeps what is remembered, as long as it is not alone."""
    left, found = {node: fields for node, fields in kept.items() if len(after.members(after.kept(node))) > 1}, {}
    for key, (file, relation) in sorted(moving.items()):
        own = {name: value for name, value in relation.properties.items() if name != "remembered"}
        if relation.type == "DESCRIBED_IN" and (fields := left.pop(relation.start, None)):
            own["remembered"] = json.dumps(fields, ensure_ascii=False, sort_keys=True)
        found[key] = Said(file, relation._replace(properties=own))
    return found


def add_decisions(made: Plan, present: Iterable[Decision], later: Iterable[Decision], after: Identities) -> None:
    """Add the steps that make the graph have `later` decisions, of which the `present` ones stay as they are."""
    there = {decision.key: decision for decision in present}
    rows: list[Row] = []
    wanted = {decision.key: decision for decision in later}
    for key, decision in sorted(wanted.items()):
        entities = tuple(dict.fromkeys(after.kept(node).id for node in decision.nodes))
        if key not in there or there[key].entities != entities:
            rows.append({"id": key, "properties": decision.properties(entities)})
    made.add("load/nodes/decision", rows)
    made.add_statements(
        "load/relations/decision-decided-in-source",
        [_decided_in(decision) for key, decision in sorted(wanted.items()) if key not in there],
    )
    gone = [{"id": key} for key in sorted(there.keys() - wanted.keys())]
    made.add("load/removed-decisions", gone)
    made.changes += [f"-{row['id']}" for row in gone]


def _decided_in(decision: Decision) -> Row:
    own = {"source": decision.file, "file": decision.file, "key": decision.key}
    return {"start_id": decision.key, "end_id": decision.file, "key": decision.key, "properties": own}
