"""The text of one question file comes in, a QueryFile goes out, or every fault in it with its line and a remedy.

The header is the unbroken run of `//` lines at the top: the title, a description, then `@ask`, `@param`, `@return`.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from explorer.catalogue import phrases, query_checks, values
from explorer.catalogue.phrases import Pattern
from explorer.errors import CatalogueError, Problem
from explorer.statements import Statement

#: `words` is free text, which reaches the statement folded.
PARAMETER_TYPES = (*values.SCALARS, "words", *values.ENTITIES)
COLUMN_TYPES = (*values.SCALARS, *values.ENTITIES, "evidence")

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
#: Options of every question in the shell, and words that the web pages put in their addresses.
_RESERVED = ("format", "help", "asked", "graph", "quiet", "view", "pairs", "axis")
#: What is put after the name of a column for what is made of it besides.
_MADE = {"date": ("_earliest", "_latest"), **dict.fromkeys(values.ENTITIES, ("_id",))}
_TAGS = ("@ask", "@param", "@return")


@dataclass(frozen=True)
class Parameter:
    """One parameter of a question. `default` is typed; None where it is `required`, or where null is the default."""

    name: str
    type: str
    default: Any
    required: bool
    description: str


@dataclass(frozen=True)
class Column:
    """One column: `type` is a scalar (`string integer float boolean date`), an entity, `evidence`, or `X list`."""

    name: str
    type: str
    description: str = ""


@dataclass(frozen=True)
class QueryFile:
    """One question: what people read of it, what it takes, what it gives, and its file."""

    name: str
    title: str
    description: str
    phrases: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    cypher: str
    path: Path
    #: The phrases, ready to be compared with what a person writes.
    patterns: tuple[Pattern, ...] = field(default=(), repr=False)

    @property
    def statement(self) -> Statement:
        """The statement as the graph takes it."""
        return Statement(f"queries/{self.name}", self.cypher)

    def parameter(self, name: str) -> Parameter:
        """The parameter of that name. Raises KeyError."""
        return next((each for each in self.parameters if each.name == name), None) or _none(name)

    def to_dict(self) -> dict[str, Any]:
        """The JSON shape of a question in a list of them."""
        return {
            "question": self.name,
            "title": self.title,
            "description": self.description,
            "ask": list(self.phrases),
            "parameters": [
                {"name": each.name, "type": each.type, "required": each.required, "description": each.description}
                for each in self.parameters
            ],
            "columns": [{"name": each.name, "type": each.type} for each in self.columns],
        }


def _none(name: str) -> Parameter:
    raise KeyError(name)


def read(path: Path) -> QueryFile:
    """Read one question file. Raises CatalogueError with all faults found in it."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CatalogueError([Problem(str(path), 1, f"cannot be read as UTF-8 text: {error}")]) from error
    return parse(text, path)


def parse(text: str, path: Path) -> QueryFile:
    """The question that `text` holds. Raises CatalogueError with all faults found in it."""
    header = _Header(str(path))
    if not _SLUG.fullmatch(path.stem):
        header.fault(
            1, f"the file name '{path.name}' is no question name: use small letters, digits and single hyphens"
        )
    header.read(text)
    header.check_columns()
    header.check_limit()
    header.check_phrases()
    statement = query_checks.Given(
        text,
        {name: line for name, (line, _) in header.parameters.items()},
        [(line, column.name) for line, column in header.columns],
    )
    for line, message in query_checks.faults(statement):
        header.fault(line, message)
    if header.problems:
        raise CatalogueError(header.problems)
    return QueryFile(
        name=path.stem,
        title=header.title,
        description="\n\n".join(" ".join(part) for part in header.description if part),
        phrases=tuple(phrase for _, phrase in header.phrases),
        parameters=tuple(parameter for _, parameter in header.parameters.values()),
        columns=tuple(column for _, column in header.columns),
        cypher=text,
        path=path,
        patterns=tuple(header.patterns.values()),
    )


@dataclass
class _Header:
    """What was read so far; each line that does not fit becomes a problem."""

    file: str
    problems: list[Problem] = field(default_factory=list)
    title: str = ""
    description: list[list[str]] = field(default_factory=lambda: [[]])
    phrases: list[tuple[int, str]] = field(default_factory=list)
    parameters: dict[str, tuple[int, Parameter]] = field(default_factory=dict)
    columns: list[tuple[int, Column]] = field(default_factory=list)
    patterns: dict[str, Pattern] = field(default_factory=dict)

    def fault(self, line: int, message: str) -> None:
        self.problems.append(Problem(self.file, line, message))

    def read(self, text: str) -> None:
        lines = text.split("\n")
        first = lines[0].removeprefix("//").strip()
        if not lines[0].startswith("//") or not first or first.startswith("@"):
            self.fault(1, "has no title: begin the file with `// What the question is called`")
            first = ""
        self.title = first
        tagged = False
        for number, line in enumerate(lines, 1):
            if not line.startswith("//"):
                break
            content = line.removeprefix("//").strip()
            if content.startswith("@"):
                tagged = True
                self._tag(number, content)
            elif number > 1:
                self._text(number, content, tagged)

    def _text(self, line: int, content: str, tagged: bool) -> None:
        if tagged and content:
            self.fault(line, "stands after a tag: the description comes before the first tag, and a tag is one line")
        elif content:
            self.description[-1].append(content)
        else:
            self.description.append([])

    def _tag(self, line: int, content: str) -> None:
        tag, _, rest = content.partition(" ")
        rest = rest.strip()
        if tag not in _TAGS:
            self.fault(line, f"unknown tag {tag}: the tags are {', '.join(_TAGS)}")
        elif not rest:
            self.fault(line, f"{tag} says nothing")
        elif tag == "@ask":
            self.phrases.append((line, rest))
        elif tag == "@param":
            self._parameter(line, rest)
        else:
            self._column(line, rest)

    def _parameter(self, line: int, rest: str) -> None:
        name, kind, rest = _split(rest)
        if not self._named(line, name, self.parameters):
            return
        if kind not in PARAMETER_TYPES:
            self.fault(line, f"unknown type '{kind}' of parameter '{name}': one of {', '.join(PARAMETER_TYPES)}")
            kind = "string"
        if name in _RESERVED:
            self.fault(line, f"the name '{name}' is taken by the program: name the parameter otherwise")
        required, default = True, None
        if rest.startswith("="):
            required = False
            try:
                default, rest = _default(kind, rest[1:].strip(), last_day=name == "until")
            except ValueError as error:
                self.fault(line, f"the default of '{name}' does not fit its type {kind}: it {error}")
        self.parameters[name] = (line, Parameter(name, kind, default, required, rest.strip()))

    def _column(self, line: int, rest: str) -> None:
        name, kind, rest = _split(rest)
        if not self._named(line, name, [column.name for _, column in self.columns]):
            return
        if kind not in COLUMN_TYPES:
            self.fault(
                line,
                f"unknown type '{kind}' of column '{name}': one of {', '.join(COLUMN_TYPES)}, or `actor list` etc.",
            )
        more, _, description = rest.partition(" ")
        if more == "list":
            kind, rest = f"{kind} list", description
        self.columns.append((line, Column(name, kind, rest.strip())))

    def _named(self, line: int, name: str, taken: Any) -> bool:
        if not _NAME.fullmatch(name):
            self.fault(line, f"'{name}' is no name: use letters, digits and _, such as `other_actor`")
        elif name in taken:
            self.fault(line, f"'{name}' is declared twice: keep one of the two lines")
        else:
            return True
        return False

    def check_columns(self) -> None:
        """In data frames and spreadsheets a column becomes several, whose names no other column has."""
        declared = {column.name for _, column in self.columns}
        for line, column in self.columns:
            for suffix in _MADE.get(column.type.removesuffix(" list"), ()):
                if column.name + suffix in declared:
                    self.fault(line, f"'{column.name}' makes a column '{column.name}{suffix}' in data frames, which "
                               "is declared as well: name one of the two otherwise")  # fmt: skip

    def check_limit(self) -> None:
        """The limit, where there is one, is a number of rows that holds unless another is asked for."""
        line, limit = self.parameters.get("limit", (0, None))
        if limit and (limit.type != "integer" or not isinstance(limit.default, int) or limit.default < 1):
            self.fault(line, "the limit has no default number of rows: write `limit integer = 100 most rows`")

    def check_phrases(self) -> None:
        """Slots are parameters, all required ones are there, and no phrase is made of slots and small words alone."""
        known = {name: parameter.type for name, (_, parameter) in self.parameters.items()}
        required = [name for name, (_, parameter) in self.parameters.items() if parameter.required]
        lines: dict[str, int] = {}
        for line, text in self.phrases:
            try:
                pattern = phrases.compile_phrase(text, known)
            except ValueError as error:
                self.fault(line, str(error))
                continue
            if missing := [name for name in required if name not in pattern.names]:
                self.fault(
                    line,
                    f"the phrase leaves out {', '.join(f'{{{name}}}' for name in missing)}, which the question needs",
                )
            if pattern.normal in lines:
                self.fault(line, f"the same phrase as in line {lines[pattern.normal]}: keep one of them")
            self.patterns.setdefault(pattern.normal, pattern)
            lines.setdefault(pattern.normal, line)


def _split(text: str) -> tuple[str, str, str]:
    """The first word, the second, and the rest."""
    name, _, rest = text.partition(" ")
    kind, _, rest = rest.strip().partition(" ")
    return name, kind, rest.strip()


def _default(kind: str, text: str, last_day: bool) -> tuple[Any, str]:
    """A default, as JSON or bare, and the text after it. Raises ValueError that completes the sentence `it ...`."""
    if text.startswith('"'):
        try:
            value, end = json.JSONDecoder().raw_decode(text)
        except ValueError:
            raise ValueError("is not finished: close its quotation mark") from None
        rest = text[end:]
    else:
        value, _, rest = text.partition(" ")
        if not value:
            raise ValueError("is missing: write it after the =")
        if value == "null":
            return None, rest
    if kind in values.ENTITIES:
        return value, rest
    if kind == "date" and not re.fullmatch(r"\d{4}(-\d\d){0,2}", value):
        raise ValueError("is no date: write one such as 2022-01-21")
    return values.scalar(kind, value, last_day=last_day), rest
