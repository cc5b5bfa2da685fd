"""Values, evidence and parameters of an answer as plain text on one line, for people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from explorer import dates, model
from explorer.catalogue.query_file import Column
from explorer.catalogue.values import ENTITIES, text_of
from explorer.model import LOADED_FILE

if TYPE_CHECKING:
    from explorer.answers.answer import Answer, Row

Evidence = Mapping[str, Any]

_SPACE = re.compile(r"\s+")
#: A number of a page, in digits or Roman; whatever else there is, such as `p. 12` or `fol. 3v`, says itself what it is.
_PAGE_NUMBER = re.compile(r"(?![pP])[A-Za-z]?\d.*|[ivxlcdmIVXLCDM]+")
#: Sources hold any text; what would steer a terminal, or turn the direction of reading, is not shown.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
#: Kinds whose entities have short names, so that commas are enough between them.
_NAMED = model.names(named=True)


def clean(value: Any) -> str:
    """Text as one passage: white space as single spaces, no control characters."""
    return visible(_SPACE.sub(" ", str(value)).strip())


def visible(text: str) -> str:
    """The text with a sign in the place of each control character."""
    return _CONTROL.sub("\ufffd", text)


def heading(name: str) -> str:
    """The name of a column or a parameter in words."""
    return name.replace("_", " ")


def understood(answer: Answer) -> str:
    """How plain words were understood; else the parameters that narrow the answer, in words."""
    if answer.understood:
        return clean(str(answer.understood))
    given = {name: value for name, value in answer.parameters.items() if value is not None and name != "limit"}
    return " · ".join(f"{heading(name)}: {clean(parameter_text(value))}" for name, value in given.items())


def parameter_text(value: Any) -> str:
    """A value of a parameter, as an answer has it, as a person would say it: entities by name, dates in words."""
    if isinstance(value, Mapping):
        return display_name(value)
    return dates.show(value.isoformat()) if isinstance(value, date) else text_of(value)


def format_value(kind: str, value: Any) -> str:
    """One value as a reader sees it; evidence has its own lines."""
    if value is None:
        return ""
    if kind.endswith(" list"):
        one = kind.removesuffix(" list")
        return (", " if one in _NAMED else "; ").join(format_value(one, each) for each in value)
    if is_entity(kind):
        return clean(display_name(value))
    if kind == "date":
        return clean(dates.show(str(value)))
    if kind == "answer":
        return clean(shown_answer(value))
    if kind == "boolean":
        return "yes" if value else "no"
    return f"{value:g}" if kind == "float" else clean(value)


def shown_answer(text: str) -> str:
    """What a source says, as a reader sees it: a date in words, other words as they are."""
    try:
        dates.parse(text)
    except ValueError:
        return text
    return dates.show(text)


def evidence_of(column: Column, row: Row) -> list[dict[str, Any]]:
    """The evidence that a row has in a column of evidence, or of lists of it."""
    found = row[column.name] or []
    return found if isinstance(found, list) else [found]


def by_source(found: Sequence[Evidence]) -> list[tuple[Evidence, list[Evidence]]]:
    """Each source once, by the first of its evidence, with what quotes it; a passage of a longer quote is left out."""
    groups: dict[str, list[Evidence]] = {}
    for evidence in found:
        groups.setdefault(evidence["source"], []).append(evidence)
    return [(group[0], _longest_quotes(group)) for group in groups.values()]


def _longest_quotes(group: Sequence[Evidence]) -> list[Evidence]:
    quoted = [evidence for evidence in group if evidence["quote"]]
    if len(quoted) < 2:
        return quoted
    quotes = [clean(evidence["quote"]) for evidence in quoted]
    inside = [any(quote != other and quote in other for other in quotes) for quote in quotes]
    return [evidence for evidence, is_inside in zip(quoted, inside, strict=True) if not is_inside]


def source_lines(found: Sequence[Evidence]) -> Iterator[tuple[str, str, list[str]]]:
    """The id of each source, what it is called, and its quotes, each once; those that are quoted come first."""
    for first, quoted in sorted(by_source(found), key=lambda group: not group[1]):
        pages = {clean(evidence["quote"]): evidence["page"] for evidence in quoted}
        yield first["source"], _source(first, bool(quoted)), [_quote(quote, page) for quote, page in pages.items()]


def _source(evidence: Evidence, quoted: bool) -> str:
    title = clean(evidence["title"] or evidence["source"])
    if evidence["kind"] == LOADED_FILE:
        return f"editor: {title}"
    return title if quoted else f"{title} (no quote)"


def _quote(quote: str, page: Any) -> str:
    return f"“{quote}”" + (f", {page_text(page)}" if page else "")


def page_text(page: Any) -> str:
    """A page as a reader sees it: `12` as `p. 12`, `p. 12` as it is."""
    said = clean(page)
    return f"p. {said}" if _PAGE_NUMBER.fullmatch(said) else said


def flat_names(column: Column) -> list[str]:
    """The names of the flat columns that one column becomes: an entity gives `actor` and `actor_id`."""
    return [column.name, f"{column.name}_id"] if is_entity(column.type) else [column.name]


def flat_values(column: Column, value: Any) -> list[Any]:
    """The values for `flat_names`: lists stay lists, evidence becomes text."""
    kind, several = column.type.removesuffix(" list"), column.type.endswith(" list")
    if kind == "evidence":
        return [[evidence_text(each) for each in value] if several else value and evidence_text(value)]
    if not is_entity(kind):
        return [value]
    if several:
        return [[display_name(each) for each in value], [each["id"] for each in value]]
    return [display_name(value), value["id"]] if value else [None, None]


def is_entity(kind: str) -> bool:
    """Whether a column or a parameter of this type holds entities, or lists of them."""
    return kind.removesuffix(" list") in ENTITIES


def display_name(entity: Mapping[str, Any]) -> str:
    """What an entity is called: its name, title or text, else its id."""
    return str(entity.get("name") or entity.get("title") or entity.get("text") or entity["id"])


def evidence_text(evidence: dict[str, Any]) -> str:
    """`source: "quote"`, or the source alone where it is not quoted."""
    quote = evidence.get("quote")
    return f'{evidence["source"]}: "{quote}"' if quote else str(evidence["source"])
