"""Quotes in what stands around them: the words are the text's own, in its order, and never much longer than allowed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.web.evidence.excerpts import LONGEST, ROOM, Passage, passages

TEXT = "Heading\n\nOne sentence. Two sentences. Three of them.\n \nAnother paragraph."


def shown(found: list[Passage]) -> list[list[str]]:
    return [[part.text if part.start is None else f"[{part.text}]" for part in each.parts] for each in found]


@given(
    st.text(alphabet="ab .\n", max_size=300), st.lists(st.tuples(st.integers(0, 300), st.integers(1, 40)), max_size=6)
)
def test_every_word_is_the_texts_own(text: str, places: list[tuple[int, int]]) -> None:
    spans = [(start, start + length) for start, length in places if start + length <= len(text)]
    found = passages(text, spans, room=60)
    for passage in found:
        at = [part.start for part in passage.parts if part.start is not None]
        assert at == sorted(at)
        for part in passage.parts:
            if part.start is None:
                assert part.text.strip("… ") in text
            else:
                assert text[part.start :].startswith(part.text)
        assert sum(len(part.text) for part in passage.parts) <= max(60, sum(end - start for start, end in spans)) + 4
    marked = {
        n
        for each in found
        for part in each.parts
        if part.start is not None
        for n in range(part.start, part.start + len(part.text))
    }
    assert marked == {n for start, end in spans for n in range(start, end)}


def test_a_short_paragraph_is_shown_whole_and_no_other() -> None:
    start = TEXT.index("Two")
    assert shown(passages(TEXT, [(start, start + 14)])) == [["One sentence. ", "[Two sentences.]", " Three of them."]]


def test_quotes_of_one_paragraph_stand_in_one_passage() -> None:
    one, three, last = TEXT.index("One"), TEXT.index("Three"), TEXT.index("Another")
    assert shown(passages(TEXT, [(last, len(TEXT)), (three, three + 5), (one, one + 3)])) == [
        ["[One]", " sentence. Two sentences. ", "[Three]", " of them."],
        ["[Another paragraph.]"],
    ]


def test_quotes_that_overlap_are_one() -> None:
    assert shown(passages("abcdef", [(1, 3), (2, 5)])) == [["a", "[bcde]", "f"]]


def test_a_long_paragraph_is_cut_at_words_on_both_sides() -> None:
    text = "word " * 400 + "QUOTE" + " word" * 400
    start = text.index("QUOTE")
    ((before, quote, after),) = shown(passages(text, [(start, start + 5)]))
    assert quote == "[QUOTE]"
    assert before.startswith("… word ") and before.endswith("word ")
    assert after.startswith(" word ") and after.endswith("word …")
    assert ROOM - 20 < len(before + after) < ROOM


def test_what_one_side_does_not_need_is_for_the_other() -> None:
    text = "QUOTE" + " word" * 400
    ((_, after),) = shown(passages(text, [(0, 5)]))
    assert ROOM - 20 < len(after) < ROOM


def test_an_endless_quote_is_cut() -> None:
    text = "x" * (LONGEST + 1)
    assert shown(passages(text, [(0, len(text))])) == [["[" + "x" * LONGEST + "…]"]]


@pytest.mark.parametrize("span", [(-1, 3), (3, 3), (4, 3), (0, 7), (7, 9)])
def test_a_place_that_the_text_does_not_have(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="6 characters"):
        passages("abcdef", [span])
