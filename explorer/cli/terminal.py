"""Prints an answer or choices for a reader in a terminal, with each row's sources and their words.

Rows with evidence are told one below the other, since a sentence does not fit in a cell; other rows form a table.
"""

from __future__ import annotations

from collections.abc import Iterable

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from explorer.answers.answer import Answer, Choices, Row
from explorer.answers.display import clean, evidence_of, format_value, heading, source_lines, understood, visible
from explorer.catalogue.query_file import Column
from explorer.catalogue.values import ENTITIES
from explorer.cli.command_line import command


def print_answer(answer: Answer, console: Console) -> None:
    """Print what was asked and understood, the rows, and how many they are."""
    console.print(_text(answer.title, "bold"))
    if narrowed := understood(answer):
        console.print(_text(narrowed, "dim"))
    if answer.summary:
        console.print(_text(answer.summary, "bold green"))
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


def _text(value: str, style: str = "") -> Text:
    return Text(visible(value), style)


def _table(answer: Answer) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for column in answer.columns:
        number = column.type in ("integer", "float")
        table.add_column(heading(column.name), justify="right" if number else "left", overflow="fold")
    for row in answer.rows:
        table.add_row(*(Text(format_value(column.type, row[column.name])) for column in answer.columns))
    return table


def _print_records(answer: Answer, console: Console) -> None:
    plain = [column for column in answer.columns if not column.type.startswith("evidence")]
    evidence = [column for column in answer.columns if column not in plain]
    used = [column for column in plain if any(format_value(column.type, row[column.name]) for row in answer.rows)]
    width = max((len(heading(column.name)) for column in used), default=0) + 2
    for row in answer.rows:
        head = _head(plain, row)
        console.print()
        _print_indented(console, 0, _heading(head, row))
        for column in used:
            if column not in head and (said := format_value(column.type, row[column.name])):
                _print_indented(console, 2, Text(said), Text(f"{heading(column.name):{width}}", "dim"))
        for column in evidence:
            _print_evidence(column, row, console, labelled=len(evidence) > 1)
    console.print()


def _head(plain: list[Column], row: Row) -> list[Column]:
    """What begins a record: all up to the first entity, mostly a date and what happened then."""
    first = next((i for i, column in enumerate(plain) if column.type in ENTITIES and row[column.name]), 1)
    return [column for column in plain[: first + 1] if format_value(column.type, row[column.name])]


def _heading(head: Iterable[Column], row: Row) -> Text:
    line = Text()
    for column in head:
        said = format_value(column.type, row[column.name])
        if column.type == "integer":
            said = f"{heading(column.name)} {said}"
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
    found = evidence_of(column, row)
    if labelled and found:
        _print_indented(console, 2, Text(heading(column.name), "dim"))
    for _, source, quotes in source_lines(found):
        _print_indented(console, 4, Text(source, "italic"))
        for quote in quotes:
            _print_indented(console, 6, Text(quote))
