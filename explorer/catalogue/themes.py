"""The questions by theme, in the order in which a reader would look for them."""

from __future__ import annotations

from collections.abc import Mapping

from explorer.catalogue.query_file import NO_THEME, QueryFile


def by_theme(catalogue: Mapping[str, QueryFile]) -> list[tuple[str, list[QueryFile]]]:
    """Each theme with its questions, by their places; those of no theme come last."""
    themes: dict[str, list[QueryFile]] = {}
    for question in sorted(catalogue.values(), key=_order):
        themes.setdefault(question.theme, []).append(question)
    return list(themes.items())


def _order(question: QueryFile) -> tuple[bool, bool, int, str]:
    return question.theme == NO_THEME, question.place is None, question.place or 0, question.name
