"""Looks up the entities that a person can mean by what was typed.

Kinds that are named are found by their normalized names, through the Name nodes, the others by their words; all by id.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from explorer import dates, model, names
from explorer.graph.base import Graph
from explorer.statements import statement

#: Kinds that have Name nodes; the others are found by their words.
NAMED, TEXTUAL = model.names(named=True), model.names(named=False)

#: How sure a find is, best first.
BY_ID, WHOLE_NAME, ALL_WORDS, WITH_OFFICE = range(4)
#: As sure as `WITH_OFFICE`: who held the office at the time that the question is about.
THEN = 4

#: Entities that one name may give; more are not worth choosing from.
MOST = 20
_SECONDS = 10.0
#: From so many times the weight of what bears a name, another that has it in a longer name may be meant; and the weight
#: that counts at least.
_MUCH_HEAVIER, _LIGHT = 10, 10
#: Sources in which words stand, of which those are kept that have them in their titles.
_MOST_SOURCES = 200

#: What is to be looked up: a kind, and a text that names an entity of it.
Wanted = tuple[str, str]


@dataclass(frozen=True)
class Entity:
    """One entity as a person would recognise it: `name` is a name, a title or a text; `hint` tells namesakes apart.

    `sort` is what its own field `kind` says: whether an actor is a person, a state, and so on. `weight` is how many
    relationships the graph holds of it.
    """

    kind: str
    id: str
    name: str
    hint: str = ""
    rank: int = BY_ID
    sort: str = ""
    weight: int = 0


def find(graph: Graph, wanted: Iterable[Wanted]) -> dict[Wanted, list[Entity]]:
    """For each (kind, text) the entities that it names best, the weightiest first; [] where there is none."""
    found = find_by_name(graph, wanted)
    return found | find_by_office(graph, found)


def find_by_name(graph: Graph, wanted: Iterable[Wanted]) -> dict[Wanted, list[Entity]]:
    """As `find`, with ids and names only: one statement for all ids and names, one more for each title."""
    once = list(dict.fromkeys(wanted))
    found = _find_named(graph, once)
    titles = [each for each in once if each[0] in TEXTUAL and not found[each]]
    return found | {each: _find_textual(graph, *each) for each in titles}


def find_by_office(graph: Graph, found: Mapping[Wanted, list[Entity]]) -> dict[Wanted, list[Entity]]:
    """For actors that were not found: `Foreign Minister Lavrov`. Some words name the actor, others are an office."""
    wanted = [each for each in found if each[0] == "actor" and not found[each] and len(names.words(each[1])) > 1]
    return _find_by_office(graph, wanted) if wanted else {}


def _find_named(graph: Graph, wanted: Sequence[Wanted]) -> dict[Wanted, list[Entity]]:
    if not wanted:
        return {}
    asked = _rows(wanted)
    given = {"asked": asked, "ids": sorted({each["id"] for each in asked}), "most": MOST + 1}
    rows = graph.read(statement("lookup/find"), given, timeout=_SECONDS).rows
    candidates: dict[int, list[Entity]] = defaultdict(list)
    for row in rows:
        kind = wanted[row["key"]][0]
        candidates[row["key"]].append(_textual(kind, row) if kind in TEXTUAL else _named(kind, row))
    return {each: _best(candidates[key], each[1]) for key, each in enumerate(wanted)}


def _rows(wanted: Sequence[Wanted]) -> list[dict[str, Any]]:
    return [
        {
            "key": key,
            "kind": kind,
            "label": model.kind_of(kind).label,
            "title": model.kind_of(kind).title,
            "id": text.strip(),
            "name": names.normalize(text),
            "words": (words := names.words(text)),
            "only": words[0] if len(words) == 1 else None,
        }
        for key, (kind, text) in enumerate(wanted)
    ]


def _named(kind: str, row: dict[str, Any]) -> Entity:
    # An actor's kind, with what the dossier says of it; a place's country.
    hint = ", ".join(filter(None, [row.get("kind") or row.get("country"), row.get("description")]))
    return Entity(
        kind,
        row["id"],
        row["name"] or row["id"],
        hint,
        row.get("rank", ALL_WORDS),
        row.get("kind") or "",
        row.get("weight") or 0,
    )


def _best(entities: Iterable[Entity], text: str) -> list[Entity]:
    """Those of the best rank, the weightiest first, and what else the text may mean."""
    every = list(entities)
    best = min((entity.rank for entity in every), default=0)
    once = {entity.id: entity for entity in every if entity.rank == best}
    if best == WHOLE_NAME and len(names.normalize(text).split()) == 1:
        once |= _heavier(max(entity.weight for entity in once.values()), every)
    return sorted(once.values(), key=lambda each: (each.rank, -each.weight, names.normalize(each.name), each.id))


def _heavier(weight: int, every: Sequence[Entity]) -> dict[str, Entity]:
    """Where one word is a whole name: what has it in a longer name, and weighs so much more that it may be meant."""
    least = _MUCH_HEAVIER * max(weight, _LIGHT)
    return {entity.id: entity for entity in every if entity.rank == ALL_WORDS and entity.weight > least}


def _find_by_office(graph: Graph, wanted: Sequence[Wanted]) -> dict[Wanted, list[Entity]]:
    """Every word is in a name of the actor, in its offices and where it holds them, or in its description."""
    rows = graph.read(statement("lookup/offices"), {"asked": _rows(wanted), "most": 10 * MOST}, timeout=_SECONDS).rows
    found: dict[Wanted, list[Entity]] = {each: [] for each in wanted}
    for row in rows:
        each = wanted[row["key"]]
        known = names.words(" ".join(filter(None, [row["description"], *row["offices"], *row["bodies"]])))
        if set(names.words(each[1])) <= {*row["named"], *known}:
            found[each].append(_named("actor", {**row, "rank": WITH_OFFICE}))
    return {each: _best(entities, each[1]) for each, entities in found.items()}


def _find_textual(graph: Graph, kind: str, text: str) -> list[Entity]:
    every_word = len(names.said_words(text))
    rows = [row for row in _search(graph, kind, text) if row["found"] == every_word]
    return _best((_textual(kind, row) for row in rows), text)


def titled(graph: Graph, kind: str, text: str) -> list[Entity]:
    """The entities of a kind that has no names whose titles share a word with the text, those with most words first."""
    return [_textual(kind, row) for row in _search(graph, kind, text)]


def _search(graph: Graph, kind: str, text: str) -> list[dict[str, Any]]:
    """Entities by their words, those with most of them first; none without a word to look for."""
    words = names.said_words(text)
    if not words:
        return []
    title = model.kind_of(kind).title
    most = _MOST_SOURCES if kind == "source" else MOST + 1
    values = {"index": f"{kind}_search", "title": title, "text": " ".join(words), "words": words, "most": most}
    rows = graph.read(statement("lookup/titled"), values, timeout=_SECONDS).rows
    if kind == "source":
        rows = _by_title(rows, words)
    whole = names.normalize(text)
    return [{**row, "rank": WHOLE_NAME if names.normalize(row["name"] or "") == whole else ALL_WORDS} for row in rows]


def _by_title(rows: Sequence[dict[str, Any]], words: Sequence[str]) -> list[dict[str, Any]]:
    """Sources by the words of title, publisher and author only: the text of a source speaks of many who are not it."""
    found = []
    for row in rows:
        said = f" {names.searchable(' '.join(filter(None, [row['name'], row['publisher'], row['author']])))} "
        count = sum(f" {word} " in said for word in words)
        if count and row["kind"] != model.LOADED_FILE:
            found.append({**row, "found": count})
    return sorted(found, key=lambda row: -row["found"])[: MOST + 1]


def _textual(kind: str, row: dict[str, Any]) -> Entity:
    """What is reported is told apart by its date, anything else by what its own field `kind` says."""
    dated = row.get("date_text", row.get("description"))
    hint = dates.show(dated) if model.kind_of(kind).reported else row["kind"] or ""
    return Entity(kind, row["id"], row["name"] or row["id"], hint, row["rank"], row["kind"] or "")


def leads_on(graph: Graph, kind: str, id: str) -> str | None:
    """The id of the entity that an id means, where the two are decided to be the same."""
    rows = graph.read(statement("lookup/leads-on"), {"kind": kind, "id": id}, timeout=_SECONDS).rows
    return str(rows[0]["id"]) if rows else None


def named(graph: Graph, spellings: Sequence[str]) -> dict[str, list[Entity]]:
    """For each normalized spelling what has it as its whole name, else as a word of its name; of any kind."""
    if not spellings:
        return {}
    values = {"spellings": list(dict.fromkeys(spellings)), "most": MOST}
    found: dict[str, list[Entity]] = defaultdict(list)
    for row in graph.read(statement("lookup/named"), values, timeout=_SECONDS).rows:
        row["rank"] = WHOLE_NAME if row["whole"] else ALL_WORDS
        found[row["spelling"]].append(_named(kind_of_labels(row["labels"]), row))
    return {spelling: [each for each in every if each.rank == every[0].rank] for spelling, every in found.items()}


def kind_of_labels(labels: Sequence[str]) -> str:
    """The kind of the entities whose main label is among these."""
    return next(kind.name for kind in model.KINDS if kind.label in labels)


def by_ids(graph: Graph, texts: Sequence[str]) -> dict[str, list[Entity]]:
    """For each text the entities of any kind that have it as their id."""
    wanted = [(kind, text) for text in texts for kind in (*NAMED, *TEXTUAL)]
    found: dict[str, list[Entity]] = {text: [] for text in texts}
    for (_, text), entities in _find_named(graph, wanted).items():
        found[text] += [entity for entity in entities if entity.rank == BY_ID]
    return found
