"""Which words of many questions are not understood, how often, and how many of the questions are answered at once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote_plus

from explorer import names
from explorer.answers.answer import Choices
from explorer.errors import UsageError

#: A question in the log of a web server: `GET /ask?q=who+met+Lavrov`.
_ASKED = re.compile(r"/ask(?:\.json)?\?(?:[^\s\"]*&)?q=([^&\s\"]*)")


@dataclass(frozen=True)
class UnexplainedWord:
    """A word that is not understood, or that no question takes up: how often it was asked, and one of the questions."""

    word: str
    times: int
    example: str


@dataclass(frozen=True)
class Unexplained:
    """How many questions there were, how many were answered at once or asked back; the words, most frequent first."""

    questions: int
    answered: int
    asked_back: int
    words: list[UnexplainedWord]


def questions_in(lines: Iterable[str]) -> Iterator[str]:
    """The questions in the lines of a file: one a line, the first column of a table, or what a web server logged."""
    for line in lines:
        asked = _ASKED.search(line)
        text = unquote_plus(asked[1]) if asked else line.split("\t")[0]
        if text.strip() and not text.lstrip().startswith("#"):
            yield text.strip()


def unexplained(understand: Callable[[str], object], questions: Iterable[str]) -> Unexplained:
    """What is not understood of the questions. `understand` gives Choices where there is no single answer."""
    total = asked_back = 0
    times: Counter[str] = Counter()
    first: dict[str, tuple[str, str]] = {}
    for question in questions:
        total += 1
        try:
            understood = understand(question)
        except UsageError:
            asked_back += 1
            continue
        if isinstance(understood, Choices):
            asked_back += 1
            for word in understood.unexplained:
                times[names.normalize(word)] += 1
                first.setdefault(names.normalize(word), (word, question))
    words = [UnexplainedWord(first[word][0], count, first[word][1]) for word, count in times.most_common()]
    return Unexplained(total, total - asked_back, asked_back, words)
