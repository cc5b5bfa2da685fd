"""Every question gives exactly the same rows on the embedded engine and on Neo4j, whatever it is asked.

Asked of the sample with the real dossiers, where those stand beside the checkout: the more a graph holds, the more can
differ. A new question is tested without being named here: its parameters say what to ask.
"""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import Any

import pytest
from conftest import DOSSIERS, SAMPLE, TABLE, Filled, Holding
from questions.answers import NAMED, combined
from questions.facts import SHOWN

from explorer import dates
from explorer.answers.answer import Answer
from explorer.catalogue import catalogue
from explorer.catalogue.query_file import QueryFile
from explorer.connection import Connection
from explorer.graph.bolt import BoltGraph
from explorer.settings import Settings
from explorer.statements import Statement

CATALOGUE = catalogue.load(None)
FILES = [SAMPLE, TABLE, *DOSSIERS]
EVIDENCE = ("source", "title", "kind", "quote", "start", "end", "page")
SCALARS = {"string": str, "answer": str, "date": str, "integer": int, "float": float, "boolean": bool}
PERIODS: list[tuple[Any, Any]] = [
    (date(2021, 12, 1), None),
    (None, date(2021, 12, 2)),
    (date(2022, 1, 1), date(2022, 1, 31)),
    (date(2022, 1, 12), date(2022, 1, 12)),
]
WORDS = ["Lavrov", "Лавров", "talks in Geneva", "the of and", "security guarantees 2022", "NATO's door", "xyzzy"]
#: What these files have nothing of: no meeting in them is merely planned.
NOT_THERE = ("planned-meetings",)
#: With two entities, the pairs of those most spoken of and a spread of all; with one, every entity is asked for.
BUSY, SPREAD = 6, 15
#: With more than three, so many sets.
MOST = 120
#: Of the sets of a question that has many conditions, one of so many.
FEW = 5


#: What a graph holds: ids by kind, those most spoken of first.
Ids = dict[str, list[str]]


class Both:
    """One graph on the two engines, and what it holds."""

    def __init__(self, embedded: Connection, neo4j: Connection) -> None:
        self.engines = (embedded, neo4j)
        self.ids = ids_in(embedded)

    def run(self, name: str, parameters: dict[str, Any]) -> Answer:
        """The answer, the same one from both."""
        answers = [each.run(name, parameters) for each in self.engines]
        one, two = answers
        assert isinstance(one, Answer) and isinstance(two, Answer), (name, parameters, answers)
        assert one.rows == two.rows, (name, parameters)
        assert (one.parameters, one.truncated, one.notes) == (two.parameters, two.truncated, two.notes)
        assert [one.engine, two.engine] == ["embedded", "neo4j"] and one.dataset == two.dataset
        return one


def ids_in(connection: Connection) -> Ids:
    """What the graph holds."""
    text = "MATCH (n:{}) RETURN n.id AS id, COUNT {{ (n)--() }} AS said ORDER BY said DESC, id"
    statements = {kind: Statement("test/ids", text.format(kind.capitalize())) for kind in SHOWN}
    return {kind: [row["id"] for row in connection.graph.read(each).rows] for kind, each in statements.items()}


@pytest.fixture(scope="module")
def embedded(filled: Filled) -> Connection:
    """The sample and the real dossiers on the embedded engine."""
    return Connection(filled("embedded", FILES), CATALOGUE, Settings())


@pytest.fixture(scope="module")
def both(embedded: Connection, bolt: BoltGraph, holding: Holding) -> Both:
    """The same on both engines."""
    return Both(embedded, Connection(holding(bolt, FILES), CATALOGUE, Settings()))


def asked(question: QueryFile, ids: Ids) -> list[dict[str, Any]]:
    """Sets of parameters: every entity of the graph for one slot, some pairs for two; some also in a period."""
    slots = [each for each in question.parameters if each.name not in ("since", "until", "limit")]
    known = {each.name: NAMED.get(each.name) or _pool(each.type, ids) for each in slots}
    pools = [([None] if not each.required else []) + known[each.name] for each in slots]
    if len(pools) > 3:
        few = {name: pool[:BUSY] for name, pool in known.items()}
        optional = {each.name for each in slots if not each.required}
        chosen = combined(few, optional, MOST)
        if question.general:  # for each set of conditions Neo4j plans anew: none, each alone, and some together
            chosen = chosen[: 1 + len(optional)] + chosen[1 + len(optional) :: FEW]
        chosen = chosen[:: -(-len(chosen) // MOST)]
    else:
        every = list(product(*pools))
        if len(pools) > 1:
            every = [*product(*(pool[:BUSY] for pool in pools)), *every[:: max(1, len(every) // SPREAD)]]
        chosen = [dict(zip([each.name for each in slots], values, strict=True)) for values in every]
    if not any(each.type == "date" for each in question.parameters):
        return chosen
    dated = chosen[::3] if slots else chosen * len(PERIODS)
    return chosen + [{**each, **_period(number)} for number, each in enumerate(dated)]


def _period(number: int) -> dict[str, date | None]:
    since, until = PERIODS[number % len(PERIODS)]
    return {"since": since, "until": until}


def _pool(kind: str, ids: Ids) -> list[Any]:
    return {"words": WORDS, "integer": [1, 6, 1000]}.get(kind) or ids[kind]


def busiest(question: QueryFile, both: Both) -> tuple[dict[str, Any], Answer]:
    """The parameters that give most rows on the embedded engine, and the answer."""
    found = [
        (each, both.engines[0].run(question.name, {**each, "limit": 10_000})) for each in asked(question, both.ids)
    ]
    answers = [(each, answer) for each, answer in found if isinstance(answer, Answer)]
    return max(answers, key=lambda pair: len(pair[1]))


@pytest.mark.parametrize("name", CATALOGUE)
def test_both_engines_give_the_same_rows_of_the_right_shape(both: Both, name: str) -> None:
    question, rows = CATALOGUE[name], 0
    for parameters in asked(question, both.ids):
        answer = both.run(name, {**parameters, "limit": 10_000})
        assert not answer.truncated and answer.columns == list(question.columns)
        for row in answer.rows:
            assert list(row) == [column.name for column in question.columns]
            faults = {each.name: fault for each in question.columns if (fault := wrong(each.type, row[each.name]))}
            assert not faults, (name, parameters)
        rows += len(answer)
    assert rows or name in NOT_THERE, f"{name} has no rows, whatever is asked"


def wrong(kind: str, value: Any) -> str:
    """What is not as the column's type says; '' where all is."""
    if kind.endswith(" list"):
        if not isinstance(value, list):
            return f"{value!r} is no list"
        if any(each is None or value.count(each) > 1 for each in value):
            return f"{value!r} has gaps or repeats itself"
        return "".join(wrong(kind.removesuffix(" list"), each) for each in value)
    if value is None:
        return ""
    if kind == "date":
        dates.parse(value)
    if kind in SCALARS:
        return "" if type(value) is SCALARS[kind] else f"{value!r} is no {kind}"
    if kind == "evidence":
        return "" if tuple(value) == EVIDENCE and value["source"] and value["title"] else f"{value!r} is no evidence"
    return "" if sorted(value) == sorted(SHOWN[kind]) and all(value.values()) else f"{value!r} is no {kind}"


@pytest.mark.parametrize("name", CATALOGUE)
def test_a_limit_gives_the_first_rows_and_says_that_there_are_more(both: Both, name: str) -> None:
    parameters, whole = busiest(CATALOGUE[name], both)
    for limit in sorted({1, 2, len(whole) - 1, len(whole), len(whole) + 1} - {0, -1}):
        some = both.run(name, {**parameters, "limit": limit})
        assert some.rows == whole.rows[:limit], (parameters, limit)
        assert some.truncated == (limit < len(whole)) == bool(some.notes)


@pytest.mark.parametrize(
    "name", [name for name in CATALOGUE if any(p.name == "since" for p in CATALOGUE[name].parameters)]
)
def test_a_period_leaves_what_may_fall_into_it(embedded: Connection, name: str) -> None:
    every = [
        {**each, "limit": 10_000}
        for each in asked(CATALOGUE[name], ids_in(embedded))
        if not each.get("since") and not each.get("until")
    ]
    for parameters in every:
        whole = embedded.run(name, parameters)
        assert isinstance(whole, Answer)
        for since, until in PERIODS if whole.rows else []:
            part = embedded.run(name, {**parameters, "since": since, "until": until})
            assert isinstance(part, Answer)
            if "date" in whole.rows[0]:
                assert part.rows == [row for row in whole.rows if may_fall(row["date"], since, until)]
            else:
                first = CATALOGUE[name].columns[0].name
                assert {row[first]["id"] for row in part} <= {row[first]["id"] for row in whole}


def may_fall(text: str | None, since: date | None, until: date | None) -> bool:
    """Whether a date in EDTF may lie in the period; nothing is said of what has no date."""
    if text is None:
        return False
    period = dates.parse(text)
    too_early = since and period.last and period.last < since
    too_late = until and period.first and period.first > until
    return not too_early and not too_late
