"""An Answer or Choices come in and are printed for a reader in a terminal, with each row's sources and their words.

Rows with evidence are told one below the other, since a sentence does not fit in a cell; other rows form a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from explorer import dates
from explorer.asking.answers import Answer, Choices, Column, Row
from explorer.asking.render import called, command, is_entity
from explorer.asking.values import ENTITIES

_SPACE = re.compile(r"\s+")
#: Sources hold any text; what would steer the terminal is not printed.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_EDITOR = "dossier"


def print_answer(answer: Answer, console: Console) -> None:
    """Print what was asked and understood, the rows, and how many they are."""
    console.print(_text(answer.title, "bold"))
    if understood := _understood(answer):
        console.print(_text(understood, "dim"))
    if answer.rows and any(column.type.startswith("evidence") for column in answer.columns):
        _print_records(answer, console)
    elif answer.rows:
        console.print(_table(answer))
    else:
        console.print()
    count = len(answer.rows)
    console.print(_text("Nothing found." if not count else "1 row" if count == 1 else f"{count} rows", "dim"))
    for note in answer.notes:
        console.print(_text(note, "yellow"))


def print_choices(choices: Choices, console: Console, program: str = "explorer") -> None:
    """Print why there is no answer yet, and for each choice what to type."""
    console.print(_text(choices.message, "bold"))
    for number, choice in enumerate(choices.choices, 1):
        line = Text.assemble((f"\n{number:>2}. ", "dim"), clean(choice.text))
        if choice.hint:
            line.append(f"  ({clean(choice.hint)})", "dim")
        console.print(line, soft_wrap=True)
        # Not wrapped by us, so that it can be copied whole.
        console.print(_text(f"    {command(choice, program)}", "cyan"), soft_wrap=True)


def clean(value: Any) -> str:
    """Text as one passage: white space as single spaces, no control characters."""
    return _CONTROL.sub("\ufffd", _SPACE.sub(" ", str(value)).strip())


def _text(value: str, style: str = "") -> Text:
    return Text(_CONTROL.sub("\ufffd", value), style)


def _understood(answer: Answer) -> str:
    """The parameters that narrow the answer, in words."""
    given = {name: value for name, value in answer.parameters.items() if value is not None and name != "limit"}
    return " · ".join(f"{_label(name)}: {_shown_parameter(value)}" for name, value in given.items())


def _shown_parameter(value: Any) -> str:
    if isinstance(value, dict):
        return clean(called(value))
    return dates.show(value.isoformat()) if hasattr(value, "isoformat") else clean(value)


def _label(name: str) -> str:
    return name.replace("_", " ")


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


def _table(answer: Answer) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for column in answer.columns:
        number = column.type in ("integer", "float")
        table.add_column(_label(column.name), justify="right" if number else "left", overflow="fold")
    for row in answer.rows:
        table.add_row(*(Text(shown(column.type, row[column.name])) for column in answer.columns))
    return table


def _print_records(answer: Answer, console: Console) -> None:
    plain = [column for column in answer.columns if not column.type.startswith("evidence")]
    evidence = [column for column in answer.columns if column not in plain]
    used = [column for column in plain if any(shown(column.type, row[column.name]) for row in answer.rows)]
    width = max((len(_label(column.name)) for column in used), default=0) + 2
    for row in answer.rows:
        head = _head(plain, row)
        console.print()
        _print_indented(console, 0, _heading(head, row))
        for column in used:
            if column not in head and (said := shown(column.type, row[column.name])):
                _print_indented(console, 2, Text(said), Text(f"{_label(column.name):{width}}", "dim"))
        for column in evidence:
            _print_evidence(column, row, console, labelled=len(evidence) > 1)
    console.print()


def _head(plain: list[Column], row: Row) -> list[Column]:
    """What begins a record: all up to the first entity, mostly a date and what happened then."""
    first = next((i for i, column in enumerate(plain) if column.type in ENTITIES and row[column.name]), 1)
    return [column for column in plain[: first + 1] if shown(column.type, row[column.name])]


def _heading(head: Iterable[Column], row: Row) -> Text:
    line = Text()
    for column in head:
        said = shown(column.type, row[column.name])
        if column.type == "integer":
            said = f"{_label(column.name)} {said}"
        line.append("  " if line else "").append(said, "green" if column.type == "date" else "bold")
    return line or Text("–")


def _print_indented(console: Console, indent: int, body: Text, label: Text | None = None) -> None:
    """Print text wrapped to the terminal's width, each line indented, a label before the first."""
    label = label or Text()
    left = indent + label.cell_len
    for number, line in enumerate(body.wrap(console, max(console.width - left, 20))):
        line.rstrip()
        start = Text(" " * indent) + label if number == 0 else Text(" " * left)
        console.print(start + line, soft_wrap=True)


def _print_evidence(column: Column, row: Row, console: Console, *, labelled: bool) -> None:
    found = row[column.name] or []
    found = found if isinstance(found, list) else [found]
    if labelled and found:
        _print_indented(console, 2, Text(_label(column.name), "dim"))
    for source, quotes in _by_source(found):
        _print_indented(console, 4, Text(source, "italic"))
        for quote in quotes:
            _print_indented(console, 6, Text(quote))


def _by_source(found: list[dict[str, Any]]) -> Iterator[tuple[str, list[str]]]:
    """Each source with its quotes; a passage of a longer quote of the same source is not said twice."""
    grouped: dict[str, list[dict[str, Any]]] = {}
    for each in found:
        grouped.setdefault(each["source"], []).append(each)
    for evidence in grouped.values():
        quotes = {clean(each["quote"]): each["page"] for each in evidence if each["quote"]}
        whole = [quote for quote in quotes if not any(quote != other and quote in other for other in quotes)]
        yield _source(evidence[0], bool(quotes)), [_quote(quote, quotes[quote]) for quote in whole]


def _source(evidence: dict[str, Any], quoted: bool) -> str:
    title = clean(evidence["title"] or evidence["source"])
    if evidence["kind"] == _EDITOR:
        return f"editor: {title}"
    return title if quoted else f"{title} (no quote)"


def _quote(quote: str, page: Any) -> str:
    return f"“{quote}”" + (f", p. {clean(page)}" if page else "")
