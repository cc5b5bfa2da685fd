"""Patience: how long, and with how many statements, examples may be looked for."""

from __future__ import annotations

import time
from dataclasses import dataclass

#: Of all the time, what one try may take: what takes longer is no good example.
_SHARE = 0.25


@dataclass
class Patience:
    """How long examples may be looked for, from now on, and with how many statements; None sets no limit to these.

    `short` says that some may be missing for lack of time, `unfinished` for lack of statements.
    """

    seconds: float
    statements: int | None = None
    short: bool = False
    unfinished: bool = False

    def __post_init__(self) -> None:
        """Begin to wait."""
        self._until = time.monotonic() + self.seconds

    @property
    def left(self) -> float:
        """Seconds for the next try; 0 where the time is over."""
        return max(0.0, min(self._until - time.monotonic(), self.seconds * _SHARE))

    def take(self) -> bool:
        """Whether one more statement may be sent, which is then counted."""
        if not self.left:
            self.short = True
        elif self.statements == 0:
            self.unfinished = True
        else:
            self.statements = None if self.statements is None else self.statements - 1
            return True
        return False
