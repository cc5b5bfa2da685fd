"""A dossier in its short form says what it says in the long one.

Ids are left out, names stand for ids, dates are in words, `source` is that of a block, claims stand inside their meeting.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from graph_dump import clean, counts, dump
from test_names_as_ids import said

from explorer import model
from explorer.errors import InputError
from explorer.graph.base import Graph
from explorer.graph.embedded import EmbeddedGraph
from explorer.loading.loader import load

TEXTS = {
    "paper.txt": "On 21 January Ann Lee and Боб met in Geneva. Ann Lee, the minister, was the host. Both called it frank.\n",
    "radio.txt": "They saw each other on 20 January. Nothing was agreed, said Ann Lee.\n",
}
LONG = """title: Talks
sources:
  - {id: the-paper, title: The paper, text: paper.txt, published: 2022-01-22}
  - {id: radio, title: Radio, text: radio.txt}
places:
  - {id: geneva, name: Geneva}
topics:
  - {id: arms-control, name: Arms control}
actors:
  - {id: utopia, kind: state, name: Utopia}
  - id: ann-lee
    kind: person
    name: Ann Lee
    affiliations:
      - {actor: utopia, role: Minister, since: 2021-05, reports: [{source: the-paper, quote: "Ann Lee, the minister"}]}
  - {id: bob, kind: person, name: Боб, part_of: utopia}
meetings:
  - id: 2022-01-21-talks-in-geneva
    title: Talks in Geneva
    date: 2022-01-21
    place: geneva
    topics: [arms-control]
    participants:
      - {actor: ann-lee, role: host, reports: [{source: the-paper, quote: was the host}]}
      - bob
    reports: [{source: the-paper, quote: On 21 January Ann Lee and Боб met in Geneva.}]
  - id: 2022-01-20-2022-01-22-meeting
    title: Meeting
    date: 2022-01-20/2022-01-22
    participants: [ann-lee]
    reports: [{source: radio, quote: They saw each other on 20 January.}, {source: the-paper, place: geneva}]
claims:
  - id: undated
    text: They agree.
    speaker: bob
    reports: [{source: the-paper}]
  - id: 2022-01-21-it-was-frank
    text: It was frank.
    speaker: [ann-lee, bob]
    date: 2022-01-21
    made_at: 2022-01-21-talks-in-geneva
    topics: [arms-control]
    reports: [{source: the-paper, quote: Both called it frank.}]
  - id: 2022-01-20-2022-01-22-nothing-was-agreed
    text: Nothing was agreed.
    speaker: ann-lee
    date: 2022-01-20/2022-01-22
    made_at: 2022-01-20-2022-01-22-meeting
    contradicts: [undated]
    reports: [{source: radio, quote: "Nothing was agreed, said Ann Lee."}]
"""
SHORT = """title: Talks
source: The paper
sources:
  - {title: The paper, text: paper.txt, published: 22 January 2022}
  - {title: Radio, text: radio.txt}
places:
  - name: Geneva
topics:
  - name: Arms control
actors:
  - {kind: state, name: Utopia}
  - kind: person
    name: Ann Lee
    affiliations: {actor: Utopia, role: Minister, since: May 2021, reports: "Ann Lee, the minister"}
  - {kind: person, name: Боб, part_of: Utopia}
meetings:
  - title: Talks in Geneva
    date: 21 January 2022
    place: Geneva
    topics: Arms control
    participants: [{actor: ann lee, role: host, reports: was the host}, Bob]
    reports: On 21 January Ann Lee and Боб met in Geneva.
    claims:
      - {text: It was frank., speaker: [Ann Lee, Боб], topics: Arms control, reports: Both called it frank.}
  - title: Meeting
    date: 20–22 January 2022
    participants: Ann Lee
    reports: [{source: Radio, quote: They saw each other on 20 January.}, {place: Geneva}]
    claims:
      - text: Nothing was agreed.
        speaker: Ann Lee
        contradicts: They agree.
        source: Radio
        reports: Nothing was agreed, said Ann Lee.
claims:
  - {id: undated, text: They agree., speaker: Боб, source: The paper}
"""


def _file(folder: Path, text: str, name: str = "talks.yaml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for each, content in TEXTS.items():
        (folder / each).write_text(content, encoding="utf-8")
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def _refused(graph: Graph, *paths: Path) -> list[str]:
    with pytest.raises(InputError) as caught:
        load(graph, list(paths))
    return [f"{Path(each.file).name}:{each.line}: {each.message}" for each in caught.value.problems]


def _ids(graph: Graph, label: str) -> set[str]:
    return {dict(own)["id"] for labels, own in dump(graph)[0] if label in labels}


def test_the_short_form_says_what_the_long_form_says(tmp_path: Path) -> None:
    graphs = [clean(tmp_path, [_file(tmp_path / name, text)]) for name, text in (("long", LONG), ("short", SHORT))]
    assert said(graphs[0]) == said(graphs[1])


def test_what_stands_inside_a_source_is_reported_by_it(tmp_path: Path) -> None:
    inside = """title: Talks
sources:
  - title: The paper
    text: paper.txt
    meetings:
      - {title: Talks in Geneva, date: 2022-01-21, reports: [Боб met in Geneva], claims: {text: It was frank., reports: Both called it frank.}}
    claims: [{text: Nobody lost.}]
  - {title: Radio, text: radio.txt}
"""
    long = """title: Talks
sources: [{id: the-paper, title: The paper, text: paper.txt}, {id: radio, title: Radio, text: radio.txt}]
meetings:
  - {id: 2022-01-21-talks-in-geneva, title: Talks in Geneva, date: 2022-01-21, reports: [{source: the-paper, quote: Боб met in Geneva}]}
claims:
  - {id: 2022-01-21-it-was-frank, text: It was frank., date: 2022-01-21, made_at: 2022-01-21-talks-in-geneva, reports: [{source: the-paper, quote: Both called it frank.}]}
  - {id: nobody-lost, text: Nobody lost., reports: [{source: the-paper}]}
"""
    graphs = [clean(tmp_path, [_file(tmp_path / name, text)]) for name, text in (("long", long), ("inside", inside))]
    assert said(graphs[0]) == said(graphs[1])


def test_faults_inside_a_block_are_named_with_their_own_line(tmp_path: Path) -> None:
    text = SHORT.replace("Both called it frank", "Both called it brief").replace("contradicts: They agree.", "contradict: x")
    faults = _refused(EmbeddedGraph(tmp_path / "g.kgl"), _file(tmp_path, text))
    assert [fault.split(":")[1] for fault in faults] == ["24", "32"], faults


def test_a_meeting_of_several_sources_leaves_a_claim_inside_to_name_its_own(tmp_path: Path) -> None:
    text = SHORT.replace("source: The paper\nsources", "sources").replace("        source: Radio\n", "")
    faults = _refused(EmbeddedGraph(tmp_path / "g.kgl"), _file(tmp_path, text))
    assert "talks.yaml:32: `source` is missing: this file has 2 sources, so a report names its own" in faults


def test_cells_may_leave_ids_out_and_name_the_source_of_a_row(tmp_path: Path) -> None:
    folder = tmp_path / "table"
    _file(folder, "", "unused.txt")
    sheets = {
        "sources": "title,text\nThe paper,paper.txt\nRadio,radio.txt\n",
        "actors": "name,kind\nAnn Lee,person\n",
        "meetings": "title,date,source\nTalks in Geneva,21.01.2022,The paper\nVisit,,Radio\n",
        "participants": "meeting,actor\nTalks in Geneva,Ann Lee\nvisit,ann-lee\n",
        "reports": "record,quote\ntalks in geneva,met in Geneva\n",
    }
    for name, text in sheets.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    graph = clean(tmp_path, [folder])
    reported = [(start, end, dict(own).get("quote")) for type, start, end, own in dump(graph)[1] if type == "REPORTED_IN"]
    assert reported == [("2022-01-21-talks-in-geneva", "the-paper", "met in Geneva"), ("visit", "radio", None)]


@pytest.mark.parametrize(
    ("record", "id"),
    [
        ("topics: [{name: Règlement & “arms”}]", "reglement-arms"),
        ("actors: [{kind: person, name: Сергей Лавров}]", "sergey-lavrov"),
        ("actors: [{kind: organization, name: U.S. State Dept.}]", "us-state-dept"),
        ("places: [{name: Genf}, {name: Zug}]", "genf"),
        ("meetings: [{title: Call, date: January 2022, source: The paper}]", "2022-01-call"),
        ("meetings: [{title: Call, source: The paper}]", "call"),
        ("claims: [{text: 'No.', date: 1.13.2022, source: The paper}]", "2022-01-13-no"),
    ],
)  # fmt: skip
def test_an_id_left_out_is_made_of_name_or_date_and_title(tmp_path: Path, record: str, id: str) -> None:
    graph = clean(tmp_path, [_file(tmp_path, f"title: T\nsources: [{{title: The paper}}]\n{record}\n")])
    assert id in _ids(graph, model.kind_of(record.partition(":")[0]).label)


def test_long_texts_that_begin_alike_get_different_ids_which_other_records_do_not_change(tmp_path: Path) -> None:
    texts = ["word " * 40 + end for end in ("one", "two")]
    claims = [f"  - {{text: {text}, source: The paper}}\n" for text in texts]
    head = "title: T\nsources: [{title: The paper}]\nclaims:\n"
    both = _ids(clean(tmp_path, [_file(tmp_path / "1", head + "".join(claims))]), "Claim")
    assert len(both) == 2 and all(len(id) <= 90 for id in both)
    assert _ids(clean(tmp_path, [_file(tmp_path / "2", head + claims[1])]), "Claim") < both


def _with_dates(written: str) -> str:
    """A dossier in which every field of the model that takes a date, and a report, has this one."""
    data: dict[str, Any] = {"title": "T", "sources": []}
    for kind in model.KINDS:
        record = {"id": kind.name, kind.title: kind.name, "kind": "person" if kind.further_labels else None}
        record |= {field.name: written for field in kind.fields if field.type == "date"}
        for reference in kind.references:
            dated = [part.name for part in reference.parts if part.type == "date"]
            if dated:
                record[reference.name] = [{reference.kind: reference.kind, **dict.fromkeys(dated, written)}]
        if kind.reported:
            record["reports"] = [{"source": "source", "date": written}]
        data[kind.plural] = [{name: value for name, value in record.items() if value is not None}]
    return json.dumps(data)


def test_every_date_may_be_written_as_people_write_it(tmp_path: Path) -> None:
    short = clean(tmp_path, [_file(tmp_path / "1", _with_dates("18–20 January 2022"))])
    long = clean(tmp_path, [_file(tmp_path / "2", _with_dates("2022-01-18/2022-01-20"))])
    assert said(short) == said(long)
    assert str(said(short)).count("2022-01-18/2022-01-20") > 6


FIRST = """title: First
sources: [{id: paper, title: The paper}]
actors: [{id: georgia, kind: state, name: Georgia}, {kind: person, name: Ann Lee}, {id: kim, kind: person, name: Kim Stone}]
claims: [{text: No comment., date: 2022-01-21, speaker: Ann Lee, source: paper}]
"""


def test_a_made_id_that_another_file_has_is_the_same_entity_and_that_is_said(graph: Graph, tmp_path: Path) -> None:
    load(graph, [_file(tmp_path, FIRST, "first.yaml")])
    more = "topics: [{name: Nothing}]\nplaces: [{name: Bern}]\n"
    second = _file(tmp_path, FIRST.replace("First", "Second").replace("id: georgia, ", "") + more, "second.yaml")
    summary = load(graph, [second], keep_both=True)
    taken = ((3, "georgia"), (3, "ann-lee"), (4, "2022-01-21-no-comment"))
    assert sorted(note for note in summary.notes if "is taken to be" in note) == sorted(
        f"{second}:{line}: this is taken to be '{id}' of 'first': if it is not, give it an `id` of its own"
        for line, id in taken
    )
    assert _ids(graph, "Actor") == {"georgia", "ann-lee", "kim"}
    again = load(graph, [second])
    assert again.notes == [] and counts(again)[:2] == (0, 0)


def test_many_made_ids_that_other_files_have_do_not_drown_the_rest(tmp_path: Path) -> None:
    names = [f"  - {{name: Topic {number}}}" for number in range(40)]
    graph = clean(tmp_path, [_file(tmp_path, "\n".join(["title: First", "topics:", *names]), "first.yaml")])
    other = "actors: [{id: ann, kind: person, name: Ann Lee}, {id: lee, kind: person, name: Ann Lee}]"
    path = _file(tmp_path, "\n".join(["title: Second", other, "topics:", *names[:30]]), "second.yaml")
    notes = load(graph, [path], keep_both=True).notes
    taken = [note for note in notes if "taken to be" in note]
    assert [note.split(": ")[0] for note in taken] == [f"{path}:{line}" for line in (4, 5, 6, 7)]
    assert "this and 26 more are taken to be what other files describe, this 'topic-3' of 'first'" in taken[3]
    assert any("'lee' has the name 'Ann Lee'" in note for note in notes) and len(notes) <= 6


@pytest.mark.parametrize("together", [True, False], ids=["together", "one by one"])
@pytest.mark.parametrize(
    ("second", "fault"),
    [
        ("actors: [{kind: person, name: Georgia}]", "3: 'georgia', which is made of this one's name, is the id of a state in 'first'"),
        ("actors: [{kind: person, name: Kim}]", "3: the id 'kim', which is made of this one's name, is that of 'Kim Stone' in 'first'"),
        ("claims: [{text: No comment., date: 2022-01-21, speaker: Kim Stone, source: paper}, {text: So., source: paper}]", "3: a claim of this date and text is somebody else's in 'first'"),
    ],
)  # fmt: skip
def test_a_made_id_that_is_somebody_else_is_refused(
    graph: Graph, tmp_path: Path, second: str, fault: str, together: bool
) -> None:
    first = _file(tmp_path, FIRST, "first.yaml")
    path = _file(tmp_path, f"title: Second\nsources: [{{id: paper, title: The paper}}]\n{second}\n", "second.yaml")
    if not together:
        load(graph, [first])
    paths = [first, path] if together else [path]
    assert _refused(graph, *paths) == [f"second.yaml:{fault}: give this one an `id` of its own"]
