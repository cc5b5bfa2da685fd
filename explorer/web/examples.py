"""Questions that this very graph answers, in the words in which a person would ask them.

Made from the best connected actors and the phrases of the catalogue, and asked once before they are shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import permutations

from explorer.asking import phrases
from explorer.asking.answers import Answer, Choices
from explorer.asking.query_file import QueryFile
from explorer.connection import Connection
from explorer.errors import ExplorerError

_WHO = "most-connected"
#: The questions to make examples of, in this order; all of them take actors only.
_QUESTIONS = ("meetings-involving", "meetings-between", "claims-by", "who-met", "claims-about", "disputed-claims")
_ACTORS = 4
#: Tries for one question before the next is looked at.
_TRIES = 4
_SLOT = re.compile(r"\{([^{}]*)\}")


def examples(connection: Connection, most: int = 4) -> list[str]:
    """At most so many questions with an answer, each about somebody else where there are enough. May be empty."""
    try:
        names = _best_connected(connection)
    except ExplorerError:  # too slow on this graph, or a catalogue without it
        return []
    found: list[str] = []
    for name in _QUESTIONS:
        if len(found) < most and name in connection.catalogue:
            found += _first_answered(connection, connection.catalogue[name], names)
            names = names[1:] + names[:1]
    return found


def in_words(asked: QueryFile, called: Mapping[str, str]) -> str:
    """A phrase of the question that says all of these values and nothing else; empty if none does."""
    fitting = [text for text in asked.phrases if set(_SLOT.findall(text)) == set(called)]
    return phrases.spoken(fitting, called)


def _best_connected(connection: Connection) -> list[str]:
    answer = connection.run(_WHO, {"limit": str(_ACTORS)})
    if isinstance(answer, Choices):
        return []
    return [row["who"]["name"] for row in answer.rows]


def _first_answered(connection: Connection, asked: QueryFile, names: list[str]) -> list[str]:
    for tried, text in enumerate(_candidates(asked, names)):
        if tried == _TRIES:
            break
        if _answers(connection, text, asked.name):
            return [text]
    return []


def _candidates(asked: QueryFile, names: list[str]) -> Iterator[str]:
    required = [parameter.name for parameter in asked.parameters if parameter.required]
    for chosen in permutations(names, len(required)):
        if text := in_words(asked, dict(zip(required, chosen, strict=True))):
            yield text


def _answers(connection: Connection, text: str, question: str) -> bool:
    try:
        result = connection.ask(text)
    except ExplorerError:
        return False
    return isinstance(result, Answer) and result.question == question and bool(result.rows)
