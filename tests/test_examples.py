"""The examples of the start page: made from the graph's own entities, and each of them with an answer."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from explorer.answers.answer import Answer
from explorer.catalogue.catalogue import load as load_catalogue
from explorer.connection import Connection
from explorer.examples.example_questions import examples, headline, in_words
from explorer.examples.patience import Patience
from explorer.graph.base import Graph
from explorer.graph.embedded import EmbeddedGraph
from explorer.loading.loader import load
from explorer.settings import Settings
from explorer.web import create_app
from explorer.web.pages import home

OWN = {
    "never": "// Never\n//\n// Has no rows.\n//\n// @ask nothing of {actor}\n// @param actor actor somebody\n",
    "numbered": "// Numbered\n//\n// Needs a number.\n//\n// @ask number {number}\n// @param number integer a number\n",
}


@pytest.fixture
def talks(sample_graph: Graph) -> Connection:
    """The sample, once on each engine."""
    return Connection(sample_graph, load_catalogue(), Settings())


def test_every_question_has_an_example_with_an_answer(talks: Connection) -> None:
    found = examples(talks, Patience(60))
    # No meeting of the sample is merely planned.
    assert set(found) == set(talks.catalogue) - {"planned-meetings"}
    for name, example in found.items():
        result = talks.run(name, example.parameters)
        assert example.question == name and isinstance(result, Answer) and result.rows, example.text
        assert len(set(example.parameters.values())) == len(example.parameters) or "since" in example.parameters
        for shown in result.parameters.values():
            if isinstance(shown, dict):
                assert shown["name"] in example.text or shown["id"] in example.text
    assert found["meetings-during"].text.endswith(found["meetings-during"].parameters["since"])
    assert found["disputed-claims"].text == "disputed claims"
    assert examples(talks, Patience(60)) == found, "the same graph has the same examples"


def test_the_first_questions_to_try_are_understood_as_written(talks: Connection) -> None:
    texts = headline(talks, 4, Patience(60))
    results = [talks.ask(text) for text in texts]
    assert [result.question for result in results if isinstance(result, Answer) and result.rows] == [
        *("meetings-involving", "meetings-between", "claims-by", "who-met"),
    ]
    assert headline(talks, 1, Patience(60)) == texts[:1]


def test_an_empty_graph_has_no_examples(graph: Graph) -> None:
    with graph.writing():
        pass
    empty = Connection(graph, load_catalogue(), Settings())
    assert examples(empty, Patience(2)) == {} and headline(empty, 3, Patience(2)) == []


def test_no_more_time_is_taken_than_is_given(sample: Connection) -> None:
    began = time.perf_counter()
    patience = Patience(0.0)
    assert examples(sample, patience) == {} and patience.short
    assert time.perf_counter() - began < 1
    patience = Patience(60)
    assert examples(sample, patience) and not patience.short


def test_what_a_slow_graph_lacks_is_looked_for_again(sample: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    client = create_app(sample).test_client()
    with monkeypatch.context() as hurried:
        hurried.setattr(home, "SECONDS", 0.0)
        page = client.get("/")
    assert "For example" not in page.text and "ETag" not in page.headers
    assert client.get("/").text == page.text, "not at once"
    monkeypatch.setattr(home, "AGAIN", 0.0)
    assert "For example" in client.get("/").text
    pages = [client.get("/") for _ in range(5)]  # each looks for some examples only
    assert "ETag" in pages[-1].headers


def test_questions_without_an_answer_have_no_example(sample_file: Path, tmp_path: Path) -> None:
    for name, head in OWN.items():
        parameter = head.split("@param ")[1].split()[0]
        text = f"{head}// @param limit integer = 5 most rows\n// @return who actor somebody\n"
        statement = (
            f"MATCH (a:Actor {{id: ${parameter}}})\nWHERE a.id IS NULL\nRETURN a {{.id, .name}} AS who\nLIMIT $limit\n"
        )
        (tmp_path / f"{name}.cypher").write_text(text + statement, encoding="utf-8")
    own = Connection(EmbeddedGraph(sample_file), load_catalogue(tmp_path), Settings())
    found = examples(own, Patience(60))
    assert set(own.catalogue) - set(found) == {*OWN, "planned-meetings"}


def test_names_of_examples_may_hold_anything(tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("They met.", encoding="utf-8")
    (tmp_path / "names.yaml").write_text(
        """\
title: Names
sources: [{id: s, title: S, text: text.txt}]
actors:
  - {id: one, kind: group, name: 'Since "2021" and <b>until</b>'}
  - {id: two, kind: group, name: Meetings between Russia and Who}
meetings: [{id: m, title: 'In “Rome” and in Oslo', date: 2021-05-01, participants: [one, two], reports: [They met.]}]
""",
        encoding="utf-8",
    )
    graph = EmbeddedGraph(tmp_path / "names.kgl")
    load(graph, [tmp_path / "names.yaml"])
    connection = Connection(graph, load_catalogue(), Settings())
    found = examples(connection, Patience(60))
    assert {"meetings-between", "participants-of", "who-met"} <= set(found)
    for example in found.values():
        asked, run = connection.ask(example.text), connection.run(example.question, example.parameters)
        assert isinstance(asked, Answer) and isinstance(run, Answer)
        assert (asked.question, asked.parameters) == (run.question, run.parameters), example.text
    assert len(headline(connection, 3, Patience(60))) == 3


def test_values_in_words() -> None:
    between = load_catalogue()["meetings-between"]
    assert in_words(between, {"actor": "A", "other": "B"}) == "meetings between A and B"
    assert in_words(between, {"actor": "A"}) == ""
