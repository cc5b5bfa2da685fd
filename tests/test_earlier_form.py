"""A graph that an earlier version loaded is answered from, says what it hides, and is made whole by loading again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from explorer.answers.answer import Answer, Choices
from explorer.catalogue.catalogue import load as load_catalogue
from explorer.connection import Connection
from explorer.errors import NotFound
from explorer.graph.base import Graph
from explorer.loading.loader import load
from explorer.settings import Settings
from explorer.statements import Statement

DOSSIER = {
    "title": "Old letters",
    "sources": [{"id": "letter", "title": "会谈在日内瓦"}],
    "actors": [{"id": "henry", "kind": "person", "name": "King Henry V"}, {"id": "ann", "kind": "person", "name": "Ann"}],
    "meetings": [{"id": "m", "title": "Supper", "participants": ["henry", "ann"], "reports": [{"source": "letter"}]}],
}
#: What an earlier version would have stored: words of several letters only, and each passage as one word.
AGE = (
    "UNWIND $rows AS row MATCH (s:Source {kind: 'dossier'}) REMOVE s.form",
    "UNWIND $rows AS row MATCH (s:Source {id: 'letter'}) SET s.search = 'huitanzairineiwa'",
    "UNWIND $rows AS row MATCH (n:Name {id: 'v'}) DETACH DELETE n",
)
TOLD = "an earlier version of the program loaded “Old letters”: run `explorer load` with these files again"


def test_an_old_graph_says_what_it_hides_until_it_is_loaded_again(graph: Graph, tmp_path: Path) -> None:
    path = tmp_path / "letters.yaml"
    path.write_text(json.dumps(DOSSIER, ensure_ascii=False), encoding="utf-8")
    load(graph, [path])
    with graph.writing() as writer:
        for text in AGE:
            writer.write(Statement("test/age", text), [{}])
    connection = Connection(graph, load_catalogue(), Settings())

    def search(words: str) -> tuple[int, bool]:
        answer = connection.run("search", {"words": words})
        assert isinstance(answer, Answer)
        return len(answer), any(TOLD in note for note in answer.notes)

    assert search("日内瓦") == (0, True) and search("supper") == (1, False)
    assert isinstance(connection.ask("meetings involving King Henry V"), Answer), "whole names are found as before"
    try:
        hidden = connection.ask("meetings involving Henry V")
    except NotFound as error:
        pytest.fail(str(error))
    assert isinstance(hidden, Choices) and TOLD in hidden.message and hidden.choices[0].parameters["actor"] == "henry"
    load(graph, [path])
    assert search("日内瓦") == (1, False)
    assert isinstance(connection.ask("meetings involving Henry V"), Answer)
    assert load(graph, [path]).unchanged == 4, "and nothing is left to do"
