"""Finds the question that plain words ask, and its values, or Choices. No language model: words and phrases decide.

A text that is worded as a phrase is read word for word. Any other is heard (hearing.py), compared with all phrases
(fitting.py), and answered where nothing is left unexplained (deciding.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from explorer.answers.answer import Choices, Understanding
from explorer.asking import exact, parameters, plain_choices, retelling
from explorer.asking.aspects import aspect_of
from explorer.asking.deciding import Decision, decided, others
from explorer.asking.fitting import Reading
from explorer.asking.following import Asked, begins_as_follow_up, followed
from explorer.asking.heard import Heard
from explorer.asking.hearing import Ear, hear
from explorer.asking.latest_year import LatestYear
from explorer.asking.parameters import Understood
from explorer.asking.spoken import Span, Spoken, spoken
from explorer.asking.tongue import apart, language_of
from explorer.asking.wordings import Wordings, wordings
from explorer.catalogue.catalogue import Catalogue
from explorer.catalogue.query_file import QueryFile
from explorer.graph.base import Graph
from explorer.lexicon.language import Language


def understand(
    graph: Graph,
    catalogue: Catalogue,
    languages: Sequence[Language],
    text: str,
    max_rows: int,
    before: Asked | None = None,
) -> tuple[QueryFile, Understood] | Choices:
    """The question that `text` asks, with its values, or Choices, of which there is always one.

    `before` is the question from which a follow-up takes its values. Raises UsageError for a text without words, or
    with too many.
    """
    known = wordings(catalogue, languages[0])
    said = spoken(text)
    language = language_of(graph, said, languages, known.own)
    result = _understand(graph, catalogue, known, said, language, max_rows, before)
    if isinstance(result, Choices):
        return result
    question, understood = result
    return question, replace(understood, aspect=aspect_of(said, language))


def _understand(
    graph: Graph,
    catalogue: Catalogue,
    known: Wordings,
    said: Spoken,
    language: Language,
    max_rows: int,
    before: Asked | None,
) -> tuple[QueryFile, Understood] | Choices:
    continues = before is not None and begins_as_follow_up(said, language)
    found = exact.read(graph, catalogue, said.text, said.tokens)
    worded = found.is_found and not continues and not found.takes_any_words
    pair = exact.two_names(graph, found) if worded else ""
    if worded and not pair:
        return exact.decide(graph, said.text, found, max_rows)
    said = apart(graph, said, language)
    every = list(hear(Ear(graph, known, LatestYear(graph), date.today()), said, language))
    if not continues and not pair and (corrected := _corrected(graph, catalogue, said, every, max_rows)):
        return corrected
    decision = decided(known, every)
    if pair:
        return plain_choices.one_name_or_two(catalogue, said.text, pair, found, decision)
    if before and (continues or not decision.sure):
        follow_up = decided(known, [followed(known, each, before) for each in every])
        decision = follow_up if follow_up.sure else decision
    if decision.sure and not (found.takes_any_words and not decision.readings[0].filled):
        return _answered(graph, decision, max_rows, said)
    if found.takes_any_words:
        return exact.decide(graph, said.text, found, max_rows)
    return plain_choices.choices(graph, catalogue, said, decision, every, found, max_rows)


def _corrected(
    graph: Graph, catalogue: Catalogue, said: Spoken, every: Sequence[Heard], max_rows: int
) -> tuple[QueryFile, Understood] | None:
    """The question whose phrase the text is word for word, once its slips of the keyboard are corrected."""
    for text, slips in dict.fromkeys((said.with_passages(each.slips), each.slips) for each in every if each.slips):
        found = exact.read(graph, catalogue, text, spoken(text).tokens)
        if found.is_found and not found.takes_any_words and not exact.two_names(graph, found):
            result = exact.decide(graph, text, found, max_rows)
            if not isinstance(result, Choices):
                question, understood = result
                return question, replace(understood, how=Understanding(text, tuple(_slips(said, slips))))
    return None


def _slips(said: Spoken, slips: Sequence[tuple[Span, str]]) -> Iterator[str]:
    return (f"'{said.passage(span)}' read as {text}" for span, text in slips)


def _answered(graph: Graph, decision: Decision, max_rows: int, said: Spoken) -> tuple[QueryFile, Understood]:
    top = decision.readings[0]
    known = {(top.question.parameter(name).type, entity.id): [entity] for name, entity in top.entities.items()}
    understood = parameters.understand(graph, top.question, top.filled, max_rows, known)
    assert isinstance(understood, Understood)  # each name means one entity
    how = Understanding(
        text=retelling.retold(top.question, top.given, top.entities),
        read_as=_read_as(top, said),
        others=tuple(plain_choices.choice_of(each) for each in others(decision)),
    )
    return top.question, replace(understood, how=how)


def _read_as(top: Reading, said: Spoken) -> tuple[str, ...]:
    """What was read otherwise than it was typed: slips, and those who are called by an office."""
    offices = []
    for mention in top.heard.mentions:
        if mention.by_office:
            offices.append(f"'{said.passage(mention.span)}' read as {mention.entities[0].name}")
    loose = (f"'{word}' taken as meetings of any kind" for word in dict.fromkeys(top.heard.loose))
    return (*_slips(said, top.heard.slips), *offices, *loose)
