"""The page of one entity, as HTML and as JSON: its own fields, as the model has them, and its sections."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from flask import Blueprint, redirect, render_template
from markupsafe import Markup
from werkzeug.wrappers import Response as AnyResponse

from explorer import model
from explorer.answers.display import display_name
from explorer.asking.lookup import Entity
from explorer.errors import TooSlow
from explorer.pictures.network import build, svg
from explorer.web import addresses, caching, links
from explorer.web.entities import sections, source_page
from explorer.web.entities.sections import SECTIONS, Filled, Section, Sections, fill, is_hub, possible
from explorer.web.evidence import source_cards
from explorer.web.evidence.source_cards import QuotePlace, places_of
from explorer.web.request import arguments, connection, wants_json
from explorer.web.responses import as_json

routes = Blueprint("entities", __name__)
_PLURALS = f"<any({', '.join(links.PLURALS.values())}):plural>"

_TYPES = {"text": "string", "word": "string", "texts": "string list", "address": "url"}
#: Fields that stand below the heading, as a text of their own.
_LEADS = ("description", "summary")


class Fact(NamedTuple):
    """One line of an entity's own fields: `type` is that of a column, or `url`."""

    field: str
    label: str
    type: str = "string"


#: What loading adds to a source.
_ADDED = {"source": (Fact("sha256", "SHA-256"), Fact("loaded", "Loaded", "date"))}
#: The places around a place, which tell what these fields of it do as well.
_LIES_IN, _TOLD_BY_IT = Fact("lies_in", "Lies in", "place list"), ("part_of", "country")
#: More rows than are shown, for the pages that are made of all of them: every source has a card.
_CARDS = 100


@routes.get(f"/{_PLURALS}/<id>")
def entity(plural: str, id: str) -> AnyResponse | str:
    """The page of an entity; an id that is decided to be the same as another leads on to that one's."""
    if wants_json():
        return entity_json(plural, id)
    kind = links.KIND_OF[plural]
    said = arguments([source_page.AT] if kind == "source" else ())
    page = entity_page(kind, id, whole=True)
    if page.id != id:
        return redirect(addresses.with_query(links.entity(kind, page.id)))
    return render_template([f"{kind}.html", "entity.html"], page=page, more=_more(page, said.get(source_page.AT, "")))


@routes.get(f"/{_PLURALS}/<id>.json")
def entity_json(plural: str, id: str) -> AnyResponse:
    """An entity with its own fields and the answers about it."""
    arguments(())
    page = entity_page(links.KIND_OF[plural], id)
    if page.id != id:
        return redirect(f"{links.entity(page.kind, page.id)}.json")
    return as_json(page.to_dict())


@dataclass(frozen=True)
class EntityPage(Sections):
    """All that the page of an entity shows."""

    kind: str
    id: str
    fields: dict[str, Any]
    #: What files decided of its ids: each with verdict, kind, ids, why, and the file by id and title.
    decisions: list[dict[str, Any]] = field(default_factory=list)

    @property
    def heading(self) -> str:
        """What the entity is called."""
        return display_name(self.fields)

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
        return next((str(self.fields[name]) for name in _LEADS if self.fields.get(name)), "")

    @property
    def facts(self) -> list[tuple[Fact, Any]]:
        """Its own fields as far as they are known."""
        known = [(fact, self.fields.get(fact.field)) for fact in facts(model.kind_of(self.kind), self.fields)]
        return [(fact, value) for fact, value in known if value not in (None, "", []) and not self._is_told(fact)]

    def _is_told(self, fact: Fact) -> bool:
        """Whether the places that this one lies in tell the same."""
        around = {each["name"] for each in self.fields.get(_LIES_IN.field) or ()}
        if not around or fact.field not in _TOLD_BY_IT:
            return False
        value = self.fields.get(fact.field) or ()
        told = {value} if isinstance(value, str) else {each["name"] for each in value}
        return told <= around

    @property
    def is_editor(self) -> bool:
        """Whether this is a dossier: the editor's record rather than something published."""
        return self.kind == "source" and self.fields.get("kind") == model.LOADED_FILE

    def to_dict(self) -> dict[str, Any]:
        """The JSON shape of an entity: its kind and fields, each section as an answer, and the rows that are none."""
        answers = [each.answer.to_dict() for each in self.sections if each.answer is not None]
        brief = [each for each in self.sections if each.answer is None and not each.problem]
        more = {each.section.statement.replace("-", "_"): each.brief for each in brief}
        decided = {"decisions": self.decisions} if self.decisions else {}
        return {"entity": self.kind, **self.fields, **decided, **more, "answers": answers}


def facts(kind: model.Kind, known: dict[str, Any]) -> list[Fact]:
    """The lines of a kind's own fields: when, what it refers to, and the rest. A date as it was written, if known."""
    own = [
        Fact(_column(each.name, known), each.heading, _TYPES.get(each.type, each.type))
        for each in kind.fields
        if each.heading
    ]
    references = [Fact(each.name, each.heading, f"{each.kind} list") for each in kind.references if each.heading]
    when = [fact for fact in own if fact.field == "date_text"]
    rest = [fact for fact in own if fact not in when]
    around = [_LIES_IN] if kind.name == "place" else []
    return [*when, *around, *references, *rest, *_ADDED.get(kind.name, ())]


def _column(name: str, known: dict[str, Any]) -> str:
    return f"{name}_text" if f"{name}_text" in known else name


def entity_page(kind: str, id: str, *, whole: bool = False) -> EntityPage:
    """Everything about one entity; `whole` with all rows of the sections of which more is made than a list.

    Of an id that is decided to be the same as another it is that one's page. Raises NotFound where there is none.
    """
    fields = connection().page(kind, id)
    if fields["id"] != id:  # where the reader is to be led on
        return EntityPage([], kind, fields["id"], fields)
    known = [Entity(kind, id, display_name(fields))]
    brief = is_hub(fields.get("participations"))
    wanted = [each for each in SECTIONS.get(kind, ()) if possible(each) and not _is_never_of(each, fields)]
    cards = min(_CARDS, connection().settings.max_rows) if whole else 0
    filled = [_fill(each, known, brief, cards if each.form == "cards" else 0) for each in wanted]
    return EntityPage(filled, kind, id, fields, connection().details("decisions", id, kind=kind))


def _fill(section: Section, known: list[Entity], brief: bool, more: int) -> Filled:
    """A section with so many rows, or with as many as are shown where that takes too long."""
    every = fill(section, known, more) if more else None
    return every if every and not every.problem else fill(section, known, brief=brief)


def _is_never_of(section: Section, fields: dict[str, Any]) -> bool:
    return bool(section.never_of) and fields.get("kind") == section.never_of


def _more(page: EntityPage, at: str) -> dict[str, Any]:
    """What only a person who looks at the page needs: a picture, cards, the page of a text that has the place `at`."""
    if page.kind == "actor":
        return {"circle": _circle(page)}
    if any(each.section.form == "cards" for each in page.sections):
        places = _evidence(page)
        return {"cards": source_cards.cards(source_cards.first_places(places), (page.kind, page.id), places)}
    if page.kind == "source":
        return source_page.of_source(page.id, page.fields.get("text") or "", page.sections, at)
    return {}


def _circle(page: EntityPage) -> Markup | None:
    """The network of what is one step away; nothing where there is none, or where it takes too long."""
    try:
        timeout = connection().within(sections.SECTION_SECONDS)
        found = build.around(connection().graph, page.kind, page.id, timeout=timeout)
    except TooSlow:
        caching.do_not_keep()
        return None
    return Markup(svg.svg(found, links.entity)) if found.links else None


def _evidence(page: EntityPage) -> list[QuotePlace]:
    """All that its sources say of it."""
    rows = [row for each in page.sections if each.section.form == "cards" and each.answer for row in each.answer.rows]
    return places_of([evidence for row in rows for evidence in row["evidence"]])
