"""How two actors are connected where what connects them is named very often: found, or said to be left out."""

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


@pytest.fixture
def crowd(graph: Graph, tmp_path: Path) -> Connection:
    """A capital that 1,001 people met, one of whom has an aunt; `mona` and `mayor` also met a clerk."""
    people = [f"p-{number}" for number in range(1_001)]
    pairs = [*((person, "capital") for person in people), ("p-1", "aunt"), ("mona", "clerk"), ("mayor", "clerk")]
    pairs += [("mona", "capital"), ("mayor", "capital")]
    actors = {"capital", *(id for pair in pairs for id in pair)}
    dossier = {
        "title": "A crowd",
        "sources": [{"id": "s", "title": "A list"}],
        "actors": [{"id": id, "kind": "person", "name": id.replace("-", " ")} for id in sorted(actors)],
        "meetings": [
            {"id": f"m-{one}-{two}", "title": "Talk", "participants": [one, two], "reports": [{"source": "s"}]}
            for one, two in pairs
        ],
    }
    path = tmp_path / "crowd.yaml"
    path.write_text(json.dumps(dossier), encoding="utf-8")
    load(graph, [path])
    return Connection(graph, load_catalogue(), Settings())


def test_those_named_very_often_connect_where_nobody_else_does(crowd: Connection) -> None:
    def through(actor: str, other: str, **more: int) -> tuple[list[str], list[str]]:
        answer = crowd.run("path-between", {"actor": actor, "other": other, **more})
        assert isinstance(answer, Answer)
        return [row["to"]["id"] for row in answer], [note for note in answer.notes if "named very often" in note]

    assert through("p-1", "p-2") == (["capital", "p-2"], [])
    assert through("mona", "mayor") == (["clerk", "mayor"], []), "somebody who is named less often says more"
    hidden, told = through("p-1", "p-2", max_degree=1_000)
    assert not hidden and told
    hidden, told = through("aunt", "p-2")
    assert not hidden and told, "a longer chain through the capital"
    assert through("aunt", "p-2", max_degree=5_000) == (["p-1", "capital", "p-2"], [])
