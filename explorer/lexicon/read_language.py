"""Reads the files of the languages, and a user's own words, which are added to those of their language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from explorer import names
from explorer.errors import CatalogueError, Problem
from explorer.lexicon.language import Ending, Entry, Language, Sense
from explorer.lexicon.patterns import GAP, Patterns, pattern
from explorer.nearest import nearest

_FOLDER = Path(__file__).parent
_MEANING = re.compile(
    r"(?:(?P<meaning>[a-z]\w*)(?= |$))? *(?:\((?P<marker>\w+)\))?(?P<values>( *[a-z]+\.[a-z]+=[\w -]+?)*) *"
)
_VALUE = re.compile(r"([a-z]+)\.([a-z]+)=([\w -]+?)(?= [a-z]+\.|$)")
#: The sections of a file; what a language leaves out is empty.
_ENDINGS = ("", "s", "ed", "ing", "ings", "e", "es", "ment", "ments", "ion", "ions")
_LISTS = (
    "meanings aspects words prepositions times months periods names offices endings demonyms".split()
)  # fmt: skip
#: What stands above the sections.
_HEAD = ("language", "code", "a_bare_name_acts", "script")
_ROLES = (
    "nothing being helping pronouns plural_pronouns pointing following unanswerable asking_object elided".split()
)  # fmt: skip
_TIMES = (
    "since until open_after open_before between joining filling first_half second_half "
    "first_quarter second_quarter third_quarter fourth_quarter".split()
)  # fmt: skip
_NAMES = ("heads", "offices", "titles", "linking")


@dataclass
class _Draft:
    """A language as its files are read one after the other."""

    language: str = ""
    code: str = ""
    acting: bool = False
    script: str = ""
    sections: dict[str, dict[str, list[str]]] = field(default_factory=lambda: {name: {} for name in _LISTS})

    def add(self, content: Mapping[str, Any]) -> None:
        self.language = content.get("language", self.language)
        self.code = content.get("code", self.code)
        self.acting = content.get("a_bare_name_acts", self.acting)
        self.script = content.get("script", self.script)
        for section in _LISTS:
            for key, words in content.get(section, {}).items():
                self.sections[section].setdefault(key, []).extend(map(str.strip, words.split(",")))


def languages(own: Path | None = None) -> tuple[Language, ...]:
    """The languages, English first, with the user's own words where a file or a folder of them is given.

    Raises CatalogueError with all faults of the user's files.
    """
    files = _files(own) if own else []
    return _read(tuple((path, path.stat().st_mtime_ns) for path in files))


def _files(own: Path) -> list[Path]:
    if own.is_dir():
        return sorted(own.glob("*.toml"))
    if not own.is_file():
        raise CatalogueError([Problem(str(own), 1, "is not there: EXPLORER_WORDS names a file of words, or a folder")])
    return [own]


@lru_cache(maxsize=8)
def _read(own: tuple[tuple[Path, int], ...]) -> tuple[Language, ...]:
    drafts: dict[str, _Draft] = {}
    for path in sorted(_FOLDER.glob("*.toml"), key=lambda path: (not path.stem.startswith("english"), path.stem)):
        content = _content(path)
        drafts.setdefault(content["language"], _Draft()).add(content)
    problems: list[Problem] = []
    for path, _ in own:
        try:
            content = _content(path)
        except CatalogueError as error:
            problems += error.problems
            continue
        faults = list(_faults(path, content, list(drafts)))
        problems += faults
        if not faults:
            drafts[content.get("language", "English")].add(
                {**content, "code": drafts[content.get("language", "English")].code}
            )
    if problems:
        raise CatalogueError(problems)
    return tuple(_language(draft) for draft in drafts.values())


def _content(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        raise CatalogueError([Problem(str(path), 1, "is no text in UTF-8: save it as UTF-8")]) from None
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        raise CatalogueError([Problem(str(path), int(line[1]) if line else 1, f"is no TOML: {error}")]) from None


def _faults(path: Path, content: Mapping[str, Any], known: list[str]) -> Iterator[Problem]:
    """What a user's file has that is not understood."""
    language = content.get("language", "English")
    if language not in known:
        yield Problem(str(path), 1, f"the language '{language}' is not known: one of {', '.join(known)}")
    for section, lines in content.items():
        if section in _HEAD:
            continue
        if section not in _LISTS:
            near = nearest(section, _LISTS)
            hint = f"did you mean [{near}]?" if near else f"one of {', '.join(f'[{each}]' for each in _LISTS)}"
            yield Problem(str(path), _line(path, section), f"the section [{section}] is not known: {hint}")
        elif not isinstance(lines, Mapping):
            yield Problem(str(path), _line(path, section), f'[{section}] has lines such as: meaning = "word, word"')
        else:
            yield from _line_faults(path, section, lines)


def _line_faults(path: Path, section: str, lines: Mapping[str, Any]) -> Iterator[Problem]:
    for key, words in lines.items():
        if not isinstance(words, str):
            yield Problem(
                str(path), _line(path, key), f"the words of '{key}' stand between quotes, with commas between"
            )
        elif section == "meanings" and not _MEANING.fullmatch(key):
            message = f"'{key}' is no meaning: write it as `meet`, `say (to)` or `say claim.kind=denial`"
            yield Problem(str(path), _line(path, key), message)
        elif section == "months" and key not in map(str, range(1, 13)):
            yield Problem(str(path), _line(path, key), f"'{key}' is no month: write its number, 1 to 12")
        elif (
            allowed := {"words": _ROLES, "times": tuple(_TIMES), "names": _NAMES}.get(section)
        ) and key not in allowed:
            yield Problem(
                str(path), _line(path, key), f"'{key}' is not known in [{section}]: one of {', '.join(allowed)}"
            )


def _line(path: Path, word: str) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if word in line), 1)


def _language(draft: _Draft) -> Language:
    entries, stems, parted = _senses(draft)
    sections = draft.sections
    roles = [(wording, role) for role, each in sections["offices"].items() for wording in each]
    role_words = frozenset(word for _, role in roles for word in names.normalize(role).split())
    words = {role: _entries(sections["words"].get(role, [])) for role in _ROLES}
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
        times={cue: _entries(sections["times"].get(cue, [])) for cue in _TIMES},
        months={
            " ".join(entry): int(number) for number, each in sections["months"].items() for entry in _entries(each)
        },
        periods=periods,
        heads=_single(sections["names"].get("heads", [])) | role_words,
        offices=_single(sections["names"].get("offices", [])),
        titles=_single(sections["names"].get("titles", [])) | role_words,
        linking=_single(sections["names"].get("linking", [])),
        endings=_endings(sections["endings"]),
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
    found = _MEANING.fullmatch(key)
    if found is None:
        raise ValueError(key)
    values = tuple((kind, name, value) for kind, name, value in _VALUE.findall(found["values"] or ""))
    return Sense(found["meaning"] or "", found["marker"] or "", values)


def _vocabulary(entries: list[Entry], stems: Iterable[str]) -> set[str]:
    """The words with which a slip of the keyboard is compared; what begins a word stands with its usual endings."""
    return {entry[0] for entry in entries if len(entry) == 1} | {
        f"{stem}{ending}" for stem in stems for ending in _ENDINGS if len(stem) > 3 or ending
    }


def _demonyms(lines: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name, words in lines.items():
        for word in filter(None, words):
            found.setdefault(" ".join(_entry(word)), []).append(names.normalize(name))
    return {word: tuple(each) for word, each in found.items()}


def _endings(lines: Mapping[str, list[str]]) -> tuple[Ending, ...]:
    """`of = "ой/а"`: `ой` stands where the name has `а`, and the name is then of whom."""
    found = []
    for marker, each in lines.items():
        for written in filter(None, each):
            ending, _, instead = map(names.normalize, written.partition("/"))
            found.append(Ending(ending, instead, marker))
    return tuple(sorted(found, key=lambda each: (-len(each.text), -len(each.instead), each.text)))


def _entry(word: str) -> Entry:
    return tuple(names.normalize(word.rstrip("*")).split())


def _entries(words: list[str]) -> frozenset[Entry]:
    return frozenset(filter(None, map(_entry, words)))


def _single(words: list[str]) -> frozenset[str]:
    return frozenset(" ".join(entry) for entry in _entries(words))
