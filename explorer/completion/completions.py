"""Ways to go on with what somebody types: whole questions, phrases with a gap, entities.

What fits most words of a phrase comes first, and of one question one phrase.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import product, zip_longest

from explorer.answers.answer import Choice
from explorer.asking.answered import NOTHING, Filled, answered_first, has_answer, with_nothing
from explorer.asking.latest_year import LatestYear
from explorer.asking.lookup import Entity
from explorer.catalogue.catalogue import Catalogue
from explorer.catalogue.phrases import GAP, PERIOD, Phrase, Slot
from explorer.catalogue.query_file import QueryFile
from explorer.catalogue.themes import by_theme
from explorer.catalogue.words import MOST_CHARACTERS, MOST_WORDS, split, text_span
from explorer.completion import verbalize
from explorer.completion.candidates import Fillings
from explorer.completion.date_completions import Months
from explorer.completion.heard import Offers
from explorer.completion.heard import heard as heard_in
from explorer.completion.hurried import Recent, hurried
from explorer.completion.prefixes import Beginning, beginnings
from explorer.completion.suggestions import Suggestion, suggest
from explorer.completion.verbalize import Filling
from explorer.errors import TooSlow
from explorer.graph.base import Graph
from explorer.lexicon.language import Language

#: From so many words of a phrase on, what is typed is no bare name.
_SURE = 2.0
#: Entities that a bare name offers, and those that stand beside phrases that begin so too.
_MOST_ENTITIES = 4
_BESIDE_PHRASES = 3
#: Seconds to find the year of a month, which is kept: all meetings and claims are looked at.
_FOR_A_YEAR = 2.0
#: Questions about an entity that are tried, to offer first those that have an answer.
_MOST_TRIED = 6

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
    def is_empty(self) -> bool:
        """Whether it is known to have no answer."""
        return self.hint.endswith(NOTHING)

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


@dataclass(frozen=True)
class Box:
    """What completing needs besides the graph: the questions, the languages, and what was read of late."""

    catalogue: Catalogue
    languages: Sequence[Language]
    months: Months
    recent: Recent


def complete(graph: Graph, box: Box, text: str, most: int, within: float) -> list[Completion]:
    """At most so many ways to go on with what was typed, best first; possibly none. Empty answers come last.

    `within` so many seconds other words than those of phrases are understood; in a fifth of them empty answers are
    found.
    """
    words = split(text[: MOST_CHARACTERS + 1])
    if not words or len(words) > MOST_WORDS or len(text) > MOST_CHARACTERS or most < 1:
        return []
    begun = beginnings(box.catalogue, text, words)
    found = _worded(box.catalogue, _drafts(graph, box.months, begun, most), most)
    quick = hurried(graph, box.recent, within / 5)
    if not found or begun[0].score < _SURE:
        named = suggest(graph, text_span(text, words), most=most)
        heard = _heard(graph, box, text, within) if len(words) > 1 or not (found or named) else Offers()
        found = _once(box.catalogue, _together(quick, box.catalogue, found, named, heard, most))[:most]
    return _empty_last(quick, box.catalogue, found)


def _together(
    graph: Graph,
    catalogue: Catalogue,
    found: Sequence[Completion],
    named: Sequence[Suggestion],
    heard: Offers,
    most: int,
) -> list[Completion]:
    """What few words of a phrase begin, with what the question box understands, and whom the words name."""
    if heard.named and not named:
        named = [Suggestion(each.kind, each.id, each.name, "", each.hint, each.sort) for each in heard.named]
    sure = list(map(_of_choice, heard.sure))
    others = list(map(_of_choice, [*heard.completed, *heard.near]))
    if found:
        beside = [*map(_entity, named[:_BESIDE_PHRASES]), *others[:_BESIDE_PHRASES]]
        return [*sure, *found[: max(1, most - len(beside) - len(sure))], *beside]
    about = () if sure else _about(graph, catalogue, named[:1])
    return [*sure, *map(_entity, named[:_MOST_ENTITIES]), *others, *about]


def _heard(graph: Graph, box: Box, text: str, within: float) -> Offers:
    """What the question box makes of the text, as far as that is known in time."""
    try:
        year_of = LatestYear(hurried(graph, box.recent, _FOR_A_YEAR))
        return heard_in(hurried(graph, box.recent, within), box.catalogue, box.languages, year_of, text)
    except TooSlow:
        return Offers()


def _of_choice(choice: Choice) -> Completion:
    return Completion("question", choice.text, choice.hint or choice.title, choice.question, dict(choice.parameters))


def _once(catalogue: Catalogue, offered: Sequence[Completion]) -> list[Completion]:
    """Each offer once, and no general question that asks the same as another."""
    general = {each.name for each in catalogue.values() if each.general}
    whole = [each for each in offered if each.kind == "question" and each.question not in general]
    own = [sorted(each.parameters.values()) for each in whole]
    once: dict[object, Completion] = {}
    for each in offered:
        if each.kind != "question" or each.question not in general or sorted(each.parameters.values()) not in own:
            once.setdefault((each.kind, each.question, each.entity, *sorted(each.parameters.items())), each)
    return list(once.values())


def _empty_last(graph: Graph, catalogue: Catalogue, offered: Sequence[Completion]) -> list[Completion]:
    """The same, whole questions without a row last, which they say, as far as that is known in time."""
    told = [
        replace(each, hint=with_nothing(each.hint))
        if each.kind == "question" and not has_answer(graph, catalogue, each.question, each.parameters)
        else each
        for each in offered
    ]
    return sorted(told, key=lambda each: each.is_empty)


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
        first = answered_first(graph, offered[:_MOST_TRIED])
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
