"""A language as the question box knows it: what its words mean, and which words ask for nothing."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from explorer.lexicon.patterns import LONGEST_ENDING, Patterns

#: A slip is forgiven in the name of a month from so many letters on.
_LONG_MONTH = 6


@dataclass(frozen=True)
class Sense:
    """What a word asks for.

    `meaning` is one that the words of a question can share; "" for a word that only asks for values. `marker` says what
    a name right after it is: with whom, to whom, about whom. `values` are conditions that the word itself gives, as
    ("claim", "kind", "denial"): the kind of entity, its field, and the value.
    """

    meaning: str
    marker: str = ""
    values: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True)
class Ending:
    """How a declined name ends: `text` where the name has `instead`; it then is to the verb what `marker` says."""

    text: str
    instead: str
    marker: str


#: Words, normalized, one after the other.
Entry = tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Language:
    """The words of one language, normalized.

    `stems` are beginnings of words, `split` wordings with words between, as `fand ... statt`. `words` has lists of
    words by what they do in a question, `prepositions` what a name after them is, `periods` the times that begin from
    today. `called` are the names that other words stand for, such as adjectives of countries, `demonyms` those of one
    word; `roles` the English words for an office; `endings` those of declined names, the longest first; `letters` how
    it writes names that others write otherwise; `elided` what stands before an apostrophe and is a word of its own;
    `acting` says that a bare name after the verb is who acts; `script` is in which letters the language is written,
    where these are not Latin.
    """

    name: str
    code: str
    entries: Mapping[Entry, tuple[Sense, ...]]
    stems: Mapping[str, tuple[Sense, ...]]
    split: Patterns[tuple[Sense, ...]]
    aspects: frozenset[str]
    words: Mapping[str, frozenset[Entry]]
    prepositions: Mapping[Entry, str]
    times: Mapping[str, frozenset[Entry]]
    months: Mapping[str, int]
    numbers: Mapping[str, int]
    periods: Mapping[Entry, str]
    heads: frozenset[str]
    offices: frozenset[str]
    titles: frozenset[str]
    linking: frozenset[str]
    endings: tuple[Ending, ...]
    letters: tuple[tuple[str, str], ...]
    elided: frozenset[str]
    vocabulary: tuple[str, ...]
    called: Patterns[str]
    demonyms: Mapping[str, tuple[str, ...]]
    roles: Patterns[str]
    acting: bool = False
    script: str = ""
    split_words: frozenset[str] = frozenset()
    longest: int = 1

    def sense_at(self, words: Sequence[str], at: int) -> tuple[int, tuple[Sense, ...]]:
        """How many words from number `at` on are one entry, the longest, and its senses; (0, ()) for none."""
        for count in range(min(self.longest, len(words) - at), 0, -1):
            if senses := self.entries.get(tuple(words[at : at + count])):
                return count, senses
        senses = self._of_stem(words[at])
        return (1, senses) if senses else (0, ())

    def roles_in(self, words: Sequence[str]) -> set[int]:
        """The numbers of the words that are an office."""
        return {number for at in range(len(words)) for numbers, _ in self.roles.at(words, at)[:1] for number in numbers}

    def _of_stem(self, word: str) -> tuple[Sense, ...]:
        beginnings = (word[:end] for end in range(len(word), max(0, len(word) - LONGEST_ENDING - 1), -1))
        return next((self.stems[each] for each in beginnings if each in self.stems), ())

    def split_in(self, words: Sequence[str]) -> dict[int, tuple[Sense, ...]]:
        """Each word of a wording that other words part, by its number: the first with what it means, others with ()."""
        found: dict[int, tuple[Sense, ...]] = {}
        for at in range(len(words)):
            for numbers, senses in self.split.at(words, at)[:1]:
                found |= {number: senses if number == at else () for number in numbers if number not in found}
        return found

    def listed_at(self, role: str, words: Sequence[str], at: int) -> int:
        """How many words from number `at` on are one entry in the list of that role; 0 for none."""
        return longest_at(self.words[role], words, at, self.longest)

    def preposition_at(self, words: Sequence[str], at: int) -> tuple[int, str]:
        """How many words are a preposition, and what a name after it is; (0, "") for none."""
        count = longest_at(self.prepositions, words, at, self.longest)
        return count, self.prepositions[tuple(words[at : at + count])] if count else ""

    def month(self, word: str) -> int | None:
        """The number of the month; one slip of the keyboard in a long name is forgiven."""
        if word in self.months or len(word) < _LONG_MONTH - 1 or self.sense_at((word,), 0)[0]:
            return self.months.get(word)
        from rapidfuzz.distance import OSA

        near = [
            name for name in self.months if len(name) >= _LONG_MONTH and OSA.distance(word, name, score_cutoff=1) <= 1
        ]
        return self.months[near[0]] if near else None

    def spells(self, word: str) -> bool:
        """Whether the word is one of the language as it is written, also one of an office, or before a name."""
        of_names = word in self.heads or word in self.offices or word in self.titles
        return of_names or word in self.vocabulary or self.knows(word) and not self._of_stem(word)

    def knows(self, word: str) -> bool:
        """Whether the word alone is one of the language."""
        return word in self._alone or bool(self._of_stem(word))

    def has(self, word: str) -> bool:
        """Whether the word is one of the language, alone or beside others."""
        return word in self._anywhere or bool(self._of_stem(word))

    @cached_property
    def _lists(self) -> list[Entry]:
        return [*self.entries, *self.prepositions, *(entry for each in self.words.values() for entry in each)]

    @cached_property
    def _alone(self) -> frozenset[str]:
        single = {entry[0] for entry in self._lists if len(entry) == 1}
        return frozenset(single | set(self.months) | self.split_words)

    @cached_property
    def _anywhere(self) -> frozenset[str]:
        timely = [*self.periods, *(entry for each in self.times.values() for entry in each)]
        words = {word for entry in [*self._lists, *timely] for word in entry}
        return frozenset(words | set(self.months) | self.split_words | self.heads)


def longest_at(entries: Container[Entry], words: Sequence[str], at: int, longest: int) -> int:
    """How many words from number `at` on are one of the entries, the longest that fits; 0 for none."""
    for count in range(min(longest, len(words) - at), 0, -1):
        if tuple(words[at : at + count]) in entries:
            return count
    return 0
