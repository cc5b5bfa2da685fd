"""Quotes marked in a text: exactly what is quoted is marked, wherever quotes overlap."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from explorer.web.evidence import highlights

SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=12)


@given(st.text(max_size=40), SPANS, st.integers(0, 30))
def test_marks_cover_exactly_what_is_quoted(text: str, spans: list[tuple[int, int]], first: int) -> None:
    quotes = [highlights.Quote(a, b, highlights.Support("claim", f"c{n}", "")) for n, (a, b) in enumerate(spans)]
    last = first + len(text)
    inside = [quote for quote in quotes if quote.start < quote.end and quote.start < last and first < quote.end]
    found = highlights.segments(text, quotes, first)
    assert "".join(segment.text for segment in found) == text
    position = first
    for segment in found:
        around = [q for q in inside if q.start <= position and position + len(segment.text) <= q.end]
        assert {each.id for each in segment.supports} == {q.support.id for q in around}
        assert (segment.anchor == position) == any(q.start == position for q in inside)
        position += len(segment.text)
    anchors = [segment.anchor for segment in found if segment.anchor is not None]
    assert sorted(anchors) == sorted({q.start for q in inside if q.start >= first}), "each once, so that ids are unique"
    assert {each.id for segment in found for each in segment.ended} == {q.support.id for q in inside if q.end <= last}


@given(st.text(alphabet="ab c\n", max_size=200))
def test_unwrapping_keeps_every_place(text: str) -> None:
    flowing = highlights.unwrapped(text)
    assert len(flowing) == len(text)
    assert all(new == old or (old, new) == ("\n", " ") for old, new in zip(text, flowing, strict=True))


def test_unwrapping_joins_the_lines_of_a_paragraph_only() -> None:
    text = "Heading\n\nA line that is as long as it can\nbe, and its end.\n- an item"
    assert highlights.unwrapped(text) == "Heading\n\nA line that is as long as it can be, and its end.\n- an item"
