"""A folder of exported files comes in; a new Neo4j server that its import tool has filled with them goes out."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from engines import PASSWORD, Neo4jServer, Unavailable, do_without, docker_engine, neo4j_container

from explorer.exporting.instructions import COMMAND, FINISH

if TYPE_CHECKING:
    import docker
    import neo4j


@contextmanager
def imported_server(image: str, folder: Path) -> Iterator[Neo4jServer]:
    """Do what README.txt in the folder says, with a volume and a container that end with the block."""
    try:
        container = neo4j_container(image)
        client = docker_engine()
    except Unavailable as lack:
        do_without(lack)
    volume = client.volumes.create()
    try:
        _import(client, image, volume.name, folder)
        with container.with_volume_mapping(volume.name, "/data", "rw"):
            _finish(container.get_driver(), folder)
            yield Neo4jServer(container.get_connection_url(), "neo4j", PASSWORD, "neo4j")
    finally:
        volume.remove()
        client.close()


def _import(client: docker.DockerClient, image: str, volume: str, folder: Path) -> None:
    mounts = {volume: {"bind": "/data", "mode": "rw"}, str(folder): {"bind": "/import", "mode": "ro"}}
    given = {"volumes": mounts, "working_dir": "/import", "environment": {"HEAP_SIZE": "512m"}}
    run = client.containers.run(image, shlex.split(COMMAND), detach=True, **given)
    try:
        assert run.wait(timeout=300)["StatusCode"] == 0, run.logs().decode()[-3000:]
    finally:
        run.remove(v=True, force=True)


def _finish(driver: neo4j.Driver, folder: Path) -> None:
    """What cypher-shell would do, which is not among what the test images are made of."""
    with driver, driver.session(database="neo4j") as session:
        for text in (folder / FINISH).read_text(encoding="utf-8").split(";\n")[:-1]:
            session.run(text).consume()
