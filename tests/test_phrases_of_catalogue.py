"""Every phrase of every question, as people type it over the sample: understood as that question, with its ids."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explorer.answers.answer import Answer, Choices
from explorer.catalogue import catalogue
from explorer.catalogue.phrases import Phrase
from explorer.catalogue.query_file import QueryFile
from explorer.connection import Connection

CATALOGUE = catalogue.load(None)
PHRASES = [(question.name, phrase.text) for question, phrase in CATALOGUE.phrases]

#: For each slot what somebody may call it, and the id that is meant. A row of the table is one way to speak.
FULL = {
    "actor": ("Sergei Lavrov", "lavrov"),
    "other": ("Antony Blinken", "blinken"),
    "to": ("Antony Blinken", "blinken"),
    "third": ("Vladimir Putin", "putin"),
    "about": ("Joe Biden", "biden"),
    "organization": ("Russia", "ru"),
    "place": ("Geneva", "geneva"),
    "topic": ("Security guarantees", "security-guarantees"),
    "meeting": ("Summit of Biden and Putin in Geneva", "2021-06-16-biden-putin"),
    "claim": ("Nobody will be allowed to shut the door of the alliance.", "2022-01-10-sherman-open-door"),
    "source": ("Notes on the Geneva meetings", "geneva-notes"),
    "words": ("security guarantees", "security guarantees"),
    "role": ("Foreign Minister", "Foreign Minister"),
    "since": ("1 December 2021", date(2021, 12, 1)),
    "until": ("January 2022", date(2022, 1, 31)),
    "since..until": ("January 2022", (date(2022, 1, 1), date(2022, 1, 31))),
}
ONE_WORD = FULL | {
    "actor": ("Lavrov", "lavrov"),
    "other": ("Zelenskyy", "zelenskyy"),
    "organization": ("OSCE", "osce"),
    "place": ("Reykjavik", "reykjavik"),
    "topic": ("Sanctions", "sanctions"),
    "meeting": ("Reykjavik", "2021-05-19-blinken-lavrov"),
    "claim": ("barracks", "2022-01-10-sherman-barracks"),
    "source": ("chronicle", "chronicle-of-talks"),
    "words": ("ukraine", "ukraine"),
    "since": ("2021", date(2021, 1, 1)),
    "until": ("2022", date(2022, 12, 31)),
    "since..until": ("2022", (date(2022, 1, 1), date(2022, 12, 31))),
}
OTHER_SCRIPT = FULL | {
    "actor": ("Лавров", "lavrov"),
    "other": ("Сергей Рябков", "ryabkov"),
    "organization": ("НАТО", "nato"),
    "place": ("Женева", "geneva"),
    "topic": ("гарантии безопасности", "security-guarantees"),
    "meeting": ("2021-06-16-biden-putin", "2021-06-16-biden-putin"),
    "words": ("Лавров", "Лавров"),
    "claim": ("2022-01-10-sherman-open-door", "2022-01-10-sherman-open-door"),
    "source": ("geneva-notes", "geneva-notes"),
    "since": ("2021-12-01", date(2021, 12, 1)),
    "until": ("2022-01", date(2022, 1, 31)),
    "since..until": ("2022-01", (date(2022, 1, 1), date(2022, 1, 31))),
}
ALIASES = FULL | {
    "actor": ("Sergej Lavrov", "lavrov"),
    "other": ("Tony Blinken", "blinken"),
    "organization": ("the OSCE", "osce"),
    "place": ("Genf", "geneva"),
    "topic": ("security assurances", "security-guarantees"),
    "since": ("Dec 2021", date(2021, 12, 1)),
    "until": ("21 January 2022", date(2022, 1, 21)),
    "since..until": ("21 Jan 2022", (date(2022, 1, 21), date(2022, 1, 21))),
}
FILLINGS = {"full names": FULL, "one word": ONE_WORD, "another script, ids": OTHER_SCRIPT, "aliases": ALIASES}


def lower(text: str) -> str:
    return text.lower()


def decorated(text: str) -> str:
    return f"  Please, show me: {text.replace(' ', '  ')}?! "


def shouted(text: str) -> str:
    return f"{text.upper()}!"


#: Ways to type one and the same thing.
MANNERS = {"as written": str, "lower case": lower, "decorated": decorated, "shouted": shouted}


#: What fills a slot whose parameter has a name of its own, by its type.
BY_TYPE = {"actor organization": "organization", "date": "since", "date last": "until"}


def filled(question: QueryFile, phrase: Phrase, filling: dict[str, tuple[str, Any]]) -> tuple[str, dict[str, Any]]:
    """The phrase with its slots filled, and the values that it must come to."""
    expected: dict[str, Any] = {}
    said = phrase.text
    for slot in phrase.slots:
        name, declared = "..".join(slot.names), question.parameter(slot.names[0]).declared
        by_type = "since..until" if len(slot.names) > 1 else BY_TYPE.get(declared, declared)
        text, value = filling.get(name) or filling[by_type]
        said = said.replace("{" + "..".join(slot.names) + "}", text)
        expected |= dict(zip(slot.names, value if len(slot.names) > 1 else [value], strict=True))
    return said, expected


def understood(answer: Answer) -> dict[str, Any]:
    """The values as understood that are not their defaults, entities as ids."""
    defaults = {each.name: each.default for each in CATALOGUE[answer.question].parameters}
    given = {name: value for name, value in answer.parameters.items() if value != defaults[name]}
    return {name: value["id"] if isinstance(value, dict) else value for name, value in given.items()}


@pytest.mark.parametrize("way", FILLINGS)
@pytest.mark.parametrize("name", CATALOGUE)
def test_each_phrase_is_understood(sample: Connection, name: str, way: str) -> None:
    for phrase in CATALOGUE[name].phrases:
        text, expected = filled(CATALOGUE[name], phrase, FILLINGS[way])
        for manner in MANNERS.values():
            if manner is shouted and FILLINGS[way] is OTHER_SCRIPT:
                continue  # ids are written in small letters
            answer = sample.ask(manner(text))
            assert isinstance(answer, Answer), (manner(text), answer)
            given = understood(answer)
            for free in {"words", "role"} & set(given):
                given[free], expected[free] = (" ".join(str(each[free]).lower().split()) for each in (given, expected))
            assert (answer.question, given) == (name, expected), manner(text)


@pytest.mark.parametrize("name", [name for name, question in CATALOGUE.items() if question.period])
def test_each_phrase_may_be_followed_by_a_time(sample: Connection, name: str) -> None:
    question = CATALOGUE[name]
    timed = [phrase for phrase in question.wordings if phrase.timed]
    assert len(timed) == 7 * len([phrase for phrase in question.phrases if not set(phrase.names) & set(question.period or ())])
    for phrase in timed:
        text, expected = filled(question, phrase, FULL)
        answer = sample.ask(text)
        assert isinstance(answer, Answer), (text, answer)
        assert (answer.question, understood(answer)) == (name, expected), text


#: A word, a slot, and the entities it can mean.
AMBIGUOUS = [
    ("Sergei", "actor", {"lavrov", "ryabkov"}),
    ("delegation", "actor", {"us-delegation", "ru-delegation"}),
    ("Foreign", "actor", {"ru-mfa", "cn-mfa"}),
    ("Geneva", "meeting", {"2022-01-21-blinken-lavrov", "2022-02-24-blinken-lavrov", "2022-01-10-us-russia-geneva"}),
    ("attack", "claim", {"2022-01-21-lavrov-denial", "2022-01-19-blinken-short-notice"}),
]


@pytest.mark.parametrize(("word", "slot", "ids"), AMBIGUOUS)
def test_a_name_of_several_gives_choices_with_each_of_them(
    sample: Connection, word: str, slot: str, ids: set[str]
) -> None:
    phrases = [(name, text) for name, text in PHRASES if text.endswith(f"{{{slot}}}") and text.count("{") == 1]
    assert phrases
    for name, text in phrases:
        found = sample.ask(text.replace(f"{{{slot}}}", word))
        assert isinstance(found, Choices), (text, word, found)
        offered = {choice.parameters.get(slot) for choice in found.choices if choice.question == name}
        assert ids <= offered, (text, word)


@pytest.mark.parametrize(
    ("text", "question", "id"),
    [
        # An actor by its whole name, and a word of a topic's name; then a topic's whole name.
        ("claims about NATO", "claims-about", "nato"),
        ("claims about NATO enlargement", "claims-on", "nato-enlargement"),
        ("claims about Ukraine", "claims-about", "ua"),
        ("meetings about sanctions", "meetings-about", "sanctions"),
    ],
)
def test_of_an_actor_and_a_topic_the_better_name_wins(sample: Connection, text: str, question: str, id: str) -> None:
    answer = sample.ask(text)
    assert isinstance(answer, Answer), answer
    assert (answer.question, list(understood(answer).values())) == (question, [id])


def test_every_choice_of_an_ambiguous_name_can_be_taken(sample: Connection) -> None:
    found = sample.ask("meetings involving Sergei")
    assert isinstance(found, Choices)
    answers = [sample.run(choice.question, choice.parameters) for choice in found.choices]
    assert all(isinstance(answer, Answer) and answer.rows for answer in answers)


_GIBBERISH = st.one_of(
    st.text(max_size=60),
    st.lists(
        st.sampled_from("xyzzy plugh of meetings Lavrof since 31 and qqq claims 東京 ? {actor} $x '".split()),
        max_size=9,
    ).map(" ".join),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_GIBBERISH.filter(lambda text: any(character.isascii() and character.isalnum() for character in text)))
def test_no_words_give_an_empty_page(sample: Connection, text: str) -> None:
    found = sample.ask(text)
    assert isinstance(found, Answer) or (found.choices and found.message)
