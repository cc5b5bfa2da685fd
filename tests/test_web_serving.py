"""`explorer serve` as a process of its own: what it prints, how it ends, and a load that goes on beside it."""

from __future__ import annotations

import gzip
import json
import logging
import re
import signal
import socket
import subprocess
import threading
import time
import urllib.error
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path

import brotli
import pytest
from conftest import SAMPLE, TABLE
from served import COMMAND, SECONDS, Served, serving
from test_statements_per_page import Recording

from explorer.catalogue.catalogue import load as load_catalogue
from explorer.connection import Connection
from explorer.graph.embedded import EmbeddedGraph
from explorer.settings import Settings
from explorer.web import create_app


def command(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the shell command to its end."""
    return subprocess.run(
        [*COMMAND, *map(str, arguments)], capture_output=True, text=True, timeout=SECONDS, check=False
    )


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph with the smaller half of the sample."""
    path = tmp_path_factory.mktemp("served") / "graph.kgl"
    loaded = command("--graph", path, "load", TABLE)
    assert loaded.returncode == 0, loaded.stderr
    return path


def test_it_names_its_address_and_three_questions_with_answers(graph: Path) -> None:
    with serving(graph, "--port", "0") as served:
        questions = re.findall(r"http://\S+(/ask\?q=\S+)", served.printed)
        assert len(questions) == 3
        for path in questions:
            assert json.loads(served.get(path.replace("/ask", "/ask.json")))["rows"]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_when_told(graph: Path, number: signal.Signals) -> None:
    with serving(graph, "--port", "0") as served:
        assert json.loads(served.get("/health"))["status"] == "ok"
        served.process.send_signal(number)
        rest, _ = served.process.communicate(timeout=20)
    assert served.process.returncode == 0
    assert "Traceback" not in rest


@pytest.mark.parametrize(
    ("arguments", "hosts", "name", "status"),
    [
        ([], "", "localhost", 200),
        ([], "", "127.0.0.1:80", 200),
        ([], "", "[::1]:80", 200),
        ([], "", "evil.example", 421),
        ([], "", "localhost.evil.example", 421),
        (["--host", "0.0.0.0"], "", "anything.example", 200),
        (["--host", "0.0.0.0"], "localhost, explorer.example", "anything.example", 421),
        ([], "localhost, explorer.example", "Explorer.example", 200),
    ],
)
def test_only_who_calls_it_by_its_name_is_answered(
    graph: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], hosts: str, name: str, status: int
) -> None:
    monkeypatch.setenv("EXPLORER_HOSTS", hosts)
    with serving(graph, "--port", "0", *arguments) as served:
        connection = HTTPConnection(served.address.removeprefix("http://"), timeout=SECONDS)
        connection.request("GET", "/questions/most-connected", headers={"Host": name})
        answer = connection.getresponse()
        said = answer.read().decode()
        connection.close()
    assert answer.status == status
    assert ("set EXPLORER_HOSTS=" + name in said) == (status == 421)


def test_a_port_that_is_taken(graph: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        refused = command("--graph", graph, "serve", "--port", str(port))
    assert refused.returncode == 2
    assert f"Port {port} of 127.0.0.1 is taken" in refused.stderr


def test_without_a_port_two_servers_find_one_each(graph: Path) -> None:
    with serving(graph) as one, serving(graph) as other:
        assert one.address != other.address
        assert one.get("/health") == other.get("/health")


def test_a_graph_that_is_not_there(tmp_path: Path) -> None:
    refused = command("--graph", tmp_path / "nothing.kgl", "serve", "--port", "0")
    assert refused.returncode == 3
    assert "explorer load" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_requests_that_wait_are_not_told_of(sample: Connection) -> None:
    from explorer.cli.serve import _listen

    server = _listen(create_app(sample), "127.0.0.1", 0)
    server.close()
    assert not logging.getLogger("waitress.queue").isEnabledFor(logging.WARNING)
    assert logging.getLogger("waitress").isEnabledFor(logging.WARNING)


def test_a_load_beside_a_running_server(graph: Path) -> None:
    """Requests go on without a failure while another process loads, and then see the new data."""
    path = "/questions/meetings-between.json?actor=lavrov&other=blinken"
    failures: list[str] = []
    asked = [0]
    stop = threading.Event()

    def keep_asking(served: Served) -> None:
        while not stop.is_set():
            for each in ("/health", "/", "/questions/most-connected", "/actors/blinken"):
                try:
                    served.get(each)
                    asked[0] += 1
                except (OSError, urllib.error.HTTPError) as error:
                    failures.append(f"{each}: {error}")

    with serving(graph, "--port", "0") as served:
        with pytest.raises(urllib.error.HTTPError, match="404"):
            served.get("/actors/lavrov")
        before = json.loads(served.get("/health"))["dataset"]
        threads = [threading.Thread(target=keep_asking, args=(served,)) for _ in range(3)]
        for thread in threads:
            thread.start()
        loaded = command("--graph", graph, "load", SAMPLE)
        time.sleep(0.5)
        stop.set()
        for thread in threads:
            thread.join()
        assert loaded.returncode == 0, loaded.stderr
        assert failures == []
        assert asked[0] > 20
        assert json.loads(served.get("/health"))["dataset"] != before
        assert json.loads(served.get(path))["count"] >= 3
        assert "Sergei Lavrov" in served.get("/actors/lavrov")
        retracted = command("--graph", graph, "retract", "register-of-journeys")
        assert retracted.returncode == 0, retracted.stderr
        with pytest.raises(urllib.error.HTTPError, match="410"):
            served.get("/sources/register-of-journeys")


def test_a_page_that_was_made_is_sent_again_until_the_data_changes(tmp_path: Path) -> None:
    graph = Recording(EmbeddedGraph(tmp_path / "graph.kgl", missing_ok=True))
    connection = Connection(graph, load_catalogue(), Settings())
    connection.load([TABLE])
    client = create_app(connection, kept=100_000).test_client()
    address = "/questions/most-connected"
    made = client.get(address)
    graph.sent.clear()
    again = client.get(address)
    assert again.data == made.data and again.headers == made.headers
    assert client.head(address).data == b"" and not graph.sent
    assert client.get(address, headers={"Accept-Encoding": "gzip"}).headers["Content-Encoding"] == "gzip"
    assert client.get(address, headers={"Accept": "application/json"}).get_json()["rows"]
    assert "Lavrov" not in made.text
    connection.load([SAMPLE])
    assert "Lavrov" in client.get(address).text


@pytest.mark.parametrize(("encoding", "decoded"), [("br", brotli.decompress), ("gzip", gzip.decompress)])
def test_a_compressed_page_that_is_sent_again_is_the_same_page(
    sample: Connection, encoding: str, decoded: Callable[[bytes], bytes]
) -> None:
    client = create_app(sample, kept=1_000_000).test_client()
    for address in ("/actors/lavrov", "/meetings/2021-06-16-biden-putin", "/questions/most-connected"):
        sent = [client.get(address, headers={"Accept-Encoding": encoding}) for _ in range(3)]
        assert [each.headers["Content-Encoding"] for each in sent] == [encoding] * 3
        first, *others = [decoded(each.data) for each in sent]
        assert first.startswith(b"<!doctype html>") and others == [first, first]


def test_pages_that_have_no_room_are_made_anew(sample: Connection) -> None:
    graph = Recording(sample.graph)
    client = create_app(Connection(graph, sample.catalogue, sample.settings), kept=200_000).test_client()
    addresses = [f"/questions/most-connected?limit={number}" for number in range(1, 30)]
    for address in addresses:
        client.get(address)
    graph.sent.clear()
    client.get(addresses[-1])
    assert not graph.sent
    client.get(addresses[0])
    assert graph.sent


def test_those_who_ask_at_once_for_a_page_cost_one_making(sample: Connection) -> None:
    graph = Recording(sample.graph)
    app = create_app(Connection(graph, sample.catalogue, sample.settings), kept=1_000_000)
    address = "/questions/neighbourhood?actor=lavrov&view=network"
    app.test_client().get(f"{address}&limit=7")
    alone = len(graph.sent)
    graph.sent.clear()
    with ThreadPoolExecutor(8) as threads:
        pages = list(threads.map(lambda _: app.test_client().get(address).data, range(24)))
    assert len(set(pages)) == 1 and len(graph.sent) <= alone
    # A page that cannot be made keeps nobody waiting for it.
    with ThreadPoolExecutor(8) as threads:
        missing = list(threads.map(lambda _: app.test_client().get("/actors/nobody").status_code, range(24)))
    assert missing == [404] * 24
