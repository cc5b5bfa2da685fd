"""Ways to go on with what somebody types: whole questions, phrases with a gap, entities.

What fits most words of a phrase comes first, and of one question one phrase.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product, zip_longest

from explorer.asking.answered import Filled, answered_first
from explorer.asking.lookup import Entity
from explorer.catalogue.catalogue import Catalogue
from explorer.catalogue.phrases import GAP, PERIOD, Phrase, Slot
from explorer.catalogue.query_file import QueryFile
from explorer.catalogue.themes import by_theme
from explorer.catalogue.words import MOST_CHARACTERS, MOST_WORDS, split, text_span
from explorer.completion import verbalize
from explorer.completion.candidates import Fillings
from explorer.completion.date_completions import Months
from explorer.completion.prefixes import Beginning, beginnings
from explorer.completion.suggestions import Suggestion, suggest
from explorer.completion.verbalize import Filling
from explorer.graph.base import Graph

#: From so many words of a phrase on, what is typed is no bare name.
_SURE = 2.0
#: Entities that a bare name offers, and those that stand beside phrases that begin so too.
_MOST_ENTITIES = 4
_BESIDE_PHRASES = 3
#: Questions about an entity that are tried, to offer first those that have an answer; and seconds for all of them.
_MOST_TRIED = 6
_PATIENCE = 0.2

SlotsFilled = tuple[tuple[Slot, Filling], ...]


@dataclass(frozen=True)
class Completion:
    """One way to go on. `kind` is `question` (its `parameters` are ready to run), `phrase` or `entity` (kind and id).

    `text` is the whole question, of a phrase with `…` for each gap, or the name of the entity.
    """

    kind: str
    text: str
    hint: str
    question: str = ""
    parameters: dict[str, str] = field(default_factory=dict)
    entity: tuple[str, str] | None = None

    @property
    def typed(self) -> int:
        """How many characters of the text go into the box: all, of a phrase those before its first gap."""
        return self.text.index(GAP) if self.kind == "phrase" else len(self.text)


@dataclass(frozen=True)
class _Draft:
    """A completion before it is put into words, which takes longest."""

    question: QueryFile
    phrase: Phrase
    filled: SlotsFilled
    hint: str
    #: What sorts drafts, the best first.
    order: tuple[float, int, int]


def complete(graph: Graph, catalogue: Catalogue, months: Months, text: str, most: int = 8) -> list[Completion]:
    """At most so many ways to go on with what was typed, best first; possibly none."""
    words = split(text[: MOST_CHARACTERS + 1])
    if not words or len(words) > MOST_WORDS or len(text) > MOST_CHARACTERS or most < 1:
        return []
    begun = beginnings(catalogue, text, words)
    found = _worded(catalogue, _drafts(graph, months, begun, most), most)
    if found and begun[0].score >= _SURE:
        return found
    named = suggest(graph, text_span(text, words), most=most)
    if not found:
        return [*map(_entity, named[:_MOST_ENTITIES]), *_about(graph, catalogue, named[:1])][:most]
    beside = [_entity(each) for each in named[:_BESIDE_PHRASES]]
    return [*found[: max(1, most - len(beside))], *beside][:most]


def _drafts(graph: Graph, months: Months, begun: Sequence[Beginning], most: int) -> list[_Draft]:
    """Of each question the drafts of the phrase that fits best and comes to something."""
    fillings = Fillings(graph, months, begun, most)
    found: dict[str, list[_Draft]] = {}
    for number, beginning in enumerate(fillings.beginnings):
        name = beginning.question.name
        if name not in found and (drafts := list(_drafts_of(fillings, beginning, number))):
            found[name] = drafts
    return sorted((draft for drafts in found.values() for draft in drafts), key=lambda draft: draft.order)


def _drafts_of(fillings: Fillings, beginning: Beginning, number: int) -> Iterator[_Draft]:
    slots = [slot for slot, _ in beginning.filled]
    question, phrase, slot = beginning.question, beginning.phrase, beginning.slot
    for finished in product(*(fillings.finished(question, *filled) for filled in beginning.filled)):
        filled = tuple(zip(slots, finished, strict=True))
        if slot and (beginning.typed or slot.kind in ("date", PERIOD)):
            for rank, value in enumerate(fillings.begun(beginning, slot)):
                yield _Draft(question, phrase, (*filled, (slot, value)), value.hint, (-beginning.score, rank, number))
        else:
            hint = "; ".join(filter(None, (each.hint for each in finished))) or question.title
            yield _Draft(question, phrase, filled, hint, (-beginning.score, 0, number))


def _worded(catalogue: Catalogue, drafts: Sequence[_Draft], most: int) -> list[Completion]:
    found: list[Completion] = []
    for draft in drafts:
        completion = _completion(catalogue, draft)
        if completion and completion not in found:
            found.append(completion)
        if len(found) == most:
            break
    return found


def _completion(catalogue: Catalogue, draft: _Draft) -> Completion | None:
    """The completion, or None for a phrase that leaves out what its question needs."""
    question, phrase, filled, hint = draft.question, draft.phrase, draft.filled, draft.hint
    given = {name: filling.value for slot, filling in filled for name in slot.names}
    if len(filled) < len(phrase.slots):
        return Completion("phrase", verbalize.begun(phrase, filled), hint, question.name, given)
    if any(each.required and each.name not in given for each in question.parameters):
        return None
    return Completion("question", verbalize.whole(catalogue, question, phrase, filled), hint, question.name, given)


def _entity(found: Suggestion) -> Completion:
    return Completion("entity", found.name, found.hint, entity=(found.kind, found.id))


def _about(graph: Graph, catalogue: Catalogue, named: Sequence[Suggestion]) -> Iterator[Completion]:
    """The questions about these entities alone, of each theme the first, then of each theme the second, and so on.

    Those that have no answer come last, as far as that is known in time.
    """
    for found in named:
        filling = Filling(found.name, found.id, found.hint)
        columns = ([(each, _phrase_about(each, found)) for each in questions] for _, questions in by_theme(catalogue))
        pairs = [pair for row in zip_longest(*columns) for pair in row if pair]
        phrases = {question.name: phrase for question, phrase in pairs if phrase}
        entity = Entity(found.kind, found.id, found.name)
        offered: list[Filled] = [
            (question, {}, {question.required[0].name: entity}) for question, _ in pairs if question.name in phrases
        ]
        first = answered_first(graph, offered[:_MOST_TRIED], _PATIENCE)
        for question, *_ in [*first, *offered[_MOST_TRIED:]]:
            phrase = phrases[question.name]
            draft = _Draft(question, phrase, ((phrase.slots[0], filling),), found.hint, (0.0, 0, 0))
            if completion := _completion(catalogue, draft):
                yield completion


def _phrase_about(question: QueryFile, found: Suggestion) -> Phrase | None:
    """The first phrase that has a slot for the entity and no other."""
    if len(question.required) != 1 or not question.required[0].takes(found.kind, found.sort):
        return None
    names = (question.required[0].name,)
    return next((phrase for phrase in question.wordings if phrase.names == names and len(phrase.slots) == 1), None)
