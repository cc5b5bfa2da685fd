"""`explorer load`, `retract` and `status` as a person runs them: what is said where, and the exit codes."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import explorer
from conftest import ROOT, SAMPLE, TABLE, wipe
from dossiers import TALKS, edited, talks
from engines import Neo4jServer
from killing import killed

from explorer.graph.bolt import BoltGraph
from explorer.graph.embedded import EmbeddedGraph

Run = Callable[..., "subprocess.CompletedProcess[str]"]
_SUMMARY = r"{files}: {new} new, {changed} changed, {unchanged} unchanged, {removed} removed; \d+\.\d seconds\n"


def _summary(files: str, new: int, changed: int, unchanged: int, removed: int) -> re.Pattern[str]:
    return re.compile(_SUMMARY.format(files=files, new=new, changed=changed, unchanged=unchanged, removed=removed))


def _command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "explorer", *map(str, arguments)]


def _environment(folder: Path, **more: str) -> dict[str, str]:
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    return {**os.environ, "PYTHONPATH": path, "EXPLORER_GRAPH": str(folder / "graph.kgl"), **more}


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs the command in this process, on a graph of its own."""

    def run_it(*arguments: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
        return explorer(*arguments, **{"EXPLORER_GRAPH": str(tmp_path / "graph.kgl"), **variables})

    return run_it


@pytest.fixture
def start(tmp_path: Path) -> Run:
    """Runs the program in a process of its own, on the same graph."""

    def run_it(*arguments: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            _command(*arguments), env=_environment(tmp_path, **variables), capture_output=True, text=True, check=False
        )

    return run_it


def test_loading_says_what_it_did_in_one_line(run: Run, start: Run, tmp_path: Path) -> None:
    path = talks(tmp_path / "files")
    first = start("load", path)
    assert (first.returncode, first.stderr) == (0, "")
    assert _summary("1 file", 14, 0, 0, 0).fullmatch(first.stdout)
    again = run("load", path)
    assert (again.returncode, again.stderr) == (0, "")
    assert _summary("1 file", 0, 0, 14, 0).fullmatch(again.stdout)
    talks(tmp_path / "files", edited("a meeting gone"))
    would = run("load", path, "--dry-run")
    line = "1 file: 0 new, 0 changed, 13 unchanged, 1 removed; nothing was written (dry run)\n"
    assert would.stdout == "  removed  meeting  video-call  Video call\n" + line
    assert _summary("1 file", 0, 0, 13, 1).fullmatch(run("load", path).stdout)


def test_a_dry_run_makes_no_file(run: Run, tmp_path: Path) -> None:
    would = run("load", talks(tmp_path / "files"), "--dry-run")
    assert would.returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == ["files"]


def test_files_that_disagree_are_noted_on_standard_error(run: Run, tmp_path: Path) -> None:
    one = talks(tmp_path / "one")
    other = talks(tmp_path / "two", TALKS.replace("Joe Biden", "Joseph Biden"), "others")
    both = run("load", one, other)
    assert both.returncode == 0
    assert both.stderr.startswith("note: ") and "others.yaml:18: files disagree on `name` of 'biden'" in both.stderr
    kept = "'Joe Biden' is kept, which was loaded first with the file 'talks', and not 'Joseph Biden' of this file\n"
    assert both.stderr.endswith(kept)
    assert _summary("2 files", 28, 0, 0, 0).fullmatch(both.stdout)


def test_faults_go_to_standard_error_each_in_a_line(start: Run, tmp_path: Path) -> None:
    folder = Path(__file__).parent / "faults" / "ten-at-once"
    bad = start("load", folder / "dossier.yaml")
    assert (bad.returncode, bad.stdout) == (1, "")
    lines = bad.stderr.splitlines()
    assert lines[-1] == "11 problems; nothing was written."
    named = [line for line in lines if re.search(r"dossier\.yaml:\d+: ", line)]
    assert len(named) == 11
    assert "Traceback" not in bad.stderr
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("command", [["status"], ["load", SAMPLE], ["load", "--dry-run", SAMPLE]])
@pytest.mark.parametrize("place", ["file/graph.kgl", "file/folder/graph.kgl", ""])
def test_a_place_where_no_graph_can_be(run: Run, tmp_path: Path, command: list[str | Path], place: str) -> None:
    (tmp_path / "file").write_text("A file.", encoding="utf-8")
    found = run(*command, EXPLORER_GRAPH=str(tmp_path / place))
    assert (found.returncode, found.stdout) == (3, "")
    assert "The graph cannot be in" in found.stderr and "with --graph or EXPLORER_GRAPH" in found.stderr
    assert "Traceback" not in found.stderr


def test_the_options_of_the_program_are_taken_after_the_command_too(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "other.kgl"
    assert run("load", TABLE, "--quiet", "--graph", other).returncode == 0
    assert run("status").returncode == 3
    for command in (["status"], ["ask", "most connected actors"], ["run", "most-connected"], ["list"]):
        assert run(*command, "--quiet", "--graph", other).returncode == 0
    assert f"explorer --graph {other} run" in run("ask", "qqq zzz", "--graph", other).stdout
    source = json.loads(run("status", "--graph", other, "--format", "json").stdout)["files"][0]["id"]
    assert run("retract", source, "--quiet", "--graph", other).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["load"], 2, "Missing argument 'PATH...'"),
        (["load", "missing.yaml"], 2, "missing.yaml is not there: name a dossier"),
        (["load", "--never", "x.yaml"], 2, "No such option"),
        (["retract"], 2, "Missing argument 'SOURCE'"),
        (["retract", "geneva-notes"], 3, "There is no graph in"),
        (["status"], 3, "There is no graph in"),
        (["status", "--format", "xml"], 2, "'xml' is not one of"),
    ],
)
def test_exit_codes(run: Run, arguments: list[str], code: int, words: str) -> None:
    found = run(*arguments)
    assert (found.returncode, found.stdout) == (code, "")
    assert words in found.stderr
    assert "Traceback" not in found.stderr


def test_a_server_that_does_not_answer_is_exit_code_3(run: Run, tmp_path: Path) -> None:
    found = run("load", talks(tmp_path / "files"), NEO4J_URI="bolt://localhost:1")
    assert (found.returncode, found.stdout) == (3, "")
    assert "No Neo4j answers at bolt://localhost:1: is it running" in found.stderr


def test_a_graph_that_is_being_written_is_exit_code_3(start: Run, tmp_path: Path) -> None:
    graph = EmbeddedGraph(tmp_path / "graph.kgl", missing_ok=True)
    with graph.writing():
        found = start("load", talks(tmp_path / "files"))
    assert (found.returncode, found.stdout) == (3, "")
    assert f"is being written by process {os.getpid()} since" in found.stderr


def test_retracting_lists_what_falls_and_what_stays(run: Run, tmp_path: Path) -> None:
    path = talks(tmp_path / "files")
    run("load", path)
    would = run("retract", "radio", "--dry-run")
    assert (would.returncode, would.stderr) == (0, "")
    assert would.stdout.startswith("The radio (radio): ") and " statements would go\n" in would.stdout
    falls, stays = would.stdout.split("Would stay:\n")
    assert "Would fall:\n  claim    denial  No attack is planned.\n           no other source reports it\n" in falls
    assert "  meeting  geneva-talks  Talks in Geneva\n           reported by paper\n" in stays
    assert "           loses: report in The radio\n" in stays
    assert stays.endswith("Nothing was written (dry run).\n")
    done = run("retract", "radio")
    same = would.stdout.replace("would go", "gone").replace("Would fall", "Fell").replace("Would stay", "Stayed")
    assert done.stdout == same.replace("Nothing was written (dry run).\n", "")
    missing = run("retract", "radio")
    assert (missing.returncode, missing.stdout) == (1, "")
    assert "There is no source 'radio'" in missing.stderr
    run("restore", "radio")
    assert _summary("1 file", 2, 1, 11, 0).fullmatch(run("load", path).stdout)


def test_status_as_text_and_as_json(run: Run, tmp_path: Path) -> None:
    run("load", talks(tmp_path / "files"), TABLE)
    text, data = run("status"), run("status", "--format", "json")
    assert (text.returncode, text.stderr, data.returncode, data.stderr) == (0, "", 0, "")
    found = json.loads(data.stdout)
    assert found["engine"] == "embedded" and found["place"] == str(tmp_path / "graph.kgl")
    assert [file["id"] for file in found["files"]] == ["talks", "table"]
    lines = text.stdout.splitlines()
    assert lines[0].startswith("engine     embedded (kglite ")
    assert lines[1] == f"graph      {tmp_path / 'graph.kgl'}"
    assert lines[2] == f"dataset    {found['dataset']}, changed {found['changed']}"
    assert lines[3] == "holds      " + ", ".join(f"{number} {name}" for name, number in found["counts"].items())
    assert [line.split()[-2:] for line in lines[4:]] == [["talks", "Talks"], ["table", "Table"]]


def test_all_that_status_says_stands_in_line(run: Run, tmp_path: Path) -> None:
    run("load", talks(tmp_path / "files"))
    run("retract", "radio")
    lines = run("status").stdout.splitlines()
    assert {line.split()[0] for line in lines} >= {"engine", "loaded", "retracted"}
    assert all(line[9:11] == "  " and line[11] != " " for line in lines)


def test_status_says_that_a_load_was_stopped(run: Run, tmp_path: Path) -> None:
    path = talks(tmp_path / "files")
    assert run("load", path).returncode == 0
    killed({"EXPLORER_GRAPH": str(tmp_path / "graph.kgl")}, "_save", SAMPLE)
    found = run("status")
    assert found.returncode == 0
    assert re.search(r"^notice     A load into .* was stopped before it was finished", found.stdout, re.MULTILINE)
    assert run("load", path).returncode == 0
    assert "notice" not in run("status").stdout


def test_the_same_on_neo4j(run: Run, neo4j: Neo4jServer, bolt: BoltGraph, tmp_path: Path) -> None:
    wipe(bolt)
    variables = neo4j.environment()
    loaded = run("load", talks(tmp_path / "files"), **variables)
    assert (loaded.returncode, loaded.stderr) == (0, "")
    assert _summary("1 file", 14, 0, 0, 0).fullmatch(loaded.stdout)
    found = json.loads(run("status", "--format", "json", **variables).stdout)
    assert (found["engine"], found["place"], found["dataset"]) == ("neo4j", neo4j.uri, bolt.dataset())
    assert neo4j.password not in json.dumps(found)
    assert not (tmp_path / "graph.kgl").exists()


def _on_a_terminal(folder: Path, *arguments: str | Path) -> str:
    """What a person at a terminal sees of standard error, where progress is shown."""
    ours, theirs = pty.openpty()
    command = _command(*arguments)
    environment = _environment(folder, TERM="xterm", COLUMNS="100")
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=theirs) as process:
        os.close(theirs)
        seen = b""
        while select.select([ours], [], [], 60)[0]:
            try:
                more = os.read(ours, 4096)
            except OSError:  # how Linux says that the other end is closed
                break
            if not more:
                break
            seen += more
    os.close(ours)
    assert process.returncode == 0, seen
    return seen.decode()


def test_progress_is_shown_to_a_terminal_unless_it_should_be_quiet(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert "Loading" in _on_a_terminal(tmp_path / "a", "load", SAMPLE)
    assert _on_a_terminal(tmp_path / "b", "--quiet", "load", SAMPLE) == ""
    assert _on_a_terminal(tmp_path / "b", "load", "--quiet", SAMPLE) == ""
