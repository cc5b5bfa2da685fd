"""What has no words of its own leans on the words of its record's reports; quotes that are not shown are counted."""

from __future__ import annotations

from pathlib import Path

import pytest
from page_reader import Page

import explorer
from explorer.answers.answer import Answer
from explorer.connection import Connection
from explorer.graph.base import Graph
from explorer.loading.loader import load
from explorer.settings import Settings
from explorer.web import create_app

TEXT = "Ada, Bo and Cy met. Ada was the host. They met at noon. They ate. Cy spoke last. Bo stayed away."
DOSSIER = """
title: Lunch
sources:
  - {id: paper, title: The paper, text: paper.txt}
  - {id: radio, title: The radio, text: paper.txt}
actors:
  - {id: ada, kind: person, name: Ada Berg}
  - {id: bo, kind: person, name: Bo Lund}
  - {id: cy, kind: person, name: Cy Holm}
meetings:
  - id: lunch
    title: Lunch
    date: 2022-01-21
    participants:
      - {actor: ada, role: host, reports: [{source: paper, quote: Ada was the host.}]}
      - {actor: bo, role: guest}
      - {actor: cy, role: guest, reports: [{source: paper}]}
    reports:
      - {source: paper, quote: "Ada, Bo and Cy met."}
      - {source: paper, quote: They met at noon.}
      - {source: paper, quote: They ate.}
      - {source: paper, quote: Cy spoke last.}
"""
#: Another source, which has other roles, another date and somebody away.
SECOND = """
title: Lunch, by radio
meetings:
  - id: lunch
    date: 2022-01-22
    participants:
      - {actor: ada, role: cook, reports: [{source: radio, quote: They ate.}]}
      - {actor: bo, status: absent, reports: [{source: radio, quote: Bo stayed away.}]}
    reports: [{source: radio, quote: They met at noon.}, {source: radio, date: 2022-01-23}]
"""


def loaded(graph: Graph, folder: Path, *dossiers: str) -> Connection:
    (folder / "paper.txt").write_text(TEXT, encoding="utf-8")
    for number, text in enumerate(dossiers):
        (folder / f"lunch-{number}.yaml").write_text(text, encoding="utf-8")
    load(graph, sorted(folder.glob("lunch-*.yaml")))
    return Connection(graph, explorer.connect(folder / "none").catalogue, Settings())


@pytest.fixture
def lunch(graph: Graph, tmp_path: Path) -> Connection:
    """One source alone, on each engine."""
    return loaded(graph, tmp_path, DOSSIER)


def shown(connection: Connection) -> str:
    """The text of the page of the meeting."""
    return Page(create_app(connection).test_client().get("/meetings/lunch").text).text


def asked(connection: Connection, words: str) -> Answer:
    answer = connection.ask(words)
    assert isinstance(answer, Answer), answer
    return answer


def quotes(row: dict[str, object], column: str = "evidence") -> list[str]:
    evidence = row[column]
    assert isinstance(evidence, list)
    return [each["quote"] for each in evidence]


def test_participants_without_words_show_those_of_the_meeting(lunch: Connection) -> None:
    ada, bo, cy = asked(lunch, "who was at the meeting Lunch").rows
    assert (quotes(ada), ada["quote_from"]) == (["Ada was the host."], None)
    for row in (bo, cy):
        assert "Ada, Bo and Cy met." in quotes(row) and row["quote_from"] == "the meeting's report"
        assert None not in quotes(row)


def test_so_does_the_editor_where_several_sources_report(graph: Graph, tmp_path: Path) -> None:
    both = DOSSIER + "      - {source: radio, quote: They ate.}\n"
    connection = loaded(graph, tmp_path, both)
    bo = next(row for row in asked(connection, "who was at the meeting Lunch") if row["who"]["id"] == "bo")
    assert "Ada, Bo and Cy met." in quotes(bo) and bo["quote_from"] == "the meeting's report"
    page = shown(connection)
    assert "Quote from" in page and "the meeting's report" in page and "(no quote)" not in page


def test_what_a_source_says_of_a_part_without_words(lunch: Connection) -> None:
    rows = [row for row in asked(lunch, "what does the source paper say") if row["kind"] == "participant"]
    assert {row["actor"]["id"] for row in rows} == {"ada", "bo", "cy"}
    assert all(None not in quotes(row) for row in rows)


def test_a_difference_cites_the_sentence_that_says_it(graph: Graph, tmp_path: Path) -> None:
    connection = loaded(graph, tmp_path, DOSSIER, SECOND)
    rows = {(row["what"], row["one"], row["other"]): row for row in asked(connection, "differing reports")}
    role = rows["role", "cook", "host"]
    assert (quotes(role), quotes(role, "other_evidence")) == (["They ate."], ["Ada was the host."])
    away = rows["attendance", "absent", "attended"]
    assert quotes(away) == ["Bo stayed away."] and "Ada, Bo and Cy met." in quotes(away, "other_evidence")
    assert quotes(rows["date", "2022-01-21", "2022-01-23"], "other_evidence") == [None]
    page = shown(connection)
    assert "21 January 2022" in page and "2022-01-21" not in page


def test_quotes_that_are_not_shown_are_counted(lunch: Connection) -> None:
    client = create_app(lunch).test_client()
    assert "+2 more quotes" in client.get("/questions/meetings-involving?actor=bo").text
    assert "+2 more quotes" in client.get("/evidence?about=meeting:lunch").text
    page = client.get("/meetings/lunch").text
    assert "+2 more quotes" in page
