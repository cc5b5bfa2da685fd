"""Whole names of several words of which one has a slip of the keyboard: `US delegatoin in Anchorage`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from explorer.asking.known_names import LONGEST_NAME, Names
from explorer.asking.mention import Mention, by_kind
from explorer.asking.slips import SHORTEST_NAME, spelled_like
from explorer.asking.spoken import Span, is_free, length
from explorer.lexicon.language import Language

#: Spellings that a misspelt word may stand for.
_MOST_SPELLINGS = 8


def respelled(known: Names, language: Language, taken: Sequence[Span]) -> list[Mention]:
    """The passages that are whole names but for a slip in one word, the longest at each place."""
    words = known.spoken.words
    found: list[Mention] = []
    for at, word in enumerate(words):
        if len(word) < SHORTEST_NAME - 1 or word.isdigit() or language.spells(word) or known.of(word):
            continue
        others = [other for _, other in sorted(spelled_like(known, word))[:_MOST_SPELLINGS]]
        spelled = {
            (span, other): " ".join([*words[span[0] : at], other, *words[at + 1 : span[1]]])
            for span in _spans_with(at, len(words))
            if is_free(span, [*taken, *(each.span for each in found)])
            for other in others
        }
        known.of_any(spelled.values())
        named = [(span, entities) for (span, _), text in spelled.items() if (entities := known.whole(text))]
        if named:
            span, entities = max(named, key=lambda each: length(each[0]))
            found.append(Mention(span, by_kind(entities), read_as=entities[0].name, whole=True))
    return found


def _spans_with(at: int, total: int) -> Iterator[Span]:
    """The passages of several words that hold word number `at`."""
    for begin in range(max(0, at - LONGEST_NAME + 1), at + 1):
        for end in range(at + 1, min(total, begin + LONGEST_NAME) + 1):
            if end - begin > 1:
                yield begin, end
