"""An answer as a spreadsheet (XLSX): its rows, the quotes one a line, and what was asked of what."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from explorer.answers.answer import EVIDENCE_KEYS, Answer
from explorer.answers.display import evidence_of, flat_names, flat_values
from explorer.catalogue.values import text_of

#: A cell of a spreadsheet holds no more characters; one that UTF-16 writes as a pair, such as 𠮷, counts twice.
_MOST = 32_767
_CUT = " […]"
#: Nothing in a cell is more than text: no formula, no link.
_PLAIN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def to_xlsx(answer: Answer) -> bytes:
    """The bytes of the spreadsheet, with the sheets Answer, Evidence and About."""
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _PLAIN) as book:
        head = book.add_format({"bold": True, "bottom": 1})
        for name, rows in (("Answer", _rows(answer)), ("Evidence", _evidence(answer)), ("About", _about(answer))):
            sheet = book.add_worksheet(name)
            _fill(sheet, rows, head)
    return out.getvalue()


def _fill(sheet: Any, rows: Iterator[list[Any]], head: Any) -> None:
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            sheet.write(number, column, _cell(value), head if number == 0 else None)
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, 20, 22)


def _rows(answer: Answer) -> Iterator[list[Any]]:
    yield [name for column in answer.columns for name in flat_names(column)]
    for row in answer.rows:
        yield [value for column in answer.columns for value in flat_values(column, row[column.name])]


def _evidence(answer: Answer) -> Iterator[list[Any]]:
    """Each quote on a line of its own; `row` is the number of the row in the first sheet, whose first line is 1."""
    yield ["row", "column", *EVIDENCE_KEYS]
    for number, row in enumerate(answer.rows, 2):
        for column in answer.columns:
            if column.type.startswith("evidence"):
                for evidence in evidence_of(column, row):
                    yield [number, column.name, *(evidence[key] for key in EVIDENCE_KEYS)]


def _about(answer: Answer) -> Iterator[list[Any]]:
    yield ["", ""]
    yield ["question", answer.title]
    yield ["summary", answer.summary]
    for name, value in answer.parameters.items():
        if value is not None:
            yield [name, text_of(value)]
    yield ["rows", len(answer)]
    yield ["more rows", "yes" if answer.truncated else "no"]
    for note in answer.notes:
        yield ["note", note]
    yield ["engine", answer.engine]
    yield ["data", answer.dataset or ""]


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        value = "; ".join(str(each) for each in value)
    if value is None or isinstance(value, bool | int | float):
        return value
    units = str(value).encode("utf-16-le", "surrogatepass")
    if len(units) <= 2 * _MOST:
        return str(value)
    return units[: 2 * (_MOST - len(_CUT))].decode("utf-16-le", "ignore") + _CUT  # half a pair is left out
