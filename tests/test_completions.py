"""What is offered while somebody types a question, alike on each engine."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from engines import SERVERS

from explorer.answers.answer import Answer, Choices
from explorer.catalogue.catalogue import load as load_catalogue
from explorer.completion.completions import Completion
from explorer.connection import Connection
from explorer.graph.base import Graph
from explorer.loading.loader import load
from explorer.settings import Settings

#: Phrases of all kinds, up to the letters of a name.
TYPED = (
    "", "meetings involving ", "meetings between ", "meetings between Russia and ", "who met ", "what did ",
    "what did Lavrov say about ", "claims about ", "meetings in ", "meetings between Lavrov and Blinken in ",
    "meetings about ", "claims on ", "meetings of ", "people of ", "search for ", "participants of the meeting ",
    "what contradicts the claim ", "what does the source ", "timeline of ", "disputed claims involving ",
)  # fmt: skip
HOSTILE = (
    "Meetings in Vienna", "Trinidad and Tobago", 'Jack "the Knife" Smith', "O'Brien's Sons", "“Curly” Quotes", "«Angled»",
    "'Single'", "Since 2021", "The All", "a … gap", "<b>Bold</b>", "Who met Russia", "{actor}", "\u202eright to left",
    "😀", "Claims by and about", "all of the above since January 2022", 'both "kinds” of «quotes» and \'more\'',
    "x" * 500, "word and " * 60,
)  # fmt: skip


@pytest.fixture
def talks(sample_graph: Graph) -> Connection:
    """The sample, once on each engine."""
    return Connection(sample_graph, load_catalogue(), Settings())


def texts(found: list[Completion], kind: str) -> list[str]:
    return [each.text for each in found if each.kind == kind]


def test_a_phrase_is_filled_as_it_is_typed(talks: Connection) -> None:
    first = talks.complete("mee")
    assert texts(first, "phrase")[:4] == [
        *("meetings involving …", "meetings between … and …", "meetings of … and its people", "meetings in …"),
    ]
    assert len({each.question for each in first}) == len(first) == 8, "one phrase of each question"
    between = talks.complete("meetings between lav")
    assert texts(between, "phrase") == ["meetings between Sergei Lavrov and …"] == [each.text for each in between]
    assert between[0].text[: between[0].typed] == "meetings between Sergei Lavrov and "
    assert texts(talks.complete("meetings between Лавров a"), "phrase") == ["meetings between Sergei Lavrov and …"]
    whole = talks.complete("show me meetings between Sergei Lavrov and bl")
    assert [(each.kind, each.text, each.parameters) for each in whole] == [
        ("question", "meetings between Sergei Lavrov and Antony Blinken", {"actor": "lavrov", "other": "blinken"}),
    ]
    assert whole[0].hint == "person, Secretary of State of United States" and whole[0].typed == len(whole[0].text)


def test_the_hint_says_who_somebody_is(talks: Connection) -> None:
    (found,) = talks.complete("meetings involving lav")
    assert (found.text, found.hint) == ("meetings involving Sergei Lavrov", "person, Foreign Minister of Russia")
    assert [(each.text, each.hint) for each in talks.complete("meetings in gen")] == [
        *(("meetings in Geneva", "place, Switzerland"), ("meetings in Geneva about …", "place, Switzerland")),
    ]
    assert [each.hint for each in talks.complete("claims on sanct")] == ["topic"]
    assert talks.complete("participants of the meeting gen")[0].hint == "meeting, 21 January 2022"
    assert talks.complete("disp")[0].hint == "Claims that contradict each other"


def test_a_bare_name_offers_itself_and_questions_about_it(talks: Connection) -> None:
    found = talks.complete("lav")
    assert (found[0].kind, found[0].text, found[0].entity) == ("entity", "Sergei Lavrov", ("actor", "lavrov"))
    assert [each.kind for each in found[1:]] == ["question"] * 7
    assert {"meetings involving Sergei Lavrov", "who met Sergei Lavrov", "claims by Sergei Lavrov"} <= {
        each.text for each in found
    }
    assert "people of Sergei Lavrov" not in {each.text for each in talks.complete("lav", 30)}
    assert [each.text for each in talks.complete("gen")] == ["Geneva", "meetings in Geneva", "claims made in Geneva"]
    assert talks.complete("osce")[0].entity == ("actor", "osce")


def test_a_name_is_offered_beside_phrases_that_begin_alike(talks: Connection) -> None:
    found = talks.complete("m")
    assert [each.kind for each in found[:5]] == ["phrase"] * 5
    assert ("actor", "ru-mfa") in {each.entity for each in found[5:]}


def test_dates_are_offered_within_the_years_of_the_graph(talks: Connection) -> None:
    since = talks.complete("meetings involving lavrov since ")
    assert [each.parameters["since"] for each in since] == ["2022", "2021"]
    assert since[0].text == "meetings involving Sergei Lavrov since 2022"
    months = talks.complete("who met lavrov in ja")
    assert [(each.text, each.parameters) for each in months] == [
        (
            "who met Sergei Lavrov in January 2022",
            {"actor": "lavrov", "since": "January 2022", "until": "January 2022"},
        )
    ]
    typed = talks.complete("meetings involving lavrov until 3 May 1985")
    assert [each.parameters for each in typed] == [{"actor": "lavrov", "until": "3 May 1985"}]
    assert talks.complete("meetings between lavrov and blinken from 2021 t")[0].text.endswith(" from 2021 to …")
    later = [each.parameters["until"] for each in talks.complete("meetings between 2022 and ")]
    assert later == ["2022"], "nothing that ends before it begins"
    assert talks.complete("meetings involving lavrov since soon") == []


def test_free_words_are_taken_as_they_are(talks: Connection) -> None:
    (found,) = talks.complete("search for Geneva, again")
    assert (found.text, found.parameters) == ("search for Geneva, again", {"words": "Geneva, again"})


def test_what_nothing_begins_with_offers_nothing(talks: Connection) -> None:
    for text in ("", "  ", "?", "qqqq", "meetings involving qqqq", "who met nobody and", "x" * 601, "who " * 41):
        assert talks.complete(text) == []
    assert talks.complete("lav", 0) == [] and len(talks.complete("lav", 2)) == 2


# On one version of Neo4j: what is looked up is tested on each above, and what is asked where each question is.
@pytest.mark.parametrize("sample_graph", ("embedded", SERVERS[0]), indirect=True)
def test_what_is_offered_leads_where_it_says(talks: Connection) -> None:
    """Asked as text, or run by its parameters, each question means the same; several may bear one name."""
    offered = {
        (each.question, *sorted(each.parameters.items())): each
        for phrase in TYPED
        for letters in ("s", "ger", "n", "un", "ru", "bl", "a", "m")
        for each in talks.complete(phrase + letters)
        if each.kind == "question"
    }
    assert len(offered) > 150
    wrong = [each.text for each in offered.values() if not leads_to_the_same(talks, each)]
    assert wrong == []


def leads_to_the_same(connection: Connection, offered: Completion) -> bool:
    run, asked = connection.run(offered.question, offered.parameters), connection.ask(offered.text)
    assert isinstance(run, Answer), offered.text
    assert {name: ids(run)[name] for name in entities(run)} == {
        name: offered.parameters[name] for name in entities(run)
    }
    if isinstance(asked, Choices):  # a name that is shared: the one that is meant is among the choices
        return any(each.parameters == offered.parameters for each in asked.choices)
    return asked.question == offered.question and ids(asked) == ids(run)


def entities(answer: Answer) -> list[str]:
    return [name for name, value in answer.parameters.items() if isinstance(value, dict)]


def ids(answer: Answer) -> dict[str, Any]:
    return {name: value["id"] if isinstance(value, dict) else value for name, value in answer.parameters.items()}


def test_names_may_hold_anything(graph: Graph, tmp_path: Path) -> None:
    """Words of phrases, quotes, dates: what is offered is still understood, by the name or else by the id."""
    (tmp_path / "text.txt").write_text("They met.", encoding="utf-8")
    ordinary = '{"id": "ru", "kind": "state", "name": "Russia"}'
    actors = ",\n".join(
        [
            ordinary,
            *(
                f'{{"id": "h-{n}", "kind": "group", "name": {json.dumps(name, ensure_ascii=False)}, "aliases": ["Zz{n}"]}}'
                for n, name in named()
            ),
        ]
    )
    (tmp_path / "names.yaml").write_text(
        f'title: Names\nsources: [{{"id": "s", "title": "S", "text": "text.txt"}}]\nactors: [{actors}]\n',
        encoding="utf-8",
    )
    load(graph, [tmp_path / "names.yaml"])
    connection = Connection(graph, load_catalogue(), Settings())
    for number, name in named():
        offered = [
            found
            for typed in ("meetings involving zz{}", "meetings between russia and zz{}", "what did zz{}")
            for found in connection.complete(typed.format(number))
            if found.parameters.get("actor") == f"h-{number}" or found.parameters.get("other") == f"h-{number}"
        ]
        questions = [found for found in offered if found.kind == "question"]
        assert {found.question for found in questions} >= {"meetings-involving", "meetings-between", "claims-by"}, name
        assert [found.text for found in questions if not leads_to_the_same(connection, found)] == []


def named() -> list[tuple[int, str]]:
    return [(number, name) for number, name in enumerate(HOSTILE, 10)]


#: What is typed in other words than those of a phrase, and what is offered first.
IN_OTHER_WORDS = {
    "lavrov blinken january": "meetings between Sergei Lavrov and Antony Blinken, January 2022",
    "whom did the russian foreign minister see in geneva": "who met Sergei Lavrov in Geneva",
    "blnken lavrov meetings": "meetings between Antony Blinken and Sergei Lavrov",
    "wann traf lavrov blinken ": "meetings between Sergei Lavrov and Antony Blinken",
    "lavrov bl": "meetings between Sergei Lavrov and Antony Blinken",
    "lavrov meetings in gen": "meetings involving Sergei Lavrov in Geneva",
    "lavrov blinken meeti": "meetings between Sergei Lavrov and Antony Blinken",
    "lavrov blinken janu": "meetings between Sergei Lavrov and Antony Blinken, January 2022",
    "denials by lav": "claims by Sergei Lavrov of kind denial",
    "lavrov said about nat": "claims by Sergei Lavrov about NATO",
}  # fmt: skip


@pytest.mark.parametrize("typed", IN_OTHER_WORDS)
def test_what_is_understood_is_offered_first(talks: Connection, typed: str) -> None:
    first = talks.complete(typed, within=10)[0]
    assert (first.kind, first.text) == ("question", IN_OTHER_WORDS[typed])
    assert leads_to_the_same(talks, first)


#: Wordings of which none is a phrase, and who is named in them.
WORDED = (
    "{} bl", "{} meetings in v", "denials by {}", "{} said about na", "what {} said on sanc", "{} january",
    "{} since 2022", "visits of {}", "{} and nato", "who saw {}", "phone calls of {}", "when did {} last see bi",
    "{} in vienna january 2022", "wann traf {} la", "{} offices", "{}'s meetings in ge", "{} between 10 and 21 january",
)  # fmt: skip
NAMED = ("lavrov", "the russian foreign minister", "nato", "joe biden", "blnken")


def test_what_is_offered_in_other_words_leads_where_it_says(sample: Connection) -> None:
    offered = {
        (each.question, *sorted(each.parameters.items())): each
        for wording in WORDED
        for name in NAMED
        for each in sample.complete(wording.format(name), within=10)
        if each.kind == "question"
    }
    assert len(offered) > 120
    assert [each.text for each in offered.values() if not leads_to_the_same(sample, each)] == []


def test_who_is_called_by_an_office_is_offered_with_questions(talks: Connection) -> None:
    found = talks.complete("russian foreign minister", within=10)
    assert found[0].entity == ("actor", "lavrov")
    assert {"meetings-involving", "who-met"} <= {each.question for each in found[1:]}


def test_what_is_nearly_understood_is_offered_as_the_box_asks_back(talks: Connection) -> None:
    asked = talks.understand("visits of lavrov in geneva")
    found = talks.complete("visits of lavrov in geneva ", within=10)
    read = [each.parameters for each in asked.choices] if isinstance(asked, Choices) else [ids_of(asked[1].values)]
    assert found and found[0].parameters in read


def ids_of(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None and name != "limit"}


def test_what_has_no_answer_says_so_and_comes_last(talks: Connection) -> None:
    for typed in ("lav", "lavrov said about nat", "claims about lavrov", "meetings involving lavrov until 3 May 1985"):
        offered = [each for each in talks.complete(typed, within=10) if each.kind == "question"]
        empty = [each for each in offered if each.is_empty]
        assert all(each.hint.endswith("nothing is recorded") for each in empty)
        assert empty and offered[-len(empty) :] == empty, typed
        for each in offered:
            answer = talks.run(each.question, each.parameters)
            assert isinstance(answer, Answer) and bool(answer.rows) == (each not in empty), each.text


def test_nothing_is_offered_twice(talks: Connection) -> None:
    for typed in ("lavrov blinken", "russia na", "meetings lavrov", "lav", "claims by lavrov", "who met lavrov "):
        found = talks.complete(typed, within=10)
        offers = {(each.question, each.entity, *sorted(each.parameters.items()), each.kind) for each in found}
        assert len(offers) == len(found) > 0, typed


def test_without_time_phrases_and_names_are_offered_all_the_same(talks: Connection) -> None:
    assert talks.complete("lavrov blinken january", within=0) == []
    assert talks.complete("lav", within=0)[0].entity == ("actor", "lavrov")
    assert talks.complete("meetings involving lav", within=0)[0].parameters == {"actor": "lavrov"}
