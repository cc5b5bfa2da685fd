"""Names are normalized to what finds them: in any case, without accents, in Latin or another script."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from explorer.connection import Connection
from explorer.names import normalize, spellings, words
from explorer.statements import Statement

#: Letters whose capitals and accents are only that: Latin and Cyrillic as names are written in them.
_LATIN = "".join(map(chr, [*range(0x41, 0x5B), *range(0x61, 0x7B), *range(0xC0, 0xD7), *range(0xE0, 0xF7)]))
_CYRILLIC = "".join(map(chr, range(0x410, 0x450))) + "ЄєІіЇїҐґЁё"
_names = st.text(alphabet=_LATIN + _CYRILLIC + " -.'’", max_size=40)

_ALIASES = Statement(
    "test/aliases",
    "MATCH (n) WHERE n.aliases IS NOT NULL RETURN n.id AS id, [n.name] + n.aliases AS spellings",
)
_NAMED = Statement(
    "test/named", "MATCH (n:Name {id: $spelling})-[r:NAMES]->(x) RETURN DISTINCT x.id AS id, r.whole AS whole"
)


@given(st.text())
@example("ﬁ ẞ ŉ İ ʹ ½ 東京 ٣")
def test_a_folded_name_is_ascii_words_and_folding_again_changes_nothing(text: str) -> None:
    normalized = normalize(text)
    assert re.fullmatch(r"([a-z0-9]+( [a-z0-9]+)*)?", normalized)
    assert normalize(normalized) == normalized


@given(_names)
def test_case_does_not_matter(text: str) -> None:
    assert normalize(text.upper()) == normalize(text) == normalize(text.lower()) == normalize(text.swapcase())


@given(st.text(alphabet=_LATIN + " ", max_size=40))
def test_accents_do_not_matter(text: str) -> None:
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    assert normalize(bare) == normalize(text)


@given(st.text(max_size=60))
def test_composed_and_decomposed_letters_are_the_same(text: str) -> None:
    assert normalize(unicodedata.normalize("NFD", text)) == normalize(unicodedata.normalize("NFC", text))


@given(_names, st.text(alphabet=" \t\n,;:/()-–—", min_size=1, max_size=4), _names)
def test_what_separates_words_does_not_matter(first: str, between: str, second: str) -> None:
    assert normalize(first + between + second) == " ".join(filter(None, [normalize(first), normalize(second)]))


@given(st.text(max_size=60))
def test_words_are_parts_of_the_folded_name_each_once(text: str) -> None:
    found = words(text)
    assert set(found) <= set(normalize(text).split())
    assert len(set(found)) == len(found)
    assert all(len(word) > 1 for word in found)


@pytest.mark.parametrize(
    ("written", "normalized"),
    [
        ("Лавров", "lavrov"),
        ("ЛАВРОВ", "lavrov"),
        ("Сергей Лавров", "sergey lavrov"),
        ("Володимир Зеленський", "volodimir zelenskiy"),
        ("Київ", "kiiv"),
        ("Genève", "geneve"),
        ("Jean-Yves Le Drian", "jean yves le drian"),
        ("U.S.", "us"),
        ("O'Brien", "obrien"),
        ("O’Brien", "obrien"),
        ("ＮＡＴＯ", "nato"),
        ("  NATO–Russia\tCouncil ", "nato russia council"),
        ("…", ""),
    ],
)
def test_folded_forms(written: str, normalized: str) -> None:
    assert normalize(written) == normalized


def test_small_words_find_nobody() -> None:
    assert words("Organization for Security and Co-operation in Europe") == [
        "organization", "security", "co", "operation", "europe",
    ]  # fmt: skip


def test_every_name_and_alias_of_the_sample_leads_to_its_entity_in_any_case(sample: Connection) -> None:
    rows = sample.graph.read(_ALIASES).rows
    assert len(rows) > 60
    for row in rows:
        for spelling in row["spellings"]:
            for written in (spelling, spelling.upper(), spelling.lower()):
                found = sample.graph.read(_NAMED, {"spelling": normalize(written)}).rows
                assert {"id": row["id"], "whole": True} in found, written
            for word in words(spelling):
                ids = [each["id"] for each in sample.graph.read(_NAMED, {"spelling": word}).rows]
                assert row["id"] in ids, (spelling, word)


@pytest.mark.parametrize("written", ["Лавров", "лавров", "LAVROV", "Lavrov", "Сергей Лавров", "sergej lavrov"])
def test_lavrov_is_found_however_he_is_written(sample: Connection, written: str) -> None:
    found = {row["id"] for row in sample.graph.read(_NAMED, {"spelling": normalize(written)}).rows}
    assert found == {"lavrov"}


def test_a_name_is_found_whole_and_by_its_words() -> None:
    assert spellings(["Lavrov", "Sergei Lavrov of Russia", None, "?"]) == {
        "lavrov": True,
        "sergei lavrov of russia": True,
        "sergei": False,
        "russia": False,
    }
