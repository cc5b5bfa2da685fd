"""The questions for any combination of conditions: without any, with each alone and with each pair, counted in Python."""

from __future__ import annotations

import random
from itertools import combinations
from typing import Any

import pytest
from questions.answers import NAMED, ORACLES, PERIODS, comparable
from questions.facts import Facts
from questions.world import made

from explorer.answers.answer import Answer
from explorer.catalogue import catalogue
from explorer.connection import Connection
from explorer.graph.embedded import EmbeddedGraph
from explorer.loading.loader import load
from explorer.settings import Settings

CATALOGUE = catalogue.load(None)
GENERAL = [name for name, question in CATALOGUE.items() if question.general]


class Asked:
    """One general question over one world: each condition with the value that most of its rows have."""

    def __init__(self, name: str, facts: Facts, connection: Connection) -> None:
        self.name, self.facts, self.connection = name, facts, connection
        self.conditions = [each for each in CATALOGUE[name].parameters if each.name != "limit"]
        self.values = {each.name: self._telling(each.name, each.type) for each in self.conditions}

    def _telling(self, name: str, kind: str) -> Any:
        """Of all values the one with most rows that are not all rows."""
        pool = NAMED.get(name) or self._pool(name, kind)
        most = len(self.expected({}))
        return max(pool, key=lambda value: (count := len(self.expected({name: value}))) * (count < most))

    def _pool(self, name: str, kind: str) -> list[Any]:
        if kind == "date":
            return [PERIODS[3][name == "until"]]
        return sorted(self.facts.known[kind])

    def expected(self, given: dict[str, Any]) -> list[Any]:
        every = dict.fromkeys(each.name for each in self.conditions) | given
        return comparable(ORACLES[self.name](self.facts, **every))

    def rows(self, given: dict[str, Any]) -> list[Any]:
        answer = self.connection.run(self.name, {**given, "limit": 1000})
        assert isinstance(answer, Answer), (given, answer)
        return comparable(answer.rows)


@pytest.fixture(scope="module", params=[3, 11])
def world(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Facts, Connection]:
    folder, world = tmp_path_factory.mktemp("world"), made(random.Random(request.param))
    graph = EmbeddedGraph(folder / "world.kgl")
    load(graph, world.write(folder / "files"))
    return Facts(world), Connection(graph, CATALOGUE, Settings())


@pytest.mark.parametrize("name", GENERAL)
def test_no_condition_each_condition_and_each_pair(world: tuple[Facts, Connection], name: str) -> None:
    asked = Asked(name, *world)
    everything = asked.rows({})
    assert len(everything) == len(asked.facts.known[name.removesuffix("s")]) > 2
    found = 0
    for size in (0, 1, 2):
        for chosen in combinations(asked.values, size):
            given = {condition: asked.values[condition] for condition in chosen}
            rows = asked.rows(given)
            assert rows == asked.expected(given), given
            found += 0 < len(rows) < len(everything)
    assert found > len(asked.values), "most of what is asked leaves some and not all"


def test_they_are_these_two() -> None:
    assert GENERAL == ["claims", "meetings"]
