"""A folder of exported files comes in; a new Neo4j server that its import tool has filled with them goes out."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from engines import PASSWORD, SETTINGS, Neo4jServer, Unavailable, _require_image, do_without

from explorer.exporting.instructions import COMMAND, FINISH

if TYPE_CHECKING:
    import docker
    import neo4j


@contextmanager
def imported_server(image: str, folder: Path) -> Iterator[Neo4jServer]:
    """Do what README.txt in the folder says, with a volume and a container that end with the block."""
    try:
        _require_image(image)
    except Unavailable as lack:
        do_without(lack)
    os.environ.setdefault("TESTCONTAINERS_RYUK_DISABLED", "true")
    import docker
    from testcontainers.community.neo4j import Neo4jContainer

    client = docker.from_env()
    volume = client.volumes.create()
    try:
        _import(client, image, volume.name, folder)
        container = Neo4jContainer(image, username="neo4j", password=PASSWORD).with_envs(**SETTINGS)
        with container.with_volume_mapping(volume.name, "/data", "rw"):
            server = Neo4jServer(container.get_connection_url(), "neo4j", PASSWORD, "neo4j")
            _finish(container.get_driver(), folder)
            yield server
    finally:
        volume.remove()
        client.close()


def _import(client: docker.DockerClient, image: str, volume: str, folder: Path) -> None:
    mounts = {volume: {"bind": "/data", "mode": "rw"}, str(folder): {"bind": "/import", "mode": "ro"}}
    run = client.containers.run(
        image, shlex.split(COMMAND), volumes=mounts, working_dir="/import", environment={"HEAP_SIZE": "512m"}, detach=True
    )
    try:
        assert run.wait(timeout=120)["StatusCode"] == 0, run.logs().decode()[-3000:]
    finally:
        run.remove(v=True, force=True)


def _finish(driver: neo4j.Driver, folder: Path) -> None:
    """What cypher-shell would do, which is not among what the test images are made of."""
    with driver, driver.session(database="neo4j") as session:
        for text in (folder / FINISH).read_text(encoding="utf-8").split(";\n")[:-1]:
            session.run(text).consume()
