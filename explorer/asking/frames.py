"""An Answer or Choices come in; a data frame, or a table for a notebook, goes out. Nothing else needs pandas."""

from __future__ import annotations

from html import escape
from importlib import import_module
from typing import Any

from explorer.asking.answers import Answer, Choices
from explorer.asking.render import flat_names, flat_values
from explorer.errors import UsageError


def frame(result: Answer | Choices) -> Any:
    """A pandas DataFrame: entities as name and id, lists as lists; of Choices one row for each.

    Raises UsageError where pandas is not installed.
    """
    try:
        pandas = import_module("pandas")
    except ImportError:
        raise UsageError("Data frames need pandas: pip install 'explorer[pandas]'") from None
    names, rows = flat(result)
    return pandas.DataFrame(rows, columns=names)


def flat(result: Answer | Choices) -> tuple[list[str], list[list[Any]]]:
    """The names of the flat columns, and the rows."""
    if isinstance(result, Choices):
        choices = [[each.question, each.title, each.text, each.parameters, each.hint] for each in result.choices]
        return ["question", "title", "text", "parameters", "hint"], choices
    names = [name for column in result.columns for name in flat_names(column)]
    return names, [
        [value for column in result.columns for value in flat_values(column, row[column.name])] for row in result.rows
    ]


def html(result: Answer | Choices) -> str:
    """A table as notebooks show it, everything in it escaped."""
    names, rows = flat(result)
    notes = [result.message] if isinstance(result, Choices) else [result.title, *result.notes]
    head = "".join(f"<th>{escape(name)}</th>" for name in names)
    body = "".join(f"<tr>{''.join(f'<td>{_cell(value)}</td>' for value in row)}</tr>" for row in rows)
    said = "".join(f"<p>{escape(note)}</p>" for note in notes)
    return f"{said}<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return "<br>".join(escape(str(each)) for each in value)
    return "" if value is None else escape(str(value))
