"""A file that was renamed takes over what it said; one that was edited too is told, with what is not followed of it."""

from __future__ import annotations

from pathlib import Path

from dossiers import TALKS, talks
from graph_dump import clean, dump

from explorer.loading.loader import load
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


def test_a_renamed_and_edited_file_is_told_with_what_is_not_followed(tmp_path: Path) -> None:
    graph = clean(tmp_path, [talks(tmp_path / "files")])
    notes = load(graph, [talks(tmp_path / "files", TALKS.replace("date: 2021-12-07", "date: 2021-12-08"), "later")]).notes
    looks = next(note for note in notes if "looks like the file 'talks'" in note)
    assert "`id: talks`" in looks and "explorer retract talks" in looks
    disagree = next(note for note in notes if "disagree on `date`" in note)
    assert "'2021-12-07' is kept" in disagree and "'talks'" in disagree and "'2021-12-08'" in disagree
    assert "later.yaml:" in disagree


def test_files_that_share_some_entities_are_not_told(tmp_path: Path) -> None:
    graph = clean(tmp_path, [talks(tmp_path / "files")])
    other = "title: Other\nactors: [{id: biden, kind: person, name: Joe Biden}]\n"
    assert load(graph, [talks(tmp_path / "files", other, "other")]).notes == []
