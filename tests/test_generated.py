"""What is made of the model is what is checked in: see scripts/generate.py."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

from explorer import model, model_rules
from explorer.model import Field, Kind, Reference
from explorer.statements import statement

_TITLE = Field("title")

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
    made = (copy / "cypher/load/relations/actor-part-of-actor.cypher").read_text(encoding="utf-8")
    for name in ("load/relations/actor-knows-actor", "pages/document", "lookup/suggest-documents"):
        (copy / f"cypher/{name}.cypher").write_text(made, encoding="utf-8")
    by_hand = copy / "cypher/pages/letter.cypher"
    by_hand.write_text("// Written by somebody.\nMATCH (l:Letter {id: $id})\nRETURN l.id AS id\n", encoding="utf-8")
    assert generated(copy) == [
        "deleted cypher/load/relations/actor-knows-actor.cypher",
        "deleted cypher/lookup/suggest-documents.cypher",
        "deleted cypher/pages/document.cypher",
    ]
    assert by_hand.exists()


def test_the_model_keeps_to_its_own_rules() -> None:
    assert model_rules.faults() == []


@pytest.mark.parametrize(
    ("kind", "fault"),
    [
        (Kind("two_words", "twos", "", "title", (_TITLE,), searched=("title",)), "one word"),
        (Kind("thing", "things", "", "label", (Field("label"),), searched=("label",)), "its title is a field"),
        (Kind("thing", "things", "", "title", (_TITLE,), named=True), "called by its name"),
        (Kind("thing", "things", "", "title", (_TITLE,)), "found by searched fields"),
        (Kind("thing", "things", "", "title", (_TITLE,), searched=("title",), reported=True), "has a field date"),
        (Kind("thing", "things", "", "title", (_TITLE,), searched=("title", "body")), "not body"),
        (Kind("thing", "things", "", "title", (_TITLE,), (Reference("of", "OF", "actor"),), searched=("title",)), "no OF"),
    ],
)
def test_a_kind_that_cannot_work_is_told(kind: Kind, fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "KINDS", (*model.KINDS, kind))
    (told,) = model_rules.faults()
    assert told.startswith(f"{kind.name}: ") and fault in told


@pytest.mark.parametrize("kind", model.KINDS, ids=lambda kind: kind.name)
def test_a_page_shows_every_field_that_has_a_heading(kind: Kind) -> None:
    text = statement(f"pages/{kind.name}").text
    shown = [field.name for field in kind.fields if field.heading] + [each.name for each in kind.references if each.heading]
    columns = text[text.rindex("RETURN") :]
    wanted = ["date_text" if name == "date" else name for name in shown]
    assert [name for name in wanted if not re.search(rf"\b(AS )?{name}\b", columns)] == []
