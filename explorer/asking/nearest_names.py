"""The entities whose names are nearest to a misspelt one."""

from __future__ import annotations

from collections.abc import Sequence

from explorer import names
from explorer.asking import lookup
from explorer.asking.lookup import Entity
from explorer.graph.base import Graph
from explorer.statements import statement

_SECONDS = 10.0
#: Spellings that are compared with a misspelt one, for each beginning.
_MOST_SPELLINGS = 2_000
#: Of 100, how alike spellings are at least, and what share of that counts where it is only with one word of a name.
_LEAST_ALIKE, _OF_ONE_WORD = 75, 0.9
#: Spellings like the name or one of its words, and of all those the ones that are looked up.
_MOST_LIKE_ONE, _MOST_ALIKE = 15, 25


def nearest(graph: Graph, kind: str, text: str, most: int = 5) -> list[Entity]:
    """The entities of a kind whose names are nearest to a misspelt one, nearest first; possibly none."""
    if kind in lookup.TEXTUAL:
        return lookup.titled(graph, kind, text)[:most]
    return [entity for entity in nearest_of_all(graph, text, lookup.MOST) if entity.kind == kind][:most]


def nearest_of_all(graph: Graph, text: str, most: int = 4) -> list[Entity]:
    """The entities of the kinds that are named whose names are nearest to a misspelt one."""
    scores = _nearest_spellings(graph, names.normalize(text))
    best: dict[tuple[str, str], tuple[float, Entity]] = {}
    for spelling, entities in lookup.named(graph, list(scores)).items():
        for entity in entities:
            before = best.get((entity.kind, entity.id), (0.0, entity))
            best[entity.kind, entity.id] = max(before, (scores[spelling], entity), key=lambda pair: pair[0])
    ordered = sorted(best.values(), key=lambda pair: (-pair[0], -pair[1].weight, pair[1].name, pair[1].id))
    return [entity for _, entity in ordered[:most]]


def _nearest_spellings(graph: Graph, wanted: str) -> dict[str, float]:
    """Normalized spellings that look like the wanted one or like one of its words, with how much they do."""
    from rapidfuzz import fuzz, process

    scores: dict[str, float] = {}
    spellings = _spellings_near(graph, wanted)
    for target in dict.fromkeys([wanted, *names.words(wanted)]):
        for spelling, score, _ in process.extract(
            target, spellings, scorer=fuzz.ratio, limit=_MOST_LIKE_ONE, score_cutoff=_LEAST_ALIKE
        ):
            # What resembles the whole outweighs what resembles one word of it.
            weighed = score if target == wanted else score * _OF_ONE_WORD
            scores[spelling] = max(scores.get(spelling, 0.0), weighed)
    return dict(sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:_MOST_ALIKE])


def _spellings_near(graph: Graph, wanted: str) -> list[str]:
    """All spellings of a small graph; of a large one those that begin as a word of the wanted one does."""
    every = _spellings(graph, [""])
    if len(every) < _MOST_SPELLINGS:
        return every
    prefixes = dict.fromkeys(word[:length] for word in names.words(wanted)[:4] for length in (3, 2))
    return _spellings(graph, list(prefixes))


def _spellings(graph: Graph, prefixes: Sequence[str]) -> list[str]:
    values = {"prefixes": prefixes, "most": _MOST_SPELLINGS}
    return [row["id"] for row in graph.read(statement("lookup/spellings"), values, timeout=_SECONDS).rows]
