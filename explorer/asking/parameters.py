"""Turns what a person gave for the parameters of a question into values for its statement, or into Choices.

Strings become typed values, names become ids. What does not fit is said for all parameters at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from explorer import model, names
from explorer.answers.answer import Choice, Choices, Understanding
from explorer.answers.summary import Aspect
from explorer.asking import earlier_form, lookup, namesakes, nearest_names
from explorer.asking.lookup import Entity
from explorer.catalogue import values
from explorer.catalogue.phrases import Slot, fill_phrase
from explorer.catalogue.query_file import Parameter, QueryFile
from explorer.catalogue.values import text_of
from explorer.catalogue.words import MOST_CHARACTERS
from explorer.errors import NotFound, UsageError
from explorer.graph.base import Graph
from explorer.nearest import nearest
from explorer.shortened import shortened

#: Characters of a value that a message repeats.
_REPEATED = 100


@dataclass(frozen=True)
class Understood:
    """`values` as the statement takes them, `shown` as the answer tells them: entities with type, id and name.

    `how` says how plain words were understood; None where they are worded as a phrase. `aspect` is what they ask after.
    """

    values: dict[str, Any]
    shown: dict[str, Any]
    how: Understanding | None = None
    aspect: Aspect | None = None


def understand(
    graph: Graph,
    question: QueryFile,
    given: Mapping[str, Any],
    max_rows: int,
    known: Mapping[lookup.Wanted, list[Entity]] | None = None,
) -> Understood | Choices:
    """The values that `given` stands for; what is empty counts as not given. What is `known` is not looked up again.

    Choices where a name fits several entities, or none but some are near.
    Raises UsageError for what does not fit, NotFound for a name that nothing is like.
    """
    present = {name: value for name, value in given.items() if not values.is_missing(value)}
    own_limit = min(question.parameter("limit").default, max_rows)  # which gives way to the limit of all
    typed = _typed(question, {"limit": own_limit, **present}, max_rows)
    entities = {each.name: str(typed[each.name]) for each in _entities(question) if typed[each.name] is not None}
    types = {each.name: each.type for each in question.parameters}
    wanted = [(types[name], text) for name, text in entities.items()]
    found = {**(known or {}), **lookup.find(graph, [each for each in wanted if each not in (known or {})])}
    # Words are searched for in another form, and shown as they were typed.
    shown = typed | {
        each.name: " ".join(str(present[each.name]).split()) for each in question.parameters if _is_said(each, present)
    }
    hits = {name: found[types[name], text] for name, text in entities.items()}
    sure = {name: each[0] for name, each in hits.items() if len(each) == 1}
    if unsure := {name: each for name, each in hits.items() if name not in sure}:
        return _choices(graph, question, present, unsure, sure)
    for name, entity in sure.items():
        typed[name] = entity.id
        shown[name] = {"type": types[name], "id": entity.id, "name": entity.name}
    wholes = {each.whole: names.normalize(str(shown[each.name] or "")) for each in question.parameters if each.whole}
    return Understood(typed | wholes, shown)


def _is_said(parameter: Parameter, given: Mapping[str, Any]) -> bool:
    return parameter.type == "words" and parameter.name in given


def _entities(question: QueryFile) -> list[Parameter]:
    return [each for each in question.parameters if each.type in values.ENTITIES]


def _typed(question: QueryFile, given: Mapping[str, Any], max_rows: int) -> dict[str, Any]:
    """All parameters typed, entities still as text. Raises UsageError with all that is wrong."""
    general = _unknown(question, given)
    missing = [each.name for each in question.parameters if each.required and each.name not in given]
    if missing:
        # An unknown name is most likely the missing one misspelt, so both are said.
        general.append(f"{question.name} needs {_listed(missing)}")
    typed: dict[str, Any] = {}
    faults: dict[str, str] = {}
    for each in question.parameters:
        try:
            typed[each.name] = value_of(each, given[each.name]) if each.name in given else each.default
        except ValueError as error:
            faults[each.name] = f"'{shortened(text_of(given[each.name]), _REPEATED)}' {error}"
    faults |= _limits(question, typed, max_rows)
    if general or faults:
        raise UsageError("\n".join(general), faults)
    return typed


def value_of(parameter: Parameter, value: Any) -> Any:
    """The typed value of one parameter; for an entity its name or id as text. Raises ValueError."""
    if len(text_of(value)) > MOST_CHARACTERS:
        raise ValueError(f"is too long: write at most {MOST_CHARACTERS} characters")
    if parameter.type in values.ENTITIES:
        if isinstance(value, Mapping):  # as an answer shows it
            return value["id"]
        return values.text_given(value).strip()
    return values.scalar(parameter.type, value, last_day=parameter.refinement == "last")


def takes(question: QueryFile, slot: Slot, text: str) -> bool:
    """Whether a text can be a value of all parameters that a slot fills."""
    try:
        for name in slot.names:
            value_of(question.parameter(name), text)
    except ValueError:
        return False
    return True


def _unknown(question: QueryFile, given: Mapping[str, Any]) -> list[str]:
    known = [each.name for each in question.parameters]
    faults = []
    for name in (name for name in given if name not in known):
        near = nearest(name, known) if len(name) <= _REPEATED else None
        hint = f"did you mean '{near}'?" if near else f"it takes {_listed(known)}"
        faults.append(f"{question.name} has no parameter '{shortened(name, _REPEATED)}': {hint}")
    return faults


def _limits(question: QueryFile, typed: Mapping[str, Any], max_rows: int) -> dict[str, str]:
    """What is wrong with values that fit their types, by parameter."""
    faults = {}
    limit = typed.get("limit")
    if limit is not None and not 1 <= limit <= max_rows:
        faults["limit"] = f"{limit} rows cannot be given, only 1 to {max_rows}"
    first, last = question.period or ("", "")
    begin, end = typed.get(first), typed.get(last)
    if begin and end and begin > end:
        faults[first] = f"{begin} is after {last}, {end}: put the earlier day first"
    return faults


def _listed(words: list[str]) -> str:
    quoted = [f"'{word}'" for word in words]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"


def _choices(
    graph: Graph,
    question: QueryFile,
    given: Mapping[str, Any],
    unsure: Mapping[str, list[Entity]],
    sure: Mapping[str, Entity],
) -> Choices:
    """One choice for each entity that the first of the unsure parameters can mean, or whose name is near it.

    A name that is not there is filled with the nearest, where the choice is about another one. Raises NotFound if
    nothing is like it.
    """
    offered: list[tuple[str, str, list[Entity], str]] = []
    others = dict(sure)
    for name, hits in unsure.items():
        kind, text = question.parameter(name).type, str(given.get(name, question.parameter(name).default))
        message = f"'{text}' names several {model.kind_of(kind).plural}. Which one is meant?"
        if not hits:
            hits = nearest_names.nearest(graph, kind, text)
            message = " ".join(filter(None, [none_called(kind, text, hits), earlier_form.notice(graph, text)]))
            if not hits:
                raise NotFound(message)
            if offered:
                others[name] = hits[0]
        offered.append((name, text, hits, message))
    name, text, hits, message = offered[0]
    if not (hits := [hit for hit in hits if hit not in others.values()]):
        raise NotFound(message)
    if len(hits) > lookup.MOST:
        hits = hits[: lookup.MOST]
        message += f" The first {lookup.MOST} are shown; more of the name narrows it down."
    hits = namesakes.told_apart(graph, hits)
    return Choices(text, message, [choice(question, given, {**others, name: hit}, name) for hit in hits])


def none_called(kind: str, text: str, near: list[Entity]) -> str:
    """The sentence that says that a name is not there, and what is near it."""
    called = "is called" if kind in lookup.NAMED else "has the id or the words"
    names = ", ".join(entity.name for entity in near)
    return f"No {kind} {called} '{text}'. " + (f"Nearest names: {names}." if near else "No name is like it.")


def choice(
    question: QueryFile, given: Mapping[str, Any], entities: Mapping[str, Entity], picked: str | None = None
) -> Choice:
    """A question to pick, filled with what was given and with these entities; the hint is on `picked`, or on all."""
    texts = {name: text_of(value) for name, value in given.items()}
    spoken = texts | {name: entity.name for name, entity in entities.items()}
    filled = texts | {name: entity.id for name, entity in entities.items()}
    return Choice(
        question=question.name,
        title=question.title,
        text=fill_phrase(question.wordings, spoken) or question.title,
        parameters=filled,
        hint="; ".join(entity.hint for name, entity in entities.items() if entity.hint and picked in (None, name)),
        missing=tuple(each.name for each in question.parameters if each.required and each.name not in filled),
    )
