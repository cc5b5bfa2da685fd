"""A source comes in; what falls with it, what stays and why goes out, and the graph is without it.

A source's statements go. With them goes what no other source reports: a meeting or a claim without any report, and
then an actor, place or topic that nothing speaks of any more. A loaded file is a source too: with it goes all it said.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from rapidfuzz import process

from explorer.errors import NotFound
from explorer.graph.base import Graph
from explorer.loading.diff import Reader, Stored, by_label
from explorer.loading.extract import Description, described_row
from explorer.loading.load_plan import Plan, add_cut, add_gone
from explorer.loading.loader import Progress, execute
from explorer.loading.merge import REQUIRED, Node, fold, properties
from explorer.statements import statement

Row = dict[str, Any]
_BOOKKEEPING = ("DESCRIBED_IN", "NAMES")
_WORDS = {
    "HAS_PARTICIPANT": "participant", "HELD_AT": "place", "HAS_TOPIC": "topic", "PART_OF": "part of",
    "REPORTED_IN": "report in", "MADE_BY": "made by", "ADDRESSED_TO": "addressed to", "ABOUT": "about",
    "MADE_AT": "made at", "CONTRADICTS": "contradicts", "SUPPORTS": "supports", "ANSWERS": "answers",
    "AFFILIATED_WITH": "office at",
}  # fmt: skip


@dataclass(frozen=True, order=True)
class Outcome:
    """What becomes of one entity: why it falls or stays, and what it loses."""

    kind: str
    id: str
    title: str
    why: str
    loses: tuple[str, ...] = ()


@dataclass
class Retraction:
    """What retracting a source takes away, with `dry_run` would take away."""

    source: str
    title: str
    statements: int
    dry_run: bool
    falls: list[Outcome] = field(default_factory=list)
    stays: list[Outcome] = field(default_factory=list)


def retract(
    graph: Graph, source: str, *, dry_run: bool = False, progress: Progress | None = None
) -> Retraction:
    """Take the source away exactly. Raises NotFound, with the nearest id, where there is none of that id."""
    retraction, made = _plan(graph, source, dry_run)
    if not dry_run:
        with graph.writing(whole=True) as writer:  # half a retraction could not be told from a whole one
            retraction, made = _plan(writer, source, dry_run)
            execute(writer, made, progress)
    return retraction


def _plan(reader: Reader, source: str, dry_run: bool) -> tuple[Retraction, Plan]:
    planner = _Planner(reader, source)
    planner.follow()
    return planner.retraction(dry_run), planner.plan()


class _Planner:
    """Follows what depends on a source, and notes what falls."""

    def __init__(self, reader: Reader, source: str) -> None:
        self._reader = reader
        found = self._read("source", source=source)
        if not found:
            raise NotFound(f"There is no source '{source}'{self._nearest(source)}")
        self._source = found[0]
        self._is_file = self._source["kind"] == "dossier"
        self._files = [source] if self._is_file else self._source["files"]
        self._cut: dict[str, Row] = {}
        self._falls: dict[Node, str] = {}
        self._stays: dict[Node, str] = {}

    def follow(self) -> None:
        """Find the statements that go, and what is left without any."""
        source = self._source["id"]
        said = self._read("said-in-file", file=source) if self._is_file else self._read("said-by-source", source=source)
        self._take(said)
        self._fall({Node("Source", source): "retracted"})
        self._without_reports()
        self._without_statements()
        if self._is_file:
            self._keep_what_others_need()
        self._note_losses()

    def _take(self, rows: Iterable[Row]) -> None:
        for row in rows:
            self._cut[row["key"]] = row

    def _fall(self, nodes: dict[Node, str]) -> None:
        """Note that the entities fall, with all their relationships."""
        self._falls |= nodes
        for label, ids in by_label(nodes).items():
            self._take(self._read(f"around-{label.lower()}", ids=ids))

    def _without_reports(self) -> None:
        """Meetings and claims that lose a report: those that have another one stay."""
        losing = {_start(row) for row in self._cut.values() if row["type"] == "REPORTED_IN"}
        for label, ids in by_label(losing).items():
            others = self._reported(label, ids)
            self._stays |= others
            gone = [node for each in ids if (node := Node(label, each)) not in others]
            self._fall({node: "no other source reports it" for node in gone})

    def _reported(self, label: str, ids: list[str]) -> dict[Node, str]:
        """Those of the meetings or claims that are still reported, and by whom."""
        sources: dict[Node, set[str]] = defaultdict(set)
        for row in self._read(f"reports-of-{label.lower()}", ids=ids, keys=list(self._cut)):
            sources[Node(label, row["id"])].add(row["source"])
        return {node: f"reported by {', '.join(sorted(found))}" for node, found in sources.items()}

    def _without_statements(self) -> None:
        """Actors, places, topics and, with a file, sources: those of which nothing speaks any more fall."""
        touched = {
            node
            for row in self._cut.values()
            for node in (_start(row), _end(row))
            if node.label in ("Actor", "Place", "Topic", "Source") and node not in self._falls
            if self._is_file or (row["type"] not in _BOOKKEEPING and node.label != "Source")
        }
        for label, ids in by_label(touched).items():
            for row in self._read(f"stays-of-{label.lower()}", ids=ids, keys=list(self._cut)):
                more = "1 statement" if row["number"] == 1 else f"{row['number']} statements"
                self._stays[Node(label, row["id"])] = f"{more} left, such as one of {row['source']}"
            for row in self._described_elsewhere(label, ids):
                self._stays.setdefault(Node(label, row["id"]), f"described in {row['file']}")
            gone = [Node(label, each) for each in ids if Node(label, each) not in self._stays]
            self._fall({node: "nothing else speaks of it" for node in gone})

    def _keep_what_others_need(self) -> None:
        """What other files speak of and only this one describes keeps its name and description, and the file stays."""
        for label, ids in by_label(self._stays).items():
            elsewhere = {row["id"] for row in self._described_elsewhere(label, ids)}
            for key, row in list(self._cut.items()):
                described = row["type"] == "DESCRIBED_IN" and _start(row).label == label and row["id"] in ids
                named = row["type"] == "NAMES" and _end(row).label == label and row["end_id"] in ids
                entity = row["id"] if described else row["end_id"]
                if (described or named) and entity not in elsewhere:
                    del self._cut[key]
                    self._falls.pop(Node("Source", self._source["id"]), None)

    def _note_losses(self) -> None:
        """Meetings and claims that keep their reports and lose something else, such as where a claim was made."""
        losing = {
            node
            for row in self._cut.values()
            if row["type"] not in _BOOKKEEPING and (node := _start(row)).label in ("Meeting", "Claim")
        }
        for label, ids in by_label(losing - self._falls.keys() - self._stays.keys()).items():
            self._stays |= self._reported(label, ids)

    def _described_elsewhere(self, label: str, ids: list[str]) -> list[Row]:
        name = statement(f"load/descriptions/{label.lower()}")
        return self._reader.read(name, {"ids": ids, "files": self._files}).rows

    def plan(self) -> Plan:
        """The steps of the retraction."""
        made = Plan(files=[self._source["id"]])
        redescribed = {
            start
            for row in self._cut.values()
            if row["type"] == "DESCRIBED_IN" and (start := _start(row)) not in self._falls
        }
        kinds: dict[str, list[Row]] = defaultdict(list)
        for label, ids in by_label(redescribed).items():
            nodes = [self._refolded(Node(label, each)) for each in ids]
            made.add(f"load/nodes/{label.lower()}", nodes)
            for node in nodes if label == "Actor" else []:
                kinds[node["properties"]["kind"]].append({"id": node["id"]})
            made.add(f"load/relations/{label.lower()}-described-in-source", self._placeholders(label, ids))
        for kind, found in sorted(kinds.items()):
            made.add(f"load/kinds/{kind}", found)
        add_cut(made, [Stored(_start(row), row["key"], _start(row)) for row in self._cut.values()])
        add_gone(made, self._falls)
        return made

    def _placeholders(self, label: str, ids: list[str]) -> list[Row]:
        """Descriptions without fields, by files that lose theirs and still state something of the entity.

        By them loading such a file again finds what it said.
        """
        left = {
            (row["id"], row["file"])
            for row in self._read(f"around-{label.lower()}", ids=ids)
            if row["key"] not in self._cut and row["id"] in ids and row["label"] == label
            if row["type"] != "DESCRIBED_IN"
        }
        lost = {
            (row["id"], row["file"])
            for row in self._cut.values()
            if row["type"] == "DESCRIBED_IN" and row["label"] == label and row["id"] in ids
        }
        return [described_row(file, Description(Node(label, each), file, {}, ())) for each, file in sorted(left & lost)]

    def _refolded(self, node: Node) -> Row:
        """The node as the files that are left describe it; what it must have and none gives, it keeps."""
        rows = self._reader.read(
            statement(f"load/descriptions/{node.label.lower()}"), {"ids": [node.id], "files": []}
        ).rows
        fields, _ = fold(node.label, [json.loads(row["record"]) for row in rows if row["key"] not in self._cut])
        kept = self._read(f"kept-of-{node.label.lower()}", ids=[node.id])[0]
        fields = {**{each: kept[each] for each in REQUIRED[node.label]}, **fields}
        text = kept["text"] if node.label == "Source" and "sha256" in fields else None
        return {"id": node.id, "properties": properties(node, fields, text)}

    def retraction(self, dry_run: bool) -> Retraction:
        """What falls and what stays, for people."""
        titles = self._titles()
        said = [row for row in self._cut.values() if row["type"] not in _BOOKKEEPING]
        losses: dict[Node, set[str]] = defaultdict(set)
        for row in said:
            losses[_start(row)].add(f"{_WORDS[row['type']]} {titles.get(_end(row), row['end_id'])}")
        source = Node("Source", self._source["id"])
        return Retraction(
            self._source["id"],
            self._source["title"],
            len(said),
            dry_run,
            sorted(_outcome(node, titles, why) for node, why in self._falls.items() if node != source),
            sorted(_outcome(node, titles, why, losses[node]) for node, why in self._stays.items()),
        )

    def _titles(self) -> dict[Node, str]:
        nodes = {node for row in self._cut.values() for node in (_start(row), _end(row)) if node.label != "Name"}
        return {
            Node(label, row["id"]): row["title"]
            for label, ids in by_label(nodes | self._falls.keys() | self._stays.keys()).items()
            for row in self._read(f"titles-of-{label.lower()}", ids=ids)
        }

    def _read(self, name: str, **parameters: Any) -> list[Row]:
        return self._reader.read(statement(f"retract/{name}"), parameters).rows

    def _nearest(self, source: str) -> str:
        rows = self._reader.read(statement("load/ids"), {"label": "Source", "prefix": ""}).rows
        found = process.extract(source, [row["id"] for row in rows], limit=3, score_cutoff=40)
        return f": did you mean {' or '.join(self._called(each[0]) for each in found)}?" if found else ""

    def _called(self, source: str) -> str:
        """An id, and whether much more would go with it than one source."""
        is_file = self._read("source", source=source)[0]["kind"] == "dossier"
        return f"{source} (a loaded file, with all that it says)" if is_file else source


def _start(row: Row) -> Node:
    return Node(row["label"], row["id"])


def _end(row: Row) -> Node:
    return Node(row["end_label"], row["end_id"])


def _outcome(node: Node, titles: dict[Node, str], why: str, loses: Iterable[str] = ()) -> Outcome:
    return Outcome(node.label.lower(), node.id, titles.get(node) or node.id, why, tuple(sorted(loses)))
