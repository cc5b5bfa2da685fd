"""What a load or a retraction will do: the steps to write, and the version of the data after them."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from explorer import model
from explorer.errors import Problems
from explorer.loading.changes import Change
from explorer.loading.dataset_state import DatasetState
from explorer.loading.diff import StoredStatement
from explorer.loading.identities import Identities
from explorer.loading.node import Node
from explorer.loading.rows import NONE, Row, node_rows

COUNTED = ("new", "changed", "unchanged", "removed")


@dataclass
class Plan:
    """Steps, and what they amount to."""

    #: The state of the graph that this was planned on.
    planned_on: DatasetState
    #: Ids of the files (or of the source, for a retraction) that this is about.
    files: list[str]
    #: Which entities the ids mean in the graph as it is.
    identities: Identities = NONE
    #: Whether half of it written could not be told from what was there before.
    whole: bool = False
    #: (statement, rows), in the order in which they are to be written.
    steps: list[tuple[str, list[Row]]] = field(default_factory=list)
    #: For each of COUNTED, how many entities of the files.
    counts: Counter[str] = field(default_factory=Counter)
    #: The entities of the files that come, change or go.
    entities: list[Change] = field(default_factory=list)
    #: What the user should know, such as fields on which files disagree.
    notes: Problems = field(default_factory=Problems)
    #: Keys of all statements that come or go: what the next dataset version is made of.
    changes: list[str] = field(default_factory=list)

    def add(self, name: str, rows: list[Row]) -> None:
        """Add a step, if it has rows."""
        if rows:
            self.steps.append((name, rows))

    def add_nodes(self, label: str, rows: list[Row]) -> None:
        """Add the steps that write nodes of a main label, each row with their `properties`, and their further label."""
        self.add(f"load/nodes/{label.lower()}", rows)
        for word in model.kind_of(label).further_labels:
            own = [{"id": row["id"]} for row in rows if row["properties"].get("kind") == word]
            self.add(f"load/kinds/{label.lower()}-{word}", own)

    def add_statements(self, name: str, rows: list[Row]) -> None:
        """Add a step that writes relationships."""
        self.add(name, rows)
        self.changes += [row["key"] for row in rows]

    def add_placed(self, placed: Iterable[tuple[str, Row]]) -> None:
        """Add the steps that write relationships: each the statement that writes it, and its row."""
        written: dict[str, list[Row]] = defaultdict(list)
        for name, row in placed:
            written[name].append(row)
        for name, rows in sorted(written.items()):
            self.add_statements(name, rows)

    def add_removed(self, removed: Iterable[StoredStatement]) -> None:
        """Add the steps that delete relationships."""
        of_names, others = [], []
        for each in removed:
            named = each.start.label == "Name"
            node = self.identities.kept(each.subject if named else each.start)
            row = {"label": node.label, "id": node.id, "key": each.key}
            if named:
                of_names.append({**row, "name": each.start.id})
            else:
                others.append(row)
            self.changes.append(f"-{each.key}")
        self.add("load/removed", others)
        self.add("load/removed-names", of_names)

    def add_orphaned(self, nodes: Iterable[Node]) -> None:
        """Add the steps that delete entities: sources last, so that a retraction that was cut off can be repeated."""
        rows = node_rows(nodes)
        self.add("load/orphaned-names", [row for row in rows if row["label"] == "Name"])
        order = model.labels()
        entities = [row for row in rows if row["label"] in order]
        self.add("load/orphaned", sorted(entities, key=lambda row: order.index(row["label"]), reverse=True))

    @property
    def size(self) -> int:
        """Rows to be written."""
        return sum(len(rows) for _, rows in self.steps)

    @property
    def version(self) -> str:
        """The dataset version after this plan: a hash of the one before and of all changes."""
        content = "\0".join([self.planned_on.version or "", *sorted(self.changes)])
        return hashlib.sha256(content.encode()).hexdigest()[:12]
