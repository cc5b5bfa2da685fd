"""Where the head of a text ends, in which a file says what it is: front matter, or all of HTML before its body."""

from __future__ import annotations

import re

#: Lines between two of `---`, of which the first that says anything is a field: no rule above a paragraph.
_FRONT_MATTER = re.compile(
    r"""---[ \t]*\r?\n
    (?=(?:[ \t]*(?:\#.*)?\r?\n)*["']?\w[\w .-]*["']?[ \t]*:(?:\s))
    (?:.*\n)*?
    (?:---|\.\.\.)[ \t]*(?:\r?\n|$)""",
    re.VERBOSE,
)
_HTML = re.compile(r"\s*<(?:!doctype\s|!--|\?xml\s|html\b|head\b|meta\s|title\b)", re.IGNORECASE)
_BODY = re.compile(r"<body\b", re.IGNORECASE)
_MOST_CHARACTERS = 100_000


def end_of(text: str) -> int:
    """The place after the head; 0 where the text has none."""
    text = text[:_MOST_CHARACTERS]
    if found := _FRONT_MATTER.match(text):
        return found.end()
    body = _BODY.search(text) if _HTML.match(text) else None
    return text.find(">", body.end()) + 1 if body else 0
