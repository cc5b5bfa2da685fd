"""Reads a dossier, which is YAML 1.2, as plain data with the line of every value.

Scalars stay as written, so that `2022-01` is a date text and `no` is Norway; records.py gives them their types.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.reader import ReaderError

from explorer.errors import Problem, Problems
from explorer.reading import text_files
from explorer.reading.located import LARGEST_FILE_BYTES, Location, Tree

SUFFIXES = (".yaml", ".yml")
_NULLS = {"", "~", "null", "Null", "NULL"}
_MOST_LEVELS = 20
#: A comment that begins as no comment does, such as `#1 fan`.
_CUT = re.compile(r" *(#[^\s#].*)")


def read(path: Path, shown: str) -> Tree:
    """The file as a Tree; `shown` is how messages name it. Faults of syntax are in `Tree.problems`."""
    text = ""
    try:
        content = text_files.content(path, LARGEST_FILE_BYTES)
        text = text_files.decoded(content, "save the file with the encoding UTF-8")
        root = YAML(typ="safe", pure=True).compose(text)
    except text_files.NoText as error:
        return Tree.broken(shown, error.line, str(error))
    except MarkedYAMLError as error:
        return Tree.broken(shown, _line(error), f"this is not YAML: {_reason(error)}")
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        return Tree.broken(shown, line, f"this is not YAML: {error.reason} (#x{error.character:04x})")
    except (YAMLError, ValueError, RecursionError) as error:
        return Tree.broken(shown, 1, f"this is not YAML: {str(error).splitlines()[0]}")
    reader = _NodeReader(shown, text.split("\n"))
    data = reader.value(root, ()) if root is not None else {}
    if not isinstance(data, dict):
        return Tree.broken(shown, 1, "a dossier is a map: begin with `title: ...`")
    lines = {location: (shown, line) for location, line in reader.lines.items()}
    return Tree(data, lines, reader.problems, content, shown, reader.dropped, warnings=reader.warnings)


def plain(text: str) -> Any:
    """The values of YAML text, as they are written; None where it is no YAML."""
    try:
        root = YAML(typ="safe", pure=True).compose(text)
    except (YAMLError, ValueError, RecursionError):
        return None
    return _NodeReader("", []).value(root, ()) if root is not None else None


def _line(error: MarkedYAMLError) -> int:
    mark = error.problem_mark or error.context_mark
    return int(mark.line) + 1 if mark else 1


def _reason(error: MarkedYAMLError) -> str:
    return " ".join(str(part) for part in (error.context, error.problem) if part)


class _NodeReader:
    """Turns nodes of the YAML library into plain data, and notes the line of each."""

    def __init__(self, shown: str, text: list[str]) -> None:
        self.shown = shown
        self._text = text
        self.lines: dict[Location, int] = {}
        self.problems = Problems()
        self.warnings = Problems()
        self.dropped: dict[Location, set[str]] = {}
        self._seen: set[int] = set()

    def value(self, node: Node, location: Location) -> Any:
        """The node's value; a fault is noted and gives None."""
        line = node.start_mark.line + 1
        self.lines.setdefault(location, line)
        if id(node) in self._seen:
            self.dropped.setdefault(location[:-1], set()).add(str(location[-1]))
            return self._fault(line, "anchors and aliases (`&x`, `*x`) are not read: write the value out")
        self._seen.add(id(node))
        if len(location) > _MOST_LEVELS:
            return self._fault(line, "this is nested too deep")
        if isinstance(node, ScalarNode):
            self._warn(node, location)
            return None if node.style is None and node.value in _NULLS else node.value
        if isinstance(node, SequenceNode):
            return [self.value(entry, (*location, number)) for number, entry in enumerate(node.value)]
        assert isinstance(node, MappingNode)  # the library has no fourth kind
        return self._mapping(node, location)

    def _mapping(self, node: MappingNode, location: Location) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            name = str(key.value) if isinstance(key, ScalarNode) else "?"
            if name in data:
                self._fault(line, f"`{name}` stands here a second time: keep one of them")
                continue
            self.lines[(*location, name)] = line
            data[name] = self.value(value, (*location, name))
        return data

    def _warn(self, node: ScalarNode, location: Location) -> None:
        """Warn of a value that may say less than was meant."""
        end = node.end_mark
        rest = self._text[end.line][end.column :] if node.style is None and end.line < len(self._text) else ""
        message = ""
        if node.value and (cut := _CUT.match(rest)):
            message = f"'{cut[1]}' is a comment and no part of '{node.value}': put the whole in quotation marks"
        elif location[-1:] == ("aliases",) and "," in node.value:
            message = f"`aliases` is read as one, '{node.value}': if it is several, write `[{node.value}]`"
        if message:
            self.warnings.add(Problem(self.shown, end.line + 1, message))

    def _fault(self, line: int, message: str) -> None:
        self.problems.add(Problem(self.shown, line, message))
