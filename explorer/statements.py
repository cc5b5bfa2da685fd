"""The statements of the program: `cypher/FOLDER/NAME.cypher` in, Statement out. No others are sent."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True)
class Statement:
    """One statement: its `name` (`folder/file`) for logs and errors, and its `text`, comments included."""

    name: str
    text: str


def folder() -> Path:
    """The folder of statements: inside an installed package, beside it in a checkout."""
    package = Path(__file__).resolve().parent
    inside = package / "cypher"
    return inside if inside.is_dir() else package.parent / "cypher"


@cache
def statement(name: str) -> Statement:
    """The statement `folder/file`. Raises FileNotFoundError if there is none."""
    return Statement(name, (folder() / f"{name}.cypher").read_text(encoding="utf-8"))


def statements(subfolder: str) -> list[Statement]:
    """All statements of one folder, in order of their names."""
    return [statement(f"{subfolder}/{path.stem}") for path in sorted((folder() / subfolder).glob("*.cypher"))]
