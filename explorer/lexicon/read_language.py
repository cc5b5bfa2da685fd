"""Reads the files of the languages, and a user's own words, which are added to those of their language."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from explorer import names
from explorer.catalogue.words import split
from explorer.errors import Problem, WordsError
from explorer.lexicon import own_words
from explorer.lexicon.language import Ending, Entry, Language, Sense
from explorer.lexicon.patterns import GAP, Patterns, pattern
from explorer.lexicon.sections import MEANING, SECTIONS, TIMES, VALUE, WORDS

_FOLDER = Path(__file__).parent
#: Usual endings of a word of which only the beginning is written.
_ENDINGS = ("", "s", "ed", "ing", "ings", "e", "es")
_LONG_ENDINGS = ("ment", "ments", "ion", "ions")
_LONG_WORD = 4


@dataclass
class _Draft:
    """A language as its files are read one after the other."""

    language: str = ""
    code: str = ""
    acting: bool = False
    script: str = ""
    sections: dict[str, dict[str, list[str]]] = field(default_factory=lambda: {name: {} for name in SECTIONS})

    def add(self, content: Mapping[str, Any]) -> None:
        self.language = content.get("language", self.language)
        self.code = content.get("code", self.code)
        self.acting = content.get("a_bare_name_acts", self.acting)
        self.script = content.get("script", self.script)
        for section in SECTIONS:
            for key, words in content.get(section, {}).items():
                self.sections[section].setdefault(key, []).extend(map(str.strip, words.split(",")))


def languages(own: Path | None = None) -> tuple[Language, ...]:
    """The languages, English first, with the user's own words where a file or a folder of them is given.

    Raises WordsError with all faults of the user's files.
    """
    files = own_words.files(own) if own else []
    return _read(tuple((path, path.stat().st_mtime_ns) for path in files))


@lru_cache(maxsize=8)
def _read(own: tuple[tuple[Path, int], ...]) -> tuple[Language, ...]:
    drafts: dict[str, _Draft] = {}
    for path in sorted(_FOLDER.glob("*.toml"), key=lambda path: (not path.stem.startswith("english"), path.stem)):
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        drafts.setdefault(content["language"], _Draft()).add(content)
    problems: list[Problem] = []
    for path, _ in own:
        content, faults = own_words.read(path, list(drafts))
        problems += faults
        if not faults:
            drafts[content.get("language", "English")].add({name: content.get(name, {}) for name in SECTIONS})
    if problems:
        raise WordsError(problems)
    return tuple(_language(draft) for draft in drafts.values())


def _language(draft: _Draft) -> Language:
    entries, stems, parted = _senses(draft)
    sections = draft.sections
    roles = [(wording, role) for role, each in sections["offices"].items() for wording in each]
    role_words = frozenset(word for _, role in roles for word in names.normalize(role).split())
    words = {role: _entries(sections["words"].get(role, [])) for role in WORDS}
    prepositions = {entry: marker for marker, each in sections["prepositions"].items() for entry in _entries(each)}
    periods = {entry: period for period, each in sections["periods"].items() for entry in _entries(each)}
    everything = [*entries, *prepositions, *periods, *(entry for each in words.values() for entry in each)]
    return Language(
        name=draft.language,
        code=draft.code,
        entries=entries,
        stems=stems,
        split=Patterns(parted),
        split_words=frozenset(word for wording, _ in parted for word in pattern(wording) if word != GAP),
        aspects=frozenset(sections["aspects"]),
        words=words,
        prepositions=prepositions,
        times={cue: _entries(sections["times"].get(cue, [])) for cue in TIMES},
        months=_numbers(sections["months"]),
        numbers=_numbers(sections["numbers"]),
        periods=periods,
        heads=_single(sections["names"].get("heads", [])) | role_words,
        offices=_single(sections["names"].get("offices", [])),
        titles=_single(sections["names"].get("titles", [])) | role_words,
        linking=_single(sections["names"].get("linking", [])),
        endings=_endings(sections["endings"]),
        letters=tuple(
            (names.normalize(there), names.normalize(here[0])) for there, here in sections["letters"].items() if here
        ),
        elided=_single(sections["words"].get("elided", [])),
        called=Patterns((word, names.normalize(name)) for name, each in sections["demonyms"].items() for word in each),
        demonyms=_demonyms(sections["demonyms"]),
        roles=Patterns((wording, names.normalize(role)) for wording, role in roles),
        acting=draft.acting,
        script=draft.script,
        vocabulary=tuple(sorted(_vocabulary(everything, stems))),
        longest=max(map(len, everything), default=1),
    )


#: Whole entries, beginnings of words, and wordings with other words between, each with its senses.
_Senses = tuple[dict[Entry, tuple[Sense, ...]], dict[str, tuple[Sense, ...]], list[tuple[str, tuple[Sense, ...]]]]


def _senses(draft: _Draft) -> _Senses:
    entries: dict[Entry, list[Sense]] = {}
    stems: dict[str, list[Sense]] = {}
    parted: dict[str, list[Sense]] = {}
    for section in ("meanings", "aspects"):
        for key, words in draft.sections[section].items():
            sense = _sense(key)
            for word in filter(None, words):
                entry = _entry(word)
                if GAP in word or "*" in word and len(entry) > 1:
                    parted.setdefault(word, []).append(sense)
                elif word.endswith("*") and len(entry) == 1:
                    stems.setdefault(entry[0], []).append(sense)
                elif entry:
                    entries.setdefault(entry, []).append(sense)
    return (
        {entry: tuple(dict.fromkeys(senses)) for entry, senses in entries.items()},
        {stem: tuple(dict.fromkeys(senses)) for stem, senses in stems.items()},
        [(wording, tuple(dict.fromkeys(senses))) for wording, senses in parted.items()],
    )


def _sense(key: str) -> Sense:
    found = MEANING.fullmatch(key)
    if found is None:
        raise ValueError(key)
    values = tuple((kind, name, value) for kind, name, value in VALUE.findall(found["values"] or ""))
    return Sense(found["meaning"] or "", found["marker"] or "", values)


def _vocabulary(entries: list[Entry], stems: Iterable[str]) -> set[str]:
    """The words with which a slip of the keyboard is compared; what begins a word stands with its usual endings."""
    written = {word for entry in entries for word in entry if len(entry) == 1 or len(word) >= _LONG_WORD}
    short = {f"{stem}{ending}" for stem in stems for ending in _ENDINGS if len(stem) >= _LONG_WORD or ending}
    return written | short | {f"{stem}{ending}" for stem in stems for ending in _LONG_ENDINGS if len(stem) > _LONG_WORD}


def _demonyms(lines: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name, words in lines.items():
        for word in filter(None, words):
            found.setdefault(" ".join(_entry(word)), []).append(names.normalize(name))
    return {word: tuple(each) for word, each in found.items()}


def _numbers(lines: Mapping[str, list[str]]) -> dict[str, int]:
    return {" ".join(entry): int(number) for number, each in lines.items() for entry in _entries(each)}


def _endings(lines: Mapping[str, list[str]]) -> tuple[Ending, ...]:
    """`of = "ой/а"`: `ой` stands where the name has `а`, and the name is then of whom."""
    found = []
    for marker, each in lines.items():
        for written in filter(None, each):
            ending, _, instead = map(names.normalize, written.partition("/"))
            found.append(Ending(ending, instead, marker))
    return tuple(sorted(found, key=lambda each: (-len(each.text), -len(each.instead), each.text)))


def _entry(word: str) -> Entry:
    return tuple(part for token in split(word.rstrip("*")) for part in token.normalized.split())


def _entries(words: list[str]) -> frozenset[Entry]:
    return frozenset(filter(None, map(_entry, words)))


def _single(words: list[str]) -> frozenset[str]:
    return frozenset(" ".join(entry) for entry in _entries(words))
