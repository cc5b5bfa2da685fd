"""Two actors come in, what they have to do with each other goes out: meetings, people, claims and ways between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from explorer.answers.answer import Answer, Choice, Choices
from explorer.asking.lookup import Entity
from explorer.catalogue.phrases import compile_phrase
from explorer.catalogue.query_file import QueryFile
from explorer.errors import NotFound, UsageError
from explorer.web.entities.sections import TOO_SLOW, Filled, Section, Sections, fill, is_hub, possible
from explorer.web.request import arguments, connection, filled_names, values_of

routes = Blueprint("compare", __name__)

_FIELDS = {"actor": "One", "other": "The other"}
_TYPES = dict.fromkeys(_FIELDS, "actor")
#: What takes two actors of these names, and so says how to look them up.
_BOTH = "meetings-between"
#: Links of the chains that are shown; only whole chains are.
_LINKS = 24
#: What a search for chains may have to go through: where the two met, and it ends at once, and where they did not.
_REACH_MET, _REACH = 20_000, 500
_SECTIONS = (
    Section("Meetings they share", "meetings-between", "actor other"),
    Section("People both met", "met-both", "actor other", "shared", "shared-counterparts"),
    Section("What {actor} said about {other}", "claims-by-about", "actor other", "claims"),
    Section("What {other} said about {actor}", "claims-by-about", "other actor", "claims"),
    Section("Shortest connections", "path-between", "actor other", "chains"),
)


@dataclass(frozen=True)
class Comparison(Sections):
    """Two actors, as id and name, and what is known of them together."""

    actor: Mapping[str, str]
    other: Mapping[str, str]


@routes.get("/compare")
def compare() -> Response | str | tuple[str, int]:
    """The form and, where both actors are given, what they have to do with each other."""
    given = _given()
    if len(given) < len(_FIELDS):
        return _page(given, message=_still_needed(given))
    try:
        understood = connection().values(_question(), given)
    except (NotFound, UsageError) as error:
        return _page(given, message=str(error)), error.status
    if isinstance(understood, Choices):
        return _page(given, choices=understood)
    actor, other = understood.shown["actor"], understood.shown["other"]
    if actor["id"] == other["id"]:
        return _page(given, message=f"Both are {actor['name']}: name somebody else to compare with.")
    if dict(request.args) != {"actor": actor["id"], "other": other["id"]}:
        return redirect(address(actor["id"], other["id"]))
    return _page({"actor": actor["name"], "other": other["name"]}, comparison=_compared(actor, other))


@routes.app_template_global("compare_url")
def address(actor: str, other: str) -> str:
    """The page that compares these two."""
    return url_for("compare.compare", actor=actor, other=other)


@routes.app_template_filter("compared_url")
def chosen(choice: Choice) -> str:
    """The page that a choice leads to."""
    return address(choice.parameters["actor"], choice.parameters["other"])


def _given() -> dict[str, str]:
    """The two as ids or as typed."""
    return values_of(arguments([*_FIELDS, *filled_names(_FIELDS)]), _TYPES).given


def _still_needed(given: Mapping[str, str]) -> str:
    return "Name a second one to compare the two." if given else ""


def _question() -> QueryFile:
    question = connection().catalogue.question(_BOTH)
    kept = tuple(each for each in question.parameters if each.name in (*_FIELDS, "limit"))
    both = compile_phrase("{actor} and {other}", {name: "actor" for name in _FIELDS})
    return replace(question, parameters=kept, phrases=(both,))


def _compared(actor: Mapping[str, str], other: Mapping[str, str]) -> Comparison:
    both = [Entity("actor", each["id"], each["name"]) for each in (actor, other)]
    known = connection().details("participations", [each.id for each in both])
    brief = any(is_hub(each["participations"]) for each in known)
    names = {"actor": actor["name"], "other": other["name"]}
    sections = [replace(each, title=each.title.format(**names)) for each in _SECTIONS if possible(each)]
    filled = [fill(each, both, brief=brief) for each in sections if each.form != "chains"]
    met = any(row["status"] in (None, "held") for each in filled if each.section.question == _BOTH for row in each.rows)
    chains = [_chains(each, both, brief, met) for each in sections if each.form == "chains"]
    return Comparison([*filled, *chains], actor, other)


def _chains(section: Section, both: Sequence[Entity], brief: bool, met: bool) -> Filled:
    """The chains, unless looking for them would take long: not every engine can be stopped while it does."""
    ids = [each.id for each in both]
    if brief or connection().details("reach", ids)[0]["participations"] > (_REACH_MET if met else _REACH):
        return Filled(section, dict(zip(section.parameters, ids, strict=True)), problem=TOO_SLOW)
    filled = fill(section, both, _LINKS)
    return filled if filled.answer is None else replace(filled, answer=_whole(filled.answer))


def _whole(answer: Answer) -> Answer:
    """Without the last chain, where the answer was cut in the middle of it."""
    if not answer.truncated:
        return answer
    last = answer.rows[-1]["path"]
    whole = [row for row in answer.rows if row["path"] != last]
    return replace(answer, rows=whole or answer.rows)


def _page(given: Mapping[str, str], **more: Any) -> str:
    return render_template("compare.html", fields=_FIELDS, given=given, **more)
