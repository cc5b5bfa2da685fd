"""Follow-ups, `and in Vienna?`, `who else?`: the last question with its values, of which some are said anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from explorer.asking.fitting import ROLES
from explorer.asking.heard import SUBJECT, Heard
from explorer.asking.lookup import Entity
from explorer.asking.mention import Mention, by_kind
from explorer.asking.spoken import Spoken
from explorer.asking.times import Time
from explorer.asking.wordings import Wording, Wordings
from explorer.catalogue.query_file import QueryFile
from explorer.lexicon.language import Language

#: Meanings that do not make a question of their own.
_NO_QUESTION = {"who", "people", "everything"}
_NOWHERE = (0, 0)


@dataclass(frozen=True)
class Asked:
    """The question before, and its values as its answer shows them: entities as maps with type, id and name."""

    question: QueryFile
    shown: Mapping[str, Any]


def begins_as_follow_up(said: Spoken, language: Language) -> bool:
    """Whether the text begins as one: `and`, `what about`."""
    return bool(language.listed_at("following", said.words, 0))


def followed(known: Wordings, heard: Heard, before: Asked) -> Heard:
    """What was heard, together with what the question before had and this one does not say anew."""
    wording = _wording(known, before)
    kept = _kept(before, wording)
    own = heard.doubted | set(heard.meanings) - _NO_QUESTION
    if own:
        mentions = [*heard.mentions, *_pointed_at(heard, kept)]
    else:
        mentions = _replaced(_without_second(kept) if heard.other else kept, heard.mentions)
    meanings = heard.meanings if own else (*dict.fromkeys((*_meanings(wording), *heard.meanings)),)
    conditions = heard.conditions if own or heard.conditions else _conditions(before)
    return replace(
        heard,
        mentions=tuple(mentions),
        times=heard.times or _times(before),
        meanings=tuple(meanings),
        conditions=tuple(conditions),
        pointing=bool(heard.pointers) and not own and not kept,
    )


def _wording(known: Wordings, before: Asked) -> Wording | None:
    """The phrase of the question before that names most of its values."""
    filled = {name for name, value in before.shown.items() if value is not None}
    own = [wording for wording in known.every if wording.question.name == before.question.name]
    return max(own, key=lambda each: len(filled & {slot.parameter for slot in each.slots}), default=None)


def _meanings(wording: Wording | None) -> list[str]:
    return sorted(wording.meanings) if wording else []


def _kept(before: Asked, wording: Wording | None) -> list[Mention]:
    """The names of the question before, each as what it was to the verb."""
    markers = {slot.parameter: slot.marker for slot in wording.slots} if wording else {}
    found = []
    for parameter in before.question.parameters:
        value = before.shown.get(parameter.name)
        if isinstance(value, Mapping):
            entity = Entity(value["type"], value["id"], value["name"])
            marker = markers.get(parameter.name) or (parameter.name if parameter.name in ROLES else "")
            found.append(Mention(_NOWHERE, by_kind([entity]), marker=marker, whole=True))
    return found


def _replaced(kept: Sequence[Mention], heard: Sequence[Mention]) -> list[Mention]:
    """The names before, each new one in the place of the last of its kind, or of the one with its role."""
    found = list(kept)
    for mention in heard:
        same = [number for number, each in enumerate(found) if set(each.found) & set(mention.found)]
        of_role = [number for number in same if mention.marker and found[number].marker == mention.marker]
        in_new_role = mention.marker in ROLES and not of_role and all(found[number].marker for number in same)
        if not same or in_new_role:
            found.append(mention)
            continue
        at = (of_role or same)[-1]
        marker = found[at].marker if mention.marker in ("", SUBJECT) else mention.marker
        found[at] = replace(mention, marker=marker)
    return found


def _pointed_at(heard: Heard, kept: Sequence[Mention]) -> list[Mention]:
    """For each `he` or `them` the people that it can mean."""
    actors = [entity for mention in kept for entity in mention.of("actor")]
    found = []
    for marker, several in heard.pointers:
        if several:
            found += [Mention(_NOWHERE, by_kind([entity]), marker=marker) for entity in actors]
        elif actors:
            found.append(Mention(_NOWHERE, by_kind(actors), marker=marker))
    return found


def _without_second(kept: Sequence[Mention]) -> list[Mention]:
    """Without the second of two actors: others than that one are asked for."""
    actors = [number for number, mention in enumerate(kept) if mention.of("actor")]
    return [mention for number, mention in enumerate(kept) if number not in actors[1:]]


def _times(before: Asked) -> tuple[Time, ...]:
    if before.question.period is None:
        return ()
    since, until = (before.shown.get(name) for name in before.question.period)
    first, last = (day if isinstance(day, date) else None for day in (since, until))
    return (Time(_NOWHERE, first, last),) if first or last else ()


def _conditions(before: Asked) -> list[tuple[str, str, str]]:
    """Plain values of the question before that words can give: a kind of claim, the status of a meeting."""
    plain = {each.name for each in before.question.parameters if each.type == "string"}
    return [(before.question.headline, name, value) for name, value in before.shown.items() if name in plain and value]
