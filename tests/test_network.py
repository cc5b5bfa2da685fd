"""The network of an answer: what is drawn of it, how that hangs together, and what is said of the rest."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from conftest import ENGINES, SAMPLE, TABLE, Filled

from explorer import model
from explorer.answers.answer import Answer
from explorer.catalogue import catalogue
from explorer.connection import Connection
from explorer.graph.base import Graph
from explorer.loading.loader import load
from explorer.pictures.network.build import DRAWN, around, network
from explorer.pictures.network.elements import Network
from explorer.settings import Settings
from explorer.statements import statement, statements

CATALOGUE = catalogue.load(None)
SMALL = {
    "title": "Small",
    "sources": [{"id": "paper", "title": "Paper", "text": "paper.txt"}, {"id": "wire", "title": "Wire", "text": "wire.txt"}],
    "places": [{"id": "hall", "name": "Hall"}],
    "actors": [
        {"id": "ann", "kind": "person", "name": "Ann", "affiliations": [{"actor": "north", "role": "Envoy"}]},
        {"id": "bob", "kind": "person", "name": "Bob"},
        {"id": "cid", "kind": "person", "name": "Cid"},
        {"id": "dot", "kind": "person", "name": "Dot"},
        {"id": "north", "kind": "state", "name": "North"},
        {"id": "league", "kind": "organization", "name": "League"},
        {"id": "hall", "kind": "group", "name": "The hall's own"},
    ],
    "meetings": [
        {
            "id": "one", "title": "First talks", "date": "2022-01-01", "place": "hall",
            "participants": [
                "ann",
                "bob",
                {"actor": "cid", "status": "invited", "reports": [{"source": "paper", "quote": "All of it."}]},
                {"actor": "cid", "status": "attended", "reports": [{"source": "wire", "quote": "All of it."}]},
                {"actor": "dot", "status": "absent"},
            ],
        },
        {"id": "two", "title": "Second talks", "date": "2022-02", "participants": ["ann", "bob"], "part_of": "one"},
        {"id": "three", "title": "Third talks", "status": "cancelled", "date": "2022-03-03", "participants": ["ann", "bob"]},
        {"id": "four", "title": "Fourth talks", "date": "2022-04-04", "participants": ["ann", {"actor": "dot", "status": "invited"}]},
    ],
    "claims": [
        {"id": "yes", "text": "It is so.", "speaker": "ann", "on_behalf_of": "north", "to": ["bob"], "about": ["league"], "made_at": "one", "date": "2022-01-01", "contradicts": ["no"]},
        {"id": "no", "text": "It is not so.", "speaker": "bob", "about": ["ann"], "about_meetings": ["one"], "date": "2022-01-02", "contradicts": ["yes"], "answers": ["yes"]},
        {"id": "indeed", "text": "It is indeed so.", "speaker": "cid", "date": "2022-01-03", "supports": ["yes"]},
    ],
}  # fmt: skip


def write(folder: Path, dossier: dict[str, Any]) -> Path:
    """A dossier whose meetings and claims are all reported by its first source."""
    folder.mkdir(parents=True, exist_ok=True)
    for source in dossier["sources"]:
        (folder / source["text"]).write_text("All of it.")
    reports = [{"source": dossier["sources"][0]["id"], "quote": "All of it."}]
    told = {
        kind: [{**each, "reports": reports} for each in dossier.get(kind, [])]
        for kind in ("meetings", "claims")
    }  # fmt: skip
    path = folder / "dossier.yaml"
    path.write_text(json.dumps(dossier | told))  # which is YAML as well
    return path


def crowd(meetings: int, each: int) -> dict[str, Any]:
    """A host who meets others, never the same twice, in meetings of which the last is the newest."""
    guests = [[f"guest-{number}-{at}" for at in range(each)] for number in range(meetings)]
    actors = [{"id": id, "kind": "person", "name": f"Guest {id}"} for group in guests for id in group]
    return {
        "title": "Crowd",
        "sources": [{"id": "paper", "title": "Paper", "text": "paper.txt"}],
        "actors": [{"id": "host", "kind": "person", "name": "Host"}, *actors],
        "meetings": [
            {"id": f"m{number:03}", "title": f"Talks {number}", "date": f"{1900 + number}", "participants": ["host", *group]}
            for number, group in enumerate(guests)
        ],
    }  # fmt: skip


def run(graph: Graph, question: str, **parameters: Any) -> Answer:
    """The answer to a question."""
    answer = Connection(graph, CATALOGUE, Settings()).run(question, parameters)
    assert isinstance(answer, Answer)
    return answer


def drawn(graph: Graph, question: str, pairs: bool = False, **parameters: Any) -> Network:
    """The network of the answer to a question."""
    return network(graph, run(graph, question, **parameters), pairs=pairs, timeout=20)


def links(found: Network) -> set[str]:
    """The links as sentences."""
    return {
        f"{link.source} {link.kind} {link.target}" + f" {link.count}" * (link.kind == "met") for link in found.links
    }


def keys(found: Network) -> list[str]:
    """The nodes by their keys."""
    return [node.key for node in found.nodes]


@pytest.fixture
def small(graph: Graph, tmp_path: Path) -> Graph:
    """The small dossier, on each engine."""
    load(graph, [write(tmp_path / "small", SMALL)])
    return graph


def test_meetings_are_nodes_with_those_who_took_part(small: Graph) -> None:
    found = drawn(small, "meetings-involving", actor="ann")
    assert keys(found) == [
        "actor:ann", "meeting:four", "actor:dot", "meeting:three", "actor:bob", "meeting:two", "meeting:one", "actor:cid",
    ]  # fmt: skip
    assert links(found) == {
        "actor:ann took part meeting:one", "actor:bob took part meeting:one", "actor:cid took part meeting:one",
        "actor:dot was absent meeting:one", "actor:ann took part meeting:two", "actor:bob took part meeting:two",
        "actor:ann was to take part meeting:three", "actor:bob was to take part meeting:three",
        "actor:ann took part meeting:four", "actor:dot was invited meeting:four", "meeting:two belongs to meeting:one",
    }  # fmt: skip
    assert (found.left_out, found.rule) == (0, "")


def test_a_node_says_what_it_is_and_when(small: Graph) -> None:
    nodes = {node.key: node for node in drawn(small, "meetings-involving", actor="ann").nodes}
    shown = {key: (node.kind, node.label, node.detail, node.asked) for key, node in nodes.items()}
    assert shown["actor:ann"] == ("person", "Ann", "", True)
    assert shown["meeting:one"] == ("meeting", "First talks", "1 January 2022", False)
    assert shown["meeting:three"] == ("meeting", "Third talks", "3 March 2022, cancelled", False)
    claims = {node.key: node for node in drawn(small, "disputed-claims").nodes}
    assert (claims["claim:yes"].label, claims["claim:yes"].detail) == ("It is so.", "1 January 2022")


def test_claims_are_nodes_with_whose_they_are_and_what_they_do_to_each_other(small: Graph) -> None:
    found = drawn(small, "claims-by", actor="ann")
    assert links(found) == {
        "actor:ann made claim:yes", "actor:north made claim:yes", "claim:yes addressed actor:bob",
        "claim:yes about actor:league", "claim:yes made at meeting:one", "actor:ann belongs to actor:north",
        "actor:ann took part meeting:one", "actor:bob took part meeting:one",
    }  # fmt: skip
    disputed = links(drawn(small, "disputed-claims"))
    assert {"claim:no contradicts claim:yes", "claim:no answers claim:yes"} <= disputed
    assert "claim:yes contradicts claim:no" not in disputed
    related = links(drawn(small, "related-claims", claim="yes"))
    assert {"claim:indeed supports claim:yes", "actor:cid made claim:indeed"} <= related


def test_actors_alone_are_tied_by_the_meetings_that_two_of_them_attended(small: Graph) -> None:
    found = drawn(small, "most-connected")
    assert {key for key in keys(found) if key.startswith("meeting")} == {"meeting:one", "meeting:two"}
    assert "meeting:four" not in keys(found), "Dot was only invited"


def test_meetings_alone_get_those_who_took_part(small: Graph) -> None:
    found = drawn(small, "single-source")
    assert {"actor:ann", "actor:bob", "actor:cid", "actor:dot", "actor:north"} < set(keys(found))
    assert {"actor:dot was invited meeting:four", "actor:cid made claim:indeed"} < links(found)


def test_what_is_no_actor_meeting_or_claim_is_not_drawn(small: Graph) -> None:
    found = drawn(small, "meetings-in", place="hall")
    assert set(keys(found)) == {"meeting:one", "actor:ann", "actor:bob", "actor:cid"}, "not the group of the same id"
    assert not any(node.asked for node in found.nodes)


#: A question whose parameter has another name than its type; the actor `hall` has the id of the place.
BY_VENUE = """// Meetings by venue
//
// @ask    meetings at venue {venue}
// @param  venue   place         where
// @param  limit   integer = 100 most rows
// @return meeting meeting       the meeting
MATCH (:Place {id: $venue})<-[:HELD_AT]-(m:Meeting)
WITH DISTINCT m
RETURN m {.id, .title} AS meeting
ORDER BY m.id
LIMIT $limit
"""


def test_a_parameter_is_drawn_as_what_it_is_however_it_is_called(small: Graph, tmp_path: Path) -> None:
    (tmp_path / "by-venue.cypher").write_text(BY_VENUE)
    asked = Connection(small, catalogue.load(tmp_path), Settings())
    answer = asked.run("by-venue", venue="hall")
    assert isinstance(answer, Answer) and answer.parameters["venue"]["type"] == "place"
    found = keys(network(small, answer, timeout=20))
    assert "meeting:one" in found and "actor:hall" not in found


def test_pairs_are_those_who_attended_the_same_meetings(small: Graph) -> None:
    found = drawn(small, "meetings-involving", actor="ann", pairs=True)
    assert keys(found) == ["actor:ann", "actor:dot", "actor:bob", "actor:cid"]
    assert links(found) == {"actor:ann met actor:bob 2", "actor:ann met actor:cid 1", "actor:bob met actor:cid 1"}
    until = drawn(small, "meetings-involving", actor="ann", until="2022-01-31", pairs=True)
    assert "actor:ann met actor:bob 1" in links(until), "only meetings of this answer count"


def test_pairs_of_actors_alone_count_all_their_meetings(small: Graph) -> None:
    found = drawn(small, "most-connected", pairs=True)
    assert "actor:ann met actor:bob 2" in links(found) and len(found.links) == 3


def test_pairs_of_meetings_alone_are_of_those_who_attended(small: Graph) -> None:
    found = drawn(small, "single-source", pairs=True)
    assert {node.entity for node in found.nodes} == {"actor"}
    assert links(found) == {"actor:ann met actor:bob 2", "actor:ann met actor:cid 1", "actor:bob met actor:cid 1"}


def test_around_an_actor_are_its_bodies_then_the_newest(small: Graph) -> None:
    found = around(small, "actor", "ann", timeout=20)
    assert keys(found) == [
        "actor:ann", "actor:north", "meeting:four", "meeting:three", "meeting:two", "claim:no", "meeting:one", "claim:yes",
    ]  # fmt: skip
    assert "claim:no about actor:ann" in links(found) and "actor:ann belongs to actor:north" in links(found)
    assert [node.key for node in found.nodes if node.asked] == ["actor:ann"]
    fewer = around(small, "actor", "ann", timeout=20, most=3)
    assert keys(fewer) == keys(found)[:4]
    assert fewer.left_out == 4 and fewer.rule.startswith("The first 3 of 7 neighbours are drawn")


def test_around_a_meeting_are_those_who_took_part_and_its_claims(small: Graph) -> None:
    found = around(small, "meeting", "one", timeout=20)
    assert keys(found) == ["meeting:one", "actor:ann", "actor:bob", "actor:cid", "actor:dot", "claim:yes", "claim:no"]
    fewer = around(small, "meeting", "one", timeout=20, most=2)
    assert keys(fewer) == keys(found)[:3] and fewer.left_out == 4 and "first 2 of 6" in fewer.rule


def test_around_a_claim_are_its_actors_its_meeting_and_what_is_said_of_it(small: Graph) -> None:
    found = around(small, "claim", "yes", timeout=20)
    assert keys(found) == [
        "claim:yes", "actor:ann", "actor:north", "actor:bob", "actor:league", "meeting:one", "claim:indeed", "claim:no",
    ]  # fmt: skip
    assert "claim:indeed supports claim:yes" in links(found) and found.rule == ""


def test_around_what_is_not_there_is_nothing(small: Graph) -> None:
    assert around(small, "actor", "nobody", timeout=20) == Network((), (), 0, "")


def test_statements_seek_nodes_by_all_labels_of_the_model() -> None:
    """A statement must name them: neither engine finds a node by a label that is a parameter without a look at all."""
    drawn = "|".join(model.kind_of(name).label for name in model.names(drawn=True))
    sought = {each.name: re.findall(r"\(n:([\w|]+) \{", each.text) for each in statements("pictures")}
    assert {labels for found in sought.values() for labels in found} == {drawn}
    assert {name for name, found in sought.items() if found} >= {"pictures/nodes", "pictures/links", "pictures/dated"}
    assert f"(n:{'|'.join(model.labels())} {{" in statement("neo4j-browser/drawing").text


def test_no_more_than_can_be_read_is_drawn_and_the_rest_is_told(graph: Graph, tmp_path: Path) -> None:
    load(graph, [write(tmp_path, crowd(meetings=80, each=6))])
    found = drawn(graph, "meetings-involving", actor="host")
    total = 1 + 80 + 80 * 6
    assert len(found.nodes) == DRAWN and found.left_out == total - DRAWN
    assert found.rule == (
        f"The first {DRAWN} of {total} actors and meetings are drawn, in the order of the rows, "
        "at most 5 of each list in a row before the others."
    )
    # A row is a meeting and five of its six guests, and the host comes before all.
    assert keys(found)[:8] == [
        "actor:host",
        "meeting:m079",
        *(f"actor:guest-79-{at}" for at in range(5)),
        "meeting:m078",
    ]
    assert len([key for key in keys(found) if key.startswith("meeting")]) == 50


def test_what_is_added_is_limited_and_told_as_well(graph: Graph, tmp_path: Path) -> None:
    dossier = crowd(meetings=90, each=0)
    dossier["actors"].append({"id": "friend", "kind": "person", "name": "Friend"})
    for meeting in dossier["meetings"]:
        meeting["participants"].append("friend")
    load(graph, [write(tmp_path, dossier)])
    found = drawn(graph, "most-connected")
    assert len(found.nodes) == 2 + 60 and found.left_out == 30
    assert found.rule == "Of 90 meetings that at least two of them attended, the 60 with most of them are drawn."
    assert links(drawn(graph, "most-connected", pairs=True)) == {"actor:friend met actor:host 90"}


def test_of_many_pairs_those_who_met_most_often_are_joined(graph: Graph, tmp_path: Path) -> None:
    dossier = crowd(meetings=1, each=19)
    dossier["meetings"].append({"id": "again", "title": "Again", "participants": ["host", "guest-0-7"]})
    load(graph, [write(tmp_path, dossier)])
    found = drawn(graph, "meetings-involving", actor="host", pairs=True)
    assert len(found.nodes) == 20 and len(found.links) == 100 and found.left_out == 190 - 100
    assert found.rule == "Of 190 pairs that met, the 100 who did so most often are joined by a line."
    assert "actor:host met actor:guest-0-7 2" in links(found)


@pytest.mark.parametrize("engine", ENGINES)
def test_both_engines_give_the_same_networks(filled: Filled, engine: str) -> None:
    """Compared with an embedded graph of its own, so that the test stands for each engine."""
    graph, other = (filled(each, [SAMPLE, TABLE]) for each in (engine, "embedded"))
    asked: list[tuple[str, dict[str, Any]]] = [
        ("meetings-involving", {"actor": "lavrov"}),
        ("who-met", {"actor": "blinken"}),
        ("most-connected", {}),
        ("meetings-during", {"since": "2021-01-01", "until": "2021-12-31"}),
        ("disputed-claims", {}),
        ("timeline", {"actor": "nato"}),
        ("single-source", {}),
        ("people-of", {"organization": "russia"}),
    ]  # fmt: skip
    for question, parameters in asked:
        for pairs in (False, True):
            one, two = (drawn(each, question, pairs, **parameters) for each in (graph, other))
            assert one == two and one.nodes, question
    for kind, id in (
        ("actor", "blinken"),
        ("meeting", "2022-01-21-blinken-lavrov"),
        ("claim", "2022-01-21-lavrov-denial"),
    ):
        one, two = (around(each, kind, id, timeout=20) for each in (graph, other))
        assert one == two and len(one.nodes) > 3
