"""Says that a graph was loaded by an earlier version of the program, where that hides what is asked for."""

from __future__ import annotations

from explorer import names
from explorer.graph.base import Graph
from explorer.statements import statement

_SECONDS = 5.0


def notice(graph: Graph, text: str) -> str:
    """Which files to load again so that the text is found wherever it stands; "" where nothing is hidden.

    What has changed concerns texts without spaces, vowel marks, and words of one letter.
    """
    if text.isascii() and all(len(word) > 1 for word in names.words(text)):
        return ""
    rows = graph.read(statement("status/earlier-form"), {"form": names.FINDING_FORM}, timeout=_SECONDS).rows
    if not rows:
        return ""
    titles = ", ".join(f"“{row['title']}”" for row in rows)
    return (
        f"Not all of the graph can be searched for '{text}', since an earlier version of the program loaded {titles}"
        f"{' and others' if len(rows) > 2 else ''}: run `explorer load` with these files again."
    )
