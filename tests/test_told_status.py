"""Whether a meeting was held is told by each report, and the meeting has it from all of them, in any order."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

import explorer
from explorer.answers.answer import Answer
from explorer.connection import Connection
from explorer.errors import InputError
from explorer.graph.base import Graph
from explorer.graph.embedded import EmbeddedGraph
from explorer.loading.loader import load
from explorer.loading.retraction import restore, retract
from explorer.settings import Settings
from explorer.web import create_app

MEETING = """
title: {title}
sources: [{{id: {source}, title: {title}, published: {published}}}]
actors: [{{id: ada, kind: person, name: Ada Berg}}, {{id: bo, kind: person, name: Bo Lund}}]
meetings:
  - {{id: talks, title: Talks, status: {status}, date: 2022-01-21, participants: [ada, bo], reports: [{{source: {source}}}]}}
"""
#: By source: when it was published, and what it says.
SAID = {"notice": ("2022-01-18", "planned"), "readout": ("2022-01-21", "held"), "rumour": ("2022-01-02", "proposed")}


def dossier(folder: Path, source: str, status: str = "", published: str = "") -> Path:
    day, said = SAID[source]
    text = MEETING.format(title=source.title(), source=source, published=published or day, status=status or said)
    path = folder / f"of-{source}.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def connected(graph: Graph, folder: Path) -> Connection:
    return Connection(graph, explorer.connect(folder / "none").catalogue, Settings())


def status(connection: Connection) -> Any:
    return connection.page("meeting", "talks")["status"]


def asked(connection: Connection, words: str) -> list[dict[str, Any]]:
    answer = connection.ask(words)
    assert isinstance(answer, Answer)
    return answer.rows


def panel(connection: Connection) -> str:
    return create_app(connection).test_client().get("/evidence?about=meeting:talks").text


def test_the_order_of_loading_does_not_matter(tmp_path: Path) -> None:
    for number, order in enumerate(permutations(SAID)):
        graph = EmbeddedGraph(tmp_path / f"{number}.kgl", missing_ok=True)
        for source in order:
            load(graph, [dossier(tmp_path, source)])
        connection = connected(graph, tmp_path)
        assert status(connection) == "held", order
        assert [row["who"]["id"] for row in asked(connection, "who met Ada Berg")] == ["bo"], order


def test_the_status_is_what_the_reports_that_are_left_say(graph: Graph, tmp_path: Path) -> None:
    connection = connected(graph, tmp_path)
    for source in SAID:
        load(graph, [dossier(tmp_path, source)])
    assert status(connection) == "held"
    retract(graph, "readout")
    assert status(connection) == "planned" and asked(connection, "who met Ada Berg") == []
    load(graph, [dossier(tmp_path, "notice", status="cancelled")])
    assert status(connection) == "cancelled"
    retract(graph, "notice")
    assert status(connection) == "proposed"


def test_a_file_that_is_changed_or_taken_away_changes_the_status(graph: Graph, tmp_path: Path) -> None:
    connection = connected(graph, tmp_path)
    both = [dossier(tmp_path, "notice"), dossier(tmp_path, "rumour")]
    load(graph, both)
    assert status(connection) == "planned"
    summary = load(graph, [dossier(tmp_path, "notice", status="held")])
    assert status(connection) == "held" and summary.changed == 1
    assert load(graph, both).changed == 0
    both[0].write_text(both[0].read_text(encoding="utf-8").replace(" status: held,", ""), encoding="utf-8")
    load(graph, both)
    assert status(connection) == "proposed"


def test_a_report_says_it_for_itself(graph: Graph, tmp_path: Path) -> None:
    text = MEETING.format(title="Both", source="notice", published="2022-01-18", status="held")
    text = text.replace("reports: [{source: notice}]", "reports: [{source: notice, status: planned}, {source: readout}]")
    text = text.replace("sources: [", "sources: [{id: readout, title: Readout, published: 2022-01-21}, ")
    (tmp_path / "both.yaml").write_text(text, encoding="utf-8")
    load(graph, [tmp_path / "both.yaml"])
    connection = connected(graph, tmp_path)
    assert status(connection) == "held"
    told = {row["source"]["id"]: row["status"] for row in asked(connection, "sources of the meeting Talks")}
    assert (told["notice"], told["readout"]) == (["planned"], ["held"])
    retract(graph, "readout")
    assert status(connection) == "planned"


def test_a_plan_that_was_kept_is_told_in_turn(graph: Graph, tmp_path: Path) -> None:
    connection = connected(graph, tmp_path)
    load(graph, [dossier(tmp_path, "readout"), dossier(tmp_path, "notice")])
    (row,) = asked(connection, "differing reports")
    assert (row["what"], row["how"], row["one"], row["other"]) == ("status", "planned, later held", "planned", "held")
    assert [each["source"] for each in row["evidence"]] == ["notice"]
    shown = panel(connection)
    assert "earlier" in shown and "differs" not in shown


@pytest.mark.parametrize("published", ["2022-01-21", "2022-01", "2022-02-01"])
def test_a_plan_that_is_not_surely_older_contradicts(tmp_path: Path, published: str) -> None:
    graph = EmbeddedGraph(tmp_path / "graph.kgl", missing_ok=True)
    load(graph, [dossier(tmp_path, "readout"), dossier(tmp_path, "notice", published=published)])
    connection = connected(graph, tmp_path)
    (row,) = asked(connection, "differing reports")
    assert (row["how"], {row["one"], row["other"]}) == ("contradiction", {"held", "planned"})
    assert "differs" in panel(connection)


def test_a_sheet_of_reports_has_the_status(tmp_path: Path) -> None:
    sheets = {
        "sources": "id,title\nnotice,Notice\nreadout,Readout\n",
        "meetings": "id,title\ntalks,Talks\n",
        "reports": "record,source,status\ntalks,notice,planned\ntalks,readout,held\n",
    }
    folder = tmp_path / "sheets"
    folder.mkdir()
    for name, text in sheets.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    graph = EmbeddedGraph(tmp_path / "sheets.kgl", missing_ok=True)
    load(graph, [folder])
    assert status(connected(graph, tmp_path)) == "held"
    (folder / "reports.csv").write_text("record,source,status\ntalks,notice,planed\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"reports.csv:2: `status` cannot be 'planed'.*did you mean `planned`"):
        load(graph, [folder])


def test_a_claim_has_no_status(tmp_path: Path) -> None:
    (tmp_path / "claims.yaml").write_text(
        "title: T\nsources: [{id: s, title: S}]\nclaims:\n  - {id: c, text: C, reports: [{status: held}]}\n"
    )
    with pytest.raises(InputError, match="claims.yaml:4: unknown field `status`"):
        load(EmbeddedGraph(tmp_path / "graph.kgl", missing_ok=True), [tmp_path / "claims.yaml"])


def test_ids_that_are_decided_to_be_one_meeting_have_one_status(graph: Graph, tmp_path: Path) -> None:
    connection = connected(graph, tmp_path)
    path = dossier(tmp_path, "readout")
    path.write_text(path.read_text(encoding="utf-8").replace("id: talks", "id: meeting"), encoding="utf-8")
    decision = tmp_path / "decision.yaml"
    decision.write_text("title: Decisions\nsame: [[talks, meeting]]\n", encoding="utf-8")
    load(graph, [dossier(tmp_path, "notice"), path])
    assert status(connection) == "planned"
    load(graph, [decision])
    assert status(connection) == "held"
    retract(graph, "readout")
    assert status(connection) == "planned"
    restore(graph, "readout")
    load(graph, [path])
    assert status(connection) == "held"
    retract(graph, "decision")
    assert status(connection) == "planned" and connection.page("meeting", "meeting")["status"] == "held"


def test_a_report_that_says_nothing_beside_a_plan_is_told(graph: Graph, tmp_path: Path) -> None:
    silent = dossier(tmp_path, "readout")
    silent.write_text(silent.read_text(encoding="utf-8").replace("status: held, ", ""), encoding="utf-8")
    load(graph, [dossier(tmp_path, "notice")])
    (note,) = (note for note in load(graph, [silent]).notes if "counts as" in note)
    assert note.startswith(f"{silent}:6: 'talks' counts as planned") and "write `status: held`" in note
    assert not load(graph, [dossier(tmp_path, "readout")]).notes
