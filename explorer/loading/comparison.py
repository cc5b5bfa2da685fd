"""Files that are loaded together come in; what they change in the graph, and what other files say of it, goes out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from explorer import model, names, retractions
from explorer.errors import InputError, Problem, Problems
from explorer.graph.base import Reader
from explorer.loading import cross_checks, decision_checks, decisions, file_identity, moves, orphans, renamed
from explorer.loading.circles import Circles
from explorer.loading.dataset_state import DatasetState
from explorer.loading.decisions import Decision
from explorer.loading.diff import Difference, Existing, compare, present
from explorer.loading.extract import FileContent, content_of
from explorer.loading.identities import Identities
from explorer.loading.merge import merge_descriptions
from explorer.loading.node import Fields, Node, labels_with_names
from explorer.loading.rows import Row
from explorer.loading.taken_ids import TakenIds
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

    def __init__(self, reader: Reader, state: DatasetState, files: list[InputFile]) -> None:
        self.reader = reader
        self.state = state
        #: The files that were loaded before, by id, each with title, sha256 and position.
        self.dossiers = {row["id"]: row for row in reader.read(statement("load/dossiers")).rows}
        stored = decisions.stored(reader)
        self.before = Identities(stored)
        self._texts: dict[str, str | None] = {source: text for file in files for source, text in file.texts.items()}
        #: Ids of the files.
        self.files = [file.id for file in files]
        #: What retracted sources and files are to be kept away, and those that were restored.
        self.retractions, self.restored = retractions.noted(reader), retractions.noted(reader, ended=True)
        #: Of each file, by id, the retractions of sources that concern it.
        self.concerned: dict[str, list[Noted]] = {}
        #: The new ids of files that were renamed, by their old ones; and what is to be said of such files.
        self.renamed: dict[str, str] = {}
        self.of_names: list[Problem] = []
        self.differences = self._differences(files)
        #: Entities whose own fields may change.
        self.redescribed = set[Node]().union(*(each.redescribed | each.retold for each in self.differences))
        #: The order of first loading, by id of the file.
        self.positions = {id: row["position"] or 0 for id, row in self.dossiers.items()}
        taken = {each.id: each.position for each in [*self.retractions, *self.restored] if each.of_file}
        taken |= {new: self.positions[old] for old, new in self.renamed.items()}
        for id in self.files:
            last = max([*self.positions.values(), *taken.values()], default=0)
            self.positions.setdefault(id, taken.get(id, last + 1))
        #: What files that are not being loaded say of entities, first loaded first.
        self._others: dict[Node, list[Row]] = {}
        self._read_others(decision_checks.candidates(files))
        #: The decisions that these files have made before, those that they make now, and what is wrong with them.
        self.present_decisions = [decision for decision in stored if decision.file in self.files]
        self.other_decisions = [decision for decision in stored if decision.file not in self.files]
        self.decisions, self._faulty_decisions = self._decided(self.other_decisions)
        self.after = Identities([*self.other_decisions, *self.decisions])
        self.moved = self.before.moved(self.after)
        #: What is said of these now, by key, and what of them is on nodes only.
        self.moving = moves.moving(reader, self.before, self.after)
        self.remembered = moves.remembered(reader, self.moving, self.before)
        #: The files whose decisions change.
        self.redecided = {each.file for each in set(self.present_decisions) ^ set(self.decisions)}
        self._read_others(self._that_matter())
        #: What is doubtful, and is loaded nevertheless.
        self.warnings: list[Problem] = []

    def _differences(self, files: list[InputFile]) -> list[Difference]:
        existing = [present(self.reader, file.id) if file.id in self.dossiers else Existing() for file in files]
        contents = {file.id: content_of(file, self.text_of) for file in files}
        withheld = Withheld(self.reader, self.before, self.retractions, existing)
        self.concerned = {id: withheld.concerned(content) for id, content in contents.items()}
        left = withheld.without(contents)
        found = [compare(file, left[file.id], there) for file, there in zip(files, existing, strict=True)]
        return found + [each for file in files for each in self._renamed(file, left[file.id], withheld)]

    def _renamed(self, file: InputFile, content: FileContent, withheld: Withheld) -> list[Difference]:
        """Of a file that says what a loaded one of another id does: that one, given up. One that is edited is noted."""
        others = self.dossiers.keys() - set(self.files)
        old = renamed.most_alike(self.reader, self.before, content, self.files) if others else None
        if file.id in self.dossiers or old not in others or old is None:
            return []
        before = content_of(replace(file, id=old), self.text_of)
        alike = renamed.as_before(self.reader, file, old, withheld.without({old: before})[old])
        if renamed.is_the_same(alike) and not any(each.file == old for each in decisions.stored(self.reader)):
            self.renamed[old] = file.id
            self.files.append(old)
            message = f"this says word for word what the file '{old}' said: it was renamed, and '{old}' is given up"
            self.of_names.append(file.tree.problem((), message))
            return [renamed.given_up(self.reader, file, old)]
        if renamed.is_alike(alike):
            self.of_names.append(file.tree.problem((), renamed.note(old, self.dossiers[old])))
        return []

    def text_of(self, source: str) -> str | None:
        """The text of a source: of these files, else the stored one that another file gives."""
        if source not in self._texts:
            node = Node("Source", source)
            others = orphans.descriptions(self.reader, [node], self.before, self.files).get(node, [])
            given = any("sha256" in json.loads(row["record"]) for row in others)
            ids = [self.before.kept(node).id]
            found = self.reader.read(statement("load/texts"), {"ids": ids}).rows if given else []
            self._texts[source] = found[0]["text"] if found else None
        return self._texts[source]

    def text_at(self, entity: Node) -> str | None:
        """The text of a source, whichever of its ids it was given under."""
        texts = (self.text_of(member.id) for member in self.after.members(entity))
        return next((text for text in texts if text is not None), None)

    def _read_others(self, wanted: Iterable[Node]) -> None:
        if self.dossiers.keys() - set(self.files):
            self._others |= orphans.descriptions(self.reader, wanted, self.before, self.files)

    def _decided(self, others: list[Decision]) -> tuple[list[Decision], list[Problem]]:
        """What these files decide, and what is wrong with it, also together with the decisions of others."""
        files, known = [difference.file for difference in self.differences], self._known()
        found, problems = decision_checks.decided(
            files, known, lambda node: cross_checks.nearby(node, known, self.reader)
        )
        return found, problems + decision_checks.contradictions([*others, *found], files)

    def told_of_decisions(self) -> list[Problem]:
        """What the user should know of ids that mean another entity from now on."""
        files = [difference.file for difference in self.differences]
        return decision_checks.told(self.moved & self.described, self.after, self.decisions, files)

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
        old = [each for each in self.differences if self.dossiers.get(each.file.id, {}).get("form") != names.FORM]
        return {node for difference in old for node in difference.descriptions}

    @property
    def described(self) -> set[Node]:
        """The entities that one of these files or another describes."""
        return {node for difference in self.differences for node in difference.descriptions} | self._others.keys()

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
        return {node: self._merge(self.after.members(node)) for node in there}

    @cached_property
    def _told(self) -> list[Told]:
        """What is told of the ids that matter: by each of these files, and by all others."""
        members = {member for entity in self.touched for member in self.after.members(entity)}
        others = self.dossiers.keys() - set(self.files)
        stored = told_in_graph(self.reader, members, self.before, without_files=self.files) if others else {}
        return [stored, *(told_by(difference.content.relations.values()) for difference in self.differences)]

    def _merge(self, members: Sequence[Node]) -> tuple[Fields, list[str]]:
        """The fields of an entity: as said of the first of its ids, then of the others, by files first loaded first."""
        given = [
            (node != members[0], position, fields) for node in members for position, fields in self._descriptions(node)
        ]
        given.sort(key=lambda each: each[:2])
        told = [each[node] for each in self._told for node in members if node in each]
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

    def _descriptions(self, node: Node) -> list[tuple[int, Fields]]:
        """What all files say of one id, each with the file's position."""
        given = [(row["position"] or 0, json.loads(row["record"])) for row in self._others.get(node, [])]
        return given + [
            (self.positions[difference.file.id], difference.descriptions[node].fields)
            for difference in self.differences
            if node in difference.descriptions
        ]

    def disagreements(self, node: Node, kept: Fields, names: list[str]) -> list[Problem]:
        """The fields of these names, where one of these files gives another value than what is kept."""
        return [
            difference.file.tree.problem(
                (*described.location, written),
                f"files disagree on `{written}` of '{node.id}': '{kept[name]}' is kept, "
                f"which was loaded first{self._by(node, name, kept[name])}, "
                f"and not '{described.fields[name]}' of this file",
            )
            for difference in self.differences
            if (described := difference.descriptions.get(node))
            for name in names
            if described.fields.get(name, kept[name]) != kept[name]
            for written in ["date" if name == "date_text" else name]
        ]

    def silent_reports(self, node: Node, kept: Fields) -> list[Problem]:
        """Fields that reports tell, where one says what is less than usual and another says nothing: it counts for
        nothing, and may have meant the usual."""
        told = [each[node] for each in self._told if node in each]
        return [
            difference.file.tree.problem(
                described.location,
                f"'{node.id}' counts as {kept[field.name]}, since a report says so and none says {field.words[0]}; "
                f"others give no `{field.name}`: write `{field.name}: {field.words[0]}` there if it was",
            )
            for field in model.kind_of(node.label).told
            if kept.get(field.name, field.words[0]) != field.words[0]
            if any("" in words.get(field.name, ()) for words in told)
            for difference in self.differences
            if (described := difference.descriptions.get(node))
        ]

    def _by(self, node: Node, name: str, kept: Any) -> str:
        """Which file it was that gave a field so."""
        members = self.after.members(node)
        given = [
            row["file"]
            for each in members
            for row in self._others.get(each, [])
            if json.loads(row["record"]).get(name) == kept
        ]
        given += [
            difference.file.id
            for difference in self.differences
            for each in members
            if each in difference.descriptions and difference.descriptions[each].fields.get(name) == kept
        ]
        return f" with the file '{given[0]}'" if given else ""

    def check(self, *found: Problems, replace: bool = False) -> None:
        """Raises InputError with these problems and all that concern several records, if there are any.

        With `replace` a file may take the place of another of the same id.
        """
        problems = Problems()
        for faults in found:
            problems += faults
        for difference in self.differences:
            problems += difference.content.problems
            problems += cross_checks.duplicates(difference)
        circles = Circles(self.reader, self.differences, self.before, self.after, self.moving.values())
        problems += circles.problems(self.decisions, {each.file.id: each.file for each in self.differences})
        problems += cross_checks.file_ids(self.reader, self.differences, self.dossiers)
        # What could not be read may be what seems to lack.
        unread = cross_checks.unread_sections(difference.file for difference in self.differences)
        if not replace and not unread:
            unfinished = self.state.unfinished
            problems += file_identity.others_of_one_id(self.reader, self.differences, self.dossiers, unfinished)
        known = self._known()
        problems += cross_checks.references(self.differences, known, self.reader)
        problems += cross_checks.textless(self.differences, known)
        others = {
            node: [json.loads(row["record"]) for row in described]
            for node, described in self._others.items()
            if node.label == "Source"
        }
        taken = TakenIds(self.reader, self.differences, self._others)
        problems += taken.problems
        self.warnings += taken.warnings
        merged = {node: self.merged[entity] for entity in self.merged for node in self.after.members(entity)}
        problems += cross_checks.texts_differ(self.reader, self.differences, others, merged)
        for node in merged:
            alone = self.after.members(self.after.kept(node)) == (node,)
            fields, _ = merged[node] if alone else self._merge([node])
            problems += cross_checks.incomplete(node, fields, self.differences)
        if not unread:
            problems += cross_checks.still_needed(self.reader, self.orphaned, self.before, self.differences)
            problems += self._faulty_decisions
            problems += self._faults_of_decisions()
        if problems:
            raise InputError(problems)

    def _faults_of_decisions(self) -> list[Problem]:
        """What is wrong with decisions for what files say of their ids."""
        files = [difference.file for difference in self.differences]
        joined = {
            entity: [fields for node in self.after.members(entity) for _, fields in self._descriptions(node)]
            for entity in self.merged
            if entity.label == "Source" and len(self.after.members(entity)) > 1
        }
        problems = decision_checks.still_decided(self.orphaned, self.other_decisions, files)
        return problems + decision_checks.texts_differ(joined, [*self.other_decisions, *self.decisions], files)

    def _known(self) -> set[Node]:
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
        if not self.state.unfinished & set(self.files):
            return set()
        found = self.reader.read(statement("load/isolated"), {"labels": labels_with_names()}).rows
        return {Node(row["label"], row["id"]) for row in found} - {self.after.kept(node) for node in self.described}
