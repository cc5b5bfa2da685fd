"""What a source's text says of itself at its head: the front matter of Markdown, `<title>` and `<meta>` of HTML."""

from __future__ import annotations

import re
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from explorer import written_dates
from explorer.reading import dossier

#: Fields of a source, each with the names that it goes by at the head of a text, the best first.
_NAMES = {
    "title": ("og:title", "dc.title", "title"),
    "url": ("canonical", "og:url", "url", "canonical_url", "source_url", "link", "source"),
    "author": ("author", "authors", "dc.creator", "article:author", "byline"),
    "published": (
        "article:published_time", "datepublished", "date_published", "published", "dc.date", "pubdate", "date",
    ),
    "publisher": ("og:site_name", "publisher", "dc.publisher", "site_name", "site"),
    "language": ("lang", "language", "dc.language", "content-language", "og:locale"),
}  # fmt: skip
_MARKDOWN, _HTML = (".md", ".markdown"), (".html", ".htm")
_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_BODY = re.compile(r"<body\b", re.IGNORECASE)
_MOST_CHARACTERS = 100_000
_ADDRESS = re.compile(r"https?://\S+")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?=[T ])")


def may_be_in(name: str) -> bool:
    """Whether a file of that name may say anything of itself."""
    return name.lower().endswith((*_MARKDOWN, *_HTML))


def fields_of(name: str, text: str) -> dict[str, str]:
    """The fields of a source that its text gives; `name` is that of the file, whose ending tells what is in it."""
    text = text[:_MOST_CHARACTERS].replace("\r\n", "\n")
    said = _markdown(text) if name.lower().endswith(_MARKDOWN) else _html(text)
    fields: dict[str, str] = {}
    for field, names in _NAMES.items():
        for value in filter(None, (_value(field, said.get(name, "")) for name in names)):
            fields.setdefault(field, value)
    return fields


def _value(field: str, said: str) -> str:
    """The value as a record may give it; '' where it is none."""
    value = " ".join(said.split())
    if field == "url":
        return value if _ADDRESS.fullmatch(value) else ""
    if field == "published":
        day = _DAY.match(value)
        try:
            return written_dates.edtf(day[0] if day else value)
        except ValueError:
            return ""
    if field == "language":
        return value.replace("_", "-")
    return "" if _ADDRESS.fullmatch(value) else value


def _markdown(text: str) -> dict[str, str]:
    found = _FRONT_MATTER.match(text)
    said = dossier.plain(found[1]) if found else None
    return {name.lower(): _text(value) for name, value in said.items()} if isinstance(said, dict) else {}


def _text(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, map(_text, value)))
    if isinstance(value, dict):
        return _text(value.get("name"))
    return "" if value is None else str(value)


def _html(text: str) -> dict[str, str]:
    body = _BODY.search(text)
    page = LexborHTMLParser(text[: body.start()] if body else text)
    said: dict[str, str] = {}
    for tag in page.css("meta"):
        given = {name: value or "" for name, value in tag.attributes.items()}
        name = given.get("property") or given.get("name") or given.get("itemprop") or given.get("http-equiv") or ""
        said.setdefault(name.lower(), given.get("content", ""))
    if html := page.css_first("html[lang]"):
        said.setdefault("lang", html.attributes["lang"] or "")
    if link := page.css_first("link[rel=canonical i]"):
        said.setdefault("canonical", link.attributes.get("href") or "")
    if title := page.css_first("title"):
        said.setdefault("title", title.text())
    return said
