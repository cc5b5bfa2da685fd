"""An InputFile comes in; what it describes and states, as rows for the graph, and faults of its quotes go out.

A statement carries the source that says it. A part of a record without a report of its own is said by the one
source that reports the record; where several do, or none, it is the editor's, and carries the file's own id.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from explorer import names
from explorer.errors import Problem
from explorer.loading.merge import Fields, Node
from explorer.reading import quotes
from explorer.reading.input_files import InputFile
from explorer.reading.located import Location
from explorer.reading.records import Actor, Affiliation, Claim, Meeting, Place, Record, Report, Source, Topic


class Description(NamedTuple):
    """What the file says of an entity's own fields. `place` is where in the file."""

    node: Node
    source: str
    fields: Fields
    place: Location


class Relation(NamedTuple):
    """One statement: a relationship from start to end, belonging to the record of `subject`."""

    type: str
    start: Node
    end: Node
    source: str
    properties: Fields
    subject: Node
    place: Location
    key: str

    @property
    def statement(self) -> str:
        """The file under cypher/ that writes it."""
        return _statement(self.start.label, self.type, self.end.label)


@cache
def _statement(start: str, kind: str, end: str) -> str:
    return f"load/relations/{start}-{kind.replace('_', '-')}-{end}".lower()


@dataclass
class Rows:
    """Everything that one piece says. `mentions` are references that make no relationship."""

    descriptions: list[Description] = field(default_factory=list)
    relations: dict[str, Relation] = field(default_factory=dict)
    mentions: list[tuple[Node, Location]] = field(default_factory=list)
    #: Quotes from sources whose text is not known.
    textless: list[tuple[Node, Location]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def rows(piece: InputFile, text_of: Callable[[str], str | None]) -> Rows:
    """What the piece says. `text_of` gives the text of a source, None where it has none."""
    builder = _Builder(piece, text_of)
    dossier = piece.dossier
    for number, source in enumerate(dossier.sources):
        builder.source(source, ("sources", number))
    for number, place in enumerate(dossier.places):
        builder.named("Place", place, ("places", number))
    for number, topic in enumerate(dossier.topics):
        builder.named("Topic", topic, ("topics", number))
    for number, actor in enumerate(dossier.actors):
        builder.actor(actor, ("actors", number))
    for number, meeting in enumerate(dossier.meetings):
        builder.meeting(meeting, ("meetings", number))
    for number, claim in enumerate(dossier.claims):
        builder.claim(claim, ("claims", number))
    return builder.rows


class _Builder:
    """Turns the records of one piece into rows, one record at a time."""

    def __init__(self, piece: InputFile, text_of: Callable[[str], str | None]) -> None:
        self.rows = Rows()
        self._piece = piece
        self._text_of = text_of
        sources = piece.dossier.sources
        self._only_source = sources[0].id if len(sources) == 1 else None
        #: Where such a text is not known, its file could not be read, which is a fault already.
        self._with_text = {source.id for source in sources if source.text}

    def source(self, source: Source, place: Location) -> None:
        """A source, described by the file."""
        fields = _fields(source, "text")
        if source.id in self._piece.texts:
            fields["sha256"] = hashlib.sha256(self._piece.texts[source.id].encode()).hexdigest()
        self._describe(Node("Source", source.id), fields, self._piece.id, place)

    def named(self, label: str, entry: Place | Topic | Actor, place: Location) -> None:
        """A place, a topic or an actor, with the spellings by which it is found."""
        node = Node(label, entry.id)
        fields = _fields(entry, "part_of", "affiliations")
        self._describe(node, fields, self._piece.id, place)
        spellings: dict[str, bool] = {}
        for text in [entry.name, *entry.aliases]:
            if text and (whole := names.normalize(text)):
                spellings[whole] = True
                for word in names.words(text):
                    spellings.setdefault(word, False)
        for spelling, whole_name in spellings.items():
            self._relate("NAMES", Node("Name", spelling), node, self._piece.id, {"whole": whole_name}, node, place)

    def actor(self, actor: Actor, place: Location) -> None:
        """An actor, what it is part of, and its offices."""
        self.named("Actor", actor, place)
        node = Node("Actor", actor.id)
        if actor.part_of:
            self._say("PART_OF", node, Node("Actor", actor.part_of), self._piece.id, (*place, "part_of"))
        for number, affiliation in enumerate(actor.affiliations):
            self._affiliation(node, affiliation, (*place, "affiliations", number))

    def _affiliation(self, node: Node, affiliation: Affiliation, place: Location) -> None:
        own = _fields(affiliation, "actor", "reports")
        end = Node("Actor", affiliation.actor)
        for source, quoted in self._said(affiliation.reports, self._piece.id, place):
            self._relate("AFFILIATED_WITH", node, end, source, {**own, **quoted}, node, place)

    def meeting(self, meeting: Meeting, place: Location) -> None:
        """A meeting: its reports, participants, place, topics, and the series that it is part of."""
        node = Node("Meeting", meeting.id)
        fields = _fields(meeting, "date", "place", "part_of", "participants", "topics", "reports")
        source = self._reported(node, fields, meeting, place)
        for number, participant in enumerate(meeting.participants):
            at = (*place, "participants", number)
            own = _fields(participant, "actor", "reports")
            for said_by, quoted in self._said(participant.reports, source, at):
                end = Node("Actor", participant.actor)
                self._relate("HAS_PARTICIPANT", node, end, said_by, {**own, **quoted}, node, at)
        self._held_at(node, meeting, source, place)
        for number, topic in enumerate(meeting.topics):
            self._say("HAS_TOPIC", node, Node("Topic", topic), source, (*place, "topics", number))
        if meeting.part_of:
            self._say("PART_OF", node, Node("Meeting", meeting.part_of), self._piece.id, (*place, "part_of"))

    def _held_at(self, node: Node, meeting: Meeting, source: str, place: Location) -> None:
        """Where a report names a place itself, that source says so; the record's own place is said as the rest."""
        stated: set[str] = set()
        for number, report in enumerate(meeting.reports):
            if report.place and (by := report.source or self._only_source):
                stated.add(report.place)
                self._say("HELD_AT", node, Node("Place", report.place), by, (*place, "reports", number, "place"))
        if meeting.place and meeting.place not in stated:
            by = self._piece.id if stated else source
            self._say("HELD_AT", node, Node("Place", meeting.place), by, (*place, "place"))

    def claim(self, claim: Claim, place: Location) -> None:
        """A claim: its reports, who made it to whom about whom, where, and what it answers or contradicts."""
        node = Node("Claim", claim.id)
        source = self._reported(node, _claim_fields(claim), claim, place)
        for name, capacity in (("speaker", "speaker"), ("on_behalf_of", "on behalf of")):
            if actor := getattr(claim, name):
                end = Node("Actor", actor)
                self._relate("MADE_BY", node, end, source, {"capacity": capacity}, node, (*place, name))
        if claim.made_at:
            self._say("MADE_AT", node, Node("Meeting", claim.made_at), source, (*place, "made_at"))
        for name, (kind, label, editors) in _CLAIM_LISTS.items():
            for number, other in enumerate(getattr(claim, name)):
                by = self._piece.id if editors else source
                self._say(kind, node, Node(label, other), by, (*place, name, number))

    def _reported(self, node: Node, fields: Fields, record: Meeting | Claim, place: Location) -> str:
        """Write the record's description and reports; give the source that says what has no report of its own."""
        if record.date:
            fields["date_text"] = record.date
        by_report = [self._source_of(report, (*place, "reports", n)) for n, report in enumerate(record.reports)]
        sources = {by for by in by_report if by}
        # What the record itself gives for date and place is what its one source says of them.
        own = {"date_text": record.date, "place": getattr(record, "place", None)} if len(sources) == 1 else {}
        for number, (report, by) in enumerate(zip(record.reports, by_report, strict=True)):
            at = (*place, "reports", number)
            if by:
                said = {**own, **_given(date_text=report.date, place=report.place)}
                properties = {**self._quoted(report, by, at), **_given(**said)}
                self._relate("REPORTED_IN", node, Node("Source", by), by, properties, node, at)
                if report.place and isinstance(record, Claim):
                    self.rows.mentions.append((Node("Place", report.place), (*at, "place")))
        if not record.reports:
            self._fault(place, f"'{record.id}' has no report: add `reports:` with its source and quote")
        source = next(iter(sources)) if len(sources) == 1 else self._piece.id
        self._describe(node, fields, source, place)
        return source

    def _said(self, reports: list[Report], otherwise: str, place: Location) -> list[tuple[str, Fields]]:
        """Each report of a part as its source and quote; without any, the source that says it otherwise."""
        found: list[tuple[str, Fields]] = []
        for number, report in enumerate(reports):
            at = (*place, "reports", number)
            if by := self._source_of(report, at):
                self.rows.mentions.append((Node("Source", by), at))
                found.append((by, self._quoted(report, by, at)))
        return found if reports else [(otherwise, {})]

    def _source_of(self, report: Report, place: Location) -> str | None:
        source = report.source or self._only_source
        if source is None:
            count = len(self._piece.dossier.sources)
            self._fault(place, f"`source` is missing: this file has {count or 'no'} sources, so a report names its own")
        return source

    def _quoted(self, report: Report, source: str, place: Location) -> Fields:
        """Quote, offsets and page of a report. A quote that is not in the text is a fault."""
        fields: Fields = {"page": report.page} if report.page else {}
        if report.quote is None:
            return fields
        text = self._text_of(source)
        at = (*place, "quote")
        if text is None:
            if source not in self._with_text:
                self.rows.textless.append((Node("Source", source), at))
            return fields
        span = quotes.find(report.quote, text, report.occurrence)
        if span is None:
            self._fault(at, _not_found(report, source, text))
            return fields
        quote = " ".join(text[span.start : span.end].split())
        return {**fields, "quote": quote, "quote_start": span.start, "quote_end": span.end}

    def _describe(self, node: Node, fields: Fields, source: str, place: Location) -> None:
        self.rows.descriptions.append(Description(node, source, fields, place))

    def _say(self, kind: str, start: Node, end: Node, source: str, place: Location) -> None:
        self._relate(kind, start, end, source, {}, start, place)

    def _relate(
        self, kind: str, start: Node, end: Node, source: str, properties: Fields, subject: Node, place: Location
    ) -> None:
        key = _key(self._piece.id, kind, start, end, source, properties)
        self.rows.relations[key] = Relation(kind, start, end, source, properties, subject, place, key)

    def _fault(self, place: Location, message: str) -> None:
        self.rows.problems.append(self._piece.tree.problem(place, message))


#: Field of a claim -> relationship, main label of the other end, and whether it is the editor's word.
_CLAIM_LISTS = {
    "to": ("ADDRESSED_TO", "Actor", False),
    "about": ("ABOUT", "Actor", False),
    "about_meetings": ("ABOUT", "Meeting", False),
    "topics": ("HAS_TOPIC", "Topic", False),
    "contradicts": ("CONTRADICTS", "Claim", True),
    "supports": ("SUPPORTS", "Claim", True),
    "answers": ("ANSWERS", "Claim", True),
}


def _claim_fields(claim: Claim) -> Fields:
    return {name: value for name in ("text", "kind") if (value := getattr(claim, name))}


def _given(**fields: str | None) -> Fields:
    return {name: value for name, value in fields.items() if value}


def _fields(record: Record, *without: str) -> Fields:
    """The fields of a record that are given, its id and the named ones left out."""
    return {name: value for name, value in vars(record).items() if value and name != "id" and name not in without}


def _key(file: str, kind: str, start: Node, end: Node, source: str, properties: Fields) -> str:
    """What makes a statement the same statement: a hash of all that it says."""
    said = repr(sorted(properties.items())) if properties else ""
    content = f"{file}\0{kind}\0{start.label}\0{start.id}\0{end.label}\0{end.id}\0{source}\0{said}"
    return hashlib.blake2b(content.encode(), digest_size=12).hexdigest()


def description_key(file: str, description: Description) -> tuple[str, str]:
    """The key of a description, and its fields as the JSON text that is stored."""
    record = json.dumps(description.fields, ensure_ascii=False, sort_keys=True)
    content = f"{file}\0{description.node.label}\0{description.node.id}\0{description.source}\0{record}"
    return hashlib.blake2b(content.encode(), digest_size=12).hexdigest(), record


def described_row(file: str, description: Description, stored: tuple[str, str] | None = None) -> dict[str, Any]:
    """The row by which the description is written; `stored` is its description_key, if that is known."""
    key, record = stored or description_key(file, description)
    own = {"source": description.source, "file": file, "record": record, "key": key}
    return {"start_id": description.node.id, "end_id": file, "key": key, "properties": own}


def _not_found(report: Report, source: str, text: str) -> str:
    quote = report.quote or ""
    if times := quotes.count(quote, text):
        return f"the quote stands in '{source}' {times} times, not {report.occurrence}: correct `occurrence`"
    near = quotes.nearest(quote, text)
    where = f'; the nearest passage, in its line {near[1]}, is "{near[0]}"' if near else "; nothing in it is like it"
    return f"the quote does not stand in '{source}': \"{quote}\"{where}"
