"""An id that was made changes with the name, title or date that it is made of: the load says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.graph.embedded import EmbeddedGraph
from explorer.loading.loader import load

FILE = """title: Talks
sources: [{id: paper, title: The paper}]
actors:
  - {kind: person, name: Sergei Lavrow}
  - {id: bob, kind: person, name: Bob}
meetings:
  - {title: Talks in Geneva, date: 2022-01-20, source: paper, participants: [Sergei Lavrow, bob]}
  - {title: Call, date: 2022-01-20, source: paper}
  - {title: Call, date: 2022-02-20, source: paper}
  - {id: own, title: Dinner, date: 2022-03-01, source: paper}
claims:
  - {text: The talks were frank., date: 2022-01-21, source: paper, speaker: bob}
"""


def told(folder: Path, *edits: tuple[str, str]) -> list[str]:
    """What is said of ids when the file is loaded, edited and loaded again: without the name of the file."""
    path, text = folder / "talks.yaml", FILE
    graph = EmbeddedGraph(folder / "graph.kgl")
    path.write_text(text, encoding="utf-8")
    load(graph, [path])
    for edit in edits:
        assert edit[0] in text
        text = text.replace(*edit)
    path.write_text(text, encoding="utf-8")
    notes = [note.rpartition("/")[2] for note in load(graph, [path]).notes]
    assert not load(graph, [path]).notes
    return [note for note in notes if "has the id" in note]


@pytest.mark.parametrize(
    ("edit", "line", "kind", "old", "new"),
    [
        (("2022-01-20, source: paper, part", "2022-01-21, source: paper, part"), 7, "meeting",
         "2022-01-20-talks-in-geneva", "2022-01-21-talks-in-geneva"),
        (("Talks in Geneva", "The talks in Geneva"), 7, "meeting",
         "2022-01-20-talks-in-geneva", "2022-01-20-the-talks-in-geneva"),
        (("The talks were frank.", "The talks were very frank."), 12, "claim",
         "2022-01-21-the-talks-were-frank", "2022-01-21-the-talks-were-very-frank"),
        (("Sergei Lavrow", "Sergei Lavrov"), 4, "actor", "sergei-lavrow", "sergei-lavrov"),
    ],
)  # fmt: skip
def test_a_made_id_that_changes_is_told(
    tmp_path: Path, edit: tuple[str, str], line: int, kind: str, old: str, new: str
) -> None:
    (note,) = told(tmp_path, edit)
    assert note.startswith(f"talks.yaml:{line}: the {kind} '{old}' has the id '{new}' now")
    assert f"give it the `id` {old} if that is to stay" in note


@pytest.mark.parametrize(
    "edit",
    [
        ("Dinner, date: 2022-03-01", "A dinner, date: 2022-03-02"),
        ("  - {title: Call, date: 2022-01-20, source: paper}\n", ""),
        ("Call, date: 2022-01-20", "A parade on the square, date: 2022-05-09"),
        ("claims:\n", "  - {title: More, date: 2022-01-20, source: paper}\nclaims:\n"),
        ("- {title: Talks in Geneva", "- {id: 2022-01-20-talks-in-geneva, title: Talks in the city of Geneva"),
    ],
    ids=["an id of its own", "gone", "another", "more", "the old id is written"],
)
def test_what_has_no_new_id_is_not_told(tmp_path: Path, edit: tuple[str, str]) -> None:
    assert told(tmp_path, edit) == []


def test_several_that_change_at_once_are_each_told(tmp_path: Path) -> None:
    notes = told(
        tmp_path, ("Call", "A call"), ("2022-01-20, source: paper, part", "2022-01-22, source: paper, part")
    )
    assert [note.split(":")[1] for note in notes] == ["7", "8", "9"]
