"""Writes a plan to the graph, and notes there who is writing and the version of the data after it."""

from __future__ import annotations

import getpass
import os
import platform
from datetime import UTC, datetime

from explorer.graph.base import Progress, Writer, batches
from explorer.loading.plan import Plan
from explorer.statements import statement


def execute(writer: Writer, made: Plan, progress: Progress | None = None) -> None:
    """Write the steps of a plan that was made on the state of now, and note the new version of the data."""
    before, files = made.planned_on, set(made.files)
    if not made.steps and not before.unfinished & files:
        return
    writing = f"{now().isoformat()} by {_who()}"
    writer.write(statement("load/begin"), [{"writing": writing, "unfinished": sorted(before.unfinished | files)}])
    done, size = 0, made.size
    for name, rows in made.steps:
        for batch in batches(rows):
            writer.write(statement(name), batch)
            done += len(batch)
            if progress:
                progress(done, size)
    left = sorted(before.unfinished - files) or None  # what others left unfinished is theirs to complete
    finished = {"version": made.version, "changed": now().isoformat()}
    writing_still = before.writing if left else None
    writer.write(statement("load/finish"), [{**finished, "writing": writing_still, "unfinished": left}])


def now() -> datetime:
    """The time as it is noted in the graph: UTC, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


def _who() -> str:
    try:
        user = getpass.getuser()
    except (KeyError, OSError):
        user = "somebody"
    return f"{user} on {platform.node()}, process {os.getpid()}"
