"""What can be made out in words that no phrase fits: the names and titles in them, the times, and what is left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from explorer import names, written_dates
from explorer.asking import lookup
from explorer.asking.lookup import Entity
from explorer.catalogue.catalogue import Catalogue
from explorer.catalogue.words import Word, same, split
from explorer.graph.base import Graph

#: Words of a name that are looked up as one.
_LONGEST_NAME = 6
_LONGEST_DATE = 4
#: From here on, of 100, two words may be one with a slip.
_ALIKE = 75
#: Entities of one name that are offered.
_MOST_ALTERNATIVES = 4
BEFORE, AFTER = "before", "after"
#: What joins two names, or two parts of one.
_JOINING = ("and", "or", "with", "versus", "vs")
#: Kinds whose titles are short enough to name an entity by some of their words; a claim is called by a whole sentence.
_TITLED = [kind for kind in lookup.TEXTUAL if kind != "claim"]

#: The first word of a passage, and the one after its last.
Span = tuple[int, int]


@dataclass(frozen=True)
class Mention:
    """A passage of the text that names something: the entities that it can mean."""

    start: int
    end: int
    entities: tuple[Entity, ...]


@dataclass(frozen=True)
class Time:
    """A passage that is a date. `side` is BEFORE or AFTER where such a word stands in front of it."""

    start: int
    end: int
    text: str
    side: str = ""

    @property
    def bound(self) -> date | None:
        """The last day before the date, or the first one after it."""
        period = written_dates.understand(self.text)
        day = period and (period.first if self.side == BEFORE else period.last)
        return day + timedelta(days=-1 if self.side == BEFORE else 1) if day else None


@dataclass(frozen=True)
class Heard:
    """What was made out in the text: entities, times, and the words that are left."""

    mentions: tuple[Mention, ...]
    times: tuple[Time, ...]
    rest: tuple[str, ...]


def hear(graph: Graph, catalogue: Catalogue, text: str, words: Sequence[Word]) -> tuple[Heard, str]:
    """What is in the text, and a sentence that says why it is no answer yet."""
    own = {literal for _, phrase in catalogue.wordings for literal in phrase.literals}
    times = list(_times(text, words))
    mentions = _mentions(graph, text, words, times, own)
    times = [time for time in times if not any(_overlap(time, mention) for mention in mentions)]
    taken = {index for mention in mentions for index in range(mention.start, mention.end)}
    taken |= {index for time in times for index in range(time.start, time.end)}
    taken |= {time.start - 1 for time in times if time.side}
    rest = [index for index, word in enumerate(words) if index not in taken and not word.small]
    message = _message(text, mentions, bool(rest))
    unknown = [index for index in rest if not any(alike(literal, words[index].normalized) for literal in own)]
    if unknown and not mentions:
        mentions, message = _titled(graph, text, words, unknown)
        rest = [index for index in rest if index not in unknown]
    return Heard(tuple(mentions), tuple(times), tuple(words[index].normalized for index in rest)), message


def times_with_a_side(text: str) -> bool:
    """Whether a date in the text has a word in front of it that no phrase has: before or after."""
    return any(time.side for time in _times(text, split(text)))


def joined(text: str) -> tuple[str, str] | None:
    """The two parts of a passage that may be two names: what stands before and after a joining word or sign."""
    words = split(text)
    for number, word in enumerate(words[1:-1], 1):
        if word.normalized in _JOINING and not word.quoted:
            return text[: words[number - 1].end], text[words[number + 1].start :]
    for before, after in zip(words, words[1:], strict=False):
        if set(text[before.end : after.start]) & set(",;&+/"):
            return text[: before.end], text[after.start :]
    return None


def alike(literal: str, word: str) -> float:
    """How much a word is a word of a phrase, from 0 to 1."""
    if same(literal, word):
        return 1.0
    if min(len(literal), len(word)) < 4:
        return 0.0
    from rapidfuzz import fuzz

    return fuzz.ratio(literal, word, score_cutoff=_ALIKE) / 100


def _message(text: str, mentions: Sequence[Mention], more: bool) -> str:
    if mentions and not more:
        called = list(dict.fromkeys(entity.name for mention in mentions for entity in mention.entities))
        return f"What would you like to know about {', '.join(called)}?"
    return f"No question is worded like '{text}'. Is one of these meant?"


def _overlap(one: Time | Mention, other: Time | Mention) -> bool:
    return one.start < other.end and other.start < one.end


def _times(text: str, words: Sequence[Word]) -> Iterator[Time]:
    """Passages that are dates, from left to right, the longest first."""
    start = 0
    while start < len(words):
        for end in range(min(len(words), start + _LONGEST_DATE), start, -1):
            passage = text[words[start].start : words[end - 1].end]
            if any(character.isdigit() for character in passage) and written_dates.understand(passage):
                side = words[start - 1].normalized if start else ""
                yield Time(start, end, passage, side if side in (BEFORE, AFTER) else "")
                start = end - 1
                break
        start += 1


def _mentions(graph: Graph, text: str, words: Sequence[Word], times: Sequence[Time], own: set[str]) -> list[Mention]:
    """Passages that name something, longer ones first; one that holds a date, or a single letter, is a whole name.

    A single word of a name is none if phrases use that word.
    """
    spans = [
        (start, end)
        for start in range(len(words))
        for end in range(start + 1, min(len(words), start + _LONGEST_NAME) + 1)
    ]
    spelled = {span: " ".join(word.normalized for word in words[slice(*span)]) for span in spans}
    found = lookup.named(graph, [spelling for spelling in spelled.values() if names.words(spelling)])
    titles = _whole_titles(graph, text, words, own)
    mentions: list[Mention] = []
    for span in sorted({*spans, *titles}, key=lambda each: (each[0] - each[1], each[0])):
        spelling = spelled.get(span, "")
        entities = [*found.get(spelling, []), *titles.get(span, [])]
        mention = Mention(*span, ())
        if spelling in own or len(spelling) == 1 or any(_overlap(time, mention) for time in times):
            entities = [entity for entity in entities if entity.rank == lookup.WHOLE_NAME]
        if any(_overlap(time, mention) and time.end - time.start >= span[1] - span[0] for time in times):
            continue
        if entities and not any(_overlap(mention, other) for other in mentions):
            mentions.append(Mention(*span, tuple(entities[:_MOST_ALTERNATIVES])))
    return sorted(mentions, key=lambda each: each.start)


def _whole_titles(graph: Graph, text: str, words: Sequence[Word], own: set[str]) -> dict[Span, list[Entity]]:
    """The passages that are whole titles, or ids, of meetings and sources, of more than a word of phrases."""
    said = [word.normalized for word in words]
    found: dict[Span, list[Entity]] = {}
    for kind in _TITLED:
        for entity in lookup.titled(graph, kind, text):
            title = names.normalize(entity.name).split()
            for start in range(len(said) - len(title) + 1):
                if said[start : start + len(title)] == title and not (len(title) == 1 and title[0] in own):
                    whole = Entity(entity.kind, entity.id, entity.name, entity.hint, lookup.WHOLE_NAME, entity.sort)
                    found.setdefault((start, start + len(title)), []).append(whole)
    return found


def _titled(graph: Graph, text: str, words: Sequence[Word], unknown: Sequence[int]) -> tuple[list[Mention], str]:
    """What the unknown words are: part of titles, or the id of something, else names that are near, if any is."""
    span = unknown[0], unknown[-1] + 1
    passage = text[words[span[0]].start : words[span[1] - 1].end]
    called = lookup.find_by_name(graph, [(kind, passage) for kind in _TITLED])
    entities = [entity for found in called.values() for entity in found]
    if entities:
        mentions = [Mention(*span, tuple(entities[:_MOST_ALTERNATIVES]))]
        return mentions, _message(text, mentions, more=False)
    near = lookup.nearest_of_all(graph, passage)
    message = f"Nothing is called '{passage}'. " + (
        f"Nearest names: {', '.join(entity.name for entity in near)}." if near else "No name is like it."
    )
    return [Mention(*span, tuple(near))] if near else [], message
