"""The header of a question file: the unbroken run of `//` lines at its top, read line by line and checked as a whole.

It begins with the title and a description; then come tags: @theme, @example, @related, @general, @empty, @none,
@otherwise, @counts, @ask, @param, @return.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Container
from dataclasses import dataclass, field
from typing import Any

from explorer.catalogue import phrases, values
from explorer.catalogue.phrases import Phrase
from explorer.catalogue.query_file import NO_THEME, Column, Counted, Otherwise, Parameter
from explorer.catalogue.values import COLUMN_TYPES, ENTITIES, PARAMETER_TYPES, REFINED
from explorer.errors import Problem

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
#: Options of every question in the shell, and words that the web pages put in their addresses.
_RESERVED = ("format", "help", "asked", "graph", "quiet", "view", "pairs", "axis")
#: What is put after the name of a column for what is made of it besides.
_MADE = {"date": ("_earliest", "_latest"), **dict.fromkeys(ENTITIES, ("_id",))}
#: Tags that stand by themselves.
_BARE = ("@general",)
_THEME = re.compile(r"\w[\w ,'-]*")
#: The place of a value in a sentence.
SLOT = re.compile(r"\{(\w+)\}")
#: What is written after a type as its refinement would be, before a default.
_REFINEMENT = re.compile(r"(\w+)\s+=\s")


@dataclass
class Header:
    """What was read so far; each line that does not fit becomes a problem."""

    file: str
    problems: list[Problem] = field(default_factory=list)
    title: str = ""
    description: list[list[str]] = field(default_factory=lambda: [[]])
    theme: str = NO_THEME
    empty: str = ""
    none: str = ""
    counts: Counted | None = None
    otherwise: Otherwise | None = None
    phrases: list[tuple[int, str]] = field(default_factory=list)
    parameters: dict[str, tuple[int, Parameter]] = field(default_factory=dict)
    columns: list[tuple[int, Column]] = field(default_factory=list)
    #: The phrases that are sound, by what tells them apart.
    compiled: dict[str, Phrase] = field(default_factory=dict)
    #: The tags that may stand once, with their lines; and the numbers that they give.
    single: dict[str, int] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)

    def fault(self, line: int, message: str) -> None:
        """Add a problem."""
        self.problems.append(Problem(self.file, line, message))

    def read(self, text: str) -> None:
        """Read the lines at the top of the text."""
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
        if tag not in TAGS:
            self.fault(line, f"unknown tag {tag}: the tags are {', '.join(TAGS)}")
        elif tag not in _BARE and not rest.strip():
            self.fault(line, f"{tag} says nothing")
        else:
            TAGS[tag](self, line, rest.strip())

    def _ask(self, line: int, rest: str) -> None:
        self.phrases.append((line, rest))

    def _theme(self, line: int, rest: str) -> None:
        theme, _, place = rest.rpartition(" ")
        if not (theme and place.isdecimal()):
            theme, place = rest, ""
        if not _THEME.fullmatch(theme.strip()):
            self.fault(line, f"the theme '{theme}' is also a folder's name: use letters, digits, spaces and hyphens")
        elif self._once("@theme", line):
            self.theme = theme.strip()
            if place:
                self.numbers["@theme"] = int(place)

    def _example(self, line: int, rest: str) -> None:
        self._number("@example", line, rest)

    def _related(self, line: int, rest: str) -> None:
        self._number("@related", line, rest)

    def _general(self, line: int, rest: str) -> None:
        if rest:
            self.fault(line, f"@general takes no value: take '{rest}' out")
        else:
            self._once("@general", line)

    def _empty(self, line: int, rest: str) -> None:
        if self._once("@empty", line):
            self.empty = rest

    def _none(self, line: int, rest: str) -> None:
        if self._once("@none", line):
            self.none = rest.rstrip(".")

    def _counts(self, line: int, rest: str) -> None:
        nouns, _, column = rest.partition(" in ")
        noun, _, plural = (part.strip() for part in nouns.partition("/"))
        if self._once("@counts", line):
            self.counts = Counted(noun, plural or f"{noun}s", column.strip())

    def _otherwise(self, line: int, rest: str) -> None:
        question, _, text = rest.partition(" ")
        if self._once("@otherwise", line):
            self.otherwise = Otherwise(question, text.strip())

    def _number(self, tag: str, line: int, rest: str) -> None:
        if not rest.isdecimal():
            self.fault(line, f"{tag} gives no place: write a number, such as `{tag} 1`")
        elif self._once(tag, line):
            self.numbers[tag] = int(rest)

    def _once(self, tag: str, line: int) -> bool:
        if tag in self.single:
            self.fault(line, f"{tag} stands in line {self.single[tag]} already: keep one of the two")
        return self.single.setdefault(tag, line) == line

    def _parameter(self, line: int, rest: str) -> None:
        name, kind, rest = _split(rest)
        if not self._is_new_name(line, name, self.parameters):
            return
        refinement, rest = _refinement(kind, rest)
        declared = f"{kind} {refinement}".rstrip()
        if kind not in PARAMETER_TYPES or declared not in (kind, *REFINED):
            known = ", ".join((*PARAMETER_TYPES, *REFINED))
            self.fault(line, f"unknown type '{declared}' of parameter '{name}': one of {known}")
            kind, refinement = "string", ""
        if name in _RESERVED:
            self.fault(line, f"the name '{name}' is taken by the program: name the parameter otherwise")
        required, default = True, None
        if rest.startswith("="):
            required = False
            try:
                default, rest = _default(kind, rest[1:].strip(), last_day=refinement == "last")
            except ValueError as error:
                self.fault(line, f"the default of '{name}' does not fit its type {kind}: it {error}")
        self.parameters[name] = (line, Parameter(name, kind, default, required, rest.strip(), refinement))

    def _column(self, line: int, rest: str) -> None:
        name, kind, rest = _split(rest)
        if not self._is_new_name(line, name, [column.name for _, column in self.columns]):
            return
        if kind not in COLUMN_TYPES:
            self.fault(
                line,
                f"unknown type '{kind}' of column '{name}': one of {', '.join(COLUMN_TYPES)}, or `actor list` etc.",
            )
        if rest.partition(" ")[0] == "list":
            kind, rest = f"{kind} list", rest.partition(" ")[2].strip()
        beside = ""
        if rest.partition(" ")[0] == "beside":
            _, beside, rest = _split(rest)
        self.columns.append((line, Column(name, kind, rest.strip(), beside)))

    def _is_new_name(self, line: int, name: str, taken: Container[str]) -> bool:
        if not _NAME.fullmatch(name):
            self.fault(line, f"'{name}' is no name: use letters, digits and _, such as `other_actor`")
        elif name in taken:
            self.fault(line, f"'{name}' is declared twice: keep one of the two lines")
        else:
            return True
        return False

    def check(self) -> None:
        """Find the faults that only the whole header shows."""
        self._check_columns()
        self._check_limit()
        self._check_related()
        self._check_summary()
        self._check_general()
        self._check_phrases()

    def _check_columns(self) -> None:
        """In data frames and spreadsheets a column becomes several, whose names no other column has."""
        declared = {column.name for _, column in self.columns}
        for line, column in self.columns:
            for suffix in _MADE.get(column.type.removesuffix(" list"), ()):
                if column.name + suffix in declared:
                    self.fault(line, f"'{column.name}' makes a column '{column.name}{suffix}' in data frames, which "
                               "is declared as well: name one of the two otherwise")  # fmt: skip
            if column.beside and column.beside not in declared - {column.name}:
                self.fault(line, f"'{column.name}' stands beside '{column.beside}', which is no other column: "
                           "declare it, or take `beside` out")  # fmt: skip

    def _check_limit(self) -> None:
        """The limit, where there is one, is a number of rows that holds unless another is asked for."""
        line, limit = self.parameters.get("limit", (0, None))
        if limit and (limit.type != "integer" or not isinstance(limit.default, int) or limit.default < 1):
            self.fault(line, "the limit has no default number of rows: write `limit integer = 100 most rows`")

    def _check_related(self) -> None:
        """What is offered for an entity needs that entity and nothing else."""
        types = [parameter.type for _, parameter in self.parameters.values() if parameter.required]
        if "@related" in self.numbers and (len(types) != 1 or types[0] not in ENTITIES):
            self.fault(self.single["@related"], "@related is for a question that needs one entity and nothing else: "
                       "take it out, or give the other parameters a default")  # fmt: skip

    def _check_summary(self) -> None:
        """What the line above an answer is made of is there."""
        needed = {name for name, (_, parameter) in self.parameters.items() if parameter.required}
        for name in SLOT.findall(self.none):
            if name not in needed:
                self.fault(self.single["@none"], f"{{{name}}} is no parameter that is always given: name one that is")
        if self.counts and self.counts.column not in ("", *(column.name for _, column in self.columns)):
            self.fault(self.single["@counts"], f"'{self.counts.column}' is no column: count by one that is declared")

    def _check_general(self) -> None:
        """A question for any combination of conditions can do without each of them."""
        required = [parameter.name for _, parameter in self.parameters.values() if parameter.required]
        if "@general" in self.single and required:
            self.fault(self.single["@general"], "@general is for a question whose conditions may all be left out: "
                       f"take it out, or give {', '.join(required)} a default")  # fmt: skip

    def _check_phrases(self) -> None:
        """Slots are parameters, all required ones are there, and no phrase is made of slots and small words alone."""
        known = {name: parameter.declared for name, (_, parameter) in self.parameters.items()}
        required = [name for name, (_, parameter) in self.parameters.items() if parameter.required]
        lines: dict[str, int] = {}
        for line, text in self.phrases:
            try:
                phrase = phrases.compile_phrase(text, known)
            except ValueError as error:
                self.fault(line, str(error))
                continue
            if missing := [name for name in required if name not in phrase.names]:
                self.fault(
                    line,
                    f"the phrase leaves out {', '.join(f'{{{name}}}' for name in missing)}, which the question needs",
                )
            if phrase.signature in lines:
                self.fault(line, f"the same phrase as in line {lines[phrase.signature]}: keep one of them")
            self.compiled.setdefault(phrase.signature, phrase)
            lines.setdefault(phrase.signature, line)


TAGS: dict[str, Callable[[Header, int, str], None]] = {
    "@theme": Header._theme,
    "@example": Header._example,
    "@related": Header._related,
    "@general": Header._general,
    "@empty": Header._empty,
    "@none": Header._none,
    "@counts": Header._counts,
    "@otherwise": Header._otherwise,
    "@ask": Header._ask,
    "@param": Header._parameter,
    "@return": Header._column,
}


def _split(text: str) -> tuple[str, str, str]:
    """The first word, the second, and the rest."""
    name, _, rest = text.partition(" ")
    kind, _, rest = rest.strip().partition(" ")
    return name, kind, rest.strip()


def _refinement(kind: str, rest: str) -> tuple[str, str]:
    """The word that narrows the type, known or standing where one would, and the text after it."""
    word, _, after = rest.partition(" ")
    if f"{kind} {word}" in REFINED or _REFINEMENT.match(rest):
        return word, after.strip()
    return "", rest


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
    if kind in ENTITIES:
        return value, rest
    if kind == "date" and not re.fullmatch(r"\d{4}(-\d\d){0,2}", value):
        raise ValueError("is no date: write one such as 2022-01-21")
    return values.scalar(kind, value, last_day=last_day), rest
