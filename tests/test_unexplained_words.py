"""`explorer words` lists what is not understood of many questions, the most frequent first, and how many are answered."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from command_line import explorer

from explorer.cli import main

QUESTIONS = [
    "who met Lavrov",
    "whom did Lavrov hornswoggle",
    "did Blinken hornswoggle Lavrov\tsecond column",
    "",
    "# a remark",
    "why did Blinken meet Lavrov",
    "when did Blinken meet Lavrov",
]


@pytest.fixture
def asked(tmp_path: Path) -> Path:
    """A file of questions."""
    path = tmp_path / "asked.tsv"
    path.write_text("\n".join(QUESTIONS), encoding="utf-8")
    return path


def test_the_words_are_counted_with_an_example(sample_file: Path, asked: Path) -> None:
    done = explorer("--graph", sample_file, "words", asked, "--format", "json")
    assert (done.returncode, json.loads(done.stdout)) == (
        0,
        {
            "questions": 5,
            "answered": 2,
            "asked_back": 3,
            "words": [
                {"word": "hornswoggle", "times": 2, "example": "whom did Lavrov hornswoggle"},
                {"word": "why", "times": 1, "example": "why did Blinken meet Lavrov"},
            ],
        },
    )


def test_a_reader_sees_the_same_as_a_table(sample_file: Path, asked: Path) -> None:
    lines = explorer("--graph", sample_file, "words", asked).stdout.splitlines()
    assert lines[0] == "5 questions: 2 answered at once, 3 asked back."
    assert lines[3].split() == ["2", "hornswoggle", "whom", "did", "Lavrov", "hornswoggle"]


def test_the_log_of_a_web_server_is_read_from_standard_input(sample_file: Path) -> None:
    log = (
        '10.0.0.1 - - [21/Jan/2022:10:00:00 +0000] "GET /ask?q=who+met+Lavrov HTTP/1.1" 302 0\n'
        '10.0.0.1 - - [21/Jan/2022:10:00:01 +0000] "GET /ask.json?x=1&q=gl%C3%BCck%20of%20Lavrov HTTP/1.1" 200 9\n'
    )
    for arguments in (["words", "-"], ["words"]):
        done = CliRunner().invoke(main, ["--graph", str(sample_file), *arguments], input=log)
        assert "2 questions: 1 answered at once, 1 asked back." in done.stdout and "glück of Lavrov" in done.stdout


def test_a_file_without_questions_and_one_that_is_no_text_are_said(sample_file: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("\n# nothing\n", encoding="utf-8")
    done = explorer("--graph", sample_file, "words", tmp_path / "empty.txt")
    assert done.stdout == "0 questions: 0 answered at once, 0 asked back.\n"
    (tmp_path / "bytes.txt").write_bytes(b"who met \xff")
    done = explorer("--graph", sample_file, "words", tmp_path / "bytes.txt")
    assert done.returncode == 2 and "save it as UTF-8" in done.stderr
    assert explorer("words", tmp_path / "none.txt").returncode == 2


def test_a_question_that_is_too_long_counts_as_asked_back(sample_file: Path, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("who met Lavrov " * 200, encoding="utf-8")
    done = explorer("--graph", sample_file, "words", tmp_path / "long.txt")
    assert done.stdout.startswith("1 questions: 0 answered at once, 1 asked back.")
