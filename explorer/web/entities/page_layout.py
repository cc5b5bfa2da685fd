"""What the page of each kind of entity shows: its own fields, and the answers that fill its sections."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Fact:
    """One line of an entity's own fields: `type` is that of a column, or `url`."""

    field: str
    label: str
    type: str = "string"


@dataclass(frozen=True)
class Section:
    """One part of a page: the answer to `question`, whose `parameter` is this entity, shown in the way of `form`.

    On a page of two entities the parameter is two words, one for each. `statement`, one of cypher/pages/, takes the
    place of the question where there is none, or where the entity is too busy for it.
    """

    title: str
    question: str = ""
    parameter: str = ""
    form: str = "table"
    statement: str = ""

    @property
    def parameters(self) -> list[str]:
        """The parameters that the entities of the page stand for."""
        return self.parameter.split()

    @property
    def anchor(self) -> str:
        """Its place on the page."""
        return "-".join([self.question or self.statement, *self.parameters[:-1]])


@dataclass(frozen=True)
class Kind:
    """A kind of entity: the field that is its heading, what is told below it, its facts and its sections."""

    heading: str
    lead: str
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]


_DATE = Fact("date_text", "Date", "date")
_ALIASES = Fact("aliases", "Also called", "string list")
_TOPICS = Fact("topics", "Topics", "topic list")

KINDS = {
    "actor": Kind(
        "name",
        "description",
        (_ALIASES,),
        (
            Section("Offices and memberships", "offices-of", "actor", "offices"),
            Section("People and bodies that belong to it", "people-of", "organization"),
            Section("Meetings", "meetings-involving", "actor"),
            Section("Who they met", "who-met", "actor", "counterparts", "counterparts"),
            Section("What they said", "claims-by", "actor", "claims"),
            Section("What was said about them", "claims-about", "actor", "claims"),
            Section("Sources that speak of them", form="sources", statement="actor-sources"),
        ),
    ),
    "meeting": Kind(
        "title",
        "summary",
        (
            _DATE,
            Fact("place", "Place", "place list"),
            Fact("status", "Status"),
            Fact("format", "Format"),
            Fact("duration", "Duration", "duration"),
            _TOPICS,
            Fact("part_of", "Part of", "meeting list"),
        ),
        (
            Section("Participants", "participants-of", "meeting"),
            Section("What was said there and about it", "claims-about-meeting", "meeting", "claims"),
            Section("What each source reports", "sources-of-meeting", "meeting", "cards"),
            Section("Where the sources differ", "differing-reports", "meeting"),
            Section("Its parts", form="meetings", statement="meeting-parts"),
            Section("Before it, between the same people", form="meetings", statement="meetings-before"),
            Section("Later, or on the same day, between the same people", form="meetings", statement="meetings-after"),
        ),
    ),
    "claim": Kind(
        "text",
        "",
        (
            Fact("speaker", "Said by", "actor list"),
            Fact("on_behalf_of", "For", "actor list"),
            Fact("to", "To", "actor list"),
            _DATE,
            Fact("made_at", "Said at", "meeting list"),
            Fact("about", "About", "actor list"),
            Fact("about_meetings", "About the meeting", "meeting list"),
            _TOPICS,
        ),
        (
            Section("Who reports it, and in which words", "sources-of-claim", "claim", "cards"),
            Section("What contradicts, supports or answers it", "related-claims", "claim", "related"),
        ),
    ),
    "place": Kind(
        "name",
        "",
        (Fact("country", "Country"), _ALIASES),
        (Section("Meetings here", "meetings-in", "place"),),
    ),
    "topic": Kind(
        "name",
        "",
        (_ALIASES,),
        (
            Section("Meetings about it", "meetings-about", "topic"),
            Section("Claims on it", "claims-on", "topic", "claims"),
        ),
    ),
    "source": Kind(
        "title",
        "",
        (
            Fact("publisher", "Publisher"),
            Fact("author", "Author"),
            Fact("published", "Published", "date"),
            Fact("retrieved", "Retrieved", "date"),
            Fact("language", "Language"),
            Fact("url", "Address", "url"),
            Fact("archive_url", "Archived copy", "url"),
            Fact("sha256", "SHA-256"),
            Fact("loaded", "Loaded", "date"),
        ),
        (Section("What it says", "what-a-source-says", "source", "statements"),),
    ),
}
