"""The question file format: what a good file gives, and every fault refused with its line.

Each file in bad_queries is a sound question with the one fault that its name says; its last line says what is to be
refused: the line and the beginning of the message.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.catalogue import query_reader
from explorer.catalogue.cypher_tokens import tokens
from explorer.catalogue.query_checks import Given, faults
from explorer.catalogue.query_file import QueryFile
from explorer.catalogue.values import COLUMN_TYPES, PARAMETER_TYPES, REFINED
from explorer.errors import CatalogueError
from explorer.web import view_modes
from explorer.web.request import WORDS_IN_ADDRESS

BAD = Path(__file__).parent / "bad_queries"
REFUSED = re.compile(r"// refused: (\d+): (.*)")

GOOD = """\
// Actors of a kind
//
// First line,
// and its second.
//
// A second paragraph.
//
// @theme  Creatures of the sea 12
// @example 3
// @ask    actors of kind {kind}
// @ask    {kind} actors named in {since..until}
// @param  kind    string = "two words"   which kind
// @param  since   date = 2021            first day
// @param  until   date last = 2021       last day
// @param  near    actor = null           whom they know
// @param  words   words = Über-Wörter    free text
// @param  limit   integer = 10           most rows
// @return name    string                 what they are called
// @return friends actor list beside name whom they know
MATCH (a:Actor) // not a header line, and $nothing here
WHERE a.kind = $kind AND a.date >= $since AND a.date <= $until AND ($near IS NULL OR a.id = $near)
  AND a.search CONTAINS $words AND a.name <> 'CREATE $this' AND a.`SET` IS NULL AND a.delete IS NULL
CALL db.index.fulltext.queryNodes('actor_search', $words) YIELD node
CALL (a) { MATCH (a)-[:KNOWS]->(b:Actor) RETURN collect(b {.id, .name}) AS friends }
RETURN DISTINCT coalesce(a.name, 'a, b') AS name, friends
ORDER BY name
LIMIT $limit
"""


def parse(text: str) -> QueryFile:
    return query_reader.parse(text, Path("actors-of-a-kind.cypher"))


def test_a_file_gives_its_title_description_phrases_parameters_and_columns() -> None:
    question = parse(GOOD)
    assert (question.name, question.title) == ("actors-of-a-kind", "Actors of a kind")
    assert question.description == "First line, and its second.\n\nA second paragraph."
    assert [phrase.text for phrase in question.phrases] == [
        *("actors of kind {kind}", "{kind} actors named in {since..until}"),
    ]
    assert (question.theme, question.place, question.example, question.related) == ("Creatures of the sea", 12, 3, None)
    assert question.period == ("since", "until") and not question.general
    assert parse(GOOD.replace("// @example 3", "// @general")).general
    assert [(each.name, each.declared, each.default) for each in question.parameters] == [
        ("kind", "string", "two words"),
        ("since", "date", date(2021, 1, 1)),
        ("until", "date last", date(2021, 12, 31)),
        ("near", "actor", None),
        ("words", "words", "uber worter"),
        ("limit", "integer", 10),
    ]
    assert not any(each.required for each in question.parameters)
    assert [(each.name, each.type, each.beside, each.description) for each in question.columns] == [
        ("name", "string", "", "what they are called"),
        ("friends", "actor list", "name", "whom they know"),
    ]
    assert question.parameter("limit").description == "most rows"
    assert question.statement.text == GOOD
    with pytest.raises(KeyError):
        question.parameter("nobody")


@pytest.mark.parametrize("path", sorted(BAD.glob("*.cypher")), ids=lambda path: path.stem)
def test_a_fault_is_refused_with_its_line(path: Path) -> None:
    expected = REFUSED.search(path.read_text(encoding="utf-8"))
    assert expected
    with pytest.raises(CatalogueError) as caught:
        query_reader.read(path)
    problems = [(problem.line, problem.message) for problem in caught.value.problems]
    line, message = int(expected.group(1)), expected.group(2)
    assert any(at == line and message in said for at, said in problems), problems
    assert {problem.file for problem in caught.value.problems} == {str(path)}


@pytest.mark.parametrize("name", [*view_modes.NAMES, WORDS_IN_ADDRESS])
def test_no_parameter_is_called_like_a_word_that_pages_put_in_their_addresses(name: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        parse(GOOD.replace("@param  near", f"@param  {name}").replace("$near", f"${name}"))
    (problem,) = caught.value.problems
    assert f"the name '{name}' is taken by the program" in problem.message


def test_all_faults_of_a_file_are_said_at_once() -> None:
    with pytest.raises(CatalogueError) as caught:
        query_reader.read(BAD / "several-faults.cypher")
    said = " ".join(problem.message for problem in caught.value.problems)
    for part in ("no title", "unknown tag", "unknown type", "SET writes", "not declared", "returns nam", "no limit"):
        assert part in said


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bytes.cypher"
    path.write_bytes(b"// \xff\xfe")
    with pytest.raises(CatalogueError, match="UTF-8"):
        query_reader.read(path)


name = st.from_regex(r"[a-z_][a-z0-9_]{0,8}", fullmatch=True).filter(
    lambda text: text not in ("limit", "format", "help", "asked")
)
plain = st.text(st.characters(categories=("L", "N"), include_characters=" ,.-"), max_size=30).map(
    lambda text: " ".join(text.split())
)


@given(
    title=plain.filter(bool),
    description=plain,
    parameters=st.dictionaries(name, st.tuples(st.sampled_from((*PARAMETER_TYPES, *REFINED)), plain), max_size=4),
    columns=st.dictionaries(name, st.tuples(st.sampled_from(COLUMN_TYPES), st.booleans()), min_size=1, max_size=4),
)
def test_what_a_header_says_is_read_back(
    title: str,
    description: str,
    parameters: dict[str, tuple[str, str]],
    columns: dict[str, tuple[str, bool]],
) -> None:
    lines = [title, "", description, ""]
    lines += [f"@ask question {' and '.join(f'{{{each}}}' for each in parameters)}"]
    lines += [f"@param  {each}  {kind}   {said}" for each, (kind, said) in parameters.items()]
    lines += ["@param limit integer = 5 most rows"]
    lines += [f"@return {each} {kind}{' list' if several else ''} said" for each, (kind, several) in columns.items()]
    used = ", ".join(f"${each} AS p{number}" for number, each in enumerate(parameters))
    body = ([f"WITH {used}"] if used else []) + [
        f"RETURN {', '.join(f'1 AS {each}' for each in columns)}",
        "LIMIT $limit",
    ]
    question = parse("\n".join([*(f"// {line}" for line in lines), *body]))
    assert (question.title, question.description) == (title, description)
    assert [(each.name, each.declared, each.description, each.required) for each in question.parameters[:-1]] == [
        (each, kind, said, True) for each, (kind, said) in parameters.items()
    ]
    assert [(each.name, each.type) for each in question.columns] == [
        (each, f"{kind} list" if several else kind) for each, (kind, several) in columns.items()
    ]


#: What would be a fault if it stood in the statement itself.
treacherous = st.lists(
    st.sampled_from(
        ["$secret", "CREATE ", "SET x", ";", "RETURN 1", "//", "{", "}", "(", "]", "LOAD CSV", "é", " ", ","]
    ),
    max_size=8,
).map("".join)


@given(treacherous, st.sampled_from(["'", '"', "`"]))
def test_strings_names_and_comments_are_not_taken_for_statements(inside: str, quote: str) -> None:
    text = f"MATCH (a) WHERE a.x = {quote}{inside}{quote} // {inside}\nRETURN a.id AS id\nLIMIT $limit"
    assert list(faults(Given(text, {"limit": 1}, [(1, "id")]))) == []


@given(st.text(max_size=60))
def test_tokens_are_the_text_without_its_white_space(text: str) -> None:
    found = tokens(text)
    rest = iter(text)
    for token in found:
        for character in token.text:
            while (each := next(rest)) != character:
                assert each.isspace()
    assert all(character.isspace() for character in rest)


@given(st.text(alphabet="'\"`$abc ;(){}[]/\\*\n", max_size=40))
def test_checks_take_any_text(text: str) -> None:
    for line, message in faults(Given(text, {}, [])):
        assert line >= 1 and message
