"""The catalogue: all questions of the program and of the user, checked together when they are loaded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path

from explorer import html_table, statements
from explorer.catalogue import query_reader, themes
from explorer.catalogue.header import SLOT
from explorer.catalogue.phrases import Phrase
from explorer.catalogue.query_file import Parameter, QueryFile
from explorer.catalogue.values import ENTITIES
from explorer.errors import CatalogueError, NotFound, Problem, UsageError
from explorer.nearest import nearest
from explorer.shortened import repeated


class Catalogue(Mapping[str, QueryFile]):
    """All questions by name, in order of their names. Each is its own, so that what it leads to can be kept."""

    __hash__ = object.__hash__

    def __init__(self, questions: Sequence[QueryFile]) -> None:
        self._questions = {question.name: question for question in sorted(questions, key=lambda each: each.name)}

    @cached_property
    def phrases(self) -> list[tuple[QueryFile, Phrase]]:
        """Every phrase with its question."""
        return [(question, phrase) for question in self.values() for phrase in question.phrases]

    @cached_property
    def wordings(self) -> list[tuple[QueryFile, Phrase]]:
        """Every phrase, also with a time after it, with its question, in the order of the themes."""
        return [
            (question, phrase)
            for _, questions in themes.by_theme(self)
            for question in questions
            for phrase in question.wordings
        ]

    def __getitem__(self, name: str) -> QueryFile:
        return self._questions[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._questions)

    def __len__(self) -> int:
        return len(self._questions)

    def _repr_html_(self) -> str:
        """All questions, by theme, for a notebook."""
        rows = (
            (question.name, question.title, ", ".join(map(_named, question.parameters)), theme)
            for theme, questions in themes.by_theme(self)
            for question in questions
        )
        return html_table.table(("name", "answers", "parameters", "about"), rows)

    def related(self, kind: str) -> list[QueryFile]:
        """The questions about an entity of a kind that are offered where another one has no answer."""
        fitting = [each for each in self.values() if each.related is not None and each.required[0].type == kind]
        return sorted(fitting, key=lambda each: (each.related or 0, each.name))

    def question(self, name: str) -> QueryFile:
        """The question of that name. Raises UnknownQuestion, which says the nearest one."""
        if name in self._questions:
            return self._questions[name]
        near = nearest(name, list(self._questions))
        hint = f"The nearest is '{near}'." if near else "`explorer list` shows them all."
        raise UnknownQuestion(f"No question is called '{repeated(name)}'. {hint}")


def _named(parameter: Parameter) -> str:
    return parameter.name if parameter.required else f"[{parameter.name}]"


class UnknownQuestion(NotFound, UsageError):
    """No question has that name: a page that is not there on the web, wrong usage in the shell."""

    status = NotFound.status
    exit_code = UsageError.exit_code
    title = NotFound.title


def load(own: Path | None = None) -> Catalogue:
    """The questions of the program and those in the folder `own`. Raises CatalogueError with all faults."""
    files = _files(statements.folder() / "queries")
    if own is not None:
        if not own.is_dir():
            raise CatalogueError(
                [Problem(str(own), 1, "is no folder: EXPLORER_QUERIES names a folder of .cypher files")]
            )
        files += _files(own)
    return _load(tuple((path, path.stat().st_mtime_ns) for path in files))


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.cypher"))


@lru_cache(maxsize=8)
def _load(files: tuple[tuple[Path, int], ...]) -> Catalogue:
    questions, problems = [], []
    for path, _ in files:
        try:
            questions.append(query_reader.read(path))
        except CatalogueError as error:
            problems += error.problems
    problems += [*_clashes(questions), *_lost(questions)]
    if problems:
        raise CatalogueError(problems)
    return Catalogue(questions)


def _clashes(questions: Sequence[QueryFile]) -> Iterator[Problem]:
    """Two files with one name, or with one phrase; both are named."""
    by_name: dict[str, QueryFile] = {}
    by_phrase: dict[str, tuple[QueryFile, str]] = {}
    for question in questions:
        other = by_name.setdefault(question.name, question)
        if other is not question:
            yield Problem(str(question.path), 1, f"has the name of {other.path}: rename one of the two files")
            continue
        for phrase in question.phrases:
            owner, text = by_phrase.setdefault(phrase.signature, (question, phrase.text))
            if owner is not question:
                yield Problem(
                    str(question.path),
                    _line_of(question, phrase.text),
                    f"the phrase '{phrase.text}' cannot be told from '{text}' of {owner.path}: change one of the two",
                )


def _lost(questions: Sequence[QueryFile]) -> Iterator[Problem]:
    """What is asked where there are no rows, and is no question, needs more than is known, or says nothing."""
    named = {question.name: question for question in questions}
    for question in questions:
        if not question.otherwise:
            continue
        other, slots = named.get(question.otherwise.question), SLOT.findall(question.otherwise.text)
        line = _line_of(question, question.otherwise.text, "@otherwise")
        if other is None:
            yield Problem(str(question.path), line, f"@otherwise names no question: '{question.otherwise.question}'")
        elif not {(each.name, each.declared) for each in other.required} <= {
            (each.name, each.declared) for each in question.required
        }:
            message = f"{other.name} needs other parameters: name a question that needs the same"
            yield Problem(str(question.path), line, message)
        elif len(slots) != 1 or slots[0] not in [each.name for each in other.columns if each.type in ENTITIES]:
            message = f"say what its rows tell, with one column of entities of {other.name} in braces"
            yield Problem(str(question.path), line, f"@otherwise has no such slot: {message}")


def _line_of(question: QueryFile, text: str, tag: str = "@ask") -> int:
    lines = question.cypher.split("\n")
    return next((n for n, line in enumerate(lines, 1) if tag in line and line.rstrip().endswith(text)), 1)
