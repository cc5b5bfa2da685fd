"""Finds names in the words of a question: whole names, the longest first, adjectives of countries, single words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from explorer import names
from explorer.asking import lookup
from explorer.asking.known_names import Names, spans_of
from explorer.asking.lookup import Entity
from explorer.asking.mention import Mention, by_kind
from explorer.asking.spoken import Span, Spoken, is_free, length
from explorer.lexicon.language import Language, longest_at

#: Passages of several words, none a whole name, that are looked up as words of a name in any order.
_MOST_PASSAGES = 24
#: Words of a name that one of them may stand for: `Europe` for no organization in whose long name it is.
_SHORT_NAME = 3


def whole_names(known: Names, language: Language, taken: Sequence[Span], *, parted: bool = False) -> list[Mention]:
    """The passages that are whole names; with `parted` none that may be two names.

    A single word that is one of the language too is left out, if it asks for nothing there: the `us` of `tell us`.
    """
    spoken = known.spoken
    mentions: list[Mention] = []
    for span in spans_of(spoken.words):
        spelling = spoken.spelling(span)
        if not is_free(span, [*taken, *(each.span for each in mentions)]) or not (found := known.whole(spelling)):
            continue
        if length(span) == 1 and _asks_for_nothing(spoken, language, span[0]):
            continue
        mention = Mention(span, by_kind(found), whole=True)
        if (spoken.is_whole(span) or length(span) > 1) and not (parted and halves_of(known, language, mention)):
            mentions.append(mention)
    return mentions


def halves_of(known: Names, language: Language, mention: Mention) -> bool:
    """Whether a whole name, such as `Russia and Ukraine`, may be two: each half is a whole name too."""
    words, (start, end) = known.spoken.words, mention.span
    return any(
        language.preposition_at(words, at)[1] == "same"
        and known.whole(known.spoken.spelling((start, at)))
        and known.whole(known.spoken.spelling((at + 1, end)))
        for at in range(start + 1, end - 1)
    )


def further_names(known: Names, language: Language, taken: Sequence[Span]) -> list[Mention]:
    """The names that are not written whole: by other words for a country, by some of their words, by one."""
    mentions: list[Mention] = []
    for find in (_with_other_adjective, _demonyms, _names_by_words, _single_words):
        mentions += find(known, language, [*taken, *(each.span for each in mentions)])
    return mentions


def _asks_for_nothing(spoken: Spoken, language: Language, at: int) -> bool:
    """Whether the word is a small one here, and no name: it is typed small, or part of `tell us`."""
    word = (spoken.words[at],)
    small = any(word in language.words[role] for role in ("helping", "being", "pointing"))
    asking = small or word in language.prepositions or word in language.words["nothing"]
    if not asking or spoken.is_capital(at) and not spoken.text.isupper():
        return False
    before = max(0, at - 2)
    in_phrase = any(
        start + longest_at(language.words["nothing"], spoken.words, start, language.longest) > at
        for start in range(before, at)
    )
    return spoken.words[at] != "us" or in_phrase


def _names_by_words(known: Names, language: Language, taken: Sequence[Span]) -> list[Mention]:
    """Passages of several words that all stand in a name, in any order."""
    spoken = known.spoken
    words = spoken.words
    may = [
        span
        for span in spans_of(words)
        if length(span) > 1
        and is_free(span, taken)
        and not {words[span[0]], words[span[1] - 1]} & language.linking
        and all(known.of(word) or word in language.linking for word in words[slice(*span)])
        and not any(longest_at(language.words["nothing"], words, at, 1) for at in (span[0], span[1] - 1))
    ][:_MOST_PASSAGES]
    asked = [(kind, spoken.spelling(span)) for span in may for kind in lookup.NAMED]
    found = lookup.find_by_name(known.graph, [each for each in asked if len(names.words(each[1])) > 1]) if asked else {}
    mentions: list[Mention] = []
    for span in may:
        spelling = spoken.spelling(span)
        every = {kind: tuple(hits) for kind in lookup.NAMED if (hits := found.get((kind, spelling)))}
        if every and is_free(span, [each.span for each in mentions]):
            mentions.append(Mention(span, every))
    return mentions


def _single_words(known: Names, language: Language, taken: Sequence[Span]) -> list[Mention]:
    """Single words of names that are no words of the language: of a person's, or one that only one thing has."""
    words = known.spoken.words
    mentions = []
    of_offices = language.roles_in(words)
    for at, word in enumerate(words):
        known_word = at in of_offices or language.knows(word) or word in language.titles | language.offices
        if known_word or not is_free((at, at + 1), taken):
            continue
        if found := by_word(known.of(word), word):
            span = _with_small_words(words, (at, at + 1), found, taken)
            mentions.append(Mention(span, by_kind(found), whole=bool(known.whole(word))))
    return mentions


def _with_small_words(words: Sequence[str], span: Span, found: Sequence[Entity], taken: Sequence[Span]) -> Span:
    """The passage with small words before it that all the names have: `Le Drian`, `von der Leyen`."""
    start = span[0]
    while start and is_free((start - 1, start), taken) and not names.words(words[start - 1]):
        if not all(f" {' '.join(words[start - 1 : span[1]])}" in f" {names.normalize(each.name)}" for each in found):
            break
        start -= 1
    return start, span[1]


def by_word(found: Sequence[Entity], word: str) -> list[Entity]:
    """What a single word of a name means: the people of that name, else the one thing that has it."""
    people = [entity for entity in found if entity.sort == "person"]
    short = len(found) == 1 and (found[0].rank == lookup.WHOLE_NAME or len(names.words(found[0].name)) <= _SHORT_NAME)
    return people or (list(found) if short and len(word) > 3 else [])


def _with_other_adjective(known: Names, language: Language, taken: Sequence[Span]) -> list[Mention]:
    """Whole names that begin with a country, said by another word for it: `American delegation` for `US delegation`."""
    words = known.spoken.words
    spelled: dict[Span, list[str]] = {}
    for span in spans_of(words):
        countries = set(language.demonyms.get(words[span[0]], ())) if length(span) > 1 else set()
        if countries and is_free(span, taken):
            others = [each for each, meant in language.demonyms.items() if countries & set(meant)]
            rest = known.spoken.spelling((span[0] + 1, span[1]))
            spelled[span] = [f"{each} {rest}" for each in (*sorted(countries), *others)]
    known.of_any(each for every in spelled.values() for each in every)
    mentions: list[Mention] = []
    for span, every in spelled.items():
        found = [entity for each in every for entity in known.whole(each)]
        if found and is_free(span, [each.span for each in mentions]):
            mentions.append(Mention(span, by_kind(found), whole=True))
    return mentions


def _demonyms(known: Names, language: Language, taken: Sequence[Span]) -> list[Mention]:
    """Adjectives of countries and names in another language: `Russian`, `Genf`."""
    words = known.spoken.words
    called: dict[Span, list[str]] = {}
    for at in range(len(words)):
        for numbers, name in language.called.at(words, at):
            if len(numbers) == 1 and _asks_for_nothing(known.spoken, language, at):
                continue
            called.setdefault((at, numbers[-1] + 1), []).append(name)
    known.of_any(name for each in called.values() for name in each)
    mentions: list[Mention] = []
    for span in sorted(called, key=lambda span: (-length(span), span[0])):
        found = known.of_any(called[span])
        if found and is_free(span, [*taken, *(each.span for each in mentions)]):
            mentions.append(Mention(span, by_kind(found)))
    return mentions


def with_country(mentions: Sequence[Mention]) -> list[Mention]:
    """`Berlin, Germany` is one place: what follows a place and is its country only tells which one is meant."""
    found: list[Mention] = []
    for mention in mentions:
        before = found[-1] if found else None
        if before and before.span[1] == mention.span[0]:
            called = {names.normalize(entity.name) for entity in mention.entities}
            within = [place for place in before.of("place") if names.normalize(place.hint) in called]
            if within:
                found[-1] = replace(before, span=(before.span[0], mention.span[1]), found={"place": tuple(within)})
                continue
        found.append(mention)
    return found
