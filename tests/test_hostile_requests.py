"""Hostile requests, on every route that the app has and every parameter of every question, over hostile data.

Routes, questions and kinds are enumerated, so a new one is attacked by being there. No answer may be a fault of the
server, tell of its inside, lead elsewhere or lack the headers that protect, and nothing may be written.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from conftest import ENGINES, ROOT, Filled
from flask import Flask
from flask.testing import FlaskClient
from graph_dump import content
from page_reader import Page
from served import serving
from test_browser_hostile import dossier
from test_slow_clients import opened
from werkzeug.test import TestResponse

from explorer import model
from explorer.catalogue.catalogue import load as load_catalogue
from explorer.connection import Connection
from explorer.graph.base import Graph
from explorer.settings import Settings
from explorer.web import create_app
from explorer.web.security import HEADERS

#: Bytes as they come over the wire, not yet quoted.
VALUES = [
    b"\0", b"\r\nX-Injected: 1", b"\xff\xfe", b"\xed\xa0\x80", "ẞ\u0345\u202e\ufeff".encode(), "👩‍👩‍👧‍👦".encode(),
    b"' OR 1=1 //", b"\"}) DETACH DELETE n //", b"`x` SET n.name = 1", b"$actor", b"{{7*7}}", b"%s%n%x", b"\\", b"\\u0000",
    b"<script>window.hurt=1</script>", b"javascript:alert(1)", b"//evil.example", b"https://evil.example/", b"/\\evil.example",
    b"../../../../etc/passwd", b"..%2f..%2f", b"file:///etc/passwd", b"C:\\boot.ini", b"script.json", b".", b"..", b"%00", b"%", b"%zz",
    b"-1", b"0", b"1e400", b"9" * 400, b"NaN", b"1_0", "٣".encode(), b"0x10", b"true", b"null", b"[]", b"__proto__",
    b"2022-31", b"0000-00-00", b"99999-01-01", b"-4713-01-01", b"2022-01-01/2021", b"y-170000002", b"../..", b"2022-02-30",
    b"a" * 20_000, b"a " * 5_000, b"(" * 600, b'"' * 601, "é".encode() * 300, b"*", b".*", b"~", b"&&", b"||", b"AND OR NOT", b"+-!(){}",
    b"", b" ", b"script", b"body", b"meeting:meeting-script", b"source:0:10", b"source:999999999:1", b"source:5:1", b"=1+1",
]  # fmt: skip
#: Options of routes that are no question.
OPTIONS = ("q", "kind", "actor", "other", "about", "quote", "view", "axis", "pairs", "asked", "~actor", "limit", "token", "utm_x", "x")
PAGES = ["/", "/ask.json?q=x", "/actors/script", "/questions/most-connected", "/health", "/static/icon.svg", "/nowhere", "/compare"]
HEADS = [
    {"Accept": "application/json;q=x, */*;q=999"}, {"Accept": ",;,"}, {"Accept-Encoding": "br;q=nan, zstd, \0"},
    {"If-None-Match": '"' * 2000}, {"If-None-Match": "*"}, {"If-Modified-Since": "x" * 900}, {"Range": "bytes=0-,5-1,-"},
    {"HX-Request": "true\x7f"}, {"Cookie": "explorer-token=x; =; ;;" + "a" * 9000}, {"Authorization": "Bearer \xff"},
    {"Authorization": "Digest x=" + '"' * 99}, {"Origin": "null"}, {"Origin": "https://evil.example"}, {"Referer": "x" * 9000},
    {"X-Forwarded-Host": "evil.example"}, {"X-Forwarded-Proto": "javascript"}, {"X-Forwarded-Prefix": "//evil.example"},
    {"Forwarded": "host=evil.example"}, {"X-Original-URL": "/nowhere"}, {"X-HTTP-Method-Override": "DELETE"}, {"Content-Type": "a" * 9000},
    {"Host": "a" * 9000}, {"Host": "[::1"}, {"Host": "a..b"}, {"Host": "x@evil.example"}, {"Host": "evil.example:99999999"}, {"Host": "\xff"},
    {"Host": "localhost/evil"}, {"Host": ""},
]  # fmt: skip
METHODS = ("POST", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "OPTIONS", "PROPFIND", "X" * 500)
#: What no answer may tell.
INSIDE = re.compile(
    "|".join(["Traceback", r"File \"", "site-packages", r"\.py\b", *map(re.escape, (str(ROOT), sys.prefix, "/tmp/"))])
)

H = b"Host: localhost\r\n"
#: What a connection may bring instead of a request.
RAW = [
    b"\r\n\r\n", b"\0" * 100, b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n" + H + b"\r\n", b"GET /\r\n\r\n", b"get / HTTP/1.1\r\n" + H + b"\r\n",
    b"GET http://evil.example/actors/script/ HTTP/1.1\r\n" + H + b"\r\n", b"GET //evil.example/ HTTP/1.1\r\n" + H + b"\r\n",
    b"GET /\\evil.example/ HTTP/1.1\r\n" + H + b"\r\n", b"GET /%00%ff/ HTTP/1.1\r\n" + H + b"\r\n", b"GET /% HTTP/1.1\r\n" + H + b"\r\n",
    b"GET /\xff\xfe HTTP/1.1\r\n" + H + b"\r\n", b"GET http://[ HTTP/1.1\r\n" + H + b"\r\n", b"GET ?q=1 HTTP/1.1\r\n" + H + b"\r\n",
    b"GET * HTTP/1.1\r\n" + H + b"\r\n", b"OPTIONS * HTTP/1.1\r\n" + H + b"\r\n", b"GET / HTTP/1.1\r\n" + H * 2 + b"\r\n",
    b"GET / HTTP/1.1\r\n" + H + b"A\0: 1\r\n\r\n", b"GET / HTTP/1.1\r\n" + H + b"A: \0\x7f\r\n\r\n", b"GET / HTTP/1.1\r\n" + H + b" folded\r\n\r\n",
    b"GET / HTTP/1.1\r\n" + H + b"X: 1\r\n" * 5000 + b"\r\n", b"GET / HTTP/1.1\r\n" + H + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nx",
    b"POST / HTTP/1.1\r\n" + H + b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    b"POST / HTTP/1.1\r\n" + H + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
    b"POST / HTTP/1.1\r\n" + H + b"Transfer-Encoding: chunked\r\n\r\n" + b"9" * 5000 + b"\r\n\r\n",
    b"GET / HTTP/1.1\r\n" + H + b"Content-Length: -1\r\n\r\n", b"GET / HTTP/1.1\r\n" + H + b"Content-Length: " + b"9" * 5000 + b"\r\n\r\n",
    b"GET / HTTP/1.1\r\n" + H + b"Expect: 100-continue\r\nContent-Length: 3\r\n\r\nabc", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"\x16\x03\x01\r\n\r\n",
]  # fmt: skip


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier whose names and texts try to be more than data."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "source.txt").write_text('They met, <b>they said</b> "so" & left.\n', encoding="utf-8")
    (folder / "dossier.yaml").write_text(json.dumps(dossier(), ensure_ascii=False), encoding="utf-8")
    return folder / "dossier.yaml"


@pytest.fixture(params=ENGINES)
def hostile(request: pytest.FixtureRequest, filled: Filled, files: Path) -> Graph:
    """A graph of that dossier, once on each engine."""
    return filled(request.param, [files])


def app_of(graph: Graph) -> Flask:
    app = create_app(Connection(graph, load_catalogue(), Settings(timeout=5)))
    app.testing = False  # errors are answered, as in earnest
    return app


def addresses(app: Flask) -> Iterator[str]:
    """Every route with hostile values in its place, then every option and every parameter with them."""
    values = cycle(quote(each, safe="") for each in VALUES)
    known = {f"{kind.plural}": f"meeting-{'script'}" for kind in model.KINDS}
    for rule in app.url_map.iter_rules():
        plurals = [each for each in known if each in rule.rule] or [""]
        path = re.sub(r"<any\([^)]*\):plural>", "{plural}", rule.rule)
        if "<" in path:
            for each in VALUES:
                yield re.sub(r"<[^>]+>", quote(each, safe="/").replace("\\", r"\\"), path).replace("{plural}", plurals[len(each) % len(plurals)])
        elif rule.endpoint != "health":
            for option in OPTIONS:
                yield f"{path}?{option}={next(values)}"
                yield f"{path.rstrip('/')}/?{option}={next(values)}&{option}={next(values)}&{next(values)}"
    forms = cycle(("", "", ".json", ".csv", ".xlsx", ".svg"))
    for name, question in load_catalogue().items():
        right = {each.name: "script" for each in question.parameters if each.required}
        for parameter in question.parameters:
            others = urlencode({key: value for key, value in right.items() if key != parameter.name})
            for _ in range(12):
                yield f"/questions/{name}{next(forms)}?{others}&{parameter.name}={next(values)}"
        yield f"/questions/{name}?{urlencode(right)}&view={next(values)}&axis={next(values)}&pairs={next(values)}"


def check(sent: str, answer: TestResponse) -> None:
    plain = answer.mimetype != "application/zip" and "Content-Encoding" not in answer.headers
    told = answer.get_data().decode("utf-8", "replace") if plain else ""
    assert answer.status_code < 500, (sent, told[:500])
    for name in HEADERS:
        assert name in answer.headers, (sent, name)
    assert "X-Injected" not in answer.headers
    location = answer.headers.get("Location", "/")
    assert location.startswith("/") and not location.startswith(("//", "/\\")), (sent, location)
    if answer.status_code != 200 or answer.mimetype == "text/html":
        # What was asked may be repeated; what it tells besides must not be of the inside.
        found = INSIDE.search(told.replace("/etc/", ""))
        assert not found, (sent, told[max(0, found.start() - 100) : found.end() + 100])
        assert len(told) < 400_000, (sent, len(told))
    # Neither a redirect nor the slides for Neo4j Browser are whole pages.
    if answer.mimetype == "text/html" and "Location" not in answer.headers and "/guide/slides" not in sent:
        tags = Page(told).tags
        assert not [each for tag, each in tags if tag == "script" and "src" not in each], sent
        assert not [name for _, each in tags for name in each if name.startswith("on")], sent
        assert not [each for _, each in tags if each.get("href", "").lower().startswith(("javascript", "//"))], sent


def test_every_route_and_parameter(hostile: Graph) -> None:
    app = app_of(hostile)
    client = app.test_client()
    before = content(hostile)
    asked = list(addresses(app))
    assert len(asked) > 1500
    for address in asked if hostile.engine == "embedded" else asked[::15]:
        with client.get(address) as answer:
            check(address[:300], answer)
    assert content(hostile) == before


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/ask", "q"), ("/ask.json", "q"), ("/suggest", "q"), ("/complete", "q"), ("/compare", "actor"), ("/compare", "other"),
        ("/evidence", "about"), ("/evidence", "quote"), ("/sources/script", "at"), ("/questions/meetings-in", "place"),
        ("/questions/meetings-in.json", "place"),
    ],
)  # fmt: skip
def test_a_text_that_nobody_types_is_told_and_not_repeated(path: str, name: str, files: Path, filled: Filled) -> None:
    answer = app_of(filled("embedded", [files])).test_client().get(f"{path}?{name}={'y' * 5000}")
    told = answer.get_data(as_text=True)
    assert answer.status_code == 400 and "too long: write at most 600 characters" in told.replace("&#39;", "'")
    assert told.count("y" * 5000) <= 1, "in the field where it was typed, if at all"


@pytest.mark.parametrize("path", ["/actors/{}", "/sources/{}.json", "/questions/{}", "/questions/{}.csv"])
def test_a_long_name_that_nothing_has_is_not_repeated_as_a_whole(path: str, files: Path, filled: Filled) -> None:
    answer = app_of(filled("embedded", [files])).test_client().get(path.format("y" * 550))
    assert answer.status_code == 404
    assert "y" * 20 in (told := answer.get_data(as_text=True)) and "y" * 300 not in told


def test_methods_and_headers(files: Path, filled: Filled) -> None:
    graph = filled("embedded", [files])
    app = app_of(graph)
    client = app.test_client()
    before = content(graph)
    for rule in app.url_map.iter_rules():
        path = re.sub(r"<any\(\w+.*\):plural>", "actors", rule.rule)
        for method in METHODS:
            with client.open(re.sub(r"<[^>]+>", "script", path), method=method, data=b"\0" * 1000) as answer:
                check(f"{method} {path}", answer)
                assert answer.status_code in ((200,) if method == "OPTIONS" else (404, 405)), (method, path)
    for address in PAGES:
        for headers in HEADS:
            with _with(client, address, headers) as answer:
                check(f"{address} {headers}", answer)
                assert "evil" not in answer.get_data().decode("utf-8", "replace"), (address, headers)
    assert content(graph) == before


def _with(client: FlaskClient, address: str, headers: dict[str, str]) -> TestResponse:
    environ = {"HTTP_" + name.upper().replace("-", "_"): value for name, value in headers.items()}
    return client.get(address, environ_overrides=environ)


def test_what_is_no_request(files: Path, filled: Filled) -> None:
    graph = filled("embedded", [files])
    with serving(Path(graph.place), "--port", "0") as served:
        for sent in RAW:
            with opened(served, sent) as client:
                client.settimeout(0.3)
                try:
                    answer = client.recv(65536)
                except OSError:  # it waits for more, and ends the connection in its time
                    continue
            if answer and not answer.startswith(b"HTTP/1.1 100"):
                assert re.match(rb"HTTP/1\.[01] [234]\d\d |HTTP/1\.[01] 501 ", answer), (sent[:100], answer)
                assert all(name.encode() in answer for name in HEADERS), (sent[:100], answer)
                assert b"evil" not in answer.partition(b"\r\n\r\n")[0], (sent[:100], answer)
        assert json.loads(served.get("/health"))["status"] == "ok"
        served.process.terminate()
        logged, _ = served.process.communicate(timeout=20)
    assert "Traceback" not in logged, logged
