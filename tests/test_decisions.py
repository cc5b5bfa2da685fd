"""Decisions that ids are one entity, or are not: what they show, and that taking them back restores exactly what was."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from dossiers import TALKS, talks
from graph_dump import dump

from explorer.errors import InputError
from explorer.graph.base import Graph
from explorer.graph.embedded import EmbeddedGraph
from explorer.loading.decisions import stored
from explorer.loading.identities import Identities
from explorer.loading.loader import load
from explorer.loading.node import Node
from explorer.loading.retraction import restore, retract
from explorer.statements import Statement

_IDS = Statement(
    "test/ids", "MATCH (n) WHERE any(label IN labels(n) WHERE label IN ['Actor', 'Meeting', 'Claim']) RETURN n.id AS id"
)
_MET = Statement(
    "test/met",
    "MATCH (m:Meeting)-[r:HAS_PARTICIPANT]->(:Actor {id: $actor}) "
    "RETURN m.id AS meeting, r.quote AS quote, r.said_end AS said",
)

#: Speaks of the same world as TALKS, under other ids.
MORE = """title: More
sources:
  - {id: paper-again, title: The paper once more, text: paper.txt, publisher: The publisher}
places:
  - {id: genf, name: Genf am See, country: Schweiz}
topics:
  - {id: openness, name: Openness}
actors:
  - {id: minister, kind: person, name: Minister Lavrov, description: A diplomat}
  - {id: us, kind: state, name: United States}
  - id: tony
    kind: person
    name: Tony Blinken
    part_of: us
    affiliations: [{actor: minister, role: Guest, reports: [{quote: was the host}]}]
meetings:
  - id: january-talks
    title: January talks
    date: 2022-01-21
    place: genf
    topics: [openness]
    part_of: geneva-meetings
    participants: [minister, {actor: tony, role: guest}]
    reports: [{quote: Lavrov and Blinken met in Geneva., place: genf, date: 2022-01-21}]
  - id: geneva-meetings
    title: Meetings in Geneva
    reports: [{quote: met in Geneva}]
claims:
  - id: frank-too
    text: The talks were frank and open.
    speaker: minister
    made_at: january-talks
    to: tony
    supports: frank-open
    reports: [{quote: The talks were frank, occurrence: 2}]
  - id: frank-open
    text: It was frank.
    speaker: tony
    about: [minister]
    reports: [{quote: '"The talks were frank," said Blinken'}]
"""
#: TALKS refers to these, MORE does not, so that what is the same is said in two files.
PAIRS = {
    "actors": "[lavrov, minister]",
    "more actors": "[blinken, tony], [lavrov, minister]",
    "an actor that is part of the other": "[tony, us]",
    "offices at each other": "[minister, tony]",
    "places": "[geneva, genf]",
    "topics": "[frankness, openness]",
    "meetings": "[geneva-talks, january-talks]",
    "a meeting that is part of the other": "[geneva-meetings, january-talks]",
    "claims": "[frank, frank-too, frank-open]",
    "sources": "[paper, paper-again]",
    "all": "[lavrov, minister], [blinken, tony], [geneva, genf], [geneva-talks, january-talks], [paper, paper-again]",
}


def decisions(folder: Path, text: str, name: str = "corrections") -> Path:
    """A dossier of nothing but decisions."""
    path = folder / f"{name}.yaml"
    path.write_text(f"title: Corrections\n{text}\n", encoding="utf-8")
    return path


def world(folder: Path) -> list[Path]:
    """Both dossiers."""
    return [talks(folder), talks(folder, MORE, "more")]


def with_corrections(folder: Path, same: str) -> Path:
    return decisions(folder, f"same: [{same}]")


@pytest.mark.parametrize("pairs", PAIRS)
def test_a_decision_that_is_taken_away_leaves_what_was(graph: Graph, tmp_path: Path, pairs: str) -> None:
    files = world(tmp_path)
    empty = decisions(tmp_path, "")
    load(graph, [*files, empty])
    before = dump(graph)
    load(graph, [with_corrections(tmp_path, PAIRS[pairs])])
    decided = dump(graph)
    assert decided != before
    load(graph, [*files, with_corrections(tmp_path, PAIRS[pairs])])
    assert dump(graph) == decided, "loading all again changes nothing"
    load(graph, [decisions(tmp_path, "")])
    assert dump(graph) == before


@pytest.mark.parametrize("pairs", PAIRS)
def test_a_file_of_decisions_that_is_retracted_leaves_what_was(graph: Graph, tmp_path: Path, pairs: str) -> None:
    load(graph, world(tmp_path))
    before = dump(graph)
    load(graph, [with_corrections(tmp_path, PAIRS[pairs])])
    retract(graph, "corrections")
    assert dump(graph) == before


def test_files_that_are_loaded_in_any_order_give_the_same_graph(tmp_path: Path) -> None:
    talks_file, more = world(tmp_path)
    corrections = with_corrections(tmp_path, PAIRS["all"])
    graphs = [EmbeddedGraph(tmp_path / f"{number}.kgl") for number in range(3)]
    load(graphs[0], [talks_file, more, corrections])
    for path in (talks_file, more, corrections):
        load(graphs[1], [path])
    load(graphs[2], [talks_file, with_corrections(tmp_path, "[lavrov, blinken]")])
    load(graphs[2], [more])
    load(graphs[2], [with_corrections(tmp_path, PAIRS["all"])])
    dumps = [dump(graph) for graph in graphs]
    assert dumps[0] == dumps[1] == dumps[2]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_chains_and_circles_come_out_alike_in_any_order(tmp_path: Path, order: tuple[int, ...]) -> None:
    texts = ["same: [[putin, biden], [geneva-talks, video-call]]", "same: [[biden, blinken]]",
             "same: [[frank, denial], [denial, frank], [ru, lavrov]]"]  # fmt: skip
    graph = EmbeddedGraph(tmp_path / "graph.kgl")
    load(graph, [talks(tmp_path)])
    for number in order:
        load(graph, [decisions(tmp_path, texts[number], f"d{number}")])
    kept = {row["id"] for row in graph.read(_IDS).rows}
    assert kept == {"putin", "ru", "geneva-talks", "denial"}
    assert {entity for decision in stored(graph) for entity in decision.entities} == kept


def test_what_is_loaded_later_under_the_other_id_lands_at_the_first(graph: Graph, tmp_path: Path) -> None:
    load(graph, [*world(tmp_path), with_corrections(tmp_path, PAIRS["actors"])])
    later = "title: Later\nmeetings: [{id: m, title: M, participants: [minister], reports: [{source: paper}]}]\n"
    load(graph, [talks(tmp_path, later, "later")])
    found = graph.read(_MET, {"actor": "lavrov"}).rows
    assert [row["said"] for row in found if row["meeting"] == "m"] == ["minister"]


def test_two_statements_of_one_source_keep_both_quotes(graph: Graph, tmp_path: Path) -> None:
    text = TALKS.replace(
        "      - blinken\n", "      - {actor: blinken, reports: [{source: paper, quote: Blinken met in Geneva}]}\n"
    )
    load(graph, [talks(tmp_path, text), with_corrections(tmp_path, "[lavrov, blinken]")])
    found = graph.read(_MET, {"actor": "lavrov"}).rows
    assert sorted(row["quote"] for row in found) == ["Blinken met in Geneva", "was the host"]


FAULTS = {
    "an unknown id": ("same: [[lavrov, blinkn]]", 2, "there is no entity with the id 'blinkn': did you mean `blinken`?"),
    "two kinds": ("same:\n- [lavrov, geneva]", 3, "must be of one kind, but 'lavrov' is among the actors, 'geneva' is among the places"),
    "one id": ("same:\n- [lavrov]", 3, "name two ids or more"),
    "twice the same": ("same:\n- [lavrov, lavrov]", 3, "name two ids or more, each once"),
    "a name": ("same: [[lavrov, Antony Blinken]]", 2, "'Antony Blinken' is no id, and no name can stand for one here: write the id, `blinken`"),
    "a name in another spelling": ("different:\n- {ids: [lavrov, ANTONY BLINKEN]}", 3, "write the id, `blinken` (person"),
    "a name that none has": ("same: [[lavrov, Ben Linken]]", 2, "use small letters, digits and hyphens"),
    "no id": ("same:\n- [lavrov, Blinken A]", 3, "'Blinken A'"),
    "an unknown field": ("same:\n- {ids: [lavrov, blinken], wy: no}", 3, "unknown field `wy`: did you mean `why`?"),
    "another kind than said": ("same: [{ids: [lavrov, biden], kind: place}]", 2, "there is no place with the id 'lavrov'"),
    "same and different": ("same: [[lavrov, biden]]\ndifferent: [[biden, lavrov]]", 3, "'biden' and 'lavrov' are different here and same"),
    "sources with different texts": ("same:\n- [paper, radio]", 3, "paper and radio have different texts"),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_wrong_with_a_decision_is_told_with_its_line(tmp_path: Path, fault: str) -> None:
    text, line, message = FAULTS[fault]
    graph = EmbeddedGraph(tmp_path / "graph.kgl")
    load(graph, [talks(tmp_path)])
    before = dump(graph)
    with pytest.raises(InputError) as raised:
        load(graph, [decisions(tmp_path, text)])
    told = [(problem.line, problem.message) for problem in raised.value.problems]
    assert [each for each in told if each[0] == line and message in each[1]], told
    assert dump(graph) == before


def test_a_decision_against_one_of_another_file_names_both(tmp_path: Path) -> None:
    graph = EmbeddedGraph(tmp_path / "graph.kgl")
    load(graph, [talks(tmp_path), decisions(tmp_path, "different: [[putin, biden]]", "apart")])
    with pytest.raises(InputError) as raised:
        load(graph, [decisions(tmp_path, "same: [[biden, lavrov], [lavrov, putin]]", "together")])
    [problem] = raised.value.problems
    assert problem.file.endswith("together.yaml") and problem.line == 2 and "the file 'apart'" in problem.message


def test_an_id_of_two_kinds_is_asked_back_and_taken_with_its_kind(tmp_path: Path) -> None:
    text = TALKS.replace("places:\n", "places:\n  - {id: ru, name: Russia}\n  - {id: putin, name: Putin Island}\n")
    graph = EmbeddedGraph(tmp_path / "graph.kgl")
    load(graph, [talks(tmp_path, text)])
    with pytest.raises(InputError, match="places and actors: say which, as in {ids: .ru, putin., kind: place}"):
        load(graph, [decisions(tmp_path, "same: [[ru, putin]]")])
    load(graph, [decisions(tmp_path, "same: [{ids: [ru, putin], kind: place}]")])
    assert {"putin"} <= {row["id"] for row in graph.read(_IDS).rows}


def test_what_a_decision_speaks_of_does_not_go_unseen(tmp_path: Path) -> None:
    graph = EmbeddedGraph(tmp_path / "graph.kgl")
    files = world(tmp_path)
    load(graph, [*files, with_corrections(tmp_path, "[frankness, openness]")])
    with pytest.raises(InputError, match="'openness' is no longer among the topics here, but the file 'corrections'"):
        load(graph, [talks(tmp_path, MORE.replace("  - {id: openness, name: Openness}\n", "")
                           .replace("topics:\n", "").replace("    topics: [openness]\n", ""), "more")])  # fmt: skip


def test_decisions_in_a_folder_of_csv_files(tmp_path: Path) -> None:
    graphs = [EmbeddedGraph(tmp_path / f"{number}.kgl") for number in range(2)]
    folder = tmp_path / "corrections"
    folder.mkdir()
    (folder / "same.csv").write_text("ids,kind,why\nlavrov; minister,actor,One man\n", encoding="utf-8")
    (folder / "different.csv").write_text("ids\nbiden;putin\n", encoding="utf-8")
    load(graphs[0], [*world(tmp_path), folder])
    text = "same: [{ids: [lavrov, minister], kind: actor, why: One man}]\ndifferent: [biden, putin]"
    load(graphs[1], [*world(tmp_path), decisions(tmp_path, text)])
    own = [[row for row in dump(graph)[0] if row[0] != ["Source"]] for graph in graphs]
    assert own[0] == own[1]
    identities = Identities(stored(graphs[0]))
    one, other = Node("Actor", "minister"), Node("Actor", "biden")
    assert identities.verdict(one, Node("Actor", "lavrov")) == "same"
    assert identities.verdict(Node("Actor", "putin"), other) == "different"
    assert identities.verdict(one, other) is None


def test_a_load_says_what_becomes_of_the_ids(tmp_path: Path) -> None:
    graph = EmbeddedGraph(tmp_path / "graph.kgl")
    load(graph, world(tmp_path))
    notes = load(graph, [decisions(tmp_path, "same:\n  - [lavrov, minister]\n  - [blinken, tony]")]).notes
    assert [note.partition("corrections.yaml:")[2] for note in notes] == [
        "3: 'minister' is shown as 'lavrov'", "4: 'tony' is shown as 'blinken'",
    ]  # fmt: skip
    [note] = load(graph, [decisions(tmp_path, "same:\n  - [lavrov, minister]")]).notes
    assert note.endswith("'tony' stands for itself again")


#: Reports of what MORE describes, and gives no title or text of its own.
THIRD = """title: Third
sources:
  - {id: radio-again, title: Another radio}
meetings:
  - {id: january-talks, reports: [{source: radio-again}]}
claims:
  - {id: frank-too, reports: [{source: radio-again}]}
"""


@pytest.mark.parametrize("pairs", ["[video-call, january-talks]", "[frank-too, denial]", "[denial, frank-too]"])
def test_what_a_retraction_left_without_a_title_gets_it_back(graph: Graph, tmp_path: Path, pairs: str) -> None:
    load(graph, [*world(tmp_path), talks(tmp_path, THIRD, "third"), decisions(tmp_path, "")])
    retract(graph, "paper-again")
    before = dump(graph)
    load(graph, [with_corrections(tmp_path, pairs)])
    load(graph, [decisions(tmp_path, "")])
    assert dump(graph) == before


@pytest.mark.parametrize(("earlier", "together"), [(True, False), (True, True), (False, True)])
def test_a_decision_on_what_only_a_retracted_file_describes_waits(
    graph: Graph, tmp_path: Path, earlier: bool, together: bool
) -> None:
    talks_file, more = world(tmp_path)
    corrections = with_corrections(tmp_path, "[lavrov, minister], [frank, frank-too]")
    load(graph, [talks_file, more, *([corrections] if earlier else [])])
    retract(graph, "more")
    before = dump(graph)
    notes = load(graph, [talks_file, corrections, *([more] if together else [])]).notes
    if earlier:
        assert dump(graph) == before
    waiting = [note for note in notes if "this waits until 'minister' is back" in note]
    assert len(waiting) == 1 and "corrections.yaml:2:" in waiting[0] and "explorer restore" in waiting[0]
    assert load(graph, [corrections]).changed == 0, "which goes on to wait"
    restore(graph, "more")
    load(graph, [more])
    whole = EmbeddedGraph(tmp_path / "whole.kgl")
    load(whole, [talks_file, more, corrections])
    assert dump(graph) == dump(whole)


def test_an_unknown_id_may_have_gone_with_a_retraction(tmp_path: Path) -> None:
    graph, (talks_file, more) = EmbeddedGraph(tmp_path / "graph.kgl"), world(tmp_path)
    load(graph, [talks_file, more])
    retract(graph, "more")
    with pytest.raises(
        InputError,
        match="no entity with the id 'openness'.*may have gone with what was retracted .more..*explorer restore",
    ):
        load(graph, [with_corrections(tmp_path, "[frankness, openness]")])


def test_a_decision_does_not_wait_for_what_its_own_file_has_dropped(tmp_path: Path) -> None:
    graph, path = EmbeddedGraph(tmp_path / "graph.kgl"), tmp_path / "people.yaml"
    people = "title: People\nactors:\n  - {id: a, kind: person, name: A}\n  - {id: b, kind: person, name: B}\nsame: [[a, b]]\n"
    path.write_text(people, encoding="utf-8")
    load(graph, [path])
    path.write_text(people.replace("  - {id: b, kind: person, name: B}\n", ""), encoding="utf-8")
    with pytest.raises(InputError, match="no entity with the id 'b'"):
        load(graph, [path])
