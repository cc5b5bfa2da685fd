"""What is offered where words are not an answer: namesakes told apart, titles found, nothing narrowed in silence."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from explorer.answers.answer import Answer, Choices
from explorer.catalogue.catalogue import load as load_catalogue
from explorer.connection import Connection
from explorer.graph.base import Graph
from explorer.loading.loader import load
from explorer.settings import Settings


def meeting(id: str, *participants: str, **more: Any) -> dict[str, Any]:
    return {"id": id, "title": f"Talks {id}", "participants": [*participants], "reports": [{"source": "gazette"}], **more}


DOSSIER = {
    "title": "Offers",
    "sources": [
        {"id": "gazette", "title": "The Morning Gazette", "publisher": "Gazette House"},
        {"id": "memo", "title": "Notes of a clerk"},
    ],
    "places": [{"id": "ferndale-n", "name": "Ferndale"}, {"id": "ferndale-s", "name": "Ferndale"}],
    "actors": [
        {"id": "ruth-1", "kind": "person", "name": "Ruth Vale", "affiliations": [{"actor": "bank", "role": "Head"}]},
        {"id": "ruth-2", "kind": "person", "name": "Ruth Vale", "affiliations": [{"actor": "mill", "role": "Clerk"}]},
        {"id": "ruth-3", "kind": "person", "name": "Ruth Vale"},
        {"id": "bank", "kind": "organization", "name": "Bank"},
        {"id": "mill", "kind": "organization", "name": "Mill"},
        {"id": "ardia", "kind": "state", "name": "Ardia"},
        {"id": "borda", "kind": "state", "name": "Borda"},
        {"id": "council", "kind": "organization", "name": "Ardia-Borda Council"},
        {"id": "reds", "kind": "organization", "name": "Reds"},
        {"id": "reds-group", "kind": "organization", "name": "Reds / Free Group"},
        {"id": "goa", "kind": "organization", "name": "Goo Aid"},
        {"id": "goz", "kind": "organization", "name": "Goozle"},
    ],
    "meetings": [
        meeting("autumn", "ruth-1", "ruth-2", "ruth-3", date="1984-10", place="ferndale-n", title="Autumn conference"),
        meeting("council-1", "council"),
        meeting("states", "ardia", "borda", "bank"),
        *(meeting(f"group-{number}", "reds-group", "goz") for number in range(120)),
    ],
}


@pytest.fixture
def town(graph: Graph, tmp_path: Path) -> Connection:
    """A connection to a graph of namesakes, once on each engine."""
    path = tmp_path / "offers.yaml"
    path.write_text(json.dumps(DOSSIER), encoding="utf-8")
    load(graph, [path])
    return Connection(graph, load_catalogue(), Settings())


def offered(town: Connection, text: str) -> Choices:
    found = town.ask(text)
    assert isinstance(found, Choices), found
    return found


def test_what_is_offered(town: Connection) -> None:
    # Namesakes are told apart by their offices, else by their ids; in what is completed too.
    ruths = offered(town, "meetings involving Ruth Vale").choices
    assert [each.hint for each in ruths] == ["person, Head of Bank", "person, Clerk of Mill", "person"]
    places = offered(town, "meetings in Ferndale").choices
    assert sorted(each.hint for each in places) == ["ferndale-n", "ferndale-s"]
    for typed in ("meetings involving ruth", "meetings in fern", "Ruth Vale"):
        lines = [(each.text, each.hint) for each in town.complete(typed) if "Ruth" in each.text or "Fern" in each.text]
        assert len({hint for _, hint in lines}) >= 2 and len(set(lines)) == len(lines), typed
    # Titles are names; the text of a source is none.
    for text in ("what does The Morning Gazette say", "what does Gazette House say", "what does the gazette say"):
        answer = town.ask(text)
        assert isinstance(answer, Answer) and answer.parameters["source"]["id"] == "gazette", text
    assert {"what-a-source-says"} == {each.question for each in offered(town, "morning gazette").choices[:1]}
    conference = offered(town, "Autumn conference")
    assert conference.message == "What would you like to know about Autumn conference?"
    assert {each.parameters.get("meeting") for each in conference.choices[:-1]} == {"autumn"}
    # One name or two: both are offered.
    pair = offered(town, "meetings involving Ardia and Borda")
    assert pair.message == "Is 'Ardia and Borda' one name, or two?"
    assert pair.choices[0].parameters == {"actor": "ardia", "other": "borda"}
    assert {"actor": "council"} in [each.parameters for each in pair.choices]
    assert isinstance(town.ask("meetings involving Ardia-Borda Council"), Answer)
    # A light name of one word does not hide a much heavier one.
    assert [each.parameters["actor"] for each in offered(town, "meetings involving the Reds").choices] == [
        *("reds", "reds-group"),
    ]
    # A time is never left out in silence.
    before = offered(town, "meetings in Ferndale before 1985").choices
    assert all(each.parameters.get("until") == "1984-12-31" for each in before if each.question != "search")
    after = offered(town, "meetings in Ferndale after 1985").choices
    assert all(each.parameters.get("since") == "1986-01-01" for each in after if each.question != "search")
    # Who met whom is understood, and who is not there is said.
    met = town.ask("has Ardia met Borda")
    assert isinstance(met, Answer) and met.question == "meetings-between"
    nobody = offered(town, "has Ardia met Zyxwvut")
    assert nobody.message == "No actor is called 'Zyxwvut'. No name is like it."
    assert "meetings-between" in [each.question for each in nobody.choices]


def test_what_the_graph_holds_most_of_comes_first(town: Connection) -> None:
    assert [each.id for each in town.suggest("goo")] == ["goz", "goa"]
    offered(town, "Goozle")  # a server that has just begun plans each question first, for which nobody waits long
    first = offered(town, "Goozle").choices[:5]
    answers = [town.run(each.question, each.parameters) for each in first]
    rows = [bool(len(each)) for each in answers if isinstance(each, Answer)]
    assert rows == sorted(rows, reverse=True), "what has no rows comes last"
    claims = [each for each in offered(town, "claims Goozle").choices if each.question.startswith("claims")][:2]
    assert claims and all(each.hint.endswith("nothing is recorded") for each in claims)
    about = [each for each in town.complete("Goozle") if each.kind == "question"]
    answer = town.run(about[0].question, about[0].parameters)
    assert isinstance(answer, Answer) and len(answer), "claims by an actor without any are not offered first"
