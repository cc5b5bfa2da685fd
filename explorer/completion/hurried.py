"""A graph as it is asked while somebody types: nothing is waited for long, and what was read just now is kept."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from explorer.errors import TooSlow
from explorer.graph.base import Graph, Result
from explorer.statements import Statement

_MOST_KEPT = 500


@dataclass
class Recent:
    """What was read of late, as long as the data stay the same: with each letter much the same is asked.

    `rows` are results by statement and values, `slow` the seconds in which others did not end.
    """

    version: str | None = None
    rows: OrderedDict[str, Result] = field(default_factory=OrderedDict)
    slow: dict[str, float] = field(default_factory=dict)

    def of(self, graph: Graph) -> Recent:
        """The same, or nothing where other data were loaded meanwhile."""
        version = graph.dataset()
        if version != self.version or len(self.slow) > _MOST_KEPT:
            self.version, self.rows, self.slow = version, OrderedDict(), {}
        return self


def hurried(graph: Graph, recent: Recent, seconds: float) -> Graph:
    """The graph, of which all that is read takes so many seconds together. Reading more raises TooSlow."""
    return cast(Graph, _Hurried(graph, recent.of(graph), seconds))


class _Hurried:
    def __init__(self, graph: Graph, recent: Recent, seconds: float) -> None:
        self._graph = graph
        self._recent = recent
        self._left = seconds

    def read(
        self,
        statement: Statement,
        parameters: Mapping[str, Any] | None = None,
        *,
        timeout: float | None = None,
        most: int | None = None,
    ) -> Result:
        """As the graph reads; what took longer than there is time is not tried again."""
        kept = self._recent.rows
        asked = repr((statement.name, parameters, most))
        if asked not in kept:
            left = self._left
            if left <= 0 or 2 * self._recent.slow.get(asked, 0) >= left:
                raise TooSlow(f"'{statement.name}' was not asked: there was no time left")
            began = time.monotonic()
            try:
                kept[asked] = self._graph.read(statement, parameters, timeout=min(left, timeout or left), most=most)
            except TooSlow:
                self._recent.slow[asked] = left
                raise
            finally:
                self._left -= time.monotonic() - began
            if len(kept) > _MOST_KEPT:
                kept.popitem(last=False)
        return kept[asked]

    def __getattr__(self, name: str) -> Any:
        return getattr(self._graph, name)
