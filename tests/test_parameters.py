"""What a person types for a parameter, and what the statement gets."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.answers.answer import Answer, Choices
from explorer.asking.parameters import Understood, understand
from explorer.catalogue.catalogue import load as load_catalogue
from explorer.catalogue.values import scalar, text_of
from explorer.connection import Connection
from explorer.errors import NotFound, UsageError
from explorer.graph.base import Graph
from explorer.settings import Settings


def run(sample: Connection, name: str = "meetings-involving", **given: Any) -> Answer:
    result = sample.run(name, given)
    assert isinstance(result, Answer)
    return result


@pytest.mark.parametrize(
    "text", ["lavrov", "Lavrov", "LAVROV", "Sergei Lavrov", "Сергей Лавров", "lavrov sergey", "Foreign Minister Lavrov"]
)
def test_an_actor_is_found_by_id_name_word_or_office(sample: Connection, text: str) -> None:
    assert run(sample, actor=text).parameters["actor"] == {"type": "actor", "id": "lavrov", "name": "Sergei Lavrov"}


def test_a_whole_name_wins_over_words_of_others(sample: Connection) -> None:
    assert run(sample, actor="Russia").parameters["actor"]["id"] == "ru"


def test_an_entity_as_an_answer_shows_it_is_taken_back(sample: Connection) -> None:
    assert run(sample, actor={"id": "lavrov", "name": "whatever"}).parameters["actor"]["name"] == "Sergei Lavrov"


def test_several_of_one_name_give_choices_that_can_be_run(sample: Connection) -> None:
    choices = sample.run("meetings-between", actor="delegation", other="Lavrov", since="2021")
    assert isinstance(choices, Choices)
    assert choices.message.startswith("'delegation' names several actors")
    assert {"us-delegation", "ru-delegation"} <= {choice.parameters["actor"] for choice in choices.choices}
    for choice in choices.choices:
        assert (choice.parameters["other"], choice.parameters["since"], choice.missing) == ("lavrov", "2021", ())
        assert isinstance(sample.run(choice.question, choice.parameters), Answer)


def test_a_misspelt_name_gives_the_nearest(sample: Connection) -> None:
    choices = sample.run("meetings-involving", actor="Lavrof")
    assert isinstance(choices, Choices)
    assert choices.message == "No actor is called 'Lavrof'. Nearest names: Sergei Lavrov."
    assert [choice.parameters for choice in choices.choices] == [{"actor": "lavrov"}]


def test_a_name_like_no_other_is_not_found(sample: Connection) -> None:
    with pytest.raises(NotFound, match="No actor is called 'Xqzwy'"):
        sample.run("meetings-involving", actor="Xqzwy")


def test_a_meeting_is_found_by_id_or_by_words(sample: Connection) -> None:
    by_id = run(sample, "sources-of-meeting", meeting="2021-06-16-biden-putin")
    by_words = run(sample, "sources-of-meeting", meeting="summit of Biden and Putin")
    assert by_id.rows == by_words.rows and by_id.rows
    assert by_words.parameters["meeting"]["id"] == "2021-06-16-biden-putin"


def test_words_that_several_meetings_have_give_choices_with_their_dates(sample: Connection) -> None:
    choices = sample.run("sources-of-meeting", meeting="Blinken Lavrov")
    assert isinstance(choices, Choices)
    assert len(choices.choices) > 1 and "21 January 2022" in [choice.hint for choice in choices.choices]


def test_dates_are_understood_and_until_takes_the_last_day(sample: Connection) -> None:
    shown = run(sample, actor="lavrov", since="2021", until="January 2022").parameters
    assert (shown["since"], shown["until"]) == (date(2021, 1, 1), date(2022, 1, 31))


def test_what_is_empty_counts_as_not_given(sample: Connection) -> None:
    assert run(sample, actor="lavrov", since="", until=None, limit=" ").parameters["limit"] == 100


def test_all_that_is_wrong_is_said_at_once(sample: Connection) -> None:
    with pytest.raises(UsageError) as caught:
        sample.run("meetings-between", actr="x", since="soon", limit="many")
    assert str(caught.value).split("\n") == [
        "meetings-between has no parameter 'actr': did you mean 'actor'?",
        "meetings-between needs 'actor' and 'other'",
        "since: 'soon' is not a date: write one such as 2022-01-21, 2022-01, January 2022 or 21 January 2022",
        "limit: 'many' is not a whole number: write one such as 10",
    ]


@pytest.mark.parametrize("size", [601, 60_000])
def test_no_text_may_be_endless(sample: Connection, size: int) -> None:
    for name, values in (
        ("search", {"words": "w " * size}),
        ("meetings-involving", {"actor": "x" * size}),
        ("meetings-involving", {"actor": "lavrov", "since": "2" * size}),
        ("meetings-involving", {"actor": "lavrov", "limit": "9" * size}),
        ("participants-of", {"meeting": "会" * size}),
    ):
        with pytest.raises(UsageError, match="is too long: write at most 600 characters") as caught:
            sample.run(name, values)
        assert len(str(caught.value)) < 300
    with pytest.raises(UsageError, match="has no parameter") as caught:
        sample.run("search", {"x" * size: "y"})
    assert len(str(caught.value)) < 300
    assert sample.suggest("x" * size) == [] == sample.complete("x" * size)


def test_the_longest_search_is_answered(sample_graph: Graph) -> None:
    connection = Connection(sample_graph, load_catalogue(), Settings())
    for words in ("a " * 300, "会" * 600, "ก" * 600, "ab " * 200, "x" * 600):
        assert isinstance(connection.run("search", {"words": words}), Answer)


def test_a_parameter_like_no_other_says_what_there_is(sample: Connection) -> None:
    with pytest.raises(UsageError, match="it takes 'actor', 'place', 'since', 'until' and 'limit'"):
        sample.run("meetings-involving", actor="lavrov", zzz="x")


def test_a_period_has_its_earlier_day_first(sample: Connection) -> None:
    with pytest.raises(UsageError, match="since: 2022-01-01 is after until, 2021-12-31"):
        sample.run("meetings-involving", actor="lavrov", since="2022", until="2021")


def test_a_limit_cuts_and_says_how_to_get_the_rest(sample: Connection) -> None:
    whole = run(sample, actor="lavrov")
    assert not whole.truncated and not whole.notes
    cut = run(sample, actor="lavrov", limit=2)
    assert cut.truncated and cut.rows == whole.rows[:2]
    assert cut.notes == ["Only the first 2 rows are shown: run the question with a limit of 20 (--limit 20) for more, at most 10000."]
    exact = run(sample, actor="lavrov", limit=len(whole))
    assert not exact.truncated and exact.rows == whole.rows


@pytest.mark.parametrize("limit", [0, -1, 10_001])
def test_a_limit_has_its_bounds(sample: Connection, limit: int) -> None:
    with pytest.raises(UsageError, match=f"limit: {limit} rows cannot be given, only 1 to 10000"):
        sample.run("meetings-involving", actor="lavrov", limit=limit)


def test_values_shown_are_understood_again(sample: Connection) -> None:
    question = sample.catalogue["meetings-between"]
    given = {"actor": "Lavrov", "other": "Blinken", "since": "May 2021", "until": "2022", "limit": "3"}
    first = understand(sample.graph, question, given, 100)
    assert isinstance(first, Understood)
    again = {name: text_of(value) for name, value in first.shown.items() if value is not None}
    assert understand(sample.graph, question, again, 100) == first


@given(
    st.one_of(
        st.integers(-(2**63) + 1, 2**63 - 1),
        st.booleans(),
        st.dates(),
        st.floats(allow_nan=False, allow_infinity=False),
    )
)
def test_scalars_survive_being_written(value: Any) -> None:
    kinds = {bool: "boolean", int: "integer", float: "float", date: "date"}
    assert scalar(kinds[type(value)], text_of(value)) == value


@pytest.mark.parametrize(
    ("kind", "text", "complaint"),
    [
        ("integer", "1.5", "not a whole number"),
        ("integer", "9" * 30, "too large"),
        ("float", "nan", "not a number"),
        ("float", "much", "not a number"),
        ("boolean", "perhaps", "neither true nor false"),
        ("date", "2022-02-30", "not a date"),
        ("date", "../2022", "no first day"),
        ("words", "?!", "no letter"),
    ],
)
def test_what_does_not_fit_is_said(kind: str, text: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        scalar(kind, text)


def test_a_question_s_own_limit_gives_way_to_the_limit_of_all(sample: Connection) -> None:
    understood = understand(sample.graph, sample.catalogue["who-met"], {"actor": "blinken"}, 2)
    assert isinstance(understood, Understood) and understood.values["limit"] == 2
    with pytest.raises(UsageError, match="only 1 to 2"):
        understand(sample.graph, sample.catalogue["who-met"], {"actor": "blinken", "limit": 3}, 2)
