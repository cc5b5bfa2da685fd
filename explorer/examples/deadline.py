"""How long examples may be looked for, and whether the time was too short."""

from __future__ import annotations

import time
from dataclasses import dataclass

#: Of all the time, what one try may take: what takes longer is no good example.
_SHARE = 0.25


@dataclass
class Patience:
    """How long examples may be looked for, from now on. `short` says that some may be missing for lack of time."""

    seconds: float
    short: bool = False

    def __post_init__(self) -> None:
        """Begin to wait."""
        self._until = time.monotonic() + self.seconds

    @property
    def left(self) -> float:
        """Seconds for the next try; 0 where the time is over."""
        return max(0.0, min(self._until - time.monotonic(), self.seconds * _SHARE))
