"""The sentence that says what is not recorded, where an answer has no rows, with all that narrowed the question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from explorer import dates
from explorer.answers.display import clean, heading, parameter_text
from explorer.answers.number_words import listed
from explorer.answers.subjects import called
from explorer.catalogue.header import SLOT
from explorer.catalogue.query_file import Parameter, QueryFile
from explorer.catalogue.values import ENTITIES


def nothing_found(question: QueryFile, parameters: Mapping[str, Any]) -> str:
    """What the header says of it, else that nothing of the kind is recorded."""
    said = {each.name for each in question.required} if question.none else set()
    scope = "".join(_scope(question, {name: value for name, value in parameters.items() if name not in said}))
    if question.none:
        text = SLOT.sub(lambda slot: _shown(parameters[slot[1]]), question.none)
    else:
        kind = next((column.type for column in question.columns if column.type in ENTITIES), "")
        noun = question.counts.noun if question.counts else kind
        text = f"No {noun} is recorded" if noun else "Nothing is recorded"
    return text + scope


def _scope(question: QueryFile, given: Mapping[str, Any]) -> Iterator[str]:
    """The conditions in words, each with a space before it: whom it is about, where, when, what else."""
    narrowing = [each for each in question.parameters if _narrows(each, given)]
    places = [_shown(given[each.name]) for each in narrowing if each.type == "place"]
    period = question.period or ()
    about = [each for each in narrowing if each.required and each.type in ENTITIES and each.type != "place"]
    yield f" for {listed([_shown(given[each.name]) for each in about])}" if about else ""
    yield f" in {listed(places)}" if places else ""
    yield _during([given.get(name) for name in period])
    rest = [each for each in narrowing if each not in about and each.type != "place" and each.name not in period]
    yield f" ({', '.join(f'{heading(each.name)}: {_shown(given[each.name])}' for each in rest)})" if rest else ""


def _narrows(parameter: Parameter, given: Mapping[str, Any]) -> bool:
    value = given.get(parameter.name)
    return parameter.name != "limit" and value is not None and value != parameter.default


def _during(period: Sequence[Any]) -> str:
    since, until = (each and dates.show(each.isoformat()) for each in period or (None, None))
    if since and until:
        return f" from {since} to {until}" if since != until else f" on {since}"
    return f" since {since}" if since else f" until {until}" if until else ""


def _shown(value: Any) -> str:
    return called(value) if isinstance(value, Mapping) else clean(parameter_text(value))
