"""Dossiers of odd values, made of the tables of the model, so that a kind or a field is tested by being added."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

from explorer import model

Record = dict[str, Any]

#: What has broken a page, a picture or a file somewhere, or might.
TEXTS = (
    "Ann Arden",
    "<script>alert(1)</script>",
    "\"'`><b>&amp; {{ 7 * 7 }} ${7} %s",
    "=cmd|' /C calc'!A0",
    "＝1+1",
    "-2 + 3",
    "Лавров, Сергей",
    "日内瓦会谈",
    "सीता देवी",
    "محمد بن عبد الله",
    "\u202eevil\u202c",
    "\u2067עברית\u2069",
    "\u200dzero\u200bwidth\ufeff",
    "esc \x1b[31m bell \x07 null \x00 delete \x7f next \x85",
    "no letter \ufffe \uffff",
    "𠮷" * 40,
    "👩‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿",
    "Longword" * 60,
    "two\nlines\tand a tab",
    "$x^2$ \\alpha",
    "Null",
    "nan",
    "2022-01-21",
    "?!",
    "a/b#c?d=e&f",
    "x" * 900,
)
DATES = (
    "2022-01-21", "2022-01", "2022", "2022-01-18/2022-01-20", "2021-11-30/2021-12-01", "2022-01-21/2022-01-21",
    "2022-01~", "2022?", "2022-21~", "2022-24%", "../2022-01-23", "2022-01-21/", "2004-03/..", "202X", "200X", "20XX",
    "202X-05", "2022-XX-21", "202X-02-29", "2022-33", "2022-38", "2022-41?", "0001", "0033-04-03", "9999-12-31",
    "9999-24", "1648-10-24", "0001-01-01/9999-12-31", "2022-01~/2022-03?", "2022-01-XX", "190X-XX-31~",
)  # fmt: skip
_FIXED = {"address": "HTTPS://example.org/%7Ea?b=1&c=\"'", "duration": "P1DT2H30M45S"}
#: How many entities there are of a kind: so many that every question has something to answer.
EACH = 6


def identifier(kind: str, number: int) -> str:
    """The id of an entity of a dossier."""
    return f"{kind}-{number}"


def dossier(texts: list[str], dates: list[str]) -> Record:
    """A dossier in which every field of every kind has a value: texts and dates in turn, and texts once more as titles."""
    maker = _Maker(cycle(texts), cycle(texts), cycle(dates))
    kinds = {kind.plural: [maker.record(kind, number) for number in range(EACH)] for kind in model.KINDS}
    return {"title": texts[0], **kinds}


class _Maker:
    def __init__(self, titles: Iterator[str], texts: Iterator[str], dates: Iterator[str]) -> None:
        self.titles, self.texts, self.dates = titles, texts, dates

    def record(self, kind: model.Kind, number: int) -> Record:
        made = {"id": identifier(kind.name, number)}
        made |= {field.name: self.value(field, number) for field in kind.fields if field.type != "file"}
        made[kind.title] = next(self.titles)
        made |= {each.name: self.reference(each, kind, number) for each in kind.references}
        if kind.reported:
            made["reports"] = [self.report(number), self.report(number + 1)]
        return made

    def value(self, field: model.Field, number: int) -> Any:
        if field.type == "word":
            return field.words[number % len(field.words)]
        if field.type == "date":
            return next(self.dates)
        if field.type == "texts":
            return [next(self.texts), next(self.texts)]
        return _FIXED.get(field.type) or next(self.texts)

    def reference(self, reference: model.Reference, kind: model.Kind, number: int) -> Any:
        """To others of that kind; no entity is a part of itself."""
        ids = [identifier(reference.kind, (number + step) % EACH) for step in (1, 2)]
        if reference.parts:
            return [self.entry(reference, each, number) for each in ids]
        return ids if reference.many else ids[0] if number or reference.kind != kind.name else None

    def entry(self, reference: model.Reference, id: str, number: int) -> Record:
        parts = {part.name: self.value(part, number) for part in reference.parts if not part.after}
        return {reference.kind: id, **parts, "reports": [self.words(number)]}

    def report(self, number: int) -> Record:
        return {**self.words(number), "date": next(self.dates), "place": identifier("place", 0)}

    def words(self, number: int) -> Record:
        """The report of a part of a record."""
        return {"source": identifier("source", number % EACH), "page": next(self.texts)}


def write(folder: Path, record: Record) -> Path:
    """The dossier as a file: JSON, which is YAML, with what YAML takes only as an escape written so."""
    text = json.dumps({name: value for name, value in record.items() if value is not None}, ensure_ascii=False, indent=1)
    path = folder / "odd.yaml"
    path.write_text(re.sub("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]", _escape, text), encoding="utf-8")
    return path


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
