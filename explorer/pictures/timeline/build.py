"""The timeline of an answer: its meetings and claims in order of time, over the span that is looked at."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from explorer import model
from explorer.answers.answer import Answer
from explorer.answers.display import display_name
from explorer.graph.base import Graph
from explorer.pictures.timeline.elements import QUALIFIERS, Item, Span, Timeline, span
from explorer.pictures.timeline.scale import WEEK, moved
from explorer.statements import statement

#: The most that is shown at once.
MOST = 300


def timeline(
    graph: Graph, answer: Answer, *, since: date | None = None, until: date | None = None, timeout: float | None = None
) -> Timeline:
    """The meetings and claims that stand in the rows, each once. Raises TooSlow, GraphUnreachable."""
    if since and until:
        since, until = min(since, until), max(since, until)
    items_of_answer = _items(graph, _named(answer), timeout)
    inside = [item for item in items_of_answer if not item.dated or item.within(since, until)]
    shown = inside[:MOST]
    items = tuple(sorted((item for item in shown if item.dated), key=_order))
    begin, end = _axis(items, since, until)
    return Timeline(
        items=items,
        begin=begin,
        end=end,
        undated=tuple(item for item in shown if not item.dated),
        outside=len(items_of_answer) - len(inside),
        left_out=len(inside) - len(shown),
        rule=_rule(inside) if len(inside) > MOST else "",
        whole=span(items_of_answer),
    )


def _named(answer: Answer) -> dict[tuple[str, str], str]:
    """Kind and id of each meeting and claim in the rows, in their order, and how the row calls it."""
    columns = [(column.name, column.type.removesuffix(" list")) for column in answer.columns]
    dated = [(name, kind) for name, kind in columns if kind in model.names(reported=True)]
    named: dict[tuple[str, str], str] = {}
    for row in answer.rows:
        for name, kind in dated:
            value = row[name]
            for entity in value if isinstance(value, list) else [value]:
                if entity:
                    named.setdefault((kind, entity["id"]), display_name(entity))
    return named


def _items(graph: Graph, named: dict[tuple[str, str], str], timeout: float | None) -> list[Item]:
    """All of them, in the same order; without those that are gone from the graph meanwhile."""
    kinds = [(model.kind_of(kind), id) for kind, id in named]
    keys = [{"label": kind.label, "id": id, "title": kind.title} for kind, id in kinds]
    rows = graph.read(statement("pictures/dated"), {"keys": keys}, timeout=timeout).rows if keys else []
    by_ref = {(model.kind_of(row["label"]).name, row["id"]): row for row in rows}
    return [_item(ref, by_ref[ref], label) for ref, label in named.items() if ref in by_ref]


def _item(ref: tuple[str, str], row: Mapping[str, Any], label: str) -> Item:
    kind, id = ref
    status, text = model.kind_of(kind).field("status"), row["date_text"] or ""
    return Item(
        kind=kind,
        id=id,
        label=row["title"] or label,
        first=row["first"],
        last=row["last"],
        date_text=text,
        circa=any(sign in text for sign in QUALIFIERS),
        status=(row["status"] or status.words[0]) if status else "",
    )


def _order(item: Item) -> tuple[date, str, str]:
    return (item.first or item.last or date.max, item.id, item.kind)


def _axis(items: tuple[Item, ...], since: date | None, until: date | None) -> Span:
    """What was asked for, and as far as there is something where nothing was asked for."""
    known = span(items)
    if since and until:
        return since, until
    if since:
        return since, max(known[1] if known else since, moved(since, WEEK - 1))
    if until:
        return min(known[0] if known else until, moved(until, 1 - WEEK)), until
    return known or (date.min, date.max)


def _rule(items: list[Item]) -> str:
    present = {item.kind for item in items}
    what = " and ".join(kind.plural for kind in model.KINDS if kind.name in present)
    return f"The first {MOST} of {len(items)} {what} are shown, in the order of the rows."
