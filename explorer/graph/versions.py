"""Which version of the data an answer was read from, on a server where reading both takes two transactions.

An answer gets a version only if the data cannot have had another one while it was read: nothing was committed between
the two transactions, or the version is the same before and after it. (None comes back within that time: each is a hash
of the one before and of what changed, and only a database that was emptied begins anew.)
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from explorer.graph.base import Result

T = TypeVar("T")
#: After so many tries an answer has no version: the data change all the time.
_TRIES = 3


@dataclass(frozen=True)
class Stamp(Generic[T]):
    """What was read, and the state of the database after it: its bookmarks; empty where they are not known."""

    value: T
    state: frozenset[str] = frozenset()


class Versions:
    """The version that was read last, which is good as long as nothing is committed. May be shared by threads."""

    def __init__(self) -> None:
        self._last: Stamp[str | None] | None = None

    def note(self, version: Stamp[str | None]) -> None:
        """Keep a version that was read."""
        self._last = version

    def stamped(self, read: Callable[[], Stamp[Result]], version: Callable[[], Stamp[str | None]]) -> Result:
        """What is read, with its version; a version is read only where something was committed since the last one."""
        last = self._last
        # The state tells whether an old version is still good. Without one, only a version read just now is.
        before = None if last is not None and last.state else self._noted(version())
        result = read()
        for _ in range(_TRIES):
            for known in (last, before):
                if known is not None and _is_same_state(known, result):
                    return replace(result.value, dataset=known.value)
            after = self._noted(version())
            if _is_same_state(after, result) or (before is not None and before.value == after.value):
                return replace(result.value, dataset=after.value)
            before, result = after, read()
        return result.value

    def _noted(self, version: Stamp[str | None]) -> Stamp[str | None]:
        self.note(version)
        return version


def _is_same_state(one: Stamp[str | None], other: Stamp[Result]) -> bool:
    return bool(one.state) and one.state == other.state
