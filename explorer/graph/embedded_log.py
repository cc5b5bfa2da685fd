"""The engine's log beside the file of an embedded graph: whether work waits in it, and whether it is of this file.

A log that was begun on one state of the file says nothing of another, such as an older copy that was put back. So the
state on which a log begins is noted beside it.
"""

from __future__ import annotations

import hashlib
import os
from datetime import datetime
from pathlib import Path

#: Bytes of the log when nothing is waiting in it: its head.
_EMPTY = 5


class Log:
    """The log of the graph in the file `path`. All raise OSError."""

    def __init__(self, path: Path) -> None:
        self._graph = path
        self.path = Path(f"{path}-wal")
        self._noted = Path(f"{path}-wal-of")

    def waits(self) -> bool:
        """Whether a writer that was stopped left work in it."""
        try:
            return self.path.stat().st_size > _EMPTY
        except FileNotFoundError:
            return False

    def begin(self) -> None:
        """Note that what is logged from now on continues the file as it is."""
        new = Path(f"{self._noted}.new")
        new.write_text(_fingerprint(self._graph), encoding="ascii")
        new.replace(self._noted)

    def end(self) -> None:
        """Take the note away again, if nothing waits in the log any more."""
        if not self.waits():
            self._noted.unlink(missing_ok=True)

    def is_noted(self) -> bool:
        """Whether it is known on which state it began; a log of an earlier version of the program has no such note."""
        return self._noted.exists()

    def is_of_another(self) -> bool:
        """Whether work waits in it that does not continue the file as it is."""
        return self.waits() and self.is_noted() and self._noted.read_text("ascii") != _fingerprint(self._graph)

    def put_aside(self) -> Path:
        """Give it another name, so that the engine does not apply it, and say which."""
        aside = unused(Path(f"{self.path}.aside-{datetime.now():%Y%m%d-%H%M%S}"))
        self.path.rename(aside)
        self._noted.unlink(missing_ok=True)
        return aside

    def writer_lives(self) -> bool:
        """Whether the process that the engine noted as the writer still runs and has not let go."""
        try:
            noted = Path(f"{self._graph}.lock-owner").read_text(encoding="utf-8")
        except OSError:
            return False
        fields = dict(line.split("=", 1) for line in noted.splitlines() if "=" in line)
        if "released" in fields or not fields.get("pid", "").isdigit():
            return False
        try:
            os.kill(int(fields["pid"]), 0)
        except ProcessLookupError:
            return False
        except PermissionError:
            return True
        return True


def _fingerprint(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "blake2b").hexdigest()
    except FileNotFoundError:
        return "no file"


def unused(path: Path) -> Path:
    """The path, or one made of it that nothing has yet."""
    number, free = 1, path
    while free.exists():
        number, free = number + 1, path.with_name(f"{path.name}-{number}")
    return free
