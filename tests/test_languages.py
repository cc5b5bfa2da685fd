"""Questions in German, French, Spanish and Russian over the sample, and the files of words of all languages."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

import explorer
from explorer.answers.answer import Choices
from explorer.connection import Connection
from explorer.lexicon.read_language import languages
from explorer.lexicon.sections import KEYS, MEANING, SECTIONS

FOLDER = Path(explorer.__file__).parent / "lexicon"
FILES = sorted(FOLDER.glob("*.toml"))

ASKED: list[tuple[str, str, dict[str, Any]]] = [
    ("Mit wem traf sich Lavrov?", "who-met", {"actor": "lavrov"}),
    ("Wie oft hat Blinken mit Lavrov gesprochen?", "meetings-between", {"actor": "blinken", "other": "lavrov"}),
    ("Wann traf der russische Außenminister Blinken in Genf?", "meetings-between", {"place": "geneva"}),
    ("Was sagte Lavrov über die Ukraine?", "claims-by-about", {"actor": "lavrov", "other": "ua"}),
    ("Welche Treffen fanden in Genf statt?", "meetings-in", {"place": "geneva"}),
    ("Wie hängen Biden und Lavrov zusammen?", "path-between", {"actor": "biden", "other": "lavrov"}),
    ("Lavrovs Zeitleiste", "timeline", {"actor": "lavrov"}),
    ("Qui a rencontré Lavrov à Genève ?", "who-met", {"actor": "lavrov", "place": "geneva"}),
    ("Qu'a dit Lavrov sur l'Ukraine ?", "claims-by-about", {"actor": "lavrov", "other": "ua"}),
    ("Quand le ministre russe des Affaires étrangères a-t-il rencontré Blinken ?", "meetings-between", {"other": "blinken"}),
    ("¿Con quién se reunió Blinken en Ginebra?", "who-met", {"actor": "blinken", "place": "geneva"}),
    ("¿Qué dijo Lavrov sobre Ucrania?", "claims-by-about", {"actor": "lavrov", "other": "ua"}),
    ("reuniones en enero de 2022", "meetings-during", {}),
    ("Кто встречался с Лавровым?", "who-met", {"actor": "lavrov"}),
    ("встречи Блинкена и Лаврова в Женеве", "meetings-between", {"place": "geneva"}),
    ("С кем встречался министр иностранных дел России?", "who-met", {"actor": "lavrov"}),
    ("Что сказал Лавров об Украине?", "claims-by-about", {"actor": "lavrov", "other": "ua"}),
    ("хронология Владимира Путина", "timeline", {"actor": "putin"}),
]


@pytest.mark.parametrize(("text", "question", "values"), ASKED, ids=[case[0] for case in ASKED])
def test_a_question_in_another_language_is_understood(
    sample: Connection, text: str, question: str, values: dict[str, Any]
) -> None:
    understood = sample.understand(text)
    assert not isinstance(understood, Choices), understood.message
    assert understood[0].name == question and values.items() <= understood[1].values.items()


@pytest.mark.parametrize(
    "text",
    ["Wen hat Lavrov nicht getroffen?", "Qui n'a jamais rencontré Lavrov ?", "¿Quién no se reunió con Lavrov?",
     "Кто не встречался с Лавровым?", "Treffen ohne Lavrov", "réunions sans Lavrov", "встречи без Лаврова",
     "Warum traf Lavrov Blinken?", "Wird Lavrov Blinken treffen?", "geheime Treffen mit Lavrov"],
)  # fmt: skip
def test_what_turns_a_question_round_or_narrows_it_is_never_dropped(sample: Connection, text: str) -> None:
    understood = sample.understand(text)
    assert isinstance(understood, Choices) and understood.unexplained


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_a_file_of_words_is_short_and_has_known_sections_and_keys(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# ") and len(text.splitlines()) <= 400
    content = tomllib.loads(text)
    for section, lines in content.items():
        if not isinstance(lines, dict):
            continue
        assert section in SECTIONS
        for key, words in lines.items():
            assert section not in KEYS or key in KEYS[section], key
            assert section != "meanings" or MEANING.fullmatch(key), key
            assert not re.search(r"\*\w", words), f"a star stands within a word of {key}"
            assert section in ("meanings", "aspects", "offices", "demonyms") or "*" not in words, key


def test_all_languages_have_the_meanings_of_english() -> None:
    def meanings(language: str) -> set[str]:
        found = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))["meanings"]
        return {match["meaning"] for key in found if (match := MEANING.fullmatch(key)) and match["meaning"]}

    for language in languages():
        assert meanings(language.name.lower()) == meanings("english"), language.name
