"""Files that are loaded together come in; what they change in the graph, and what other files say of it, goes out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cached_property

from explorer import model, names
from explorer.errors import Problem
from explorer.graph.base import Reader
from explorer.loading import cross_checks, decision_checks, moves, orphans
from explorer.loading.bookkeeping import Bookkeeping, positions
from explorer.loading.decision_checks import Decided
from explorer.loading.diff import Difference, Existing, compare, present
from explorer.loading.extract import content_of
from explorer.loading.file_identity import Allowed
from explorer.loading.identities import Identities
from explorer.loading.kept_away import KeptAway
from explorer.loading.merge import merge_descriptions
from explorer.loading.node import Fields, Node, labels_with_names
from explorer.loading.renamed import RenamedFiles
from explorer.loading.rows import Row
from explorer.loading.source_texts import SourceTexts
from explorer.loading.told import Told, told_by, told_in_graph
from explorer.loading.withheld import Withheld
from explorer.reading.input_files import InputFile
from explorer.retractions import Noted
from explorer.statements import statement


class Comparison:
    """The differences of all files, and the entities that they touch.

    A Node is an id as it is said. Which entities ids meant `before`, and will mean `after`, is decided by records, too;
    `merged` and `gone` are of entities.
    """

    def __init__(
        self, reader: Reader, books: Bookkeeping, files: list[InputFile], away: KeptAway, allowed: Allowed
    ) -> None:
        self.reader = reader
        self.books = books
        self.before = Identities(books.decisions)
        self.texts = SourceTexts(reader, self.before, files)
        #: Ids of the files, and of those that are given up.
        self.files = [file.id for file in files]
        #: Of each file, by id, the retractions of sources that concern it.
        self.concerned: dict[str, list[Noted]] = {}
        self.differences, self.renamed = self._differences(files, allowed)
        self.files += self.renamed.new_ids
        #: Entities whose own fields may change.
        self.redescribed = set[Node]().union(*(each.redescribed | each.retold for each in self.differences))
        #: The order of first loading, by id of the file.
        self.positions = positions(books, self.files, self.renamed.new_ids)
        #: What files that are not being loaded say of entities, first loaded first.
        self.others: dict[Node, list[Row]] = {}
        self._read_others(decision_checks.candidates(files))
        #: The decisions that these files have made before, those that they make now, and what is wrong with them.
        self.present_decisions = [decision for decision in books.decisions if decision.file in self.files]
        self.other_decisions = [decision for decision in books.decisions if decision.file not in self.files]
        self.decided = self._decided(away)
        self.after = Identities([*self.other_decisions, *self.decided.decisions])
        self.moved = self.before.moved(self.after)
        #: What is said of these now, by key, and what of them is on nodes only.
        self.moving = moves.moving(reader, self.before, self.after)
        self.remembered = moves.remembered(reader, self.moving, self.before)
        #: The files whose decisions change.
        self.redecided = {each.file for each in set(self.present_decisions) ^ set(self.decided.decisions)}
        self._read_others(self._that_matter())

    def _differences(self, files: list[InputFile], allowed: Allowed) -> tuple[list[Difference], RenamedFiles]:
        existing = [present(self.reader, file.id) if file.id in self.books.files else Existing() for file in files]
        contents = {file.id: content_of(file, self.texts.of) for file in files}
        withheld = Withheld(self.reader, self.before, self.books.retracted, existing)
        self.concerned = {id: withheld.concerned(content) for id, content in contents.items()}
        left = withheld.without(contents)
        found = [compare(file, left[file.id], there) for file, there in zip(files, existing, strict=True)]
        renamed = RenamedFiles(
            self.reader, self.books, self.before, self.texts, withheld.without, allowed, [file.id for file in files]
        )
        for each in found:
            renamed.look(each)
        return found + renamed.given_up, renamed

    def text_at(self, entity: Node) -> str | None:
        """The text of a source, whichever of its ids it was given under."""
        texts = (self.texts.of(member.id) for member in self.after.members(entity))
        return next((text for text in texts if text is not None), None)

    def _read_others(self, wanted: Iterable[Node]) -> None:
        if self.books.files.keys() - set(self.files):
            self.others |= orphans.descriptions(self.reader, wanted, self.before, self.files)

    def _decided(self, away: KeptAway) -> Decided:
        """What these files decide, and what is wrong with it, also together with the decisions of others."""
        files, known = [difference.file for difference in self.differences], self.known()
        here = {node for difference in self.differences for node in difference.present.descriptions}
        before = {node for decision in self.present_decisions for node in decision.nodes} - here
        found = Decided(files, known, before, away, lambda node: cross_checks.nearby(node, known, self.reader))
        found.problems += decision_checks.contradictions([*self.other_decisions, *found.decisions], files)
        return found

    def told_of_decisions(self) -> list[Problem]:
        """What the user should know of ids that mean another entity from now on."""
        files = [difference.file for difference in self.differences]
        return decision_checks.told(self.moved & self.described, self.after, self.decided.decisions, files)

    def _that_matter(self) -> set[Node]:
        """The ids of which must be known what other files say of them."""
        described = {node for difference in self.differences for node in difference.descriptions}
        referred = {
            relation.end for difference in self.differences for relation in difference.content.relations.values()
        }
        mentioned = {node for difference in self.differences for node, _ in difference.content.mentions}
        members = {member for entity in self.touched for member in self.after.members(entity)}
        return members | self.redescribed | ((referred | mentioned) - described)

    @cached_property
    def touched(self) -> set[Node]:
        """The entities whose fields may change, since they are described anew or ids come to them or go."""
        from_and_to = {self.after.kept(end) for node in self.moved for end in (node, self.before.kept(node))}
        return from_and_to | {self.after.kept(node) for node in self.redescribed | self._in_an_earlier_form()}

    def _in_an_earlier_form(self) -> set[Node]:
        """What these files describe, and were loaded with when spellings and searched words had another form."""
        old = [each for each in self.differences if self.books.files.get(each.file.id, {}).get("form") != names.FORM]
        return {node for difference in old for node in difference.descriptions}

    @property
    def described(self) -> set[Node]:
        """The entities that one of these files or another describes."""
        return {node for difference in self.differences for node in difference.descriptions} | self.others.keys()

    @cached_property
    def orphaned(self) -> set[Node]:
        """The ids that these files described and no file describes any more."""
        return self.redescribed - self.described

    @cached_property
    def gone(self) -> set[Node]:
        """The entities of which nothing is left, or whose ids mean another one now."""
        there = {self.before.kept(node) for node in self.moved | self.redescribed}
        return there - {self.after.kept(node) for node in self.described}

    @cached_property
    def merged(self) -> dict[Node, tuple[Fields, list[str]]]:
        """The fields of each entity to be written, and those that files disagree on."""
        described = self.described
        there = sorted(node for node in self.touched if not described.isdisjoint(self.after.members(node)))
        return {node: self.merge(self.after.members(node)) for node in there}

    @cached_property
    def told(self) -> list[Told]:
        """What is told of the ids that matter: by each of these files, and by all others."""
        members = {member for entity in self.touched for member in self.after.members(entity)}
        others = self.books.files.keys() - set(self.files)
        stored = told_in_graph(self.reader, members, self.before, without_files=self.files) if others else {}
        return [stored, *(told_by(difference.content.relations.values()) for difference in self.differences)]

    def merge(self, members: Sequence[Node]) -> tuple[Fields, list[str]]:
        """The fields of an entity: as said of the first of its ids, then of the others, by files first loaded first."""
        given = [
            (node != members[0], position, fields)
            for node in members
            for position, fields in self.descriptions_of(node)
        ]
        given.sort(key=lambda each: each[:2])
        told = [each[node] for each in self.told for node in members if node in each]
        merged, disagreed = merge_descriptions(members[0].label, [fields for _, _, fields in given], told)
        for node in members:
            merged = {**self.remembered.get(node, {}), **merged}
            for difference in self.differences:
                merged = {**difference.content.required.get(node, {}), **merged}
        return merged, disagreed

    def fields_of(self, node: Node) -> Fields:
        """The fields of an entity that these files describe."""
        if merged := self.merged.get(self.after.kept(node)):
            return merged[0]
        given = (each.descriptions[node].fields for each in self.differences if node in each.descriptions)
        return next(given, {})

    def descriptions_of(self, node: Node) -> list[tuple[int, Fields]]:
        """What all files say of one id, each with the file's position."""
        given = [(row["position"] or 0, json.loads(row["record"])) for row in self.others.get(node, [])]
        return given + [
            (self.positions[difference.file.id], difference.descriptions[node].fields)
            for difference in self.differences
            if node in difference.descriptions
        ]

    def known(self) -> set[Node]:
        """All that may be referred to: what is described, or stands in a file even if faulty."""
        written = {
            Node(kind.label, id)
            for difference in self.differences
            for kind in model.KINDS
            for id in difference.file.tree.ids(kind.plural)
        }
        return self.described | written

    def left_over(self) -> set[Node]:
        """What a load of these files that was cut off wrote, and the files do not have any more."""
        if not self.books.state.unfinished & set(self.files):
            return set()
        found = self.reader.read(statement("load/isolated"), {"labels": labels_with_names()}).rows
        return {Node(row["label"], row["id"]) for row in found} - {self.after.kept(node) for node in self.described}
