"""What an answer looks like as JSON, CSV and in a terminal; test_answers_in_notebooks.py has the rest."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from explorer.answers import csv_json
from explorer.answers.answer import Answer, Choice, Choices
from explorer.catalogue.query_file import Column
from explorer.cli import terminal

LONG = "A sentence that does not fit in one line of a narrow terminal, and is told whole nevertheless, word by word."
COLUMNS = [
    Column("date", "date"),
    Column("meeting", "meeting"),
    Column("place", "place"),
    Column("with", "actor list"),
    Column("reports", "integer"),
    Column("open", "boolean"),
    Column("evidence", "evidence list"),
]


def evidence(source: str, quote: str | None, **more: Any) -> dict[str, Any]:
    found = {"source": source, "title": source.title(), "kind": "article", "quote": quote, "start": 1, "end": 2}
    return {**found, "page": None, **more}


ROWS: list[dict[str, Any]] = [
    {
        "date": "2022-01",
        "meeting": {"id": "m1", "title": "=Talks"},
        "place": None,
        "with": [{"id": "a1", "name": "Ann, A."}, {"id": "b1", "name": 'Bob "B"'}],
        "reports": 2,
        "open": True,
        "evidence": [
            evidence("register", LONG),
            evidence("register", "does not fit in one line"),
            evidence("letter", None),
            evidence("dossier", None, kind="dossier", title="My work"),
            evidence("book", "They\n met.", page="12"),
        ],
    },
    {"date": None, "meeting": None, "place": {"id": "p1", "name": "Genève"}, "with": [], "reports": None, "open": None}
    | {"evidence": []},
]


def answer(rows: list[dict[str, Any]] = ROWS, columns: list[Column] = COLUMNS, **more: Any) -> Answer:
    given = {"actor": {"type": "actor", "id": "lavrov", "name": "Sergei Lavrov"}, "since": date(2022, 1, 1), "until": None, "limit": 5}
    found: dict[str, Any] = {"question": "meetings", "title": "Meetings", "parameters": given, "columns": columns}
    found |= {"rows": rows, "truncated": False, "engine": "embedded", "dataset": "v1", "milliseconds": 1.5}
    return Answer(**{**found, **more})


CHOICES = Choices(
    "smith",
    "'smith' names several actors. Which one is meant?",
    [
        Choice("meetings", "Meetings", "meetings of John Smith", {"actor": "john-smith"}, "person, a baker"),
        Choice("between", "Between", "between Jo Smith and …", {"actor": "it's"}, "", ("other_one",)),
    ],
)


def printed(result: Answer | Choices, width: int = 80) -> str:
    out = io.StringIO()
    console = Console(file=out, width=width)
    if isinstance(result, Choices):
        terminal.print_choices(result, console, "explorer --graph 'my graph'")
    else:
        terminal.print_answer(result, console)
    return out.getvalue()


def cells(result: Answer) -> list[list[str]]:
    return list(csv.reader(io.StringIO(csv_json.to_csv(result), newline="")))


def test_json_has_the_one_shape() -> None:
    found = json.loads(csv_json.to_json(answer()))
    assert list(found) == [
        *("question", "title", "summary", "parameters", "columns", "rows", "count", "truncated", "notes"),
        *("understood", "engine", "dataset", "milliseconds"),
    ]
    assert found["parameters"]["since"] == "2022-01-01" and found["parameters"]["actor"]["id"] == "lavrov"
    assert found["columns"][0] == {"name": "date", "type": "date"}
    assert found["rows"] == ROWS and found["count"] == 2
    assert "Genève" in csv_json.to_json(answer())


def test_json_of_choices() -> None:
    found = json.loads(csv_json.to_json(CHOICES))
    assert [choice["parameters"] for choice in found["choices"]] == [{"actor": "john-smith"}, {"actor": "it's"}]
    assert found["choices"][1]["missing"] == ["other_one"]


def test_csv_has_names_and_ids_and_evidence_in_words() -> None:
    head, first, second = cells(answer())
    assert head == [
        *("date", "meeting", "meeting_id", "place", "place_id", "with", "with_id", "reports", "open", "evidence"),
    ]
    assert first[:9] == ["2022-01", "'=Talks", "m1", "", "", 'Ann, A.; Bob "B"', "a1; b1", "2", "true"]
    assert first[9].startswith(f'register: "{LONG}"; register: "does not fit') and "; letter; dossier; " in first[9]
    assert second == ["", "", "", "Genève", "p1", "", "", "", "", ""]
    assert csv_json.to_csv(answer()).count("\r\n") == 3


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
def test_a_cell_is_never_a_formula_and_keeps_its_text(text: str) -> None:
    column = Column("said", "string")
    ((said,),) = cells(answer([{"said": text}], [column]))[1:] or [[""]]
    assert not said.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert said.replace("\r\n", "\n").removeprefix("'") == text.replace("\r\n", "\n").removeprefix("'")


def test_numbers_stay_numbers() -> None:
    assert cells(answer([{"n": -5}], [Column("n", "integer")]))[1] == ["-5"]


def test_a_record_shows_each_source_with_its_words() -> None:
    assert printed(answer(ROWS[:1])).split("\n") == [
        "Meetings",
        "actor: Sergei Lavrov · since: 1 January 2022",
        "",
        "January 2022  =Talks",
        '  with     Ann, A., Bob "B"',
        "  reports  2",
        "  open     yes",
        "    Register",
        "      “A sentence that does not fit in one line of a narrow terminal, and is",
        "      told whole nevertheless, word by word.”",
        "    Book",
        "      “They met.”, p. 12",
        "    Letter (no quote)",
        "    editor: My work",
        "",
        "1 row",
        "",
    ]


@pytest.mark.parametrize("width", [40, 80, 120])
def test_lines_fit_the_terminal(width: int) -> None:
    assert max(map(len, printed(answer(), width).split("\n"))) <= width


def test_rows_without_evidence_form_a_table() -> None:
    columns = [Column("actor", "actor"), Column("first_met", "date"), Column("meetings", "integer")]
    rows = [{"actor": {"id": "a", "name": "Ann"}, "first_met": "2022", "meetings": 12}]
    lines = printed(answer(rows, columns, notes=["Only the first row is shown."])).split("\n")
    assert any(line.split() == ["actor", "first", "met", "meetings"] for line in lines)
    assert any(line.split() == ["Ann", "2022", "12"] for line in lines)
    assert lines[-3:] == ["1 row", "Only the first row is shown.", ""]


def test_an_answer_without_rows_says_so() -> None:
    assert "Nothing found." in printed(answer([]))


def test_what_would_steer_the_terminal_or_the_markup_is_shown_as_text() -> None:
    rows = [{"said": "\x1b[2J[bold]x[/bold]\u202e", "evidence": [evidence("s", "\x07[red]q")]}]
    out = printed(answer(rows, [Column("said", "string"), Column("evidence", "evidence list")]))
    assert "\x1b" not in out and "\x07" not in out and "\u202e" not in out
    assert "[bold]x[/bold]" in out and "[red]q" in out


def test_choices_show_what_to_type() -> None:
    out = printed(CHOICES)
    assert " 1. meetings of John Smith  (person, a baker)" in out
    assert "explorer --graph 'my graph' run meetings --actor john-smith" in out
    assert "run between --actor 'it'\"'\"'s' --other-one ..." in out
