"""Reads a dossier, which is YAML 1.2, as plain data with the line of every value.

Scalars stay as written, so that `2022-01` is a date text and `no` is Norway; records.py gives them their types.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.composer import Composer
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.reader import ReaderError

from explorer.errors import Problem, Problems
from explorer.reading import text_files, yaml_faults
from explorer.reading.located import Location, Tree
from explorer.reading.text_files import NoText
from explorer.reading.yaml_faults import QUOTE_IT

SUFFIXES = (".yaml", ".yml")
_NULLS = {"", "~", "null", "Null", "NULL"}
_MOST_LEVELS = 20
#: A comment that begins as no comment does, such as `#1 fan`.
_CUT = re.compile(r" *(#[^\s#].*)")
#: What takes more than about half a minute to read is refused.
LARGEST_DOSSIER_BYTES, MOST_VALUES = 32 * 1024 * 1024, 500_000
_SPLIT = "split it, or write the records as a folder of CSV files"


def read(path: Path, shown: str) -> Tree:
    """The file as a Tree; `shown` is how messages name it. Faults of syntax are in `Tree.problems`."""
    text = ""
    try:
        content = text_files.content(path, LARGEST_DOSSIER_BYTES, _SPLIT)
        text = text_files.decoded(content, "save the file with the encoding UTF-8")
        root = _composed(text)
    except NoText as error:
        return Tree.broken(shown, error.line, str(error))
    except MarkedYAMLError as error:
        return Tree.broken(shown, yaml_faults.line_of(error), yaml_faults.message(error))
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        return Tree.broken(shown, line, f"this is not YAML: {error.reason} (#x{error.character:04x})")
    except (YAMLError, ValueError, RecursionError) as error:
        return Tree.broken(shown, 1, f"this is not YAML: {str(error).splitlines()[0]}")
    reader = _NodeReader(shown, text)
    data = reader.value(root, ()) if root is not None else {}
    if not isinstance(data, dict):
        return Tree.broken(shown, 1, "a dossier is a map: begin with `title: ...`")
    lines = {location: (shown, line) for location, line in reader.lines.items()}
    return Tree(
        data, lines, reader.problems, content, shown, reader.dropped, nulls=reader.nulls, warnings=reader.warnings
    )


def plain(text: str) -> Any:
    """The values of YAML text, as they are written; None where it is no YAML."""
    try:
        root = _composed(text)
    except (YAMLError, ValueError, RecursionError):
        return None
    return _NodeReader("", text).value(root, ()) if root is not None else None


def _composed(text: str) -> Node | None:
    yaml = YAML(typ="safe", pure=True)
    yaml.Composer = _Composer
    root: Node | None = yaml.compose(text)
    return root


class _Composer(Composer):
    """Makes nodes as the library does, but not without end."""

    def __init__(self, loader: Any = None) -> None:
        super().__init__(loader)
        self._number = 0

    def compose_node(self, parent: Any, index: Any) -> Any:
        """The next value, or the next name of a field."""
        self._number += 1
        if self._number > MOST_VALUES:
            line = self.loader.parser.peek_event().start_mark.line + 1
            raise NoText(f"this dossier has more than {MOST_VALUES:,} names and values: {_SPLIT}", line)
        return super().compose_node(parent, index)


class _NodeReader:
    """Turns nodes of the YAML library into plain data, and notes the line of each."""

    def __init__(self, shown: str, text: str) -> None:
        self.shown = shown
        self._text = text
        self._text_lines = text.split("\n")
        #: Where a word stands that means nothing in YAML, such as Null.
        self.nulls: dict[Location, str] = {}
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
            self._drop(location)
            return None  # its anchor is a fault already
        self._seen.add(id(node))
        if node.anchor or str(node.tag).startswith("!"):
            signs = "anchors and aliases (`&x`, `*x`)" if node.anchor else "tags (`!x`)"
            self._drop(location)
            return self._fault(line, f"{signs} are not read: write the value out, or {QUOTE_IT}")
        if len(location) > _MOST_LEVELS:
            return self._fault(line, "this is nested too deep")
        if isinstance(node, ScalarNode):
            self._warn(node, location)
            return self._scalar(node, location)
        if isinstance(node, SequenceNode):
            return [self.value(entry, (*location, number)) for number, entry in enumerate(node.value)]
        assert isinstance(node, MappingNode)  # the library has no fourth kind
        return self._mapping(node, location)

    def _scalar(self, node: ScalarNode, location: Location) -> str | None:
        if node.style is None and node.value in _NULLS:
            if node.value:
                self.nulls[location] = node.value
            return None
        try:  # JSON writes one sign, such as an emoji, as a pair of surrogates
            return str(node.value).encode("utf-16", "surrogatepass").decode("utf-16")
        except UnicodeDecodeError:
            self._drop(location)
            self._fault(node.start_mark.line + 1, "here is half a sign (one of \\ud800 to \\udfff): write it whole")
            return None

    def _drop(self, location: Location) -> None:
        if location:
            self.dropped.setdefault(location[:-1], set()).add(str(location[-1]))

    def _mapping(self, node: MappingNode, location: Location) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            name = str(key.value) if isinstance(key, ScalarNode) else "?"
            if name in data:
                self._fault(line, f"`{name}` stands here a second time: keep one of them")
                continue
            if node.flow_style and isinstance(value, ScalarNode) and self._is_a_piece(key, value):
                remedy = "if it belongs to the value before it, put that one in quotation marks, for the comma's sake"
                self._fault(line, f"`{name}` stands here without a value: {remedy}")
                continue
            self.lines[(*location, name)] = line
            data[name] = self.value(value, (*location, name))
        return data

    def _warn(self, node: ScalarNode, location: Location) -> None:
        """Warn of a value that may say less than was meant."""
        end, lines = node.end_mark, self._text_lines
        rest = lines[end.line][end.column :] if node.style is None and end.line < len(lines) else ""
        message = ""
        if node.value and (cut := _CUT.match(rest)):
            message = f"'{cut[1]}' is a comment and no part of '{node.value}': put the whole in quotation marks"
        elif location[-1:] == ("aliases",) and "," in node.value:
            message = f"`aliases` is read as one, '{node.value}': if it is several, write `[{node.value}]`"
        if message:
            self.warnings.add(Problem(self.shown, end.line + 1, message))

    def _is_a_piece(self, key: Node, value: ScalarNode) -> bool:
        """Whether no colon follows the key, so that it may be the rest of a value that was cut at a comma."""
        return value.start_mark.index == value.end_mark.index and not self._text.startswith(":", _end(self._text, key))

    def _fault(self, line: int, message: str) -> None:
        self.problems.add(Problem(self.shown, line, message))


def _end(text: str, key: Node) -> int:
    """Where what follows the key begins."""
    at = int(key.end_mark.index)
    while at < len(text) and text[at].isspace():
        at += 1
    return at
