"""What a question asks after, so that the first line of its answer says it: how often, when, where, who, or whether."""

from __future__ import annotations

from typing import get_args

from explorer.answers.summary import Aspect
from explorer.asking.spoken import Spoken
from explorer.lexicon.language import Language

#: Where a question asks after several things, the first of these is said first.
_ORDER: tuple[Aspect, ...] = ("count", "first", "last", "where", "who", "when", "yesno")
assert set(_ORDER) == set(get_args(Aspect))


def aspect_of(said: Spoken, language: Language) -> Aspect | None:
    """What is asked after; None where the question is after the rows themselves."""
    words = said.words
    meant: set[str] = set()
    at = 0
    while at < len(words):
        count, senses = language.sense_at(words, at)
        meant |= {sense.meaning for sense in senses}
        at += max(count, 1)
    if not meant & {"when", "where", "who", "how", "count"} and _begins_with_verb(said, language):
        meant.add("yesno")
    return next((aspect for aspect in _ORDER if aspect in meant), None)


def _begins_with_verb(said: Spoken, language: Language) -> bool:
    """Whether it begins as `did they meet` does, which asks whether."""
    return any(language.listed_at(role, said.words, 0) for role in ("helping", "being"))
