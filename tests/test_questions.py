"""Plain words to answers, over the sample."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explorer.answers.answer import Answer, Choices
from explorer.catalogue.phrases import fill_phrase
from explorer.connection import Connection
from explorer.errors import UsageError
from explorer.statements import Statement


def asked(sample: Connection, text: str) -> tuple[str, dict[str, object]]:
    """The question and the values that narrow it, entities as ids."""
    answer = sample.ask(text)
    assert isinstance(answer, Answer), answer
    values = {name: value for name, value in answer.parameters.items() if value is not None and name != "limit"}
    return answer.question, {name: value["id"] if isinstance(value, dict) else value for name, value in values.items()}


def choices(sample: Connection, text: str) -> Choices:
    found = sample.ask(text)
    assert isinstance(found, Choices), found
    assert found.choices and found.message and found.asked
    return found


@pytest.mark.parametrize(
    ("text", "question", "values"),
    [
        ("meetings involving Lavrov", "meetings-involving", {"actor": "lavrov"}),
        ("MEETINGS involving, the Лавров??", "meetings-involving", {"actor": "lavrov"}),
        ("Which meetings did Sergei Lavrov take part in?", "meetings-involving", {"actor": "lavrov"}),
        ("meetings between the US and Russia", "meetings-between", {"actor": "us", "other": "ru"}),
        ("did Biden ever meet Putin?", "meetings-between", {"actor": "biden", "other": "putin"}),
        ("claims by “Sergei Lavrov” about NATO", "claims-by-about", {"actor": "lavrov", "other": "nato"}),
        ("who is Foreign Minister Lavrov", "offices-of", {"actor": "lavrov"}),
        ("meetings in Genf", "meetings-in", {"place": "geneva"}),
        ("meetings about NATO expansion", "meetings-about", {"topic": "nato-enlargement"}),
        ("search for security guarantees", "search", {"words": "security guarantees"}),
        ("most connected actors", "most-connected", {}),
        (
            "meetings involving Lavrov since 2022-01",
            "meetings-involving",
            {"actor": "lavrov", "since": date(2022, 1, 1)},
        ),
        (
            "meetings with Lavrov in January 2022",
            "meetings-involving",
            {"actor": "lavrov", "since": date(2022, 1, 1), "until": date(2022, 1, 31)},
        ),
        (
            "who met Putin on 16 June 2021",
            "who-met",
            {"actor": "putin", "since": date(2021, 6, 16), "until": date(2021, 6, 16)},
        ),
    ],
)
def test_plain_words_find_question_and_values(
    sample: Connection, text: str, question: str, values: dict[str, object]
) -> None:
    assert asked(sample, text) == (question, values)


def test_a_phrase_of_each_question_leads_to_it(sample: Connection) -> None:
    names = {"actor": "Lavrov", "place": "Geneva", "topic": "Sanctions", "date": "2021", "words": "talks"}
    names |= {"meeting": "2021-06-16-biden-putin", "source": "geneva-notes", "integer": "3", "string": "x"}
    claim = sample.graph.read(Statement("test", "MATCH (c:Claim) RETURN c.id AS id ORDER BY id LIMIT 1")).rows[0]["id"]
    names["claim"] = claim
    for question in sample.catalogue.values():
        filling = {each.name: names[each.type] for each in question.parameters}
        filling |= {"other": "Blinken", "organization": "NATO"}
        for phrase in question.phrases:
            text = fill_phrase([phrase], filling)
            answer = sample.ask(text)
            assert isinstance(answer, Answer) and answer.question == question.name, (text, answer)


def test_an_and_in_the_wrong_place_is_no_name(sample: Connection) -> None:
    question, values = asked(sample, "meetings between Russia and NATO and the US")
    assert (question, sorted(values.values())) == ("meetings", ["nato", "ru", "us"])


def test_several_names_give_choices(sample: Connection) -> None:
    found = choices(sample, "meetings involving delegation")
    assert {"us-delegation", "ru-delegation"} <= {choice.parameters["actor"] for choice in found.choices}


def test_a_misspelt_name_gives_the_question_with_the_nearest(sample: Connection) -> None:
    answer = sample.ask("meetings involving Lavrof")
    assert isinstance(answer, Answer) and answer.parameters["actor"]["id"] == "lavrov"
    assert answer.understood and answer.understood.read_as == ("'Lavrof' read as Sergei Lavrov",)
    assert str(answer.understood).startswith("Understood: meetings involving Sergei Lavrov · 'Lavrof' read as")


@pytest.mark.parametrize("text", ["meetngs involving Lavrov", "Lavrov's meetings", "meetngs involvin Lavrof"])
def test_words_near_a_phrase_are_understood(sample: Connection, text: str) -> None:
    assert asked(sample, text) == ("meetings-involving", {"actor": "lavrov"})


@pytest.mark.parametrize(
    ("text", "id"), [("Lavrov", "lavrov"), ("Geneva", "geneva"), ("NATO", "nato"), ("Lavrof", "lavrov")]
)
def test_a_bare_name_gives_questions_about_it(sample: Connection, text: str, id: str) -> None:
    found = choices(sample, text)
    *about, last = found.choices
    assert about and all(id in choice.parameters.values() and not choice.missing for choice in about)
    assert last.question == "search"


def test_two_bare_names_ask_when_they_met(sample: Connection) -> None:
    assert asked(sample, "Lavrov Blinken") == ("meetings-between", {"actor": "lavrov", "other": "blinken"})


def test_a_bare_date_narrows_what_is_asked(sample: Connection) -> None:
    question, values = asked(sample, "Lavrov 2022")
    assert (question, values["since"], values["until"]) == ("meetings-involving", date(2022, 1, 1), date(2022, 12, 31))


def test_an_unknown_part_is_never_passed_over(sample: Connection) -> None:
    found = choices(sample, "meetings involving Lavrov since Christmas")
    assert found.choices[0].parameters == {"actor": "lavrov"}


def test_nothing_fitting_gives_the_search(sample: Connection) -> None:
    found = choices(sample, "xyzzy plugh")
    assert [(choice.question, choice.parameters) for choice in found.choices] == [("search", {"words": "xyzzy plugh"})]


@pytest.mark.parametrize("text", ["", "  ", "?!", "…"])
def test_no_words_are_no_question(sample: Connection, text: str) -> None:
    with pytest.raises(UsageError, match="Ask something"):
        sample.ask(text)


def test_too_many_words_are_refused(sample: Connection) -> None:
    with pytest.raises(UsageError, match="at most 40 words"):
        sample.ask("meetings between " + "Lavrov and " * 40)


def test_few_statements_are_sent_for_a_question(sample: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[str] = []
    read = sample.graph.read

    def counted(statement: Statement, *given: object, **options: object) -> object:
        sent.append(statement.name)
        return read(statement, *given, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(sample.graph, "read", counted)
    sample.ask("meetings between Lavrov and Blinken since 2021")
    assert sent == ["lookup/find", "queries/meetings-between"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(
            "meetings claims Lavrov Geneva NATO between and by about in 2022 January who met 'US' sanctions x".split()
        ),
        min_size=1,
        max_size=7,
    ).map(" ".join)
)
def test_every_choice_can_be_taken(sample: Connection, text: str) -> None:
    found = sample.ask(text)
    if isinstance(found, Answer):
        return
    assert found.choices
    for choice in found.choices:
        if not choice.missing:
            taken = sample.run(choice.question, choice.parameters)
            if isinstance(taken, Choices):  # a second name that several bear is asked for next
                taken = sample.run(taken.choices[0].question, taken.choices[0].parameters)
            assert isinstance(taken, Answer)


def test_an_empty_answer_says_where_to_go_on(sample: Connection) -> None:
    answer = sample.ask("meetings involving Poland")
    assert isinstance(answer, Answer) and not answer.rows
    assert answer.notes == ["What else there is about Poland: ask “Poland”."]
    assert isinstance(sample.ask("Poland"), Choices)


def test_two_may_have_met_in_a_place(sample: Connection) -> None:
    answer = sample.ask("Did Lavrov meet Blinken in Reykjavik?")
    assert isinstance(answer, Answer)
    assert [row["meeting"]["id"] for row in answer.rows] == ["2021-05-19-blinken-lavrov"]
