"""What holds an entity in the graph: the files that describe it, and the statements that speak of it.

An entity that nothing holds any more is an orphan and is deleted. A file that is loaded may not leave one of which
other files speak; a retraction lets those stay.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from explorer import model
from explorer.graph.base import Reader
from explorer.loading.identities import Identities
from explorer.loading.node import Node
from explorer.loading.rows import Row, read_of, start
from explorer.statements import statement


def descriptions(
    reader: Reader, nodes: Iterable[Node], identities: Identities, without_files: Collection[str]
) -> dict[Node, list[Row]]:
    """What other files say of the own fields of entities, first loaded first; `identities` has where these stand."""
    found: dict[Node, list[Row]] = defaultdict(list)
    for row in read_of(reader, "load/descriptions", nodes, identities, files=list(without_files)):
        found[start(row)].append(row)
    return dict(found)


def remaining_statements(
    reader: Reader,
    nodes: Collection[Node],
    identities: Identities,
    *,
    without_files: Collection[str] = (),
    without_keys: Collection[str] = (),
) -> dict[Node, Row]:
    """The entities of which other statements speak: their `number`, and an example of their `source` and `file`.

    `identities` has where they stand. For a source these are the statements that it makes.
    """
    others = {"files": list(without_files), "keys": list(without_keys), "bookkeeping": list(model.bookkeeping())}
    rows = read_of(
        reader, "load/remaining-statements", (node for node in nodes if node.label != "Source"), identities, **others
    )
    if sources := sorted(node.id for node in nodes if node.label == "Source"):
        rows += reader.read(statement("load/remaining-statements-by-source"), {"ids": sources, **others}).rows
    return {start(row): row for row in rows}
