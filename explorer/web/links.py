"""Addresses: of an entity, of the place of a quote, and the one permanent address of an answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any
from urllib.parse import quote, quote_plus, urlencode

from flask import g, url_for

from explorer import model
from explorer.answers.answer import Answer, Choice
from explorer.catalogue.query_file import QueryFile
from explorer.catalogue.values import text_of
from explorer.web import text_pages

#: The folder that the pages of a kind of entity are in.
PLURALS = {kind.name: kind.plural for kind in model.KINDS}
#: Kinds that sources report: they have a date and evidence of their own.
REPORTED = model.names(reported=True)
#: What url_for leaves as it is, in a path and in a query.
_SAFE, _SAFE_IN_QUERY = "!$&'()*+,/:;=@", "!$'()*,/:;?@"
KIND_OF = {plural: kind for kind, plural in PLURALS.items()}


def entity(kind: str, id: str) -> str:
    """The page of an entity."""
    return _folder(PLURALS[kind]) + _in_path(id)


def _folder(plural: str) -> str:
    """Where the pages of a kind are. Found once for each request, since a page may have a thousand such links."""
    known: dict[str, str] = g.setdefault("folders", {})
    if plural not in known:
        known[plural] = url_for("entities.entity", plural=plural, id="-").removesuffix("-")
    return known[plural]


def panel(about: tuple[str, str] | None, quotes: Sequence[str]) -> str:
    """The panel with this evidence on an entity, given by kind and id."""
    if "panel" not in g:
        g.panel = url_for("panel.panel")
    query = [f"about={_in_query(':'.join(about))}"] if about else []
    return f"{g.panel}?{'&'.join([*query, *(f'quote={_in_query(each)}' for each in quotes)])}"


# The same few ids stand in many links of a page.
@lru_cache(maxsize=65536)
def _in_path(id: str) -> str:
    return quote(id, safe=_SAFE)


@lru_cache(maxsize=65536)
def _in_query(text: str) -> str:
    return quote_plus(text, safe=_SAFE_IN_QUERY)


def evidence(evidence: Mapping[str, Any]) -> str:
    """The page of the source that says it, at the quote where there is one."""
    return entity("source", evidence["source"]) + text_pages.in_address(evidence.get("start"))


def question(name: str, parameters: Mapping[str, str] | None = None, suffix: str = "") -> str:
    """The page of a question with these values, or its answer as a file: `.json`, `.csv`, `.xlsx` or `.svg`."""
    endpoint = {"": "question.question", ".json": "api.question"}.get(suffix, f"downloads.question_{suffix[1:]}")
    # Not by url_for, where a parameter called `name` would take the place of the question's.
    return url_for(endpoint, name=name) + (f"?{urlencode(parameters)}" if parameters else "")


def choice(choice: Choice) -> str:
    """The answer that a choice leads to, or the form where something is still missing."""
    return question(choice.question, choice.parameters)


def values(question: QueryFile, shown: Mapping[str, Any]) -> dict[str, str]:
    """Values as they were understood, as a permanent address has them: ids and ISO dates, and no defaults."""
    known = {each.name: (shown.get(each.name), each.default) for each in question.parameters}
    return {
        name: text_of(value)
        for name, (value, default) in known.items()
        if value is not None and (default is None or text_of(value) != text_of(default))
    }


def more(answer: Answer, values: Mapping[str, str], most: int) -> str:
    """The address of the same answer with more rows; empty where it has all or cannot have more.

    `values` are those of the address, its view included.
    """
    limit = int(answer.parameters["limit"])
    if not answer.truncated or limit >= most:
        return ""
    return question(answer.question, {**values, "limit": str(min(limit * 10, most))})
