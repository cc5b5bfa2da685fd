"""Paths come in, InputFiles go out: each the records of one dossier or one folder of CSV, with the texts of its sources."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from explorer import names
from explorer.errors import Problem, UsageError
from explorer.reading import csv_folder, dossier, records, source_text
from explorer.reading.located import LARGEST, Tree

_YAML = (".yaml", ".yml")


@dataclass(frozen=True)
class InputFile:
    """What one file (or folder of CSV) says. `id` is the id of the Source that stands for it."""

    id: str
    shown: str
    sha256: str
    dossier: records.Dossier
    tree: Tree
    texts: dict[str, str] = field(default_factory=dict)


def read(paths: Iterable[Path], text_root: Path | None = None) -> tuple[list[InputFile], list[Problem]]:
    """All files, and all faults that can be seen without the graph.

    A path is a dossier, or a folder of CSV files, of dossiers, or of both. Raises UsageError where it is none of these.
    """
    files: list[InputFile] = []
    problems: list[Problem] = []
    for path in _expanded(paths):
        file, faults = _read_one(path, text_root)
        problems += faults
        if file:
            problems += _same_name(file, files)
            files.append(file)
    return files, problems


def _expanded(paths: Iterable[Path]) -> list[Path]:
    """Each file or CSV folder once, in the order given."""
    found: dict[Path, Path] = {}
    for path in paths:
        try:
            inside = _inside(path)
        except OSError as error:
            raise UsageError(f"{path} cannot be read: {error.strerror or error}") from error
        for each in inside:
            # Not Path.resolve, which raises for links that lead in a circle.
            found.setdefault(Path(os.path.realpath(each)), each)
    return list(found.values())


def _inside(path: Path) -> list[Path]:
    if path.is_file() and path.suffix.lower() in _YAML:
        return [path]
    if path.is_dir():
        dossiers = sorted(each for each in path.iterdir() if each.suffix.lower() in _YAML and not each.is_dir())
        if inner := [path, *dossiers] if csv_folder.sheets(path) else dossiers:
            return inner
    what = "is not there" if not path.exists() else "holds neither dossiers nor CSV files"
    if path.is_file():
        what = "is neither a dossier (.yaml) nor a folder of CSV files"
    raise UsageError(f"{path} {what}: name a dossier (.yaml), a folder of dossiers or a folder of CSV files")


def _read_one(path: Path, text_root: Path | None) -> tuple[InputFile | None, list[Problem]]:
    shown = str(path)
    if path.is_file() and path.stat().st_size > LARGEST:
        return None, [Tree.too_large(shown)]
    tree = csv_folder.read(path, shown) if path.is_dir() else dossier.read(path, shown)
    checked, tree, problems = records.validate(tree)
    name = path.resolve().name if path.is_dir() else path.stem  # of `.` too
    identity = names.normalize(name).replace(" ", "-")
    if not identity:
        problems.append(tree.problem((), "the file's name has no letter to make an id of: rename it"))
    if checked is None or not identity:
        return None, problems
    found, faults = _texts(checked, tree, path, text_root)
    sha256 = hashlib.sha256(tree.content).hexdigest()
    return InputFile(identity, shown, sha256, checked, tree, found), [*problems, *faults]


def _texts(
    checked: records.Dossier, tree: Tree, path: Path, text_root: Path | None
) -> tuple[dict[str, str], list[Problem]]:
    found: dict[str, str] = {}
    problems: list[Problem] = []
    for number, source in enumerate(checked.sources):
        if source.text:
            try:
                found[source.id] = source_text.read(source.text, path, text_root)
            except (ValueError, OSError, RuntimeError) as error:  # the last: links that lead in a circle
                problems.append(tree.problem(("sources", number, "text"), f"`text`: {error}"))
    return found, problems


def _same_name(file: InputFile, others: list[InputFile]) -> list[Problem]:
    return [
        file.tree.problem((), f"{other.shown} has the same name, by which the graph tells files apart: rename one")
        for other in others
        if other.id == file.id
    ]
