"""Values, evidence and parameters of an answer come in; what a reader is told goes out, as plain text on one line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from explorer import dates
from explorer.catalogue.query_file import Column
from explorer.catalogue.values import SCALARS

if TYPE_CHECKING:
    from explorer.answers.answer import Answer, Row

_SPACE = re.compile(r"\s+")
#: Sources hold any text; what would steer a terminal, or turn the direction of reading, is not shown.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_EDITOR = "dossier"


def clean(value: Any) -> str:
    """Text as one passage: white space as single spaces, no control characters."""
    return visible(_SPACE.sub(" ", str(value)).strip())


def visible(text: str) -> str:
    """The text with a sign in the place of each control character."""
    return _CONTROL.sub("\ufffd", text)


def label(name: str) -> str:
    """The name of a column or a parameter in words."""
    return name.replace("_", " ")


def understood(answer: Answer) -> str:
    """The parameters that narrow the answer, in words."""
    given = {name: value for name, value in answer.parameters.items() if value is not None and name != "limit"}
    return " · ".join(f"{label(name)}: {_shown_parameter(value)}" for name, value in given.items())


def _shown_parameter(value: Any) -> str:
    if isinstance(value, dict):
        return clean(called(value))
    return dates.show(value.isoformat()) if hasattr(value, "isoformat") else clean(value)


def shown(kind: str, value: Any) -> str:
    """One value as a reader sees it; evidence has its own lines."""
    if value is None:
        return ""
    if kind.endswith(" list"):
        separator = ", " if kind in ("actor list", "place list", "topic list") else "; "
        return separator.join(shown(kind.removesuffix(" list"), each) for each in value)
    if is_entity(kind):
        return clean(called(value))
    if kind == "date":
        return dates.show(value)
    if kind == "boolean":
        return "yes" if value else "no"
    return f"{value:g}" if kind == "float" else clean(value)


def evidence_of(column: Column, row: Row) -> list[dict[str, Any]]:
    """The evidence that a row has in a column of evidence, or of lists of it."""
    found = row[column.name] or []
    return found if isinstance(found, list) else [found]


def by_source(found: Sequence[dict[str, Any]]) -> Iterator[tuple[str, str, list[str]]]:
    """The id of each source, what it is called, and its quotes; those that are quoted come first.

    A passage of a longer quote of the same source is not said twice.
    """
    grouped: dict[str, list[dict[str, Any]]] = {}
    for each in found:
        grouped.setdefault(each["source"], []).append(each)
    for source, evidence in sorted(grouped.items(), key=lambda each: not any(said["quote"] for said in each[1])):
        quotes = {clean(each["quote"]): each["page"] for each in evidence if each["quote"]}
        whole = [quote for quote in quotes if not any(quote != other and quote in other for other in quotes)]
        yield source, _source(evidence[0], bool(quotes)), [_quote(quote, quotes[quote]) for quote in whole]


def _source(evidence: dict[str, Any], quoted: bool) -> str:
    title = clean(evidence["title"] or evidence["source"])
    if evidence["kind"] == _EDITOR:
        return f"editor: {title}"
    return title if quoted else f"{title} (no quote)"


def _quote(quote: str, page: Any) -> str:
    return f"“{quote}”" + (f", p. {clean(page)}" if page else "")


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
        return [[called(each) for each in value], [each["id"] for each in value]]
    return [called(value), value["id"]] if value else [None, None]


def is_entity(kind: str) -> bool:
    """Whether a column of this type holds entities, or lists of them."""
    return kind.removesuffix(" list") not in (*SCALARS, "evidence")


def called(entity: dict[str, Any]) -> str:
    """What an entity is called: its name, title or text, else its id."""
    return str(entity.get("name") or entity.get("title") or entity.get("text") or entity["id"])


def evidence_text(evidence: dict[str, Any]) -> str:
    """`source: "quote"`, or the source alone where it is not quoted."""
    quote = evidence.get("quote")
    return f'{evidence["source"]}: "{quote}"' if quote else str(evidence["source"])
