"""Names are normalized to what finds them: in any case, without accents, in Latin or another script."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from explorer.connection import Connection
from explorer.names import normalize, search_words, searchable, spellings, words
from explorer.spaceless import passages
from explorer.statements import Statement

#: Letters whose capitals and accents are only that: Latin and Cyrillic as names are written in them.
_LATIN = "".join(map(chr, [*range(0x41, 0x5B), *range(0x61, 0x7B), *range(0xC0, 0xD7), *range(0xE0, 0xF7)]))
_CYRILLIC = "".join(map(chr, range(0x410, 0x450))) + "ЄєІіЇїҐґЁё"
_names = st.text(alphabet=_LATIN + _CYRILLIC + " -.'’", max_size=40)

#: A text, and passages of it that a reader would search for.
_SPACELESS = [
    ("双方2022年在日内瓦举行会谈。", ["日内瓦", "会谈", "谈", "在日内瓦举行", "會談"]),
    ("รัฐมนตรีทั้งสองพบกันที่เจนีวา", ["เจนีวา", "รัฐมนตรี", "พบกัน"]),
    ("ລັດຖະມົນຕີພົບກັນທີ່ວຽງຈັນ", ["ວຽງຈັນ"]),
    ("រដ្ឋមន្ត្រីជួបគ្នានៅភ្នំពេញ", ["ភ្នំពេញ"]),
    ("ဝန်ကြီးများရန်ကုန်မြို့တွင်တွေ့ဆုံ", ["ရန်ကုန်"]),
    ("大臣はジュネーブで会談した", ["ジュネーブ", "会談", "ｼﾞｭﾈｰﾌﾞ", "大臣"]),
    ("장관들은 제네바에서 만났다", ["제네바", "제네바에서", "만났"]),
    ("The 外交部 of Beijing北京市", ["外交", "beijing", "北京"]),
]

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


def _composed(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _is_found(passage: str, text: str) -> bool:
    """As the statements do it: pairs stand side by side."""
    wanted = [word.replace("-", " ") if word.endswith("-") else f"{word} " for word in search_words(passage)]
    return all(f" {word}" in f" {searchable(text)} " for word in wanted)


@pytest.mark.parametrize(("text", "sought"), _SPACELESS)
def test_a_passage_without_spaces_is_found_in_its_text(text: str, sought: list[str]) -> None:
    assert all(_is_found(passage, text) for passage in sought)
    assert not any(_is_found(passage, text) for passage in ("日瓦", "谈会", "วาเจนี", "바네제", "ブジュ"))
    assert len(searchable(text)) <= 4 * len(text.encode())


@given(st.text(alphabet="日内瓦会谈在双方举行年", min_size=1, max_size=30), st.data())
def test_every_part_of_a_chinese_text_is_found(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    assert _is_found(text[start : data.draw(st.integers(start + 1, len(text)))], text)


@pytest.mark.parametrize(
    ("bare", "marked"),
    [("منى سالم", "مُنَى سَالِم"), ("محمد", "مُحَمَّد"), ("محمد", "محـمد"), ("שלום", "שָׁלוֹם"), ("דוד בן", "דָּוִד בֶּן")],
)
def test_optional_vowel_marks_do_not_matter(bare: str, marked: str) -> None:
    assert normalize(bare) == normalize(marked) == normalize(unicodedata.normalize("NFD", marked)) != ""


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


@given(st.text(max_size=60).filter(lambda text: not any(spaceless for _, spaceless in passages(_composed(text)))))
def test_words_are_parts_of_the_folded_name_each_once(text: str) -> None:
    found = words(text)
    assert set(found) <= set(normalize(text).split())
    assert len(set(found)) == len(found)


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


def test_one_letter_or_digit_counts() -> None:
    assert words("Pipeline 1") == ["pipeline", "1"] and words("Plan A of the King") == ["plan", "a", "king"]


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
