"""However the data change while an answer is read, it has the version of its rows or none: all interleavings are tried."""

from __future__ import annotations

from itertools import chain, combinations

import pytest

from explorer.graph.base import Result
from explorer.graph.versions import Stamp, Versions

#: More accesses than one answer takes.
ACCESSES = 8


class Database:
    """Data whose only row is their version, and that change before some of the accesses."""

    def __init__(self, changes: tuple[int, ...], *, bookmarks: bool) -> None:
        self.changes = changes
        self.bookmarks = bookmarks
        self.accesses = self.versions_read = self.version = 0

    def access(self) -> frozenset[str]:
        self.version += self.accesses in self.changes
        self.accesses += 1
        return frozenset((f"after {self.version}",) if self.bookmarks else ())

    def rows(self) -> Stamp[Result]:
        state = self.access()
        return Stamp(Result(["version"], [{"version": str(self.version)}]), state)

    def read_version(self) -> Stamp[str | None]:
        self.versions_read += 1
        state = self.access()
        return Stamp(str(self.version), state)


@pytest.mark.parametrize("bookmarks", [True, False])
@pytest.mark.parametrize("known", [True, False])
def test_no_answer_has_a_version_that_it_was_not_read_from(bookmarks: bool, known: bool) -> None:
    every = chain.from_iterable(combinations(range(ACCESSES), number) for number in range(ACCESSES + 1))
    stamped = 0
    for changes in every:
        database, versions = Database(changes, bookmarks=bookmarks), Versions()
        if known:
            versions.note(database.read_version())
        for _ in range(2):
            result = versions.stamped(database.rows, database.read_version)
            assert result.dataset in (result.rows[0]["version"], None), changes
            stamped += result.dataset is not None
    assert stamped > 300


def test_a_version_is_read_once_where_nothing_changes() -> None:
    database, versions = Database((), bookmarks=True), Versions()
    results = [versions.stamped(database.rows, database.read_version) for _ in range(5)]
    assert {result.dataset for result in results} == {"0"} and database.versions_read == 1


def test_a_version_that_comes_back_after_the_data_were_wiped_is_not_taken_for_the_one_before() -> None:
    for bookmarks in (True, False):
        database, versions = Database((1, 2), bookmarks=bookmarks), Versions()
        for old in ("1", "2"):
            versions.note(Stamp(old, frozenset(("before it was wiped",) if bookmarks else ())))
            result = versions.stamped(database.rows, database.read_version)
            assert result.dataset == result.rows[0]["version"]
