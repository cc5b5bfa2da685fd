"""Numbers and lists in words, as a sentence has them: two, twice, two meetings; A, B and 3 more."""

from __future__ import annotations

from collections.abc import Sequence

from explorer import model

_NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()
_OTHERWISE = {**{kind.name: kind.plural for kind in model.KINDS}, "person": "people"}


def number(count: int) -> str:
    """A number, in words up to twelve."""
    return _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"


def times(count: int) -> str:
    """How often: once, twice, three times."""
    return {1: "once", 2: "twice"}.get(count, f"{number(count)} times")


def plural(noun: str) -> str:
    """The plural of a noun."""
    return _OTHERWISE.get(noun) or (f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s")


def listed(parts: Sequence[str]) -> str:
    """Parts as a list: `A`, `A and B`, `A, B and C`."""
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else "".join(parts)


def first_few(parts: Sequence[str], most: int, *, cut: bool = False) -> str:
    """The first of the parts, and how many more there are; of parts that are `cut` off, only that there are others."""
    shown, more = parts[:most], len(parts) - most
    if more <= 0:
        return listed(shown)
    return listed([*shown, "others" if cut else f"{more:,} more"])


def sentence(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]
