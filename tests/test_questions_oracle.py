"""Every question over small random worlds gives what a plain-Python answer from the same data gives.

The worlds are written as dossiers and loaded as a person would load them, so the whole way is tested.
"""

from __future__ import annotations

import random
import tempfile
from pathlib import Path
from typing import Any

from conftest import wipe
from hypothesis import HealthCheck, given, settings
from questions.answers import ORACLES, asked, comparable
from questions.facts import Facts, Row
from questions.world import World, worlds

from explorer.answers.answer import Answer
from explorer.catalogue import catalogue
from explorer.connection import Connection
from explorer.graph.base import Graph
from explorer.graph.bolt import BoltGraph
from explorer.graph.embedded import EmbeddedGraph
from explorer.loading.loader import load
from explorer.settings import Settings

CATALOGUE = catalogue.load(None)
#: Sets of parameters asked of each question in each world; fewer of a server.
EACH, EACH_OF_SERVER = 4, 2
_SETTINGS = {
    "deadline": None,
    "report_multiple_bugs": False,
    "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large],
}


def test_every_plain_answer_is_of_a_question() -> None:
    assert set(ORACLES) <= set(CATALOGUE)


@settings(max_examples=60, **_SETTINGS)
@given(worlds())
def test_answers_are_right_on_the_embedded_engine(world: World) -> None:
    with tempfile.TemporaryDirectory() as folder:
        check(world, EmbeddedGraph(Path(folder) / "world.kgl"), Path(folder), EACH)


@settings(max_examples=6, **_SETTINGS)
@given(world=worlds())
def test_answers_are_right_on_neo4j(bolt: BoltGraph, world: World) -> None:
    wipe(bolt)
    with tempfile.TemporaryDirectory() as folder:
        check(world, bolt, Path(folder), EACH_OF_SERVER)


def check(world: World, graph: Graph, folder: Path, each: int) -> None:
    """Load the world, ask every question with a plain answer several times, and compare."""
    load(graph, world.write(folder / "files"))
    facts = Facts(world)
    connection = Connection(graph, CATALOGUE, Settings())
    for name in sorted(ORACLES):
        for parameters, expected in chosen(name, asked(CATALOGUE[name], facts), facts, each):
            answer = connection.run(name, {**parameters, "limit": 10_000})
            assert isinstance(answer, Answer) and not answer.truncated
            assert comparable(answer.rows) == expected, (name, parameters)


def chosen(name: str, every: list[dict[str, Any]], facts: Facts, each: int) -> list[tuple[dict[str, Any], list[Row]]]:
    """A few sets of parameters with the right rows: half of them those with most rows, so that their order counts."""
    some = random.Random(len(every)).sample(every, min(10 * each, len(every)))
    found = [(parameters, comparable(ORACLES[name](facts, **parameters))) for parameters in some]
    richest = sorted(found, key=lambda pair: -len(pair[1]))[: each // 2]
    return richest + [pair for pair in found if pair not in richest][: each - len(richest)]
