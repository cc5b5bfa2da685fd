"""Compose brings up Neo4j and the pages for real: they answer, outlive the database's death, and keep what is kept."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from engines import Unavailable, do_without

pytestmark = pytest.mark.own_neo4j
PASSWORD = 'a $HOME "b" #c'
PORTS = {"EXPLORER_PORT": "8724", "NEO4J_BROWSER_PORT": "8725", "NEO4J_BOLT_PORT": "8726"}
LAVROV = "/ask{}?q=meetings+involving+Lavrov"
SENTENCE = "On 21 January he and Lavrov met in Geneva."
BASES = ("neo4j:5.26", "python:3.12-slim")


def _compose() -> list[str]:
    for command in (["docker", "compose"], ["docker-compose"]):
        if shutil.which(command[0]) and _succeeds(*command, "version"):
            return command
    raise Unavailable("Docker Compose is not there: install docker-compose")


def _succeeds(*command: str) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


class Project:
    """A project of Compose in a folder of its own, with a copy of what a clone holds."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._compose = _compose()
        for image in BASES:
            if not _succeeds("docker", "image", "inspect", image):
                raise Unavailable(f"There is no image {image}: pull it, or make it by .ci/neo4j-image or .ci/python-image")
        listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
        for name in subprocess.check_output(listed, cwd=ROOT, text=True).splitlines():
            if (ROOT / name).is_file():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / name, folder / name)

    def tried(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """What became of a command of Compose."""
        environment = {name: value for name, value in os.environ.items() if name not in ("GRAPH_PASSWORD", *PORTS)}
        return subprocess.run(
            [*self._compose, "--project-name", "explorer-test", *arguments],
            cwd=self.folder, env=environment, capture_output=True, text=True, timeout=500, check=False,
        )  # fmt: skip

    def __call__(self, *arguments: str) -> str:
        done = self.tried(*arguments)
        assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
        return done.stdout

    def up(self) -> None:
        """Bring it up, and wait for an answer."""
        self("up", "--detach")
        self.wait(200)

    def get(self, path: str) -> tuple[int, str]:
        """Status and text of a page; 0 where nothing listens."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{PORTS['EXPLORER_PORT']}{path}", timeout=20) as response:
                return response.status, response.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()
        except OSError:
            return 0, ""

    def wait(self, status: int, seconds: int = 60) -> None:
        """Until the pages' health is so."""
        end = time.monotonic() + seconds
        while (found := self.get("/health")[0]) != status:
            assert time.monotonic() < end, f"still {found}: " + self("logs", "--tail", "30", "web")
            time.sleep(0.5)

    def inspect(self, service: str) -> dict[str, Any]:
        """What Docker says of a service's container."""
        container = self("ps", "--quiet", service).strip()
        found: dict[str, Any] = json.loads(subprocess.check_output(["docker", "inspect", container]))[0]
        return found


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """A project that is up."""
    try:
        made = Project(tmp_path_factory.mktemp("compose"))
    except Unavailable as lack:
        do_without(lack)
    for settings in ("", (ROOT / ".env.example").read_text(encoding="utf-8")):
        (made.folder / ".env").write_text(settings)
        refused = made.tried("up", "--detach")
        assert refused.returncode != 0
        assert "put a password in it" in refused.stderr
    ports = "".join(f"{name}={port}\n" for name, port in PORTS.items())
    (made.folder / ".env").write_text(f"GRAPH_PASSWORD='{PASSWORD}'\n{ports}")
    try:
        made("build")
        made.up()
        yield made
    finally:
        made.tried("kill")  # nothing of it is needed any more, and a database takes its time to stop
        made("down", "--volumes")
        left = subprocess.check_output(["docker", "volume", "ls", "--quiet"], text=True)
        assert "explorer-test" not in left


def test_it_answers_at_once(project: Project) -> None:
    status, page = project.get(LAVROV.format(""))
    assert status == 200
    assert SENTENCE in page
    answer = json.loads(project.get(LAVROV.format(".json"))[1])
    assert SENTENCE in {each["quote"] for row in answer["rows"] for each in row["evidence"]}


def test_it_may_do_no_more_than_it_must(project: Project) -> None:
    web = project.inspect("web")
    assert web["Config"]["User"] == "explorer"
    assert web["HostConfig"]["ReadonlyRootfs"]
    for service in ("web", "neo4j"):
        bound = project.inspect(service)["HostConfig"]["PortBindings"].values()
        assert {each["HostIp"] for ports in bound for each in ports} == {"127.0.0.1"}
    refused = project.tried("exec", "-T", "web", "touch", "/opt/explorer/new")
    assert "Read-only" in refused.stderr
    names = [each.partition("=")[0] for each in project.inspect("neo4j")["Config"]["Env"]]
    assert [each for each in names if "PASSWORD" in each] == []
    assert PASSWORD not in project("logs")


def test_the_database_dies_and_comes_back(project: Project) -> None:
    started = project.inspect("web")["State"]["StartedAt"]
    project("kill", "neo4j")
    began = time.monotonic()
    status, page = project.get(LAVROV.format(""))
    assert (status, "No Neo4j answers" in page) == (503, True)
    status, told = project.get(LAVROV.format(".json"))
    assert (status, json.loads(told)["status"]) == (503, 503)
    assert time.monotonic() - began < 18
    project("start", "neo4j")
    project.wait(200)
    assert SENTENCE in project.get(LAVROV.format(""))[1]
    assert project.inspect("web")["State"]["StartedAt"] == started


def test_it_stops_soon_and_keeps_what_was_retracted(project: Project) -> None:
    def held() -> dict[str, Any]:
        found: dict[str, Any] = json.loads(project("run", "--rm", "sample", "status", "--format", "json"))
        return found

    first = held()["files"]
    project("run", "--rm", "sample", "retract", first[0]["id"])
    left = held()
    assert len(left["files"]) == len(first) - 1
    web = project.inspect("web")["Id"]
    began = time.monotonic()
    project("stop", "web")
    assert time.monotonic() - began < 10
    assert subprocess.check_output(["docker", "inspect", "--format", "{{.State.ExitCode}}", web], text=True) == "0\n"
    project("down")
    project.up()
    assert held() == left
