"""The questions of a catalogue as saved queries of Neo4j Browser: each with its values and its drawing form."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from explorer.answers.answer import Choices
from explorer.catalogue.literals import param_lines
from explorer.catalogue.query_file import QueryFile
from explorer.catalogue.themes import by_theme
from explorer.connection import Connection
from explorer.errors import ExplorerError
from explorer.examples.example_questions import Example, examples
from explorer.examples.patience import Patience
from explorer.neo4j_browser.drawing import drawing, has_drawing

#: The zip file of the same questions is always the same.
_DAY = (1980, 1, 1, 0, 0, 0)


def saved_queries(connection: Connection, seconds: float) -> dict[str, str]:
    """The files by path, `Theme/name.cypher`; each begins with its title, which Browser shows, cut off.

    `seconds` may be spent on finding values with which a question has an answer in this graph.
    """
    found = examples(connection, Patience(seconds))
    files: dict[str, str] = {}
    for theme, questions in by_theme(connection.catalogue):
        for question in questions:
            path = f"{theme}/{question.name}"
            files[f"{path}.cypher"] = question.cypher.strip() + "\n"
            files[f"{path}.values.cypher"] = _values(question, _shown(connection, found.get(question.name)))
            if has_drawing(question):
                files[f"{path}.drawing.cypher"] = drawing(question)
    return files


def zipped(files: Mapping[str, str]) -> bytes:
    """The files as one zip file, which keeps the folders when it is dropped on Browser."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for path, text in files.items():
            archive.writestr(ZipInfo(path, _DAY), text, compress_type=ZIP_DEFLATED)
    return made.getvalue()


def _values(question: QueryFile, values: Mapping[str, Any]) -> str:
    return f"// 1 Values: {question.title}\n{param_lines(question, values)}\n"


def _shown(connection: Connection, example: Example | None) -> dict[str, Any]:
    if example is None:
        return {}
    try:
        understood = connection.shown_values(example.question, example.parameters)
    except ExplorerError:
        return {}
    return {} if isinstance(understood, Choices) else understood
