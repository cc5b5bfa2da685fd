"""In which language a question is asked: in the one that knows most of its words; English where two know as many."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from explorer.asking import lookup
from explorer.asking.known_names import Names, spans_of
from explorer.asking.spoken import Spoken
from explorer.catalogue.words import stem
from explorer.graph.base import Graph
from explorer.lexicon.language import Language


def language_of(graph: Graph, spoken: Spoken, languages: Sequence[Language], own: frozenset[str]) -> Language:
    """The language of the words: English where another knows as many; by names only where there are no other words.

    `own` are words that only phrases of the catalogue have, which are in English. Where it seems to be another one,
    words that are names of the graph do not count.
    """
    best = _knowing_most(spoken, languages, own, frozenset())
    return best if best is languages[0] else _knowing_most(spoken, languages, own, _in_names(graph, spoken))


def _knowing_most(
    spoken: Spoken, languages: Sequence[Language], own: frozenset[str], named: frozenset[int]
) -> Language:
    """The language that knows most of the words, without those that are `named`."""
    english, *others = languages
    more = english.titles | english.offices
    extra = {at for at, word in enumerate(spoken.words) if word in more or stem(word) in own}
    in_english = (_words_known(spoken.words, english) | extra) - named
    known = {english: (len(in_english), bool(in_english), len(_names_known(spoken.words, english) - named))}
    for each in others:
        if is_written_in(spoken.text, each.script):
            parted = spoken.apart(each.elided)
            without = named if parted is spoken else frozenset()
            words = _words_known(parted.words, each) - without
            known[each] = (len(words), False, len(_names_known(parted.words, each) - without))
    return max(known, key=lambda each: known[each])


def _in_names(graph: Graph, spoken: Spoken) -> frozenset[int]:
    """The numbers of the words of whole names."""
    known = Names(graph, spoken)
    whole = (span for span in spans_of(spoken.words) if known.whole(spoken.spelling(span)))
    return frozenset(at for span in whole for at in range(*span))


def is_written_in(text: str, script: str) -> bool:
    """Whether the text has a letter of the script; any text where no script is named."""
    return not script or any(unicodedata.name(sign, "").startswith(script.upper()) for sign in text)


def apart(graph: Graph, spoken: Spoken, language: Language) -> Spoken:
    """The text with words that an apostrophe joins as words of their own, `d'octobre`, if no name is called so."""
    parted = spoken.apart(language.elided)
    if parted is spoken:
        return spoken
    joined = [each for each in spoken.tokens if each not in parted.tokens]
    named = lookup.named(graph, [each.normalized for each in joined])
    kept = frozenset(each for each in joined if named.get(each.normalized))
    return spoken.apart(language.elided, kept)


def _words_known(words: Sequence[str], language: Language) -> set[int]:
    """The numbers of the words that the language has, without names."""
    return {at for at, word in enumerate(words) if language.has(word)} | language.roles_in(words)


def _names_known(words: Sequence[str], language: Language) -> set[int]:
    """The numbers of the words that are names in the language, such as its adjectives of countries."""
    return {n for at in range(len(words)) for numbers, _ in language.called.at(words, at)[:1] for n in numbers}
