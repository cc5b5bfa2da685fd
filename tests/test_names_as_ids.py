"""A whole name, an alias or a title stands where an id goes, in every reference of the model, and says the same."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from graph_dump import Dump, clean, counts, dump

from explorer import model
from explorer.errors import InputError
from explorer.graph.base import Graph
from explorer.graph.embedded import EmbeddedGraph
from explorer.loading.loader import load

Data = dict[str, Any]

#: What a field of each type may hold, where a record needs one.
_VALUES = {"date": "2022-01-21", "address": "https://paper.example/1", "duration": "PT1H"}


def _record(kind: model.Kind, number: int) -> Data:
    record: Data = {"id": f"{kind.name}-id-{number}", kind.title: f"The {kind.name} № {number}"}
    for field in kind.fields:
        if field.name in kind.required and field.name not in record:
            record[field.name] = field.words[0] if field.words else _VALUES.get(field.type, "a text")
    return record


def _dossier(named: bool) -> Data:
    """Records of which the first of each kind has every reference of the kind to the second of the kind that it takes."""
    first, second = ({kind.name: _record(kind, number) for kind in model.KINDS} for number in (1, 2))

    def to(kind: str) -> str:
        return str(second[kind][model.kind_of(kind).title if named else "id"])

    data: Data = {"title": "Talks"}
    report = {"source": to("source"), "place": to("place"), "date": "2022-01-21"}
    for kind in model.KINDS:
        for reference in kind.references:
            entry: Any = to(reference.kind)
            if reference.parts:
                entry = {reference.kind: entry, "reports": [{"source": to("source")}]}
            first[kind.name][reference.name] = [entry] if reference.many else entry
        if kind.reported:
            first[kind.name]["reports"], second[kind.name]["reports"] = [report], [{"source": to("source")}]
        data[kind.plural] = [first[kind.name], second[kind.name]]
    return data


def _file(folder: Path, data: Data | str, name: str = "talks.yaml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(data if isinstance(data, str) else json.dumps(data, ensure_ascii=False, indent=1), "utf-8")
    return path


def said(graph: Graph) -> Dump:
    """All that a graph says, but what the files looked like."""
    nodes, relations = dump(graph)
    return [(labels, [own for own in every if own[0] != "sha256"]) for labels, every in nodes], relations


def _faults(graph: Graph, *paths: Path) -> list[str]:
    with pytest.raises(InputError) as caught:
        load(graph, list(paths))
    return [f"{each.line}: {each.message}" for each in caught.value.problems]


def test_every_reference_may_be_a_name_and_says_the_same(tmp_path: Path) -> None:
    graphs = [
        clean(tmp_path, [_file(tmp_path / str(named), _dossier(named))]) for named in (False, True)
    ]  # of the same file name, which the graph keeps
    assert said(graphs[0]) == said(graphs[1])
    types = {row[0] for row in said(graphs[1])[1]}
    assert {reference.relationship for kind in model.KINDS for reference in kind.references} <= types


def test_every_reference_may_name_what_only_the_graph_has(graph: Graph, tmp_path: Path) -> None:
    every = _dossier(named=True)
    known = {kind.plural: every[kind.plural][1:] for kind in model.KINDS}
    speaking = {kind.plural: every[kind.plural][:1] for kind in model.KINDS}
    by_id = {kind.plural: _dossier(named=False)[kind.plural][:1] for kind in model.KINDS}
    first = _file(tmp_path / "known", {"title": "Known", **known}, "known.yaml")
    load(graph, [first])
    path = _file(tmp_path / "names", {"title": "Talks", **speaking})
    load(graph, [path])
    assert counts(load(graph, [path])) == (0, 0, len(model.KINDS), 0)
    assert said(graph) == said(clean(tmp_path, [first, _file(tmp_path / "ids", {"title": "Talks", **by_id})]))


def test_cells_of_a_table_may_hold_names(tmp_path: Path) -> None:
    graphs = []
    for talks, paper, lavrov in (("talks", "paper", "lavrov"), ("Talks in Geneva", "The paper", "Сергей Лавров")):
        folder = tmp_path / talks / "table"
        folder.mkdir(parents=True)
        sheets: dict[str, list[list[str]]] = {
            "sources": [["id", "title"], ["paper", "The paper"]],
            "actors": [["id", "name", "kind", "aliases"], ["lavrov", "Sergei Lavrov", "person", "Сергей Лавров;Lavrov"]],
            "meetings": [["id", "title"], ["talks", "Talks in Geneva"]],
            "claims": [["id", "text", "speaker", "about_meetings"], ["frank", "They were frank.", lavrov, f"{talks};{talks}"]],
            "participants": [["meeting", "actor", "source"], [talks, lavrov, paper]],
            "reports": [["record", "source"], [talks, paper], ["frank", paper]],
        }
        for name, rows in sheets.items():
            with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as sheet:
                csv.writer(sheet).writerows(rows)
        graphs.append(clean(tmp_path, [folder]))
    assert said(graphs[0]) == said(graphs[1])


PEOPLE = """title: People
actors:
  - {id: smith, kind: person, name: John Smith, description: of the embassy}
  - {id: smith-2, kind: person, name: John Smith, description: of the bank}
  - {id: lavrov, kind: person, name: Sergei Lavrov, aliases: [Sergey Lavrov]}
places:
  - {id: geneva, name: Geneva, country: Switzerland}
sources: [{id: paper, title: The paper}]
meetings:
  - {id: first, title: Call, date: 2022-01-21, reports: [{source: paper}]}
  - {id: second, title: Call, date: 2022-01-22, reports: [{source: paper}]}
"""
MORE = """title: More
sources: [{id: radio, title: The radio}]
claims:
  - id: denial
    text: No.
    speaker: SPEAKER
    made_at: MEETING
    reports: [{}]
"""


def _more(folder: Path, speaker: str, meeting: str = "first") -> Path:
    return _file(folder, MORE.replace("SPEAKER", speaker).replace("MEETING", meeting), "more.yaml")


@pytest.fixture
def known(tmp_path: Path) -> Iterator[tuple[Graph, Path]]:
    graph = EmbeddedGraph(tmp_path / "known.kgl")
    load(graph, [_file(tmp_path, PEOPLE, "people.yaml")])
    yield graph, tmp_path


@pytest.mark.parametrize("loaded", [False, True], ids=["together", "in the graph"])
@pytest.mark.parametrize(
    ("speaker", "meeting", "fault"),
    [
        ("John Smith", "first", "6: `speaker`: 'John Smith' names several actors: write the id of one, `smith` (person, of the embassy) or `smith-2` (person, of the bank)"),
        ("lavrov", "Call", "7: `made_at`: 'Call' names several meetings: write the id of one, `first` (21 January 2022) or `second` (22 January 2022)"),
        ("Lavrov", "first", "6: `speaker`: no actor of these files or the graph is called 'Lavrov': did you mean `Sergei Lavrov` (id lavrov)?"),
        ("Geneva", "first", "6: `speaker`: no actor of these files or the graph is called 'Geneva': write the whole name or an alias, or add it under `actors:`"),
        ("lavrov", "Calls", "7: `made_at`: no meeting of these files or the graph is called 'Calls': did you mean `Call` (id first or second)?"),
        ("Sergey Lavrov, lavrov", "first", "6: `speaker`: 'Sergey Lavrov, lavrov' is several names: write `[Sergey Lavrov, lavrov]`"),
        ("Sergei Lavrov and John Smith", "first", "6: `speaker`: 'Sergei Lavrov and John Smith' is several names: write `[Sergei Lavrov, John Smith]`"),
        ("lavrov; smith-2, and Sergei Lavrov", "first", "6: `speaker`: 'lavrov; smith-2, and Sergei Lavrov' is several names: write `[lavrov, smith-2, Sergei Lavrov]`"),
        ("'?!'", "first", "6: `speaker`: no actor of these files or the graph is called '?!': write the whole name or an alias, or add it under `actors:`"),
        ("lavrof", "first", "6: there is no 'lavrof' among the actors of these files or the graph: did you mean `lavrov`?"),
    ],
)  # fmt: skip
def test_a_name_of_nobody_or_of_several_is_refused_with_what_helps(
    tmp_path: Path, known: tuple[Graph, Path], speaker: str, meeting: str, fault: str, loaded: bool
) -> None:
    graph, folder = known if loaded else (EmbeddedGraph(tmp_path / "new.kgl"), tmp_path)
    paths = [_more(folder, speaker, meeting), *([] if loaded else [_file(folder, PEOPLE, "people.yaml")])]
    assert _faults(graph, *paths) == [fault]


def test_names_that_the_graph_lacks_are_told_alike_on_each_engine(graph: Graph, tmp_path: Path) -> None:
    load(graph, [_file(tmp_path, PEOPLE, "people.yaml")])
    wrong = "    to: [Lavrov, John Smith]\n    topics: Frankness\n    about_meetings: [Call, Talks]\n"
    path = _file(tmp_path, MORE.replace("SPEAKER", "SERGEY LAVROV").replace("MEETING", "first") + wrong, "more.yaml")
    assert [fault.partition(" (")[0] for fault in _faults(graph, path)] == [
        "9: `to`: 'John Smith' names several actors: write the id of one, `smith`",
        "9: `to`: no actor of these files or the graph is called 'Lavrov': did you mean `Sergei Lavrov`",
        "10: `topics`: no topic of these files or the graph is called 'Frankness': write the whole name or an alias, or add it under `topics:`",
        "11: `about_meetings`: 'Call' names several meetings: write the id of one, `first`",
        "11: `about_meetings`: no meeting of these files or the graph is called 'Talks': write the whole name or an alias, or add it under `meetings:`",
    ]


def test_a_name_means_what_its_own_file_calls_so(known: tuple[Graph, Path]) -> None:
    graph, folder = known
    own = "actors: [{id: third, kind: person, name: John Smith}]\n"
    path = _file(folder, MORE.replace("SPEAKER", "john smith").replace("MEETING", "first") + own, "more.yaml")
    load(graph, [path])
    assert [row[1:3] for row in dump(graph)[1] if row[0] == "MADE_BY"] == [("denial", "third")]


@pytest.mark.parametrize("together", [True, False], ids=["together", "one by one"])
def test_namesakes_that_are_decided_to_be_one_are_one(tmp_path: Path, together: bool) -> None:
    people = _file(tmp_path, PEOPLE, "people.yaml")
    decided = _file(tmp_path, "title: Decided\nsame: [[smith-2, smith]]\n", "decided.yaml")
    paths = [people, decided, _more(tmp_path, "John Smith")]
    graph = EmbeddedGraph(tmp_path / "graph.kgl")
    for each in [paths] if together else [[path] for path in paths]:
        load(graph, each)
    assert [row[1:3] for row in dump(graph)[1] if row[0] == "MADE_BY"] == [("denial", "smith-2")]
    assert counts(load(graph, paths))[:2] == (0, 0)


def test_an_id_is_that_id_whatever_else_is_called_so(known: tuple[Graph, Path]) -> None:
    graph, folder = known
    own = "actors: [{id: other, kind: person, name: lavrov}]\n"
    path = _file(folder, MORE.replace("SPEAKER", "lavrov").replace("MEETING", "first") + own, "more.yaml")
    load(graph, [path])
    assert [row[1:3] for row in dump(graph)[1] if row[0] == "MADE_BY"] == [("denial", "lavrov")]


def test_a_name_that_a_file_no_longer_gives_is_not_found(known: tuple[Graph, Path]) -> None:
    graph, folder = known
    load(graph, [_more(folder, "Sergey Lavrov")])
    people = _file(folder, PEOPLE.replace(", aliases: [Sergey Lavrov]", ""), "people.yaml")
    assert _faults(graph, people, folder / "more.yaml") == [
        "6: `speaker`: no actor of these files or the graph is called 'Sergey Lavrov': did you mean `Sergei Lavrov` (id lavrov)?"
    ]
