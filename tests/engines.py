"""What the tests need from the machine: a Neo4j server to fill and to wipe, and a browser to look with.

Each is looked for when it is asked for. What cannot be had raises Unavailable with the reason; `do_without`
makes of that a skip that says why, or in CI, where nothing may be left out, a failure.
"""

from __future__ import annotations

import gc
import os
import shutil
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NoReturn

import pytest
import trustme

if TYPE_CHECKING:
    import docker
    from testcontainers.community.neo4j import Neo4jContainer

#: The long-term line and the newest one: each Neo4j test runs on both, under these names.
IMAGES = {"neo4j-5.26": "neo4j:5.26", "neo4j-2026.09": "neo4j:2026.09.0"}
#: The servers that tests run on: those in containers, or the one that NEO4J_URI names.
SERVERS = ("neo4j",) if os.environ.get("NEO4J_URI") else tuple(IMAGES)
PASSWORD = "for-tests-only"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")

#: Lets a shared machine run the server beside the tests, saves it from writing big files at the start, and from planning
#: a statement again because the graph was emptied and filled meanwhile.
SETTINGS = {
    "NEO4J_server_memory_heap_initial__size": "256m",
    "NEO4J_server_memory_heap_max__size": "512m",
    "NEO4J_server_memory_pagecache_size": "128m",
    "NEO4J_db_tx__log_preallocate": "false",
    "NEO4J_dbms_usage__report_enabled": "false",
    "NEO4J_dbms_cypher_min__replan__interval": "1h",
}


class Unavailable(Exception):
    """This machine lacks what a test needs; the message says what, and what would help."""


@dataclass(frozen=True)
class Neo4jServer:
    """Where a Neo4j server is and how to get in, under the names that its variables have."""

    uri: str
    username: str
    password: str
    database: str
    #: Where it serves Neo4j Browser; empty where that is not known.
    browser: str = ""
    #: The certificate of the authority that signed the server's own, for "localhost"; None where that is not known.
    authority: Path | None = None

    def environment(self) -> dict[str, str]:
        """Return the variables that lead the program to this server."""
        return {
            "NEO4J_URI": self.uri,
            "NEO4J_USERNAME": self.username,
            "NEO4J_PASSWORD": self.password,
            "NEO4J_DATABASE": self.database,
        }


@contextmanager
def neo4j_server(name: str) -> Iterator[Neo4jServer]:
    """Give the server that NEO4J_URI names, else that of IMAGES in a container that ends with the block.

    Raises:
        Unavailable: NEO4J_URI is set without leave to wipe it, there is no Docker engine, or no image.
    """
    if name not in IMAGES:
        yield _external()
        return
    with TemporaryDirectory() as folder, _encrypting(neo4j_container(IMAGES[name]), Path(folder)) as container:
        yield Neo4jServer(
            uri=container.get_connection_url(),
            username=container.username,
            password=container.password,
            database="neo4j",
            browser=f"http://{container.get_container_host_ip()}:{container.get_exposed_port(7474)}/browser/",
            authority=Path(folder) / "authority.pem",
        )


def _encrypting(container: Neo4jContainer, folder: Path) -> Neo4jContainer:
    """Let the server encrypt where it is asked to, with a certificate that is made in the folder."""
    authority = trustme.CA(key_type=trustme.KeyType.RSA)
    own = authority.issue_cert("localhost", key_type=trustme.KeyType.RSA)
    authority.cert_pem.write_to_path(folder / "authority.pem")
    own.private_key_pem.write_to_path(folder / "private.key")
    own.cert_chain_pems[0].write_to_path(folder / "public.crt")
    for path in (folder, *folder.iterdir()):
        path.chmod(0o755)  # the server runs as somebody else
    policy = "NEO4J_dbms_ssl_policy_bolt"
    return container.with_volume_mapping(str(folder), "/certificates", "ro").with_envs(
        NEO4J_server_bolt_tls__level="OPTIONAL",
        **{f"{policy}_enabled": "true", f"{policy}_base__directory": "/certificates"},
    )


def neo4j_container(image: str) -> Neo4jContainer:
    """Return a container of the image, not yet started. Raises Unavailable where there is no engine or no image."""
    # The reaper would be one more image to pull, and the block removes the container already.
    # Set before the first import, which reads it.
    os.environ.setdefault("TESTCONTAINERS_RYUK_DISABLED", "true")
    from testcontainers.community.neo4j import Neo4jContainer

    _require_image(image)
    return Neo4jContainer(image, username="neo4j", password=PASSWORD).with_envs(**SETTINGS).with_exposed_ports(7474)


def docker_engine() -> docker.DockerClient:
    """Return a client of the Docker engine. Raises Unavailable where none answers."""
    from docker.errors import DockerException
    from testcontainers.core.docker_client import DockerClient

    # The client drops its socket unclosed where nobody answers, and pytest would blame some other test.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        try:
            return DockerClient().client
        except DockerException as error:
            reason = str(error)
        gc.collect()
    raise Unavailable(f"no Docker engine answers, and Neo4j is tested in a container: {reason}")


def browser() -> str:
    """Return the path of Chromium: EXPLORER_CHROMIUM, else the first one on PATH.

    Raises:
        Unavailable: there is none, or EXPLORER_CHROMIUM names no program.
    """
    chosen = os.environ.get("EXPLORER_CHROMIUM")
    for name in (chosen,) if chosen else BROWSERS:
        if path := shutil.which(name):
            return path
    if chosen:
        raise Unavailable(f"EXPLORER_CHROMIUM is {chosen}, which is no program")
    raise Unavailable(f"no {', '.join(BROWSERS)} on PATH: install Chromium or set EXPLORER_CHROMIUM")


def do_without(lack: Unavailable) -> NoReturn:
    """Skip the test for this lack, or fail it in CI."""
    if in_ci():
        pytest.fail(f"CI leaves out no test: {lack}", pytrace=False)
    pytest.skip(str(lack))


def in_ci() -> bool:
    """Tell whether this is continuous integration, by the variable that its services set."""
    return os.environ.get("CI", "").lower() not in ("", "0", "false")


def _external() -> Neo4jServer:
    if os.environ.get("EXPLORER_TEST_WIPE") != "yes":
        raise Unavailable(
            "NEO4J_URI is set, and the tests wipe the graph they run on: "
            "set EXPLORER_TEST_WIPE=yes if it may be wiped, or unset NEO4J_URI to test in a container"
        )
    return Neo4jServer(
        uri=os.environ["NEO4J_URI"],
        username=os.environ.get("NEO4J_USERNAME", "neo4j"),
        password=os.environ.get("NEO4J_PASSWORD", ""),
        database=os.environ.get("NEO4J_DATABASE", "neo4j"),
        browser=os.environ.get("EXPLORER_NEO4J_BROWSER", ""),
    )


def _require_image(image: str) -> None:
    from docker.errors import DockerException, ImageNotFound

    engine = docker_engine()
    try:
        engine.images.get(image)
    except ImageNotFound:
        try:
            engine.images.pull(image)
        except DockerException as error:
            raise Unavailable(f"the image {image} is not here and cannot be pulled: {error}") from error
    finally:
        engine.close()
