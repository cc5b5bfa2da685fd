"""The exception tree. Each error carries a message that says what to do, an HTTP status and an exit code.

ExplorerError
  InputError          what a person wrote cannot be loaded; holds all problems found
  UsageError          a wrong option, parameter or value
  NotFound            no such question, entity or page
  TooSlow             a question ran into its time limit
  CatalogueError      a file under cypher/ is not as it must be
  GraphError          the engine refused a statement
    GraphUnreachable  no graph there, no server, wrong password
      GraphBusy       another process holds the graph for writing
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


class ExplorerError(Exception):
    """Base of all errors that are meant to be read by the person in front of the program."""

    status = 500
    exit_code = 1
    title = "Something went wrong"


@dataclass(frozen=True, order=True)
class Problem:
    """One fault in a file that a person wrote: where it is, what is wrong, what to do."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class InputError(ExplorerError):
    """One or more files cannot be loaded. `problems` holds every fault that was found."""

    status = 400
    title = "Nothing was loaded"

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = sorted(set(problems))
        count = len(self.problems)
        head = "1 problem" if count == 1 else f"{count} problems"
        super().__init__("\n".join([*map(str, self.problems), f"{head}; nothing was written."]))


class UsageError(ExplorerError):
    """An option, a parameter or a value that the program does not take."""

    status = 400
    exit_code = 2
    title = "That could not be understood"

    def __init__(self, message: str = "", faults: Mapping[str, str] | None = None) -> None:
        """What is wrong in general, and what is wrong with single parameters, by their names."""
        self.general = message
        self.faults = dict(faults or {})
        lines = [f"{name}: {fault}" for name, fault in self.faults.items()]
        super().__init__("\n".join([message, *lines] if message else lines))


class NotFound(ExplorerError):
    """A question, an entity or a page that is not there."""

    status = 404
    title = "Not found"


class TooSlow(ExplorerError):
    """A question that ran into its time limit."""

    status = 504
    title = "This took too long"


class CatalogueError(ExplorerError):
    """A statement file under cypher/ that breaks the rules of the catalogue."""

    title = "A question file is not as it must be"

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))


class GraphError(ExplorerError):
    """The engine refused a statement, or its files are damaged."""

    title = "The graph refused this"


class GraphUnreachable(GraphError):
    """There is no graph where one was expected, or it does not let us in."""

    status = 503
    exit_code = 3
    title = "The graph cannot be reached"


class GraphBusy(GraphUnreachable):
    """Another process holds the graph for writing."""

    title = "The graph is being written"
