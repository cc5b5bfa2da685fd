"""Each version of Neo4j takes every statement of the program without a word: nothing deprecated, nothing awkward."""

from __future__ import annotations

import logging

import pytest

from explorer.graph.bolt import BoltGraph
from explorer.statements import Statement, folder

#: Not a statement of its own: it goes behind a question.
_PARTS = {"neo4j-browser/drawing"}
_NAMES = {path.relative_to(folder()).with_suffix("").as_posix() for path in folder().rglob("*.cypher")} - _PARTS
#: Values are not given here.
_MISSING_PARAMETER = "01N60"


def _notes(bolt: BoltGraph, text: str, caplog: pytest.LogCaptureFixture) -> list[str]:
    """What the server notes on a statement that is planned but not run."""
    caplog.clear()
    with caplog.at_level(logging.INFO, logger="explorer.graph.bolt"):
        bolt.read(Statement("test/plan", f"EXPLAIN {text}"))
    return [line for line in caplog.messages if _MISSING_PARAMETER not in line]


def test_no_statement_is_deprecated(bolt: BoltGraph, caplog: pytest.LogCaptureFixture) -> None:
    noted = {}
    for name in sorted(_NAMES):
        noted[name] = _notes(bolt, (folder() / f"{name}.cypher").read_text(encoding="utf-8"), caplog)
    assert len(noted) > 100
    assert {name: lines for name, lines in noted.items() if lines} == {}


def test_one_that_is_would_be_noted(bolt: BoltGraph, caplog: pytest.LogCaptureFixture) -> None:
    lines = _notes(bolt, "MATCH (n:Actor) CALL { WITH n RETURN n.id AS id } RETURN id", caplog)
    assert any("deprecated" in line for line in lines)
