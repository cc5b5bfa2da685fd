"""A quote is found as a reader would find it; what is stored is what the text has, at its own place."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import pytest
from graph_dump import dump
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.connection import connect
from explorer.errors import InputError
from explorer.reading import quotes
from explorer.reading.comparable import comparable

DOSSIER = """title: Quotes
sources: [{{id: s, title: A text, text: s.txt}}]
topics: [{{id: gas, name: Gas}}]
meetings:
  - {{id: m, title: Talks, topics: [gas], reports: [{{quote: {quote}{more}}}]}}
"""
#: What the text has, and a quote that a reader takes for the same.
SAME = {
    "composed letters": ("in the Cafe\u0301 Zu\u0308rich", "in the Café Zürich"),
    "decomposed letters": ("in the Café Zürich", "in the Cafe\u0301 Zu\u0308rich"),
    "Hangul": (unicodedata.normalize("NFD", "두 장관은 만났다"), "두 장관은 만났다"),
    "Hangul the other way": ("두 장관은 만났다", unicodedata.normalize("NFD", "두 장관은 만났다")),
    "Vietnamese marks in another order": ("Vie\u0302\u0323t Nam", "Vie\u0323\u0302t Nam"),
    "an Angstrom": ("ten \u212b wide", "ten Å wide"),
    "apostrophes": ("Biden’s call with O\u02bcBrien", "Biden's call with O`Brien"),
    "quotation marks": ("he said “we met” and «left»", "he said \"we met\" and 'left'"),
    "low quotation marks": ("sie sagte: „Nein‟", 'sie sagte: "Nein"'),
    "doubled signs for a quotation mark": ("he said ''no''", 'he said "no"'),
    "corner brackets": ("大臣は「会った」と", '大臣は"会った"と'),
    "dashes": ("the talks – all of them — went on 2019‒2020", "the talks - all of them - went on 2019-2020"),
    "dashes of a typewriter": ("the talks—frank", "the talks--frank"),
    "a minus": ("at \u22125 degrees", "at -5 degrees"),
    "ligatures": ("the ofﬁce was ﬂooded, eﬀort and Ǆ", "the office was flooded, effort and DŽ"),
    "Arabic letters in printed forms": ("\ufe8d\ufedf\ufeb4\ufefc\ufee1", "السلام"),
    "Chinese radicals": ("\u2f08\u2f24", "人大"),
    "an ellipsis": ("they met… and left", "they met... and left"),
    "soft hyphens": ("the mini\u00adsters left", "the ministers left"),
    "soft hyphens in the quote": ("the ministers left", "the mini\u00adsters left"),
    "zero-width spaces": ("the\u200b min\u200disters\ufeff left", "the ministers left"),
    "no-break spaces": ("on 21\u00a0January at\u202f5\u2009p.m.", "on 21 January at 5 p.m."),
    "marks of direction": ("\u200eboth \u202bmet\u202c there\u2069", "both met there"),
    "variants of a sign": ("a heart \u2764\ufe0f for", "a heart \u2764 for"),
    "white space": ("they\n\n  met\tin Geneva", "they met in Geneva"),
    "a hyphen at the end of a line": ("the govern-\nment of", "the government of"),
    "a hyphen at the end of a line that belongs there": ("a well-\n known man", "a well-known man"),
    "both in one quote": ("the govern-\nment of a well-\nknown man", "the government of a well-known man"),
    "a hyphen at the end of a line of the quote": ("the government of", "the govern-\nment of"),
    "a folded line of the quote": ("a well-known man", "a well- known man"),
    "a line of Chinese": ("双方在\n日内瓦会谈", "双方在日内瓦会谈"),
    "a dash to begin with": ("– No, he said", "- No, he said"),
}  # fmt: skip
#: What a reader tells apart: text, quote, and what the message says of the difference.
OTHER = {
    "a number": ("They met on 21 January.", "They met on 22 January.", 'the quote has "22" and the text "21"'),
    "a capital": ("the Talks were frank", "the talks were frank", 'the quote has "talks" and the text "Talks"'),
    "a letter of another script": ("Putin spoke", "Put\u0456n spoke", "cyrillic small letter byelorussian-ukrainian i"),
    "a word left out": ("They met only once in May", "They met once in May", 'the quote leaves out "only"'),
    "a word too many": ("They met once in May", "They met only once in May", 'the text does not have "only"'),
    "an accent": ("the resume of talks", "the résumé of talks", 'the quote has "résumé" and the text "resume"'),
    "a hyphen within a line": ("they re-sign the paper", "they resign the paper", '"resign" and the text "re-sign"'),
    "no hyphen": ("they resign the paper", "they re-sign the paper", '"re-sign" and the text "resign"'),
    "a minus": ("it was 5 degrees", "it was -5 degrees", '"-5" and the text "5"'),
    "a power": ("some 10² men", "some 102 men", '"102" and the text "10²"'),
}  # fmt: skip
PAGE = "There was rain.\n{}\nMore of it fell later, and the day was over then.\n"


def _load(folder: Path, text: str, quote: str, more: str = "") -> tuple[list[str], dict[str, Any]]:
    """The notes of the load, and what is stored of the report."""
    (folder / "s.txt").write_text(text, encoding="utf-8", newline="")
    written = '"' + quote.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    (folder / "d.yaml").write_text(DOSSIER.format(quote=written, more=more), encoding="utf-8")
    with connect(folder / "g.kgl") as graph:
        notes = graph.load([folder / "d.yaml"]).notes
        [own] = [dict(relation[3]) for relation in dump(graph.graph)[1] if relation[0] == "REPORTED_IN"]
    return notes, own


@pytest.mark.parametrize("name", SAME)
def test_what_a_reader_cannot_tell_apart_is_found_and_stored_as_the_text_has_it(name: str, tmp_path: Path) -> None:
    passage, quote = SAME[name]
    text = PAGE.format(passage)
    notes, stored = _load(tmp_path, text, quote)
    assert not notes
    cut = text[stored["quote_start"] : stored["quote_end"]]
    assert comparable(cut) == comparable(passage)
    assert passage.strip("\u200e\u2069").endswith(cut[-3:]) and cut in passage
    assert stored["quote"] == " ".join(cut.split())


@pytest.mark.parametrize("name", OTHER)
def test_what_a_reader_tells_apart_is_refused_and_shown_where(name: str, tmp_path: Path) -> None:
    passage, quote, words = OTHER[name]
    with pytest.raises(InputError) as caught:
        _load(tmp_path, PAGE.format(passage), quote)
    [problem] = caught.value.problems
    assert problem.line == 5
    assert "the nearest passage, in its line 2" in problem.message and words in problem.message


def test_a_short_quote_that_stands_there_often_is_refused(tmp_path: Path) -> None:
    text = "In January they met.\nIn January they left. In January it snowed.\n"
    with pytest.raises(InputError) as caught:
        _load(tmp_path, text, "In January")
    [problem] = caught.value.problems
    assert problem.line == 5 and "several times, first in lines 1 and 2" in problem.message
    assert "quote more words" in problem.message and "occurrence: 1" in problem.message
    for number, start in ((1, 0), (2, 21), (3, 43)):
        notes, stored = _load(tmp_path, text, "In January", f", occurrence: {number}")
        assert (notes, stored["quote_start"]) == ([], start)


def test_a_longer_one_is_loaded_with_a_note(tmp_path: Path) -> None:
    notes, stored = _load(tmp_path, "They met in the old town.\n" * 3, "They met in the old town.")
    assert stored["quote_start"] == 0
    assert len(notes) == 1 and ":5: " in notes[0] and "first in lines 1 and 2" in notes[0]


_words = st.text(st.sampled_from("ab fi\ufb01-–\n'’\u00ade\u0301é中ᄃ\u116e두…\u200b"), max_size=40)


@settings(max_examples=300, deadline=None)
@given(before=_words, quoted=_words, after=_words)
def test_what_is_cut_out_of_any_text_is_found_at_that_place_or_before(before: str, quoted: str, after: str) -> None:
    # Words around it, so that nothing of it is joined to what stands beside it.
    text, wanted = f"{before} x{quoted}x {after}", f"x{quoted}x"
    place = quotes.find(wanted, text)
    assert place is not None
    cut = text[place.start : place.end]
    assert place.start <= len(before) + 1
    assert quotes.find(wanted, cut) and len(comparable(cut).strip()) == len(comparable(wanted).strip())


def test_in_a_long_text_quotes_are_found_as_in_a_short_one() -> None:
    lines = [f"On day {number} the 5th of them met “others” in hall {number * 7}, rëally." for number in range(3000)]
    text, chosen = "\n".join(lines), range(0, 3000, 7)
    for number in chosen:
        [place, *others] = quotes.first_two(lines[number].replace("“others”", "'others'"), text)
        assert text[place.start : place.end] == lines[number] and not others
    assert quotes.count("met 'others' in", text) == 3000
