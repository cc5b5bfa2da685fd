"""What the question box makes of what is typed, as it stands and with its last word completed, as choices.

The phrases of the catalogue are completed word for word elsewhere; here the words may be any that the box understands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from itertools import islice, product

from explorer.answers.answer import Choice
from explorer.asking.deciding import Decision, decided, others
from explorer.asking.fitting import Reading
from explorer.asking.heard import Heard
from explorer.asking.hearing import Ear, hear_begun
from explorer.asking.known_names import Names
from explorer.asking.latest_year import LatestYear
from explorer.asking.lookup import WHOLE_NAME, Entity
from explorer.asking.mention import Mention, by_kind
from explorer.asking.namesakes import with_ids
from explorer.asking.plain_choices import choice_of
from explorer.asking.spoken import Span, Spoken, spoken
from explorer.asking.tongue import apart, language_of
from explorer.asking.wordings import Wordings, wordings
from explorer.catalogue.catalogue import Catalogue
from explorer.completion.suggestions import suggest
from explorer.graph.base import Graph
from explorer.lexicon.language import Language

#: Names and words that the last word may become, each of which is heard in its place.
_MOST_NAMES, _MOST_WORDS = 3, 2
#: Of words that are nearly understood the readings that are offered, and of one name those who bear it.
_MOST_READINGS, _MOST_NAMESAKES = 4, 3
#: A word of a phrase is guessed from so many letters on.
_FEWEST_LETTERS = 3


@dataclass(frozen=True)
class Offers:
    """`sure` is what the words mean as they stand, `completed` what they mean with more letters, `near` what may be
    meant; `named` are those whom the words name, where they ask for nothing else."""

    sure: tuple[Choice, ...] = ()
    completed: tuple[Choice, ...] = ()
    near: tuple[Choice, ...] = ()
    named: tuple[Entity, ...] = ()


def heard(graph: Graph, catalogue: Catalogue, languages: Sequence[Language], year_of: LatestYear, text: str) -> Offers:
    """The offers. Raises TooSlow where the graph has no time left."""
    known = wordings(catalogue, languages[0])
    said = spoken(text)
    language = language_of(graph, said, languages, known.own)
    typing = _Typing(
        graph,
        Ear(graph, known, year_of, date.today()),
        known,
        apart(graph, said, language),
        language,
        _words(catalogue),
    )
    completed = () if text[-1:].isspace() else tuple(map(choice_of, typing.completed(languages)))
    if typing.heard.bare:
        return Offers(named=tuple(with_ids(typing.heard.mentions[0].entities[:_MOST_NAMESAKES])))
    if typing.heard.unknown or completed and typing.is_guessed:  # it may be a slip, but rather is not yet finished
        return Offers(completed=completed)
    as_typed = typing.decided()
    if not as_typed.sure:
        return Offers(completed=completed, near=tuple(_near(as_typed)))
    return Offers(tuple(map(choice_of, [as_typed.readings[0], *others(as_typed)])), completed)


def _near(decision: Decision) -> Iterator[Choice]:
    """The readings that take up all that was said, one for each of those who bear a name."""
    whole = [each for each in decision.readings if each.whole and each.filled]
    for reading in whole[:_MOST_READINGS]:
        yield from map(choice_of, islice(_one_for_each(reading), _MOST_NAMESAKES))


def _one_for_each(reading: Reading) -> Iterator[Reading]:
    told = [with_ids(list(entities)) for entities in reading.values.values()]
    for entities in product(*told):
        values = {name: (entity,) for name, entity in zip(reading.values, entities, strict=True)}
        yield replace(reading, values=values)


class _Typing:
    """A text that is being typed; its names are looked up once."""

    def __init__(
        self, graph: Graph, ear: Ear, known: Wordings, said: Spoken, language: Language, words: Sequence[str]
    ) -> None:
        self._graph = graph
        self._words = words
        self._known = known
        self._language = language
        self._names = Names(graph, said)
        self._ear = ear

    @cached_property
    def heard(self) -> Heard:
        """The text as it stands."""
        return hear_begun(self._ear, self._names, self._language)

    @property
    def is_guessed(self) -> bool:
        """Whether the last word was read otherwise than it stands."""
        last = len(self._names.spoken.words)
        return any(span[1] == last for span, _ in self.heard.slips)

    def decided(self) -> Decision:
        """What it means as it stands."""
        return decided(self._known, [self.heard])

    def completed(self, languages: Sequence[Language]) -> Iterator[Reading]:
        """What it surely means with each of the names and words that the last word may become."""
        words = self._names.spoken.words
        if self._language.knows(words[-1]) or self._names.spoken.is_quoted(len(words) - 1):
            return
        for span, alike in self._names_begun():
            yield from self._with_each(span, alike)
        if len(words[-1]) >= _FEWEST_LETTERS:
            start = self._names.spoken.tokens[-1].start
            possible = (each for each in (*languages[0].months, *self._words) if each.startswith(words[-1]))
            for word in islice(possible, _MOST_WORDS):
                longer = spoken(self._names.spoken.text[:start] + word)
                language = language_of(self._graph, longer, languages, self._known.own)
                yield from self._sure(hear_begun(self._ear, self._names.with_text(longer), language))

    def _sure(self, heard: Heard) -> Iterator[Reading]:
        decision = decided(self._known, [heard])
        if decision.sure:
            yield decision.readings[0]

    def _with_each(self, span: Span, alike: Sequence[Entity]) -> Iterator[Reading]:
        """What it means with the first of the entities in the passage, and with each other in its place."""
        mention = Mention(span, by_kind(alike[:1]), whole=True)
        for reading in self._sure(hear_begun(self._ear, self._names, self._language, [mention])):
            taken = {each[0].id for each in reading.values.values()}
            for entity in [alike[0], *(each for each in alike[1:] if each.id not in taken)]:
                values = {
                    name: (entity,) if each[0].id == alike[0].id else each for name, each in reading.values.items()
                }
                yield replace(reading, values=values)

    def _names_begun(self) -> Iterator[tuple[Span, list[Entity]]]:
        """Whom the last two words may name together, else the last one; those of one kind together."""
        words = self._names.spoken.words
        two = len(words) > 2 and not self._language.knows(words[-2])
        for count in (2, 1) if two else (1,):
            alike: dict[tuple[str, str], list[Entity]] = {}
            for each in suggest(self._graph, " ".join(words[-count:]), most=_MOST_NAMES):
                entity = Entity(each.kind, each.id, each.name, each.hint, WHOLE_NAME, each.sort)
                alike.setdefault((each.kind, each.sort), []).append(entity)
            if alike:
                yield from (((len(words) - count, len(words)), entities) for entities in alike.values())
                return


@lru_cache(maxsize=8)
def _words(catalogue: Catalogue) -> tuple[str, ...]:
    """The words of the phrases, those of most questions first."""
    counted = Counter(
        word
        for question in catalogue.values()
        for word in {word for phrase in question.phrases for word in phrase.literals}
    )
    return tuple(sorted(counted, key=lambda word: (-counted[word], word)))
