"""Search in everything finds words in texts, titles and names, in every script, alike on each engine."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from explorer.answers.answer import Answer
from explorer.catalogue.catalogue import load as load_catalogue
from explorer.connection import Connection
from explorer.graph.base import Graph
from explorer.loading.loader import load
from explorer.settings import Settings

TEXT = """\
双方于一月在日内瓦举行会谈。

รัฐมนตรีพบกันที่เวียงจันทน์

両大臣はウィーンで会談した。

장관들은 제네바에서 만났다.
"""
#: What is searched for, and the kinds and ids of what is found.
FOUND = {
    "日内瓦": [("place", "geneva"), ("source", "letter")],
    "会谈": [("meeting", "winter"), ("source", "letter")],
    "举行会谈": [("meeting", "winter"), ("source", "letter")],
    "เวียงจันทน์": [("source", "letter")],
    "ウィーン": [("source", "letter")],
    "제네바": [("source", "letter")],
    "内日瓦": [],
    "谈会": [],
    "Geneva": [("place", "geneva")],
    "fishing": [("topic", "fish")],
    "Gita": [("actor", "gita")],
    "गीता": [("actor", "gita")],
    "winter 举行会谈": [("meeting", "winter"), ("source", "letter")],
}


@pytest.fixture
def letters(graph: Graph, tmp_path: Path) -> Connection:
    """A connection to a graph with a letter in several scripts, once on each engine."""
    (tmp_path / "letter.txt").write_text(TEXT, encoding="utf-8")
    dossier = {
        "title": "Letters",
        "sources": [{"id": "letter", "title": "A letter", "text": "letter.txt"}],
        "places": [{"id": "geneva", "name": "Geneva", "aliases": ["日内瓦"]}],
        "topics": [{"id": "fish", "name": "Fishing rights"}],
        "actors": [{"id": "gita", "kind": "person", "name": "गीता शर्मा"}],
        "meetings": [
            {"id": "winter", "title": "冬天举行会谈", "participants": ["gita"], "reports": [{"quote": "在日内瓦举行会谈"}]},
        ],
    }
    path = tmp_path / "letters.yaml"
    path.write_text(json.dumps(dossier, ensure_ascii=False), encoding="utf-8")
    load(graph, [path])
    return Connection(graph, load_catalogue(), Settings())


def test_words_are_found_in_every_script(letters: Connection) -> None:
    found = {}
    for words in FOUND:
        answer = letters.run("search", {"words": words})
        assert isinstance(answer, Answer) and answer.parameters["words"] == words
        found[words] = sorted((row["kind"], row[row["kind"]]["id"]) for row in answer)
    assert found == FOUND


def test_a_meeting_is_named_by_a_part_of_its_title(letters: Connection) -> None:
    answer = letters.run("participants-of", {"meeting": "会谈"})
    assert isinstance(answer, Answer) and answer.parameters["meeting"]["id"] == "winter"
    offered = letters.suggest("举行", ["meeting"])
    assert [each.id for each in offered] == ["winter"]
