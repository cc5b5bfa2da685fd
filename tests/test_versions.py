"""Each version of Neo4j takes every statement of the program as it is, and calls none deprecated."""

from __future__ import annotations

import logging

import pytest

from explorer.catalogue import catalogue
from explorer.graph.bolt import BoltGraph
from explorer.neo4j_browser.drawing import drawing, has_drawing
from explorer.statements import Statement, folder

#: Not a statement of its own: it goes behind a question.
_PARTS = {"neo4j-browser/drawing"}
_NAMES = {path.relative_to(folder()).with_suffix("").as_posix() for path in folder().rglob("*.cypher")} - _PARTS


def _deprecations(bolt: BoltGraph, text: str, caplog: pytest.LogCaptureFixture) -> list[str]:
    """What the server calls deprecated in a statement, which is planned but not run."""
    caplog.clear()
    with caplog.at_level(logging.INFO, logger="explorer.graph"):
        bolt.read(Statement("test/plan", f"EXPLAIN {text}"))
    return [line for line in caplog.messages if "deprecated" in line]


def test_no_statement_is_deprecated(bolt: BoltGraph, caplog: pytest.LogCaptureFixture) -> None:
    found = {}
    for name in sorted(_NAMES):
        found[name] = _deprecations(bolt, (folder() / f"{name}.cypher").read_text(encoding="utf-8"), caplog)
    for question in filter(has_drawing, catalogue.load(None).values()):
        found[f"drawing of {question.name}"] = _deprecations(bolt, drawing(question), caplog)
    assert len(found) > 130
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_one_that_is_would_be_found(bolt: BoltGraph, caplog: pytest.LogCaptureFixture) -> None:
    assert _deprecations(bolt, "MATCH (n:Actor) CALL { WITH n RETURN n.id AS id } RETURN id", caplog)
