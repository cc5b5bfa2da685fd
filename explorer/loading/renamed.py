"""Whether a file that is loaded for the first time is another loaded file under a new id."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from explorer import model
from explorer.graph.base import Reader
from explorer.loading import orphans
from explorer.loading.diff import Difference, compare, present
from explorer.loading.extract import FileContent
from explorer.loading.file_identity import own
from explorer.loading.identities import Identities
from explorer.loading.node import Node
from explorer.loading.rows import Row
from explorer.reading import records
from explorer.reading.input_files import InputFile


def most_alike(reader: Reader, identities: Identities, content: FileContent, files: list[str]) -> str | None:
    """The loaded file, none of these, that describes most of what the content does."""
    found = orphans.descriptions(reader, {each.node for each in content.descriptions}, identities, files)
    counts = Counter(row["file"] for rows in found.values() for row in rows)
    return max(counts, key=lambda file: (counts[file], file), default=None)


def as_before(reader: Reader, file: InputFile, id: str, content: FileContent) -> Difference:
    """The difference if the file had kept the id under which it may have been loaded before."""
    return compare(replace(file, id=id), content, present(reader, id))


def is_the_same(difference: Difference) -> bool:
    """Whether it says word for word what was loaded."""
    return not (difference.added or difference.removed or difference.redescribed)


def is_alike(difference: Difference) -> bool:
    """Whether it has most of what makes the loaded file."""
    there = own(difference)
    return 2 * len(there & difference.descriptions.keys()) > len(there)


def given_up(reader: Reader, file: InputFile, id: str) -> Difference:
    """All that was loaded under the old id goes."""
    empty = replace(file, id=id, dossier=records.dossier({"title": id}), texts={})
    return compare(empty, FileContent(), present(reader, id))


def note(id: str, row: Row) -> str:
    """What is said of a file that was renamed and edited."""
    return (
        f"this looks like the file '{id}', {row['title']}, renamed and edited; both are kept, and where they disagree "
        f"'{id}' is followed: write `id: {id}` at its top, or take the other away (explorer retract {id})"
    )


def source(id: str) -> Node:
    """The Source that stands for a file."""
    return Node(model.kind_of("source").label, id)
