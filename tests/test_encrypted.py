"""An encrypted Neo4j is asked where its certificate is trusted, as Aura's is, or need not be; else it is said why not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme
from conftest import TABLE
from engines import IMAGES, PASSWORD, Unavailable, do_without, neo4j_container
from served import COMMAND

pytestmark = pytest.mark.own_neo4j
_POLICY = "NEO4J_dbms_ssl_policy_bolt"
_BY_PY2NEO = "from explorer import py2neo; print(py2neo.graph().evaluate('RETURN 1'))"


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the certificate of an authority, and a server's own that it has signed."""
    folder = tmp_path_factory.mktemp("certificates")
    made = trustme.CA(key_type=trustme.KeyType.RSA)
    server = made.issue_cert("localhost", key_type=trustme.KeyType.RSA)
    made.cert_pem.write_to_path(folder / "authority.pem")
    server.private_key_pem.write_to_path(folder / "private.key")
    server.cert_chain_pems[0].write_to_path(folder / "public.crt")
    for path in (folder, *folder.iterdir()):
        path.chmod(0o755)  # the server runs as somebody else
    return folder


@pytest.fixture(scope="module", params=IMAGES)
def port(request: pytest.FixtureRequest, authority: Path) -> Iterator[int]:
    """Of a server that encrypts where it is asked to."""
    try:
        container = neo4j_container(IMAGES[request.param])
    except Unavailable as lack:
        do_without(lack)
    container.with_volume_mapping(str(authority), "/certificates", "ro").with_envs(
        NEO4J_server_bolt_tls__level="OPTIONAL",
        **{f"{_POLICY}_enabled": "true", f"{_POLICY}_base__directory": "/certificates"},
    )
    with container:
        yield container.get_exposed_port(7687)


class Caller:
    """Runs commands on that server by an address with this scheme, trusting the authority or not."""

    def __init__(self, port: int, authority: Path) -> None:
        self._port, self._authority = port, authority

    def __call__(self, scheme: str, *command: str | Path, trusting: bool = False) -> subprocess.CompletedProcess[str]:
        variables = {"NEO4J_URI": f"{scheme}://localhost:{self._port}", "NEO4J_USERNAME": "neo4j"}
        variables |= {"NEO4J_PASSWORD": PASSWORD, "NEO4J_DATABASE": "neo4j"}
        variables |= {"SSL_CERT_FILE": str(self._authority / "authority.pem")} if trusting else {}
        return subprocess.run(
            list(map(str, command)), env=os.environ | variables, capture_output=True, text=True, timeout=120, check=False
        )


@pytest.fixture
def call(port: int, authority: Path) -> Caller:
    """Commands on the server."""
    return Caller(port, authority)


@pytest.mark.parametrize(("scheme", "trusting"), [("neo4j+s", True), ("bolt+s", True), ("neo4j+ssc", False)])
def test_loading_and_asking(call: Caller, scheme: str, trusting: bool) -> None:
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
