"""The oracles of all questions by name, parameters for each question of a world, and rows in a form to compare."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Collection, Iterator
from datetime import date
from itertools import combinations, product
from math import prod
from typing import Any

from explorer.catalogue.query_file import QueryFile
from questions import (
    oracle_actors,
    oracle_claims,
    oracle_differing,
    oracle_meetings,
    oracle_paths,
    oracle_sources,
    oracle_topics,
)
from questions.facts import Facts, Row

ORACLES: dict[str, Callable[..., list[Row]]] = {
    **oracle_meetings.ORACLES,
    **oracle_actors.ORACLES,
    **oracle_paths.ORACLES,
    **oracle_claims.ORACLES,
    **oracle_sources.ORACLES,
    **oracle_differing.ORACLES,
    **oracle_topics.ORACLES,
}
#: Periods asked for: all time, from a day on, up to a day, between two.
PERIODS = [
    (None, None),
    (date(2022, 1, 6), None),
    (None, date(2022, 1, 5)),
    (date(2022, 1, 1), date(2022, 1, 31)),
    (date(2022, 1, 10), date(2022, 3, 1)),
]
WORDS = ["talks", "Ann Lee of the North", "trade peace OLD", "nobody knows", "paper the"]
DEGREES = [1000, 4, 8]
#: What is asked for by name and not by type, of these worlds and of the sample.
NAMED: dict[str, list[Any]] = {
    "topics": ["Trade", "and PEACE", "trade nobody", "security"],
    "kind": ["talk", "State Visit", "denial", "emand", "call"],
    "status": ["held", "planned", "cancelled"],
    "meeting_format": ["telephone", "Person", "video"],
    "role": ["host", "co-host", "CHAIR", "envoy", "Foreign Minister", "president"],
    "least_sources": [1, 2, 3],
    "most_sources": [1, 2],
}
#: Sets of parameters where all together would be too many.
MOST = 500


def asked(question: QueryFile, facts: Facts) -> list[dict[str, Any]]:
    """Every set of parameters that this world allows, `limit` left out."""
    slots = [each for each in question.parameters if each.name not in ("since", "until", "limit")]
    pools = {each.name: NAMED.get(each.name) or _pool(each.type, facts) for each in slots}
    optional = {each.name for each in slots if each.default is None and not each.required}
    chosen = combined(pools, optional, MOST)
    return [{**each, **period} for each in chosen for period in _periods(question)]


def combined(pools: dict[str, list[Any]], optional: Collection[str], most: int) -> list[dict[str, Any]]:
    """All sets of values; of far too many some: of the optional ones none is given, each alone, each pair, or several."""
    choices = {name: [None] * (name in optional) + pool for name, pool in pools.items()}
    if prod(map(len, choices.values())) <= 20 * most:
        return [dict(zip(choices, values, strict=True)) for values in product(*choices.values())]
    chance = random.Random(len(pools))
    few = [each for size in (0, 1, 2) for each in combinations(sorted(optional), size)]
    several = [chance.sample(sorted(optional), chance.randint(1, 4)) for _ in range(most - len(few))]
    return [
        {name: chance.choice(pool) if name in given or name not in optional else None for name, pool in pools.items()}
        for given in [*few, *several]
    ]


def _pool(kind: str, facts: Facts) -> list[Any]:
    return {"words": WORDS, "integer": DEGREES}.get(kind) or sorted(facts.known[kind])


def _periods(question: QueryFile) -> Iterator[dict[str, date | None]]:
    since = next((each for each in question.parameters if each.name == "since"), None)
    for first, last in PERIODS if since else [(None, None)]:
        yield {"since": first, "until": last} if since else {}


def comparable(rows: list[Row]) -> list[Row]:
    """The rows with their lists in an order of their own: an engine may collect in any."""
    return [{name: _sorted(value) for name, value in sorted(row.items())} for row in rows]


def _sorted(value: Any) -> Any:
    return sorted(value, key=lambda each: json.dumps(each, sort_keys=True)) if isinstance(value, list) else value
