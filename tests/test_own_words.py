"""A user's own words are heard in shell and page, also with a question file of the user's own; faults in them are said."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import explorer as run_explorer

import explorer
from explorer.answers.answer import Answer, Choices
from explorer.errors import WordsError
from explorer.lexicon.read_language import languages
from explorer.web import create_app

WORDS = """
[meanings]
"meet (with)" = "powwow*, broke bread with"
"say claim.kind=denial" = "pooh-pooh*"

[demonyms]
"Russia" = "muscovite, muscovites"
"""
#: A question of a user's own, in a word that no language has, and other words for it.
OWN_QUESTION = """\
// Sources on a topic
//
// The sources that report meetings on the topic.
//
// @ask    gazettes on {topic}
// @param  topic    topic             a topic
// @param  limit    integer = 100     most rows
// @return source   source            the source
MATCH (t:Topic {id: $topic})<-[:ABOUT_TOPIC]-(m:Meeting)-[:REPORTED_IN]->(s:Source)
WITH DISTINCT s
RETURN s {.id, .title} AS source
ORDER BY s.id
LIMIT $limit
"""


@pytest.fixture
def words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of words that EXPLORER_WORDS names."""
    path = tmp_path / "words.toml"
    path.write_text(WORDS, encoding="utf-8")
    monkeypatch.setenv("EXPLORER_WORDS", str(path))
    return path


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("who broke bread with Lavrov", "who-met"),
        ("powwows between Blinken and Lavrov", "meetings-between"),
        ("who met the Muscovites", "who-met"),
    ],
)
def test_a_question_in_own_words_is_answered_in_shell_and_page(
    words: Path, sample_file: Path, text: str, question: str
) -> None:
    done = run_explorer("--graph", sample_file, "ask", text, "--format", "json")
    assert done.returncode == 0 and f'"question": "{question}"' in done.stdout, done.stdout
    with explorer.connect(sample_file) as connection:
        led = create_app(connection).test_client().get("/ask", query_string={"q": text})
    assert led.status_code in (302, 303) and f"/questions/{question}?" in led.location


def test_without_the_file_the_words_are_not_understood(sample_file: Path) -> None:
    with explorer.connect(sample_file) as connection:
        found = connection.understand("powwows between Blinken and Lavrov")
    assert isinstance(found, Choices) and found.unexplained == ("powwows",)


def test_a_folder_of_words_is_read_and_a_changed_file_anew(words: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (words.parent / "more.toml").write_text('language = "German"\n[meanings]\n"meet (with)" = "schnack*"', "utf-8")
    monkeypatch.setenv("EXPLORER_WORDS", str(words.parent))
    english, *others = languages(words.parent)
    german = next(each for each in others if each.name == "German")
    assert english.knows("powwow") and german.knows("schnackten") and not german.knows("powwow")
    words.write_text('[words]\nnothing = "forsooth"', encoding="utf-8")
    assert languages(words)[0].knows("forsooth") and not languages(words)[0].knows("powwow")


def test_an_own_meaning_works_with_a_question_file_of_ones_own(
    words: Path, sample_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words.write_text('[meanings]\ngazette = "gazette*, broadsheet*, rag, rags"', encoding="utf-8")
    folder = words.parent / "questions"
    folder.mkdir()
    (folder / "gazettes-on.cypher").write_text(OWN_QUESTION, encoding="utf-8")
    monkeypatch.setenv("EXPLORER_QUERIES", str(folder))
    with explorer.connect(sample_file) as connection:
        for text in (
            "gazettes on sanctions",
            "which broadsheets on sanctions are there",
            "list the rags about sanctions",
        ):
            answer = connection.ask(text)
            assert isinstance(answer, Answer) and answer.question == "gazettes-on", (text, answer)


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        ("[meanings]\nmeet powwow", 2, "is no TOML"),
        ("meet = 'powwow'", 1, "write [meanings] above it"),
        ("[meanings]\nmeet = 'powwow'\n[meaning]\nsay = 'x'", 3, "[meaning] is not known: did you mean `meanings`?"),
        ("[meanings]\n'Meet!' = 'powwow'", 2, "is no meaning: write it as meet"),
        ("[meanings]\n'meet (wiht)' = 'powwow'", 2, "'(wiht)' is not known: did you mean `with`?"),
        ("[meanings]\n'say clam.kind=denial' = 'x'", 2, "'clam' is no kind of entity: did you mean `claim`?"),
        ("[meanings]\n\nmeet = ['powwow']", 3, "the words of 'meet' stand between quotes, with commas between"),
        ("[meanings]\nmeet = 3", 2, "stand between quotes"),
        ("language = 'Klingon'", 1, "the language 'Klingon' is not known: write one of English, "),
        ("language = 3", 1, "the language '3' is not known"),
        ("[months]\njanuary = 'jan'", 2, "'january' is not known in [months]"),
        ("[words]\nnothin = 'jan'", 2, "'nothin' is not known in [words]: did you mean `nothing`?"),
        ("[periods]\nlast_weeks = 'x'", 2, "'last_weeks' is not known in [periods]: did you mean `last_week`?"),
        ("[prepositions]\nunder = 'beneath'", 2, "'under' is not known in [prepositions]"),
        ("[aspects]\nwhy = 'why'", 2, "'why' is not known in [aspects]"),
    ],
)
def test_a_fault_is_said_with_file_line_and_remedy(
    words: Path, sample_file: Path, content: str, line: int, message: str
) -> None:
    words.write_text(content, encoding="utf-8")
    done = run_explorer("--graph", sample_file, "ask", "who met Lavrov")
    assert done.returncode == 1 and f"{words}:{line}: " in done.stderr and message in done.stderr, done.stderr
    with explorer.connect(sample_file) as connection:
        shown = create_app(connection).test_client().get("/ask", query_string={"q": "who met Lavrov"})
    assert shown.status_code == 500 and "words.toml" in shown.text and "A file of words" in shown.text


def test_all_faults_are_told_at_once(words: Path) -> None:
    words.write_text("language = 'Klingon'\n[sayings]\nx = 'y'\n[meanings]\nmeet = 1", encoding="utf-8")
    with pytest.raises(WordsError) as caught:
        languages(words)
    assert len(caught.value.problems) == 3


def test_bytes_that_are_no_text_are_said(words: Path) -> None:
    words.write_bytes(b"[meanings]\nmeet = '\xff'")
    with pytest.raises(WordsError, match="save it as UTF-8"):
        languages(words)


def test_a_byte_order_mark_is_none_of_the_words(words: Path) -> None:
    words.write_text(WORDS, encoding="utf-8-sig")
    assert languages(words)[0].knows("powwow")


def test_a_folder_without_files_and_a_path_to_nothing_are_said(tmp_path: Path) -> None:
    with pytest.raises(WordsError, match=r"names end in \.toml"):
        languages(tmp_path)
    with pytest.raises(WordsError, match="EXPLORER_WORDS names a file of words, or a folder"):
        languages(tmp_path / "none.toml")
