"""An Answer or Choices come in; JSON or CSV text goes out. The terminal is in terminal.py, data frames in frames.py."""

from __future__ import annotations

import csv
import io
import json
import shlex
from collections.abc import Iterator
from typing import Any

from explorer.asking.answers import Answer, Choice, Choices, Column
from explorer.asking.values import SCALARS

#: A spreadsheet takes a cell that begins with one of these as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def json_text(value: dict[str, Any]) -> str:
    """A JSON shape as text, as people can read it."""
    return json.dumps(value, ensure_ascii=False, indent=2, default=str) + "\n"


def to_json(result: Answer | Choices) -> str:
    """The one JSON shape of answers, or that of choices."""
    return json_text(result.to_dict())


def to_csv(answer: Answer) -> str:
    """The rows as RFC 4180 has them, for a spreadsheet: entities as name and id, lists joined by `; `.

    A text that a spreadsheet would run as a formula gets an apostrophe in front.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([name for column in answer.columns for name in flat_names(column)])
    for row in answer.rows:
        writer.writerow([_cell(value) for column in answer.columns for value in flat_values(column, row[column.name])])
    return out.getvalue()


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


def _cell(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, list):
        value = "; ".join(str(each) for each in value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def command(choice: Choice, program: str = "explorer") -> str:
    """What to type to ask the question of this choice; `...` where a value is still to be given."""
    return " ".join([program, "run", choice.question, *_options(choice)])


def _options(choice: Choice) -> Iterator[str]:
    for name, value in choice.parameters.items():
        yield f"{option(name)} {shlex.quote(value)}"
    for name in choice.missing:
        yield f"{option(name)} ..."


def option(parameter: str) -> str:
    """The option of the shell command for a parameter."""
    return "--" + parameter.replace("_", "-")
