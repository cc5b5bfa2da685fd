"""Checks of a question's statement against its header and the rules for questions: each fault with line and remedy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from explorer.catalogue import portability, return_checks
from explorer.catalogue.cypher_tokens import Token, items, tokens
from explorer.catalogue.portability import Fault

_OPENING = ("MATCH", "OPTIONAL", "WITH", "UNWIND", "CALL", "RETURN")
_WRITING = ("CREATE", "MERGE", "SET", "DELETE", "DETACH", "NODETACH", "REMOVE", "FOREACH", "INSERT")
_OUTSIDE = (
    "LOAD",
    "DROP",
    "ALTER",
    "GRANT",
    "DENY",
    "REVOKE",
    "SHOW",
    "TERMINATE",
    "USE",
    "TRANSACTIONS",
    "PROFILE",
    "EXPLAIN",
)
_PROCEDURE = "db.index.fulltext.queryNodes"
_AFTER_RETURN = ("ORDER", "SKIP", "OFFSET", "LIMIT", "UNION")


@dataclass(frozen=True)
class Given:
    """The text of a file, its parameters with their lines, and its columns with theirs, in order.

    `further` are values that the statement may take and need not.
    """

    text: str
    parameters: Mapping[str, int]
    columns: Sequence[tuple[int, str]]
    further: Sequence[str] = ()


def faults(given: Given) -> Iterator[Fault]:
    """Every fault of the statement below the header."""
    everything = tokens(given.text)
    body = [token for token in everything if token.kind not in ("comment", "block")]
    yield from _writing_rules(given.text, everything)
    if not body:
        yield len(given.text.rstrip().split("\n")), "has no statement: write it below the header"
        return
    if body[0].keyword not in _OPENING:
        yield body[0].line, f"a question cannot begin with '{body[0].text}': begin with MATCH, UNWIND, WITH or CALL"
    yield from _clauses(body)
    yield from portability.faults(body)
    yield from return_checks.whole_entities(body)
    yield from return_checks.lost_variables(body)
    yield from _parameters(given, body)
    yield from _columns(given, body)
    yield from _limit(given, body)


def _writing_rules(text: str, everything: list[Token]) -> Iterator[Fault]:
    """What holds for the text as such, comments included."""
    for number, line in enumerate(text.split("\n"), 1):
        if "\\u" in line.lower():
            yield number, "has a \\u escape, which Neo4j resolves even in comments: write the character itself"
    for token in everything:
        if token.kind == "block":
            yield token.line, "has a block comment: only // comments work on every engine"
        if token.kind == "symbol" and token.text in "'\"`":
            yield token.line, f"has an unfinished {token.text}: close it"
    statements = [token for token in everything if token.kind not in ("comment", "block")]
    for before, after in zip(statements, statements[1:], strict=False):
        if before.text == ";":
            yield after.line, "has more than one statement: one question a file, nothing after the semicolon"
            return


def _clauses(body: list[Token]) -> Iterator[Fault]:
    for index, token in enumerate(body):
        if not _is_clause(body, index):
            continue
        if token.keyword in _WRITING:
            yield token.line, f"{token.keyword} writes, and a question only reads: take it out"
        elif token.keyword in _OUTSIDE:
            yield token.line, f"{token.keyword} has no place in a question: take it out"
        elif token.keyword == "CALL":
            yield from _call(token, body[index + 1 :])


def _is_clause(body: list[Token], index: int) -> bool:
    """Whether this word can be a keyword: not a property, a label, or a key in a map.

    A name given by AS is none either, but `AS as CALL ...` shows that it cannot be told: such a name is to be quoted.
    """
    before = body[index - 1] if index else None
    after = body[index + 1] if index + 1 < len(body) else None
    if before and before.text in (".", ":", "|", "&", "!"):
        return False
    return not (after and after.text == ":")


def _call(token: Token, rest: list[Token]) -> Iterator[Fault]:
    """A subquery is fine, and so is the search in a full-text index; nothing else is called."""
    if rest and rest[0].text in ("{", "("):
        return
    called = ""
    for part in rest:
        if part.text == "(":
            break
        called += part.name
    if called != _PROCEDURE:
        yield (
            token.line,
            f"calls {called[:60] or 'nothing'}: a question may only call {_PROCEDURE}, or a subquery CALL {{ }}",
        )


def _parameters(given: Given, body: list[Token]) -> Iterator[Fault]:
    used: dict[str, int] = {}
    for token in body:
        if token.kind == "parameter":
            used.setdefault(token.name, token.line)
    for name, line in used.items():
        if name not in given.parameters and name not in given.further:
            yield line, f"${name} is used but not declared: add `// @param {name} TYPE what it means`"
    for name, line in given.parameters.items():
        if name not in used:
            yield line, f"parameter '{name}' is declared but not used: use ${name} or take the line out"


def _columns(given: Given, body: list[Token]) -> Iterator[Fault]:
    declared = [name for _, name in given.columns]
    if not declared:
        yield 1, "declares no column: add `// @return NAME TYPE what it is` for each one, in the order of RETURN"
    returns = [index for index, token in enumerate(body) if token.keyword == "RETURN" and token.depth == 0]
    if not returns:
        yield body[-1].line, "has no RETURN"
    for index in returns:
        names, unnamed = _returned(body[index + 1 :])
        yield from unnamed
        if not unnamed and declared and names != declared:
            yield (
                body[index].line,
                f"returns {', '.join(names)}, but the header declares {', '.join(declared)}: same names, same order",
            )


def _returned(rest: list[Token]) -> tuple[list[str], list[Fault]]:
    """The names that a RETURN gives its columns, and a fault for each column without one."""
    end = next(
        (
            i
            for i, token in enumerate(rest)
            if token.depth == 0 and (token.keyword in _AFTER_RETURN or token.text == ";")
        ),
        len(rest),
    )
    row = rest[:end]
    if row and row[0].keyword == "DISTINCT":
        row = row[1:]
    names: list[str] = []
    unnamed: list[Fault] = []
    for item in items(row):
        if len(item) == 1 and item[0].kind in ("word", "quoted"):
            names.append(item[0].name)
        elif len(item) > 2 and item[-2].keyword == "AS":
            names.append(item[-1].name)
        else:
            shown = "".join(token.text for token in item)[:40] or "nothing"
            unnamed.append((item[0].line if item else 1, f"returns `{shown}` without a name: write `... AS name`"))
    return names, unnamed


def _limit(given: Given, body: list[Token]) -> Iterator[Fault]:
    if "limit" not in given.parameters:
        yield 1, "declares no limit: add `// @param limit integer = 100 most rows` and end with LIMIT $limit"
        return
    ending = body[:-1] if body[-1].text == ";" else body
    if [token.text.upper() for token in ending[-2:]] != ["LIMIT", "$LIMIT"]:
        yield body[-1].line, "does not end with LIMIT $limit"
    for before, token in zip(body, body[1:], strict=False):
        if token.kind == "parameter" and token.name == "limit" and before.keyword != "LIMIT":
            yield token.line, "uses $limit outside of LIMIT, but the program sends one more than a person asked for"
