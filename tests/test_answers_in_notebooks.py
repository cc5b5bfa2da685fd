"""What notebooks make of an answer: a table, a data frame, a graph of networkx, and pictures."""

from __future__ import annotations

import re
from base64 import b64decode
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pandas
import pytest
from test_render import CHOICES, answer, evidence

import explorer
from explorer.answers import dataframe
from explorer.answers.answer import Answer
from explorer.catalogue.catalogue import load
from explorer.catalogue.query_file import Column
from explorer.connection import Connection
from explorer.errors import UsageError
from explorer.graph.base import Graph
from explorer.pictures.network import to_networkx
from explorer.settings import Settings
from explorer.statements import Statement

HOSTILE = "<img src=x onerror=alert(1)>\u202e</td>"

#: An address that the program does not load; but others write to a Neo4j, too.
NOT_LOADED = Statement("url", "UNWIND $rows AS row MATCH (s:Source {id: row.id}) SET s.url = row.url")

LINKED = """
title: Linked
sources:
  - {id: s, title: "The <b>paper</b>", url: "https://example.org/a?b=1&c=2"}
  - {id: t, title: Script}
actors:
  - {id: ann, kind: person, name: Ann Archer}
  - {id: bob, kind: person, name: Bob Baker}
meetings:
  - id: talk
    title: A talk
    date: 2022-01
    participants: [ann, {actor: bob, reports: [{source: s, page: "7"}]}]
    reports: [{source: s, page: "7"}, {source: t, page: "8"}]
"""


def asked(sample: Connection, name: str, **values: Any) -> Answer:
    found = sample.run(name, **values)
    assert isinstance(found, Answer)
    return found


def test_a_data_frame_has_names_and_ids(sample: Connection) -> None:
    found = asked(sample, "meetings-involving", actor="lavrov")
    frame = found.to_df()
    assert len(frame) == len(found.rows)
    assert {"date", "meeting", "meeting_id", "with", "with_id", "evidence"} <= set(frame.columns)
    assert "Antony Blinken" in frame["with"][0]
    assert list(CHOICES.to_df()["question"]) == ["meetings", "between"]


def test_columns_of_a_data_frame_have_the_types_of_what_they_hold() -> None:
    types = answer().to_df().dtypes.astype(str).to_dict()
    assert types == {
        "date": "string",
        "date_earliest": "datetime64[s]",
        "date_latest": "datetime64[s]",
        "meeting": "string",
        "meeting_id": "string",
        "place": "string",
        "place_id": "string",
        "with": "object",
        "with_id": "object",
        "reports": "Int64",
        "open": "boolean",
        "evidence": "object",
    }
    assert answer([]).to_df().dtypes.astype(str).to_dict() == types


def test_a_date_in_a_data_frame_claims_no_more_than_its_source() -> None:
    texts = ["2022-01", "2022-01-21", "../2022-01-23", "0988", "soon", None]
    frame = answer([{"date": text} for text in texts], [Column("date", "date")]).to_df()
    assert list(frame["date"][:5]) == texts[:5] and frame["date"].isna()[5]
    days = [
        [None if day is pandas.NaT else day.date() for day in frame[f"date_{end}"]] for end in ("earliest", "latest")
    ]
    assert days[0] == [date(2022, 1, 1), date(2022, 1, 21), None, date(988, 1, 1), None, None]
    assert days[1] == [date(2022, 1, 31), date(2022, 1, 21), date(2022, 1, 23), date(988, 12, 31), None, None]


def test_a_data_frame_of_a_part_says_so(sample: Connection) -> None:
    with pytest.warns(UserWarning, match="Only the first 2 rows are shown"):
        frame = asked(sample, "meetings-involving", actor="lavrov", limit=2).to_df()
    assert len(frame) == 2


@pytest.mark.parametrize(("module", "make", "extra"), [(dataframe, "to_df", "pandas"), (to_networkx, "to_networkx", "notebook")])
def test_without_a_library_it_is_said_how_to_get_it(
    sample: Connection, monkeypatch: pytest.MonkeyPatch, module: Any, make: str, extra: str
) -> None:
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(module, "import_module", missing)
    with pytest.raises(UsageError, match=rf"pip install 'explorer\[{extra}\]'"):
        getattr(asked(sample, "who-met", actor="lavrov"), make)()


def test_a_table_has_everything_escaped() -> None:
    rows = [{"said": HOSTILE, "evidence": [evidence(HOSTILE, HOSTILE, page=HOSTILE)]}]
    out = answer(rows, [Column("said", "string"), Column("evidence", "evidence list")], title=HOSTILE)._repr_html_()
    assert "<img" not in out and "\u202e" not in out and out.count("&lt;img") == 4
    assert out.count("</td>") == 2 and ElementTree.fromstring(f"<div>{out}</div>".replace("<br>", "")) is not None
    hostile = explorer.Choices(HOSTILE, HOSTILE, [explorer.Choice("q", HOSTILE, HOSTILE, {"a": HOSTILE}, HOSTILE)])
    assert "<img" not in hostile._repr_html_() and hostile._repr_html_().count("&lt;img") == 4


def test_a_table_leaves_out_what_is_empty_and_folds_what_is_long() -> None:
    out = answer()._repr_html_()
    head = re.findall(r"<th [^>]*>(.*?)</th>", out)
    assert head == ["date", "meeting", "place", "with", "reports", "open"]
    assert "January 2022" in out and "2022-01<" not in out
    shown, folded = out.split("<summary>")
    assert "A sentence that does not fit" in shown and "“They met.”, p. 12 – <i>Book</i>" in shown
    assert folded.startswith("2 more<") and "Letter (no quote)" in folded and "editor: My work" in folded
    assert "place" not in re.findall(r"<th [^>]*>(.*?)</th>", answer(answer().rows[:1])._repr_html_())


def test_a_table_says_what_it_leaves_out() -> None:
    rows = [{"said": str(number)} for number in range(60)]
    out = answer(rows, [Column("said", "string")], truncated=True, notes=["Only the first 60 rows are shown."])
    text = out._repr_html_()
    assert "60 rows, of which the first 50 are shown here; to_df() has all." in text
    assert "Only the first 60 rows are shown." in text and ">49<" in text and ">50<" not in text
    assert "Nothing found." in answer([])._repr_html_()


def test_in_text_an_answer_says_what_it_is(sample: Connection) -> None:
    assert (
        repr(asked(sample, "meetings-involving", actor="lavrov", limit=2))
        == "<Answer to meetings-involving: 2 rows, truncated>"
    )
    assert repr(answer(answer().rows[:1])) == "<Answer to meetings: 1 row>"


def test_choices_say_what_to_run() -> None:
    out = CHOICES._repr_html_()
    assert "meetings of John Smith" in out and "graph.run(&#x27;meetings&#x27;, actor=&#x27;john-smith&#x27;)" in out
    assert "other_one=..." in out


def test_a_quote_with_dollars_is_no_formula() -> None:
    said = evidence("ledger", "They paid $5 million, then $7 million. \\(x\\)", title="The $ and the $")
    out = answer([{"evidence": [said]}], [Column("evidence", "evidence list")])._repr_html_()
    alone = re.findall(r"<span>([^<]*)</span>", out)
    assert alone == ["$", "$", "\\", "\\", "$", "$"]
    assert not set("$\\") & set(re.sub(r"<span>[^<]*</span>", "", out))
    words = unescape(re.sub(r"<[^>]+>", "", out))
    assert "They paid $5 million, then $7 million. \\(x\\)" in words and "The $ and the $" in words


def test_sources_are_linked_where_they_lead_to_the_web(graph: Graph, tmp_path: Path) -> None:
    (tmp_path / "linked.yaml").write_text(LINKED, encoding="utf-8")
    connection = Connection(graph, load(), Settings())
    connection.load([tmp_path / "linked.yaml"])
    with graph.writing() as writer:
        writer.write(NOT_LOADED, [{"id": "t", "url": "javascript:alert(1)"}])
    found = asked(connection, "meetings-involving", actor="ann")
    out = found._repr_html_()
    link = '<a href="https://example.org/a?b=1&amp;c=2" rel="noopener noreferrer"><i>The &lt;b&gt;paper&lt;/b&gt; (no quote)</i></a>'
    assert link in out and "Script" in out and "javascript:" not in out
    edges = found.to_networkx().edges(data=True)
    assert ("actor:bob", "meeting:talk", {"relation": "took part", "source": "s"}) in edges


def test_a_graph_of_networkx_has_an_edge_for_what_each_source_says(sample: Connection) -> None:
    found = asked(sample, "meetings-between", actor="blinken", other="lavrov").to_networkx()
    assert found.nodes["actor:blinken"] == {"kind": "person", "name": "Antony Blinken", "id": "blinken"}
    edges = found["actor:blinken"]["meeting:2022-01-21-blinken-lavrov"].values()
    said = {edge["source"]: (edge["relation"], edge["quote"]) for edge in edges}
    assert said["chronicle-of-talks"] == ("took part", "On 21 January he and Lavrov met in Geneva.")
    assert len(said) == 3


def test_in_pairs_an_edge_weighs_as_many_meetings_as_there_were(sample: Connection) -> None:
    found = asked(sample, "who-met", actor="blinken")
    times = {row["who"]["id"]: row["times"] for row in found.rows}
    graph = found.to_networkx(pairs=True)
    assert {kind for _, kind in graph.nodes(data="kind")} <= {"person", "state", "organization", "group"}
    assert graph["actor:blinken"]["actor:lavrov"]["weight"] == times["lavrov"] > 1


def test_claims_alone_get_those_who_made_them(sample: Connection) -> None:
    answer = asked(sample, "disputed-claims")
    made = {(f"actor:{each['id']}", f"claim:{row['claim']['id']}") for row in answer for each in row["speaker"]}
    claims = [column for column in answer.columns if column.type == "claim"]
    rows = [{column.name: row[column.name] for column in claims} for row in answer]
    edges = replace(answer, columns=claims, rows=rows).to_networkx().edges(data="relation")
    assert made and made <= {(one, other) for one, other, relation in edges if relation == "made"}
    assert "contradicts" in {relation for _, _, relation in edges}
    actors = asked(sample, "most-connected", limit=100)
    assert {key.split(":")[0] for key in actors.to_networkx()} == {"actor", "meeting"}


def test_what_would_be_too_much_is_said(sample: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = asked(sample, "most-connected", limit=100)
    all_of_it = answer.to_networkx()
    monkeypatch.setattr(to_networkx, "_MOST", 1)
    meetings = sum(kind == "meeting" for _, kind in all_of_it.nodes(data="kind"))
    with pytest.warns(UserWarning, match=f"^{meetings - 1} that would tie this together are left out"):
        assert len(answer.to_networkx()) == len(all_of_it) - meetings + 1


@pytest.mark.parametrize("view", ["network", "timeline"])
def test_a_picture_is_an_image_that_needs_nothing_else(sample: Connection, tmp_path: Path, view: str) -> None:
    picture = getattr(asked(sample, "claims-by", actor="lavrov"), view)()
    bundle = picture._repr_mimebundle_()
    assert set(bundle) == {"text/plain", "text/html"} and "actor: Sergei Lavrov" in bundle["text/plain"]
    found = re.fullmatch(r'<img alt="[^"<>]+" src="data:image/svg\+xml;base64,([^"]+)">', bundle["text/html"])
    assert found
    root = ElementTree.fromstring(b64decode(found[1]))
    assert root.tag.endswith("svg") and root.get("width")
    assert not [each for each in root.iter() if "href" in each.attrib]
    assert picture.save(tmp_path / "picture.svg").read_bytes() == b64decode(found[1])


def test_a_picture_may_be_of_pairs_or_of_a_span(sample: Connection) -> None:
    found = asked(sample, "meetings-involving", actor="lavrov")
    assert "meeting (" in found.network().description and "meeting (" not in found.network(pairs=True).description
    assert found.timeline(since=date(2022, 1, 1)).svg != found.timeline().svg


def test_an_answer_made_by_hand_has_no_picture() -> None:
    with pytest.raises(UsageError, match=r"explorer\.connect\(\)"):
        answer().network()


def test_the_catalogue_lists_its_questions(sample: Connection) -> None:
    out = sample.catalogue._repr_html_()
    assert out.count("<tr>") == len(sample.catalogue) + 1
    assert "actor, other, [place], [since]" in out and "Claims that contradict each other" in out


def test_a_connection_is_made_by_an_address_or_a_file_and_says_to_what(tmp_path: Path) -> None:
    with explorer.connect("neo4j://db.example.org", username="reader", password="secret", database="talks") as there:
        assert repr(there) == "<Connection to Neo4j at neo4j://db.example.org>"
        assert (there.settings.neo4j_username, there.settings.neo4j_database) == ("reader", "talks")
    with explorer.connect(tmp_path / "my.kgl") as here:
        assert repr(here) == f"<Connection to the graph in {tmp_path / 'my.kgl'}>"
