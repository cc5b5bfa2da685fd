"""Files that speak of the same entities and sources: what one says is never lost or bent by what happens to another."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import wipe
from graph_dump import clean, dump

import explorer.graph.bolt_writer
import explorer.loading.execution
from explorer.errors import InputError
from explorer.graph.base import Graph, batches
from explorer.graph.bolt import BoltGraph
from explorer.graph.embedded import EmbeddedGraph
from explorer.loading.loader import load
from explorer.loading.retraction import restore, retract
from explorer.statements import Statement

PAPER = "Ann met Bob in Bern. Cleo came too."
ONE = """title: One
sources: [{id: paper, title: Paper, text: paper.txt}]
actors:
  - {id: ann, kind: person, name: Ann}
  - {id: bob, kind: person, name: Bob}
meetings:
  - {id: lunch, title: Lunch, participants: [ann, bob], reports: [Ann met Bob in Bern.]}
"""
KINDS = Statement("kinds", "MATCH (a:Actor {id: $id}) RETURN labels(a) AS labels, a.kind AS kind")


def write(folder: Path, name: str, dossier: str, **texts: str) -> Path:
    folder.mkdir(exist_ok=True)
    for stem, text in {"paper": PAPER, **texts}.items():
        (folder / f"{stem}.txt").write_text(text, encoding="utf-8")
    path = folder / f"{name}.yaml"
    path.write_text(dossier, encoding="utf-8")
    return path


def refused(graph: Graph, path: Path, words: str) -> None:
    before = dump(graph)
    with pytest.raises(InputError, match=words):
        load(graph, [path])
    assert dump(graph) == before


def test_a_file_named_like_a_source_is_refused(graph: Graph, tmp_path: Path) -> None:
    load(graph, [write(tmp_path, "one", ONE)])
    other = write(tmp_path, "paper", "title: Another\nactors: [{id: eve, kind: person, name: Eve}]\n")
    refused(graph, other, "the graph has a source of this file's id")


def test_a_source_and_an_actor_of_one_id_are_two(graph: Graph, tmp_path: Path) -> None:
    dossier = """title: Two of a name
sources:
  - {id: kremlin, title: Kremlin site, text: paper.txt}
  - {id: paper, title: Paper, text: paper.txt}
actors:
  - {id: kremlin, kind: organization, name: Kremlin}
  - {id: ann, kind: person, name: Ann, affiliations: [{actor: kremlin, reports: [{source: paper, quote: Ann met Bob}]}]}
meetings:
  - {id: lunch, title: Lunch, participants: [ann], reports: [{source: kremlin, quote: Cleo came too.}]}
"""
    load(graph, [write(tmp_path, "two", dossier)])
    fates = retract(graph, "kremlin")
    assert {fate.id for fate in fates.falls} == {"lunch"}
    left = {(kind, leaf, hub) for kind, leaf, hub, _ in dump(graph)[1]}
    assert ("AFFILIATED_WITH", "ann", "kremlin") in left


def test_a_file_is_found_out_though_a_retraction_took_its_description(graph: Graph, tmp_path: Path) -> None:
    said = "{actor: bob, reports: [{source: radio, quote: Bob was there}]}"
    one = f"""title: One
sources:
  - {{id: paper, title: Paper, text: paper.txt}}
  - {{id: radio, title: Radio, text: radio.txt}}
actors:
  - {{id: ann, kind: person, name: Ann}}
  - {{id: bob, kind: person, name: Bob}}
meetings:
  - {{id: lunch, title: Lunch, participants: [ann, {said}], reports: [{{source: paper, quote: Ann met Bob}}]}}
"""
    two = """title: Two
sources: [{id: letter, title: Letter, text: letter.txt}]
meetings: [{id: lunch, reports: [Lunch was good]}]
"""
    texts = {"radio": "Bob was there.", "letter": "Lunch was good."}
    paths = [write(tmp_path, "one", one, **texts), write(tmp_path, "two", two, **texts)]
    load(graph, paths)
    before = dump(graph)
    retract(graph, "paper")
    assert all(dict(own)["source"] != "paper" for *_, own in dump(graph)[1])
    restore(graph, "paper")
    load(graph, paths)
    assert dump(graph) == before
    retract(graph, "paper")
    write(tmp_path, "one", one.replace(f", {said}", ""), **texts)
    restore(graph, "paper")
    load(graph, paths)
    assert dump(graph) == dump(clean(tmp_path, paths))


def test_a_text_that_is_left_out_takes_its_quotes_with_it(graph: Graph, tmp_path: Path) -> None:
    path = write(tmp_path, "one", ONE)
    load(graph, [path])
    path.write_text(ONE.replace(", text: paper.txt", ""), encoding="utf-8")
    refused(graph, path, "source 'paper' has no text to find the quote in")


PARTICIPANT = """title: Two
sources: [{id: radio, title: Radio, text: radio.txt}]
actors: [{id: cleo, kind: person, name: Cleo}]
meetings:
  - id: dinner
    title: Dinner
    participants: [{actor: cleo, reports: [{source: paper, quote: Cleo came too.}]}]
    reports: [{source: radio, quote: They dined.}]
"""


@pytest.mark.parametrize("change", ["text", "source"])
def test_what_another_files_participants_quote_stays(graph: Graph, tmp_path: Path, change: str) -> None:
    one = write(tmp_path, "one", ONE)
    two = write(tmp_path, "two", PARTICIPANT, radio="They dined.")
    load(graph, [one, two])
    if change == "text":
        (tmp_path / "paper.txt").write_text("Ann met Bob in Bern.", encoding="utf-8")
        refused(graph, one, "the text of 'paper' has changed, and 'two' quotes from it")
    else:
        one.write_text("title: One\nactors: [{id: ann, kind: person, name: Ann}, {id: bob, kind: person, name: Bob}]\n")
        refused(graph, one, "'paper' is no longer among the sources here, but the file 'two' speaks of it")


def test_another_work_of_the_same_name_is_refused(graph: Graph, tmp_path: Path) -> None:
    load(graph, [write(tmp_path / "2021", "talks", ONE)])
    other = "title: Two\nactors: [{id: ann, kind: person, name: Ann}, {id: eve, kind: person, name: Eve}]\n"
    refused(graph, write(tmp_path / "2022", "talks", other), "another file of the id 'talks', 'One'")


def test_a_kind_that_only_a_retracted_file_gave_is_given_up(graph: Graph, tmp_path: Path) -> None:
    first = write(tmp_path, "first", "title: First\nactors: [{id: un, kind: person, name: UN}]\n")
    second = write(tmp_path, "second", "title: Second\nactors: [{id: un, kind: organization, name: UN}]\n")
    load(graph, [first])
    load(graph, [second])
    retract(graph, "first")
    row = graph.read(KINDS, {"id": "un"}).rows[0]
    assert (sorted(row["labels"]), row["kind"]) == (["Actor", "Organization"], "organization")




def test_a_retraction_is_whole_however_much_falls(
    bolt: BoltGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wipe(bolt)
    load(bolt, [write(tmp_path, "one", ONE)])
    before = dump(bolt)
    monkeypatch.setattr(explorer.graph.bolt_writer, "_TRANSACTION_ROWS", 1)
    monkeypatch.setattr(explorer.loading.execution, "batches", lambda rows: batches(rows, 1))
    written: list[int] = []

    def stopped(done: int, size: int) -> None:
        written.append(done)
        if done == size:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        retract(bolt, "paper", progress=stopped)
    assert written and dump(bolt) == before


def test_of_a_folder_all_is_loaded_that_lies_beneath_it(tmp_path: Path) -> None:
    folder = tmp_path / "work"
    write(folder, "one", ONE)
    for path, text in {
        "table/actors.csv": "id,kind,name\ncleo,person,Cleo\n",
        "table/2022/actors.csv": "id,kind,name\ndan,person,Dan\n",
        "deep/er/two.yml": "title: Two\nactors: [{id: eve, kind: person, name: Eve}]\n",
        "deep/notes.txt": "Nothing to load.\n",
        ".git/three.yaml": "title: Three\nactors: [{id: fay, kind: person, name: Fay}]\n",
    }.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    (folder / "deep" / "again").symlink_to(folder, target_is_directory=True)
    graph = clean(tmp_path, [folder])
    actors = {dict(own)["id"] for labels, own in dump(graph)[0] if "Actor" in labels}
    assert actors == {"ann", "bob", "cleo", "dan", "eve"}


def test_what_is_wrong_beneath_a_folder_is_told_with_its_place(tmp_path: Path) -> None:
    write(tmp_path, "one", ONE)
    (tmp_path / "table").mkdir()
    (tmp_path / "table" / "people.csv").write_text("id,kind,name\n", encoding="utf-8")
    refused(EmbeddedGraph(tmp_path / "graph.kgl", missing_ok=True), tmp_path, "table/people.csv:1: unknown file")
