"""Finds in a statement what one engine lacks, or does otherwise, and says what to write instead."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from explorer.catalogue.cypher_tokens import Token, keyword_at, text_at

Fault = tuple[int, str]

#: Steps of a relationship of variable length that every engine takes in time.
_LONGEST = 6
_PATH_FUNCTIONS = ("SHORTESTPATH", "ALLSHORTESTPATHS")


def faults(body: Sequence[Token]) -> Iterator[Fault]:
    """Every use of what not all engines do alike, in a statement without its comments."""
    for index, token in enumerate(body):
        yield from ((token.line, message) for check in _CHECKS if (message := check(body, index)))


def _calls(body: Sequence[Token], index: int) -> str:
    """The name of the function that is called here, in capitals."""
    return body[index].keyword if text_at(body, index + 1) == "(" and text_at(body, index - 1) != "." else ""


def _subquery(body: Sequence[Token], index: int) -> str:
    if keyword_at(body, index) == "COLLECT" and text_at(body, index + 1) == "{":
        return "COLLECT { } is not known to every engine: write CALL (...) { ... RETURN collect(...) AS name }"
    if keyword_at(body, index) == "OPTIONAL" and keyword_at(body, index + 1) == "CALL":
        return "OPTIONAL CALL is not known to every engine: collect in the subquery, which always gives one row"
    return ""


def _quantifier(body: Sequence[Token], index: int) -> str:
    before, here, after = (text_at(body, index + step) for step in (-1, 0, 1))
    counted = here == "{" and index + 1 < len(body) and (body[index + 1].kind == "number" or after == ",")
    if before == ")":
        found = counted or (here in ("+", "*") and _is_group(body, index - 1))
    else:
        found = _ends_relationship(body, index - 1) and (counted or (here in ("+", "*") and after == "("))
    return "a quantified path is not known to every engine: write the length as [:TYPE*1..3]" if found else ""


def _ends_relationship(body: Sequence[Token], index: int) -> bool:
    """Whether this is the end of `]-`, `]->`, `--` or `-->`."""
    if text_at(body, index) == ">":
        index -= 1
    return text_at(body, index) == "-" and text_at(body, index - 1) in ("]", "-")


def _is_group(body: Sequence[Token], end: int) -> bool:
    """Whether the brackets that close here hold a path, and no sum."""
    opening = (at for at in range(end - 1, -1, -1) if body[at].text == "(" and body[at].depth == body[end].depth)
    inside = [token.text for token in body[next(opening, end) + 1 : end]]
    pairs = zip(inside, inside[1:], inside[2:], strict=False)
    return inside[:1] == ["("] and any(a == ")" and (b == "<" or b == "-" and c in "[->") for a, b, c in pairs)


def _selector(body: Sequence[Token], index: int) -> str:
    word = keyword_at(body, index)
    if word == "SHORTEST" and text_at(body, index - 1) != ".":
        return "SHORTEST is not known to every engine: match each length, the shortest first"
    named = text_at(body, index - 1) == "=" and keyword_at(body, index - 3) == "MATCH"
    if word in ("ANY", "ALL", "REPEATABLE", "DIFFERENT") and (keyword_at(body, index - 1) == "MATCH" or named):
        return f"{word} before a path is not known to every engine: take it out"
    return ""


def _path_function(body: Sequence[Token], index: int) -> str:
    if _calls(body, index) in _PATH_FUNCTIONS:
        return f"{body[index].text} gives other paths on other engines: match each length, the shortest first"
    return ""


def _dynamic(body: Sequence[Token], index: int) -> str:
    token = body[index]
    opened = (token.text == "$" or token.kind == "parameter") and text_at(body, index + 1) == "("
    label = token.kind == "parameter" and text_at(body, index - 1) == ":" and (
        text_at(body, index - 2) in ("(", "[") or text_at(body, index - 3) in ("(", "[")
    )  # fmt: skip
    return "a label or type cannot be given as a value on every engine: write it out" if opened or label else ""


def _label_expression(body: Sequence[Token], index: int) -> str:
    if body[index].kind == "symbol" and body[index].text in ("&", "!"):
        return f"{body[index].text} between labels is not known to every engine: say it in WHERE"
    return ""


def _properties(body: Sequence[Token], index: int) -> str:
    after_dot = text_at(body, index - 1) == "."
    if after_dot and body[index].text in ("type", "label"):
        return f".{body[index].text} is no property of the graph, and one engine makes it up: use kind, or type(r)"
    if after_dot and body[index].text == "*":
        return "{.*} gives other properties on other engines: name the properties, as in {.id, .name}"
    if _calls(body, index) in ("PROPERTIES", "KEYS"):
        return f"{body[index].text}() gives other properties on other engines: name the ones that are wanted"
    return ""


def _extension(body: Sequence[Token], index: int) -> str:
    if keyword_at(body, index) == "APOC" and text_at(body, index + 1) == "." and text_at(body, index - 1) != ".":
        return "apoc is an extension that not every server has: say it in Cypher"
    return ""


def _relationship(body: Sequence[Token], index: int) -> str:
    """What stands in the brackets of a relationship."""
    if text_at(body, index) != "[" or text_at(body, index - 1) != "-":
        return ""
    end = next((at for at in range(index + 1, len(body)) if body[at].depth == body[index].depth), len(body))
    if text_at(body, end + 1) != "-":
        return ""
    inside = [token for token in body[index + 1 : end] if token.depth == body[index].depth + 1]
    if any(token.keyword == "WHERE" for token in inside):
        return "WHERE in the brackets of a relationship is not known to every engine: write it after the pattern"
    star = next((at for at, token in enumerate(inside) if token.text == "*"), None)
    if star is None:
        return ""
    bounds = "".join(token.text for token in inside[star + 1 :])
    longest = bounds.rpartition("..")[2]
    if longest.isdecimal() and int(longest) <= _LONGEST:
        return ""
    return f"a path of any length may take for ever: give an upper bound of at most {_LONGEST}, as in [:TYPE*1..3]"


_CHECKS: tuple[Callable[[Sequence[Token], int], str], ...] = (
    _subquery,
    _quantifier,
    _selector,
    _path_function,
    _dynamic,
    _label_expression,
    _properties,
    _extension,
    _relationship,
)
