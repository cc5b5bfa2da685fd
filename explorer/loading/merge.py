"""What is stored of one entity: descriptions by files come in, the folded properties of its node go out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from explorer import dates, names

#: The main labels, in the order in which nodes are written.
LABELS = ("Source", "Place", "Topic", "Actor", "Meeting", "Claim")
#: What a complete entity must have, besides its id.
REQUIRED = {
    "Source": ("title",), "Place": ("name",), "Topic": ("name",), "Actor": ("name", "kind"), "Meeting": ("title",),
    "Claim": ("text",),
}  # fmt: skip
_SEARCHED = {
    "Source": ("title", "publisher", "author", "text"),
    "Actor": ("name", "aliases", "description"),
    "Meeting": ("title", "kind", "summary"),
    "Claim": ("text", "kind"),
}
Fields = dict[str, Any]


class Node(NamedTuple):
    """An entity by main label and id."""

    label: str
    id: str


def fold(label: str, descriptions: Sequence[Fields]) -> tuple[Fields, list[str]]:
    """The node's own fields as these descriptions, first loaded first, give them, and the fields they disagree on.

    Of a single value the first is kept; lists are joined, and a name that was not kept becomes an alias.
    """
    folded: Fields = {}
    disagreed: list[str] = []
    aliases: dict[str, None] = {}
    for fields in descriptions:
        for name, value in fields.items():
            if name == "aliases":
                aliases |= dict.fromkeys(value)
            elif name not in folded:
                folded[name] = value
            elif folded[name] != value:
                disagreed.append(name)
                if name == "name":
                    aliases[value] = None
    aliases.pop(folded.get("name", ""), None)
    if label in ("Actor", "Place", "Topic"):
        folded["aliases"] = sorted(aliases)  # the same in whatever order files were loaded
    return folded, disagreed


def properties(node: Node, fields: Fields, text: str | None = None) -> Fields:
    """All that is stored on the node: its fields, the days its date can mean, and its searchable words."""
    stored = {"id": node.id, **fields}
    if date_text := fields.get("date_text"):
        period = dates.parse(date_text)
        stored |= {"date": period.first, "date_end": period.last, "month": period.month}
    if text is not None:
        stored["text"] = text
    if node.label in _SEARCHED:
        stored["search"] = _search(stored, _SEARCHED[node.label]) or names.normalize(node.id)
    return {name: value for name, value in stored.items() if value is not None}


def _search(stored: Fields, columns: tuple[str, ...]) -> str:
    found: list[str] = []
    for column in columns:
        value = stored.get(column)
        found += value if isinstance(value, list) else [value] if value else []
    return names.normalize(" ".join(found))
