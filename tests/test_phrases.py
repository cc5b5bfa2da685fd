"""Phrases and the words of a person, without a graph."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.catalogue.matching import fits
from explorer.catalogue.phrases import Phrase, compile_phrase, fill_phrase, with_times
from explorer.catalogue.words import SMALL, split, text_span

TYPES = {"actor": "actor", "other": "actor", "since": "date", "until": "date last", "words": "words"}


def phrase(text: str) -> Phrase:
    return compile_phrase(text, TYPES)


def passages(asked: str, text: str) -> list[tuple[str, ...]]:
    """What the slots hold, once for each way to read the text that differs by more than small words."""
    words = split(text)
    found = [tuple(text_span(text, words[start:end]) for start, end in spans) for spans in fits(phrase(asked), words)]
    return list(dict.fromkeys(found))


@pytest.mark.parametrize(
    "text",
    [
        "meetings involving Lavrov",
        "MEETINGS  involving, Lavrov!",
        "Which meetings involving the Lavrov?",
        "show me all meetings involving “Lavrov”",
        "meeting involving Lavrov, please",
        "find the meetings involving Lavrov",
    ],
)
def test_case_punctuation_and_small_words_do_not_matter(text: str) -> None:
    assert passages("meetings involving {actor}", text) == [("Lavrov",)]


@pytest.mark.parametrize(
    "text", ["meetings Lavrov", "involving meetings Lavrov", "meetings involving", "old meetings involving Lavrov", ""]
)
def test_what_lacks_a_word_or_has_another_does_not_fit(text: str) -> None:
    assert passages("meetings involving {actor}", text) == []


def test_all_ways_to_split_are_tried() -> None:
    assert passages("meetings between {actor} and {other}", "meetings between Russia and NATO and the US") == [
        ("Russia", "NATO and the US"),
        ("Russia and NATO", "US"),
    ]


def test_quotes_keep_a_name_together() -> None:
    assert passages("meetings between {actor} and {other}", "meetings between 'Bosnia and Herzegovina' and NATO") == [
        ("Bosnia and Herzegovina", "NATO")
    ]


def test_a_possessive_is_the_name() -> None:
    assert passages("{actor}'s meetings", "What were Lavrov’s meetings?") == [("Lavrov",)]


def test_dates_and_names_with_signs_are_kept_as_written() -> None:
    found = passages("meetings with {actor} since {since}", "meetings with U.S.-Russia Council since 2022-01-21?")
    assert found == [("U.S.-Russia Council", "2022-01-21")]


def test_a_period_is_one_slot_for_two_parameters() -> None:
    found = phrase("meetings in {since..until}")
    assert found.names == ("since", "until") and [slot.kind for slot in found.slots] == ["period"]


def test_phrases_that_no_text_could_tell_apart_have_one_normal_form() -> None:
    assert phrase("Meetings with {actor}").signature == phrase("the meeting with {other}?").signature
    assert phrase("claims by {actor}").signature != phrase("claims to {actor}").signature


def test_a_question_is_said_with_what_is_known() -> None:
    meetings = phrase("meetings with {actor}")
    phrases = [meetings, *with_times(meetings, ("since", "until"))]
    assert fill_phrase(phrases, {"actor": "Lavrov"}) == "meetings with Lavrov"
    assert fill_phrase(phrases, {"actor": "Lavrov", "since": "2022"}) == "meetings with Lavrov since 2022"
    assert fill_phrase(phrases, {"actor": "Lavrov", "since": "2022", "until": "2022"}) == "meetings with Lavrov in 2022"
    assert fill_phrase(phrases, {"actor": "Lavrov", "since": "2021", "until": "2022"}) == "meetings with Lavrov from 2021 to 2022"
    assert fill_phrase(phrases, {}) == "meetings with …"
    assert fill_phrase([], {}) == ""


name = st.lists(st.sampled_from(["Sergei", "Лавров", "O'Brien", "Élysée", "NATO", "St"]), min_size=1, max_size=3).map(
    " ".join
)
filler = st.sampled_from(sorted(SMALL - {"s"}))


@given(name, name, filler, filler, st.sampled_from(["?", "!", " …", ""]))
def test_a_phrase_filled_in_and_decorated_is_read_back(one: str, two: str, before: str, between: str, end: str) -> None:
    text = f"{before} Meetings BETWEEN {between} {one} and {two}{end}"
    assert (one, two) in passages("meetings between {actor} and {other}", text)


@given(st.text(max_size=80))
def test_any_text_can_be_split_and_compared(text: str) -> None:
    words = split(text)
    assert all(word.normalized and text[word.start : word.end] for word in words)
    assert [word.start for word in words] == sorted(word.start for word in words)
    for asked in ("search {words}", "{actor} and {other}", "claims by {actor} in {since..until}"):
        for spans in fits(phrase(asked), words):
            assert all(start < end for start, end in spans)
