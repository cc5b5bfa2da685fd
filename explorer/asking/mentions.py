"""A passage of a question that names something, and finding names in the words: whole names first, the longest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from explorer import names
from explorer.asking import lookup
from explorer.asking.lookup import Entity
from explorer.asking.spoken import Span, Spoken, is_free, length
from explorer.graph.base import Graph
from explorer.lexicon.language import Language, longest_at

#: Words of a name that are looked up as one.
LONGEST_NAME = 8
#: Passages of several words, none a whole name, that are looked up as words of a name in any order.
_MOST_PASSAGES = 24


@dataclass(frozen=True)
class Mention:
    """A passage that names something.

    `found` has what it can mean, by kind. `marker` says what it is to the verb: `subject`, `by`, `about`, `to`, `with`,
    `in`, `of`, `for`. `read_as` is set where it was not typed so: a slip of the keyboard, an office. `whole` says that
    it is an exact whole name.
    """

    span: Span
    found: Mapping[str, tuple[Entity, ...]]
    marker: str = ""
    read_as: str = ""
    whole: bool = False

    def of(self, kind: str) -> tuple[Entity, ...]:
        """What it can mean of a kind."""
        return self.found.get(kind, ())

    @property
    def by_office(self) -> bool:
        """Whether a person is called by an office, without the name."""
        return any(entity.rank == lookup.WITH_OFFICE for entity in self.of("actor"))

    @property
    def entities(self) -> list[Entity]:
        """All that it can mean."""
        return [entity for each in self.found.values() for entity in each]


@dataclass
class Names:
    """What the graph has under the words of one text, and `like` a misspelt one; looked up once."""

    graph: Graph
    spoken: Spoken
    like: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    _by_spelling: dict[str, list[Entity]] = field(default_factory=dict)
    _looked_up: bool = False

    def of(self, spelling: str) -> list[Entity]:
        """What has the spelling as its whole name, else as a word of its name."""
        if not self._looked_up:
            spelled = {self.spoken.spelling(span) for span in spans_of(self.spoken.words)}
            self._by_spelling = lookup.named(self.graph, sorted(each for each in spelled if names.words(each)))
            self._looked_up = True
        return self._by_spelling.get(spelling, [])

    def with_text(self, spoken: Spoken) -> Names:
        """The same for a text that has other words of the language in it."""
        return Names(self.graph, spoken, self.like, self._by_spelling, self._looked_up)

    def whole(self, spelling: str) -> list[Entity]:
        """What has the spelling as its whole name."""
        return whole_only(self.of(spelling))

    def of_any(self, spellings: Iterable[str]) -> list[Entity]:
        """What has one of the spellings as its whole name; each that is not in the text is looked up by itself."""
        wanted = list(dict.fromkeys(spellings))
        unknown = [each for each in wanted if each not in self._by_spelling]
        found = lookup.named(self.graph, unknown) if unknown else {}
        self._by_spelling |= {each: found.get(each, []) for each in unknown}
        return [each for spelling in wanted for each in self.whole(spelling)]


def spans_of(words: Sequence[str]) -> list[Span]:
    """The passages that may be names, the longest first, then from left to right."""
    every = [(a, b) for a in range(len(words)) for b in range(a + 1, min(len(words), a + LONGEST_NAME) + 1)]
    return sorted(every, key=lambda span: (-length(span), span[0]))


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


def names_by_words(known: Names, language: Language, taken: Sequence[Span]) -> list[Mention]:
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


def single_words(known: Names, language: Language, taken: Sequence[Span]) -> list[Mention]:
    """Single words of names that are no words of the language: of a person's, or one that only one thing has."""
    words = known.spoken.words
    mentions = []
    of_offices = language.roles_in(words)
    for at, word in enumerate(words):
        known_word = at in of_offices or language.knows(word) or word in language.titles | language.offices
        if known_word or not is_free((at, at + 1), taken):
            continue
        if found := by_word(known.of(word), word):
            mentions.append(Mention((at, at + 1), by_kind(found), whole=bool(known.whole(word))))
    return mentions


def by_word(found: Sequence[Entity], word: str) -> list[Entity]:
    """What a single word of a name means: the people of that name, else the one thing that has it."""
    people = [entity for entity in found if entity.sort == "person"]
    return people or [entity for entity in found if len(found) == 1 and len(word) > 3]


def with_other_adjective(known: Names, language: Language, taken: Sequence[Span]) -> list[Mention]:
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


def demonyms(known: Names, language: Language, taken: Sequence[Span]) -> list[Mention]:
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


def whole_only(found: Iterable[Entity]) -> list[Entity]:
    """Those that were found by their whole name."""
    return [entity for entity in found if entity.rank == lookup.WHOLE_NAME]


def by_kind(entities: Iterable[Entity]) -> dict[str, tuple[Entity, ...]]:
    """The entities by their kinds."""
    found: dict[str, dict[str, Entity]] = {}
    for entity in entities:
        found.setdefault(entity.kind, {}).setdefault(entity.id, entity)
    return {kind: tuple(each.values()) for kind, each in found.items()}


def merged(first: Mention, second: Mention, entities: Sequence[Entity]) -> Mention:
    """One mention where two stand side by side and mean the same."""
    return replace(second, span=(first.span[0], second.span[1]), found=by_kind(entities))
