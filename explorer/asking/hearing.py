"""Hears a question: the names, offices, titles and times in it, anywhere, and what its other words mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from explorer.asking import finding_names, offices, slips, titles
from explorer.asking.folding import fold
from explorer.asking.heard import Heard
from explorer.asking.implied import with_implied
from explorer.asking.known_names import Names
from explorer.asking.mention import Mention
from explorer.asking.respelled import respelled
from explorer.asking.spoken import Span, Spoken, is_free, length, overlap
from explorer.asking.times import Time, time_in
from explorer.asking.wordings import Wordings
from explorer.catalogue.words import stem
from explorer.graph.base import Graph
from explorer.lexicon.language import Language


@dataclass(frozen=True)
class Ear:
    """What hearing needs: the graph, the phrases of the catalogue, the year of a bare month, and the day."""

    graph: Graph
    phrases: Wordings
    year_of: Callable[[int, int | None], int]
    today: date


def hear(ear: Ear, spoken: Spoken, language: Language) -> Iterator[Heard]:
    """The ways to hear the text: with titles and without, and a name that may be two as two."""
    known = Names(ear.graph, spoken)
    found_ids = titles.ids(ear.graph, spoken)
    plain = _hear(ear, known, language, found_ids)
    taken = [mention.span for mention in found_ids]
    name_words = frozenset(word for m in plain.mentions for word in spoken.words[slice(*m.span)])
    kinds = titles.kinds_meant(plain, spoken)
    titled = titles.titles(ear.graph, spoken, language, kinds, taken, name_words)
    if titled:
        yield with_implied(_hear(ear, known, language, [*found_ids, *titled]))
    if any(mention.whole and mention.of("source") for mention in titled):
        return
    yield with_implied(plain)
    if any(mention.whole and finding_names.halves_of(known, language, mention) for mention in plain.mentions):
        yield with_implied(_hear(ear, known, language, found_ids, parted=True))


def hear_begun(ear: Ear, known: Names, language: Language, given: Sequence[Mention] = ()) -> Heard:
    """The way to hear a text that is still being typed, without titles; it is `given` what some words name."""
    return with_implied(_hear(ear, known, language, given))


def _hear(ear: Ear, known: Names, language: Language, given: Sequence[Mention], *, parted: bool = False) -> Heard:
    """The way to hear a text of which it is `given` what some words name; `parted` takes no name that may be two.

    Whole names come before pieces of names, and both before guesses, since a word is taken once. Slips are read before
    offices, whose words they may be.
    """
    spoken = known.spoken
    times = time_in(spoken, language, ear.year_of, ear.today)
    names = [mention for mention in given if is_free(mention.span, _spans(times)) or mention.whole]
    misspelt = respelled(known, language, _spans([*names, *times]))
    names += misspelt
    names += finding_names.whole_names(known, language, _spans(names), parted=parted)
    times = [time for time in times if not _in_name(time, names)]
    names = [name for name in names if is_free(name.span, _spans(times))]
    names += finding_names.further_names(known, language, _spans([*names, *times]))
    taken = _spans([*names, *times])
    inside = slips.words_alone(spoken, language, taken)
    phrase_words = ear.phrases.words if language.code == ear.phrases.code else ()
    mended = slips.mend(known, language, taken, inside | _own_words(spoken, ear.phrases.own), phrase_words)
    names = [name for name in names if is_free(name.span, _spans(mended.mentions))] + mended.mentions
    names = finding_names.with_country(sorted(names, key=lambda name: name.span))
    names = offices.with_offices(ear.graph, spoken, language, names, times)
    read_as = [*((each.span, each.read_as) for each in misspelt), *mended.slips]
    return replace(fold(mended.words, names, times, language, ear.phrases.own, spoken), slips=tuple(read_as))


def _spans(parts: Sequence[Mention | Time]) -> list[Span]:
    return [part.span for part in parts]


def _in_name(time: Time, names: Sequence[Mention]) -> bool:
    """Whether a longer whole name holds the time."""
    return any(overlap(time.span, name.span) and length(name.span) > length(time.span) for name in names)


def _own_words(spoken: Spoken, own: frozenset[str]) -> set[int]:
    """The numbers of the words that only phrases of the catalogue have."""
    return {at for at, word in enumerate(spoken.words) if stem(word) in own}
