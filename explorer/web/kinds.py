"""What the page of each kind of entity shows: its own fields, and the questions that fill its sections."""

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
    """One part of a page: the answer to `question`, whose `parameter` is this entity."""

    title: str
    question: str
    parameter: str


@dataclass(frozen=True)
class Kind:
    """A kind of entity: the field that is its heading, what is told below it, its facts and its sections."""

    heading: str
    lead: str
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]


_DATE = Fact("date_text", "Date", "date")
_ALIASES = Fact("aliases", "Also called", "string list")

KINDS = {
    "actor": Kind(
        "name",
        "description",
        (_ALIASES,),
        (
            Section("Offices and memberships", "offices-of", "actor"),
            Section("People and bodies that belong to it", "people-of", "organization"),
            Section("Who they met", "who-met", "actor"),
            Section("Meetings", "meetings-involving", "actor"),
            Section("What they said", "claims-by", "actor"),
            Section("What was said about them", "claims-about", "actor"),
        ),
    ),
    "meeting": Kind(
        "title",
        "summary",
        (
            _DATE,
            Fact("format", "Format"),
            Fact("status", "Status"),
            Fact("duration", "Duration", "duration"),
            Fact("place", "Place", "place list"),
            Fact("topics", "Topics", "topic list"),
            Fact("part_of", "Part of", "meeting list"),
        ),
        (
            Section("Participants", "participants-of", "meeting"),
            Section("Sources", "sources-of-meeting", "meeting"),
            Section("Where the sources differ", "differing-reports", "meeting"),
            Section("Claims about it", "claims-about-meeting", "meeting"),
        ),
    ),
    "claim": Kind(
        "text",
        "",
        (_DATE,),
        (
            Section("Who said it, and who reports it", "sources-of-claim", "claim"),
            Section("What contradicts, supports or answers it", "related-claims", "claim"),
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
            Section("Claims on it", "claims-on", "topic"),
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
        (Section("What it says", "what-a-source-says", "source"),),
    ),
}
