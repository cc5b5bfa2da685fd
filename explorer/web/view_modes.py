"""An address says how to look at an answer: as a table, a network, a timeline or a chain; a View goes out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from explorer import model, written_dates
from explorer.catalogue.query_file import Column
from explorer.errors import UsageError

TABLE, NETWORK, TIMELINE, CHAIN = "table", "network", "timeline", "chain"
#: Those that are pictures, which a file can hold.
PICTURES = (NETWORK, TIMELINE)
_ALL = (TABLE, NETWORK, TIMELINE, CHAIN)
#: What an address may say of the view. No question may have a parameter of one of these names.
NAMES = ("view", "pairs", "axis")

_DRAWN = set(model.names(drawn=True))
_DATED = set(model.names(reported=True))
_BETWEEN = re.compile(r"\s*/\s*|\s+to\s+|\s+[–-]\s+")
#: The columns of an answer that is read link by link.
_CHAIN = {"path", "hop", "from", "to"}


@dataclass(frozen=True)
class View:
    """One way to look at an answer. `pairs` is of the network, `axis` (first and last day) of the timeline."""

    name: str = ""
    pairs: bool = False
    axis: tuple[date, date] | None = None

    @property
    def stated(self) -> dict[str, str]:
        """What the address says of it; nothing where it is the usual view."""
        said = {"view": self.name} if self.name else {}
        if self.pairs:
            said["pairs"] = "1"
        if self.axis:
            said["axis"] = f"{self.axis[0].isoformat()}/{self.axis[1].isoformat()}"
        return said

    def around(self, axis: tuple[date, date] | None) -> View:
        """The same timeline over another span."""
        return replace(self, name=TIMELINE, axis=axis)


def read(said: Mapping[str, str]) -> View:
    """The view that an address names. Raises UsageError for one that there is not."""
    name = said.get("view", "")
    if name and name not in _ALL:
        raise UsageError(f"There is no view '{name}': it is one of {', '.join(_ALL)}.")
    return View(name, said.get("pairs", "") not in ("", "0"), _axis(said.get("axis", "")))


def possible(columns: Sequence[Column]) -> list[str]:
    """The views that an answer with these columns has, the usual one first."""
    kinds = {column.type.removesuffix(" list") for column in columns}
    found = [TABLE]
    if kinds & _DRAWN:
        found.append(NETWORK)
    if kinds & _DATED:
        found.append(TIMELINE)
    return [CHAIN, *found] if {column.name for column in columns} >= _CHAIN else found


def _axis(text: str) -> tuple[date, date] | None:
    """The span of days that is meant: one date as people write it, or two with a stroke or `to` between them."""
    if not text:
        return None
    sides = [written_dates.understand(side.strip()) for side in _BETWEEN.split(text, maxsplit=1)]
    first, last = (sides[0] and sides[0].first), (sides[-1] and sides[-1].last)
    if not first or not last or first > last:
        raise UsageError(
            f"The period '{text}' is not understood: write one such as January 2022, or 2021-01-01/2021-12-31."
        )
    return first, last
