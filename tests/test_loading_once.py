"""`explorer load --if-empty` fills a graph once: what was taken away since, and what was cut off, it tells apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import ENGINES, wipe
from dossiers import talks
from engines import Neo4jServer

from explorer.cli import main
from explorer.connection import Connection, connect
from explorer.statements import Statement, statement

_HOLDS = Statement("holds", "MATCH (n:Meeting) RETURN count(n) AS meetings")


@pytest.fixture(params=ENGINES)
def variables(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, str]:
    """What leads the program to an empty graph, once on each engine."""
    if request.param == "embedded":
        return {"EXPLORER_GRAPH": str(tmp_path / "once.kgl")}
    server: Neo4jServer = request.getfixturevalue("servers")(request.param)
    wipe(request.getfixturevalue("bolts")(server))
    return server.environment()


def _once(path: Path) -> Result:
    return CliRunner().invoke(main, ["load", "--if-empty", str(path)], catch_exceptions=False)


def _meetings(connection: Connection) -> int:
    found: int = connection.graph.read(_HOLDS).rows[0]["meetings"]
    return found


def test_a_second_time_brings_nothing_back(
    variables: dict[str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    path = talks(tmp_path / "files")
    assert " new, " in _once(path).output
    with connect() as connection:
        assert _meetings(connection) > 0
        connection.retract(connection.status().files[0]["id"])
        assert _meetings(connection) == 0
    again = _once(path)
    assert (again.exit_code, again.output) == (0, "Nothing was loaded: the graph has been filled before.\n")
    with connect() as connection:
        assert _meetings(connection) == 0


def test_a_first_load_that_was_cut_off_is_done_again(
    variables: dict[str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    with connect() as connection, connection.graph.or_empty().writing() as writer:
        writer.write(statement("load/begin"), [{"writing": "2024-01-01T00:00:00Z", "unfinished": ["talks.yaml"]}])
    assert " new, " in _once(talks(tmp_path / "files")).output
    with connect() as connection:
        assert _meetings(connection) > 0
