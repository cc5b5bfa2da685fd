"""An encrypted Neo4j is asked where its certificate is trusted, as Aura's is, or need not be; else it is said why not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import TABLE, wipe
from engines import Neo4jServer, Unavailable, do_without
from served import COMMAND

from explorer.graph.bolt import BoltGraph

_BY_PY2NEO = "from explorer import py2neo; print(py2neo.graph().evaluate('RETURN 1'))"


class Caller:
    """Runs commands on a server by an address with this scheme, trusting its authority or not."""

    def __init__(self, server: Neo4jServer) -> None:
        self._server = server

    def __call__(self, scheme: str, *command: str | Path, trusting: bool = False) -> subprocess.CompletedProcess[str]:
        port = self._server.uri.rpartition(":")[2]
        variables = {**self._server.environment(), "NEO4J_URI": f"{scheme}://localhost:{port}"}
        variables |= {"SSL_CERT_FILE": str(self._server.authority)} if trusting else {}
        return subprocess.run(
            list(map(str, command)), env=os.environ | variables, capture_output=True, text=True, timeout=120, check=False
        )


@pytest.fixture
def call(neo4j: Neo4jServer) -> Caller:
    """Commands on a server that encrypts where it is asked to."""
    if not neo4j.authority:
        do_without(Unavailable("no certificate is known of the server that NEO4J_URI names: unset it to test in a container"))
    return Caller(neo4j)


@pytest.mark.parametrize(("scheme", "trusting"), [("neo4j+s", True), ("bolt+s", True), ("neo4j+ssc", False)])
def test_loading_and_asking(call: Caller, bolt: BoltGraph, scheme: str, trusting: bool) -> None:
    wipe(bolt)
    loaded = call(scheme, *COMMAND, "load", TABLE, trusting=trusting)
    assert loaded.returncode == 0, loaded.stderr
    asked = call(scheme, *COMMAND, "run", "most-connected", "--format", "json", trusting=trusting)
    assert json.loads(asked.stdout)["rows"]


@pytest.mark.parametrize("scheme", ["neo4j+s", "bolt+s"])
def test_a_certificate_that_is_not_trusted_is_said(call: Caller, scheme: str) -> None:
    refused = call(scheme, *COMMAND, "status")
    assert refused.returncode == 3
    said = " ".join(refused.stderr.split())
    assert "its certificate is not trusted here" in said and f"{scheme}sc://" in said and "SSL_CERT_FILE" in said


@pytest.mark.parametrize(("scheme", "trusting"), [("neo4j+s", True), ("bolt+s", True), ("bolt+ssc", False)])
def test_py2neo_takes_the_same_addresses(call: Caller, scheme: str, trusting: bool) -> None:
    done = call(scheme, sys.executable, "-c", _BY_PY2NEO, trusting=trusting)
    assert (done.returncode, done.stdout) == (0, "1\n"), done.stderr
