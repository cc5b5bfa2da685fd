"""The oracles of all questions by name, parameters for each question of a world, and rows in a form to compare."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from itertools import product
from typing import Any

from explorer.catalogue.query_file import QueryFile
from questions import oracle_actors, oracle_claims, oracle_differing, oracle_meetings, oracle_paths, oracle_sources
from questions.facts import Facts, Row

ORACLES: dict[str, Callable[..., list[Row]]] = {
    **oracle_meetings.ORACLES,
    **oracle_actors.ORACLES,
    **oracle_paths.ORACLES,
    **oracle_claims.ORACLES,
    **oracle_sources.ORACLES,
    **oracle_differing.ORACLES,
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


def asked(question: QueryFile, facts: Facts) -> list[dict[str, Any]]:
    """Every set of parameters that this world allows, `limit` left out."""
    slots = [each for each in question.parameters if each.name not in ("since", "until", "limit")]
    pools = [([None] if each.default is None and not each.required else []) + _pool(each.type, facts) for each in slots]
    names = [each.name for each in slots]
    chosen = [dict(zip(names, values, strict=True)) for values in product(*pools)]
    return [{**each, **period} for each in chosen for period in _periods(question)]


def _pool(kind: str, facts: Facts) -> list[Any]:
    return {"words": WORDS, "integer": DEGREES}.get(kind) or sorted(facts.known[kind])


def _periods(question: QueryFile) -> Iterator[dict[str, date | None]]:
    since = next((each for each in question.parameters if each.name == "since"), None)
    for first, last in PERIODS if since else [(None, None)]:
        if since is None:
            yield {}
        elif not since.required or (first and last):
            yield {"since": first, "until": last}


def comparable(rows: list[Row]) -> list[Row]:
    """The rows with their lists in an order of their own: an engine may collect in any."""
    return [{name: _sorted(value) for name, value in sorted(row.items())} for row in rows]


def _sorted(value: Any) -> Any:
    return sorted(value, key=lambda each: json.dumps(each, sort_keys=True)) if isinstance(value, list) else value
