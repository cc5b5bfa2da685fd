"""An answer or choices as HTML for a notebook: a table, and under each row its sources' words.

All that comes from the data is escaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from explorer import html_table
from explorer.answers.display import clean, evidence_of, format_value, heading, source_lines, understood
from explorer.answers.safe_url import safe
from explorer.catalogue.query_file import Column
from explorer.errors import ExplorerError
from explorer.html_table import LEFT, verbatim

if TYPE_CHECKING:
    from explorer.answers.answer import Answer, Choice, Choices, Row

#: More rows than this are not shown in a notebook, and more quotes of a row are folded in.
_ROWS, _SAID = 50, 2
_INDENTED = ' style="text-align: left; padding-left: 2em"'


def answer_html(answer: Answer) -> str:
    """The table of an answer, with what was asked before it and what is left out after it."""
    plain = [column for column in answer.columns if not column.type.startswith("evidence")]
    evidence = [column for column in answer.columns if column not in plain]
    rows = answer.rows[:_ROWS]
    used = [column for column in plain if any(format_value(column.type, row[column.name]) for row in rows)]
    found = _addresses(answer, rows, evidence)
    bodies = "".join(_body(row, used, evidence, found) for row in rows)
    table = html_table.with_head([heading(column.name) for column in used], bodies) if rows else ""
    told = [f"<b>{_text(answer.title)}</b>"]
    told += [verbatim(words)] if (words := understood(answer)) else []
    lead = f'<p style="font-size: 1.15em">{_text(answer.summary)}</p>' if answer.summary else ""
    return f"<p>{'<br>'.join(told)}</p>{lead}{table}{_paragraphs(_after(answer))}"


def choices_html(choices: Choices) -> str:
    """The message, and what to run for each choice."""
    rows = [[choice.text, choice.hint, f"graph.run({', '.join(_arguments(choice))})"] for choice in choices.choices]
    bodies = "".join(
        f"<tr>{''.join(_cell(text) for text in row[:2])}<td{LEFT}><code>{_text(row[2])}</code></td></tr>"
        for row in rows
    )
    table = html_table.with_head(["what may be meant", "", "to ask it"], f"<tbody>{bodies}</tbody>") if rows else ""
    return f"<p>{_text(choices.message)}</p>{table}"


def _arguments(choice: Choice) -> Iterator[str]:
    yield repr(choice.question)
    yield from (f"{name}={value!r}" for name, value in choice.parameters.items())
    yield from (f"{name}=..." for name in choice.missing)


def _body(row: Row, used: list[Column], evidence: list[Column], addresses: Mapping[str, str]) -> str:
    """A row and the line with its evidence, as a body of their own: notebooks shade every other row of a body."""
    cells = "".join(_cell(format_value(column.type, row[column.name])) for column in used)
    told = "".join(_evidence(column, row, addresses, labelled=len(evidence) > 1) for column in evidence)
    below = f'<tr><td colspan="{max(1, len(used))}"{_INDENTED}>{told}</td></tr>' if told else ""
    return f"<tbody><tr>{cells}</tr>{below}</tbody>"


def _evidence(column: Column, row: Row, addresses: Mapping[str, str], *, labelled: bool) -> str:
    told = [f"<div>{said}</div>" for said in _said(evidence_of(column, row), addresses)]
    if not told:
        return ""
    first, more = told[:_SAID], told[_SAID:]
    folded = f"<details><summary>{len(more)} more</summary>{''.join(more)}</details>" if more else ""
    return f"{f'<div>{_text(heading(column.name))}:</div>' if labelled else ''}{''.join(first)}{folded}"


def _said(found: list[dict[str, Any]], addresses: Mapping[str, str]) -> list[str]:
    """Each quote with its source, the first of each source before the second of any."""
    sources = [(_link(title, addresses.get(source)), quotes or [""]) for source, title, quotes in source_lines(found)]
    turns = zip_longest(*([(quote, link) for quote in quotes] for link, quotes in sources))
    return [f"{verbatim(quote)} – {link}" if quote else link for turn in turns for quote, link in filter(None, turn)]


def _link(title: str, address: str | None) -> str:
    said = f"<i>{verbatim(title)}</i>"
    return f'<a href="{escape(address)}" rel="noopener noreferrer">{said}</a>' if address else said


def _addresses(answer: Answer, rows: list[Row], evidence: list[Column]) -> dict[str, str]:
    """Where the sources are; nothing where the graph is gone, for the rows can be shown without it."""
    named = {each["source"] for row in rows for column in evidence for each in evidence_of(column, row)}
    try:
        found = answer.answered_by.addresses(sorted(named)) if answer.answered_by and named else {}
    except ExplorerError:
        return {}
    return {source: address for source, url in found.items() if (address := safe(url))}


def _after(answer: Answer) -> Iterator[str]:
    count = len(answer)
    said = "Nothing found." if not count else "1 row" if count == 1 else f"{count} rows"
    yield f"{said}, of which the first {_ROWS} are shown here; to_df() has all." if count > _ROWS else said
    yield from answer.notes


def _paragraphs(texts: Iterable[str]) -> str:
    return "".join(f"<p>{_text(text)}</p>" for text in texts)


def _cell(text: str) -> str:
    return html_table.cell(clean(text))


def _text(value: str) -> str:
    return verbatim(clean(value))
