"""The catalogue: the program's questions with those of the user, checked together."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from explorer.catalogue import catalogue
from explorer.catalogue.literals import literal, param_lines
from explorer.errors import CatalogueError, NotFound, UsageError

BAD = Path(__file__).parent / "bad_queries"
OWN = """\
// Actors of a kind
// @ask    specimens of kind {kind}
// @param  kind    string          which kind
// @param  since   date = null     first day
// @param  limit   integer = 10    most rows
// @return name    string          what they are called
MATCH (a:Actor {kind: $kind}) WHERE $since IS NULL OR a.since >= $since
RETURN a.name AS name ORDER BY name LIMIT $limit
"""


def test_the_questions_of_the_program_are_sound() -> None:
    found = catalogue.load()
    assert list(found) == sorted(found)
    assert "meetings-involving" in found
    assert all(question.title and question.description and question.phrases for question in found.values())


def test_questions_of_the_user_stand_beside_those_of_the_program(tmp_path: Path) -> None:
    path = tmp_path / "actors-of-kind.cypher"
    path.write_text(OWN, encoding="utf-8")
    found = catalogue.load(tmp_path)
    assert len(found) == len(catalogue.load()) + 1
    assert found["actors-of-kind"].path == path


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "actors-of-kind.cypher"
    path.write_text(OWN, encoding="utf-8")
    before = catalogue.load(tmp_path)
    assert catalogue.load(tmp_path) is before
    path.write_text(OWN.replace("// Actors of a kind", "// All of a kind"), encoding="utf-8")
    assert catalogue.load(tmp_path)["actors-of-kind"].title == "All of a kind"


def test_two_files_with_one_phrase_are_both_named() -> None:
    with pytest.raises(CatalogueError) as caught:
        catalogue.load(BAD / "two-files-with-one-phrase")
    assert "actors-by.cypher" in str(caught.value) and "actors-of.cypher:5" in str(caught.value)


def test_two_files_with_one_name_are_both_named() -> None:
    with pytest.raises(CatalogueError) as caught:
        catalogue.load(BAD / "name-of-a-question-of-the-program")
    assert str(caught.value).count("who-met.cypher") == 2


def test_faults_of_all_files_are_said_at_once() -> None:
    with pytest.raises(CatalogueError) as caught:
        catalogue.load(BAD)
    assert len({problem.file for problem in caught.value.problems}) == len(list(BAD.glob("*.cypher")))


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="EXPLORER_QUERIES"):
        catalogue.load(tmp_path / "nowhere")


def test_an_unknown_question_gives_the_nearest_name() -> None:
    with pytest.raises(NotFound, match="nearest is 'meetings-involving'") as caught:
        catalogue.load().question("meeting-involving")
    assert isinstance(caught.value, UsageError)
    assert (caught.value.status, caught.value.exit_code) == (404, 2)
    with pytest.raises(NotFound, match="explorer list"):
        catalogue.load().question("%%%")


def test_values_for_neo4j_browser(tmp_path: Path) -> None:
    (tmp_path / "actors-of-kind.cypher").write_text(OWN, encoding="utf-8")
    question = catalogue.load(tmp_path)["actors-of-kind"]
    assert param_lines(question, {}) == ":param kind => 'some words';\n:param since => null;\n:param limit => 10;"
    lines = param_lines(question, {"kind": "it's", "since": date(2022, 1, 1)})
    assert lines == ":param kind => 'it\\'s';\n:param since => date('2022-01-01');\n:param limit => 10;"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, "null"),
        (True, "true"),
        (7, "7"),
        (0.5, "0.5"),
        (date(2022, 1, 21), "date('2022-01-21')"),
        ({"id": "lavrov", "name": "Sergei Lavrov"}, "'lavrov'"),
        ("a\\'b\n", "'a\\\\\\'b\\n'"),
    ],
)
def test_literals(value: object, expected: str) -> None:
    assert literal(value) == expected
