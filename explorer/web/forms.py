"""A question's parameters and what the address gives come in, the fields of its form go out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from explorer.asking.answers import Answer
from explorer.asking.parameters import text_of
from explorer.asking.query_file import Parameter, QueryFile
from explorer.errors import ExplorerError
from explorer.web.links import PLURALS

_DATE_HINT = "such as January 2022 or 2022-01-21"


@dataclass(frozen=True)
class Field:
    """One input: what it is for, what stands in it, and what is wrong with that."""

    name: str
    label: str
    type: str
    required: bool
    value: str
    hint: str
    error: str = ""
    #: How the entity in it is called, where what stands there is its id.
    named: str = ""

    @property
    def suggests(self) -> str:
        """The kind of entity to suggest, or nothing."""
        return self.type if self.type in PLURALS else ""


def fields(
    asked: QueryFile, given: Mapping[str, str], answer: Answer | None = None, errors: Mapping[str, str] | None = None
) -> list[Field]:
    """The fields of a question's form, filled with what was given and marked with what is wrong."""
    return [
        _field(
            parameter,
            given.get(parameter.name, ""),
            (errors or {}).get(parameter.name, ""),
            answer.parameters.get(parameter.name) if answer else None,
        )
        for parameter in asked.parameters
    ]


def missing(asked: QueryFile, given: Mapping[str, str]) -> list[str]:
    """The required parameters that were not given."""
    return [parameter.name for parameter in asked.parameters if parameter.required and parameter.name not in given]


def _field(parameter: Parameter, value: str, error: str, understood: Any) -> Field:
    called = understood.get("name", "") if isinstance(understood, Mapping) else ""
    return Field(
        name=parameter.name,
        label=parameter.name.replace("_", " ").capitalize(),
        type=parameter.type,
        required=parameter.required,
        value=value,
        hint=_hint(parameter),
        error=error,
        named=called if called != value else "",
    )


def told(asked: QueryFile, error: ExplorerError) -> tuple[dict[str, str], str]:
    """What an error says of each parameter, which is a line that begins with its name, and what else it says."""
    errors: dict[str, str] = {}
    rest: list[str] = []
    names = {parameter.name for parameter in asked.parameters}
    for line in str(error).splitlines():
        name, colon, fault = line.partition(": ")
        if colon and name in names:
            errors[name] = fault
        else:
            rest.append(line)
    return errors, "\n".join(rest)


def _hint(parameter: Parameter) -> str:
    parts = [parameter.description]
    if parameter.type == "date":
        parts.append(_DATE_HINT)
    if parameter.default is not None:
        parts.append(f"{text_of(parameter.default)} if left empty")
    return "; ".join(part for part in parts if part)
