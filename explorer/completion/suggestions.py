"""Entities whose names begin with what somebody has typed, with a word on who they are.

Kinds that are named are found by the beginning of a name or of a word of it, the others by their words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from explorer import dates, model, names
from explorer.asking.lookup import NAMED, TEXTUAL, kind_of_labels
from explorer.asking.namesakes import with_ids
from explorer.catalogue.words import MOST_CHARACTERS
from explorer.graph.base import Graph
from explorer.statements import statement

#: Seconds after which nobody waits for a suggestion any more.
_SECONDS = 2.0
#: Words of a title that the statements look for, the longest ones; the others are looked for in what they find.
_WORDS = 3


@dataclass(frozen=True)
class Suggestion:
    """One name offered while somebody types: `spelling` is the normalized name that matched.

    `sort` is what the entity's own field `kind` says: whether an actor is a person, a state, and so on.
    """

    kind: str
    id: str
    name: str
    spelling: str
    hint: str
    sort: str = ""


def suggest(graph: Graph, prefix: str, kinds: Sequence[str] = (), most: int = 10) -> list[Suggestion]:
    """Names that begin, or have a word that begins, with `prefix`: whole names first, then by weight.

    One statement where actors are wanted, with other kinds that are named or without; else one for each kind. In a
    large graph not all that match are looked at, so that more letters may find more.
    """
    if len(prefix) > MOST_CHARACTERS or not names.normalize(prefix) or most < 1:
        return []
    wanted = list(dict.fromkeys(kinds or NAMED))
    found = _named(graph, names.normalize(prefix), [kind for kind in wanted if kind in NAMED])
    for kind in wanted:
        if kind in TEXTUAL and len(found) < most:
            found += _titled(graph, prefix, kind)
    return found[:most]


def _named(graph: Graph, prefix: str, kinds: Sequence[str]) -> list[Suggestion]:
    rows: list[dict[str, Any]] = []
    if "actor" in kinds:
        labels = [model.kind_of(kind).label for kind in kinds]
        rows = _rows(graph, "suggest", {"prefix": prefix, "labels": labels})
    else:
        for kind in kinds:
            rows += _rows(graph, f"suggest-{model.kind_of(kind).plural}", {"prefix": prefix})
    rows.sort(key=lambda row: (not row["whole"], -row["weight"], row["spelling"], row["name"] or "", row["id"]))
    return with_ids(_once(_suggestion(row) for row in rows))


def _suggestion(row: dict[str, Any]) -> Suggestion:
    """The hint is an actor's kind, and its description or office; of a place its country."""
    kind, name = kind_of_labels(row["labels"]), row["name"] or row["id"]
    hint = ", ".join(filter(None, [row["sort"] or kind, row["who"]]))
    return Suggestion(kind, row["id"], name, row["spelling"], hint, row["sort"] or "")


def _titled(graph: Graph, typed: str, kind: str) -> list[Suggestion]:
    """Those in whose words, or title, each word that was typed begins one; those whose title begins so come first."""
    words = typed.lower().split() if kind == "source" else names.said_words(typed) or [names.normalize(typed)]
    longest = (sorted(words, key=len, reverse=True) * _WORDS)[:_WORDS]
    values = dict(zip(("first", "second", "third"), longest, strict=True))
    rows = _rows(graph, f"suggest-{model.kind_of(kind).plural}", values)
    prefix = names.normalize(typed)
    found = [_title(kind, row) for row in rows]
    found.sort(key=lambda each: (not each.spelling.startswith(prefix), each.spelling, each.id))
    return with_ids([each for each in found if _begins_words(each.spelling, prefix)] or found)


def _title(kind: str, row: dict[str, Any]) -> Suggestion:
    """The hint is the date of what is reported, of anything else what its own field `kind` says."""
    dated = model.kind_of(kind).reported
    hint = ", ".join(filter(None, [kind, dates.show(row["who"])])) if dated else row["who"] or kind
    name = row["name"] or row["id"]
    return Suggestion(kind, row["id"], name, names.normalize(name), hint)


def _begins_words(text: str, typed: str) -> bool:
    return all(f" {word}" in f" {text}" for word in typed.split())


def _once(found: Iterable[Suggestion]) -> list[Suggestion]:
    """Each entity under the first of its spellings."""
    once: dict[tuple[str, str], Suggestion] = {}
    for each in found:
        once.setdefault((each.kind, each.id), each)
    return list(once.values())


def _rows(graph: Graph, name: str, values: dict[str, Any]) -> list[dict[str, Any]]:
    return graph.read(statement(f"lookup/{name}"), values, timeout=_SECONDS).rows
