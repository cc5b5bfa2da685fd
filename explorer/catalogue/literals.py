"""Values as Cypher literals: a statement with its values in it, and `:param` lines for Neo4j Browser."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from explorer.catalogue.cypher_tokens import with_values
from explorer.catalogue.query_file import Parameter, QueryFile
from explorer.catalogue.values import ENTITIES
from explorer.names import asked_words, normalize

_ESCAPES = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
#: What stands for a required value that is not known yet.
_BLANKS = {"integer": "0", "float": "0.0", "boolean": "true", "date": "date('2022-01-21')"}


def param_lines(question: QueryFile, values: Mapping[str, Any]) -> str:
    """One line for each parameter: the value as an answer shows it, else the default, else a blank to fill."""
    return "\n".join(f":param {name} => {value};" for name, value in _literals(question, values).items())


def with_literals(question: QueryFile, statement: str, values: Mapping[str, Any]) -> str:
    """A statement that takes this question's parameters, with the values in their place: ready to run as it is."""
    return with_values(statement, _literals(question, values))


def _literals(question: QueryFile, values: Mapping[str, Any]) -> dict[str, str]:
    found = {each.name: _value(each, values) for each in question.parameters}
    for each in question.parameters:
        if each.whole in question.cypher and each.whole:
            found[each.whole] = literal(normalize(values[each.name] or "")) if each.name in values else found[each.name]
    return found


def literal(value: Any) -> str:
    """A value as a Cypher literal; an entity, as an answer shows it, as its id."""
    if value is None:
        return "null"
    if isinstance(value, Mapping):
        return literal(value["id"])
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, date):
        return f"date('{value.isoformat()}')"
    return "'" + "".join(_ESCAPES.get(character, character) for character in str(value)) + "'"


def _value(parameter: Parameter, values: Mapping[str, Any]) -> str:
    if parameter.name in values:
        value = values[parameter.name]
        return literal(" ".join(asked_words(value)) if parameter.type == "words" and value else value)
    if not parameter.required:
        return literal(parameter.default)
    blank = f"'the id of a {parameter.type}'" if parameter.type in ENTITIES else "'some words'"
    return _BLANKS.get(parameter.type, blank.replace("a actor", "an actor"))
