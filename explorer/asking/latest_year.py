"""The year that is meant by a month without one: the latest in which something happened then."""

from __future__ import annotations

from datetime import date

from explorer.graph.base import Graph
from explorer.statements import statement

_SECONDS = 5.0


class LatestYear:
    """Gives the year of a month, and of a day of it, where one is said."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    def __call__(self, month: int, day: int | None) -> int:
        values = {"month": f"-{month:02d}", "day": f"-{month:02d}-{day or 0:02d}"}
        row = self._graph.read(statement("lookup/latest-time"), values, timeout=_SECONDS).rows[0]
        found = (row["on_day"] if day else None) or row["in_month"] or row["latest"]
        return int(found.year) if found else date.today().year
