"""A value of an answer and the type of its column come in, the HTML of its cell goes out.

It is put together here and not in a template, since a page has thousands of such parts, which macros make slowly.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from flask import Flask
from markupsafe import Markup, escape

from explorer.answers import safe_url
from explorer.answers.answer import Answer, Row
from explorer.answers.display import by_source, display_name, is_entity, page_text, shown_answer
from explorer.model import LOADED_FILE
from explorer.web import links, table_columns
from explorer.web.evidence.panel import evidence_address
from explorer.web.value_text import shown_date, shown_duration

Evidence = Mapping[str, Any]
Subject = tuple[str, str]  # kind and id of an entity
_NOTHING = '<span class="none" aria-label="nothing">–</span>'
#: Values of a list that are seen at once, and with those that are folded in; the JSON has the rest.
_SEEN, _MOST_ITEMS = 8, 50
#: Sources in their own words, quotes of each, and sources by name alone.
_QUOTED, _QUOTES, _NAMED = 2, 2, 4
#: A quote that begins with one of these needs no other marks.
_MARKS = ("“", "„", "«", '"')


def register(app: Flask) -> None:
    """Give the templates these."""
    app.jinja_env.globals.update(
        cell_html=cell, rows_html=table_rows, sources_html=sources, quote_html=quote, more_quotes=more_quotes
    )


def table_rows(answer: Answer, columns: Sequence[table_columns.ShownColumn]) -> Markup:
    """The rows of the table of an answer. Their roles stay where each row is shown as a card."""
    # Escaped once, not for each row.
    begins = [
        f'<td role="cell" class="{escape(column.classes)}" data-column="{escape(column.heading)}"><div>'
        for column in columns
    ]
    return Markup("\n".join(_row(answer, row, columns, begins) for row in answer.rows))


def cell(value: Any, type: str, about: Subject | None = None) -> Markup:
    """One value, as its type says. `about` is the meeting or claim that its row is about."""
    return Markup(_cell(value, type, about))


def sources(values: Sequence[Evidence], about: Subject | None = None) -> Markup:
    """Two sources in their own words, the others by name; all of them side by side are one step away."""
    return Markup(_sources(values, about))


def quote(each: Evidence) -> Markup:
    """The words of a source, which lead to where they stand in it."""
    return Markup(_quote(each))


def _row(answer: Answer, row: Row, columns: Sequence[table_columns.ShownColumn], begins: Sequence[str]) -> str:
    about = table_columns.about(answer, row)
    cells = [
        f"{begin}{_cell(*column.cell(row), about)}</div></td>" for begin, column in zip(begins, columns, strict=True)
    ]
    return f'<tr role="row">{"".join(cells)}</tr>'


def _cell(value: Any, type: str, about: Subject | None) -> str:
    if table_columns.empty(value):
        return _NOTHING
    if type.endswith(" list"):
        return _several(value, type.removesuffix(" list"), about)
    if type == "evidence":
        return _sources([value], about)
    if is_entity(type):
        return _link(links.entity(type, value["id"]), display_name(value))
    return _scalar(value, type)


def _scalar(value: Any, type: str) -> str:
    if type == "date":
        return f"<time>{escape(shown_date(value))}</time>"
    if type == "answer":
        return escape(shown_answer(value))
    if type == "duration":
        return escape(shown_duration(value))
    if type == "boolean":
        return "yes" if value else "no"
    if type == "url" and (address := safe_url.safe(value)):
        return f'<a href="{escape(address)}" rel="noopener noreferrer external">{escape(value)}</a>'
    return escape(value)


def _several(values: Sequence[Any], type: str, about: Subject | None) -> str:
    if type == "evidence":
        return _sources(values, about)
    if len(values) <= _SEEN + 1:  # one alone is not worth folding in
        return _items(values, type)
    folded, left = values[_SEEN:_MOST_ITEMS], max(0, len(values) - _MOST_ITEMS)
    rest = f'<p class="hint">and {left} more, which the JSON holds</p>' if left else ""
    more = f"<details><summary>{len(folded) + left} more</summary>{_items(folded, type)}{rest}</details>"
    return _items(values[:_SEEN], type) + more


def _items(values: Sequence[Any], type: str) -> str:
    # Each by its own direction of reading.
    items = "".join(f'<li dir="auto">{_cell(value, type, None)}</li>' for value in values)
    return f'<ul class="values">{items}</ul>'


def _sources(values: Sequence[Evidence], about: Subject | None) -> str:
    # Those with words of their own come first; what the editor adds has none, and is no source to compare.
    found = sorted(by_source(values), key=lambda each: not each[1])
    number = sum(source["kind"] != LOADED_FILE for source, _ in found)
    said = [
        f'{"".join(map(_quote, quotes[:_QUOTES]))}<p class="from">{_named(source, quotes)}{_more(quotes[_QUOTES:])}</p>'
        for source, quotes in found[:_QUOTED]
    ]
    others = " · ".join(_named(source, quotes) + _more(quotes) for source, quotes in found[_QUOTED : _QUOTED + _NAMED])
    also = f'<p class="from also">{others}</p>' if others else ""
    words = f"Compare {number} sources" if number > 1 else "Show in source"
    panel = f'<a href="{escape(evidence_address(found, about))}" data-evidence>{words}</a>'
    return f'<div class="proof">{"".join(said)}{also}<p class="compare">{panel}</p></div>'


def _more(quotes: Sequence[Evidence]) -> str:
    """How many quotes of a source are not shown."""
    return f' <span class="hint">{more_quotes(len(quotes))}</span>' if quotes else ""


def more_quotes(number: int) -> str:
    """That there are so many quotes besides."""
    return f"+{number} more {'quote' if number == 1 else 'quotes'}"


def _named(source: Evidence, quotes: Sequence[Evidence]) -> str:
    editor = '<span class="editor">editor</span> ' if source["kind"] == LOADED_FILE else ""
    return editor + _link(links.evidence((quotes or [source])[0]), source["title"] or source["source"])


def _quote(each: Evidence) -> str:
    page = "" if each["page"] is None else f' <span class="page">{escape(page_text(each["page"]))}</span>'
    marked = ' class="quoted"' if each["quote"].startswith(_MARKS) else ""
    return f"<blockquote{marked}>{_link(links.evidence(each), each['quote'])}{page}</blockquote>"


@lru_cache(maxsize=65536)
def _link(address: str, text: str) -> str:
    return f'<a href="{escape(address)}">{escape(text)}</a>'
