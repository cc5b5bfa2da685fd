"""Each question is asked through the program and as the bare statement, in turn; times in milliseconds go out."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from typing import Any

from benchmarks.engines import Engine, Send
from benchmarks.generate import World
from explorer.answers.answer import Choices
from explorer.asking import parameters
from explorer.catalogue.query_file import QueryFile
from explorer.connection import Connection
from explorer.errors import TooSlow
from explorer.graph.base import Graph

#: Seconds for one question, after which it is asked no more, once each of its parameters has had its turn.
_SECONDS = 20.0


@dataclass(frozen=True)
class Asking:
    """One question: median and 95th percentile of the answer path and of the bare statement, in milliseconds."""

    question: str
    ours: tuple[float, float]
    bare: tuple[float, float]
    #: How many of the five sets of parameters ran into the program's time limit; they are not in the figures.
    too_slow: int = 0
    #: The goal: so many times the bare statement, and so many milliseconds more.
    factor: float = 1.3
    extra: float = 2.0

    @property
    def goal(self) -> str:
        """Whether median and 95th percentile keep to the goal."""
        if not self.ours[0]:
            return "too slow"
        median, tail = (
            ours <= self.factor * bare + self.extra for ours, bare in zip(self.ours, self.bare, strict=True)
        )
        return "kept" if median and tail else "p95 missed" if median else "p50 missed" if tail else "missed"


def measure(engine: Engine, graph: Graph, connection: Connection, nodes: int, rounds: int) -> Iterator[Asking]:
    """Every question of the catalogue, with hubs and with little known names."""
    with engine.reading() as send:
        for question in connection.catalogue.values():
            yield _measure(graph, connection, send, question, World(nodes), rounds)


def _measure(
    graph: Graph, connection: Connection, send: Send, question: QueryFile, world: World, rounds: int
) -> Asking:
    asked = [values_for(question, world, number) for number in range(5)]
    ours: list[float] = []
    bare: list[float] = []
    too_slow: set[int] = set()
    until = time.perf_counter() + _SECONDS
    for number, (which, given) in zip(range(rounds + 2), cycle(enumerate(asked)), strict=False):
        if number >= len(asked) + 2 and time.perf_counter() > until:
            break
        if which in too_slow:
            continue
        understood = parameters.understand(graph, question, given, connection.settings.max_rows)
        assert not isinstance(understood, Choices)
        values = {**understood.values, "limit": understood.values["limit"] + 1}
        began = time.perf_counter()
        try:
            connection.run(question.name, given)
        except TooSlow:
            too_slow.add(which)
            continue
        between = time.perf_counter()
        send(question.cypher, values)
        if number >= 2:  # the first are to warm up
            ours.append((between - began) * 1000)
            bare.append((time.perf_counter() - between) * 1000)
    return Asking(question.name, percentiles(ours), percentiles(bare), len(too_slow))


def percentiles(times: list[float]) -> tuple[float, float]:
    """Median and 95th percentile; noughts where there are too few times."""
    if len(times) < 2:
        return 0.0, 0.0
    return statistics.median(times), statistics.quantiles(times, n=20, method="inclusive")[-1]


def values_for(question: QueryFile, world: World, number: int) -> dict[str, Any]:
    """Values for the parameters that must be given: number 0 names the hubs, the last the least known."""
    sizes = {
        "actor": world.actors, "place": world.places, "topic": world.topics, "meeting": world.meetings,
        "claim": world.claims, "source": world.sources,
    }  # fmt: skip
    given: dict[str, Any] = {}
    for shift, parameter in enumerate(each for each in question.parameters if each.required):
        if parameter.name == "organization":
            given[parameter.name] = f"actor-{49 + 50 * number}"
        elif parameter.type in sizes:
            at = int(sizes[parameter.type] ** (number / 5)) - 1 + shift
            given[parameter.name] = f"{parameter.type}-{at}"
        elif parameter.type == "date":
            given[parameter.name] = f"2010-0{number + 1}"
        else:
            given[parameter.name] = f"talks {number}"
    return given
