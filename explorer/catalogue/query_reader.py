"""Reads one question file: gives a QueryFile, or every fault in it with its line and a remedy."""

from __future__ import annotations

import re
from pathlib import Path

from explorer.catalogue import query_checks
from explorer.catalogue.header import Header
from explorer.catalogue.query_file import QueryFile
from explorer.errors import CatalogueError, Problem

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def read(path: Path) -> QueryFile:
    """Read one question file. Raises CatalogueError with all faults found in it."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CatalogueError([Problem(str(path), 1, f"cannot be read as UTF-8 text: {error}")]) from error
    return parse(text, path)


def parse(text: str, path: Path) -> QueryFile:
    """The question that `text` holds. Raises CatalogueError with all faults found in it."""
    header = Header(str(path))
    if not _SLUG.fullmatch(path.stem):
        header.fault(
            1, f"the file name '{path.name}' is no question name: use small letters, digits and single hyphens"
        )
    header.read(text)
    header.check()
    statement = query_checks.Given(
        text,
        {name: line for name, (line, _) in header.parameters.items()},
        [(line, column.name) for line, column in header.columns],
        [parameter.whole for _, parameter in header.parameters.values()],
    )
    for line, message in query_checks.faults(statement):
        header.fault(line, message)
    if header.problems:
        raise CatalogueError(header.problems)
    return QueryFile(
        name=path.stem,
        title=header.title,
        description="\n\n".join(" ".join(part) for part in header.description if part),
        phrases=tuple(header.compiled.values()),
        parameters=tuple(parameter for _, parameter in header.parameters.values()),
        columns=tuple(column for _, column in header.columns),
        cypher=text,
        path=path,
        theme=header.theme,
        place=header.numbers.get("@theme"),
        example=header.numbers.get("@example"),
        related=header.numbers.get("@related"),
        empty=header.empty,
        none=header.none,
        counts=header.counts,
        otherwise=header.otherwise,
        general="@general" in header.single,
    )
