"""What several said together is one claim, found under each of them and shown as joint."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from page_reader import Page

import explorer
from explorer.answers.answer import Answer
from explorer.connection import Connection
from explorer.graph.base import Graph
from explorer.graph.embedded import EmbeddedGraph
from explorer.loading.loader import load
from explorer.loading.retraction import retract
from explorer.pictures.network import build
from explorer.settings import Settings
from explorer.web import create_app

DOSSIER = """
title: A summit
sources: [{id: communique, title: The communique}, {id: daily, title: The daily}]
topics: [{id: peace, name: Peace}]
actors:
  - {id: ada, kind: person, name: Ada Berg}
  - {id: bo, kind: person, name: Bo Lund}
  - {id: cy, kind: person, name: Cy Holm}
  - {id: east, kind: state, name: East}
  - {id: west, kind: state, name: West}
claims:
  - id: together
    text: The war must end.
    speaker: [ada, bo]
    on_behalf_of: [east, west]
    about: [cy]
    to: cy
    topics: [peace]
    contradicts: alone
    reports: [{source: communique}]
  - {id: alone, text: The war goes on., speaker: cy, topics: [peace], reports: [{source: communique}]}
  - {id: repeated, text: The war must end., speaker: ada, about: [cy], reports: [{source: communique}]}
"""
#: Another source has somebody else say it: two answers, which is not the same as together.
OTHER = """
title: The daily's word
claims: [{id: repeated, speaker: bo, reports: [{source: daily}]}]
"""
BOTH = ["Ada Berg", "Bo Lund"]


@pytest.fixture
def summit(graph: Graph, tmp_path: Path) -> Connection:
    """Both dossiers, on each engine."""
    return loaded(graph, tmp_path, DOSSIER, OTHER)


def loaded(graph: Graph, folder: Path, *dossiers: str) -> Connection:
    paths = [folder / f"summit-{number}.yaml" for number, _ in enumerate(dossiers)]
    for path, text in zip(paths, dossiers, strict=True):
        path.write_text(text, encoding="utf-8")
    load(graph, paths)
    return Connection(graph, explorer.connect(folder / "none").catalogue, Settings())


def asked(connection: Connection, words: str) -> dict[str, dict[str, Any]]:
    """The rows of the answer by the id of their claim."""
    answer = connection.ask(words)
    assert isinstance(answer, Answer)
    found = [row["claim"]["id"] for row in answer.rows]
    assert len(found) == len(set(found)), "a claim of several speakers is one row"
    return dict(zip(found, answer.rows, strict=True))


@pytest.mark.parametrize(
    "words",
    ["claims by Ada Berg", "claims by Bo Lund", "claims by East", "claims by West", "claims about Cy Holm",
     "claims addressed to Cy Holm", "claims by Bo Lund about Cy Holm", "claims on Peace", "disputed claims",
     "disputed claims involving Bo Lund", "sources of the claim together", "what contradicts the claim alone",
     "what does the source communique say"],
)  # fmt: skip
def test_a_joint_claim_is_found_and_told_as_joint_by_every_question(summit: Connection, words: str) -> None:
    answer = summit.ask(words)
    assert isinstance(answer, Answer)
    told = "other_" if answer.question == "disputed-claims" and answer.rows[0]["claim"]["id"] != "together" else ""
    (row,) = [row for row in answer.rows if "together" in [(row[name] or {}).get("id") for name in
                                                             ("claim", "other_claim") if name in row]][:1]  # fmt: skip
    speakers = {each["name"] for each in row.get(f"{told}speaker") or row["who"]}
    assert set(BOTH) <= speakers and row[f"{told}jointly"] is True


def test_what_two_sources_say_of_two_people_is_not_joint(summit: Connection) -> None:
    row = asked(summit, "claims by Bo Lund")["repeated"]
    assert [each["name"] for each in row["speaker"]] == BOTH and row["jointly"] is None


def test_the_line_above_the_answer_does_not_leave_the_statement_to_the_other_alone(summit: Connection) -> None:
    answer = summit.ask("claims by Bo Lund")
    assert isinstance(answer, Answer) and "also said by Ada Berg" in answer.summary


def test_a_timeline_says_with_whom(summit: Connection) -> None:
    row = asked(summit, "timeline of Bo Lund")["together"]
    assert row["part"] == ["joint speaker"] and "Ada Berg" in [each["name"] for each in row["with"]]


def test_a_network_leads_from_each_speaker_to_the_claim(summit: Connection) -> None:
    picture = build.around(summit.graph, "claim", "together", timeout=None)
    assert {(link.source, link.kind) for link in picture.links if link.target == "claim:together"} >= {
        ("actor:ada", "made"),
        ("actor:bo", "made"),
    }


def test_pages_say_that_it_was_said_together(summit: Connection) -> None:
    client = create_app(summit).test_client()
    assert "jointly" in client.get("/claims/alone").text
    for address in ("/actors/ada", "/actors/bo", "/topics/peace"):
        assert "Ada Berg and Bo Lund, jointly" in " ".join(Page(client.get(address).text).text.split()), address
    own = client.get("/claims/together.json").json
    assert own is not None
    assert [each["name"] for each in own["speaker"]] == BOTH and own["speaker_jointly"] is True
    assert [each["name"] for each in own["on_behalf_of"]] == ["East", "West"]
    assert "jointly" in client.get("/claims/together").text
    assert "jointly" not in Page(client.get("/claims/repeated").text).text


def test_the_speakers_go_with_their_source(summit: Connection) -> None:
    retract(summit.graph, "communique")
    assert [each["name"] for each in asked(summit, "claims by Bo Lund")["repeated"]["speaker"]] == ["Bo Lund"]
    assert "together" not in asked(summit, "claims by Bo Lund")


def test_a_sheet_lists_speakers_with_semicolons(tmp_path: Path) -> None:
    folder = tmp_path / "sheets"
    folder.mkdir()
    sheets = {
        "sources": "id,title\nnote,A note\n",
        "actors": "id,kind,name\nada,person,Ada Berg\nbo,person,Bo Lund\n",
        "claims": "id,text,speaker\ntogether,Peace,ada; bo\nalone,War,ada\n",
        "reports": "record,source\ntogether,note\nalone,note\n",
    }
    for name, text in sheets.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    graph = EmbeddedGraph(tmp_path / "sheets.kgl", missing_ok=True)
    load(graph, [folder])
    connection = Connection(graph, explorer.connect(tmp_path / "none").catalogue, Settings())
    rows = asked(connection, "claims by Ada Berg")
    assert [each["id"] for each in rows["together"]["speaker"]] == ["ada", "bo"] and rows["together"]["jointly"]
    assert [each["id"] for each in rows["alone"]["speaker"]] == ["ada"] and not rows["alone"]["jointly"]
