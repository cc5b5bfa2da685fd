"""The sections of the page of each kind of entity, as a table; and how a section gets its rows.

Every section has a short time of its own, so that a page does not wait for its slowest part.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from explorer.answers.answer import Answer, Choices, Row
from explorer.asking.lookup import Entity
from explorer.errors import ExplorerError, TooSlow
from explorer.web import caching
from explorer.web.request import connection

#: Rows that one section shows; the rest is on the page of its question.
SECTION_ROWS = 10
#: Seconds that one section may take.
SECTION_SECONDS = 1.5
#: An actor that is named as a participant more often than this is told of in brief.
_HUB = 1_000
#: Rows of what is short, by the form of the section: all that there are, or more than of others.
_ROWS_OF = {"chains": None, "places": 100}
#: What is said in place of a section.
TOO_SLOW = "This takes longer than a page should. Opened as an answer, below, it has more time."
_TOO_MUCH = "This takes longer than a page should, and was left out."


@dataclass(frozen=True)
class Section:
    """One part of a page: the answer to `question`, whose `parameter` is this entity, shown in the way of `form`.

    On a page of two entities the parameter is two words, one for each. `statement`, one of cypher/pages/, takes the
    place of the question where there is none, or where the entity is a hub. A section that makes no sense for an entity
    whose field `kind` is `never_of` is left out there.
    """

    title: str
    question: str = ""
    parameter: str = ""
    form: str = "table"
    statement: str = ""
    never_of: str = ""

    @property
    def parameters(self) -> list[str]:
        """The parameters that the entities of the page stand for."""
        return self.parameter.split()

    @property
    def anchor(self) -> str:
        """Its place on the page."""
        return "-".join([self.question or self.statement, *self.parameters[:-1]])


#: By kind; the page of a kind that is not here has its facts alone.
SECTIONS: Mapping[str, tuple[Section, ...]] = {
    "actor": (
        Section("Posts and memberships", "offices-of", "actor", "offices"),
        Section("People and bodies that belong to it", "people-of", "organization", never_of="person"),
        Section("Meetings", "meetings-involving", "actor"),
        Section("Who they met", "who-met", "actor", "counterparts", "counterparts"),
        Section("What they said", "claims-by", "actor", "claims"),
        Section("What was said about them", "claims-about", "actor", "claims"),
        Section("Sources", form="sources", statement="actor-sources"),
    ),
    "meeting": (
        Section("Participants", "participants-of", "meeting"),
        Section("What was said there and about it", "claims-about-meeting", "meeting", "claims"),
        Section("What each source reports", "sources-of-meeting", "meeting", "cards"),
        Section("Where the sources differ", "differing-reports", "meeting"),
        Section("Its parts", form="meetings", statement="meeting-parts"),
        Section("Earlier meetings of the same people", form="meetings", statement="meetings-before"),
        Section("Later meetings of the same people", form="meetings", statement="meetings-after"),
    ),
    "claim": (
        Section("Who reports it, and in which words", "sources-of-claim", "claim", "cards"),
        Section("What contradicts, supports or answers it", "related-claims", "claim", "related"),
    ),
    "place": (
        Section("Places in it", form="places", statement="place-parts"),
        Section("Meetings here", "meetings-in", "place"),
    ),
    "topic": (
        Section("Meetings about it", "meetings-about", "topic"),
        Section("Claims on it", "claims-on", "topic", "claims"),
    ),
    "source": (Section("What it says", "what-a-source-says", "source", "statements"),),
}


@dataclass(frozen=True)
class Filled:
    """One section with its answer or, where it is no question's, its rows; or with what kept it from them."""

    section: Section
    #: The values of its question, by which it is asked as a whole.
    values: Mapping[str, str]
    #: May have more rows than are shown.
    answer: Answer | None = None
    brief: list[Row] = field(default_factory=list)
    problem: str = ""

    @property
    def rows(self) -> list[Row]:
        """What it shows."""
        return self._known[: _ROWS_OF.get(self.section.form, SECTION_ROWS)]

    @property
    def more(self) -> bool:
        """Whether there are more than these."""
        return len(self._known) > len(self.rows) or (self.answer is not None and self.answer.truncated)

    @property
    def _known(self) -> list[Row]:
        return self.answer.rows if self.answer is not None else self.brief


@dataclass(frozen=True)
class Sections:
    """The sections of one page."""

    sections: list[Filled]

    @property
    def shown(self) -> list[Filled]:
        """Those that say something, be it that they took too long."""
        return [each for each in self.sections if each.rows or each.problem]


def possible(section: Section) -> bool:
    """Whether the catalogue has its question."""
    return not section.question or section.question in connection().catalogue


def is_hub(participations: int | None) -> bool:
    """Whether an actor took part in so much that it is told of in brief."""
    return (participations or 0) > _HUB


def fill(section: Section, entities: Sequence[Entity], most: int = SECTION_ROWS, *, brief: bool = False) -> Filled:
    """The rows of a section about these entities, one for each of its parameters, or, `brief`, of its statement.

    One that takes too long leaves the others standing, in a page that is not kept.
    """
    ids = [entity.id for entity in entities]
    values = dict(zip(section.parameters, ids, strict=False))
    try:
        if not section.question or (brief and section.statement):
            about: str | list[str] = ids[0] if len(ids) == 1 else ids
            rows = connection().details(section.statement, about, timeout=SECTION_SECONDS)
            return Filled(section, values, brief=rows)
        return Filled(section, values, _answer(section.question, {**values, "limit": str(most)}, entities))
    except TooSlow:
        caching.do_not_keep()
        return Filled(section, values, problem=TOO_SLOW if section.question else _TOO_MUCH)


def _answer(question: str, values: Mapping[str, Any], known: Sequence[Entity]) -> Answer:
    result = connection().run(question, values, known=known, timeout=SECTION_SECONDS)
    if isinstance(result, Choices):  # all names are known
        raise ExplorerError(f"'{question}' did not understand {', '.join(values.values())}.")
    return result
