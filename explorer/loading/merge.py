"""What is stored of one entity: descriptions by files come in, the merged properties of its node go out."""

from __future__ import annotations

from collections.abc import Sequence

from explorer import dates, model, names
from explorer.loading.node import Fields, Node


def merge_descriptions(label: str, descriptions: Sequence[Fields]) -> tuple[Fields, list[str]]:
    """The node's own fields as these descriptions, first loaded first, give them, and the fields they disagree on.

    Of a single value the first is kept; lists are joined, and a name that was not kept becomes an alias.
    """
    merged: Fields = {}
    disagreed: list[str] = []
    aliases: dict[str, None] = {}
    for fields in descriptions:
        for name, value in fields.items():
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
    return merged, disagreed


def node_properties(node: Node, fields: Fields, text: str | None = None) -> Fields:
    """All that is stored on the node: its fields, the days its date can mean, and its searchable words."""
    stored = {"id": node.id, **fields}
    if period := dates.period_of(fields.get("date_text")):
        stored |= {"date": period.first, "date_end": period.last, "month": period.month}
    if text is not None:
        stored["text"] = text
    if searched := model.kind_of(node.label).searched:
        stored["search"] = _search(stored, searched) or names.searchable(node.id)
    return {name: value for name, value in stored.items() if value is not None}


def _search(stored: Fields, columns: tuple[str, ...]) -> str:
    found: list[str] = []
    for column in columns:
        value = stored.get(column)
        found += value if isinstance(value, list) else [value] if value else []
    return names.searchable(" ".join(found))
