"""The line above an answer: how many, when first and last, where, who; in shell, page, JSON, notebook and library."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any, get_args

import openpyxl
import pytest
from click.testing import CliRunner
from odd_values import DATES, EACH, TEXTS, dossier, identifier, write

import explorer
from explorer.answers.answer import Answer
from explorer.answers.summary import Aspect, summary
from explorer.asking.parameters import Understood
from explorer.catalogue import catalogue
from explorer.catalogue.query_file import QueryFile
from explorer.catalogue.query_reader import parse
from explorer.cli import main
from explorer.connection import Connection
from explorer.errors import CatalogueError
from explorer.web import create_app

ASPECTS: list[Aspect | None] = [None, *get_args(Aspect)]
NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()

#: Question, what is given, and the line, read off the three texts of the sample.
SAMPLE: list[tuple[str, dict[str, Any], str]] = [
    (
        "meetings-between",
        {"actor": "lavrov", "other": "blinken"},
        "Five meetings held, one cancelled; first on 19 May 2021 in Reykjavik, last on 21 January 2022 in Geneva / "
        "Hotel President Wilson; with Ann Linde, OSCE Ministerial Council, Guy Parmelin and 2 more",
    ),
    (
        "meetings-between",
        {"actor": "lavrov", "other": "zelenskyy"},
        "No meeting of the two is recorded; both met Antony Blinken and Joe Biden",
    ),
    (
        "meetings-between",
        {"actor": "lavrov", "other": "zelenskyy", "since": "2022"},
        "No meeting of the two is recorded since 1 January 2022; both met Antony Blinken",
    ),
    (
        "meetings-between",
        {"actor": "lavrov", "other": "zelenskyy", "place": "Geneva"},
        "No meeting of the two is recorded in Geneva",
    ),
    (
        "meetings-involving",
        {"actor": "blinken", "place": "Kyiv"},
        "One meeting, on 19 January 2022 in Kyiv; with Dmytro Kuleba and Volodymyr Zelenskyy; three sources",
    ),
    (
        "meetings-involving",
        {"actor": "lavrov", "limit": 3},
        "At least three meetings, not all held; newest on 21 January 2022 in Geneva / Hotel President Wilson; with "
        "Antony Blinken",
    ),
    (
        "claims-to",
        {"actor": "us"},
        "Five claims; first on 18 March 2021, last on 10 January 2022; said by Yang Jiechi, Sergei Ryabkov, Russian "
        "Foreign Ministry and 1 more",
    ),
    ("claims-by", {"actor": "linde"}, "No claim by Ann Linde is recorded"),
    (
        "who-met",
        {"actor": "blinken"},
        "24 actors: Sergei Lavrov (five times), Lloyd Austin (twice), Dmytro Kuleba (twice) and 21 more; first on 16 "
        "March 2021, last on 21 January 2022",
    ),
    ("who-met", {"actor": "blinken", "limit": 1}, "At least one person: Sergei Lavrov (five times)"),
    ("met-both", {"actor": "lavrov", "other": "zelenskyy"}, "Two people: Antony Blinken and Joe Biden"),
    ("participants-of", {"meeting": "2022-02-24-blinken-lavrov"}, "Two people invited: Antony Blinken and Sergei Lavrov"),
    (
        "offices-of",
        {"actor": "lavrov"},
        "Two posts: Russian Foreign Ministry (Foreign Minister, since March 2004) and Russia (Foreign Minister)",
    ),
    ("path-between", {"actor": "lavrov", "other": "zelenskyy"}, "Two chains; with Joe Biden and Antony Blinken"),
    ("differing-reports", {}, "Five differences"),
    ("sources-of-meeting", {"meeting": "2022-01-21-blinken-lavrov"}, "Three sources and one loaded file"),
    (
        "timeline",
        {"actor": "lavrov"},
        "Five meetings, three claims and one cancelled meeting; first on 19 May 2021, last on 21 January 2022",
    ),
    ("search", {"words": "zzz"}, "Nothing is found for “zzz”"),
]


@pytest.mark.parametrize(("question", "given", "line"), SAMPLE)
def test_the_line_says_what_the_rows_say(sample: Connection, question: str, given: dict[str, Any], line: str) -> None:
    assert asked(sample, question, given).summary == line


@pytest.mark.parametrize(
    ("aspect", "line"),
    [
        ("count", "Two meetings; first on 30 November 2021 – 1 December 2021 in Riga, last on 12 January 2022 in Brussels; with Alexander Grushko, Russia-NATO Council and Dmytro Kuleba"),
        ("yesno", "Yes, twice; last on 12 January 2022 in Brussels"),
        ("when", "Twice: on 30 November 2021 – 1 December 2021 in Riga and on 12 January 2022 in Brussels"),
        ("first", "First on 30 November 2021 – 1 December 2021 in Riga; last on 12 January 2022 in Brussels; two meetings"),
        ("last", "Last on 12 January 2022 in Brussels; first on 30 November 2021 – 1 December 2021 in Riga; two meetings"),
        ("where", "In Brussels and Riga; two meetings; first on 30 November 2021 – 1 December 2021 in Riga, last on 12 January 2022 in Brussels"),
        ("who", "Alexander Grushko, Russia-NATO Council and Dmytro Kuleba; two meetings; first on 30 November 2021 – 1 December 2021 in Riga, last on 12 January 2022 in Brussels"),
    ],
)  # fmt: skip
def test_what_is_asked_after_comes_first(sample: Connection, aspect: Aspect, line: str) -> None:
    question = sample.catalogue["meetings-between"]
    understood = sample.values(question, {"actor": "us", "other": "nato"})
    assert isinstance(understood, Understood)
    assert sample.answer(question, replace(understood, aspect=aspect)).summary == line


#: Meetings of Ann with others, for what dates, places and statuses may be.
TALKS = """\
title: Talks
sources: [{id: paper, title: Paper}]
actors:
  - {id: ann, kind: person, name: Ann Arden}
  - {id: bob, kind: person, name: Bob Birk}
  - {id: cleo, kind: person, name: Cleo Crane}
  - {id: dora, kind: person, name: Dora Dale}
  - {id: eve, kind: person, name: Eve Elm}
places: [{id: ulm, name: Ulm}, {id: bern, name: Bern}]
meetings:
"""
MEETING = "  - {{id: m{0}, title: Meeting {0}, participants: [ann, {1}]{2}, reports: [{{source: paper}}]}}\n"


@pytest.fixture
def talks(tmp_path: Path) -> Iterator[Any]:
    """Gives the line on meetings of Ann and Bob that have these fields."""
    with explorer.connect(tmp_path / "talks.kgl") as graph:

        def line(*fields: str, aspect: Aspect | None = None, **more: Any) -> str:
            meetings = [MEETING.format(number, "bob", field and f", {field}") for number, field in enumerate(fields)]
            (tmp_path / "talks.yaml").write_text(TALKS + "".join(meetings), encoding="utf-8")
            graph.load([tmp_path / "talks.yaml"])
            answer = asked(graph, "meetings-between", {"actor": "ann", "other": "bob", **more})
            return summary(graph.catalogue["meetings-between"], answer.parameters, answer.rows, answer.truncated, aspect)

        yield line


def test_a_date_is_told_no_more_exactly_than_it_is(talks: Any) -> None:
    assert talks("date: 2022-01") == "One meeting, in January 2022; one source"
    assert talks("date: 2022-01-18/2022-01-20") == "One meeting, on 18–20 January 2022; one source"
    assert talks("date: 2022~") == "One meeting, around 2022; one source"
    assert talks("date: ../2022-01-23") == "One meeting, until 23 January 2022; one source"
    assert talks("date: 202X") == "One meeting, in the 2020s; one source"
    assert talks("date: 2021-05-04", "date: 2022-21") == "Two meetings; first on 4 May 2021, last in spring 2022"


def test_what_may_be_earlier_or_later_is_said(talks: Any) -> None:
    three = talks("date: 2022-01-10", "date: 2022-01-21", 'date: "2022"')
    assert three == (
        "Three meetings; first on 10 January 2022 (one dated 2022 may be earlier), "
        "last on 21 January 2022 (one dated 2022 may be later)"
    )
    assert talks("date: 2022-01-21", 'date: "2022"') == "Two meetings; in 2022 and on 21 January 2022"
    assert talks("date: 2022-01-21", "date: 2022-01-21") == "Two meetings; both on 21 January 2022"
    assert talks("date: 2022-01-21, place: ulm", "date: 2022-01-21") == "Two meetings; both on 21 January 2022, one in Ulm"


def test_what_has_no_date_is_counted_and_said(talks: Any) -> None:
    assert talks("", "date: 2022-01-10", "date: 2022-01-21") == (
        "Three meetings; first on 10 January 2022, last on 21 January 2022, one without a date"
    )
    assert talks("", "") == "Two meetings; all without a date"
    assert talks("", "date: 2022-01-21", aspect="last") == "One on 21 January 2022, one without a date; two meetings"
    assert talks("") == "One meeting, without a date; one source"


def test_what_was_not_held_is_not_counted_as_held(talks: Any) -> None:
    held, planned, cancelled = "date: 2022-01-10", "date: 2022-03-01, status: planned", "date: 2022-02-24, status: cancelled"
    assert talks(held, held, planned) == "Two meetings held, one planned; both on 10 January 2022"
    assert talks(held, planned, aspect="last") == "On 10 January 2022; one meeting held, one planned"
    assert talks(planned) == "One meeting planned, on 1 March 2022; one source"
    assert talks(planned, aspect="yesno") == "Not as far as is recorded; one meeting planned; on 1 March 2022"
    assert talks(planned, cancelled) == "One meeting planned, one cancelled"
    assert talks(planned, held, aspect="yesno") == "Yes, once; on 10 January 2022"


def test_places_are_counted(talks: Any) -> None:
    in_ulm, in_bern = "date: 2022-01-10, place: ulm", "date: 2022-01-12, place: bern"
    where = talks(in_ulm, in_ulm, in_bern, "date: 2022-01-11", aspect="where")
    assert where.startswith("In Ulm (twice) and Bern, one without a place; four meetings; first")


def test_a_cut_answer_claims_no_more_than_it_shows(talks: Any) -> None:
    days = [f"date: 2022-01-{day:02d}" for day in range(1, 6)]
    assert talks(*days, limit=2) == "At least two meetings; newest on 5 January 2022"
    assert talks(*days, limit=2, aspect="first") == "At least two meetings; newest on 5 January 2022"
    assert talks(*days, limit=2, aspect="last") == "Newest on 5 January 2022; at least two meetings"
    assert talks(*days, limit=2, aspect="yesno") == "Yes, at least twice; newest on 5 January 2022"


def test_an_order_that_is_not_of_time_claims_no_newest(sample: Connection) -> None:
    assert "newest" not in asked(sample, "without-quote", {"limit": 1}).summary
    assert "newest" not in asked(sample, "timeline", {"actor": "lavrov", "limit": 2}).summary
    assert sample.catalogue["meetings-in"].order == "newest first"
    assert sample.catalogue["timeline"].order == "oldest first"
    assert [sample.catalogue[name].order for name in ("who-met", "search", "neighbourhood", "without-quote")] == [""] * 4


def numbers(line: str) -> list[int]:
    """The numbers in the first part of a line."""
    words = re.split(r"[;:]|, (?=(?:on|in|around|until|from|possibly|without)\b)", line)[0].lower().split()
    return [NUMBERS.index(word) if word in NUMBERS else int(word.replace(",", "")) for word in words if word in NUMBERS or re.fullmatch(r"[\d,]+", word)]


def fits(question: QueryFile, answer: Answer) -> None:
    """The count of the line is the number of rows, or of different things that a column has."""
    for aspect in ASPECTS:
        line = summary(question, answer.parameters, answer.rows, answer.truncated, aspect)
        assert line and "None" not in line and "\n" not in line and not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e]", line)
    if answer.rows:
        counted = sum(numbers(summary(question, answer.parameters, answer.rows, answer.truncated, "count")))
        different = [len({json.dumps(row[column.name], default=str) for row in answer.rows}) for column in answer.columns]
        assert counted in (len(answer), *different), (question.name, answer.summary)


def test_every_question_has_its_line_over_the_sample(sample: Connection) -> None:
    given = {"actor": ["lavrov", "us"], "meeting": ["2022-01-21-blinken-lavrov"], "place": ["geneva"], "topic": ["nato"]}
    given |= {"source": ["geneva-notes"], "date": ["2020"], "date last": ["2023"], "words": ["geneva"], "actor organization": ["ru"]}
    given |= {"string": ["foreign minister"]}
    given["claim"] = [asked(sample, "claims-on", {"topic": "nato"}).rows[0]["claim"]["id"]]
    for question in sample.catalogue.values():
        turns = {name: iter(values) for name, values in given.items()}
        values = {each.name: next(turns[each.declared]) for each in question.parameters if each.required}
        for limit in (1, 2, 100):
            fits(question, asked(sample, question.name, {**values, "limit": limit}))


@pytest.mark.parametrize("turn", range(3))
def test_every_question_has_its_line_over_odd_values(tmp_path: Path, turn: int) -> None:
    at = turn * len(DATES) // 3
    with explorer.connect(tmp_path / "odd.kgl") as graph:
        graph.load([write(tmp_path, dossier([*TEXTS[at:], *TEXTS[:at]], [*DATES[at:], *DATES[:at]]))])
        for question in graph.catalogue.values():
            needed = [each for each in question.parameters if each.required]
            fits(question, asked(graph, question.name, {each.name: odd(each.declared, n) for n, each in enumerate(needed)}))


def odd(declared: str, number: int) -> str:
    """A value of that type: of actors the third is the first organization."""
    plain = {"words": "arden", "date": "0001", "date last": "9999", "actor organization": identifier("actor", 2)}
    return plain.get(declared) or identifier(declared, number % EACH)


HOSTILE = "<script>alert(1)</script>"


def test_the_line_is_the_same_everywhere(tmp_path: Path) -> None:
    file = tmp_path / "talks.yaml"
    file.write_text(TALKS.replace("Cleo Crane", f'"{HOSTILE}"') + MEETING.format(1, "cleo", ", date: 2022-01, place: ulm"))
    with explorer.connect(tmp_path / "talks.kgl") as graph:
        graph.load([file])
        answer = asked(graph, "meetings-involving", {"actor": "ann"})
        line = f"One meeting, in January 2022 in Ulm; with {HOSTILE}; one source"
        assert answer.summary == answer.to_dict()["summary"] == answer.to_df().attrs["summary"] == line
        client = create_app(graph).test_client()
        page = client.get("/questions/meetings-involving?actor=ann").text
        assert line in unescape(re.sub("<[^>]*>", " ", page)) and HOSTILE not in page
        assert page.index("</h1>") < page.index('<p class="summary">') < page.index("<table")
        assert client.get("/questions/meetings-involving.json?actor=ann").json["summary"] == line  # type: ignore[index]
        notebook = answer._repr_html_()
        assert line in unescape(notebook) and HOSTILE not in notebook
        book = openpyxl.load_workbook(io.BytesIO(client.get("/questions/meetings-involving.xlsx?actor=ann").data))
        assert ["summary", line] in [[cell.value for cell in row] for row in book["About"].iter_rows()]
        shown = CliRunner().invoke(main, ["--graph", str(tmp_path / "talks.kgl"), "ask", "meetings involving Ann Arden"])
        assert line in " ".join(shown.output.split())


QUESTION = """\
// What is asked
//
// What it answers.
//
// {tag}
// @param  limit   integer = 100  most rows
// @return meeting meeting        the meeting
// @return times   integer        how often
MATCH (m:Meeting)
RETURN m {{.id, .title}} AS meeting, 2 AS times
ORDER BY m.id
LIMIT $limit
"""


def test_a_question_of_ones_own_has_a_line_too(tmp_path: Path, sample_file: Path) -> None:
    (tmp_path / "own.cypher").write_text(QUESTION.format(tag="@counts reply / replies"))
    own = catalogue.load(tmp_path)
    with explorer.connect(sample_file) as graph:
        answer = asked(Connection(graph.graph, own, graph.settings), "own", {"limit": 3})
    assert answer.summary == "At least three replies"


@pytest.mark.parametrize(
    ("tag", "fault"),
    [
        ("@none No meeting of {actor}", "5: {actor} is no parameter that is always given: name one that is"),
        ("@counts link in chain", "5: 'chain' is no column: count by one that is declared"),
        ("@otherwise nothing both met {who}", "5: @otherwise names no question: 'nothing'"),
        ("@otherwise met-both both met {who}", "5: met-both needs other parameters: name a question that needs the same"),
        ("@otherwise most-connected most met {times}", "5: @otherwise has no such slot: say what its rows tell, with one column of entities of most-connected in braces"),
    ],
)  # fmt: skip
def test_a_tag_that_does_not_fit_is_told(tmp_path: Path, tag: str, fault: str) -> None:
    (tmp_path / "own.cypher").write_text(QUESTION.format(tag=tag))
    with pytest.raises(CatalogueError) as error:
        catalogue.load(tmp_path)
    assert f"{tmp_path / 'own.cypher'}:{fault}" in str(error.value)


def test_an_order_is_read_off_the_statement() -> None:
    for order, expected in {
        "m.date DESC, m.id": "newest first",
        "m.date IS NULL, m.date, m.id": "oldest first",
        "times DESC, m.date": "",
        "size(m.date), m.id": "",
    }.items():
        question = parse(QUESTION.format(tag="@theme Talks").replace("BY m.id", f"BY {order}"), Path("own.cypher"))
        assert question.order == expected, order


def asked(graph: Connection, question: str, given: dict[str, Any]) -> Answer:
    found = graph.run(question, given)
    assert isinstance(found, Answer), found
    return found


ODD_TYPES = """\
// What a user may return
//
// Values that are not what their names and types say.
//
// @param  limit  integer = 100  most rows
// @return date   date           a year as a number
// @return who    actor          who
// @return status string         a number
// @return role   integer list   numbers
// @return since  date           a number
MATCH (who:Actor {id: 'lavrov'})
RETURN 2022 AS date, who {.id, .name, .kind} AS who, 3 AS status, [1, 2] AS role, 5 AS since
LIMIT $limit
"""


def test_values_of_another_type_do_not_break_the_line(tmp_path: Path, sample_file: Path) -> None:
    (tmp_path / "own.cypher").write_text(ODD_TYPES)
    with explorer.connect(sample_file) as graph:
        answer = asked(Connection(graph.graph, catalogue.load(tmp_path), graph.settings), "own", {})
    assert answer.summary == "One person: Sergei Lavrov (1 / 2, since 5); in 2022"
