"""Files to load come in; a process that loads them, and that is killed on the way, is run."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from conftest import ROOT

#: Loads in a process of its own, which kills itself: after a share of the rows, or at a function.
_CHILD = """
import os, signal, sys
from pathlib import Path
from explorer.graph import bolt_writer, embedded, open
from explorer.loading import loader as loading
from explorer.settings import from_environment

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

where, *rest = sys.argv[1:]
graph = open.open_graph(from_environment())
# A dossier of this size would be one transaction; so it is many, as a big one is.
bolt_writer._TRANSACTION_ROWS = 1
if where.startswith("_"):
    setattr(embedded, where, die)
    share = 2.0
else:
    share = float(where)
loading.load(graph, map(Path, rest), progress=lambda done, size: done >= share * size and die())
"""


def loading(variables: dict[str, str], where: str, *paths: Path) -> subprocess.Popen[bytes]:
    """Start to load the files in a process of its own, which kills itself there: a share of the rows, or a function."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    return subprocess.Popen(
        [sys.executable, "-c", _CHILD, where, *map(str, paths)],
        env={**inherited, "PYTHONPATH": path, **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def killed(variables: dict[str, str], where: str, *paths: Path) -> None:
    """Load the files in a process of its own that kills itself there."""
    with loading(variables, where, *paths) as process:
        output, _ = process.communicate(timeout=120)
    assert process.returncode == -signal.SIGKILL, output.decode()
