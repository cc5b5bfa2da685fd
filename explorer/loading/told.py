"""What reports tell of an entity's own fields, each for itself, such as whether a meeting was held."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from explorer import model
from explorer.graph.base import Reader
from explorer.loading.extract import Relation
from explorer.loading.identities import Identities
from explorer.loading.node import Node
from explorer.loading.rows import read_of, start

#: Of each entity, the words that its reports have for each field; that of a report which says nothing is empty.
Told = dict[Node, dict[str, set[str]]]


def is_told(node: Node) -> bool:
    """Whether reports tell any field of such an entity."""
    return bool(model.kind_of(node.label).told)


def told_in_graph(
    reader: Reader,
    nodes: Iterable[Node],
    identities: Identities,
    *,
    without_files: Collection[str] = (),
    without_keys: Collection[str] = (),
) -> Told:
    """What is told in the graph, but for the reports of some files and those with some keys.

    `identities` has where the entities stand.
    """
    others = {"files": list(without_files), "keys": list(without_keys)}
    rows = read_of(reader, "load/told", filter(is_told, nodes), identities, **others)
    return _collected((start(row), row) for row in rows)


def told_by(relations: Iterable[Relation]) -> Told:
    """What is told by these statements."""
    return _collected((each.start, each.properties) for each in relations if each.type == "REPORTED_IN")


def _collected(reports: Iterable[tuple[Node, dict[str, object]]]) -> Told:
    found: Told = defaultdict(lambda: defaultdict(set))
    for node, properties in reports:
        for field in model.kind_of(node.label).told:
            found[node][field.name].add(str(properties.get(field.name) or ""))
    return found
