"""Retracting takes away what one source says and what stands on it alone, nothing else, and restoring and loading bring it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conftest import DOSSIERS, SAMPLE, TABLE, wipe
from dossiers import REAL, talks
from graph_dump import Dump, clean, dump

import explorer
from explorer.catalogue import catalogue
from explorer.errors import NotFound
from explorer.graph.base import Graph
from explorer.graph.embedded import EmbeddedGraph
from explorer.loading.loader import load
from explorer.loading.retraction import Retraction, restore, retract
from explorer.settings import Settings
from explorer.statements import Statement

_BOOKKEEPING = ("DESCRIBED_IN", "NAMES", "IN_COUNTRY")
_ENTITIES = {"Actor", "Claim", "Meeting", "Place", "Source", "Topic"}
Key = tuple[str, str]
SIGNED = """
title: Signed
sources: [{id: wire, title: Wire}, {id: diary, title: Diary}]
actors: [{id: ann, kind: person, name: Ann}]
meetings: [{id: signing, title: Signing, participants: [ann], reports: [{source: diary}]}]
claims: [{id: over, text: It is over., speaker: ann, made_at: signing, reports: [{source: wire}]}]
"""


def _nodes(found: Dump) -> dict[Key, dict[str, Any]]:
    """The entities by main label and id."""
    return {(label, dict(own)["id"]): dict(own) for labels, own in found[0] for label in labels if label in _ENTITIES}


def _sources(graph: Graph, files: bool) -> list[str]:
    return [
        key[1]
        for key, own in _nodes(dump(graph)).items()
        if key[0] == "Source" and (own.get("kind") == "dossier") == files
    ]


def _labelled(found: Dump) -> list[tuple[str, Key, Key, dict[str, Any]]]:
    """The statements, their ends with their main labels, which type and ids alone do not give."""
    ends = {"MADE_BY": "Actor", "ADDRESSED_TO": "Actor", "HAS_PARTICIPANT": "Actor", "AFFILIATED_WITH": "Actor",
            "HELD_AT": "Place", "HAS_TOPIC": "Topic", "REPORTED_IN": "Source", "DESCRIBED_IN": "Source",
            "MADE_AT": "Meeting", "CONTRADICTS": "Claim", "SUPPORTS": "Claim", "ANSWERS": "Claim"}  # fmt: skip
    ids: dict[str, list[Key]] = {}
    for key in _nodes(found):
        ids.setdefault(key[1], []).append(key)
    assert all(len(keys) == 1 for keys in ids.values()), "these tests need ids that stand for one thing only"
    result = []
    for kind, leaf, hub, own in found[1]:
        if kind != "NAMES":
            assert ends.get(kind, ids[hub][0][0]) == ids[hub][0][0]
            result.append((kind, ids[leaf][0], ids[hub][0], dict(own)))
    return result


def _reported(found: Dump) -> dict[Key, set[str]]:
    """Which sources report each meeting and claim."""
    by: dict[Key, set[str]] = {key: set() for key in _nodes(found) if key[0] in ("Meeting", "Claim")}
    for kind, leaf, _, own in _labelled(found):
        if kind == "REPORTED_IN":
            by[leaf].add(own["source"])
    return by


def _check(before: Dump, after: Dump, done: Retraction) -> None:
    """That `after` is `before` without the source: what was asked for, and no more."""
    source, left = ("Source", done.source), _nodes(after)
    assert source not in left
    assert not [each for each in after[1] if dict(each[3])["source"] == done.source or done.source in each[1:3]]
    assert all(_reported(after).values())
    assert not [each for each in after[1] if each not in before[1]], "a retraction adds nothing"
    fell = _nodes(before).keys() - left.keys()
    assert {key for key in fell if key[0] in ("Meeting", "Claim")} == {
        key for key, by in _reported(before).items() if by == {done.source}
    }
    lost = [each for each in _labelled(before) if each not in _labelled(after)]
    for _, leaf, hub, own in lost:
        assert own["source"] == done.source or leaf in fell or hub in fell, "what another source says stays"
    said = [each for each in _labelled(after) if each[0] not in _BOOKKEEPING]
    spoken_of = {end for each in said for end in each[1:3]}
    assert not fell & spoken_of
    for key in fell - {source}:
        if key[0] not in ("Meeting", "Claim"):
            assert [each for each in lost if key in each[1:3]], "nothing falls that the source does not concern"
    assert {(fate.kind.capitalize(), fate.id) for fate in done.falls} == fell - {source}
    assert {(fate.kind.capitalize(), fate.id) for fate in done.stays} <= left.keys()
    names = {each[1] for each in after[1] if each[0] == "NAMES"}
    assert {dict(own)["id"] for labels, own in after[0] if labels == ["Name"]} == names
    assert done.statements == len([each for each in lost if each[0] not in _BOOKKEEPING])


def _each_in_turn(graph: Graph, files: Sequence[Path], folder: Path, sources: Sequence[str]) -> None:
    load(graph, files)
    before, version = dump(graph), graph.dataset()
    for source in sources:
        would = retract(graph, source, dry_run=True)
        assert (dump(graph), graph.dataset()) == (before, version)
        done = retract(graph, source)
        assert would == replace(done, dry_run=True)
        after = dump(graph)
        assert graph.dataset() != version
        _check(before, after, done)
        restore(graph, source)
        load(graph, files)
        assert dump(graph) == before, source
        version = graph.dataset()


def test_each_source_of_the_sample_in_turn(graph: Graph, tmp_path: Path) -> None:
    sources = _sources(clean(tmp_path, [SAMPLE, TABLE]), files=False)
    assert len(sources) == 4
    # Once with everything is enough for the slower engine, which is compared below.
    _each_in_turn(graph, [SAMPLE, TABLE], tmp_path, sources if graph.engine == "embedded" else sources[:1])


@REAL
def test_each_source_of_the_real_dossiers_in_turn(tmp_path: Path) -> None:
    sources = _sources(clean(tmp_path, DOSSIERS), files=False)
    assert len(sources) == 4
    _each_in_turn(EmbeddedGraph(tmp_path / "graph.kgl"), DOSSIERS, tmp_path, sources)


@REAL
def test_each_real_dossier_in_turn_leaves_what_the_others_say(graph: Graph, tmp_path: Path) -> None:
    load(graph, DOSSIERS)
    for path in DOSSIERS:
        done = retract(graph, path.stem)
        assert dump(graph) == dump(clean(tmp_path, [each for each in DOSSIERS if each != path]))
        assert done.falls and done.stays
        restore(graph, path.stem)
        load(graph, [path])
    assert dump(graph) == dump(clean(tmp_path, DOSSIERS))


@pytest.mark.parametrize("path", [SAMPLE, TABLE], ids=["dossier", "table"])
def test_a_file_that_came_last_leaves_what_was_there_before(graph: Graph, tmp_path: Path, path: Path) -> None:
    other = TABLE if path == SAMPLE else SAMPLE
    load(graph, [other])
    before = dump(graph)
    load(graph, [path])
    retract(graph, path.stem)
    assert dump(graph) == before


@REAL
def test_without_the_register_geneva_is_gone_and_the_talks_stay(graph: Graph) -> None:
    load(graph, DOSSIERS)
    before = dump(graph)
    done = retract(graph, "state-travels")
    after = dump(graph)
    held = {(leaf, hub) for kind, leaf, hub, _ in after[1] if kind == "HELD_AT"}
    assert ("2022-01-21-blinken-lavrov", "geneva") in {(r[1], r[2]) for r in before[1] if r[0] == "HELD_AT"}
    assert ("2022-01-21-blinken-lavrov", "geneva") not in held
    quotes = [
        (dict(own)["source"], dict(own)["quote"])
        for kind, leaf, _, own in after[1]
        if (kind, leaf) == ("REPORTED_IN", "2022-01-21-blinken-lavrov")
    ]
    assert sorted(quotes) == [
        (
            "article-2022-01-23",
            "On January 21, talks were held between US Secretary of State Anthony Blinken and Russian Foreign Minister "
            "Sergei Lavrov.",
        ),
        ("article-2022-01-23", "The one and a half hour meeting ended without much results."),
    ]
    left = _nodes(after)
    for gone in [("Actor", "baerbock"), ("Meeting", "2022-01-20-blinken-baerbock"), ("Place", "berlin")]:
        assert gone in _nodes(before) and gone not in left
    assert ("Place", "geneva") in left  # where the delegations met on 10 January
    fates = {fate.id: fate for fate in done.stays}
    assert fates["2022-01-21-blinken-lavrov"].why == "reported by article-2022-01-23"
    assert "place Geneva" in fates["2022-01-21-blinken-lavrov"].loses
    assert {fate.id for fate in done.falls} >= {"baerbock", "2022-01-20-blinken-baerbock", "2022-01-blinken-kyiv"}
    restore(graph, "state-travels")
    load(graph, [path for path in DOSSIERS if path.stem == "secretary-travels"])
    assert dump(graph) == before


_LEANING = """title: Leaning
actors:
  - {id: nato, kind: organization, name: NATO, affiliations: [{actor: lavrov, role: guest}]}
"""


def test_what_another_file_speaks_of_stays_by_its_name(graph: Graph, tmp_path: Path) -> None:
    path, leaning = talks(tmp_path / "files"), talks(tmp_path / "files", _LEANING, "leaning")
    load(graph, [path, leaning])
    before = dump(graph)
    retract(graph, "talks")
    left = _nodes(dump(graph))
    assert set(left) == {("Source", "leaning"), ("Actor", "nato"), ("Actor", "lavrov"), ("Source", "talks")}
    assert (left["Actor", "lavrov"]["name"], left["Actor", "lavrov"]["kind"]) == ("Sergei Lavrov", "person")
    found = explorer.Connection(graph, catalogue.load(None), Settings()).ask("offices of Лавров")
    assert isinstance(found, explorer.Answer)  # it is still found by all its names
    assert load(graph, [leaning]).unchanged == 1
    restore(graph, "talks")
    load(graph, [path])
    assert dump(graph) == before


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("geneva-note", "did you mean geneva-notes"),
        ("diplomacy-2021", r"did you mean diplomacy-2021-2022 \(a loaded file, with all that it says\)"),
        ("lavrov", "There is no source 'lavrov'"),
        ("", "There is no source ''"),
    ],
)
def test_an_unknown_source_is_not_found(tmp_path: Path, source: str, words: str) -> None:
    graph = clean(tmp_path, [SAMPLE])
    before, version = dump(graph), graph.dataset()
    for dry_run in (True, False):
        with pytest.raises(NotFound, match=words) as caught:
            retract(graph, source, dry_run=dry_run)
        assert (caught.value.exit_code, caught.value.status) == (1, 404)
    assert (dump(graph), graph.dataset()) == (before, version)


def test_a_source_is_retracted_once(tmp_path: Path) -> None:
    graph = clean(tmp_path, [SAMPLE])
    retract(graph, "geneva-notes")
    with pytest.raises(NotFound):
        retract(graph, "geneva-notes")


def test_both_engines_are_left_with_the_same(bolt: Graph, tmp_path: Path) -> None:
    wipe(bolt)
    embedded = EmbeddedGraph(tmp_path / "graph.kgl")
    for graph in (bolt, embedded):
        load(graph, [SAMPLE])
    for source in ("geneva-notes", "register-of-journeys", "diplomacy-2021-2022"):
        assert retract(bolt, source) == retract(embedded, source)
        assert dump(bolt) == dump(embedded)
        assert bolt.dataset() == embedded.dataset()
    assert dump(bolt) == ([(["Dataset"], [("id", "dataset")])], [])


def test_a_claim_that_loses_where_it_was_made_is_named(graph: Graph, tmp_path: Path) -> None:
    (tmp_path / "signed.yaml").write_text(SIGNED, encoding="utf-8")
    load(graph, [tmp_path / "signed.yaml"])
    said = retract(graph, "diary", dry_run=True)
    assert [(fate.kind, fate.id) for fate in said.falls] == [("meeting", "signing")]
    claim = next(fate for fate in said.stays if fate.id == "over")
    assert (claim.why, claim.loses) == ("reported by wire", ("made at Signing",))
    assert retract(graph, "diary").stays == said.stays


def test_what_another_file_or_source_says_too_is_not_lost(graph: Graph, tmp_path: Path) -> None:
    more = SIGNED.replace("title: Signed\n", "title: More\n").replace(", reports: [{source: diary}]", ", reports: [{source: wire}]")
    for name, text in (("signed", SIGNED), ("more", more)):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    load(graph, [tmp_path / "signed.yaml", tmp_path / "more.yaml"])
    for source, lost in (("diary", "report in Diary"), ("signed", "report in Diary"), ("more", "report in Wire")):
        stays = {fate.id: fate.loses for fate in retract(graph, source, dry_run=True).stays}
        assert stays["signing"] == (lost,), "another source says the same of Ann"
        assert stays.get("over", ()) == ()
    stays = {fate.id: fate.loses for fate in retract(graph, "wire").stays}
    assert stays["signing"] == ("report in Wire",)


@pytest.mark.parametrize("text", ["Notes on the Geneva meetings", "notes  on the GENEVA meetings", "geneva-notes"])
def test_a_source_is_retracted_and_restored_by_its_title(tmp_path: Path, text: str) -> None:
    graph = clean(tmp_path, [SAMPLE])
    assert retract(graph, text, dry_run=True).source == "geneva-notes"
    assert retract(graph, text).source == "geneva-notes"
    with pytest.raises(NotFound, match="explorer restore geneva-notes"):
        retract(graph, text)
    assert restore(graph, text).id == "geneva-notes"


def test_a_title_that_several_sources_have_or_that_is_misspelt_gets_their_ids(tmp_path: Path) -> None:
    path = tmp_path / "papers.yaml"
    path.write_text("title: Herald\nsources: [{id: a1, title: The Herald}, {id: b2, title: the herald}]\n", encoding="utf-8")
    graph = clean(tmp_path, [path])
    before = dump(graph)
    with pytest.raises(NotFound, match=r"2 sources are called 'The Herald': did you mean a1 or b2\?"):
        retract(graph, "The Herald")
    with pytest.raises(NotFound, match=r"no source 'Teh Herald': did you mean .*(a1|b2)"):
        retract(graph, "Teh Herald")
    assert dump(graph) == before
    assert retract(graph, "herald").source == "papers", "a loaded file has a title, too"


_FOREIGN = Statement(
    "test/foreign",
    """UNWIND $rows AS row
MATCH (c:Claim {id: 'over'})
MATCH (a:Actor {id: 'ann'})
MATCH (m:Meeting {id: 'signing'})
CREATE (n:Note {id: 'note'})
CREATE (n)-[:REMARK]->(m)
CREATE (c)-[:WITNESSED_BY {key: 'k', source: 'diary', file: 'signed'}]->(a)""",
)
_LEFT = Statement("test/left", "MATCH (n:Note) RETURN n.id AS id, COUNT { (n)--() } AS around")


def test_a_relationship_of_a_type_that_is_not_known_is_told_by_its_type(graph: Graph, tmp_path: Path) -> None:
    (tmp_path / "signed.yaml").write_text(SIGNED, encoding="utf-8")
    load(graph, [tmp_path / "signed.yaml"])
    with graph.writing() as writer:
        writer.write(_FOREIGN, [{}])
    for dry_run in (True, False):
        done = retract(graph, "diary", dry_run=dry_run)
        assert [fate.id for fate in done.falls] == ["signing"]
        claim = next(fate for fate in done.stays if fate.id == "over")
        assert claim.loses == ("made at Signing", "witnessed by Ann")
    assert graph.read(_LEFT).rows == [{"id": "note", "around": 0}]
    assert "WITNESSED_BY" not in {kind for kind, *_ in dump(graph)[1]}
