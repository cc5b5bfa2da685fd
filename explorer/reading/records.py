"""The records of a dossier as typed objects, made of the kinds in explorer/model.py, and the check of plain data.

A record of a kind has an `id`, the kind's fields and its references; of a kind that is reported, `reports` too. What a
field may hold is checked here, record by record; what concerns several records is checked in loading/cross_checks.py.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, create_model

from explorer import model
from explorer.errors import Problems
from explorer.reading import decision_forms, short_form
from explorer.reading.located import Location, Tree
from explorer.reading.record_faults import message
from explorer.reading.references import ANY_ID, References, reference_to
from explorer.reading.value_types import (
    DISTINCT,
    EMPTY_IS_A_LIST,
    ONE_IS_A_LIST,
    Address,
    Duration,
    Edtf,
    Id,
    Name,
    Names,
    Text,
    Texts,
    not_before,
    not_reserved,
    text_as,
)

#: Faulty fields are dropped first, then records that lost a required field by that.
_ATTEMPTS = 4
_MOST_OCCURRENCES = 1_000_000


class Record(BaseModel):
    """Anything that a person writes down."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """The fields are those that explorer/model.py gives the kind."""


class EntryReport(Record):
    """Where an entry of a record stands: a source, and its own words for it."""

    source: Annotated[Text, reference_to("source")] | None = None
    quote: Text | None = None
    occurrence: Annotated[int, Field(ge=1, le=_MOST_OCCURRENCES)] | None = None
    page: Text | None = None


class Report(EntryReport):
    """Where a record stands, and what the source says of its date and place."""

    date: Edtf | None = None
    place: Annotated[Text, reference_to("place")] | None = None


class Decision(Record):
    """That ids are one entity, of which the first is kept, or that they are different ones."""

    ids: Annotated[list[Annotated[Text, ANY_ID]], ONE_IS_A_LIST, DISTINCT]
    kind: Literal.__getitem__(model.names()) | None = None  # type: ignore[valid-type]
    why: Text | None = None


class Dossier(Record):
    """All records of one file, as a person wrote them: a list for each kind, under its plural, and its decisions."""

    #: By which the graph knows the file; else by its name.
    id: Id | None = None
    title: Text
    same: Annotated[list[Decision], EMPTY_IS_A_LIST] = []
    different: Annotated[list[Decision], EMPTY_IS_A_LIST] = []


#: What a value of each type of field in explorer/model.py must be.
_VALUES: dict[model.FieldType, Any] = {
    "text": Text, "texts": Texts, "date": Edtf, "address": Address, "duration": Duration, "file": Text,
}  # fmt: skip

_Base = TypeVar("_Base", bound=Record)

#: Type and default of a field, as pydantic's create_model takes them.
_Definition = tuple[Any, Any]


def _list_of(entry: Any, before: BeforeValidator) -> _Definition:
    return (Annotated[list[entry], before], [])


def _reports(report: type[EntryReport]) -> _Definition:
    return _list_of(Annotated[report, text_as("quote")], ONE_IS_A_LIST)


def _field(field: model.Field, *, is_name: bool = False) -> _Definition:
    """`is_name` is of what entities are found by."""
    value: Any = Literal.__getitem__(field.words) if field.type == "word" else _VALUES[field.type]
    if is_name:
        value = Names if field.type == "texts" else Name
    if field.reserved:
        value = Annotated[value, not_reserved(field.reserved)]
    if field.after:
        value = Annotated[value, not_before(field.after)]
    return (value, []) if field.type == "texts" else (value | None, None)


def _reference(reference: model.Reference, entry: type[Record] | None) -> _Definition:
    """`entry` is the model of one entry, where that may be a map."""
    if entry is None:
        one: Any = Annotated[Text, reference_to(reference.kind)]
        return _list_of(one, ONE_IS_A_LIST) if reference.many else (one | None, None)
    return _list_of(Annotated[entry, text_as(reference.kind)], ONE_IS_A_LIST)


def _record(kind: model.Kind, entries: dict[str, type[Record]]) -> type[Record]:
    """A record of the kind: its id, fields and references; reports, where the kind is reported."""
    found_by = (kind.title, "aliases") if kind.named else ()
    fields = {field.name: _field(field, is_name=field.name in found_by) for field in kind.fields}
    references = {reference.name: _reference(reference, entries.get(reference.name)) for reference in kind.references}
    reports = {"reports": _reports(_report(kind))} if kind.reported else {}
    return _create(kind.label, Record, {"id": (Id, ...), **fields, **references, **reports})


def _entry(reference: model.Reference) -> type[Record]:
    """An entry of a reference with parts: the entity under the name of its kind, the parts, and reports."""
    end = {reference.kind: (Annotated[Text, reference_to(reference.kind)], ...)}
    parts = {part.name: _field(part) for part in reference.parts}
    return _create(reference.name, Record, {**end, **parts, "reports": _reports(EntryReport)})


@cache
def _report(kind: model.Kind) -> type[EntryReport]:
    """A report of a record of the kind: with what the kind leaves to its reports."""
    told = {field.name: _field(field) for field in kind.told}
    return _create("Report", Report, told) if told else Report


def _create(name: str, base: type[_Base], fields: dict[str, Any]) -> type[_Base]:
    return create_model(name, __base__=base, **fields)


def _models() -> dict[tuple[str, ...], type[Record]]:
    models: dict[tuple[str, ...], type[Record]] = {}
    for kind in model.KINDS:
        entries = {reference.name: _entry(reference) for reference in kind.references if reference.parts}
        models[(kind.plural,)] = _record(kind, entries)
        models |= {(kind.plural, name): entry for name, entry in entries.items()}
        models |= {(kind.plural, name, "reports"): EntryReport for name in entries}
        models |= {(kind.plural, "reports"): _report(kind)} if kind.reported else {}
    sections = {kind.plural: _list_of(models[(kind.plural,)], EMPTY_IS_A_LIST) for kind in model.KINDS}
    models |= {(section,): Decision for section in decision_forms.SECTIONS}
    return {(): _create("Dossier", Dossier, sections), **models}


#: The model of what stands at each path of a dossier: (), ("meetings",), ("meetings", "participants"), ...
MODELS = _models()


def dossier(data: dict[str, Any], references: References | None = None) -> Dossier:
    """The records of plain data; `references` has the ids of names, and gets what is asked. Raises ValidationError."""
    made = MODELS[()].model_validate(data, context=references)
    assert isinstance(made, Dossier)
    return made


def validate(tree: Tree, references: References) -> tuple[Dossier | None, Tree, Problems]:
    """The records of a tree, the tree that they stand in, and every fault of a single field.

    Where there are faults, records and tree are what is left without the faulty fields, so that the checks
    of several records together can go on; no records where nothing is left.
    """
    problems = Problems(tree.problems)
    tree = decision_forms.as_maps(tree)
    for attempt in range(_ATTEMPTS if tree.data else 0):
        try:
            return dossier(tree.data, references), tree, problems
        except ValidationError as error:
            faults = {fault["loc"]: fault for fault in error.errors(include_url=False)}
            if attempt == 0:
                problems += (tree.problem(at, _message(fault, at)) for at, fault in faults.items())
            tree = tree.without_faults(set(faults))
            tree.data.setdefault("title", "?")
    if not problems:
        problems.add(tree.problem((), "this file is empty: begin with `title: ...`"))
    return None, tree, problems


def _message(fault: Any, location: Location) -> str:
    return _of_the_record(location) or message(fault, _known_fields(location))


def _of_the_record(location: Location) -> str:
    """What to say of a field in an entry's report that only the reports of the record itself may have; else ''."""
    section, *inner = [name for name in location if isinstance(name, str)] or [""]
    entry = MODELS.get((section, *inner[:-1]))
    own = MODELS.get((section, "reports"))
    if entry is not EntryReport or not own or inner[-1] not in own.model_fields.keys() - entry.model_fields.keys():
        return ""
    kind = model.kind_of(section).name
    return f"`{inner[-1]}` is of the {kind} as a whole: write it in a report of the {kind}, not of its {inner[0]}"


#: The paths at which decisions stand, which have no short form of their fields.
_OF_DECISIONS = {(section,) for section in decision_forms.SECTIONS}


def _known_fields(location: Location) -> list[str]:
    """The fields that the record may have in which the location lies."""
    path = tuple(name for name in location[:-1] if isinstance(name, str))
    record = MODELS.get(path) or MODELS[path[:-1]]  # an entry of a list of texts has none of its own
    in_short = [] if len(path) > 1 or path[:1] in _OF_DECISIONS else short_form.fields_of("".join(path))
    return [*record.model_fields, *in_short]
