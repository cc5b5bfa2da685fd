"""A user's own file of words, or a folder of them, and what in it is not understood."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from explorer import model
from explorer.errors import Problem, WordsError
from explorer.lexicon.sections import HEAD, KEYS, MARKERS, MEANING, SECTIONS, VALUE
from explorer.nearest import did_you_mean


def files(own: Path) -> list[Path]:
    """The file, or those of the folder. Raises WordsError where there is none."""
    if own.is_dir():
        if found := sorted(own.glob("*.toml")):
            return found
        raise WordsError([Problem(str(own), 1, "has no file of words: their names end in .toml")])
    if not own.is_file():
        raise WordsError([Problem(str(own), 1, "is not there: EXPLORER_WORDS names a file of words, or a folder")])
    return [own]


def read(path: Path, known: Sequence[str]) -> tuple[dict[str, Any], list[Problem]]:
    """What the file says, and its faults. `known` are the languages."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        content = tomllib.loads(text)
    except OSError as error:
        return {}, [Problem(str(path), 1, f"cannot be read: {error.strerror}")]
    except UnicodeDecodeError:
        return {}, [Problem(str(path), 1, "is no text in UTF-8: save it as UTF-8")]
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        message = f'is no TOML ({error}): a section is [meanings], a line of it meet = "word, other word"'
        return {}, [Problem(str(path), int(line[1]) if line else max(1, text.count("\n")), message)]
    lines = text.splitlines()
    faults = [Problem(str(path), _line(lines, *where), message) for where, message in _faults(content, known)]
    return content, faults


#: Where a fault is: a section, and a key of it.
_Where = tuple[str, str]


def _faults(content: Mapping[str, Any], known: Sequence[str]) -> Iterator[tuple[_Where, str]]:
    language = content.get("language", "English")
    if language not in known:
        yield ("", "language"), f"the language '{language}' is not known: write one of {', '.join(known)}"
    for section, lines in content.items():
        if section in HEAD:
            continue
        if not isinstance(lines, Mapping):
            hint = f"begin the section with a line [{section}]" if section in SECTIONS else "write [meanings] above it"
            yield ("", section), f"'{section}' stands in no section: {hint}"
        elif section not in SECTIONS:
            yield (section, ""), f"the section [{section}] is not known{did_you_mean(section, SECTIONS)}"
        else:
            for key, words in lines.items():
                if message := _fault(section, key, words):
                    yield (section, key), message


def _fault(section: str, key: str, words: object) -> str:
    """What is wrong with a line; "" for nothing."""
    if not isinstance(words, str):
        return f"the words of '{key}' stand between quotes, with commas between"
    if section in KEYS and key not in KEYS[section]:
        return f"'{key}' is not known in [{section}]{did_you_mean(key, KEYS[section])}"
    return _fault_of_meaning(key) if section == "meanings" else ""


def _fault_of_meaning(key: str) -> str:
    found = MEANING.fullmatch(key)
    if not found or not key.strip():
        return f'\'{key}\' is no meaning: write it as meet, "say (to)" or "say claim.kind=denial"'
    if found["marker"] and found["marker"] not in MARKERS:
        return f"'({found['marker']})' is not known{did_you_mean(found['marker'], MARKERS)}"
    kinds = [kind.name for kind in model.KINDS]
    for kind, _, _ in VALUE.findall(found["values"] or ""):
        if kind not in kinds:
            return f"'{kind}' is no kind of entity{did_you_mean(kind, kinds)}"
    return ""


def _line(lines: Sequence[str], section: str, key: str) -> int:
    """The number of the line with the key in the section, or with the head of the section."""
    within = not section
    for number, line in enumerate(lines, 1):
        head = re.match(r"\s*\[(.*)\]", line)
        if head:
            within = head[1].strip() == section
            if within and not key:
                return number
        elif within and re.match(rf"""\s*["']?{re.escape(key)}["']?\s*=""", line):
            return number
    return 1
