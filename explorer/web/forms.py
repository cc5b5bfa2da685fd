"""A question's parameters and what the address gives come in, its fields and the sentence they stand in go out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from explorer.answers.display import is_entity, parameter_text
from explorer.catalogue.phrases import Phrase
from explorer.catalogue.query_file import Parameter, QueryFile
from explorer.catalogue.values import text_of
from explorer.web.links import PLURALS

_DATE_HINT = "such as January 2022 or 2022-01-21"
#: What stands before a field that only narrows the question, where its own name is not the word.
_LEADS = {
    "place": "in",
    "topic": "on",
    "actor": "of",
    "meeting": "of the meeting",
    "max_degree": "without actors named more often than",
    "limit": "show",
}
_ANYWHERE = "anywhere"
#: What stands in a field that may be empty.
_ANY = {"date": "any date", "place": _ANYWHERE}
#: What stands in a gap that has to be filled.
_UNKNOWN = {kind: f"a {kind}" for kind in PLURALS} | {"actor": "somebody", "date": "a day", "words": "words"}


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
    #: The id of the entity whose name stands in it.
    id: str = ""
    default: str = ""

    @property
    def suggests(self) -> str:
        """The kind of entity to suggest, or nothing."""
        return self.type if is_entity(self.type) else ""

    @property
    def lead(self) -> str:
        """The word before it, where it narrows a question; none before `anywhere`."""
        return "" if self.usual == _ANYWHERE and not self.value else lead(self.name)

    @property
    def usual(self) -> str:
        """What stands in it in grey as long as nothing else does."""
        if self.required:
            return _UNKNOWN.get(self.type, "…")
        return self.default or _ANY.get(self.type, "any")


@dataclass(frozen=True)
class Sentence:
    """A question in words: texts and fields in turn, then the fields that only narrow it."""

    parts: Sequence[str | Field]
    narrowing: Sequence[Field]

    @property
    def fields(self) -> list[Field]:
        """All fields in the order in which they stand."""
        return [part for part in self.parts if isinstance(part, Field)] + list(self.narrowing)

    @property
    def faults(self) -> list[Field]:
        """The fields with something wrong in them."""
        return [field for field in self.fields if field.error]


def sentence(
    question: QueryFile,
    given: Mapping[str, str],
    understood: Mapping[str, Any] | None = None,
    errors: Mapping[str, str] | None = None,
) -> Sentence:
    """The question as a sentence whose gaps are filled with what was given and marked with what is wrong.

    `understood` are values as an answer shows them: entities as maps with id and name.
    """
    fields = {
        parameter.name: _field(
            parameter,
            given.get(parameter.name, ""),
            (errors or {}).get(parameter.name, ""),
            (understood or {}).get(parameter.name) if parameter.name in given else None,
        )
        for parameter in question.parameters
    }
    parts = _parts(question, fields)
    used = {part.name for part in parts if isinstance(part, Field)}
    return Sentence(parts, [field for name, field in fields.items() if name not in used])


def lead(name: str) -> str:
    """The word before a parameter that narrows a question."""
    return _LEADS.get(name, name.replace("_", " "))


def missing(question: QueryFile, given: Mapping[str, str]) -> list[str]:
    """The required parameters that were not given."""
    return [parameter.name for parameter in question.parameters if parameter.required and parameter.name not in given]


def _parts(question: QueryFile, fields: Mapping[str, Field]) -> list[str | Field]:
    """The first phrase that has just the required parameters in it, else the title and these."""
    required = {name for name, field in fields.items() if field.required}
    phrase = next((each for each in question.phrases if _names(each) == sorted(required)), None)
    if phrase is None:
        return [question.title, *(fields[name] for name in sorted(required))]
    parts = [piece.strip() if isinstance(piece, str) else fields[piece.names[0]] for piece in phrase.pieces]
    if isinstance(parts[0], str):
        parts[0] = parts[0][:1].upper() + parts[0][1:]
    return [part for part in parts if part]


def _names(phrase: Phrase) -> list[str]:
    """The parameters of its slots; none where a slot stands for two."""
    return sorted(phrase.names) if len(phrase.names) == len(phrase.slots) else []


def _field(parameter: Parameter, value: str, error: str, understood: Any) -> Field:
    named = isinstance(understood, Mapping)
    return Field(
        name=parameter.name,
        label=parameter.name.replace("_", " ").capitalize(),
        type=parameter.type,
        required=parameter.required,
        value=parameter_text(understood) if understood is not None else value,
        hint=_hint(parameter),
        error=error,
        id=understood["id"] if named else "",
        default="" if parameter.default is None else text_of(parameter.default),
    )


def _hint(parameter: Parameter) -> str:
    parts = [parameter.description]
    if parameter.type == "date":
        parts.append(_DATE_HINT)
    if parameter.default is not None:
        parts.append(f"{text_of(parameter.default)} if left empty")
    return "; ".join(part for part in parts if part)
