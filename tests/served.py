"""A graph's file comes in; its pages, served by `explorer serve` as a process of its own, go out."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
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
def serving(graph: Path, *arguments: str) -> Iterator[Served]:
    """A server of this graph for as long as the block runs."""
    process = subprocess.Popen(
        [*COMMAND, "--graph", str(graph), "serve", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    )
    try:
        yield Served(process)
    finally:
        process.kill()
        process.communicate()
