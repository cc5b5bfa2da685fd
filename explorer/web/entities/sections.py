"""The sections of a page come in, each with its rows or with what kept it from them goes out.

Every section has a short time of its own, so that a page does not wait for its slowest part.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, field, replace
from typing import Any

from flask import g

from explorer.answers.answer import Answer, Choices, Row
from explorer.connection import Connection
from explorer.errors import ExplorerError, TooSlow
from explorer.web.entities.page_layout import Section
from explorer.web.request import connection

#: Rows of one section; the rest is on the page of its question.
SECTION_ROWS = 10
#: Seconds that one section may take.
SECTION_SECONDS = 1.5
#: An actor that is named as a participant more often than this is told of in brief.
_BUSY = 1_000
#: What is said in place of a section.
TOO_SLOW = "This takes longer than a page should. As a question of its own, below, it has more time."
_TOO_MUCH = "This takes longer than a page should, and was left out."


@dataclass(frozen=True)
class Filled:
    """One section with its answer or, where it is no question's, its rows; or with what kept it from them."""

    section: Section
    #: The values of its question, by which it is asked as a whole.
    values: Mapping[str, str]
    answer: Answer | None = None
    brief: list[Row] = field(default_factory=list)
    problem: str = ""

    @property
    def rows(self) -> list[Row]:
        """What it shows."""
        return self.answer.rows if self.answer is not None else self.brief[:SECTION_ROWS]

    @property
    def more(self) -> bool:
        """Whether there are more than these."""
        return self.answer.truncated if self.answer is not None else len(self.brief) > SECTION_ROWS


@dataclass(frozen=True)
class Sections:
    """The sections of one page."""

    sections: list[Filled]

    @property
    def told(self) -> list[Filled]:
        """Those that say something, be it that they took too long."""
        return [each for each in self.sections if each.rows or each.problem]

    @property
    def silent(self) -> list[str]:
        """The titles of those that nothing is known for."""
        return [each.section.title for each in self.sections if not each.rows and not each.problem]


def fill(section: Section, ids: list[str], most: int = SECTION_ROWS, *, brief: bool = False) -> Filled:
    """The rows of a section about these entities, one for each of its parameters, or, `brief`, of its statement.

    One that takes too long leaves the others standing, in a page that is not kept.
    """
    source = in_haste(connection())
    values = dict(zip(section.parameters, ids, strict=False))
    try:
        if not section.question or (brief and section.statement):
            asked = ids[0] if len(ids) == 1 else ids
            return Filled(section, values, brief=source.details(section.statement, asked))
        return Filled(section, values, answer_for(source, section.question, {**values, "limit": str(most)}))
    except TooSlow:
        unkept()
        return Filled(section, values, problem=TOO_SLOW if section.question else _TOO_MUCH)


def answer_for(source: Connection, question: str, values: dict[str, str]) -> Answer:
    """The answer for entities given by id. Raises TooSlow."""
    result = source.run(question, values)
    if isinstance(result, Choices):  # an id names one entity, whatever it is also a name of
        raise ExplorerError(f"'{question}' did not understand the ids {', '.join(values.values())}.")
    return result


def in_haste(source: Connection) -> Connection:
    """The same connection with less patience."""
    hasty = copy(source)
    hasty.settings = replace(source.settings, timeout=min(source.settings.timeout, SECTION_SECONDS))
    return hasty


def busy(fields: Mapping[str, Any]) -> bool:
    """Whether an actor with these fields took part in so much that it is told of in brief."""
    return (fields.get("participations") or 0) > _BUSY


def possible(section: Section) -> bool:
    """Whether the catalogue has its question."""
    return not section.question or section.question in connection().catalogue


def unkept() -> None:
    """Let the page at hand be made anew the next time, since something is lacking in it."""
    g.pop("etag", None)
