"""What files say comes in; it goes out without what retracted sources say and what stands on these alone.

What is left is what the retraction would leave if the files were loaded with all they say: see retraction_plan.py.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from explorer import model
from explorer.graph.base import Reader
from explorer.loading import orphans
from explorer.loading.diff import Existing
from explorer.loading.extract import Description, FileContent, Relation
from explorer.loading.identities import Identities
from explorer.loading.node import Node
from explorer.loading.rows import read_of, start
from explorer.retractions import Noted

#: Ids of files, each with what the file says.
Contents = dict[str, FileContent]


class Withheld:
    """Takes away what the `retractions` of sources keep away from the contents of files that are loaded together."""

    def __init__(
        self, reader: Reader, identities: Identities, retractions: Iterable[Noted], existing: Iterable[Existing]
    ) -> None:
        self._reader = reader
        self._identities = identities
        self._retractions = list(retractions)
        self._existing = existing
        self._sources = {Node("Source", id) for each in self._retractions if not each.of_file for id in each.ids}
        self._fell = {Node(*each.split(" ", 1)) for noted in self._retractions for each in noted.fell}

    def without(self, contents: Contents) -> Contents:
        """The contents without what is kept away."""
        if not self._sources and not self._fell:
            return contents
        dropped = [each for content in contents.values() for each in content.relations.values() if self._says(each)]
        kept = [each for content in contents.values() for each in content.relations.values() if not self._says(each)]
        fallen = self._without_reports(contents, dropped, kept)
        fallen |= self._without_statements(contents, dropped, kept, fallen)
        fallen |= self._still_away(contents, kept)
        return {file: self._left(file, content, fallen) for file, content in contents.items()}

    def concerned(self, content: FileContent) -> list[Noted]:
        """The retractions of sources that the file describes, or that say something in it."""
        speaking = {each.source for each in content.relations.values()}
        speaking |= {each.node.id for each in content.descriptions if each.node.label == "Source"}
        return [each for each in self._retractions if not each.of_file and not speaking.isdisjoint(each.ids)]

    def _says(self, relation: Relation) -> bool:
        return Node("Source", relation.source) in self._sources or relation.end in self._sources

    def _without_reports(self, contents: Contents, dropped: list[Relation], kept: list[Relation]) -> set[Node]:
        """What has lost a report, and has no other one here or in the graph."""
        lost = {each.start for each in dropped if each.type == "REPORTED_IN"}
        lost -= {each.start for each in kept if each.type == "REPORTED_IN"}
        if not lost:
            return lost
        keys = [key for existing in self._existing for key in existing.statements]
        others = read_of(self._reader, "retract/reports", lost, self._identities, keys=keys)
        return lost - {start(row) for row in others}

    def _without_statements(
        self, contents: Contents, dropped: list[Relation], kept: list[Relation], fallen: set[Node]
    ) -> set[Node]:
        """What is not reported, such as actors, and of which nothing speaks any more."""
        kinds = {model.kind_of(name).label for name in model.names(reported=False)} - {"Source"}
        gone = [each for each in kept if each.start in fallen or each.end in fallen]
        said = [each for each in kept if each.type not in model.bookkeeping() and each not in gone]
        touched = {
            node
            for each in (*dropped, *gone)
            if each.type not in model.bookkeeping()
            for node in (each.start, each.end)
            if node.label in kinds
        }
        spoken_of = {node for each in said for node in (each.start, each.end)}
        away = self._unspoken(contents, touched - spoken_of)
        in_countries = [each for each in kept if each.type == "IN_COUNTRY"]
        while True:  # a country goes with the last place that lies in it
            emptied = {each.end for each in in_countries if each.start in away} - away - spoken_of
            emptied -= {each.end for each in in_countries if each.start not in away}
            if not (more := self._unspoken(contents, emptied)):
                return away
            away |= more

    def _unspoken(self, contents: Contents, nodes: set[Node]) -> set[Node]:
        """Those of which no other file says anything, and that only files describe which give a retracted source."""
        files = list(contents)
        left = nodes - orphans.remaining_statements(self._reader, nodes, self._identities, without_files=files).keys()
        describing = {file for noted in self._retractions for file in noted.files}
        describing |= {file for file, content in contents.items() if self._describes(content)}
        for file, content in contents.items():
            if file not in describing:
                left -= {each.node for each in content.descriptions}
        return left - orphans.descriptions(self._reader, left, self._identities, [*files, *describing]).keys()

    def _describes(self, content: FileContent) -> bool:
        return any(each.node in self._sources for each in content.descriptions)

    def _still_away(self, contents: Contents, kept: list[Relation]) -> set[Node]:
        """What fell earlier, other files spoke of it, and nobody has described it anew."""
        wanted = {each.end for each in kept} & self._fell
        wanted -= {each.node for content in contents.values() for each in content.descriptions}
        return wanted - orphans.descriptions(self._reader, wanted, self._identities, list(contents)).keys()

    def _left(self, file: str, content: FileContent, fallen: Collection[Node]) -> FileContent:
        away = {*fallen, *self._sources}
        relations = {
            key: each
            for key, each in content.relations.items()
            if not self._says(each) and each.start not in away and each.end not in away
        }
        stated = {each.start for each in relations.values()}
        descriptions, required = [], {}
        for each in content.descriptions:
            if each.node in away:
                continue
            if Node("Source", each.source) in self._sources:
                names = model.kind_of(each.node.label).required
                required[each.node] = {name: each.fields[name] for name in names if name in each.fields}
                each = Description(each.node, file, {}, each.location)
                if each.node not in stated:
                    continue
            descriptions.append(each)
        return replace(
            content,
            descriptions=descriptions,
            relations=relations,
            mentions=[each for each in content.mentions if each[0] not in away],
            textless=[each for each in content.textless if each[0] not in away],
            required=required,
        )
