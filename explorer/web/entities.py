"""The id of an entity comes in, its own fields and the answers about it go out, for its page and for its JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import g

from explorer.asking.answers import Answer, Choices
from explorer.asking.render import called
from explorer.errors import ExplorerError, TooSlow
from explorer.web.current import connection
from explorer.web.kinds import KINDS, Fact, Kind, Section

#: Rows of one section; the rest is on the page of its question.
SECTION_ROWS = 10


@dataclass(frozen=True)
class Filled:
    """One section with its answer, or with what kept it from one."""

    section: Section
    answer: Answer | None
    problem: str = ""


@dataclass(frozen=True)
class EntityPage:
    """All that the page of an entity shows."""

    kind: str
    id: str
    shape: Kind
    fields: dict[str, Any]
    sections: list[Filled]

    @property
    def heading(self) -> str:
        """What the entity is called."""
        return str(self.fields.get(self.shape.heading) or self.fields["id"])

    @property
    def kicker(self) -> str:
        """What kind of thing it is, in a word or two."""
        if self.is_editor:
            return "The editor’s record"
        kind = str(self.fields.get("kind") or "")
        if self.kind == "actor" and kind:
            return kind.capitalize()
        return self.kind.capitalize() + (f" · {kind}" if kind else "")

    @property
    def lead(self) -> str:
        """What is told below the heading."""
        return str(self.fields.get(self.shape.lead) or "")

    @property
    def facts(self) -> list[tuple[Fact, Any]]:
        """Its own fields as far as they are known."""
        known = [(fact, self.fields.get(fact.field)) for fact in self.shape.facts]
        return [(fact, value) for fact, value in known if value not in (None, "", [])]

    @property
    def silent(self) -> list[str]:
        """The sections that nothing is known for."""
        return [each.section.title for each in self.sections if each.answer and not each.answer.rows]

    @property
    def is_editor(self) -> bool:
        """Whether this is a dossier: the editor's record rather than something published."""
        return self.kind == "source" and self.fields.get("kind") == "dossier"

    def to_dict(self) -> dict[str, Any]:
        """The JSON shape of an entity: its kind and fields, and each section as an answer."""
        answers = [filled.answer.to_dict() for filled in self.sections if filled.answer]
        return {"entity": self.kind, **self.fields, "answers": answers}


def entity_page(kind: str, id: str) -> EntityPage:
    """Everything about one entity. Raises NotFound where there is none of that id."""
    shape = KINDS[kind]
    fields = {name: _in_order(value) for name, value in connection().page(kind, id).items()}
    catalogue = connection().catalogue
    sections = [fill(section, id) for section in shape.sections if section.question in catalogue]
    return EntityPage(kind, id, shape, fields, sections)


def fill(section: Section, id: str, most: int = SECTION_ROWS) -> Filled:
    """The answer of a section. One that takes too long leaves the others standing, in a page that is not kept."""
    try:
        result = connection().run(section.question, {section.parameter: id, "limit": str(most)})
    except TooSlow as error:
        g.pop("etag", None)
        return Filled(section, None, str(error))
    if isinstance(result, Choices):  # an id names one entity, whatever it is also a name of
        raise ExplorerError(f"The id '{id}' was not understood by '{section.question}'.")
    return Filled(section, result)


def _in_order(value: Any) -> Any:
    """Entities by name: engines collect them in any order."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return sorted(value, key=lambda each: (called(each), each["id"]))
    return value
