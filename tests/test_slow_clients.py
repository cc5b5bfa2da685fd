"""Clients that send or take slowly, or not at all, and many at once: others are answered meanwhile."""

from __future__ import annotations

import json
import re
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from served import Served, serving

from explorer.web import server

#: As often as the questions of a test are asked at once.
ENDLESS = """// Endless
//
// @ask    endless
// @param  limit  integer = 1  most rows
// @return name   string       never
UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a + b < 0 RETURN toString(a) AS name LIMIT $limit
"""


@pytest.fixture
def served(sample_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    """A server of the sample, with a question that never ends."""
    (tmp_path / "endless.cypher").write_text(ENDLESS, encoding="utf-8")
    monkeypatch.setenv("EXPLORER_QUERIES", str(tmp_path))
    monkeypatch.setenv("EXPLORER_TIMEOUT", "2")
    with serving(sample_file, "--port", "0") as served:
        yield served


def opened(served: Served, sent: bytes = b"", taking: int | None = None) -> socket.socket:
    """A connection on which this was sent."""
    address = urlsplit(served.address)
    client = socket.socket()
    if taking:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, taking)
    client.settimeout(20)
    client.connect((address.hostname, address.port))
    client.sendall(sent)
    return client


def request(path: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()


def health(served: Served) -> float:
    """Ask whether it is well; the seconds that took."""
    begun = time.monotonic()
    with opened(served, request("/health")) as client:
        answer = client.recv(4096)
    assert answer.startswith(b"HTTP/1.1 200"), answer
    return time.monotonic() - begun


def ended(client: socket.socket) -> bool:
    """Whether the server has ended the connection."""
    client.setblocking(False)
    try:
        while client.recv(65536):
            pass
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True


def test_slow_and_idle_clients_keep_nobody_out(served: Served) -> None:
    large = request("/sources/chronicle-of-talks")
    idle = [opened(served) for _ in range(server.CONNECTIONS)]
    once = [opened(served, request("/health")) for _ in range(30)]
    deaf = [opened(served, large * 20, taking=2048) for _ in range(30)]
    heads = [opened(served, b"GET /health HTTP/1.1\r\nHost: localhost\r\n") for _ in range(30)]
    bodies = [opened(served, b"POST /health HTTP/1.1\r\nHost: localhost\r\nContent-Length: 999\r\n\r\n") for _ in range(30)]
    assert health(served) < 5
    begun = time.monotonic()
    while time.monotonic() < begun + server.ARRIVING + 2:
        for client in (*heads, *bodies):
            try:
                client.send(b"x")
            except OSError:
                pass
        assert health(served) < 5
        time.sleep(0.5)
    assert sum(map(ended, idle)) > 50, "those that waited longest have made room"
    assert all(map(ended, (*heads, *bodies))), "a request has to come whole in its time"
    for each in (*idle, *once, *deaf, *heads, *bodies):
        each.close()


def test_many_slow_questions_do_not_keep_the_answer_that_all_is_well(served: Served) -> None:
    asking = [opened(served, request("/questions/endless")) for _ in range(100)]
    assert max(health(served) for _ in range(5)) < 5
    for each in asking:
        each.close()
    begun = time.monotonic()
    assert json.loads(served.get("/questions/most-connected.json"))["rows"]
    assert time.monotonic() - begun < 15, "what nobody waits for any more is not answered"


def test_one_too_many_is_told_so(served: Served) -> None:
    many = server.WAITING + 40
    asking = [opened(served, request("/questions/endless")) for _ in range(many)]
    assert health(served) < 5
    answers: list[bytes] = []

    def first_line(client: socket.socket) -> None:
        client.settimeout(1)
        try:
            answers.append(client.recv(4096))
        except OSError:
            pass

    threads = [threading.Thread(target=first_line, args=(each,)) for each in asking]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    refused = [each for each in answers if each.startswith(b"HTTP/1.1 503")]
    assert len(refused) >= 20 and b"Try again" in refused[0] and b"Content-Security-Policy" in refused[0]
    for client in asking:
        client.close()


HOST = b" HTTP/1.1\r\nHost: localhost\r\n"
#: What is refused, with status and words; where there is no status, the connection just ends.
REFUSED = [
    (b"GET /" + b"a" * server.LONGEST_HEAD + HOST + b"\r\n", 431, b"32,768 bytes"),
    (b"GET / HTTP/1.1\r\nHost: " + b"a" * 30_000 + b"\r\n\r\n", 400, b"no address that can be"),
    (b"GET / HTTP/1.1\r\nHost: [::1\r\n\r\n", 400, b"no address that can be"),
    (b"GET / HTTP/1.1\r\nHost: a..b\r\n\r\n", 400, b"no address that can be"),
    (b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421, b"EXPLORER_HOSTS"),
    (b"POST /" + HOST + b"Content-Length: 70000\r\n\r\n", 413, b"65,536 bytes"),
    (b"GET /" + HOST + b"Content-Length: " + b"9" * 5000 + b"\r\n\r\n", None, b""),
    (b"GET /" + HOST + b"Transfer-Encoding: x\r\n\r\n", 501, b"cannot be understood"),
    (b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n", 400, b"cannot be understood"),
]


def test_what_is_refused_is_told_in_a_line(sample_file: Path) -> None:
    with serving(sample_file, "--port", "0") as served:
        for sent, status, says in REFUSED:
            with opened(served, sent) as client:
                answer = b""
                while says not in answer and (part := client.recv(65536)):
                    answer += part
            assert says in answer, answer
            if status:
                assert re.match(rb"HTTP/1\.[01] %d " % status, answer), answer
                assert b"Content-Security-Policy" in answer
            assert health(served) < 5
        served.process.terminate()
        logged, _ = served.process.communicate(timeout=20)
    assert "Traceback" not in logged and len(logged.splitlines()) <= len(REFUSED)
    assert max(map(len, logged.splitlines())) < 200
