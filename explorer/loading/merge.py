"""What is stored of one entity: descriptions by files come in, the merged properties of its node go out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from explorer import dates, model, names
from explorer.loading.node import Fields, Node


def merge_descriptions(
    label: str, descriptions: Sequence[Fields], told: Sequence[Mapping[str, Iterable[str]]] = ()
) -> tuple[Fields, list[str]]:
    """The node's own fields as these descriptions, first loaded first, give them, and the fields they disagree on.

    Of a single value the first is kept; lists are joined, and a name that was not kept becomes an alias. `told` has
    the words that reports have for fields that are theirs to tell, in any order.
    """
    merged: Fields = {}
    disagreed: list[str] = []
    aliases: dict[str, None] = {}
    by_reports = _by_reports(label, descriptions, told)
    for fields in descriptions:
        for name, value in fields.items():
            if name in by_reports:
                continue
            if name == "aliases":
                aliases |= dict.fromkeys(value)
            elif name not in merged:
                merged[name] = value
            elif merged[name] != value:
                disagreed.append(name)
                if name == "name":
                    aliases[value] = None
    aliases.pop(merged.get("name", ""), None)
    if model.kind_of(label).named:
        merged["aliases"] = sorted(aliases)  # the same in whatever order files were loaded
    return merged | by_reports, disagreed


def _by_reports(label: str, descriptions: Sequence[Fields], told: Sequence[Mapping[str, Iterable[str]]]) -> Fields:
    """What is told: the first of a field's words that any report has.

    Graphs of earlier versions have it in the descriptions.
    """
    found: Fields = {}
    for field in model.kind_of(label).told:
        words = {word for each in told for word in each.get(field.name, ())}
        words |= {each[field.name] for each in descriptions if field.name in each}
        if word := next((word for word in field.words if word in words), None):
            found[field.name] = word
    return found


def node_properties(node: Node, fields: Fields, text: str | None = None) -> Fields:
    """All that is stored on the node: its fields, the days its date can mean, and its searchable words."""
    stored = {"id": node.id, **fields}
    if period := dates.period_of(fields.get("date_text")):
        stored |= {"date": period.first, "date_end": period.last, "month": period.month}
    if text is not None:
        stored["text"] = text
    if searched := model.kind_of(node.label).searched:
        called = _texts(stored, model.kind_of(node.label).calling)
        other = _texts(stored, [field for field in searched if field not in model.kind_of(node.label).calling])
        stored["search"] = names.searched(called, other) or names.searchable(node.id)
    return {name: value for name, value in stored.items() if value is not None}


def _texts(stored: Fields, columns: Iterable[str]) -> list[str]:
    """The texts in these fields, of a list each."""
    found: list[str] = []
    for column in columns:
        value = stored.get(column)
        found += value if isinstance(value, list) else [value] if value else []
    return found
