"""Questions as people type them: what is understood, in which words it is said, and what is asked back."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from explorer.answers.answer import Answer, Choices
from explorer.catalogue.catalogue import load as load_catalogue
from explorer.connection import Connection
from explorer.settings import Settings
from explorer.web import create_app

BETWEEN = {"actor": "blinken", "other": "lavrov"}

#: A text, the questions that answer it (the first is the likeliest), and the values; dates as ISO text.
ASKED: list[tuple[str, str, dict[str, str]]] = [
    # Meetings, in many verbs, tenses and orders.
    ("who has Lavrov been talking to since December 2021?", "who-met", {"actor": "lavrov", "since": "2021-12-01"}),
    ("Whom did the Russian foreign minister see in Geneva", "who-met", {"actor": "lavrov", "place": "geneva"}),
    ("when did Blinken last see Lavrov", "meetings-between", BETWEEN),
    ("how often have Blinken and Lavrov conferred", "meetings-between", BETWEEN),
    ("Lavrov was received by Blinken", "meetings-between", {"actor": "lavrov", "other": "blinken"}),
    ("lavrov blinken", "meetings-between", {"actor": "lavrov", "other": "blinken"}),
    ("Secretary Blinken's talks with Lavrov in Geneva", "meetings-between", {**BETWEEN, "place": "geneva"}),
    ("did Blinken ever sit down with Wang Yi?", "meetings-between", {"actor": "blinken", "other": "wang-yi"}),
    ("talks about security guarantees in Geneva", "meetings", {"place": "geneva", "topic": "security-guarantees"}),
    ("did Blinken, Lavrov and Wang Yi meet", "meetings", {**BETWEEN, "third": "wang-yi"}),
    # Times as people say them; the year that is missing comes from the data.
    ("blnken lavrov january", "meetings-between", {**BETWEEN, "since": "2022-01-01", "until": "2022-01-31"}),
    ("Putin in the second half of 2021", "meetings-involving", {"actor": "putin", "since": "2021-07-01", "until": "2021-12-31"}),
    ("who met Lavrov after 2 December 2021", "who-met", {"actor": "lavrov", "since": "2021-12-03"}),
    # Claims, with their direction.
    ("what did Russia say about Ukraine", "claims-by-about", {"actor": "ru", "other": "ua"}),
    ("what did Ukraine say about Russia", "claims-by-about", {"actor": "ua", "other": "ru"}),
    ("what has been said about Russia by Ukraine", "claims-by-about", {"actor": "ua", "other": "ru"}),
    ("what did Lavrov demand of NATO", "claims", {"by": "lavrov", "to": "nato", "kind": "demand"}),
    ("what was NATO told by Lavrov", "claims", {"by": "lavrov", "to": "nato"}),
    ("which statements contradict one another", "disputed-claims", {}),
    # People, connections, sources.
    ("what links Biden and Lavrov", "path-between", {"actor": "biden", "other": "lavrov"}),
    ("who holds a post in the Russian Foreign Ministry", "people-of", {"organization": "ru-mfa"}),
    ("what is reported by a single source only", "single-source", {}),
    # German and Russian.
    ("Wann hat Blinken Lavrov zuletzt getroffen?", "meetings-between", BETWEEN),
    ("Was hat Russland über die Ukraine gesagt?", "claims-by-about", {"actor": "ru", "other": "ua"}),
    ("Wen traf Lawrow in Genf?", "who-met", {"actor": "lavrov", "place": "geneva"}),
    ("Treffen zwischen Biden und Putin im Juni 2021", "meetings-between", {"actor": "biden", "other": "putin", "since": "2021-06-01", "until": "2021-06-30"}),
    ("Кто встречался с Лавровым?", "who-met", {"actor": "lavrov"}),
    ("Сколько раз Путин встречался с Байденом?", "meetings-between", {"actor": "putin", "other": "biden"}),
    ("Что Россия сказала об Украине?", "claims-by-about", {"actor": "ru", "other": "ua"}),
    ("встречи в Женеве", "meetings-in", {"place": "geneva"}),
]  # fmt: skip

#: What must be asked back: what nobody is called, what no question takes up, what points to something before.
ASKED_BACK = [
    "did Zyxwv meet Putin",
    "meetings involving Lavrov since Christmas",
    "who did not meet Lavrov",
    "why did Lavrov leave Geneva",
    "meetings between Lavrov and Blinken without Wang Yi",
    "what did he say",
    "what is the price of gas",
    "how tall is Lavrov",
    "meetings in Europe",
    "when did Lavrov last see Blinken face to face",
    "secret meetings of Lavrov",
    "hello",
    "Lavrov",
]


def told(answer: Answer) -> dict[str, str]:
    """The values that narrow an answer, entities by id."""
    given = {name: value for name, value in answer.parameters.items() if value is not None and name != "limit"}
    return {name: value["id"] if isinstance(value, dict) else str(value) for name, value in given.items()}


@pytest.mark.parametrize(("text", "question", "values"), ASKED)
def test_plain_words_are_understood(sample: Connection, text: str, question: str, values: dict[str, str]) -> None:
    answer = sample.ask(text)
    assert isinstance(answer, Answer), answer
    assert (answer.question, told(answer)) == (question, values)


@pytest.mark.parametrize("text", ASKED_BACK)
def test_what_is_not_understood_is_asked_back(sample: Connection, text: str) -> None:
    found = sample.ask(text)
    assert isinstance(found, Choices), found
    assert found.message and found.choices


def test_an_unknown_word_is_named_and_the_answer_without_it_offered(sample: Connection) -> None:
    found = sample.ask("secret meetings of Lavrov")
    assert isinstance(found, Choices)
    assert found.message == "'secret' is not understood. Without it, one of these may be meant:"
    assert (found.choices[0].question, found.choices[0].parameters) == ("meetings-involving", {"actor": "lavrov"})


def test_how_words_were_understood_is_said(sample: Connection) -> None:
    answer = sample.ask("blnken lavrov january")
    assert isinstance(answer, Answer) and answer.understood
    assert str(answer.understood).startswith(
        "Understood: meetings between Antony Blinken and Sergei Lavrov, January 2022 · 'blnken' read as Antony Blinken"
    )
    assert answer.to_dict()["understood"]["read_as"] == ["'blnken' read as Antony Blinken"]
    office = sample.ask("the Russian foreign minister's meetings in Geneva")
    assert isinstance(office, Answer) and office.understood
    assert "'Russian foreign minister' read as Sergei Lavrov" in office.understood.read_as


#: A question, and one follow-up after the other, each with the question and values that it comes to.
FOLLOWED: list[tuple[str, list[tuple[str, str, dict[str, str]]]]] = [
    (
        "meetings between Blinken and Lavrov",
        [
            ("and in Geneva?", "meetings-between", {**BETWEEN, "place": "geneva"}),
            ("in January 2022?", "meetings-between", {**BETWEEN, "place": "geneva", "since": "2022-01-01", "until": "2022-01-31"}),
            ("what about Wang Yi", "meetings-between", {"actor": "blinken", "other": "wang-yi", "place": "geneva", "since": "2022-01-01", "until": "2022-01-31"}),
        ],
    ),
    (
        "who met Lavrov",
        [
            ("since March?", "who-met", {"actor": "lavrov", "since": "2021-03-01"}),
            ("and Putin?", "who-met", {"actor": "putin", "since": "2021-03-01"}),
            ("what did he say?", "claims-by", {"actor": "putin", "since": "2021-03-01"}),
        ],
    ),
    ("meetings between Blinken and Lavrov", [("who else?", "who-met", {"actor": "blinken"})]),
]  # fmt: skip


@pytest.mark.parametrize(("first", "follow_ups"), FOLLOWED)
def test_a_follow_up_keeps_what_it_does_not_say(
    sample: Connection, first: str, follow_ups: list[tuple[str, str, dict[str, str]]]
) -> None:
    answer = sample.ask(first)
    for text, question, values in follow_ups:
        assert isinstance(answer, Answer)
        answer = sample.ask(text, after=answer)
        assert isinstance(answer, Answer), answer
        assert (answer.question, told(answer)) == (question, values), text


def test_a_follow_up_without_a_question_before_is_asked_back(sample: Connection) -> None:
    assert isinstance(sample.ask("and since March?"), Choices)


@pytest.fixture
def client(sample: Connection) -> FlaskClient:
    return create_app(sample).test_client()


def test_a_page_says_how_it_understood_and_asks_on(client: FlaskClient) -> None:
    text = unescape(client.get("/ask?q=blnken+lavrov+january", follow_redirects=True).get_data(as_text=True))
    assert "Understood: meetings between Antony Blinken and Sergei Lavrov, January 2022" in text
    assert "'blnken' read as Antony Blinken" in text
    on = client.get("/ask?q=and+in+Geneva&after=meetings-between%3Factor%3Dblinken%26other%3Dlavrov")
    assert on.status_code == 302
    assert on.location.startswith("/questions/meetings-between?actor=blinken&other=lavrov&place=geneva")
    as_json = client.get(
        "/ask.json?q=and+in+Geneva&after=meetings-between%3Factor%3Dblinken%26other%3Dlavrov"
    ).get_json()
    assert as_json["parameters"]["place"]["id"] == "geneva"
    assert client.get("/ask?q=and+in+Geneva&after=nothing%3Factor%3Dblinken").status_code == 404


OWN = """// Who hosted whom
//
// Meetings with their hosts, newest first.
//
// @ask    meetings chaperoned by {actor}
// @ask    whom did {actor} chaperone
// @param  actor   actor          a person, state, organization or group
// @param  since   date = null       first day to include
// @param  until   date last = null  last day to include
// @param  limit   integer = 100  most rows
// @return meeting meeting        the meeting
MATCH (:Actor {id: $actor})<-[p:HAS_PARTICIPANT]-(m:Meeting)
WHERE p.role = 'host'
  AND ($since IS NULL OR m.date_end >= $since)
  AND ($until IS NULL OR m.date <= $until)
RETURN m {.id, .title} AS meeting
ORDER BY m.id
LIMIT $limit
"""


@pytest.fixture
def own(sample: Connection, tmp_path: Path) -> Iterator[Connection]:
    """The sample with a question of a user's own, in words that no lexicon has."""
    (tmp_path / "chaperoned.cypher").write_text(OWN, encoding="utf-8")
    yield Connection(sample.graph, load_catalogue(tmp_path), Settings(queries=tmp_path))


@pytest.mark.parametrize(
    "text",
    [
        "which meetings were chaperoned by the Swiss president since 2021",
        "in 2021, whom did Guy Parmelin chaperone?",
        "Guy Parmelin's chaperoned meetings",
    ],
)
def test_a_question_of_ones_own_is_understood_in_other_words(own: Connection, text: str) -> None:
    answer: Any = own.ask(text)
    assert isinstance(answer, Answer), answer
    assert (answer.question, answer.parameters["actor"]["id"]) == ("chaperoned", "parmelin")


@pytest.mark.parametrize(
    "text", ["who was president of Switzerland in 2020", "who was foreign minister of Germany in March 2021"]
)
def test_nobody_is_named_who_held_an_office_at_another_time(sample: Connection, text: str) -> None:
    assert isinstance(sample.ask(text), Choices)


def test_a_word_that_is_narrower_than_what_is_asked_is_told(sample: Connection) -> None:
    answer = sample.ask("how often did Biden call Putin")
    assert isinstance(answer, Answer) and answer.understood
    assert answer.understood.read_as == ("'call' taken as meetings of any kind",)
