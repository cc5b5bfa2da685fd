"""Reads a text as a phrase of a question, word for word, with names in its slots.

The phrase that fits best wins: an exact whole name of several words, whatever these are, then names that are found
before names that are not, then most words of its own, then fewest words in its slots. Where several are equally good,
the person picks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from explorer import names
from explorer.answers.answer import Choice, Choices
from explorer.asking import lookup, parameters
from explorer.asking.parameters import Understood
from explorer.asking.worded import Found, Known, Passage, WordedReading, is_exact
from explorer.catalogue import matching, values
from explorer.catalogue.catalogue import Catalogue
from explorer.catalogue.matching import Spans
from explorer.catalogue.phrases import Phrase
from explorer.catalogue.query_file import QueryFile
from explorer.catalogue.words import Word, marked_span, same, split, text_span, wider_spans
from explorer.catalogue.words import stems as stems_of
from explorer.errors import NotFound, UsageError
from explorer.graph.base import Graph

#: Readings of one text whose names are looked up; passages that are searched for in titles, one statement each.
_MOST_READINGS = 60
_MOST_SEARCHES = 4
#: Choices that are offered at most.
MOST_CHOICES = 12
#: Readings whose names are not there that are offered with the nearest names.
_MOST_NEARBY = 3
#: What joins two names, or two parts of one.
_JOINING = ("and", "or", "with", "versus", "vs")


def read(graph: Graph, catalogue: Catalogue, text: str, words: Sequence[Word]) -> Found:
    """The ways in which the text reads as a phrase of a question, word for word; possibly none."""
    readings = readings_of(catalogue, text, words)
    known = _look_up(graph, readings)
    readings = [_with_whole_names(reading, known) for reading in readings]
    best = _best(readings, known)
    if best and not best[0].is_found(known):
        known |= lookup.find_by_office(graph, known)
        best = _best(readings, known)
    return Found(tuple(best), known)


def readings_of(catalogue: Catalogue, text: str, words: Sequence[Word]) -> list[WordedReading]:
    """The ways to read the text, those with most words of their own first."""
    timed = any(character.isdigit() for character in text)
    stems = stems_of(words)
    found: dict[Any, WordedReading] = {}
    for question in catalogue.values():
        for phrase in question.wordings if timed else question.phrases:
            if not phrase.stems <= stems:
                continue
            for spans in matching.fits(phrase, words):
                reading = _reading(question, phrase, spans, text, words)
                if reading:
                    found.setdefault((question.name, len(phrase.literals), *sorted(reading.given.items())), reading)
    ordered = sorted(found.values(), key=lambda each: (-len(each.phrase.literals), each.slot_words))
    return ordered[:_MOST_READINGS]


def _reading(
    question: QueryFile, phrase: Phrase, spans: Spans, text: str, words: Sequence[Word]
) -> WordedReading | None:
    """The reading, or None where a passage cannot be a value of its slot's type."""
    passages = []
    for slot, (start, end) in zip(phrase.slots, spans, strict=True):
        passage = (marked_span if slot.kind == "words" else text_span)(text, words[start:end])
        if not parameters.takes(question, slot, passage):
            return None
        # `meetings between Russia and NATO and the US`: an `and` in a name counts only if the whole is a name.
        own_word = any(same(word.normalized, own) for word in words[start:end] for own in phrase.literals)
        wider = tuple(wider_spans(text, words[start:end])) if slot.kind in values.ENTITIES else ()
        passages.append(Passage(slot, passage, wider, own_word))
    return WordedReading(question, phrase, tuple(passages), sum(end - start for start, end in spans))


def _look_up(graph: Graph, readings: Sequence[WordedReading]) -> Known:
    """What every passage that stands for an entity can mean: one statement for all names, one for each title."""
    passages = [passage for reading in readings for passage in reading.named]
    wanted = dict.fromkeys(passage.wanted for passage in passages)
    wanted |= dict.fromkeys((passage.slot.kind, text) for passage in passages for text in passage.wider)
    named = [each for each in wanted if each[0] in lookup.NAMED]
    titled = [each for each in wanted if each[0] in lookup.TEXTUAL][:_MOST_SEARCHES]
    return lookup.find_by_name(graph, named + titled)


def _with_whole_names(reading: WordedReading, known: Known) -> WordedReading:
    """The reading whose passages keep the small words that belong to a name."""
    return replace(reading, passages=tuple(_with_whole_name(passage, known) for passage in reading.passages))


def _with_whole_name(passage: Passage, known: Known) -> Passage:
    """The longest passage that is an exact name, else the one whose words all stand in a name.

    If less of it is an exact name of something else, either may be meant, so that the person is asked.
    """
    found = [text for text in passage.wider if known.get((passage.slot.kind, text))]
    exact = [text for text in found if is_exact(known[passage.slot.kind, text])]
    narrow = known.get(passage.wanted) or []
    if not found:
        return passage
    if not exact and narrow and names.words(found[0]) == names.words(passage.text):
        return passage
    wide = known[passage.slot.kind, found[0]]
    if not exact and is_exact(narrow):
        known[passage.slot.kind, found[0]] = [*narrow, *(entity for entity in wide if entity not in narrow)]
    return replace(passage, text=(exact or found)[0])


def _best(readings: Sequence[WordedReading], known: Known) -> list[WordedReading]:
    """The readings than which none is better, one for each question and passage."""
    sound = [reading for reading in readings if not _has_own_word_in_name(reading, known)]
    if not sound:
        return []
    best = min(reading.order(known) for reading in sound)
    once: dict[Any, WordedReading] = {}
    for reading in sound:
        if reading.order(known) == best:
            once.setdefault((reading.question.name, *reading.meaning(known)), reading)
    return list(once.values())


def _has_own_word_in_name(reading: WordedReading, known: Known) -> bool:
    return any(
        passage.own_word and hits[0].rank > lookup.WHOLE_NAME
        for passage in reading.passages
        if (hits := known.get(passage.wanted))
    )


def two_names(graph: Graph, found: Found) -> str:
    """A passage that was found by its words, as one name, and of which each half is a name too; "" without any."""
    for passage in found.readings[0].named:
        halves = joined(passage.text)
        if halves and len(found.readings) == 1 and not is_exact(found.known.get(passage.wanted)):
            wanted = [(passage.slot.kind, half) for half in halves]
            if all(lookup.find_by_name(graph, wanted).values()):
                return passage.text
    return ""


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


def decide(graph: Graph, text: str, found: Found, max_rows: int) -> tuple[QueryFile, Understood] | Choices:
    """The one reading understood, or Choices among several readings, or among several entities of one name."""
    best, known = found.readings, found.known
    understood = [(each, parameters.understand(graph, each.question, each.given, max_rows, known)) for each in best]
    if len(understood) == 1 and isinstance(understood[0][1], Understood):
        return best[0].question, understood[0][1]
    choices: list[Choice] = []
    messages = []
    for reading, result in understood:
        if isinstance(result, Choices):
            messages.append(result.message)
            choices += result.choices
        else:
            choices.append(choice(reading, known))
    message = messages[0] if len(best) == 1 else f"'{text}' can be understood in several ways. Which one is meant?"
    return Choices(text, message, choices[: 2 * MOST_CHOICES])


def choice(reading: WordedReading, known: Known) -> Choice:
    """The reading to pick, each name as the entity that is most likely meant."""
    entities = {passage.slot.names[0]: known[passage.wanted][0] for passage in reading.named}
    return parameters.choice(reading.question, reading.given, entities)


def nearest(graph: Graph, found: Found, max_rows: int) -> list[Choices]:
    """Where a name is not there: the same question with the nearest names, for each reading that has some.

    Raises NotFound where nothing is like any of the names, though another name was found.
    """
    near: list[Choices] = []
    unlike: NotFound | None = None
    for reading in found.readings[:_MOST_NEARBY]:
        try:
            understood = parameters.understand(graph, reading.question, reading.given, max_rows, found.known)
        except NotFound as error:
            unlike = unlike or error
            continue
        except UsageError:
            continue
        if isinstance(understood, Choices):
            near.append(understood)
    if not near and unlike and any(found.known.get(each) for each in found.readings[0].wanted):
        raise unlike
    return near
