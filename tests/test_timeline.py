"""The meetings and claims of an answer in order of time, alike on both engines, and the steps of looking closer."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from conftest import DOSSIERS, ENGINES, SAMPLE, TABLE, Filled
from engines import Unavailable, do_without
from hypothesis import given
from hypothesis import strategies as st

from explorer.answers.answer import Answer
from explorer.catalogue import catalogue
from explorer.catalogue.query_file import Column
from explorer.connection import Connection
from explorer.graph.base import Graph
from explorer.graph.embedded import EmbeddedGraph
from explorer.loading.loader import load
from explorer.pictures.timeline import scale
from explorer.pictures.timeline.build import MOST, timeline
from explorer.pictures.timeline.elements import Item, Timeline
from explorer.pictures.timeline.zoom import zoomed
from explorer.settings import Settings
from explorer.statements import Statement

CATALOGUE = catalogue.load(None)
#: Date as written, and what an item of it is.
PRECISIONS = {
    "2022-01-21": ("day", False, date(2022, 1, 21), date(2022, 1, 21)),
    "2022-01-21~": ("day", True, date(2022, 1, 21), date(2022, 1, 21)),
    "2022-02": ("month", False, date(2022, 2, 1), date(2022, 2, 28)),
    "2022-02?": ("month", True, date(2022, 2, 1), date(2022, 2, 28)),
    "2021": ("year", False, date(2021, 1, 1), date(2021, 12, 31)),
    "2021-22": ("interval", False, date(2021, 6, 1), date(2021, 8, 31)),
    "202X": ("interval", False, date(2020, 1, 1), date(2029, 12, 31)),
    "2022-01-18/2022-01-20": ("interval", False, date(2022, 1, 18), date(2022, 1, 20)),
    "../2022-01-23": ("interval", False, None, date(2022, 1, 23)),
    "2022-01-19/..": ("interval", False, date(2022, 1, 19), None),
    None: ("interval", False, None, None),
}


def dossier(folder: Path, dates: list[str | None], status: str = "held") -> Path:
    """A file with a meeting `m0`, `m1`, ... and a claim `c0`, ... of Ann's for each of these dates."""
    (folder / "text.txt").write_text("They met.", encoding="utf-8")
    lines = [
        "title: Many",
        "sources:",
        "  - {id: s, title: S, text: text.txt}",
        "actors:",
        "  - {id: ann, kind: person, name: Ann}",
    ]
    ends = [f", date: '{text}'" if text else "" for text in dates]
    lines.append("meetings:")
    lines += [
        f"  - {{id: m{n}, title: Meeting {n}, status: {status}, participants: [ann], reports: ['They met.']{end}}}"
        for n, end in enumerate(ends)
    ]
    lines.append("claims:")
    lines += [
        f"  - {{id: c{n}, text: Claim {n}, speaker: ann, reports: ['They met.']{end}}}" for n, end in enumerate(ends)
    ]
    file = folder / "many.yaml"
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def asked(graph: Graph, name: str, **parameters: object) -> Answer:
    """The answer to a question of the catalogue."""
    answer = Connection(graph, CATALOGUE, Settings()).run(name, parameters)
    assert isinstance(answer, Answer)
    return answer


def _day(day: date) -> Item:
    return Item("meeting", day.isoformat(), "Talks", day, day, day.isoformat(), False, "held")


def test_each_precision_is_kept(graph: Graph, tmp_path: Path) -> None:
    load(graph, [dossier(tmp_path, list(PRECISIONS), status="planned")])
    found = timeline(graph, asked(graph, "timeline", actor="ann"), timeout=20)
    items = {item.key: item for item in (*found.items, *found.undated)}
    for number, (text, kept) in enumerate(PRECISIONS.items()):
        meeting, claim = items.pop(f"meeting:m{number}"), items.pop(f"claim:c{number}")
        assert (meeting.label, meeting.status) == (f"Meeting {number}", "planned")
        assert (claim.label, claim.status) == (f"Claim {number}", "")
        for item in (meeting, claim):
            assert (item.precision, item.circa, item.first, item.last) == kept
            assert item.date_text == (text or "") and (item in found.undated) == (text is None)
    assert not items and found.whole == (found.begin, found.end)
    assert found.begin <= date(2020, 1, 1) and date(2029, 12, 31) <= found.end


@pytest.mark.parametrize("engine", ENGINES)
def test_a_timeline_is_the_same_on_both_engines(filled: Filled, engine: str) -> None:
    if not DOSSIERS:
        do_without(Unavailable("no real dossiers beside this checkout (../shared/data/dossiers)"))
    graph, other = (filled(each, [SAMPLE, TABLE, *DOSSIERS]) for each in (engine, "embedded"))
    for name, values in {
        "timeline": {"actor": "lavrov"},
        "claims-by": {"actor": "lavrov"},
        "who-met": {"actor": "blinken"},
        "meetings-during": {"since": "2021", "until": "2022"},
    }.items():
        found = timeline(graph, asked(graph, name, **values), timeout=20)
        assert found.items and found == timeline(other, asked(other, name, **values), timeout=20)


def test_each_is_there_once_in_order_of_time_and_of_id(graph: Graph, tmp_path: Path) -> None:
    load(graph, [dossier(tmp_path, ["2022-02", "2022-01-05", None, "../2022-01-05", "2022-01-05"])])
    meetings, claim = [{"id": f"m{n}", "title": ""} for n in range(5)], {"id": "c1", "text": ""}
    columns = [Column("all", "meeting list"), Column("meeting", "meeting"), Column("claim", "claim")]
    rows = [
        {"all": meetings, "meeting": None, "claim": claim},
        {"all": [], "meeting": {"id": "m1"}, "claim": {"id": "gone"}},
    ]
    answer = Answer("q", "Q", {}, columns, rows, False, graph.engine, None, 1.0)
    found = timeline(graph, answer)
    assert [item.id for item in found.items] == ["c1", "m1", "m3", "m4", "m0"]
    assert [item.id for item in found.undated] == ["m2"]


def test_what_lies_outside_is_counted_and_what_may_lie_within_is_shown(graph: Graph, tmp_path: Path) -> None:
    load(graph, [dossier(tmp_path, ["2021-12-31", "2022-01", "2022-02-01", "../2022-01-05", "2021/..", "2019", None])])
    answer = asked(graph, "meetings-involving", actor="ann")
    found = timeline(graph, answer, since=date(2022, 1, 10), until=date(2022, 1, 12))
    assert ({item.id for item in found.items}, found.outside) == ({"m1", "m4"}, 4)
    assert (found.begin, found.end) == (date(2022, 1, 10), date(2022, 1, 12))
    assert [item.id for item in found.undated] == ["m6"]
    assert found.whole == timeline(graph, answer).whole
    assert timeline(graph, answer, since=date(2022, 1, 12), until=date(2022, 1, 10)) == found, "named the wrong way"
    one_sided = timeline(graph, answer, since=date(2025, 1, 1))
    assert [item.id for item in one_sided.items] == ["m4"]
    assert one_sided.begin == date(2025, 1, 1) < one_sided.end
    earlier = timeline(graph, answer, until=date(2018, 1, 1))
    assert [item.id for item in earlier.items] == ["m3"]
    assert earlier.begin < earlier.end == date(2018, 1, 1)


def test_at_most_so_many_are_shown_and_the_rule_is_said(graph: Graph, tmp_path: Path) -> None:
    days = [(date(2000, 1, 1) + timedelta(days=n)).isoformat() for n in range(MOST // 2 + 5)]
    load(graph, [dossier(tmp_path, list(days))])
    found = timeline(graph, asked(graph, "timeline", actor="ann", limit=1000))
    assert (len(found.items), found.left_out) == (MOST, 10)
    assert found.rule == "The first 300 of 310 meetings and claims are shown, in the order of the rows."
    assert max(item.first for item in found.items if item.first) == date.fromisoformat(days[MOST // 2 - 1])
    newest_first = timeline(graph, asked(graph, "meetings-involving", actor="ann", limit=1000))
    assert (len(newest_first.items), newest_first.left_out, newest_first.rule) == (MOST // 2 + 5, 0, "")


def test_one_day_and_nothing_have_an_axis_too(graph: Graph, tmp_path: Path) -> None:
    load(graph, [dossier(tmp_path, ["2022-01-21"])])
    found = timeline(graph, asked(graph, "meetings-involving", actor="ann"))
    assert (found.begin, found.end) == (date(2022, 1, 18), date(2022, 1, 24))
    empty = timeline(graph, asked(graph, "meetings-involving", actor="ann", since="2030"))
    assert not empty.items and empty.begin < empty.end and empty.whole is None


def test_one_statement_for_all_kinds(sample: Connection) -> None:
    statements: list[str] = []

    class Listening(EmbeddedGraph):
        def read(self, statement: Statement, *arguments, **options):  # type: ignore[no-untyped-def]
            statements.append(statement.name)
            return super().read(statement, *arguments, **options)

    graph = Listening(Path(sample.graph.place))
    timeline(graph, asked(sample.graph, "timeline", actor="lavrov"))
    assert statements == ["pictures/dated"]


DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


@given(DAYS, st.integers(0, 250 * 366), st.integers(5, 15))
def test_ticks_fit_every_span(begin: date, days: int, most: int) -> None:
    end = scale.moved(begin, days)
    found = scale.ticks(begin, end, most)
    assert all(begin <= tick.day <= end for tick in found)
    assert all(one.day < other.day for one, other in zip(found, found[1:], strict=False))
    assert min(2, (end - begin).days + 1) <= len(found) <= max(most, 15)
    assert found[0].year or found[0].label == f"{found[0].day.year:04d}", "which year it is"


@pytest.mark.parametrize(
    ("begin", "end", "labels"),
    [
        (date(2022, 1, 21), date(2022, 1, 21), ["21 Jan"]),
        (date(2022, 1, 30), date(2022, 2, 2), ["30 Jan", "31 Jan", "1 Feb", "2 Feb"]),
        (date(2022, 1, 1), date(2022, 2, 10), ["3 Jan", "10 Jan", "17 Jan", "24 Jan", "31 Jan", "7 Feb"]),
        (date(2021, 11, 1), date(2022, 2, 28), ["1 Nov", "15 Nov"]),
        (date(2021, 1, 1), date(2021, 12, 31), ["Jan", "Feb", "Mar"]),
        (date(2019, 1, 1), date(2022, 6, 1), ["Jan", "Apr", "Jul", "Oct", "Jan"]),
        (date(2010, 1, 1), date(2022, 6, 1), ["2010", "2011", "2012"]),
        (date(1900, 1, 1), date(2022, 6, 1), ["1900", "1910", "1920"]),
        (date(1000, 1, 1), date(2022, 6, 1), ["1000", "1100", "1200"]),
    ],
)
def test_ticks_are_units_of_the_calendar(begin: date, end: date, labels: list[str]) -> None:
    assert [tick.label for tick in scale.ticks(begin, end)][: len(labels)] == labels


@given(DAYS, st.integers(0, 3_000_000))
def test_a_rounded_span_holds_what_it_is_made_of(first: date, days: int) -> None:
    last = scale.moved(first, days)
    begin, end = scale.rounded(first, last)
    assert begin <= first <= last <= end
    assert (end - begin).days >= 6 or date.min in (begin, end) or date.max in (begin, end)
    assert (end - begin).days <= max(13, 2 * (last - first).days + 2) or (last - first).days > 365


@given(DAYS, st.integers(0, 400 * 366), DAYS, st.integers(6, 3000 * 366))
def test_steps_stay_in_the_calendar_and_in_reason(begin: date, days: int, first: date, length: int) -> None:
    end, whole = scale.moved(begin, days), (first, scale.moved(first, length))
    steps = zoomed(Timeline((), begin, end, whole=whole))
    assert list(steps) == ["in", "out", "earlier", "later", "all"]
    days = (end - begin).days + 1
    for name, span in steps.items():
        if span is not None:
            assert date.min <= span[0] <= span[1] <= date.max and span != (begin, end), name
    if inward := steps["in"]:
        assert begin <= inward[0] and inward[1] <= end and 7 <= (inward[1] - inward[0]).days + 1 < days
    if out := steps["out"]:
        assert out[0] <= begin and end <= out[1] and (out[1] - out[0]).days <= 501 * 366
    if earlier := steps["earlier"]:
        assert earlier[0] < begin and earlier[1] - earlier[0] == end - begin
    if later := steps["later"]:
        assert end < later[1] and later[1] - later[0] == end - begin
    assert (steps["earlier"] is None) == (begin <= whole[0]) and (steps["later"] is None) == (end >= whole[1])


def test_steps_of_a_year() -> None:
    year = (date(2021, 1, 1), date(2021, 12, 31))
    whole = (date(2000, 1, 1), date(2021, 12, 31))
    assert zoomed(Timeline((_day(date(2021, 5, 5)),), *year, whole=whole)) == {
        "in": (date(2021, 4, 2), date(2021, 9, 30)),
        "out": (date(2020, 10, 2), date(2022, 4, 1)),
        "earlier": (date(2020, 7, 3), date(2021, 7, 2)),
        "later": None,
        "all": whole,
    }
    assert zoomed(Timeline((), *whole, whole=whole))["all"] is None
    week = (date(2022, 1, 3), date(2022, 1, 9))
    assert zoomed(Timeline((), *week, whole=week)) == dict.fromkeys(("in", "out", "earlier", "later", "all"))
