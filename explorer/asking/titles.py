"""Titles of meetings and sources, words of claims, and ids, as they stand in a question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from explorer.asking import lookup
from explorer.asking.heard import Heard
from explorer.asking.lookup import Entity
from explorer.asking.mention import Mention, by_kind
from explorer.asking.slips import SHORTEST_NAME
from explorer.asking.spoken import Span, Spoken, is_free
from explorer.asking.typing_slips import slips_between
from explorer.catalogue.words import split
from explorer.graph.base import Graph
from explorer.lexicon.language import Language

#: Words that may be left out of a title, or stand between its words.
_DULL = frozenset("the of in on and a with to for at s was were is there no an by from".split())
_BETWEEN = frozenset("the of with s and a".split())
#: An id in a text: words with signs between.
_ID = re.compile(r"[^\s,;?!]*[-_:/.#][^\s,;?!]*\w")
#: Meanings that are asked of a meeting or a claim that is named by its title; and words that are a long piece of one.
_OF_TITLES = {"attend", "everything", "source", "dispute", "single", "noquote", "answer", "support", "mention"}
_OF_CLAIMS, _LONG = {"source", "dispute", "answer", "support", "connect"}, 2
#: What share of a title, or how many words of it, are enough to mean it.
_NEARLY, _MOST_OF_IT, _HALF, _BEGINNING, _MANY = 0.8, 0.6, 0.5, 0.3, 4


def ids(graph: Graph, spoken: Spoken) -> list[Mention]:
    """Passages that are ids of entities of any kind."""
    found: list[Mention] = []
    wanted = {match[0]: match.span() for match in _ID.finditer(spoken.text)}
    if not wanted:
        return found
    for text, entities in lookup.by_ids(graph, list(wanted)).items():
        span = _span_of(spoken, *wanted[text])
        if entities and span:
            found.append(Mention(span, by_kind(entities), whole=True))
    return found


def _span_of(spoken: Spoken, start: int, end: int) -> Span | None:
    """The words that lie within these characters of the text."""
    within, at = [], 0
    for token in spoken.tokens:
        count = len(token.normalized.split())
        if start <= token.start and token.end <= end:
            within += [at, at + count]
        at += count
    return (within[0], within[-1]) if within else None


def kinds_meant(heard: Heard, spoken: Spoken) -> list[str]:
    """The kinds of which a title may stand in the text, as far as it is understood without: each costs a search."""
    meant = heard.doubted | set(heard.meanings)
    quoted = any(token.quoted for token in spoken.tokens)
    names_read = {mention.span for mention in heard.mentions if mention.read_as}
    slips = sum(span not in names_read for span, _ in heard.slips)
    unexplained = len(heard.unknown) + len(heard.unanswerable) + slips
    by_office = any(mention.by_office for mention in heard.mentions)  # an office may be a piece of a title
    about_title = by_office or bool(meant & _OF_TITLES) or {"say", "meet"} <= set(heard.meanings)
    kinds = {
        "meeting": quoted or unexplained or about_title,
        "source": quoted or unexplained or about_title,
        "claim": quoted or unexplained >= _LONG or unexplained and meant & _OF_CLAIMS,
    }
    return [kind for kind in lookup.TEXTUAL if kinds[kind]]


def titles(
    graph: Graph,
    spoken: Spoken,
    language: Language,
    kinds: Sequence[str],
    taken: Sequence[Span],
    names_in: frozenset[str],
) -> list[Mention]:
    """Nearly all words of a title in a row, or a long piece of a claim; those that share most with the text.

    `names_in` are the words that are names: a title of names only is not meant by them alone.
    """
    scored: list[tuple[float, Span, Entity, bool]] = []
    for kind in kinds:
        for entity in lookup.titled(graph, kind, spoken.text):
            scored += (
                (score, span, entity, whole)
                for score, span, whole in _stretches(spoken, language, kind, entity, names_in)
            )
    mentions: list[Mention] = []
    for score, span, entity, whole in sorted(scored, key=lambda each: (-each[0], each[1])):
        others = [each.span for each in mentions]
        if is_free(span, others if whole else [*taken, *others]):
            same = [other for points, where, other, _ in scored if where == span and points == score]
            mentions.append(Mention(span, by_kind([entity, *same]), whole=whole))
    return mentions


def _stretches(
    spoken: Spoken, language: Language, kind: str, entity: Entity, names_in: frozenset[str]
) -> Iterator[tuple[float, Span, bool]]:
    """The passages that hold enough words of a title, with how much they say of it, and whether they say all of it."""
    title = [word for token in split(entity.name) for word in token.normalized.split()]
    content = {word for word in title if word not in _DULL}
    words = [_as_in_title(word, content, language) for word in spoken.words]
    for start in range(len(words)):
        if words[start] not in content:
            continue
        end = start
        while end < len(words) and (words[end] in title or words[end] in _BETWEEN):
            end += 1
        while words[end - 1] not in content:
            end -= 1
        hits = {word for word in words[start:end] if word in content}
        begin = start
        while begin and words[begin - 1] in title and words[begin - 1] in _DULL:
            begin -= 1
        share = len(hits) / len(content)
        quoted = spoken.is_quoted(start) and spoken.is_quoted(end - 1)
        an_event = any(word not in names_in for word in hits) or _says_meeting(words, language, begin)
        alone = len(content) == 1 and not language.knows(words[start]) and not hits <= names_in
        several = len(hits) >= 2
        begins = title[0] in hits and title[0] not in names_in and share >= _BEGINNING
        enough = {
            "claim": several and (quoted or share >= _HALF or len(hits) >= _MANY),
            "meeting": several and share >= _MOST_OF_IT and (an_event or len(hits) >= 3) or quoted and share == 1,
            "source": several and (share >= _NEARLY or begins) or share == 1 and alone,
        }[kind]
        if enough:
            yield share + len(hits), (begin, end), share == 1


def _as_in_title(word: str, content: set[str], language: Language) -> str:
    """The word of the title from which a long word is one slip away, if nothing else is known of it; else the word."""
    if len(word) < SHORTEST_NAME - 1 or word in content or word.isdigit() or language.spells(word):
        return word
    long = (other for other in sorted(content) if len(other) >= SHORTEST_NAME)
    return next((other for other in long if slips_between(word, other)), word)


def _says_meeting(words: Sequence[str], language: Language, begin: int) -> bool:
    """Whether the word before the passage says that a meeting is named: `the meeting Blinken in Kyiv`."""
    return begin > 0 and any(sense.meaning == "meet" for sense in language.sense_at(words[:begin], begin - 1)[1])
