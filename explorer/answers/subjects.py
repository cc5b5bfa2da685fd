"""What the rows of an answer are about: meetings, claims, people, each with whether it came about as usual."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from explorer import model
from explorer.answers.display import clean, display_name
from explorer.answers.number_words import plural
from explorer.catalogue.query_file import Column, QueryFile
from explorer.catalogue.values import ENTITIES

if TYPE_CHECKING:
    from explorer.answers.answer import Row

#: Characters of a name in a sentence.
_MOST = 60
#: What rows are called of which nothing else is known, and files that were loaded.
_ROW, _FILE = "row", "loaded file"


@dataclass(frozen=True)
class Subject:
    """What one row is about. Rows of the same `key` count as one, and so do those of the same `entity` in time.

    `column` holds the entity, if it is one, and `kind` is the kind of that; `status` is empty for what came about.
    """

    noun: str
    plural: str
    kind: str
    column: str
    entity: Hashable
    key: Hashable
    status: str
    row: Row


def subjects(question: QueryFile, rows: Sequence[Row]) -> list[Subject]:
    """What each row is about: its first entity, where that is in one column, else what its `kind` says."""
    columns = [column for column in question.columns if column.type in ENTITIES and not column.beside]
    first = next((column for column in columns if any(row[column.name] for row in rows)), None)
    if first and all(row[first.name] for row in rows):
        noun = _noun(first, rows)
        return [_subject(question, _FILE if _is_file(first, row) else noun, first, row) for row in rows]
    said = any(column.name == "kind" and column.type == "string" for column in question.columns)
    found = []
    for row in rows:
        column = next((column for column in columns if row[column.name]), None)
        if said and row["kind"]:
            found.append(replace(_subject(question, clean(row["kind"]), column, row), key=id(row)))
        else:
            found.append(_subject(question, column.type if column else _ROW, column, row))
    return found


@cache
def status_words(kind: str) -> tuple[str, ...]:
    """What a column `status` may say of an entity of this kind, the usual first: held, or attended."""
    own = [field for each in model.KINDS if each.name == kind for field in each.fields]
    parts = [part for each in model.KINDS for refers in each.references if refers.kind == kind for part in refers.parts]
    return next((field.words for field in (*own, *parts) if field.name == "status" and field.words), ())


def called(entity: Mapping[str, Any]) -> str:
    """What an entity is called in a sentence: a long name is cut."""
    return _short(display_name(entity))


@lru_cache(maxsize=4096)  # the same few names come again and again
def _short(name: str) -> str:
    said = clean(name)
    return said if len(said) <= _MOST else f"{said[: _MOST - 1].rstrip()}…"


def _noun(column: Column, rows: Iterable[Row]) -> str:
    """What the entities of a column are called: by their own sort, where all are of the same."""
    sorts = {row[column.name].get("kind") for row in rows}
    only = sorts.pop() if len(sorts) == 1 else None
    return only if only in model.kind_of(column.type).further_labels else column.type


def _is_file(column: Column, row: Row) -> bool:
    """Whether it is no source, but a file that an editor wrote."""
    return column.type == "source" and row.get("kind") == model.LOADED_FILE


def _subject(question: QueryFile, noun: str, column: Column | None, row: Row) -> Subject:
    kind, name = (column.type, column.name) if column else ("", "")
    entity = (kind, row[column.name]["id"]) if column else id(row)
    status = _status(kind, row)
    if counts := question.counts:
        key = str(row[counts.column]) if counts.column else id(row)
        return Subject(counts.noun, counts.plural, kind, name, entity, key, status, row)
    return Subject(noun, plural(noun), kind, name, entity, entity, status, row)


def _status(kind: str, row: Row) -> str:
    said = row.get("status")
    found = said if isinstance(said, list) else [said] if said else []
    words = status_words(kind) if found else ()
    return " or ".join(found) if all(each in words for each in found) and found != [*words[:1]] else ""
