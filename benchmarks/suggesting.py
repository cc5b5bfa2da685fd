"""What is offered for each letter of names and questions is asked for; times in milliseconds go out."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from benchmarks.asking import percentiles
from benchmarks.engines import Engine, Send
from explorer import names
from explorer.completion.suggestions import suggest
from explorer.connection import Connection
from explorer.statements import statement

#: Letters of a name that are typed, one after the other.
_LETTERS = 10
_GOAL = 50.0
_LABELS = ["Actor", "Place", "Topic"]
#: Statements that are sent before anything is measured.
_WARM_UP = 5

Act = Callable[[], object]


@dataclass(frozen=True)
class Suggesting:
    """One way of typing: median and 95th percentile of ours and, where one statement is all of it, of that, in ms."""

    typed: str
    count: int
    ours: tuple[float, float]
    bare: tuple[float, float] | None

    @property
    def goal(self) -> str:
        """Whether the 95th percentile is within 50 milliseconds."""
        return "kept" if self.ours[1] <= _GOAL else "missed"


def measure(engine: Engine, connection: Connection, actors: int) -> Iterator[Suggesting]:
    """Names of hubs, of others, of everybody, and what is typed of whole questions."""
    typed = _names(connection, actors)
    first, second = typed[0], typed[1]
    with engine.reading() as send:
        yield _suggest(
            send, connection, "suggest: names of hubs and others", [p for name in typed for p in _letters(name)]
        )
        yield _suggest(send, connection, "suggest: words of many names", [*_letters("council"), *_letters("question")])
        for kind, text in (
            ("place", "anbelville"),
            ("meeting", "talks on the"),
            ("claim", "the matter"),
            ("source", "report 77"),
        ):
            yield _run(f"suggest: {kind}s", [_of_kind(connection, kind, letters) for letters in _letters(text)])
        for title, before in (
            ("a bare name", ""),
            ("meetings involving", "meetings involving "),
            ("what did ... say", "what did "),
            ("between, the second name", f"meetings between {first} and "),
        ):
            texts = [before + letters for name in typed[1:] for letters in _letters(name)]
            yield _run(f"complete: {title}", [_completion(connection, text) for text in texts])
        others = [name.rpartition(" ")[0] for name in typed]
        texts = [f"{others[0]} meetings {letters}" for name in others[1:] for letters in _letters(name)]
        yield _run("complete: other words, the second name", [_completion(connection, text) for text in texts])
        asked = f"whom did {first} see in January"
        yield _run("complete: other words, letter by letter", [_completion(connection, text) for text in _grown(asked)])
        question = f"meetings between {first} and {second} since January 2021"
        yield _run(
            "complete: a question, letter by letter", [_completion(connection, text) for text in _grown(question)]
        )


def _names(connection: Connection, actors: int) -> list[str]:
    """Names from the best connected actor to the least."""
    numbers = dict.fromkeys(min(actors - 1, int(actors ** (step / 9))) for step in range(10))
    return [connection.page("actor", f"actor-{number}")["name"] for number in numbers]


def _letters(name: str) -> list[str]:
    return [name[:length] for length in range(1, min(len(name), _LETTERS) + 1)]


def _grown(text: str) -> list[str]:
    return [text[:length] for length in range(1, len(text) + 1)]


def _suggest(send: Send, connection: Connection, title: str, prefixes: list[str]) -> Suggesting:
    text = statement("lookup/suggest").text
    ours = [lambda prefix=prefix: suggest(connection.graph, prefix) for prefix in prefixes]
    sent = [{"prefix": names.normalize(prefix), "labels": _LABELS} for prefix in prefixes]
    bare = [lambda values=values: send(text, values) for values in sent]
    return _run(title, ours, bare)


def _of_kind(connection: Connection, kind: str, prefix: str) -> Act:
    return lambda: suggest(connection.graph, prefix, [kind])


def _completion(connection: Connection, text: str) -> Act:
    return lambda: connection.complete(text)


def _run(title: str, ours: list[Act], bare: list[Act] | None = None) -> Suggesting:
    """Each act once, after some to warm up, ours and the bare statement in turn."""
    for act in [*ours[:_WARM_UP], *(bare or [])[:_WARM_UP]]:
        act()
    taken: tuple[list[float], list[float]] = ([], [])
    for number, act in enumerate(ours):
        taken[0].append(_milliseconds(act))
        if bare:
            taken[1].append(_milliseconds(bare[number]))
    return Suggesting(title, len(ours), percentiles(taken[0]), percentiles(taken[1]) if bare else None)


def _milliseconds(act: Act) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000
