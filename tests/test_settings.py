"""Settings come from the environment, under the names of Neo4j's own tools; where they lead nowhere, it is said."""

from __future__ import annotations

import threading
import time
from dataclasses import fields
from pathlib import Path
from unittest.mock import Mock

import pytest
from engines import Neo4jServer

import explorer
from explorer.errors import GraphUnreachable, UsageError
from explorer.graph.bolt import BoltGraph
from explorer.graph.open import open_graph
from explorer.settings import Settings, from_environment
from explorer.statements import statement


def test_without_variables_the_graph_is_a_file_in_the_users_data_folder() -> None:
    settings = from_environment({})
    assert settings.neo4j_uri is None
    assert settings.graph.name == "graph.kgl" and settings.graph.parent.name == "explorer"
    graph = open_graph(settings)
    assert (graph.engine, graph.place) == ("embedded", str(settings.graph))


def test_every_field_has_a_variable_of_its_own_and_says_what_it_does() -> None:
    variables = [each.metadata["env"] for each in fields(Settings)]
    assert len(set(variables)) == len(variables) == 13
    assert all(len(each.metadata["help"]) > 10 for each in fields(Settings))


def test_each_variable_reaches_its_field() -> None:
    settings = from_environment(
        {
            "NEO4J_URI": "neo4j+s://somewhere.example",
            "NEO4J_USERNAME": "reader",
            "NEO4J_PASSWORD": "secret",
            "NEO4J_DATABASE": "talks",
            "EXPLORER_NEO4J_BROWSER": "https://browser.example",
            "EXPLORER_HOSTS": "explorer.example, localhost",
            "EXPLORER_PROXY": "2",
            "EXPLORER_TOKEN": "a-token-of-some-length",
            "EXPLORER_GRAPH": "~/talks.kgl",
            "EXPLORER_QUERIES": "questions",
            "EXPLORER_WORDS": "words.toml",
            "EXPLORER_TIMEOUT": "2.5",
            "EXPLORER_MAX_ROWS": "50",
        }
    )
    assert settings == Settings(
        "neo4j+s://somewhere.example",
        "reader",
        "secret",
        "talks",
        "https://browser.example",
        ("explorer.example", "localhost"),
        2,
        "a-token-of-some-length",
        Path.home() / "talks.kgl",
        Path("questions"),
        Path("words.toml"),
        2.5,
        50,
    )


def test_a_server_is_taken_where_one_is_named() -> None:
    graph = open_graph(from_environment({"NEO4J_URI": "bolt://localhost:1", "EXPLORER_GRAPH": "unused.kgl"}))
    assert (graph.engine, graph.place) == ("neo4j", "bolt://localhost:1")


def test_an_empty_variable_counts_as_unset() -> None:
    assert from_environment({"NEO4J_URI": "", "EXPLORER_TIMEOUT": "  ", "NEO4J_PASSWORD": ""}) == from_environment({})


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("EXPLORER_TIMEOUT", "soon"),
        ("EXPLORER_TIMEOUT", "0"),
        ("EXPLORER_TIMEOUT", "-1"),
        ("EXPLORER_TIMEOUT", "nan"),
        ("EXPLORER_TIMEOUT", "inf"),
        ("EXPLORER_MAX_ROWS", "1.5"),
        ("EXPLORER_MAX_ROWS", "many"),
        ("EXPLORER_MAX_ROWS", "0"),
    ],
)
def test_a_number_that_is_none_is_refused_by_name(variable: str, value: str) -> None:
    with pytest.raises(UsageError, match=rf"{variable} must be a number above 0, not '{value}'") as caught:
        from_environment({variable: value})
    assert caught.value.exit_code == 2


def test_the_environment_is_read_when_asked_for_and_a_named_graph_wins(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://localhost:1")
    assert explorer.connect().graph.engine == "neo4j"
    named = explorer.connect(tmp_path / "named.kgl")
    assert (named.graph.engine, named.graph.place) == ("embedded", str(tmp_path / "named.kgl"))
    monkeypatch.delenv("NEO4J_URI")
    monkeypatch.setenv("EXPLORER_GRAPH", str(tmp_path / "default.kgl"))
    assert explorer.connect().graph.place == str(tmp_path / "default.kgl")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"uri": "bolt://localhost:1"}, "is it running, and is NEO4J_URI right"),
        ({"uri": "neo4j://localhost:1"}, "is it running, and is NEO4J_URI right"),
        ({"uri": "bolt://no-such-host.invalid:7687"}, "is it running, and is NEO4J_URI right"),
        ({"uri": "http://localhost:7474"}, r"begin with neo4j://, neo4j\+s://, bolt:// or bolt\+s://"),
        ({"uri": "localhost:7687"}, "begin with neo4j://"),
        ({"password": "wrong"}, "are NEO4J_USERNAME and NEO4J_PASSWORD set"),
        ({"database": "nosuch"}, "check NEO4J_DATABASE"),
    ],
    ids=["port", "routed", "host", "scheme", "no-scheme", "password", "database"],
)
def test_a_server_that_does_not_let_us_in_is_said_soon(neo4j: Neo4jServer, change: dict[str, str], words: str) -> None:
    way = {**{name: getattr(neo4j, name) for name in ("uri", "username", "password", "database")}, **change}
    graph = BoltGraph(**way)
    started = time.monotonic()
    for use in (lambda: graph.read(statement("status/dataset")), lambda: graph.writing().__enter__()):
        with pytest.raises(GraphUnreachable, match=words) as caught:
            use()
        assert (caught.value.exit_code, caught.value.status) == (3, 503)
        assert way["password"] not in str(caught.value)
    graph.close()
    assert time.monotonic() - started < 20


def test_first_requests_at_once_share_one_driver(monkeypatch: pytest.MonkeyPatch) -> None:
    made = []

    def driver(*_: object, **__: object) -> Mock:
        made.append(Mock(verify_connectivity=lambda: time.sleep(0.2)))
        return made[-1]

    monkeypatch.setattr("neo4j.GraphDatabase.driver", driver)
    graph = BoltGraph("bolt://localhost:1", None, None, None)
    threads = [threading.Thread(target=graph.about) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 1 and made[0].get_server_info.call_count == 4
