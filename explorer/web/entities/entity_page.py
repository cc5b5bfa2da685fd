"""The id of an entity comes in, its own fields and the answers about it go out, for its page and for its JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from explorer.answers.display import display_name
from explorer.web.entities.page_layout import KINDS, Fact, Kind
from explorer.web.entities.sections import Sections, busy, fill, possible
from explorer.web.request import connection


@dataclass(frozen=True)
class EntityPage(Sections):
    """All that the page of an entity shows."""

    kind: str
    id: str
    shape: Kind
    fields: dict[str, Any]

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
    def is_editor(self) -> bool:
        """Whether this is a dossier: the editor's record rather than something published."""
        return self.kind == "source" and self.fields.get("kind") == "dossier"

    def to_dict(self) -> dict[str, Any]:
        """The JSON shape of an entity: its kind and fields, each section as an answer, and the rows that are none."""
        answers = [each.answer.to_dict() for each in self.sections if each.answer is not None]
        brief = [each for each in self.sections if each.answer is None and not each.problem]
        more = {each.section.statement.replace("-", "_"): each.brief for each in brief}
        return {"entity": self.kind, **self.fields, **more, "answers": answers}


def entity_page(kind: str, id: str) -> EntityPage:
    """Everything about one entity. Raises NotFound where there is none of that id."""
    shape = KINDS[kind]
    fields = {name: _in_order(value) for name, value in connection().page(kind, id).items()}
    brief = busy(fields)
    sections = [fill(section, [id], brief=brief) for section in shape.sections if possible(section)]
    return EntityPage(sections, kind, id, shape, fields)


def _in_order(value: Any) -> Any:
    """Entities by name: engines collect them in any order."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return sorted(value, key=lambda each: (display_name(each), each["id"]))
    return value
