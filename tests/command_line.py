"""Arguments come in; what `explorer` does with them goes out: its exit code, and what it says on each of its outputs.

In this process, since each start of Python takes as long as most commands. What only a process of its own can show is
tested with one: the lock between processes, a terminal, the encoding of its output, a reader who leaves.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

from click.testing import CliRunner

from explorer.cli import main


def explorer(*arguments: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the command with these variables. Raises what would be shown as a traceback."""
    given = [str(argument) for argument in arguments]
    done = CliRunner().invoke(main, given, env=variables, prog_name="explorer")
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return subprocess.CompletedProcess(given, done.exit_code, done.stdout, done.stderr)
