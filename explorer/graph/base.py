"""What every engine gives: reading with limits, and one writer at a time. Statements and plain values in and out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol

from explorer.statements import Statement

#: Rows in one UNWIND statement.
BATCH = 5_000
#: Called with rows written and rows in all.
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Result:
    """Rows as plain Python values, dates as datetime.date. `cut` says that there were more rows than asked for.

    `dataset` is the version of the data that the rows are from, where it was asked for and could be told.
    """

    columns: list[str]
    rows: list[dict[str, Any]]
    cut: bool = False
    dataset: str | None = None


class Reader(Protocol):
    """What can be read from: a graph, or its writer, which reads the state written so far."""

    def read(self, statement: Statement, parameters: Mapping[str, Any] | None = None) -> Result:
        """Run a reading statement."""
        ...


class Writer(Reader, Protocol):
    """The one writer of a graph. What it wrote is seen by `read` at once, by others at the latest when it ends."""

    def write(self, statement: Statement, rows: Sequence[Mapping[str, Any]]) -> None:
        """Run a statement that takes `$rows`, of which it gets all at once: see batches. Safe to repeat."""
        ...


class Graph(Protocol):
    """A graph that can be read by many and written by one."""

    #: `neo4j` or `embedded`.
    engine: str
    #: Where it is, for people: an address or a file.
    place: str

    def read(
        self,
        statement: Statement,
        parameters: Mapping[str, Any] | None = None,
        *,
        timeout: float | None = None,
        most: int | None = None,
        stamped: bool = False,
    ) -> Result:
        """Run a statement that cannot write. `timeout` in seconds, `most` rows are kept, `stamped` with the dataset.

        Raises TooSlow, GraphUnreachable, or GraphError where the engine refuses the statement.
        """
        ...

    def beyond_reading(self, statement: Statement) -> str:
        """What the engine says that a statement of a user would do besides reading the graph; "" for nothing."""
        ...

    def or_empty(self) -> Graph:
        """This graph, or, where it does not exist yet, one that reads as empty and is made by writing."""
        ...

    def writing(self, *, whole: bool = False) -> AbstractContextManager[Writer]:
        """Open the graph for writing, schema ensured. Raises GraphBusy where another writer holds it.

        With `whole` all or nothing is written, however much it is; without, an engine may write it in parts.
        """
        ...

    def dataset(self) -> str | None:
        """The dataset version, which changes with every load; None for a graph that holds nothing."""
        ...

    def notice(self) -> str | None:
        """What the user should know of the state of this graph, such as a load that did not finish."""
        ...

    def state(self) -> tuple[str | None, str | None]:
        """Dataset version and notice, at once."""
        ...

    def recoverable(self) -> bool:
        """Whether a writer was stopped and left work that comes into the graph when it is next opened for writing."""
        ...

    def about(self) -> str:
        """Name and version of the engine."""
        ...

    def close(self) -> None:
        """Give back what is held."""
        ...


def batches(rows: Sequence[Mapping[str, Any]], size: int = BATCH) -> Iterator[list[Mapping[str, Any]]]:
    """The rows in lists of at most `size`."""
    for start in range(0, len(rows), size):
        yield list(rows[start : start + size])
