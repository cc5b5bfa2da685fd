"""Plain data comes in, typed records go out: Source, Place, Topic, Actor, Meeting, Claim and their parts.

The fields are those of the dossier format. What a field may hold is checked here, record by record;
what concerns several records is checked in cross_checks.py.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from rapidfuzz import process

from explorer import dates
from explorer.errors import Problem
from explorer.reading.located import Location, Tree

_SLUG = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")
#: Faulty fields are dropped first, then records that lost a required field by that.
_ATTEMPTS = 4
_DURATION = re.compile(r"P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?")


def _slug(text: str) -> str:
    if not _SLUG.fullmatch(text) or len(text) > 120:
        raise ValueError(f"'{text}' is no id: use small letters, digits and hyphens, such as sergei-lavrov")
    if text.endswith((".json", ".csv")):  # which in addresses of the web stand for the same as data
        raise ValueError(f"'{text}' ends like the name of a file: leave .{text.rpartition('.')[2]} out")
    return text


def _edtf(text: str) -> str:
    return dates.parse(text).text


def _address(text: str) -> str:
    if not re.match(r"https?://\S+$", text):
        raise ValueError(f"'{text}' is no address of the web: begin with https:// or http://")
    return text


def _duration(text: str) -> str:
    if not _DURATION.fullmatch(text):
        raise ValueError(f"'{text}' is no duration: write ISO 8601 such as PT1H30M or P2D")
    return text


def _source_kind(text: str) -> str:
    if text == "dossier":
        raise ValueError("`dossier` is kept for loaded files: write another, such as article")
    return text


def _one_is_a_list(value: Any) -> Any:
    return [] if value is None else value if isinstance(value, list) else [value]


def _keyed(key: str) -> BeforeValidator:
    """A bare text where a map is expected stands for the map with that one key."""
    return BeforeValidator(lambda value: {key: value} if isinstance(value, str) else value)


_EMPTY_IS_NONE = BeforeValidator(lambda value: [] if value is None else value)
Id = Annotated[str, AfterValidator(_slug)]
Text = Annotated[str, Field(min_length=1)]
Edtf = Annotated[str, AfterValidator(_edtf)]
Address = Annotated[str, AfterValidator(_address)]
Duration = Annotated[str, AfterValidator(_duration)]
Ids = Annotated[list[Id], BeforeValidator(_one_is_a_list)]
Texts = Annotated[list[Text], BeforeValidator(_one_is_a_list)]


class Record(BaseModel):
    """Anything that a person writes down."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Report(Record):
    """Where it stands: a source, its own words for it, and what it says of date and place."""

    source: Id | None = None
    quote: Text | None = None
    occurrence: Annotated[int, Field(ge=1)] = 1
    page: Text | None = None
    date: Edtf | None = None
    place: Id | None = None


Reports = Annotated[list[Annotated[Report, _keyed("quote")]], BeforeValidator(_one_is_a_list)]


class Source(Record):
    """A text that reports."""

    id: Id
    title: Text | None = None
    text: Text | None = None
    url: Address | None = None
    archive_url: Address | None = None
    publisher: Text | None = None
    author: Text | None = None
    published: Edtf | None = None
    retrieved: Edtf | None = None
    kind: Annotated[Text, AfterValidator(_source_kind)] | None = None
    language: Text | None = None


class Place(Record):
    """A place where meetings are held."""

    id: Id
    name: Text | None = None
    country: Text | None = None
    aliases: Texts = []


class Topic(Record):
    """What a meeting or a claim is about."""

    id: Id
    name: Text | None = None
    aliases: Texts = []


class Affiliation(Record):
    """A person's office, or a body's membership."""

    actor: Id
    role: Text | None = None
    since: Edtf | None = None
    until: Edtf | None = None
    reports: Reports = []


class Actor(Record):
    """A person, a state, an organization or a group."""

    id: Id
    kind: Literal["person", "state", "organization", "group"] | None = None
    name: Text | None = None
    aliases: Texts = []
    description: Text | None = None
    part_of: Id | None = None
    affiliations: Annotated[list[Affiliation], BeforeValidator(_one_is_a_list)] = []


class Participant(Record):
    """An actor's part in a meeting."""

    actor: Id
    role: Text | None = None
    status: Literal["attended", "invited", "absent"] | None = None
    reports: Reports = []


Participants = Annotated[list[Annotated[Participant, _keyed("actor")]], BeforeValidator(_one_is_a_list)]


class Meeting(Record):
    """An event at which actors met, or were to meet."""

    id: Id
    title: Text | None = None
    kind: Text | None = None
    format: Text | None = None
    status: Literal["held", "planned", "cancelled", "proposed"] | None = None
    date: Edtf | None = None
    duration: Duration | None = None
    place: Id | None = None
    part_of: Id | None = None
    participants: Participants = []
    topics: Ids = []
    summary: Text | None = None
    reports: Reports = []


class Claim(Record):
    """What somebody said, demanded, denied or alleged."""

    id: Id
    text: Text | None = None
    kind: Text | None = None
    speaker: Id | None = None
    on_behalf_of: Id | None = None
    to: Ids = []
    about: Ids = []
    about_meetings: Ids = []
    made_at: Id | None = None
    date: Edtf | None = None
    topics: Ids = []
    contradicts: Ids = []
    supports: Ids = []
    answers: Ids = []
    reports: Reports = []


class Dossier(Record):
    """All records of one file, as a person wrote them."""

    title: Text
    sources: Annotated[list[Source], _EMPTY_IS_NONE] = []
    places: Annotated[list[Place], _EMPTY_IS_NONE] = []
    topics: Annotated[list[Topic], _EMPTY_IS_NONE] = []
    actors: Annotated[list[Actor], _EMPTY_IS_NONE] = []
    meetings: Annotated[list[Meeting], _EMPTY_IS_NONE] = []
    claims: Annotated[list[Claim], _EMPTY_IS_NONE] = []


def validate(tree: Tree) -> tuple[Dossier | None, Tree, list[Problem]]:
    """The records of a tree, the tree that they stand in, and every fault of a single field.

    Where there are faults, records and tree are what is left without the faulty fields, so that the checks
    of several records together can go on; no records where nothing is left.
    """
    problems = list(tree.problems)
    for attempt in range(_ATTEMPTS if tree.data else 0):
        try:
            return Dossier.model_validate(tree.data), tree, problems
        except ValidationError as error:
            if attempt == 0:
                problems += [tree.problem(each["loc"], _message(each)) for each in error.errors()]
            tree = tree.without({each["loc"] for each in error.errors()})
            tree.data.setdefault("title", "?")
    if not problems:
        problems.append(tree.problem((), "this file is empty: begin with `title: ...`"))
    return None, tree, problems


def _message(error: Any) -> str:
    """What is wrong and what would be right, in the words of the format."""
    field, value, kind = error["loc"][-1], error.get("input"), error["type"]
    if kind == "extra_forbidden":
        return f"unknown field `{field}`{_nearest(str(field), _fields(error['loc']))}"
    if kind == "missing":
        return f"`{field}` is missing"
    if kind == "literal_error":
        allowed = re.findall(r"'([^']+)'", error["ctx"]["expected"])
        near = process.extractOne(str(value), allowed, score_cutoff=60)
        meant = f"; did you mean `{near[0]}`?" if near else ""
        return f"`{field}` cannot be '{value}': write {', '.join(allowed[:-1])} or {allowed[-1]}{meant}"
    if isinstance(value, list):
        return f"`{field}` takes one value, and here stands a list: write `{field}: {value[0] if value else '...'}`"
    if isinstance(value, dict):
        return f"`{field}` takes one value, and here stands a map"
    if kind in ("model_type", "dict_type", "model_attributes_type"):
        return f"here a map is expected, such as `{{id: ...}}`, and not '{value}'"
    if kind == "list_type":
        return f"`{field}` takes a list: begin each entry with `- `"
    if kind == "value_error":
        return f"`{field}`: {error['ctx']['error']}"
    if value is None or not str(value).strip():
        return f"`{field}` is empty: fill it in or leave the line out"
    if kind in ("int_parsing", "greater_than_equal"):
        return f"`{field}` must be a whole number above 0, not '{value}'"
    return f"`{field}`: {error['msg']}"


_MODELS: dict[str, type[Record]] = {
    "sources": Source, "places": Place, "topics": Topic, "actors": Actor, "meetings": Meeting, "claims": Claim,
    "affiliations": Affiliation, "participants": Participant, "reports": Report,
}  # fmt: skip


def _fields(loc: Location) -> list[str]:
    """The fields of the record in which the location lies."""
    for part in reversed(loc[:-1]):
        if part in _MODELS:
            return list(_MODELS[str(part)].model_fields)
    return list(Dossier.model_fields)


def _nearest(text: str, right: list[str]) -> str:
    found = process.extractOne(text, right, score_cutoff=60)
    return f": did you mean `{found[0]}`?" if found else f": known are {', '.join(right)}"
