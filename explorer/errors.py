"""The exception tree. Each error carries a message that says what to do, an HTTP status and an exit code.

ExplorerError
  InputError          what a person wrote cannot be loaded; holds the problems found, by kind
  UsageError          a wrong option, parameter or value
  NotFound            no such question, entity or page
    Retracted         a source that was retracted
  TooSlow             a question ran into its time limit
  CatalogueError      a file under cypher/ is not as it must be
  GraphError          the engine refused a statement
    GraphUnreachable  no graph there, no server, wrong password
      GraphBusy       another process holds the graph for writing
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace


class ExplorerError(Exception):
    """Base of all errors that are meant to be read by the person in front of the program."""

    status = 500
    exit_code = 1
    title = "Something went wrong"


#: So many faults of a kind are shown, and so many kinds told apart; the others are counted.
MOST_OF_A_KIND, _MOST_KINDS = 20, 50
_LONGEST_MESSAGE = 2000


@dataclass(frozen=True)
class Problem:
    """One fault in a file that a person wrote: where it is, what is wrong, what to do."""

    file: str
    line: int
    message: str
    #: Whether it keeps all that the file says from being known: it is told before the others.
    unreadable: bool = False

    def __lt__(self, other: Problem) -> bool:
        return self._place < other._place

    @property
    def _place(self) -> tuple[bool, str, int, str]:
        return not self.unreadable, self.file, self.line, self.message

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"

    @property
    def kind(self) -> str:
        """What faults of the same kind have in common: the message without what it quotes."""
        return _QUOTED.sub("", self.message)[:_CHARACTERS_OF_A_KIND]


_QUOTED = re.compile(r"""(?<!\w)(?:'.*?'|".*?"|`.*?`)(?!\w)|[0-9]+""", re.DOTALL)
_CHARACTERS_OF_A_KIND = 60


@dataclass
class ProblemGroup:
    """Faults of one kind: the first ones that were found, and how many there are in all."""

    shown: list[Problem]
    number: int

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.number - len(self.shown)


class Problems:
    """Faults by kind. The first of each kind are kept, so that a million of them take no memory; all are counted."""

    def __init__(self, problems: Iterable[Problem] | Problems = ()) -> None:
        self._groups: dict[str, ProblemGroup] = {}
        self += problems

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Problems) and self._groups == other._groups

    __hash__ = None  # type: ignore[assignment]  # it changes

    def add(self, problem: Problem) -> None:
        """Add one. The same one a second time is nothing new."""
        if len(problem.message) > _LONGEST_MESSAGE:  # a value in it is long; what to do stands at the end
            problem = replace(problem, message=f"{problem.message[:1000]} … {problem.message[-500:]}")
        group = self._group(problem)
        if problem not in group.shown:
            group.number += 1
            if len(group.shown) < MOST_OF_A_KIND:
                group.shown.append(problem)

    def __iadd__(self, problems: Iterable[Problem] | Problems) -> Problems:
        for problem in problems:
            self.add(problem)
        if isinstance(problems, Problems):
            for group in problems.groups:
                self._group(group.shown[0]).number += group.more
        return self

    def _group(self, problem: Problem) -> ProblemGroup:
        kind = problem.kind
        if kind not in self._groups and len(self._groups) >= _MOST_KINDS:
            kind = ""  # the other kinds
        return self._groups.setdefault(kind, ProblemGroup([], 0))

    @property
    def groups(self) -> list[ProblemGroup]:
        """The faults of each kind."""
        return list(self._groups.values())

    def __iter__(self) -> Iterator[Problem]:
        """Those that were kept."""
        return (problem for group in self._groups.values() for problem in group.shown)

    def __len__(self) -> int:
        """How many there are in all."""
        return sum(group.number for group in self._groups.values())

    def lines(self) -> list[str]:
        """Those that were kept, by file and line, and after the last of a kind how many more there are."""
        last = {max(group.shown): group.more for group in self._groups.values() if group.more}
        told = []
        for problem in sorted(self):
            told.append(str(problem))
            if more := last.get(problem):
                told.append(f"  ... and {more:,} more of this kind")
        return told


class InputError(ExplorerError):
    """One or more files cannot be loaded.

    `groups` holds the faults by kind, with the number of each; `problems` those that are shown, at most 20 of a kind.
    """

    status = 400
    title = "Nothing was loaded"

    def __init__(self, problems: Iterable[Problem] | Problems) -> None:
        found = problems if isinstance(problems, Problems) else Problems(problems)
        self.groups = found.groups
        self.problems = sorted(found)
        head = "1 problem" if len(found) == 1 else f"{len(found):,} problems"
        super().__init__("\n".join([*found.lines(), f"{head}; nothing was written."]))


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


class Retracted(NotFound):
    """A source that was retracted, and why."""

    status = 410
    title = "Retracted"


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


class WordsError(CatalogueError):
    """A user's file of words that is not understood."""

    title = "A file of words is not as it must be"


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
