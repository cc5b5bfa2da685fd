"""What the YAML library finds wrong becomes a message in the words of people, with what to write instead."""

from __future__ import annotations

from ruamel.yaml.error import MarkedYAMLError

QUOTE_IT = "put the value in quotation marks"
#: Words of the library, what they mean, and what helps.
_MEANINGS = {
    "mapping values are not allowed": f"a colon stands where no field begins: if it belongs to a value, {QUOTE_IT}",
    "sequence entries are not allowed": f"a hyphen stands where no entry begins: if it belongs to a value, {QUOTE_IT}",
    "mapping keys are not allowed": f"a value begins with a question mark: {QUOTE_IT}",
    r"character '\t' that cannot start": "lines begin with a tab: write spaces in its place",
    "that cannot start any token": f"no value begins with this sign: {QUOTE_IT}",
    "undefined alias": f"a value begins with `*`: {QUOTE_IT}",
    "block scalar": f"a value begins with `>` or `|`: {QUOTE_IT}",
    "<block end>": f"more stands here than a value, or a line is not aligned: {QUOTE_IT}, or align the line",
    "could not find expected ':'": f"here stands no field: end its name with a colon, or {QUOTE_IT}",
    "escape": r"in double quotation marks \ begins a special sign: write \\ or use single ones",
    "flow": f"a bracket is not closed, or a value has a bracket or a comma in it: close it, or {QUOTE_IT}",
    "while parsing a": f"{QUOTE_IT} if it has special signs in it",
}


def line_of(error: MarkedYAMLError) -> int:
    """The line of the fault."""
    mark = error.problem_mark or error.context_mark
    return int(mark.line) + 1 if mark else 1


def message(error: MarkedYAMLError) -> str:
    """What is wrong and what would be right."""
    said = " ".join(str(part) for part in (error.context, error.problem) if part)
    meant = next((words for part, words in _MEANINGS.items() if part in said), "")
    return f"this is not YAML: {said}{'; ' if meant else ''}{meant}"
