"""What the graph notes of loads: the loaded files, what they decide and what was retracted, read once for each load."""

from __future__ import annotations

from dataclasses import dataclass

from explorer import retractions
from explorer.graph.base import Reader
from explorer.loading import decisions
from explorer.loading.dataset_state import DatasetState, read_state
from explorer.loading.decisions import Decision
from explorer.loading.rows import Row
from explorer.retractions import Noted
from explorer.statements import statement


@dataclass(frozen=True)
class Bookkeeping:
    """`files` are the loaded ones by id, each with title, sha256, position and form; `restored` was retracted before
    and its file is not loaded again."""

    state: DatasetState
    files: dict[str, Row]
    decisions: list[Decision]
    retracted: list[Noted]
    restored: list[Noted]


def read_books(reader: Reader) -> Bookkeeping:
    """What is noted now."""
    state = read_state(reader)  # before all else, so that whatever is written meanwhile is noticed
    marks = retractions.every(reader)
    return Bookkeeping(
        state,
        {row["id"]: row for row in reader.read(statement("load/dossiers")).rows},
        decisions.stored(reader),
        [each for each in marks if not each.ended],
        [each for each in marks if each.ended],
    )


def positions(books: Bookkeeping, files: list[str], renamed: dict[str, str]) -> dict[str, int]:
    """The place of each file in the order of first loading; `renamed` has new ids by old ones.

    A file that was renamed takes the place of the old one, and one that was retracted keeps its own.
    """
    found = {id: row["position"] or 0 for id, row in books.files.items()}
    kept = {each.id: each.position for each in [*books.retracted, *books.restored] if each.of_file}
    for old, new in renamed.items():
        kept[new] = min(found[old], kept.get(new, found[old]))
    for id in files:
        last = max([*found.values(), *kept.values()], default=0)
        found.setdefault(id, kept.get(id, last + 1))
    return found
