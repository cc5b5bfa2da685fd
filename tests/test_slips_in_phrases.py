"""Every phrase of every question is understood as it, in lower case, with any name of the sample, and with a slip."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from explorer import names
from explorer.answers.answer import Choices
from explorer.catalogue.phrases import Phrase
from explorer.catalogue.query_file import QueryFile
from explorer.connection import Connection
from explorer.statements import Statement

#: How many times each phrase is drawn, and what share has to be understood.
DRAWS, LEAST = 2, 0.99
#: Letters beside each other on a keyboard.
ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
BESIDE = {letter: row[max(0, at - 1) : at] + row[at + 1 : at + 2] for row in ROWS for at, letter in enumerate(row)}
SHORTEST = 5
#: A time that a slot takes, and the days that it is.
#: The last of them is for the end of a span.
TIMES = [("1 december 2021", date(2021, 12, 1), date(2021, 12, 1)), ("2021", date(2021, 1, 1), date(2021, 12, 31)),
         ("2021-06", date(2021, 6, 1), date(2021, 6, 30)), ("january 2022", date(2022, 1, 1), date(2022, 1, 31))]  # fmt: skip
LABELS = {"actor": "Actor", "place": "Place", "topic": "Topic", "meeting": "Meeting", "claim": "Claim", "source": "Source"}

#: A name, and the ids that it can mean.
Named = tuple[str, frozenset[str]]


@pytest.fixture(scope="module")
def named(sample: Connection) -> dict[str, list[Named]]:
    """The names, aliases, titles and texts of the sample by kind, and of organizations by themselves."""
    found: dict[str, dict[str, set[str]]] = {}
    for kind, label in LABELS.items():
        text = f"MATCH (n:{label}) RETURN n.id AS id, n.kind AS sort, coalesce(n.name, n.title, n.text) AS name ORDER BY id"
        for row in sample.graph.read(Statement("test/names", text)).rows:
            if row["name"] is None or row["sort"] == "dossier":
                continue
            found.setdefault(kind, {}).setdefault(row["name"], set()).add(row["id"])
            if kind == "actor" and row["sort"] != "person":
                found.setdefault("organization", {}).setdefault(row["name"], set()).add(row["id"])
    return {kind: [(name, frozenset(ids)) for name, ids in every.items()] for kind, every in found.items()}


def drawn(question: QueryFile, phrase: Phrase, named: dict[str, list[Named]], rng: random.Random) -> tuple[str, dict[str, Any]]:
    """The phrase with names and times in its slots, and for each parameter what it must be."""
    text, expected = phrase.text, {}
    used: set[str] = set()
    for slot in phrase.slots:
        written, values = value_for(question, slot.names, named, rng, used)
        text = text.replace("{" + "..".join(slot.names) + "}", written)
        expected |= dict(zip(slot.names, values, strict=True))
    return text.lower(), expected


def value_for(
    question: QueryFile, slot: tuple[str, ...], named: dict[str, list[Named]], rng: random.Random, used: set[str]
) -> tuple[str, list[Any]]:
    """What fills a slot, and the value of each of its parameters."""
    declared = question.parameter(slot[0]).declared
    if question.parameter(slot[0]).type in ("date", "period"):
        text, first, last = TIMES[-1] if slot == ("until",) else rng.choice(TIMES)
        return text, [first, last] if len(slot) > 1 else [last if "last" in declared else first]
    if question.parameter(slot[0]).type in ("words", "string"):
        return "security", ["security"]
    kind = "organization" if "organization" in declared else question.parameter(slot[0]).type
    name, ids = rng.choice([each for each in named[kind] if not each[1] & used])
    used |= ids
    return name, [ids]


def with_slip(text: str, rng: random.Random) -> str:
    """The text with a letter of one long word left out, doubled, changed over or hit beside; its first letter stays."""
    words = text.split(" ")
    long = [at for at, word in enumerate(words) if len(word) >= SHORTEST and word.isascii() and word.isalpha()]
    if not long:
        return text
    at = rng.choice(long)
    word, letter = words[at], rng.randrange(1, len(words[at]) - 1)
    words[at] = rng.choice(
        [
            word[:letter] + word[letter + 1 :],
            word[:letter] + word[letter] + word[letter:],
            word[:letter] + word[letter + 1] + word[letter] + word[letter + 2 :],
            word[:letter] + rng.choice(BESIDE[word[letter]]) + word[letter + 1 :],
        ]
    )
    return " ".join(words)


def is_understood(sample: Connection, name: str, text: str, expected: dict[str, Any]) -> bool:
    """Whether the text is understood so: at once, or, where a name is ambiguous, by a choice that stands first."""
    understood = sample.understand(text)
    if isinstance(understood, Choices):
        return bool(understood.choices) and understood.choices[0].question == name and "can mean" in understood.message
    question, values = understood
    return question.name == name and all(
        values.values[each] in value if isinstance(value, frozenset) else names_alike(values.values[each], value)
        for each, value in expected.items()
    )


def names_alike(one: Any, other: Any) -> bool:
    """Whether two values are the same; words in any case."""
    return names.normalize(one) == names.normalize(other) if isinstance(other, str) else str(one) == str(other)


def cases(sample: Connection, named: dict[str, list[Named]], seed: int) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Each phrase several times, each time with other names."""
    rng = random.Random(seed)
    for question, phrase in sample.catalogue.phrases:
        for _ in range(DRAWS):
            yield question.name, *drawn(question, phrase, named, rng)


def test_phrases_in_lower_case_with_any_names(sample: Connection, named: dict[str, list[Named]]) -> None:
    every = list(cases(sample, named, 11))
    failed = [each for each in every if not is_understood(sample, *each)]
    assert len(failed) <= (1 - LEAST) * len(every), "\n".join(map(str, failed))


def test_phrases_with_a_slip_of_the_keyboard(sample: Connection, named: dict[str, list[Named]]) -> None:
    rng = random.Random(12)
    drawn_cases = [each for each in cases(sample, named, 13) if not {"words", "role"} & set(each[2])]  # what is looked for stays as it is
    every = [(name, with_slip(text, rng), expected) for name, text, expected in drawn_cases]
    failed = [each for each in every if not is_understood(sample, *each)]
    assert len(failed) <= (1 - LEAST) * len(every), "\n".join(map(str, failed))
