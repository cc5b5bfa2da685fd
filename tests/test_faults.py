"""Each folder under faults/ holds one fault, and expected.txt: what is said of it, one message a line.

A line of expected.txt is `FILE:LINE: words | more words`, all of which the message must hold. What stands in a folder
`before` is loaded first, and must be left as it is. `ten-at-once` is the one folder with many faults.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from graph_dump import dump

from explorer.errors import InputError, Problem, UsageError
from explorer.graph.base import Graph
from explorer.graph.embedded import EmbeddedGraph
from explorer.loading.loader import load
from explorer.reading import dossier, input_files
from explorer.reading.input_files import Format

FAULTS = sorted(path for path in (Path(__file__).parent / "faults").iterdir() if path.is_dir())
FIRST = [folder for folder in FAULTS if not (folder / "before").is_dir()]
LATER = [folder for folder in FAULTS if (folder / "before").is_dir()]


def _paths(folder: Path) -> list[Path]:
    if any(folder.glob("*.csv")):
        return [folder]
    return sorted(path for path in folder.rglob("*.yaml") if path.parent.name != "before")


def _expected(folder: Path) -> list[str]:
    return (folder / "expected.txt").read_text(encoding="utf-8").splitlines()


def _missed(folder: Path, problems: list[Problem]) -> list[str]:
    """The lines of expected.txt that no message fits."""
    given = [f"{Path(each.file).relative_to(folder)}:{each.line}: {each.message}" for each in problems]
    missed = []
    for line in _expected(folder):
        head, *more = line.split(" | ")
        place, _, words = head.partition(": ")
        if not any(each.startswith(f"{place}: ") and all(w in each for w in [words, *more]) for each in given):
            missed.append(line)
    return missed


def _refused(graph: Graph, folder: Path) -> None:
    with pytest.raises(InputError) as caught:
        load(graph, _paths(folder))
    problems = caught.value.problems
    assert not _missed(folder, problems), caught.value
    assert len(problems) == len(_expected(folder)), caught.value
    assert str(caught.value).endswith("nothing was written.")
    assert (caught.value.exit_code, caught.value.status) == (1, 400)


def test_there_are_many_kinds_of_fault() -> None:
    assert len(FAULTS) > 60


@pytest.mark.parametrize("folder", FIRST, ids=lambda folder: folder.name)
def test_a_fault_is_named_and_nothing_is_written(folder: Path, tmp_path: Path) -> None:
    place = tmp_path / "graphs" / "new.kgl"
    _refused(EmbeddedGraph(place), folder)
    assert not place.parent.exists()


@pytest.mark.parametrize("folder", LATER, ids=lambda folder: folder.name)
def test_a_fault_is_named_and_the_graph_is_as_it_was(folder: Path, graph: Graph) -> None:
    load(graph, [folder / "before"])
    before, version = dump(graph), graph.dataset()
    _refused(graph, folder)
    assert dump(graph) == before
    assert graph.dataset() == version


def test_ten_faults_are_named_in_one_run_on_either_engine(graph: Graph) -> None:
    folder = next(each for each in FAULTS if each.name == "ten-at-once")
    with pytest.raises(InputError) as caught:
        load(graph, _paths(folder))
    assert len(caught.value.problems) >= 10
    assert not _missed(folder, caught.value.problems)
    assert dump(graph) == ([], [])
    assert graph.dataset() is None


def test_a_faulty_file_keeps_the_good_ones_beside_it_out(tmp_path: Path) -> None:
    good = tmp_path / "good.yaml"
    good.write_text("title: Good\nactors:\n  - {id: putin, kind: person, name: Vladimir Putin}\n", encoding="utf-8")
    bad = FAULTS[0].parent / "impossible-date" / "dossier.yaml"
    with pytest.raises(InputError):
        load(EmbeddedGraph(tmp_path / "g.kgl"), [good, bad])
    assert not (tmp_path / "g.kgl").exists()


def test_faults_of_all_files_are_named_at_once(tmp_path: Path) -> None:
    names = ("bad-yaml", "not-utf-8", "impossible-date", "csv-impossible-date")
    folders = [FAULTS[0].parent / name for name in names]
    with pytest.raises(InputError) as caught:
        load(EmbeddedGraph(tmp_path / "g.kgl"), [path for folder in folders for path in _paths(folder)])
    named = {Path(problem.file).relative_to(FAULTS[0].parent).parts[0] for problem in caught.value.problems}
    assert named == set(names)


@pytest.mark.parametrize(
    ("name", "words"),
    [("missing.yaml", "is not there"), ("note.txt", "is neither a dossier"), (".", "holds neither dossiers nor CSV")],
)
def test_a_path_that_cannot_be_loaded_is_a_wrong_use(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "note.txt").write_text("A note.", encoding="utf-8")
    with pytest.raises(UsageError, match=words) as caught:
        load(EmbeddedGraph(tmp_path / "graphs" / "g.kgl"), [tmp_path / name])
    assert "name a dossier (.yaml), a folder of dossiers or a folder of CSV files" in str(caught.value)
    assert not (tmp_path / "graphs").exists()


def test_a_further_format_is_one_entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "talks.json").write_text('{"title": "Talks", "topics": [{"id": "gas", "name": "Gas"}]}', "utf-8")
    (tmp_path / "talks.txt").write_text("Talks", encoding="utf-8")
    graph = EmbeddedGraph(tmp_path / "graphs" / "g.kgl")
    with pytest.raises(UsageError, match="holds neither dossiers nor CSV files"):
        load(graph, [tmp_path])
    as_json = Format("a dossier in JSON (.json)", "dossiers in JSON", (".json",), False, dossier.read)
    monkeypatch.setattr(input_files, "FORMATS", (*input_files.FORMATS, as_json))
    assert load(graph, [tmp_path]).new == 1
    with pytest.raises(UsageError, match="a folder of CSV files, a dossier in JSON .* or a folder of dossiers in JSON"):
        load(graph, [tmp_path / "talks.txt"])


@pytest.mark.parametrize("typed", ["../one.yaml", "../sub/../one.yaml", "../../files/one.yaml"])
def test_where_a_text_may_lie_does_not_depend_on_how_the_path_is_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    folder = tmp_path / "files"
    (folder / "sub").mkdir(parents=True)
    (folder / "beside.txt").write_text("Beside.", encoding="utf-8")
    (tmp_path / "above.txt").write_text("Above.", encoding="utf-8")
    lines = ["title: One", "sources:", "  - {id: a, title: A, text: beside.txt}"]
    dossier = folder / "one.yaml"
    dossier.write_text("\n".join([*lines, "  - {id: b, title: B, text: ../above.txt}"]), encoding="utf-8")
    monkeypatch.chdir(folder / "sub")
    assert load(EmbeddedGraph(tmp_path / "g.kgl"), [Path(typed)]).new == 2
    dossier.write_text("\n".join([*lines, "  - {id: b, title: B, text: ../../outside.txt}"]), encoding="utf-8")
    with pytest.raises(InputError, match="lies outside of") as caught:
        load(EmbeddedGraph(tmp_path / "g.kgl"), [Path(typed)])
    assert len(caught.value.problems) == 1


def test_what_cannot_be_read_in_a_folder_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    (folder / "folder.yaml").mkdir(parents=True)
    (folder / "good.yaml").write_text("title: Good\ntopics:\n  - {id: gas, name: Gas}\n", encoding="utf-8")
    assert load(EmbeddedGraph(tmp_path / "g.kgl"), [folder]).new == 1
    (folder / "a-dangling.yaml").symlink_to("nowhere")
    (folder / "b-circle.yaml").symlink_to("b-circle.yaml")
    (folder / "topics.csv").mkdir()
    with pytest.raises(InputError) as caught:
        load(EmbeddedGraph(tmp_path / "g.kgl"), [folder])
    named = [(Path(each.file).name, each.message.partition(":")[0]) for each in caught.value.problems]
    assert named == [
        *((name, "this file cannot be read") for name in ("a-dangling.yaml", "b-circle.yaml")),
        ("topics.csv", "this is a folder, not a file"),
    ]
