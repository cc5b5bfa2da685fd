"""What somebody has typed of a name comes in, the entities that it may become go out, with a word on who they are.

Actors, places and topics by the beginning of a name or of a word of it; meetings, claims and sources by their words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from explorer import dates, names
from explorer.asking.lookup import NAMED, TEXTUAL
from explorer.graph.base import Graph
from explorer.statements import statement

#: Seconds after which nobody waits for a suggestion any more.
_SECONDS = 2.0
#: Words of a title that the statements look for, the longest ones; the others are looked for in what they find.
_WORDS = 3


@dataclass(frozen=True)
class Suggestion:
    """One name offered while somebody types: `spelling` is the folded name that matched.

    `sort` is what the entity's own field `kind` says: whether an actor is a person, a state, and so on.
    """

    kind: str
    id: str
    name: str
    spelling: str
    hint: str
    sort: str = ""


def suggest(graph: Graph, prefix: str, kinds: Sequence[str] = (), most: int = 10) -> list[Suggestion]:
    """Names that begin, or have a word that begins, with `prefix`: whole names first, then by the alphabet.

    One statement where actors are wanted, with places and topics or without; else one for each kind. In a large graph
    not all that match are looked at, so that more letters may find more.
    """
    if not names.fold(prefix) or most < 1:
        return []
    wanted = list(dict.fromkeys(kinds or NAMED))
    found = _named(graph, names.fold(prefix), [kind for kind in wanted if kind in NAMED])
    for kind in wanted:
        if kind in TEXTUAL and len(found) < most:
            found += _titled(graph, prefix, kind)
    return found[:most]


def _named(graph: Graph, prefix: str, kinds: Sequence[str]) -> list[Suggestion]:
    rows: list[dict[str, Any]] = []
    if "actor" in kinds:
        labels = [kind.capitalize() for kind in kinds]
        rows = _rows(graph, "suggest", {"prefix": prefix, "labels": labels})
    else:
        for kind in kinds:
            rows += _rows(graph, f"suggest-{kind}s", {"prefix": prefix})
    rows.sort(key=lambda row: (not row["whole"], row["spelling"], row["name"] or "", row["id"]))
    return _once(
        Suggestion(row["kind"], row["id"], row["name"] or row["id"], row["spelling"], _hint(row), row["sort"] or "")
        for row in rows
    )


def _hint(row: dict[str, Any]) -> str:
    """An actor's kind, and its description or office; a place with its country."""
    return ", ".join(filter(None, [row["sort"] or row["kind"], row["who"]]))


def _titled(graph: Graph, typed: str, kind: str) -> list[Suggestion]:
    """Those in whose words, or title, each word that was typed begins one; those whose title begins so come first."""
    words = typed.lower().split() if kind == "source" else names.fold(typed).split()
    longest = (sorted(words, key=len, reverse=True) * _WORDS)[:_WORDS]
    rows = _rows(graph, f"suggest-{kind}s", dict(zip(("first", "second", "third"), longest, strict=True)))
    prefix = names.fold(typed)
    found = [_title(kind, row) for row in rows]
    found.sort(key=lambda each: (not each.spelling.startswith(prefix), each.spelling, each.id))
    return [each for each in found if _begins_words(each.spelling, prefix)] or found


def _title(kind: str, row: dict[str, Any]) -> Suggestion:
    """Of a meeting or a claim the hint is its date, of a source its kind."""
    hint = row["who"] or "source" if kind == "source" else ", ".join(filter(None, [kind, dates.show(row["who"])]))
    name = row["name"] or row["id"]
    return Suggestion(kind, row["id"], name, names.fold(name), hint)


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
