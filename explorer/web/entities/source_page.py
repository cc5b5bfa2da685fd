"""What the page of a source shows besides its sections: a page of its text with the quotes marked, and what rests on it
alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from explorer.errors import TooSlow, UsageError
from explorer.web import caching, links, text_pages
from explorer.web.entities import sections
from explorer.web.entities.sections import Filled
from explorer.web.evidence import highlights, text_head
from explorer.web.request import connection
from explorer.web.text_pages import TextPage

#: In the address of a source: the place in its text of which the page is shown.
AT = "at"
#: Quotes that are marked on one page of a text.
_MOST_MARKS = 2_000


def of_source(id: str, text: str, shown: Sequence[Filled], at: str) -> dict[str, Any]:
    """For the template: the page of the text on which the place `at` is, and how many other sources report the same.

    `shown` are the sections of the page. Raises UsageError where `at` is no number.
    """
    reported = [row[row["kind"]]["id"] for each in shown for row in each.rows if row["kind"] in links.REPORTED]
    known = connection().details("fact-sources", reported, timeout=sections.SECTION_SECONDS) if reported else []
    others = {(each["kind"], each["id"]): each["sources"] - 1 for each in known}
    return {**(_text(id, text, _place(at)) if text else {}), "others": others, "tally": _tally(id)}


def _place(at: str) -> int:
    if at and not (at.isdecimal() and at.isascii() and len(at) <= 12):
        raise UsageError(f"'{AT}' in the address is a place in the text, a number, not '{at[:40]}': leave it out.")
    return int(at or 0)


def _text(id: str, text: str, at: int) -> dict[str, Any]:
    page = text_pages.page_at(text, at)
    marks, problem = _marks(id, page)
    begin = max(page.start, min(text_head.end_of(text), page.end))
    if any(mark.start < begin for mark in marks):
        begin = page.start
    stretch = highlights.unwrapped(text[begin : page.end])
    return {
        "head": text[page.start : begin].strip(),
        "text_page": page,
        "characters": len(text),
        "segments": highlights.segments(stretch, marks, begin),
        "unmarked": problem,
    }


def _marks(id: str, page: TextPage) -> tuple[list[highlights.Quote], str]:
    """The quotes on this page of the text, and what is to be told of those that are not marked."""
    asked = {"from": page.start, "to": page.end, "limit": _MOST_MARKS + 1}
    try:
        rows = connection().details("quotes-in-text", id, timeout=sections.SECTION_SECONDS, **asked)
    except TooSlow:
        caching.do_not_keep()
        return [], "Its quotes could not be marked here: finding them takes longer than a page should."
    quotes = highlights.quotes(rows)
    told = f"Only the first {_MOST_MARKS:,} quotes are marked here." if len(quotes) > _MOST_MARKS else ""
    return quotes[:_MOST_MARKS], told


def _tally(id: str) -> dict[str, int] | None:
    """How many meetings and claims the source reports, and how many of them stand on it alone."""
    try:
        return connection().details("source-tally", id, timeout=sections.SECTION_SECONDS)[0]
    except TooSlow:
        caching.do_not_keep()
        return None
