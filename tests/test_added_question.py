"""A question is one file: one more in cypher/queries/ is listed, asked, shown, drawn and offered, and nothing else changes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from explorer import statements
from explorer.answers.answer import Answer
from explorer.catalogue import catalogue
from explorer.catalogue.themes import by_theme
from explorer.cli import main
from explorer.connection import Connection
from explorer.examples.example_questions import examples, headline
from explorer.examples.patience import Patience
from explorer.graph.embedded import EmbeddedGraph
from explorer.neo4j_browser.saved_queries import saved_queries
from explorer.settings import Settings
from explorer.web import create_app

NAME = "sources-on-topic"
ADDED = """\
// Sources on a topic
//
// The sources that report meetings on the topic, those with most of them first.
//
// @theme  Claims 305
// @example 0
// @related 0
// @ask    sources on {topic}
// @ask    which sources report talks on {topic}
// @param  topic    topic             a topic
// @param  from_day date = null       first day to include
// @param  to_day   date last = null  last day to include
// @param  limit    integer = 100     most rows
// @return source   source            the source
// @return times    integer           how many meetings on the topic it reports
// @return meetings meeting list      these meetings
// @return evidence evidence list     its words
MATCH (:Topic {id: $topic})<-[:HAS_TOPIC]-(m:Meeting)
WHERE ($from_day IS NULL OR m.date_end >= $from_day) AND ($to_day IS NULL OR m.date <= $to_day)
WITH DISTINCT m
MATCH (m)-[r:REPORTED_IN]->(s:Source)
WITH s, count(DISTINCT m) AS times,
     collect(DISTINCT m {.id, .title}) AS meetings,
     collect(DISTINCT {source: s.id, title: s.title, kind: s.kind, quote: r.quote,
                       start: r.quote_start, end: r.quote_end, page: r.page}) AS evidence
RETURN s {.id, .title} AS source, times, meetings, evidence
ORDER BY times DESC, s.id
LIMIT $limit
"""


@pytest.fixture
def added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sample_file: Path) -> Iterator[Connection]:
    """The sample, asked with the questions of the program and one more beside them."""
    copy = tmp_path / "cypher"
    shutil.copytree(statements.folder(), copy)
    (copy / "queries" / f"{NAME}.cypher").write_text(ADDED, encoding="utf-8")
    monkeypatch.setattr(statements, "folder", lambda: copy)
    with Connection(EmbeddedGraph(sample_file), catalogue.load(), Settings()) as connection:
        yield connection


def test_it_stands_where_its_tags_say(added: Connection) -> None:
    themes = {theme: [question.name for question in questions] for theme, questions in by_theme(added.catalogue)}
    assert themes["Claims"][:2] == [NAME, "claims-by"]
    assert next(question.name for question in added.catalogue.related("topic")) == NAME
    assert headline(added, 1, Patience(60))[0].startswith("sources on ")


def test_it_is_asked_in_words_and_with_times_of_its_own_names(added: Connection) -> None:
    for text, days in (
        ("sources on security guarantees", {}),
        ("which sources report talks on security guarantees since January 2022", {"from_day": "2022-01-01"}),
        ("sources on security guarantees in 2022", {"from_day": "2022-01-01", "to_day": "2022-12-31"}),
    ):
        answer = added.ask(text)
        assert isinstance(answer, Answer) and answer.question == NAME and answer.rows, text
        assert {name: str(answer.parameters[name]) for name in days} == days
    offered = added.complete("sources on secur")
    assert [(each.question, each.text) for each in offered] == [(NAME, "sources on Security guarantees")]


def test_it_has_an_example_and_a_drawing(added: Connection) -> None:
    example = examples(added, Patience(60))[NAME]
    assert example.question == NAME and "sources on" in example.text
    assert f"Claims/{NAME}.drawing.cypher" in saved_queries(added, 5)


def test_the_pages_have_it(added: Connection) -> None:
    client = create_app(added).test_client()
    assert "Sources on a topic" in client.get("/").text
    assert client.get(f"/questions/{NAME}").status_code == 200
    page = client.get(f"/questions/{NAME}?topic=security-guarantees")
    assert page.status_code == 200 and "Security guarantees" in page.text


def test_the_shell_has_it(added: Connection, sample_file: Path) -> None:
    for command in (["list"], ["show", NAME], ["run", NAME, "--topic", "security-guarantees", "--to-day", "2022"]):
        done = CliRunner().invoke(main, ["--graph", str(sample_file), *command])
        assert done.exit_code == 0 and ("Sources on" in done.output or "sources on {topic}" in done.output), done.output
