"""A file that was renamed takes over what it said; of one that was edited too it is asked what it is to be."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import explorer
from dossiers import TALKS, talks
from graph_dump import clean, dump
from test_file_identity import sheets

from explorer.errors import InputError
from explorer.graph.base import Graph
from explorer.loading.loader import load
from explorer.loading.retraction import restore, retract
from explorer.status import status


def test_a_renamed_file_takes_over(tmp_path: Path) -> None:
    other = talks(tmp_path / "files", "title: Other\nactors: [{id: biden, kind: person, name: Joseph}]\n", "other")
    path = talks(tmp_path / "files")
    graph = clean(tmp_path, [path])
    load(graph, [other])
    path = path.rename(path.with_name("renamed.yaml"))
    notes = load(graph, [path]).notes
    assert "word for word what the file 'talks' said" in notes[0]
    assert [each["id"] for each in status(graph).files] == ["renamed", "other"]
    assert dump(graph) == dump(clean(tmp_path, [path, other]))
    again = load(graph, [path])
    assert (again.new, again.changed, again.removed, again.notes) == (0, 0, 0, [])


def test_an_id_that_is_added_to_a_file_takes_over(tmp_path: Path) -> None:
    graph = clean(tmp_path, [talks(tmp_path / "files")])
    path = talks(tmp_path / "files", "id: talks-of-2022\n" + TALKS)
    load(graph, [path])
    assert dump(graph) == dump(clean(tmp_path, [path]))


#: Each changes what is kept if the old file stays beside the new one.
CORRECTED = TALKS.replace("date: 2021-12-07", "date: 2021-12-08").replace("role: host", "role: guest")
DECIDING = "same: [[biden, putin]]\n"


def asked(graph: Graph, path: Path, **allowed: bool) -> str:
    """The one question that loading it asks; the graph stays as it is."""
    before = dump(graph)
    with pytest.raises(InputError) as caught:
        load(graph, [path], **allowed)
    assert dump(graph) == before
    [problem] = caught.value.problems
    return problem.message


@pytest.mark.parametrize("decisions", ["", DECIDING], ids=["", "with decisions"])
@pytest.mark.parametrize("advice", ["id", "--replace"])
def test_a_renamed_and_edited_file_is_asked_of_and_the_advice_is_right(
    graph: Graph, tmp_path: Path, advice: str, decisions: str
) -> None:
    old = talks(tmp_path / "files", TALKS + decisions)
    load(graph, [old])
    old.unlink()
    path = talks(tmp_path / "files", CORRECTED + decisions, "later")
    question = asked(graph, path)
    for words in ("'talks', Talks (4 of its 4 meetings and claims)", "`id: talks`", "--replace", "--keep-both"):
        assert words in question
    if advice == "id":
        path = talks(tmp_path / "files", f"id: talks\n{CORRECTED}{decisions}", "later")
        assert load(graph, [path]).notes == []
    else:
        notes = load(graph, [path], replace=True).notes
        assert "'talks' is given up" in notes[0]
    assert [each["id"] for each in status(graph).files] == ["talks" if advice == "id" else "later"]
    assert dump(graph) == dump(clean(tmp_path, [path]))
    again = load(graph, [path])
    assert (again.new, again.changed, again.removed, again.notes) == (0, 0, 0, [])


def test_both_stay_if_that_is_said(tmp_path: Path) -> None:
    old = talks(tmp_path / "files")
    graph, later = clean(tmp_path, [old]), talks(tmp_path / "files", CORRECTED, "later")
    notes = load(graph, [later], keep_both=True).notes
    assert any("stands beside the file 'talks'" in note for note in notes)
    assert any("disagree on `date`" in note and "'2021-12-07' is kept" in note for note in notes)
    both = dump(graph)
    assert load(graph, [later]).changed == load(graph, [old]).changed == 0, "it is not asked again"
    assert dump(graph) == both == dump(clean(tmp_path, [old, later]))


def test_both_are_loaded_that_are_given(tmp_path: Path) -> None:
    old, later = talks(tmp_path / "files"), talks(tmp_path / "files", CORRECTED, "later")
    graph = clean(tmp_path, [old])
    load(graph, [old, later])
    assert len(status(graph).files) == 2


def test_a_copy_that_was_loaded_beside_is_given_up_when_the_file_gets_its_id(tmp_path: Path) -> None:
    graph = clean(tmp_path, [talks(tmp_path / "files")])
    load(graph, [talks(tmp_path / "files", CORRECTED, "later")], keep_both=True)
    path = talks(tmp_path / "files", f"id: talks\n{CORRECTED}", "later")
    assert "'later' is given up" in load(graph, [path]).notes[0]
    assert dump(graph) == dump(clean(tmp_path, [path]))


EDITED = {
    "a meeting more": TALKS.replace("claims:\n", "  - {id: more, title: More, reports: [{source: radio}]}\nclaims:\n"),
    "a claim less": TALKS[: TALKS.index("  - id: denial")],
    "other ids": TALKS.replace("geneva-talks", "talks-in-geneva").replace("video-call", "a-video-call"),
    "an added decision": TALKS + DECIDING,
    "a source renamed": TALKS.replace("paper", "the-paper").replace("text: the-paper.txt", "text: paper.txt"),
}


@pytest.mark.parametrize("edit", EDITED)
def test_whatever_was_edited_it_is_asked(tmp_path: Path, edit: str) -> None:
    graph = clean(tmp_path, [talks(tmp_path / "files")])
    path = talks(tmp_path / "files", EDITED[edit], "later")
    assert "largely the same as the loaded file 'talks'" in asked(graph, path)
    load(graph, [path], replace=True)
    assert dump(graph) == dump(clean(tmp_path, [path]))


SHORT = """title: Short
sources: [{title: Paper, text: paper.txt}]
actors: [{kind: person, name: Ann Lee}, {kind: person, name: Kim Stone}]
meetings: [{title: Talks, date: 2022-01-21, participants: [Ann Lee], reports: Lavrov and Blinken met in Geneva.}]
claims: [{text: No comment., date: 2022-01-21, speaker: Ann Lee, reports: It was said}]
"""


def test_it_is_asked_also_where_the_old_file_makes_a_fault_of_the_edit(tmp_path: Path) -> None:
    """A corrected text, and a claim that is another's, would be faults beside the old file."""
    folder = tmp_path / "files"
    graph = clean(tmp_path, [talks(folder, SHORT.replace("It was said", "was the host"), "short")])
    path = talks(folder, SHORT.replace("speaker: Ann Lee", "speaker: Kim Stone"), "later")
    text = (folder / "paper.txt").read_text(encoding="utf-8")
    (folder / "paper.txt").write_text(f"{text}It was said by Kim Stone.\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load(graph, [path])
    assert any("largely the same as the loaded file 'short'" in each.message for each in caught.value.problems)
    load(graph, [path], replace=True)
    assert dump(graph) == dump(clean(tmp_path, [path]))


def test_a_folder_of_sheets_is_asked_of_too(tmp_path: Path) -> None:
    graph = clean(tmp_path, [sheets(tmp_path / "2022", "geneva", 6)])
    (tmp_path / "2022").rename(tmp_path / "year")
    path = sheets(tmp_path / "year", "geneva", 7)
    assert "write `2022` under `id` in dossier.csv" in asked(graph, path)
    load(graph, [sheets(path, "geneva", 7, dossier="id\n2022\n")])
    assert dump(graph) == dump(clean(tmp_path, [path]))


def test_one_command_takes_one_answer(tmp_path: Path) -> None:
    graph, old = tmp_path / "graph.kgl", talks(tmp_path / "files")
    explorer("--graph", graph, "load", old)
    later = talks(tmp_path / "files", CORRECTED, "later")
    assert explorer("--graph", graph, "load", later).returncode == 1
    assert explorer("--graph", graph, "load", "--replace", "--keep-both", later).returncode == 2
    done = explorer("--graph", graph, "load", "--replace", later)
    assert done.returncode == 0 and "'talks' is given up" in done.stderr
    assert "0 new, 2 changed, 12 unchanged, 0 removed" in done.stdout, "counted as if it had kept its name"


@pytest.mark.parametrize("advice", ["id", "restore", "--keep-both"])
def test_a_retracted_file_does_not_come_back_renamed_and_edited(graph: Graph, tmp_path: Path, advice: str) -> None:
    load(graph, [talks(tmp_path / "files")])
    retract(graph, "talks", why="it was forged")
    path = talks(tmp_path / "files", CORRECTED, "later")
    question = asked(graph, path)
    for words in (
        "'talks', Talks, was retracted on",
        "it was forged",
        "`id: talks`",
        "explorer restore talks",
        "--keep-both",
    ):
        assert words in question
    assert asked(graph, path, replace=True) == question
    if advice == "id":
        before = dump(graph)
        notes = load(graph, [talks(tmp_path / "files", f"id: talks\n{CORRECTED}", "later")]).notes
        assert "nothing of it was loaded" in notes[0] and dump(graph) == before
    else:
        if advice == "restore":
            restore(graph, "talks")
        load(graph, [path], keep_both=advice == "--keep-both")
        assert dump(graph) == dump(clean(tmp_path, [path]))


def test_another_file_of_a_retracted_ones_world_is_not_asked_of(tmp_path: Path) -> None:
    graph = clean(tmp_path, [talks(tmp_path / "files")])
    retract(graph, "talks")
    load(graph, [talks(tmp_path / "files", TALKS[: TALKS.index("meetings:")].replace("Talks", "People"), "people")])


def test_another_report_of_the_same_meetings_is_another_file(tmp_path: Path) -> None:
    graph = clean(tmp_path, [sheets(tmp_path / "one", "geneva", 6)])
    text = sheets(tmp_path / "two", "geneva", 6)
    for name in ("sources", "reports"):
        file = text / f"{name}.csv"
        file.write_text(
            file.read_text("utf-8").replace("geneva-paper", "wire").replace("Paper of geneva", "The wire"), "utf-8"
        )
    load(graph, [text])
    assert len(status(graph).files) == 2


def test_files_that_share_some_entities_are_not_told(tmp_path: Path) -> None:
    graph = clean(tmp_path, [talks(tmp_path / "files")])
    other = "title: Other\nactors: [{id: biden, kind: person, name: Joe Biden}]\n"
    assert load(graph, [talks(tmp_path / "files", other, "other")]).notes == []
