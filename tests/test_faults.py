"""Each folder under faults/ holds one fault, and expected.txt: what is said of it, one message a line.

A line of expected.txt is `FILE:LINE: words | more words`, all of which the message must hold. What stands in a folder
`before` is loaded first, and must be left as it is. `ten-at-once` is the one folder with many faults.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from test_loading import dump

from explorer.errors import InputError, Problem, UsageError
from explorer.graph.base import Graph
from explorer.graph.embedded import EmbeddedGraph
from explorer.loading.loader import load

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
