"""An image of Neo4j comes in; its import tool, and a server on the same volume, run in containers; a graph goes out."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import neo4j

from explorer.errors import GraphUnreachable
from explorer.exporting.instructions import COMMAND, FINISH
from explorer.graph.bolt import BoltGraph

_PASSWORD = "for-benchmarks-only"
_SECONDS_TO_START = 120
#: As much for the server as for the tool.
_HEAP = "2g"
_SETTINGS = {
    "NEO4J_AUTH": f"neo4j/{_PASSWORD}",
    "NEO4J_server_memory_heap_initial__size": _HEAP,
    "NEO4J_server_memory_heap_max__size": _HEAP,
    "NEO4J_server_memory_pagecache_size": "1g",
    "NEO4J_db_tx__log_preallocate": "false",
    "NEO4J_dbms_usage__report_enabled": "false",
}


@contextmanager
def volume() -> Iterator[str]:
    """The name of a volume that ends with the block."""
    name = _docker("volume", "create")
    try:
        yield name
    finally:
        _docker("volume", "rm", name)


def import_into(image: str, volume: str, folder: Path) -> None:
    """Run the import tool on an exported folder."""
    mounts = ("--volume", f"{volume}:/data", "--volume", f"{folder}:/import:ro", "--workdir", "/import")
    _docker("run", "--rm", *mounts, "--env", f"HEAP_SIZE={_HEAP}", image, *COMMAND.split())


def finish(graph: BoltGraph, folder: Path) -> None:
    """Run what is to be run after the import, as cypher-shell does."""
    with neo4j.GraphDatabase.driver(graph.place, auth=("neo4j", _PASSWORD)) as driver, driver.session() as session:
        for text in (folder / FINISH).read_text(encoding="utf-8").split(";\n")[:-1]:
            session.run(text).consume()  # type: ignore[arg-type]


@contextmanager
def server(image: str, volume: str) -> Iterator[BoltGraph]:
    """The graph on a server that answers, and ends with the block."""
    settings = [word for name, value in _SETTINGS.items() for word in ("--env", f"{name}={value}")]
    port = ("--publish", "127.0.0.1::7687")
    name = _docker("run", "--detach", *port, "--volume", f"{volume}:/data", *settings, image)
    try:
        address = _docker("port", name, "7687/tcp").splitlines()[0]
        graph = BoltGraph(f"bolt://{address}", "neo4j", _PASSWORD, "neo4j")
        _wait(graph)
        yield graph
        graph.close()
    finally:
        _docker("stop", "--time", "60", name)
        _docker("rm", "--volumes", name)


def _wait(graph: BoltGraph) -> None:
    until = time.monotonic() + _SECONDS_TO_START
    while True:
        try:
            graph.about()
            return
        except GraphUnreachable:
            if time.monotonic() > until:
                raise
            time.sleep(0.5)


def _docker(*words: str) -> str:
    done = subprocess.run(["docker", *words], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"docker {' '.join(words[:2])}: {(done.stderr + done.stdout)[-2000:]}")
    return done.stdout.strip()
