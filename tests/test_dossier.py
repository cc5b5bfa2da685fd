"""A dossier is read as it was written, and what it says is what the graph then holds: checked on generated ones."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from conftest import wipe
from graph_dump import clean, dump
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from explorer.graph.base import Graph
from explorer.graph.bolt import BoltGraph
from explorer.graph.embedded import EmbeddedGraph
from explorer.loading.loader import load
from explorer.names import normalize, words
from explorer.reading import dossier

Data = dict[str, Any]
#: (type, leaf, hub, source, what else it says)
Said = tuple[str, str, str, str, tuple[tuple[str, Any], ...]]


def _read(folder: Path, text: str) -> Any:
    path = folder / "written.yaml"
    path.write_bytes(text.encode())
    return dossier.read(path, "written.yaml")


def test_scalars_stay_as_written_and_every_value_knows_its_line(tmp_path: Path) -> None:
    text = "\ufefftitle: no\n\n# a comment\nsources:\n  - id: 2022-01\n    kind: on\n"
    text += "  - {id: '~', title: ~, text: 1.10}\nactors: |\n  two\n  lines\n"
    tree = _read(tmp_path, text)
    assert not tree.problems
    assert tree.data == {
        "title": "no",
        "sources": [{"id": "2022-01", "kind": "on"}, {"id": "~", "title": None, "text": "1.10"}],
        "actors": "two\nlines\n",
    }
    lines = {place: line for place, (_, line) in tree.lines.items()}
    assert lines[("title",)] == 1
    assert lines[("sources", 0, "id")] == 5 and lines[("sources", 0, "kind")] == 6
    assert lines[("sources", 1)] == lines[("sources", 1, "title")] == 7
    assert lines[("actors",)] == 8


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("title: a\ntitle: b\n", 2, "second time"),
        ("title: a\nb: {c: *d}\n", 2, "undefined alias"),
        ("title: a\n---\ntitle: b\n", 2, "single document"),
        ('title: a\nb: "c\n', 3, "scanning a quoted scalar"),
        ("title: a\n\n\nb: \x07\n", 4, "special characters are not allowed (#x0007)"),
        ("b:\n\t- c\n", 2, "cannot start any token"),
        ("a: " + "[" * 30 + "]" * 30, 1, "nested too deep"),
        ("a: " + "[" * 5000 + "]" * 5000, 1, "this is not YAML"),
        ("just words\n", 1, "a dossier is a map"),
        ("a: &b [1]\nc: [*b, *b]\n", 1, "anchors"),
    ],
)
def test_what_is_not_read_is_named_with_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    problems = _read(tmp_path, text).problems
    assert problems
    assert any(problem.line == line and words in problem.message for problem in problems), problems


def test_a_tag_makes_nothing_but_text(tmp_path: Path) -> None:
    assert _read(tmp_path, "title: !!python/object/apply:os.getcwd []\nkind: !!int 7\n").data == {
        "title": [],
        "kind": "7",
    }


def test_an_entry_of_which_only_the_actor_is_known_may_be_its_id_alone(tmp_path: Path) -> None:
    actors = "actors:\n  - {id: nato, kind: organization, name: NATO}\n  - {id: ann, kind: person, name: Ann, "
    dumps = []
    for entry in ("affiliations: nato", "affiliations: [nato]", "affiliations: [{actor: nato}]"):
        path = tmp_path / "ann.yaml"
        path.write_text(f"title: Ann\n{actors}{entry}}}\n", encoding="utf-8")
        graph = clean(tmp_path, [path])
        dumps.append([relation[:3] for relation in dump(graph)[1] if relation[0] == "AFFILIATED_WITH"])
    assert dumps == [[("AFFILIATED_WITH", "ann", "nato")]] * 3


_scalars = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufeff\ufffe\uffff")
)
_values = st.recursive(_scalars, lambda inner: st.lists(inner) | st.dictionaries(_scalars, inner), max_leaves=8)


@given(st.dictionaries(_scalars, _values))
def test_what_was_written_is_read(tmp_path_factory: pytest.TempPathFactory, data: Data) -> None:
    # Quoted, since the library writes some scalars plain that it does not read so.
    assert _read(tmp_path_factory.getbasetemp(), _yaml(data, '"')).data == data


def _yaml(data: Data, style: str | None = None) -> str:
    out, yaml = io.StringIO(), YAML(typ="safe", pure=True)
    yaml.allow_unicode = True
    yaml.default_style = style
    yaml.dump(data, out)
    return out.getvalue()


# Generated dossiers: few ids, so that everything meets everything.

_SENTENCES = {
    "paper": ["Lavrov met Blinken in Geneva.", "The talks were frank.", "They were short.", "No paper was signed."],
    "radio": ["It is said that they met.", "The talks were frank.", "Others deny it."],
}
_NAMES = ["Sergei Lavrov", "Сергей Лавров", "Antony Blinken", "no", "2022-01", "NATO", "Genève", "Zoë O’Neil", "東京"]
_DATES = ["2022-01-21", "2022-01", "2021", "2022-01-18/2022-01-20", "2022-01~", "../2022-01-23"]


def _maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(values, st.none())


def _some(values: list[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(values), unique=True, max_size=3) if values else st.just([])


def _most(values: list[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(values), unique=True, min_size=len(values) - 1)


@st.composite
def _reports(draw: st.DrawFn, places: list[str], least: int) -> list[Data]:
    found = []
    for _ in range(draw(st.integers(least, 2))):
        source = draw(st.sampled_from(sorted(_SENTENCES)))
        report = {"source": source, "quote": draw(_maybe(st.sampled_from(_SENTENCES[source])))}
        report["date"] = draw(_maybe(st.sampled_from(_DATES)))
        report["place"] = draw(_maybe(st.sampled_from(places))) if places else None
        found.append(_bare(report))
    return found


def _bare(record: Data) -> Data:
    return {name: value for name, value in record.items() if value is not None and value != []}


@st.composite
def dossiers(draw: st.DrawFn) -> Data:
    """A dossier as plain data; its sources are `paper` and `radio`."""
    names = st.sampled_from(_NAMES)

    def named(ids: list[str], more: Data) -> list[Data]:
        return [
            _bare(
                {
                    "id": each,
                    "name": draw(names),
                    "aliases": draw(_some(_NAMES)),
                    **{k: draw(v) for k, v in more.items()},
                }
            )
            for each in draw(_most(ids))
        ]

    places, topics = named(["geneva", "vienna"], {"country": _maybe(names)}), named(["peace"], {})
    actors = named(["a", "b", "c"], {"kind": st.sampled_from(["person", "state", "organization", "group"])})
    who, where, what = ([each["id"] for each in found] for found in (actors, places, topics))
    meetings: list[Data] = []
    for each in draw(_most(["m", "n"])):
        parts = [
            {"actor": actor, "reports": [_bare({**r, "date": None, "place": None}) for r in draw(_reports([], 0))]}
            for actor in draw(_some(who))
        ]
        meeting = {"id": each, "title": draw(names), "date": draw(_maybe(st.sampled_from(_DATES)))}
        meeting |= {"place": draw(_maybe(st.sampled_from(where))) if where else None, "topics": draw(_some(what))}
        meetings.append(
            _bare({**meeting, "participants": [_bare(p) for p in parts], "reports": draw(_reports(where, 1))})
        )
    held = [each["id"] for each in meetings]
    claims = [
        _bare(
            {
                "id": each, "text": draw(names), "speaker": draw(_maybe(st.sampled_from(who))) if who else None,
                "to": draw(_some(who)), "about": draw(_some(who)), "about_meetings": draw(_some(held)),
                "contradicts": [each] if draw(st.booleans()) else [], "reports": draw(_reports(where, 1)),
            }
        )
        for each in draw(_some(["x", "y"]))
    ]  # fmt: skip
    sources = [{"id": each, "title": each, "text": f"{each}.txt"} for each in _SENTENCES]
    return {"title": "G", "sources": sources, "places": places, "topics": topics, "actors": actors,
            "meetings": meetings, "claims": claims}  # fmt: skip


def _country(data: Data, place: Data) -> Data | None:
    """The country of a place: the place that is called so, else one of that name."""
    if "country" not in place:
        return None
    name = normalize(place["country"])
    called = [each["id"] for each in data["places"] if name in map(normalize, [each["name"], *each.get("aliases", [])])]
    return {"id": min(called, default=name.replace(" ", "-")), "name": place["country"]}


def _expected(data: Data, file: str) -> set[Said]:
    """What the dossier states, by the rules of the format, without any of the program's own code but names."""
    said: set[Said] = set()

    def state(kind: str, leaf: str, hub: str, source: str, **more: Any) -> None:
        said.add((kind, leaf, hub, source, tuple(sorted(_bare(more).items()))))

    countries = []
    for place in data["places"]:
        if country := _country(data, place):
            countries += [] if country["id"] in {each["id"] for each in data["places"]} else [country]
            if country["id"] != place["id"]:
                state("IN_COUNTRY", place["id"], country["id"], file)
    for record in data["places"] + countries + data["topics"] + data["actors"]:
        whole = {normalize(text) for text in [record["name"], *record.get("aliases", [])]}
        parts = {word for text in [record["name"], *record.get("aliases", [])] for word in words(text)}
        for spelling in (whole | parts) - {""}:
            state("NAMES", spelling, record["id"], file, whole=spelling in whole)
    for record in data["meetings"] + data["claims"]:
        leaf, reports = record["id"], record["reports"]
        by = {each["source"] for each in reports}
        one = by.pop() if len(by) == 1 else file
        whole_record = record if one != file else {}  # of one source alone it is all that the source says
        for each in reports:
            state("REPORTED_IN", leaf, each["source"], each["source"], quote=each.get("quote"),
                  date_text=each.get("date", whole_record.get("date")),
                  place=each.get("place", whole_record.get("place")))  # fmt: skip
        for topic in record.get("topics", []):
            state("HAS_TOPIC", leaf, topic, one)
        for part in record.get("participants", []):
            for report in part.get("reports", [{"source": one}]):
                state("HAS_PARTICIPANT", leaf, part["actor"], report["source"], quote=report.get("quote"))
        if "title" in record:
            own = {(each["place"], each["source"]) for each in reports if "place" in each}
            for place, source in own:
                state("HELD_AT", leaf, place, source)
            if "place" in record and record["place"] not in {place for place, _ in own}:
                state("HELD_AT", leaf, record["place"], file if own else one)
        if "speaker" in record:
            state("MADE_BY", leaf, record["speaker"], one, capacity="speaker")
        for name, kind in (("to", "ADDRESSED_TO"), ("about", "ABOUT"), ("about_meetings", "ABOUT")):
            for hub in record.get(name, []):
                state(kind, leaf, hub, one)
        for hub in record.get("contradicts", []):
            state("CONTRADICTS", leaf, hub, file)
    return said


def _compare(graph: Graph, data: Data, file: str) -> None:
    nodes, relations = dump(graph)
    found: set[Said] = set()
    for kind, leaf, hub, own in relations:
        more = {name: value for name, value in own if name not in ("source", "file", "key")}
        if "quote" in more:
            start, end = more.pop("quote_start"), more.pop("quote_end")
            assert " ".join(_SENTENCES[dict(own)["source"]])[start:end] == more["quote"]
        if kind != "DESCRIBED_IN":
            found.add((kind, leaf, hub, dict(own)["source"], tuple(sorted(more.items()))))
    assert found == _expected(data, file)
    labels = {"sources": "Source", "places": "Place", "topics": "Topic", "actors": "Actor", "meetings": "Meeting",
              "claims": "Claim"}  # fmt: skip
    wanted = {(label, record["id"]) for section, label in labels.items() for record in data[section]}
    wanted |= {("Place", each[2]) for each in _expected(data, file) if each[0] == "IN_COUNTRY"}
    wanted |= {("Name", each[1]) for each in _expected(data, file) if each[0] == "NAMES"}
    wanted |= {("Source", file), ("Dataset", "dataset")}
    assert {(label, dict(own)["id"]) for names, own in nodes for label in names if label not in _KINDS} == wanted
    kinds = {(each["id"], each["kind"].title()) for each in data["actors"]}
    assert {(dict(own)["id"], label) for names, own in nodes for label in names if label in _KINDS} == kinds


_KINDS = ("Person", "State", "Organization", "Group")


def _check(graph: Graph, folder: Path, before: Data, after: Data) -> None:
    for source, sentences in _SENTENCES.items():
        (folder / f"{source}.txt").write_text(" ".join(sentences), encoding="utf-8")
    path = folder / "generated.yaml"
    for data in (before, after):
        path.write_text(_yaml({k: v for k, v in data.items() if v}), encoding="utf-8")
        load(graph, [path], replace=True)
        _compare(graph, data, "generated")
    assert dump(graph) == dump(clean(folder, [path]))


@settings(max_examples=60, deadline=None)
@given(before=dossiers(), after=dossiers())
def test_generated_dossiers_say_in_the_graph_what_they_say(
    tmp_path_factory: pytest.TempPathFactory, before: Data, after: Data
) -> None:
    folder = tmp_path_factory.mktemp("generated")
    _check(EmbeddedGraph(folder / "graph.kgl"), folder, before, after)


@settings(max_examples=5, deadline=None)
@given(before=dossiers(), after=dossiers())
def test_generated_dossiers_say_the_same_in_neo4j(
    bolt: BoltGraph, tmp_path_factory: pytest.TempPathFactory, before: Data, after: Data
) -> None:
    wipe(bolt)
    _check(bolt, tmp_path_factory.mktemp("generated"), before, after)
