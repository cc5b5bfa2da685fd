"""An answer as JSON or CSV, choices as JSON."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from typing import Any

from explorer.answers.answer import Answer, Choices
from explorer.answers.display import flat_names, flat_values

#: A spreadsheet takes a cell that begins with one of these as a formula, some also in another width or form.
_FORMULA = ("=", "+", "-", "@", "−")


def json_text(value: dict[str, Any]) -> str:
    """A JSON shape as text, as people can read it."""
    return json.dumps(value, ensure_ascii=False, indent=2, default=str) + "\n"


def to_json(result: Answer | Choices) -> str:
    """The one JSON shape of answers, or that of choices."""
    return json_text(result.to_dict())


def to_csv(answer: Answer) -> str:
    """The rows as RFC 4180 has them, for a spreadsheet: entities as name and id, lists joined by `; `.

    A text that a spreadsheet would run as a formula gets an apostrophe in front. There is no byte order mark, which
    other programs would take for a part of the first heading; for Excel there is XLSX.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([name for column in answer.columns for name in flat_names(column)])
    for row in answer.rows:
        writer.writerow([_cell(value) for column in answer.columns for value in flat_values(column, row[column.name])])
    return out.getvalue()


def _cell(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, list):
        value = "; ".join(str(each) for each in value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"'{value}" if isinstance(value, str) and _is_formula(value) else value


def _is_formula(text: str) -> bool:
    """Whether it begins like a formula, or would without what is not seen, or in another line of a cell."""
    begin = next((each for each in text if unicodedata.category(each)[0] not in "CZ"), "")
    return text.startswith(("\t", "\r", "\n")) or unicodedata.normalize("NFKC", begin).startswith(_FORMULA)
