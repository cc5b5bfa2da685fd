"""A file is known by its own id: another file of that id is refused, an edited one goes on without questions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import explorer
from dossiers import EDITS, edited, talks
from graph_dump import clean, dump

from explorer.errors import InputError
from explorer.graph.embedded import EmbeddedGraph
from explorer.loading.loader import load

ACTORS = "actors: [{id: ann, kind: person, name: Ann}, {id: bob, kind: person, name: Bob}]\n"


def sheets(folder: Path, place: str, number: int = 1, **more: str) -> Path:
    """A folder of CSV files: as many meetings in one place, by a source of that place, of the same two actors."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = [f"{place}-{n},Talks in {place} {n}" for n in range(number)]
    files = {
        "sources": f"id,title\n{place}-paper,Paper of {place}\n",
        "actors": "id,kind,name\nann,person,Ann\nbob,person,Bob\n",
        "meetings": "\n".join(["id,title", *rows, ""]),
        "participants": "\n".join(["meeting,actor", *(f"{place}-{n},ann" for n in range(number)), ""]),
        "reports": "\n".join(["record,source", *(f"{place}-{n},{place}-paper" for n in range(number)), ""]),
    }
    for name, text in {**files, **more}.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


def dossier(folder: Path, meetings: dict[str, str], title: str = "Notes", source: str = "paper", top: str = "") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    held = "".join(
        f"  - {{id: {id}, title: {name}, participants: [ann], reports: [{{source: {source}}}]}}\n"
        for id, name in meetings.items()
    )
    text = f"{top}title: {title}\nsources: [{{id: {source}, title: The {source}}}]\n{ACTORS}meetings:\n{held}"
    path = folder / "notes.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def graph(tmp_path: Path) -> EmbeddedGraph:
    return EmbeddedGraph(tmp_path / "graph.kgl")


@pytest.mark.parametrize("number", [1, 12])
def test_another_folder_of_sheets_of_the_same_name_is_refused(
    graph: EmbeddedGraph, tmp_path: Path, number: int
) -> None:
    load(graph, [sheets(tmp_path / "geneva" / "2022", "geneva", number)])
    before, other = dump(graph), sheets(tmp_path / "vienna" / "2022", "vienna", number)
    done = explorer("--graph", graph.path, "load", other)
    assert done.returncode == 1
    for words in ("another file of the id '2022'", "`id` in dossier.csv", "--replace"):
        assert words in done.stderr
    assert dump(graph) == before
    sheets(other, "vienna", number, dossier="id,title\nvienna-2022,The year 2022 in Vienna\n")
    assert explorer("--graph", graph.path, "load", other).returncode == 0
    assert dump(graph) == dump(clean(tmp_path, [tmp_path / "geneva" / "2022", other]))


def test_the_folder_that_one_stands_in_is_known_by_its_name(
    graph: EmbeddedGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for place, code in (("geneva", 0), ("vienna", 1)):
        monkeypatch.chdir(sheets(tmp_path / place / "2022", place, 3))
        assert explorer("--graph", graph.path, "load", ".").returncode == code


@pytest.mark.parametrize(
    "other",
    [
        {"vienna": "Talks in Vienna"},
        {"m1": "A dinner at the lake", "m2": "The opera", "m3": "Of old friends"},
        {"a": "Alpha", "b": "Beta", "c": "Gamma", "d": "Delta", "e": "Epsilon"},
    ],
    ids=["small", "the same ids by chance", "larger"],
)
@pytest.mark.parametrize("source", ["paper", "radio"])
def test_another_dossier_of_the_same_name_and_title_is_refused(
    graph: EmbeddedGraph, tmp_path: Path, other: dict[str, str], source: str
) -> None:
    load(graph, [dossier(tmp_path / "one", {"m1": "Summit of the twelve", "m2": "Call on grain", "m3": "Signing"})])
    before, second = dump(graph), dossier(tmp_path / "two", other, source=source)
    with pytest.raises(InputError, match="`id:` at its top.*--replace"):
        load(graph, [second])
    assert dump(graph) == before
    load(graph, [dossier(tmp_path / "two", other, source=source, top="id: second\n")] if "m1" not in other else [])
    done = explorer("--graph", graph.path, "load", "--replace", dossier(tmp_path / "two", other, source=source))
    assert done.returncode == 0, done.stderr
    if "m1" not in other:
        assert "removed  meeting  m1  Summit of the twelve" in done.stdout


@pytest.mark.parametrize("edit", EDITS)
def test_an_edited_file_goes_on_without_questions(graph: EmbeddedGraph, tmp_path: Path, edit: str) -> None:
    load(graph, [talks(tmp_path / "files")])
    load(graph, [talks(tmp_path / "files", edited(edit))])
    load(graph, [talks(tmp_path / "files")])
    assert dump(graph) == dump(clean(tmp_path, [tmp_path / "files" / "talks.yaml"]))


YEAR = {f"m{n}": f"Meeting of {word}" for n, word in enumerate("may june july august grain oil gas coal".split())}


@pytest.mark.parametrize(
    "meetings",
    [
        {"m1": YEAR["m1"], "m2": YEAR["m2"]},
        {f"meeting-{id}": title for id, title in YEAR.items()},
        {id: f"{title} by night" for id, title in YEAR.items()},
        {**YEAR, **{f"n{n}": f"Another {n}" for n in range(99)}},
    ],
    ids=["most gone", "other ids", "other titles", "much more"],
)
def test_much_edited_is_still_the_same_file(graph: EmbeddedGraph, tmp_path: Path, meetings: dict[str, str]) -> None:
    load(graph, [dossier(tmp_path, YEAR)])
    load(graph, [dossier(tmp_path, meetings, title="Another title")])


SMALL = """title: Notes
sources: [{id: paper, title: Paper}]
actors: [{id: ann, kind: person, name: Ann}, {id: bob, kind: person, name: Bob}]
meetings: [{id: m1, title: Talks, participants: [ann, bob], reports: [{source: paper}]}]
claims: [{id: c1, text: It was long., speaker: ann, reports: [{source: paper}]}]
"""


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (SMALL, "title: Notes\n", "has none of the meetings and claims left"),
        (SMALL, f"title: Notes\n{ACTORS}", "has none of the meetings and claims left"),
        (SMALL, "title: Notes\ntopics: [{id: new, name: New}]\n", "has another file of the id 'notes'"),
        (f"title: Notes\n{ACTORS}", "title: Notes\nactors: []\n", "has none of the actors left"),
        ("title: Notes\ntopics: [{id: gas, name: Gas}]\n", "title: Notes\n", "has none of the topics left"),
    ],
    ids=["emptied", "without reports", "another", "of actors", "of one topic"],
)
def test_a_file_that_has_lost_nearly_all_is_asked_of(
    graph: EmbeddedGraph, tmp_path: Path, before: str, after: str, words: str
) -> None:
    path = tmp_path / "notes.yaml"
    path.write_text(before, encoding="utf-8")
    load(graph, [path])
    whole = dump(graph)
    path.write_text(after, encoding="utf-8")
    for more in ([], ["--dry-run"]):
        done = explorer("--graph", graph.path, "load", *more, path)
        assert done.returncode == 1 and words in done.stderr and "--replace" in done.stderr
        assert dump(graph) == whole
    done = explorer("--graph", graph.path, "load", "--replace", path)
    assert done.returncode == 0 and "removed" in done.stdout
    assert dump(graph) == dump(clean(tmp_path, [path]))


def test_a_table_that_is_cut_off_is_asked_of(graph: EmbeddedGraph, tmp_path: Path) -> None:
    load(graph, [sheets(tmp_path / "2022", "geneva", 100)])
    whole = dump(graph)
    with pytest.raises(InputError, match="has 24 of the 100 meetings left .*--replace"):
        load(graph, [sheets(tmp_path / "2022", "geneva", 24)])
    assert dump(graph) == whole
    assert load(graph, [sheets(tmp_path / "2022", "geneva", 25)]).removed == 75


def test_what_is_removed_piece_by_piece_goes_without_questions(graph: EmbeddedGraph, tmp_path: Path) -> None:
    path = tmp_path / "notes.yaml"
    for text in (SMALL, SMALL[: SMALL.index("claims")], SMALL[: SMALL.index("meetings")]):
        path.write_text(text, encoding="utf-8")
        load(graph, [path])
    assert dump(graph) == dump(clean(tmp_path, [path]))


def test_like_titles_under_the_same_ids_are_another_file_where_no_source_is_the_same(
    graph: EmbeddedGraph, tmp_path: Path
) -> None:
    load(graph, [dossier(tmp_path / "one", {"m1": "Talks in Geneva", "m2": "Talks in Bern"})])
    with pytest.raises(InputError, match="another file of the id 'notes'"):
        load(graph, [dossier(tmp_path / "two", {"m1": "Talks in Vienna", "m2": "Talks in Rome"}, source="radio")])


def test_a_stated_id_is_kept_though_the_file_is_renamed(graph: EmbeddedGraph, tmp_path: Path) -> None:
    path = dossier(tmp_path, YEAR, top="id: my-year\n")
    load(graph, [path])
    before = dump(graph)
    again = load(graph, [path.rename(tmp_path / "renamed.yaml")])
    assert (again.new, again.changed, again.removed) == (0, 0, 0)
    assert dump(graph) == before


def test_two_files_of_one_id_in_one_load_are_refused(graph: EmbeddedGraph, tmp_path: Path) -> None:
    one = dossier(tmp_path / "one", YEAR, top="id: year\n")
    two = sheets(tmp_path / "two", "vienna", dossier="id\nyear\n")
    with pytest.raises(InputError, match=r"dossier.csv:2: .*notes.yaml has the same id, 'year'"):
        load(graph, [one, two])
    load(graph, [one])
    for paths in ([one, two], [two, one]):
        with pytest.raises(InputError) as caught:
            load(graph, paths)
        [problem] = caught.value.problems
        assert "has the same id, 'year'" in problem.message
    sheets(tmp_path / "two", "vienna", dossier="id\nyear\nother\n")
    with pytest.raises(InputError, match=r"dossier.csv:3: this file has one row"):
        load(graph, [tmp_path / "two"])


def test_a_dry_run_lists_what_comes_changes_and_goes(graph: EmbeddedGraph, tmp_path: Path) -> None:
    load(graph, [dossier(tmp_path, YEAR)])
    before = dump(graph)
    held = {**YEAR, "m1": "Meeting of June", **{f"n{n:02}": f"Another {n}" for n in range(30)}}
    del held["m2"]
    path = dossier(tmp_path, held)
    done = explorer("--graph", graph.path, "load", "--dry-run", path)
    assert "  removed  meeting  m2  Meeting of july" in done.stdout
    assert "  changed  meeting  m1  Meeting of June" in done.stdout
    assert "  new      meeting  n00  Another 0" in done.stdout
    assert done.stdout.count("  new ") == 20 and "and 10 more new" in done.stdout
    found = json.loads(explorer("--graph", graph.path, "load", "--dry-run", "--format", "json", path).stdout)
    assert len(found["entities"]) == 32 and found["dry_run"] is True
    assert {"what": "removed", "kind": "meeting", "id": "m2", "title": "Meeting of july", "file": "notes"} in found[
        "entities"
    ]
    assert dump(graph) == before


def test_a_dry_run_lists_an_entity_of_several_files_once(graph: EmbeddedGraph, tmp_path: Path) -> None:
    files = [tmp_path / f"{name}.yaml" for name in ("one", "two", "three")]
    for file in files:
        file.write_text("title: Notes\ntopics: [{id: gas, name: Gas}]\n", encoding="utf-8")
    listed = explorer("--graph", graph.path, "load", "--dry-run", *files).stdout.splitlines()
    assert listed[0].split() == ["new", "topic", "gas", "Gas"] and len(listed) == 2
