"""The people and the places that the rows of an answer name, those named most often first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from explorer import dates, model
from explorer.answers.display import clean, heading
from explorer.answers.number_words import first_few, number, times
from explorer.answers.subjects import Subject, called
from explorer.catalogue.query_file import Column, QueryFile

if TYPE_CHECKING:
    from explorer.answers.answer import Row

#: So many are named.
_NAMED = 3
#: Names of columns that read on into the names in them, or go without saying.
_AS_IT_IS = {"who": "with ", "with": "with "}
#: Through whom a body took part is not who else did.
_THROUGH = "via"


def themselves(question: QueryFile, subjects: Sequence[Subject], truncated: bool) -> str:
    """The entities that the rows are about by name, in the order of the rows, each with a number or a role."""
    if subjects[0].kind not in model.names(named=True):
        return ""
    rows = {each.entity: each.row for each in reversed(subjects)}
    once = [rows[entity] for entity in dict.fromkeys(each.entity for each in subjects)]
    return first_few([_with_detail(question, row[subjects[0].column], row) for row in once], _NAMED, cut=truncated)


def others(question: QueryFile, rows: Sequence[Row], asked: Collection[str], truncated: bool) -> str:
    """Who is named in the first column of actors that names others than those asked after: `with A, B and 3 more`."""
    columns = [each for each in question.columns if each.type == "actor list" and not each.beside]
    for column in columns:
        pair = [column.name, *(each.name for each in question.columns if each.beside == column.name)]
        named = [{each["id"]: each for name in pair for each in row[name]} for row in rows]
        often = Counter(id for found in named for id in found if id not in asked)
        if column.name == _THROUGH or not often:
            continue
        known = {id: entity for found in named for id, entity in found.items()}
        said = [called(known[id]) for id, _ in often.most_common()]
        names = first_few(said, _NAMED, cut=truncated)
        alone = column.name not in _AS_IT_IS and len(pair) == 1
        also = alone and any(id in found for found in named for id in asked)
        return f"also {_headed(column, names)}" if also else _headed(column, names)
    return ""


def between(question: QueryFile, rows: Sequence[Row], asked: Collection[str], truncated: bool) -> str:
    """Who is named in the columns of one actor besides those asked after: those on the way from one to the other."""
    columns = [each.name for each in question.columns if each.type == "actor"]
    found = {row[name]["id"]: called(row[name]) for row in rows for name in columns if row[name]}
    said = [name for id, name in found.items() if id not in asked]
    return f"with {first_few(said, _NAMED, cut=truncated)}" if said else ""


def place(question: QueryFile, subject: Subject) -> str:
    """Where it was; several places, where sources give several, with a stroke between them."""
    return " / ".join(_places(question, subject))


def places(question: QueryFile, subjects: Sequence[Subject], truncated: bool) -> str:
    """`in Geneva (twice) and Kyiv`, each place with how often; without a number where there are more rows."""
    held = [each for each in subjects if _has_place(each)]
    often = Counter(said for each in held if (said := place(question, each)))
    if not often:
        return ""
    several = len(held) > 1 and not truncated
    named = [f"{name} ({times(count)})" if several and count > 1 else name for name, count in often.most_common()]
    unknown = len(held) - often.total() if several else 0
    without = f", {number(unknown)} without a place" if unknown else ""
    return f"in {first_few(named, _NAMED, cut=truncated)}{without}"


def _places(question: QueryFile, subject: Subject) -> list[str]:
    """The names of the places of a kind of thing that has a place."""
    if not _has_place(subject):
        return []
    column = next((each for each in question.columns if each.type in ("place", "place list")), None)
    found: Any = subject.row[column.name] if column else []
    return [called(each) for each in (found if isinstance(found, list) else [found] if found else [])]


def _has_place(subject: Subject) -> bool:
    return bool(subject.kind and model.kind_of(subject.kind).reference("place"))


def _headed(column: Column, names: str) -> str:
    """With what the names are called for people: of a reference of the model by its heading, `said by`."""
    if column.name in _AS_IT_IS:
        return f"{_AS_IT_IS[column.name]}{names}"
    references = [each for kind in model.KINDS for each in kind.references if each.name == column.name and each.heading]
    return f"{references[0].heading.lower()} {names}" if references else f"{heading(column.name)}: {names}"


def _with_detail(question: QueryFile, entity: Mapping[str, Any], row: Row) -> str:
    detail = ", ".join(_detail(question, row))
    return called(entity) + (f" ({detail})" if detail else "")


def _detail(question: QueryFile, row: Row) -> Iterator[str]:
    """How often, or in which role and since when."""
    types: Mapping[str, str] = {column.name: column.type for column in question.columns}
    numbers = [name for name, type in types.items() if type == "integer" and row[name] is not None]
    if numbers:
        yield _numbered(numbers[0], row[numbers[0]])
    if role := row.get("role"):
        yield " / ".join(map(clean, role if isinstance(role, list) else [role]))
    for name in ("since", "until"):
        if types.get(name) == "date" and row[name]:
            yield f"{name} {clean(dates.show(str(row[name])))}"


def _numbered(name: str, count: int) -> str:
    if name == "times":
        return times(count)
    return f"{count:,} {heading(name).removesuffix('s') if count == 1 else heading(name)}"
