"""How many there are of what the rows of an answer are about, in words: what came about, and what did not."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from explorer.answers.number_words import listed, number, times
from explorer.answers.subjects import Subject, status_words

_Counts = dict[tuple[str, str], int]


def how_many(subjects: Sequence[Subject], truncated: bool) -> str:
    """`three meetings`; `two meetings held, one planned`; `at least 100 meetings`; `two meetings and one claim`."""
    if truncated:
        return _at_least(subjects)
    counts, plurals = _counts(subjects), {each.noun: each.plural for each in subjects}
    if len(plurals) > 1:
        return listed([_named(count, f"{status} {noun}".lstrip(), f"{status} {plurals[noun]}".lstrip())
                       for (noun, status), count in counts.items()])  # fmt: skip
    usual = "".join(status_words(subjects[0].kind)[:1])
    (noun, plural), others = next(iter(plurals.items())), {key: n for key, n in counts.items() if key[1]}
    came_about = counts.get((noun, ""), 0)
    if not others:
        return _named(came_about, noun, plural)
    (status, count), *rest = [("", came_about)] * bool(came_about) + [(key[1], n) for key, n in others.items()]
    first = f"{_named(count, noun, plural)} {status or usual}"
    return ", ".join([first, *(f"{number(count)} {status}" for status, count in rest)])


def how_often(subjects: Sequence[Subject], truncated: bool) -> str:
    """`once`, `twice`, `at least 100 times`: as often as it came about."""
    often = times(len({each.key for each in subjects if not each.status}))
    return f"at least {often}" if truncated else often


def _at_least(subjects: Sequence[Subject]) -> str:
    plurals = list(dict.fromkeys(each.plural for each in subjects))
    if len(plurals) > 1:
        return f"more than {number(len(subjects))} rows: {listed(plurals)}"
    said = f"at least {_named(len({each.key for each in subjects}), subjects[0].noun, plurals[0])}"
    return f"{said}, not all {status_words(subjects[0].kind)[0]}" if any(each.status for each in subjects) else said


def _counts(subjects: Sequence[Subject]) -> _Counts:
    """How many different ones there are by noun and status."""
    keys: dict[tuple[str, str], set[Hashable]] = {}
    for each in subjects:
        keys.setdefault((each.noun, each.status), set()).add(each.key)
    return {group: len(found) for group, found in keys.items()}


def _named(count: int, noun: str, plural: str) -> str:
    return f"{number(count)} {noun if count == 1 else plural}"
