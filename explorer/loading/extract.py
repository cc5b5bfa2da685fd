"""What a file's records say: the entities that it describes, and its statements, which become relationships.

Which fields and references a record has stands in explorer/model.py. A statement carries the source that says it. What
has no report of its own is said by the one source that reports the record; where several do, or none, it is the
editor's word, and carries the file's own id.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from explorer import model, names
from explorer.errors import Problems
from explorer.loading.attribution import Attribution
from explorer.loading.node import Fields, Node
from explorer.reading.input_files import InputFile
from explorer.reading.located import Location
from explorer.reading.made_ids import made_id
from explorer.reading.records import Record


class Description(NamedTuple):
    """What the file says of an entity's own fields. `location` is where the file does."""

    node: Node
    source: str
    fields: Fields
    location: Location


class Relation(NamedTuple):
    """One statement: a relationship from start to end, belonging to the record of `subject`."""

    type: str
    start: Node
    end: Node
    source: str
    properties: Fields
    subject: Node
    location: Location
    key: str

    @property
    def statement(self) -> str:
        """The file under cypher/ that writes it."""
        return relation_statement(self.start.label, self.type, self.end.label)


@cache
def relation_statement(start: str, type: str, end: str) -> str:
    """The file under cypher/ that writes relationships of the type, from one main label to another."""
    return f"load/relations/{start}-{type.replace('_', '-')}-{end}".lower()


@dataclass
class FileContent:
    """Everything that one file says. `mentions` are references that make no relationship."""

    descriptions: list[Description] = field(default_factory=list)
    relations: dict[str, Relation] = field(default_factory=dict)
    mentions: list[tuple[Node, Location]] = field(default_factory=list)
    #: Quotes from sources whose text is not known.
    textless: list[tuple[Node, Location]] = field(default_factory=list)
    #: What an entity must have, of those of which only a retracted source gives it here: it keeps that.
    required: dict[Node, Fields] = field(default_factory=dict)
    problems: Problems = field(default_factory=Problems)
    #: What is doubtful, and is loaded nevertheless.
    warnings: Problems = field(default_factory=Problems)


def content_of(file: InputFile, text_of: Callable[[str], str | None]) -> FileContent:
    """What the file says. `text_of` gives the text of a source, None where it has none."""
    extractor = _Extractor(file, text_of)
    for kind in model.KINDS:
        for number, record in enumerate(getattr(file.dossier, kind.plural)):
            extractor.add(kind, record, (kind.plural, number))
    return extractor.content


class _Extractor:
    """Takes what the records of one file say, one record at a time."""

    def __init__(self, file: InputFile, text_of: Callable[[str], str | None]) -> None:
        self._file = file
        self._attribution = Attribution(file, text_of)
        #: What the file describes by no more than its name.
        self._described_by_name: set[Node] = set()
        self.content = FileContent(
            mentions=self._attribution.mentions,
            textless=self._attribution.textless,
            problems=self._attribution.problems,
            warnings=self._attribution.warnings,
        )

    def add(self, kind: model.Kind, record: Record, location: Location) -> None:
        """Add the record's description, reports, names and references, as far as its kind has them."""
        node = Node(kind.label, record.id)
        source = self._add_reports(kind, node, record, location) if kind.reported else self._file.id
        self.content.descriptions.append(Description(node, source, self._own_fields(kind, record), location))
        if kind.named:
            self._add_names(kind, node, record, location)
        self._add_references(kind, node, record, source, location)
        for own in kind.fields:
            if own.wider and (name := vars(record)[own.name]):
                self._add_wider(kind, node, name, (*location, own.name))

    def _own_fields(self, kind: model.Kind, record: Record) -> Fields:
        """The fields that are given, but for those that its reports tell. Of a text in a file it is the hash."""
        values, fields = vars(record), {}
        for own in kind.fields:
            if own.type == "file":
                if record.id in self._file.texts:
                    fields["sha256"] = hashlib.sha256(self._file.texts[record.id].encode()).hexdigest()
            elif (value := values[own.name]) and not own.told:
                fields["date_text" if own.name == "date" else own.name] = value
        return fields

    def _add_reports(self, kind: model.Kind, node: Node, record: Record, location: Location) -> str:
        """Add the record's reports; gives the source that says what has no report of its own."""
        sources: set[str] = set()
        for source, properties, at in self._attribution.of_record(kind, record, location):
            sources.add(source)
            self._relate("REPORTED_IN", node, Node("Source", source), source, properties, node, at)
        self._add_places_of_reports(kind, node, record, location)
        return sources.pop() if len(sources) == 1 else self._file.id

    def _add_places_of_reports(self, kind: model.Kind, node: Node, record: Record, location: Location) -> None:
        """Where a report names a place itself, its source says so, if the record's kind has a place at all."""
        for number, report in enumerate(record.reports):
            if report.place and (source := self._attribution.named_source(report)):
                at, end = (*location, "reports", number, "place"), Node("Place", report.place)
                if reference := kind.reference("place"):
                    self._relate(reference.relationship, node, end, source, {}, node, at)
                else:
                    self.content.mentions.append((end, at))

    def _add_names(self, kind: model.Kind, node: Node, record: Record, location: Location) -> None:
        """Add the spellings by which the entity is found."""
        values = vars(record)
        for spelling, whole in names.spellings([values[kind.title], *values.get("aliases", [])]).items():
            self._relate("NAMES", Node("Name", spelling), node, self._file.id, {"whole": whole}, node, location)

    def _add_wider(self, kind: model.Kind, node: Node, name: str, location: Location) -> None:
        """Add that the entity lies in one of that name, which the file describes by that if it has no such record."""
        id, own = self._file.wider.get((kind.name, name)), self._file.tree.ids(kind.plural)
        if not id:
            id = made_id(kind, name)
            id = f"{id}-{kind.name}" if id in own else id
        if not id:  # no letter and no digit
            return
        wider = Node(kind.label, id)
        if wider.id not in own and wider not in self._described_by_name:
            self._described_by_name.add(wider)
            self.content.descriptions.append(Description(wider, self._file.id, {kind.title: name}, location))
            for spelling, whole in names.spellings([name]).items():
                self._relate("NAMES", Node("Name", spelling), wider, self._file.id, {"whole": whole}, wider, location)
        if wider != node:
            self._relate("IN_COUNTRY", node, wider, self._file.id, {}, node, location)

    def _add_references(self, kind: model.Kind, node: Node, record: Record, source: str, location: Location) -> None:
        """Add what the record refers to. Of its own place a report may have said the same, or another one.

        The same is not said twice; where reports name others, the record's own is the editor's word.
        """
        values = vars(record)
        by_reports = {report.place for report in values.get("reports", []) if report.place}
        for reference in kind.references:
            value, others = values[reference.name], by_reports if reference.name == "place" else ()
            if value and value not in others:
                by = self._file.id if reference.editorial or others else source
                self._add_reference(reference, node, value, by, (*location, reference.name))

    def _add_reference(self, reference: model.Reference, node: Node, value: Any, by: str, location: Location) -> None:
        label, fixed = model.kind_of(reference.kind).label, {**dict(reference.fixed), **_together(reference, value)}
        if reference.parts:
            for number, entry in enumerate(value):
                end = Node(label, getattr(entry, reference.kind))
                self._add_entry(reference, node, end, entry, by, (*location, number))
        elif reference.many:
            for number, id in enumerate(value):
                self._relate(reference.relationship, node, Node(label, id), by, fixed, node, (*location, number))
        else:
            self._relate(reference.relationship, node, Node(label, value), by, fixed, node, location)

    def _add_entry(
        self, reference: model.Reference, node: Node, end: Node, entry: Record, by: str, location: Location
    ) -> None:
        """Add an entry with parts: a relationship for each of its reports, or one that is said `by` a source."""
        values = vars(entry)
        own = {part.name: value for part in reference.parts if (value := values[part.name])} | dict(reference.fixed)
        if not entry.reports:
            self._relate(reference.relationship, node, end, by, own, node, location)
        for source, quoted, _ in self._attribution.of_entry(entry.reports, location):
            self._relate(reference.relationship, node, end, source, {**own, **quoted}, node, location)

    def _relate(
        self, type: str, start: Node, end: Node, source: str, properties: Fields, subject: Node, location: Location
    ) -> None:
        key = _key(self._file.id, type, start, end, source, properties)
        self.content.relations[key] = Relation(type, start, end, source, properties, subject, location, key)


def _together(reference: model.Reference, value: Any) -> Fields:
    """What says of several that are named at once that they did it together."""
    return {model.JOINTLY: True} if reference.joint and len(set(value)) > 1 else {}


def _key(file: str, type: str, start: Node, end: Node, source: str, properties: Fields) -> str:
    """What makes a statement the same statement: a hash of all that it says."""
    said = repr(sorted(properties.items())) if properties else ""
    content = f"{file}\0{type}\0{start.label}\0{start.id}\0{end.label}\0{end.id}\0{source}\0{said}"
    return hashlib.blake2b(content.encode(), digest_size=12).hexdigest()


def describing(file: str, description: Description, key_and_record: tuple[str, str] | None = None) -> Relation:
    """The relationship that says what a file describes; `key_and_record` is its description_key, if that is known."""
    key, record = key_and_record or description_key(file, description)
    node, source, _, location = description
    end = Node("Source", file)
    return Relation("DESCRIBED_IN", node, end, source, {"record": record}, node, location, key)


def description_key(file: str, description: Description) -> tuple[str, str]:
    """The key of a description, and its fields as the JSON text that is stored."""
    record = json.dumps(description.fields, ensure_ascii=False, sort_keys=True)
    content = f"{file}\0{description.node.label}\0{description.node.id}\0{description.source}\0{record}"
    return hashlib.blake2b(content.encode(), digest_size=12).hexdigest(), record
