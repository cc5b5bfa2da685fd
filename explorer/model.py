"""What the graph holds: the kinds of entities and of relationships, as tables. All that lists them derives from here.

docs/model.md is made of this file, and so are the statements under cypher/ that are alike for every kind and every
relationship: `make generate` writes them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

#: `address` is of the web, `date` is EDTF, `duration` ISO 8601; `file` names the text of a source, which is stored.
FieldType = Literal["text", "texts", "word", "date", "address", "duration", "file"]


@dataclass(frozen=True)
class Field:
    """One value that a record may give. A `word` is one of `words`; a page shows what has a `heading`.

    A text may not be the `reserved` word, which the program uses itself, and no date before that of the field `after`,
    which stands before it in the record. What is `told` belongs to a report: each may give its own word, one that gives
    none says what the record does, and the entity has the first of the `words` that any source says. A country is a
    `wider` place.
    """

    name: str
    type: FieldType = "text"
    heading: str = ""
    words: tuple[str, ...] = ()
    reserved: str = ""
    about: str = ""
    after: str = ""
    told: bool = False
    wider: bool = False


@dataclass(frozen=True)
class Reference:
    """A field of a record that names entities: each becomes a relationship that begins at the record's own entity.

    With `parts`, which goes with `many`, an entry may be a map with these and `reports` of its own; in a CSV file
    of such entries the entity stands in `column`, or in one called like its kind. What is `editorial` is the editor's
    word, whichever source reports the record; the relationship gets the `fixed` properties. Several of what is `joint`,
    named at once, did it together, and each of their relationships says so. With `inside`, a record may stand inside
    that of the entity, and then refers to it.
    """

    name: str
    relationship: str
    kind: str
    many: bool = False
    editorial: bool = False
    parts: tuple[Field, ...] = ()
    fixed: tuple[tuple[str, str], ...] = ()
    heading: str = ""
    column: str = ""
    inside: bool = False
    joint: bool = False


@dataclass(frozen=True)
class Kind:
    """A kind of entity, whose `name` is one word. `title` is the field that it is called by: `name` of what is `named`,
    else `title` or `text`. `required` is what it must have besides its id.

    Entities that are `named` are found by Name nodes, the others by the words of their `searched` fields; those that
    are `calling` say what it is called, so that they come first. What is `reported` has a field `date` and reports, and
    falls with the last of them. What is `drawn` is a node of networks. model_rules.py holds all this to be so.
    """

    name: str
    plural: str
    about: str
    title: str
    fields: tuple[Field, ...]
    references: tuple[Reference, ...] = ()
    required: tuple[str, ...] = ()
    searched: tuple[str, ...] = ()
    calling: tuple[str, ...] = ()
    named: bool = False
    reported: bool = False
    drawn: bool = False

    @cached_property
    def label(self) -> str:
        """The main label of its nodes."""
        return self.name.capitalize()

    @property
    def further_labels(self) -> dict[str, str]:
        """The further label of its nodes by the word that its field `kind` has; empty where that is free text."""
        return {word: word.capitalize() for field in self.fields if field.name == "kind" for word in field.words}

    @property
    def properties(self) -> tuple[str, ...]:
        """What its nodes store besides `id`: of the date of what is reported also the days that it can mean."""
        stored: list[str] = []
        for field in self.fields:
            if field.type == "file":
                stored += ["sha256", field.name]
            elif field.name == "date" and self.reported:
                stored += ["date", "date_end", "date_text", "month"]
            else:
                stored.append(field.name)
        stored += ["loaded", "position", "form"] if self.name == "source" else []  # of one that is a loaded file
        stored += ["search"] if self.searched else []
        return tuple(stored)

    @property
    def refers_to_itself(self) -> bool:
        """Whether a relationship may lead from one of its entities to another."""
        return any(reference.kind == self.name for reference in self.references)

    @property
    def told(self) -> tuple[Field, ...]:
        """The fields that each report gives itself."""
        return tuple(field for field in self.fields if field.told)

    def field(self, name: str) -> Field | None:
        """The field of that name, if there is one."""
        return next((field for field in self.fields if field.name == name), None)

    def reference(self, name: str) -> Reference | None:
        """The reference of that name, if there is one."""
        return next((reference for reference in self.references if reference.name == name), None)


@dataclass(frozen=True)
class Relationship:
    """A type of relationship: what it begins and ends at, and its own properties besides those of every statement.

    `reads` is what somebody loses who loses it, `drawn` what its line in a network is called, if it has one; with
    `drawn_back` the line leads from the end to the start: the actor made the claim. What keeps the books of the graph
    is no statement about the world. Of a `mutual` one either end may be the first. A `quoted` one may carry the words
    of its source.
    """

    type: str
    about: str
    reads: str
    ends: tuple[tuple[str, str], ...]
    properties: tuple[str, ...] = ()
    drawn: str = ""
    drawn_back: bool = False
    bookkeeping: bool = False
    mutual: bool = False
    quoted: bool = False

    @property
    def carried(self) -> tuple[str, ...]:
        """All its properties."""
        return (*STATED, *AS_SAID, *self.properties, *(QUOTED if self.quoted else ()))


#: What every relationship carries; and what a quoted one may carry besides.
STATED = ("source", "file", "key")
#: The ids under which a statement was said, where they are decided to be the same as the ones at which it stands.
AS_SAID = ("said_start", "said_end", "said_source")
QUOTED = ("quote", "quote_start", "quote_end", "page")
#: What the relationships of several that are named at once carry, where the reference is joint.
JOINTLY = "jointly"
#: The kind of the sources that stand for loaded files.
LOADED_FILE = "dossier"

_NAME, _TITLE = Field("name"), Field("title")
_ALIASES = Field("aliases", "texts", "Also called")
_DATE = Field("date", "date", "Date", about="when, as precise as the sources have it")

#: In the order in which nodes are written, so that what others refer to comes first; they are deleted in the other.
#: Legends, counts and the bands of timelines keep to it, and the last kind that a row names is what its quote supports.
KINDS = (
    Kind(
        "source", "sources", "a text that reports", "title",
        (
            _TITLE,
            Field("text", "file", about="the file with its text, in which quotes are looked up"),
            Field("publisher", heading="Publisher"),
            Field("author", heading="Author"),
            Field("published", "date", "Published"),
            Field("retrieved", "date", "Retrieved"),
            Field("language", heading="Language"),
            Field("url", "address", "Address"),
            Field("archive_url", "address", "Archived copy"),
            Field("kind", reserved=LOADED_FILE, about="article, transcript, register, ...; `dossier` is a loaded file"),
        ),
        required=("title",), searched=("title", "publisher", "author", "text"),
        calling=("title", "publisher", "author"),
    ),
    Kind(
        "place", "places", "where meetings are held", "name",
        (_NAME, Field("country", heading="Country", wider=True), _ALIASES),
        (Reference("part_of", "PART_OF", "place", editorial=True, heading="Part of"),),
        required=("name",), named=True,
    ),
    Kind(
        "topic", "topics", "what a meeting or a claim is about", "name", (_NAME, _ALIASES),
        required=("name",), named=True,
    ),
    Kind(
        "actor", "actors", "a person, a state, an organization or a group", "name",
        (
            Field("kind", "word", words=("person", "state", "organization", "group")),
            _NAME,
            _ALIASES,
            Field("description"),
        ),
        (
            Reference("part_of", "PART_OF", "actor", editorial=True),
            Reference(
                "affiliations", "AFFILIATED_WITH", "actor", many=True, editorial=True,
                parts=(Field("role"), Field("since", "date"), Field("until", "date", after="since")),
                column="organization",
            ),
        ),
        required=("name", "kind"), searched=("name", "aliases", "description"), calling=("name", "aliases"), named=True,
        drawn=True,
    ),
    Kind(
        "meeting", "meetings", "an event at which actors met, or were to meet", "title",
        (
            _TITLE,
            Field("kind", about="talks, summit, call, ..."),
            _DATE,
            Field("status", "word", "Status", words=("held", "cancelled", "planned", "proposed"), told=True),
            Field("format", heading="Format", about="in person, by telephone, ..."),
            Field("duration", "duration", "Duration"),
            Field("summary"),
        ),
        (
            Reference("place", "HELD_AT", "place", heading="Place"),
            Reference("topics", "HAS_TOPIC", "topic", many=True, heading="Topics"),
            Reference("part_of", "PART_OF", "meeting", editorial=True, heading="Part of"),
            Reference(
                "participants", "HAS_PARTICIPANT", "actor", many=True,
                parts=(Field("role"), Field("status", "word", words=("attended", "invited", "absent"))),
            ),
        ),
        required=("title",), searched=("title", "kind", "summary"), calling=("title",), reported=True, drawn=True,
    ),
    Kind(
        "claim", "claims", "what somebody said, demanded, denied or alleged", "text",
        (Field("text"), Field("kind", about="statement, denial, demand, warning, ..."), _DATE),
        (
            Reference(
                "speaker", "MADE_BY", "actor", many=True, fixed=(("capacity", "speaker"),), heading="Said by",
                joint=True,
            ),
            Reference(
                "on_behalf_of", "MADE_BY", "actor", many=True, fixed=(("capacity", "on behalf of"),), heading="For"
            ),
            Reference("to", "ADDRESSED_TO", "actor", many=True, heading="To"),
            Reference("made_at", "MADE_AT", "meeting", heading="Said at", inside=True),
            Reference("about", "ABOUT", "actor", many=True, heading="About"),
            Reference("about_meetings", "ABOUT", "meeting", many=True, heading="About the meeting"),
            Reference("topics", "HAS_TOPIC", "topic", many=True, heading="Topics"),
            Reference("contradicts", "CONTRADICTS", "claim", many=True, editorial=True),
            Reference("supports", "SUPPORTS", "claim", many=True, editorial=True),
            Reference("answers", "ANSWERS", "claim", many=True, editorial=True),
        ),
        required=("text",), searched=("text", "kind"), reported=True, drawn=True,
    ),
)  # fmt: skip

RELATIONSHIPS = (
    Relationship(
        "HAS_PARTICIPANT", "who took part in a meeting, or was to", "participant", (("meeting", "actor"),),
        ("role", "status"), drawn="took part", drawn_back=True, quoted=True,
    ),
    Relationship("HELD_AT", "where a meeting was held", "place", (("meeting", "place"),)),
    Relationship(
        "HAS_TOPIC", "what a meeting or a claim is about", "topic", (("meeting", "topic"), ("claim", "topic"))
    ),
    Relationship(
        "PART_OF", "the larger body or place, or the series of meetings, that it belongs to", "part of",
        (("actor", "actor"), ("meeting", "meeting"), ("place", "place")), drawn="belongs to",
    ),
    Relationship(
        "REPORTED_IN", "the source that reports it, with its sentence", "report in",
        tuple((kind.name, "source") for kind in KINDS if kind.reported),
        ("date_text", "place", "said_place", *dict.fromkeys(field.name for kind in KINDS for field in kind.told)),
        quoted=True,
    ),
    Relationship(
        "MADE_BY", "who made a claim, as speaker or on whose behalf", "made by", (("claim", "actor"),),
        ("capacity", JOINTLY),
        drawn="made", drawn_back=True,
    ),
    Relationship("ADDRESSED_TO", "to whom a claim was made", "addressed to", (("claim", "actor"),), drawn="addressed"),
    Relationship(
        "ABOUT", "whom or what a claim is about", "about", (("claim", "actor"), ("claim", "meeting")), drawn="about"
    ),
    Relationship("MADE_AT", "the meeting at which a claim was made", "made at", (("claim", "meeting"),),
                 drawn="made at"),
    Relationship("CONTRADICTS", "the claim that it contradicts", "contradicts", (("claim", "claim"),),
                 drawn="contradicts", mutual=True),
    Relationship("SUPPORTS", "the claim that it supports", "supports", (("claim", "claim"),), drawn="supports"),
    Relationship("ANSWERS", "the claim that it answers", "answers", (("claim", "claim"),), drawn="answers"),
    Relationship(
        "AFFILIATED_WITH", "a post or a membership", "office at", (("actor", "actor"),), ("role", "since", "until"),
        drawn="belongs to", quoted=True,
    ),
    Relationship(
        "IN_COUNTRY", "the country that a place gives by name, which is a place as well", "in country",
        (("place", "place"),), bookkeeping=True,
    ),
    Relationship(
        "DESCRIBED_IN", "the loaded file that describes an entity, with its own record as JSON", "described in",
        tuple((kind.name, "source") for kind in KINDS), ("record", "remembered"), bookkeeping=True,
    ),
    Relationship(
        "NAMES", "a spelling by which an entity is found", "name of",
        tuple(("name", kind.name) for kind in KINDS if kind.named), ("whole",), bookkeeping=True,
    ),
    Relationship(
        "DECIDED_IN", "the loaded file that decides that ids are the same entity, or different ones", "decided in",
        (("decision", "source"),), bookkeeping=True,
    ),
    Relationship(
        "SET_ASIDE", "a statement, of the type `of_type`, between two ids that are decided to be the same", "set aside",
        tuple((kind.name, "source") for kind in KINDS if kind.refers_to_itself),
        ("of_type", "role", "since", "until"), quoted=True,
    ),
)  # fmt: skip


def kind_of(name: str) -> Kind:
    """The kind of that name, or of that plural, or of that main label. Raises KeyError."""
    return _KINDS[name]


def relationship(type: str) -> Relationship:
    """The relationship of that type. Raises KeyError."""
    return _RELATIONSHIPS[type]


def reads(type: str) -> str:
    """What a relationship of that type is called for people; one of an unknown type by its type."""
    known = _RELATIONSHIPS.get(type)
    return known.reads if known else type.replace("_", " ").lower()


def bookkeeping() -> tuple[str, ...]:
    """The types of relationships that are no statement about the world."""
    return tuple(relationship.type for relationship in RELATIONSHIPS if relationship.bookkeeping)


def said_properties() -> tuple[str, ...]:
    """The properties that a relationship may have by what is said, whatever its type; without those that all carry."""
    own = (name for each in RELATIONSHIPS for name in (*each.properties, *QUOTED))
    return tuple(dict.fromkeys(name for name in own if name not in ("of_type", "place", "said_place")))


def names(**wanted: bool) -> tuple[str, ...]:
    """The names of all kinds, or of those that are `named`, `reported`, `drawn`, or are not."""
    return tuple(kind.name for kind in KINDS if all(getattr(kind, name) is value for name, value in wanted.items()))


def labels() -> tuple[str, ...]:
    """The main labels of all kinds, in the order of KINDS."""
    return tuple(kind.label for kind in KINDS)


def label_of(name: str) -> str:
    """The main label of the nodes of that name: of a kind, or of the spellings, which are `name`."""
    return _KINDS[name].label if name in _KINDS else name.capitalize()


_KINDS = {key: kind for kind in KINDS for key in (kind.name, kind.plural, kind.label)}
_RELATIONSHIPS = {each.type: each for each in RELATIONSHIPS}
