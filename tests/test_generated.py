"""What is made of the model is what is checked in: see scripts/generate.py."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

#: What the generator reads and writes.
_FOLDERS = ("cypher", "docs", "explorer", "scripts")


def copied(folder: Path) -> Path:
    """A copy of the program."""
    for name in _FOLDERS:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def generated(folder: Path) -> list[str]:
    """Run the generator of a copy. Gives what it says: the files that it has written or deleted."""
    done = subprocess.run([sys.executable, folder / "scripts" / "generate.py"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The program in a folder of its own."""
    return copied(tmp_path)


def test_what_is_checked_in_is_what_is_generated(copy: Path) -> None:
    assert generated(copy) == [], "run `make generate`, or change the template and not what is made of it"
    different = [
        path.relative_to(ROOT)
        for name in ("cypher", "docs")
        for path in (ROOT / name).rglob("*")
        if path.is_file() and path.read_bytes() != (copy / path.relative_to(ROOT)).read_bytes()
    ]
    assert different == []


def test_all_of_it_is_made_anew(copy: Path) -> None:
    before = {path.relative_to(copy): path.read_bytes() for path in (copy / "cypher").rglob("*.cypher")}
    gone = ["docs/model.md", "cypher/load/nodes/actor.cypher", "cypher/load/kinds/actor-person.cypher",
            "cypher/load/relations/claim-made-by-actor.cypher", "cypher/retract/titles.cypher"]  # fmt: skip
    for name in gone:
        (copy / name).unlink()
    (copy / "cypher/status/counts.cypher").write_text("// edited by hand\n", encoding="utf-8")
    said = generated(copy)
    assert sorted(said) == sorted(f"written {name}" for name in [*gone, "cypher/status/counts.cypher"])
    assert {path.relative_to(copy): path.read_bytes() for path in (copy / "cypher").rglob("*.cypher")} == before


def test_what_the_model_does_not_have_is_deleted(copy: Path) -> None:
    left = copy / "cypher/load/relations/actor-knows-actor.cypher"
    left.write_text("// A relationship that was there once.\n", encoding="utf-8")
    assert generated(copy) == ["deleted cypher/load/relations/actor-knows-actor.cypher"]
    assert not left.exists()
