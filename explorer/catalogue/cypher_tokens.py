"""Cypher split into tokens, so that checks never mistake a comment or a string for a part of the statement."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

#: A number takes one dot with it, so that `1.` and a keyword after it stay apart; `1..3` is a range.
_TOKEN = re.compile(
    r"""
    (?P<comment>//[^\n]*)
  | (?P<block>/\*.*?(?:\*/|\Z))
  | (?P<string>'(?:\\.|[^'\\])*' | "(?:\\.|[^"\\])*")
  | (?P<quoted>`(?:``|[^`])*`)
  | (?P<parameter>\$(?:\w+|`(?:``|[^`])*`))
  | (?P<number>\d\w*(?:\.(?!\.)\w*)?)
  | (?P<word>\w+)
  | (?P<space>\s+)
  | (?P<symbol>.)
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True)
class Token:
    """One piece of a statement: its kind is a group of the pattern above, `depth` counts the brackets around it."""

    kind: str
    text: str
    line: int
    depth: int

    @property
    def keyword(self) -> str:
        """The word in capitals, as keywords are compared; '' for anything that is not a bare word."""
        return self.text.upper() if self.kind == "word" else ""

    @property
    def name(self) -> str:
        """The name that a word, a quoted name or a parameter stands for."""
        bare = self.text.removeprefix("$") if self.kind == "parameter" else self.text
        return bare[1:-1].replace("``", "`") if bare.startswith("`") else bare


def tokens(text: str) -> list[Token]:
    """All tokens but white space; a symbol that opens or closes brackets has the depth outside of them."""
    found: list[Token] = []
    line, depth = 1, 0
    for match in _TOKEN.finditer(text):
        kind, piece = match.lastgroup or "", match.group()
        if kind == "symbol" and piece in ")]}":
            depth -= 1
        if kind != "space":
            found.append(Token(kind, piece, line, depth))
        if kind == "symbol" and piece in "([{":
            depth += 1
        line += piece.count("\n")
    return found


def with_values(text: str, values: Mapping[str, str]) -> str:
    """The statement with the text of a value in the place of each parameter that `values` names."""

    def value(match: re.Match[str]) -> str:
        if match.lastgroup != "parameter":
            return match.group()
        return values.get(match.group().removeprefix("$").strip("`"), match.group())

    return _TOKEN.sub(value, text)


def items(row: Sequence[Token]) -> list[list[Token]]:
    """The tokens of a list such as RETURN's, split at the commas that no bracket encloses."""
    outside = row[0].depth if row else 0
    split: list[list[Token]] = [[]]
    for token in row:
        if token.text == "," and token.depth == outside:
            split.append([])
        else:
            split[-1].append(token)
    return split


def text_at(row: Sequence[Token], index: int) -> str:
    """The text of the token of that number; "" where there is none."""
    return row[index].text if 0 <= index < len(row) else ""


def keyword_at(row: Sequence[Token], index: int) -> str:
    """The word of that number in capitals; "" where there is none."""
    return row[index].keyword if 0 <= index < len(row) else ""
