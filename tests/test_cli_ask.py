"""The commands ask, run, list and show, as a person types them."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from explorer.cli import main
from explorer.connection import Connection

Call = Callable[..., Result]


@pytest.fixture
def call(sample_file: Path) -> Call:
    """Run `explorer` with these arguments on the sample."""

    def run(*arguments: str, graph: str | Path | None = sample_file) -> Result:
        chosen = ["--graph", str(graph)] if graph else []
        return CliRunner().invoke(main, [*chosen, *arguments], prog_name="explorer")

    return run


def test_ask_answers_with_sources_and_their_words(call: Call) -> None:
    result = call("ask", "meetings", "involving", "Lavrov")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("Meetings involving an actor\nactor: Sergei Lavrov\n")
    assert "21 January 2022  Blinken and Lavrov in Geneva" in result.stdout
    assert "Notes on the Geneva meetings" in result.stdout and "“On 21 January he and Lavrov met" in result.stdout


def test_run_gives_the_same_as_json_and_csv(call: Call) -> None:
    asked = ["run", "meetings-between", "--actor", "Lavrov", "--other", "Blinken", "--since", "2022"]
    found = json.loads(call(*asked, "--format", "json").stdout)
    assert found["question"] == "meetings-between" and found["parameters"]["other"]["id"] == "blinken"
    rows = list(csv.DictReader(io.StringIO(call(*asked, "--format", "csv").stdout)))
    assert [row["meeting_id"] for row in rows] == [row["meeting"]["id"] for row in found["rows"]]
    assert found["count"] == len(rows) > 0


def test_csv_keeps_notes_out_of_the_rows(call: Call) -> None:
    result = call("run", "meetings-involving", "--actor", "lavrov", "--limit", "1", "--format", "csv")
    assert len(list(csv.reader(io.StringIO(result.stdout)))) == 2
    assert "with a limit of 10 (--limit 10) for more" in result.stderr


def test_choices_name_the_command_to_type_next(call: Call, sample_file: Path) -> None:
    result = call("ask", "meetings involving Sergei")
    assert result.exit_code == 1
    assert f"explorer --graph {sample_file} run meetings-involving --actor lavrov" in result.stdout
    as_csv = call("ask", "meetings involving Sergei", "--format", "csv")
    assert (as_csv.exit_code, as_csv.stdout) == (1, "") and "Sergei Lavrov" in as_csv.stderr
    as_json = call("ask", "meetings involving Sergei", "--format", "json")
    assert as_json.exit_code == 1 and json.loads(as_json.stdout)["choices"][0]["parameters"] == {"actor": "lavrov"}


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["ask", "?"], 2, "Ask something"),
        (["ask"], 2, "Missing argument"),
        (["run", "meetings-betwen"], 2, "The nearest is 'meetings-between'"),
        (["show", "meetings-betwen"], 2, "The nearest is 'meetings-between'"),
        (["run", "meetings-between"], 2, "meetings-between needs 'actor' and 'other'"),
        (["run", "meetings-between", "--actr", "x"], 2, "--actor"),
        (["run", "meetings-during", "--since", "soon", "--until", "2022"], 2, "since: 'soon' is not a date"),
        (["run", "meetings-involving", "--actor", "Xqzwy"], 1, "No actor is called 'Xqzwy'"),
        (["nonsense"], 2, "There is no command 'nonsense': known are load, ask, run"),
        (["lod"], 2, "There is no command 'lod': did you mean `load`?"),
        (["Status"], 2, "did you mean `status`?"),
        (["who met Lavrov"], 2, "write `explorer ask` before it"),
    ],
)
def test_errors_are_one_message_and_an_exit_code(call: Call, arguments: list[str], code: int, message: str) -> None:
    result = call(*arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert message in result.stderr and "Traceback" not in result.stderr


def test_a_graph_that_is_not_there_is_said(call: Call, tmp_path: Path) -> None:
    result = call("ask", "meetings involving Lavrov", graph=tmp_path / "none.kgl")
    assert result.exit_code == 3 and "`explorer load PATH`" in result.stderr
    assert not (tmp_path / "none.kgl").exists()


def test_a_question_file_with_a_fault_is_said(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mine.cypher").write_text("MATCH (n) SET n.x = 1 RETURN n.id AS id", encoding="utf-8")
    monkeypatch.setenv("EXPLORER_QUERIES", str(tmp_path))
    result = call("list")
    assert result.exit_code == 1 and "mine.cypher:1: has no title" in result.stderr


def test_list_shows_every_question_with_a_phrase(call: Call, sample: Connection) -> None:
    listed = call("list", graph=None).stdout
    for question in sample.catalogue.values():
        assert question.name in listed and question.phrases[0].text in listed
    found = json.loads(call("list", "--format", "json").stdout)["questions"]
    assert found == [question.to_dict() for question in sample.catalogue.values()]


def test_show_tells_all_of_a_question(call: Call, sample: Connection) -> None:
    question = sample.catalogue["meetings-involving"]
    shown = call("show", "meetings-involving", graph=None).stdout
    for part in (question.title, *(phrase.text for phrase in question.phrases), question.cypher.rstrip(), ":param limit => 100;"):
        assert part in shown


def test_show_fills_the_values_for_neo4j_browser(call: Call) -> None:
    shown = call("show", "meetings-involving", "--actor", "Лавров", "--until", "January 2022").stdout
    assert ":param actor => 'lavrov';\n:param place => null;\n:param since => null;\n:param until => date('2022-01-31');" in shown
    only_date = call("show", "meetings-involving", "--since", "2022").stdout
    assert ":param actor => 'the id of an actor';\n:param place => null;\n:param since => date('2022-01-01');" in only_date
    assert call("show", "meetings-involving", "--actor", "delegation").exit_code == 1


@pytest.mark.parametrize("command", ["load", "ask", "run", "list", "show", "retract", "status", "serve"])
def test_each_command_has_help(call: Call, command: str) -> None:
    result = call(command, "--help", graph=None)
    assert result.exit_code == 0 and "Options:" in result.stdout
    assert f"  {command} " in call("--help", graph=None).stdout


def test_help_of_a_question_lists_its_parameters(call: Call, sample: Connection) -> None:
    shown = call("run", "meetings-between", "--help").stdout
    assert all(f"--{each.name}" in shown for each in sample.catalogue["meetings-between"].parameters)
    assert "[default: 100]" in shown and "--format [table|json|csv]" in shown


def test_a_reader_that_leaves_early_is_no_error(sample_file: Path) -> None:
    command = [sys.executable, "-m", "explorer", "--graph", str(sample_file), "list", "--format", "json"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout and process.stderr
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    process.wait()


def test_json_is_utf_8_whatever_the_terminal_takes(sample_file: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "explorer", "--graph", str(sample_file), "run", "meetings-in", "--place", "Genf"]
    as_json = subprocess.run([*command, "--format", "json"], env=environment, capture_output=True, check=True)
    assert "Geneva" in as_json.stdout.decode("utf-8")


def test_heavy_libraries_wait_until_they_are_needed() -> None:
    heavy = ("rich", "kglite", "neo4j", "rapidfuzz", "pandas", "flask", "pydantic")
    code = f"import sys, explorer.cli.ask; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
