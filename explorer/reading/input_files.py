"""Finds the dossiers and CSV folders below the given paths, and reads each with the texts of its sources.

FORMATS lists the forms in which people write records. A further one is an entry there, and its reader.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from explorer import names
from explorer.errors import Problem, Problems, UsageError
from explorer.reading import csv_folder, dossier, front_matter, records, short_form, source_text, text_files
from explorer.reading.located import Tree
from explorer.reading.references import References, Wanted


@dataclass(frozen=True)
class Format:
    """A form in which people write records: a file with one of the suffixes, or a folder in which such files lie.

    `read` takes the path and how messages name it. `plural` is what a folder may hold.
    """

    name: str
    plural: str
    suffixes: tuple[str, ...]
    is_folder: bool
    read: Callable[[Path, str], Tree]

    def fits(self, path: Path) -> bool:
        """Whether the path looks like this format. Raises OSError for a folder that cannot be read."""
        if path.is_dir() is not self.is_folder:
            return False
        named = _of_people(path) if self.is_folder else [path]
        return any(file.suffix.lower() in self.suffixes for file in named)


FORMATS = (
    Format("a dossier (.yaml)", "dossiers", dossier.SUFFIXES, False, dossier.read),
    Format("a folder of CSV files", "CSV files", csv_folder.SUFFIXES, True, csv_folder.read),
)


@dataclass(frozen=True)
class InputFile:
    """What one file (or folder of CSV) says. `id` is the id of the Source that stands for it."""

    id: str
    shown: str
    sha256: str
    dossier: records.Dossier
    tree: Tree
    #: The text of each source that names a file with one, by the source's id.
    texts: dict[str, str] = field(default_factory=dict)
    #: What the records refer to, by id or by name.
    asked: dict[Wanted, None] = field(default_factory=dict)
    #: The ids that were left out and made, each with its kind.
    made_ids: set[Wanted] = field(default_factory=set)
    #: The ids of the entities that records name as wider ones, such as a country: found where `asked` are.
    wider: dict[Wanted, str] = field(default_factory=dict)
    is_folder: bool = False


def read(paths: Iterable[Path], text_root: Path | None = None) -> tuple[list[InputFile], Problems]:
    """All files, and all faults that can be seen without the graph.

    A path is in one of the FORMATS, or a folder beneath which such files lie. Raises UsageError where it is neither.
    """
    files: list[InputFile] = []
    problems = Problems()
    for path, format in _expanded(paths):
        file, faults = _read_one(path, format, text_root)
        problems += faults
        if file:
            problems += _same_id(file, files)
            files.append(file)
    return files, problems


def _expanded(paths: Iterable[Path]) -> list[tuple[Path, Format]]:
    """Each file or folder that is to be read, once, in the order given, and its format."""
    unique: dict[Path, tuple[Path, Format]] = {}
    for path in paths:
        try:
            readable = _readable(path)
        except OSError as error:
            raise UsageError(f"{path} cannot be read: {error.strerror or error}") from error
        for inner, format in readable:
            # Not Path.resolve, which raises for links that lead in a circle.
            unique.setdefault(Path(os.path.realpath(inner)), (inner, format))
    return list(unique.values())


def _readable(path: Path) -> list[tuple[Path, Format]]:
    """The path itself, and what lies beneath it if it is a folder, as far as it is in one of the FORMATS."""
    candidates = [path, *_beneath(path, set())] if path.exists() else []
    readable = [(candidate, format) for candidate in candidates for format in FORMATS if format.fits(candidate)]
    if not readable:
        raise UsageError(f"{path} {_what_is_wrong(path)}: {_remedy()}")
    return readable


def _beneath(path: Path, seen: set[str]) -> Iterator[Path]:
    """What lies beneath a folder: its files, then each folder in it with what lies beneath that, each folder once."""
    if not path.is_dir() or (real := os.path.realpath(path)) in seen:
        return
    seen.add(real)
    for inner in sorted(_of_people(path), key=lambda each: (each.is_dir(), each)):
        yield inner
        yield from _beneath(inner, seen)


def _of_people(folder: Path) -> list[Path]:
    """What lies in the folder, but for what other programs left there."""
    return [inner for inner in folder.iterdir() if not text_files.is_of_another_program(inner.name)]


def _what_is_wrong(path: Path) -> str:
    if not path.exists():
        return "is not there"
    if not path.is_file() and not path.is_dir():
        return f"is {text_files.what_else(path)}"
    if path.is_file():
        return f"is neither {' nor '.join(format.name for format in FORMATS)}"
    return f"holds neither {' nor '.join(format.plural for format in FORMATS)}"


def _remedy() -> str:
    forms = [form for format in FORMATS for form in (format.name, f"a folder of {format.plural}")]
    *first, last = dict.fromkeys(forms)
    return f"name {', '.join(first)} or {last}"


def _read_one(path: Path, format: Format, text_root: Path | None) -> tuple[InputFile | None, Problems]:
    shown = str(path)
    references, read = References(), format.read(path, shown)
    _complete_sources(read, path, text_root)
    made = short_form.write_out(read)
    checked, tree, problems = records.validate(read, references)
    name = path.resolve().name if path.is_dir() else path.stem  # of `.` too
    identity = (checked and checked.id) or names.normalize(name).replace(" ", "-")
    if not identity:
        message = "the file's name has no letter to make an id of: rename it, or give it an `id`"
        problems.add(tree.problem((), message))
    if checked is None or not identity:
        return None, problems
    texts, faults = _texts(checked, tree, path, text_root)
    problems += faults
    sha256 = hashlib.sha256(tree.content).hexdigest()
    asked, folder = references.asked, format.is_folder
    return InputFile(identity, shown, sha256, checked, tree, texts, asked, made, is_folder=folder), problems


def _complete_sources(tree: Tree, path: Path, text_root: Path | None) -> None:
    """Give sources the fields that the dossier leaves out and their texts have at their heads."""
    sources = tree.data.get("sources")
    for source in sources if isinstance(sources, list) else []:
        name = source.get("text") if isinstance(source, dict) else None
        if isinstance(name, str) and front_matter.may_be_in(name):
            try:
                text = source_text.read(name, path, text_root)
            except (ValueError, OSError, RuntimeError):
                continue  # which is told when its text is read
            for field_name, value in front_matter.fields_of(name, text).items():
                source.setdefault(field_name, value)


def _texts(
    checked: records.Dossier, tree: Tree, path: Path, text_root: Path | None
) -> tuple[dict[str, str], list[Problem]]:
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for number, source in enumerate(checked.sources):
        if source.text:
            try:
                texts[source.id] = source_text.read(source.text, path, text_root)
            except (ValueError, OSError, RuntimeError) as error:  # the last: links that lead in a circle
                problems.append(tree.problem(("sources", number, "text"), f"`text`: {error}"))
    return texts, problems


def _same_id(file: InputFile, others: list[InputFile]) -> list[Problem]:
    remedy = "by which the graph tells files apart: give one of them another `id`, or another name"
    return [
        file.tree.problem(("id",), f"{other.shown} has the same id, '{file.id}', {remedy}")
        for other in others
        if other.id == file.id
    ]
