"""Rows of text come in, an HTML table for a notebook goes out.

Code hosts show notebooks without styles, scripts and classes, so a table is told by its elements alone. It brings no
colours, so that it fits a light notebook and a dark one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

LEFT = ' style="text-align: left"'
_FORMULA = re.compile(r"[$\\]")


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Plain rows of text as a table."""
    bodies = "".join(f"<tr>{''.join(map(cell, row))}</tr>" for row in rows)
    return with_head(head, f"<tbody>{bodies}</tbody>")


def with_head(head: Iterable[str], bodies: str) -> str:
    """A table of ready bodies under a line of headings."""
    cells = "".join(f"<th{LEFT}>{verbatim(name)}</th>" for name in head)
    return f"<table><thead><tr>{cells}</tr></thead>{bodies}</table>"


def cell(text: str) -> str:
    """One cell."""
    return f"<td{LEFT}>{verbatim(text)}</td>"


def verbatim(text: str) -> str:
    """Escaped, and each sign that begins a formula alone in an element: notebooks set what is between two as one."""
    return _FORMULA.sub(r"<span>\g<0></span>", escape(text))
