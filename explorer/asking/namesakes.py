"""Tells entities of one name apart where several are offered: by an office, a body, or at last the id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

from explorer import names
from explorer.asking.lookup import Entity
from explorer.graph.base import Graph
from explorer.statements import statement

_SECONDS = 5.0

#: An entity that was found, or one that is suggested: with kind, id, name and hint.
Some = TypeVar("Some")


def told_apart(graph: Graph, entities: Sequence[Entity]) -> list[Entity]:
    """The same; actors that look alike get an office or a body in their hints, what still looks alike its id."""
    looks = _looks(entities)
    alike = [each.id for each in entities if each.kind == "actor" and looks[_look(each)] > 1]
    if alike:
        rows = graph.read(statement("lookup/who"), {"ids": alike}, timeout=_SECONDS).rows
        offices = {row["id"]: row["office"] for row in rows}
        entities = [_with(each, offices.get(each.id) if each.kind == "actor" else None) for each in entities]
    return with_ids(entities)


def with_ids(entities: Sequence[Some]) -> list[Some]:
    """The same, with the id in the hint of each that looks like another."""
    every: Sequence[Any] = entities
    looks = _looks(every)
    return [_with(each, each.id) if looks[_look(each)] > 1 else each for each in every]


def _with(entity: Any, more: str | None) -> Any:
    return replace(entity, hint=", ".join(filter(None, [entity.hint, more])))


def _look(entity: Any) -> tuple[str, str, str]:
    return entity.kind, names.normalize(entity.name), entity.hint


def _looks(entities: Sequence[Any]) -> Counter[tuple[str, str, str]]:
    return Counter(map(_look, entities))
