"""A quote is found where it stands, whatever the line ends between its words, and nowhere else."""

from __future__ import annotations

import re
import time
import tracemalloc

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from explorer.reading.quotes import Span, count, find, nearest

_SPACES = st.text(alphabet=" \t\n\r\u00a0\u2003", min_size=1, max_size=3)
_WORDS = st.lists(st.text(alphabet="abcé–’ж東𝔘.", min_size=1, max_size=6), min_size=1, max_size=40)
_TEXT = (
    "On January 21, talks were held between Blinken and\nLavrov.\n"
    "Lavrov said that the talks were useful.\n\n"
    "Blinken said that the talks were frank.\n"
)


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


@st.composite
def _texts(draw: st.DrawFn) -> str:
    parts = draw(_WORDS)
    return "".join(part + draw(_SPACES) for part in parts)


@st.composite
def _quotes(draw: st.DrawFn) -> tuple[str, str, int]:
    """A text, a quote cut out of it, its white space changed, and where it was cut."""
    text = draw(_texts())
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    cut = text[start:end]
    assume(cut.strip())
    pieces = re.split(r"(\s+)", cut)
    changed = "".join(draw(_SPACES) if piece.isspace() else piece for piece in pieces)
    return text, changed, start + len(cut) - len(cut.lstrip())


@given(_quotes())
def test_what_was_cut_out_is_found_as_it_stands(case: tuple[str, str, int]) -> None:
    text, quote, start = case
    span = find(quote, text)
    assert span is not None
    assert _squeezed(text[span.start : span.end]) == _squeezed(quote)
    assert not text[span.start].isspace() and not text[span.end - 1].isspace()
    assert span.start <= start  # the first of equal passages


@given(_quotes())
def test_one_of_the_occurrences_is_the_place_it_was_cut_from(case: tuple[str, str, int]) -> None:
    text, quote, start = case
    spans = [find(quote, text, number) for number in range(1, count(quote, text) + 1)]
    starts = [span.start for span in spans if span]
    assert start in starts
    assert starts == sorted(set(starts))
    assert find(quote, text, len(starts) + 1) is None


@given(_texts(), st.text(alphabet="abcé–’ж東𝔘.", min_size=1, max_size=8))
def test_what_is_not_there_is_not_found(text: str, quote: str) -> None:
    assert (find(quote, text) is None) == (quote not in text)
    assert count(quote, text) == len(re.findall(f"(?={re.escape(quote)})", text))


def test_offsets_are_code_points() -> None:
    text = "𝔘 naïve „Zitat“ 東京"
    assert find("„Zitat“ 東京", text) == Span(8, len(text))


def test_occurrences_are_counted_from_the_first() -> None:
    assert find("the talks were", _TEXT) == Span(_TEXT.index("the talks"), _TEXT.index(" useful"))
    assert find("the talks were", _TEXT, 2) == Span(_TEXT.rindex("the talks"), _TEXT.index(" frank"))
    assert find("the talks were", _TEXT, 3) is None
    assert count("the talks were", _TEXT) == 2


def test_a_quote_may_run_over_line_ends() -> None:
    span = find("Blinken and Lavrov. Lavrov said", _TEXT)
    assert span is not None and _TEXT[span.start : span.end] == "Blinken and\nLavrov.\nLavrov said"


@pytest.mark.parametrize("quote", ["talks was held", "on January 21", "Lavrov said that talks"])
def test_a_word_or_a_capital_that_differs_is_another_text(quote: str) -> None:
    assert find(quote, _TEXT) is None


@pytest.mark.parametrize(
    ("quote", "words", "line"),
    [
        ("Lavrov said the talks where useful", "Lavrov said that the talks were useful", 3),
        ("Blinken says that the talks were frank.", "Blinken said that the talks were frank.", 5),
        ("talks were held betwen Blinken and Lavrow", "talks were held between Blinken and Lavrov", 1),
    ],
)
def test_the_nearest_passage_is_named_with_its_line(quote: str, words: str, line: int) -> None:
    near = nearest(quote, _TEXT)
    assert near is not None
    assert words in near[0] or near[0] in words
    assert near[1] == line


@pytest.mark.parametrize(("quote", "text"), [("Lavrov", ""), ("zzzz qqqq", "aaaa"), ("  ", _TEXT)])
def test_nothing_is_near_to_what_is_nothing_like_it(quote: str, text: str) -> None:
    assert nearest(quote, text) is None


@given(_texts(), st.text(max_size=30))
def test_the_nearest_passage_stands_in_the_text(text: str, quote: str) -> None:
    near = nearest(quote, text)
    if near:
        assert _squeezed(near[0]) in _squeezed(text)
        assert 1 <= near[1] <= text.count("\n") + 1


def test_a_large_text_takes_little_time_and_memory() -> None:
    text = "ab with some more words \n " * 100_000
    began = time.monotonic()
    assert count("ab", text) == 100_000
    assert find("ab", text, 100_000) == Span(len(text) - 26, len(text) - 24)
    assert find("ab", text, 100_001) is None
    assert time.monotonic() - began < 20
    tracemalloc.start()
    try:
        find("c", text + "c")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 10 * len(text)


def test_nothing_is_quoted_by_white_space() -> None:
    assert (find(" \n", _TEXT), count(" ", _TEXT)) == (None, 0)
