"""Nothing is a part of itself, not by way of others either: whatever closes a circle is refused, with who says the rest."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from graph_dump import dump

from explorer.errors import InputError
from explorer.graph.base import Graph
from explorer.graph.embedded import EmbeddedGraph
from explorer.loading.loader import load


def write(folder: Path, name: str, plural: str, parts: Iterable[str], more: str = "") -> Path:
    """A file in which a record a line is called by a letter and is a part of another: `ab` is a in b, `c` is in none."""
    lines = ["title: Parts", more, "sources: [{id: paper, title: Paper}]", f"{plural}:"]
    for own, *whole in parts:
        needed = {"actors": "kind: organization, name", "places": "name", "meetings": "source: paper, title"}[plural]
        lines.append(f"  - {{id: {own}, {needed}: The {own}{f', part_of: {whole[0]}' if whole else ''}}}")
    path = folder / f"{name}.yaml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def refused(graph: Graph, paths: list[Path]) -> list[str]:
    """What is said of the files, by file and line; the graph stays as it is."""
    before = dump(graph)
    with pytest.raises(InputError) as caught:
        load(graph, paths)
    assert dump(graph) == before
    return [f"{Path(each.file).stem}:{each.line}: {each.message}" for each in caught.value.problems]


@pytest.fixture
def new(tmp_path: Path) -> Graph:
    """An embedded graph that is not there yet."""
    return EmbeddedGraph(tmp_path / "graph.kgl", missing_ok=True)


@pytest.mark.parametrize("plural", ["places", "actors", "meetings"])
def test_a_circle_in_one_file(new: Graph, tmp_path: Path, plural: str) -> None:
    [said] = refused(new, [write(tmp_path, "one", plural, ["ab", "bc", "ca", "da", "e"])])
    assert said == (
        "one:7: 'a' is a part of 'b', which is a part of 'c', which is a part of 'a', "
        "and nothing is a part of itself: take one `part_of` away"
    )


def test_every_circle_is_told_and_a_long_one_is_cut(new: Graph, tmp_path: Path) -> None:
    said = refused(
        new, [write(tmp_path, "one", "places", ["ab", "ba", "cc", "de", "ef", "fg", "gh", "hi", "ij", "jk", "kd"])]
    )
    assert len(said) == 3 and "'c' cannot be a part of itself" in said[1]
    assert "'i', which is a part of 2 more, which is a part of 'd'" in said[2]


@pytest.mark.parametrize("plural", ["places", "actors", "meetings"])
def test_a_circle_across_files_and_with_the_graph(graph: Graph, tmp_path: Path, plural: str) -> None:
    one, two = write(tmp_path, "one", plural, ["ab", "b"]), write(tmp_path, "two", plural, ["bc", "c"])
    three = write(tmp_path, "three", plural, ["ca", "a"])
    load(graph, [one, two])
    [said] = refused(graph, [three])
    assert said == (
        "three:5: 'a' is a part of 'b' (in the file 'one'), which is a part of 'c' (in the file 'two'), "
        "which is a part of 'a', and nothing is a part of itself: take one `part_of` away"
    )
    assert len(refused(graph, [three, two])) == 1
    load(graph, [write(tmp_path, "three", plural, ["c", "a"])])
    load(graph, [write(tmp_path, "two", plural, ["b", "c"]), write(tmp_path, "three", plural, ["ca", "a"])])


@pytest.mark.parametrize("before", [False, True])
def test_a_decision_that_closes_a_circle(new: Graph, tmp_path: Path, before: bool) -> None:
    one, two = write(tmp_path, "one", "places", ["ab", "b"]), write(tmp_path, "two", "places", ["xy", "y"])
    same = tmp_path / "same.yaml"
    same.write_text("title: Same\nsame:\n  - [a, y]\n  - [b, x]\n", encoding="utf-8")
    if before:
        load(new, [one, two])
    [said] = refused(new, [same] if before else [one, two, same])
    assert said.startswith("same:" if before else "two:5:") and "'a' is a part of 'b'" in said
    assert ("(in the file 'two')" in said) is before and ("take this decision back" in said) is before
    load(new, [one, two])
    same.write_text("title: Same\nsame: [[a, b]]\n", encoding="utf-8")
    load(new, [same])


def test_a_decision_that_is_taken_back_and_opens_a_circle(new: Graph, tmp_path: Path) -> None:
    same = tmp_path / "same.yaml"
    same.write_text("title: Same\nsame: [[a, b]]\n", encoding="utf-8")
    one, two = write(tmp_path, "one", "places", ["ab", "b"]), write(tmp_path, "two", "places", ["ba", "a"])
    load(new, [one, two, same])
    same.write_text("title: Same\ndifferent: [[a, b]]\n", encoding="utf-8")
    [said] = refused(new, [same])
    assert said.startswith("same:2:") and "'a' is a part of 'b' (in the file 'one'), which is" in said


def test_a_circle_of_memberships_is_none_of_parts(new: Graph, tmp_path: Path) -> None:
    path = tmp_path / "members.yaml"
    people = [
        f"  - {{id: {a}, kind: person, name: {a}, affiliations: [{{actor: {b}}}]}}" for a, b in ("ab", "bc", "ca")
    ]
    path.write_text("\n".join(["title: Members", "actors:", *people]), encoding="utf-8")
    assert load(new, [path]).new == 3


def test_the_cost_grows_with_the_file(new: Graph, tmp_path: Path) -> None:
    """A chain of five thousand places is no circle; that its end closes it is found as well."""
    chain = [f"  - {{id: p{n}, name: The place {n}, part_of: p{n + 1}}}" for n in range(5000)]
    path = tmp_path / "chain.yaml"
    for last, code in (("", 0), (", part_of: p0", 1)):
        lines = ["title: Chain", "places:", *chain, f"  - {{id: p5000, name: The last{last}}}"]
        path.write_text("\n".join(lines), encoding="utf-8")
        if code:
            assert len(refused(new, [path])) == 1
        else:
            assert load(new, [path]).new == 5001
