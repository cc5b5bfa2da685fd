"""What the program must show on the real dossiers, on each engine: in Python, in the shell and on the web.

An article and a register tell of the talks of 21 January 2022: one meeting, in Geneva, which only the register says.
Without the register Geneva is gone; with it again all is as it was.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import command_line
import pytest
from conftest import DOSSIERS, ENGINES, Emptied
from dossiers import REAL
from flask.testing import FlaskClient
from graph_dump import dump
from page_reader import Page

import explorer
from explorer.answers.answer import Answer
from explorer.errors import NotFound
from explorer.settings import from_environment
from explorer.web import create_app

pytestmark = REAL
ASKED = "meetings involving Lavrov"
TALKS, PRESS = "2022-01-21-blinken-lavrov", "2022-01-21-press-conferences"
BLINKEN = {"id": "blinken", "name": "Antony Blinken", "kind": "person"}
ARTICLE = ("article-2022-01-23", "Biden met with his national security team on Russia and Ukraine", "news article")
REGISTER = ("state-travels", "Travels of the Secretary of State", "register")
MET = (
    "On January 21, talks were held between US Secretary of State Anthony Blinken and Russian Foreign Minister "
    "Sergei Lavrov."
)
ENDED = "The one and a half hour meeting ended without much results."
SPOKE = "As a result of the meeting, the parties separately held press conferences."
ENTRY = (
    "4048. Antony John Blinken, 2022-01-21 to 2022-01-21, Geneva, Switzerland. "
    "Met with Russian Foreign Minister Sergey Lavrov."
)


def evidence(source: tuple[str, str, str], quote: str) -> dict[str, Any]:
    """What a row shows of a quote, its place looked up in the text as it lies on the disk."""
    folder = DOSSIERS[0].parent
    path = folder / "secretary-travels.txt" if source is REGISTER else folder.parent / "seed" / "article.txt"
    start = path.read_text(encoding="utf-8").index(quote)
    shown = {"source": source[0], "title": source[1], "kind": source[2]}
    return {**shown, "quote": quote, "start": start, "end": start + len(quote), "page": None}


def expected(register: bool = True) -> list[dict[str, Any]]:
    """The rows, with or without what the register says."""
    own = {"date": "2022-01-21", "status": None, "with": [BLINKEN]}
    quotes = [evidence(ARTICLE, MET), evidence(ARTICLE, ENDED), *([evidence(REGISTER, ENTRY)] if register else [])]
    geneva = [{"id": "geneva", "name": "Geneva"}] if register else []
    title = "Press conferences after the Blinken–Lavrov talks"
    return [
        {**own, "meeting": {"id": TALKS, "title": "Blinken–Lavrov talks"}, "place": geneva, "evidence": quotes},
        {**own, "meeting": {"id": PRESS, "title": title}, "place": [], "evidence": [evidence(ARTICLE, SPOKE)]},
    ]


class Installed:
    """The program as somebody has it: an environment that says where the graph is."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.environment = environment
        self.connection = explorer.connect(settings=from_environment(environment))

    def call(self, *arguments: str | Path) -> str:
        """What `explorer` prints; nothing else may be said."""
        done = command_line.explorer(*arguments, **self.environment)
        assert (done.returncode, done.stderr) == (0, ""), done
        return done.stdout

    @property
    def client(self) -> FlaskClient:
        return create_app(self.connection).test_client()


@pytest.fixture(scope="module", params=ENGINES)
def installed(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, emptied: Emptied
) -> Iterator[Installed]:
    """The dossiers, loaded by the command, on each engine."""
    _, variables = emptied(request.param, tmp_path_factory.mktemp("shown"))
    found = Installed(variables)
    assert found.call("load", *DOSSIERS).startswith("3 files: ")
    yield found
    found.connection.graph.close()


def test_python_shows_the_talks_once_with_geneva_and_both_sources(installed: Installed) -> None:
    answer = installed.connection.ask(ASKED)
    assert isinstance(answer, Answer)
    assert (answer.question, answer.parameters["actor"]) == (
        "meetings-involving",
        {"type": "actor", "id": "lavrov", "name": "Sergei Lavrov"},
    )
    assert answer.rows == expected()
    assert not answer.truncated and list(answer.to_df()["meeting"]) == [row["meeting"]["title"] for row in expected()]


def test_the_shell_shows_the_same_as_json(installed: Installed) -> None:
    found = json.loads(installed.call("ask", ASKED, "--format", "json"))
    assert found["rows"] == expected() and (found["count"], found["truncated"]) == (2, False)
    named = json.loads(installed.call("run", "meetings-involving", "--actor", "Лавров", "--format", "json"))
    assert {**named, "milliseconds": 0} == {**found, "milliseconds": 0}


def test_the_shell_shows_the_same_as_csv(installed: Installed) -> None:
    assert list(csv.DictReader(io.StringIO(installed.call("ask", ASKED, "--format", "csv")))) == lines()


def lines() -> list[dict[str, str]]:
    """The expected rows as a spreadsheet has them."""
    return [
        {
            "date": row["date"],
            "meeting": row["meeting"]["title"],
            "meeting_id": row["meeting"]["id"],
            "status": "",
            "place": "; ".join(each["name"] for each in row["place"]),
            "place_id": "; ".join(each["id"] for each in row["place"]),
            "with": "Antony Blinken",
            "with_id": "blinken",
            "evidence": "; ".join(f'{each["source"]}: "{each["quote"]}"' for each in row["evidence"]),
        }
        for row in expected()
    ]


def test_the_shell_shows_the_same_as_a_table(installed: Installed) -> None:
    shown = " ".join(installed.call("ask", ASKED).split())
    assert shown.count("Blinken–Lavrov talks") == 2, "the talks, and the press conferences after them"
    for row in expected():
        assert row["meeting"]["title"] in shown
        for each in row["evidence"]:
            assert each["title"] in shown and each["quote"].replace("\n", " ")[:60] in shown
    assert shown.count("21 January 2022") == 3, "of each, and in the line above them"
    assert shown.count("Geneva ") >= 1


def test_the_web_shows_the_same_as_a_page_json_and_csv(installed: Installed) -> None:
    address = "/questions/meetings-involving{}?actor=lavrov"
    got = installed.client.get(address.format(".json")).get_json()
    assert got["rows"] == expected() and got["parameters"]["actor"] == {"type": "actor", "id": "lavrov", "name": "Sergei Lavrov"}
    assert list(csv.DictReader(io.StringIO(installed.client.get(address.format(".csv")).text))) == lines()
    page = Page(installed.client.get(f"/ask?q={ASKED}", follow_redirects=True).text)
    assert [row["Meeting"] for row in page.rows] == [row["meeting"]["title"] for row in expected()]
    assert [row["Place"] for row in page.rows] == ["Geneva", "–"]
    for on_page, row in zip(page.rows, expected(), strict=True):
        assert on_page["Date"] == "21 January 2022" and "Antony Blinken" in on_page["With"]
        assert all(
            each["title"] in on_page["Evidence"] and each["quote"] in on_page["Evidence"] for each in row["evidence"]
        )


def test_without_the_register_geneva_is_gone_and_with_it_all_is_back(installed: Installed) -> None:
    connection = installed.connection
    before = dump(connection.graph)
    dry = installed.call("retract", "state-travels", "--dry-run")
    assert dump(connection.graph) == before and dry.endswith("Nothing was written (dry run).\n")

    said = installed.call("retract", "state-travels")
    assert {"baerbock", "2022-01-20-blinken-baerbock", "berlin", TALKS} <= set(said.split())
    found = connection.ask(ASKED)
    assert isinstance(found, Answer) and found.rows == expected(register=False)
    for kind, id in (("actor", "baerbock"), ("meeting", "2022-01-20-blinken-baerbock"), ("source", "state-travels")):
        with pytest.raises(NotFound):
            connection.page(kind, id)
        gone = 410 if kind == "source" else 404  # the page of what was retracted says so
        assert installed.client.get(f"/{kind}s/{id}").status_code == gone
    assert connection.page("place", "geneva")["name"] == "Geneva", "the article has talks there too"

    register = next(path for path in DOSSIERS if path.stem == "secretary-travels")
    installed.call("restore", "state-travels")
    installed.call("load", register)
    assert dump(connection.graph) == before
    found = connection.ask(ASKED)
    assert isinstance(found, Answer) and found.rows == expected()
