"""The drawing form of a question: a statement that returns nodes and relationships.

Neo4j Browser draws these and nothing else, while a question returns maps. The form holds the question's own statement,
gathers the ids of the entities in its rows, and draws the nodes that have them; so the two cannot drift apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from explorer import model
from explorer.catalogue.query_file import QueryFile
from explorer.statements import statement

_NOTE = """// 2 Drawing: {title}
//
// The question {name} as nodes and relationships, those of its rows and of what it was asked about, with its sources:
// click a relationship to read its quote. At most 300 nodes, in the order of the answer."""


def has_drawing(question: QueryFile) -> bool:
    """Whether there is anything to draw in its answers."""
    drawn = model.names(drawn=True)
    return any(column.type.removesuffix(" list") in drawn for column in question.columns)


def drawing(question: QueryFile) -> str:
    """The drawing form, with the parameters of the question."""
    tail = statement("neo4j-browser/drawing").text
    kinds = ",\n      ".join(f"{{label: '{kind.label}', ids: {_all(question, kind.name)}}}" for kind in model.KINDS)
    return "\n".join(
        (
            _NOTE.format(title=question.title, name=question.name),
            "CALL () {",
            *(f"  {line}" if line else "" for line in _body(question.cypher)),
            "}",
            f"WITH [{kinds}] AS kinds",
            *_body(tail),
            "",
        )
    )


def _body(text: str) -> list[str]:
    """The lines after the header; a statement may end in a semicolon, a part of one may not."""
    lines = text.strip().removesuffix(";").rstrip().splitlines()
    header = next((number for number, line in enumerate(lines) if not line.startswith("//")), len(lines))
    return lines[header:]


def _all(question: QueryFile, kind: str) -> str:
    """An expression for the ids of this kind in all rows and in the values asked about."""
    asked = ", ".join(f"${parameter.name}" for parameter in question.parameters if parameter.type == kind)
    parts = list(_ids(question, kind))
    if not parts:
        return f"[{asked}]"
    of_rows = f"reduce(ids = [], row IN collect({' + '.join(parts)}) | ids + row)"
    return f"[{asked}] + {of_rows}" if asked else of_rows


def _ids(question: QueryFile, kind: str) -> Iterator[str]:
    """For each column that names entities of this kind, an expression for their ids in one row."""
    for column in question.columns:
        name = f"`{column.name}`"
        if column.type == kind:
            yield f"CASE WHEN {name} IS NULL THEN [] ELSE [{name}.id] END"
        elif column.type == f"{kind} list":
            yield f"[each IN coalesce({name}, []) | each.id]"
        elif column.type == "evidence" and kind == "source":
            yield f"CASE WHEN {name} IS NULL THEN [] ELSE [{name}.source] END"
        elif column.type == "evidence list" and kind == "source":
            yield f"[each IN coalesce({name}, []) | each.source]"
