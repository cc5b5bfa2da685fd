"""A graph comes in; its pages, served by `explorer serve` as a process of its own, go out."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

COMMAND = (sys.executable, "-m", "explorer")
SECONDS = 60


class Served:
    """A server that runs: its process, its address, and what it printed at its start."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout
        self.process = process
        self.printed = ""
        while "Stop it" not in self.printed:
            line = process.stdout.readline()
            assert line, f"it ended: {self.printed}"
            self.printed += line
        self.address = re.findall(r"http://\S+", self.printed)[0]

    def get(self, path: str) -> str:
        """What it answers; raises for any error."""
        with urllib.request.urlopen(self.address + path, timeout=SECONDS) as response:
            text: str = response.read().decode()
        return text


@contextmanager
def serving(graph: Path | Mapping[str, str], *arguments: str) -> Iterator[Served]:
    """A server of this graph, a file or where variables lead, for as long as the block runs."""
    variables = {} if isinstance(graph, Path) else graph
    named = ["--graph", str(graph)] if isinstance(graph, Path) else []
    process = subprocess.Popen(
        [*COMMAND, *named, "serve", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=os.environ | variables | {"PYTHONUNBUFFERED": "1"},
    )
    try:
        yield Served(process)
    finally:
        process.kill()
        process.communicate()
