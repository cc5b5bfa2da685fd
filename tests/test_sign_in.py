"""With a token, the pages and their data are only for whoever gives it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from page_reader import Page
from served import serving
from test_proxy import FORWARDED, addresses

from explorer.connection import Connection
from explorer.errors import UsageError
from explorer.web import create_app

TOKEN = "correct-horse-battery+/&="
PAGE = "/questions/meetings-involving?actor=lavrov"


def connected(sample: Connection, token: str, proxy: int = 0) -> Connection:
    return Connection(sample.graph, sample.catalogue, replace(sample.settings, token=token, proxy=proxy))


@pytest.fixture
def client(sample: Connection) -> FlaskClient:
    """A client that has given nothing yet."""
    return create_app(connected(sample, TOKEN)).test_client()


def test_nothing_is_shown_without_it(client: FlaskClient, sample: Connection) -> None:
    for address in addresses(client, sample):
        with client.get(address) as refused:
            if address.startswith(("/health", "/static")):
                assert refused.status_code in (200, 404)
                continue
            assert refused.status_code == 401, address
            assert refused.headers["WWW-Authenticate"] == "Bearer"
            assert "Content-Security-Policy" in refused.headers and "private" in refused.headers["Cache-Control"]
            assert "Lavrov" not in refused.text and "ETag" not in refused.headers


def test_a_program_gives_it_as_a_header(client: FlaskClient) -> None:
    given = {"Authorization": f"Bearer {TOKEN}"}
    assert "Sergei Lavrov" in client.get("/actors/lavrov.json", headers=given).text
    for wrong in ("Bearer", "Bearer x", f"Basic {TOKEN}", f"bearer {TOKEN}x", "\xff"):
        refused = client.get("/actors/lavrov.json", headers={"Authorization": wrong.encode().decode("latin-1")})
        assert (refused.status_code, refused.mimetype) == (401, "application/problem+json"), wrong


@pytest.mark.parametrize("token", ["a=b,c=d;e=f;g=h;i", 'key="value",key=="x"', "================x"])
def test_a_token_may_have_any_sign(sample: Connection, token: str) -> None:
    client = create_app(connected(sample, token)).test_client()
    for scheme in ("Bearer", "bearer"):
        assert client.get("/actors/lavrov", headers={"Authorization": f"{scheme} {token}"}).status_code == 200
    assert client.get("/actors/lavrov", headers={"Authorization": f"Bearer {token[:-1]}"}).status_code == 401


def test_a_person_types_it_once(client: FlaskClient) -> None:
    form = Page(client.get(PAGE).text)
    assert any(each.get("type") == "password" for tag, each in form.tags if tag == "input")
    wrong = client.post(PAGE, data={"token": "wrong"})
    assert wrong.status_code == 401 and "not the token" in wrong.text and "Set-Cookie" not in wrong.headers
    led = client.post(PAGE, data={"token": f" {TOKEN} "})
    assert (led.status_code, led.location) == (303, PAGE)
    cookie = led.headers["Set-Cookie"]
    assert "HttpOnly" in cookie and "SameSite=Lax" in cookie and "Path=/" in cookie and TOKEN not in cookie
    shown = client.get(PAGE)
    assert shown.status_code == 200 and "private" in shown.headers["Cache-Control"]
    assert client.post(PAGE, data={}).status_code == 405


def test_a_link_with_it_leads_to_the_address_without_it(client: FlaskClient) -> None:
    led = client.get(f"{PAGE}&token={quote(TOKEN)}&limit=5")
    assert (led.status_code, led.location) == (303, f"{PAGE}&limit=5")
    assert client.get(PAGE).status_code == 200
    assert client.get(f"/?token={quote(TOKEN)}").location == "/"
    elsewhere = client.get("/", query_string={"token": "x"}, environ_overrides={"PATH_INFO": "//evil.example/"})
    assert elsewhere.location == "/evil.example"


def test_another_token_ends_the_cookie(client: FlaskClient, sample: Connection) -> None:
    cookie = client.post("/", data={"token": TOKEN}).headers["Set-Cookie"].partition(";")[0]
    other = create_app(connected(sample, TOKEN + "2")).test_client()
    assert client.get("/questions.json", headers={"Cookie": cookie}).status_code == 200
    assert other.get("/questions.json", headers={"Cookie": cookie}).status_code == 401


def test_behind_a_proxy_the_cookie_is_for_its_address_alone(sample: Connection) -> None:
    client = create_app(connected(sample, TOKEN, proxy=1)).test_client()
    led = client.post("/actors/lavrov", data={"token": TOKEN}, headers=FORWARDED)
    assert led.location == "/meet/actors/lavrov"
    assert "Path=/meet" in led.headers["Set-Cookie"] and "Secure" in led.headers["Set-Cookie"]


@pytest.mark.parametrize("token", ["short", "correct horse battery staple", "correct-horse-battery-ö"])
def test_a_weak_one_is_refused(sample: Connection, token: str) -> None:
    with pytest.raises(UsageError, match="EXPLORER_TOKEN must have at least 16"):
        create_app(connected(sample, token))


@pytest.mark.parametrize(
    ("host", "token", "warned"),
    [("0.0.0.0", "", True), ("0.0.0.0", TOKEN, False), ("127.0.0.1", "", False)],
)
def test_the_network_is_warned_of(
    sample_file: Path, monkeypatch: pytest.MonkeyPatch, host: str, token: str, warned: bool
) -> None:
    monkeypatch.setenv("EXPLORER_TOKEN", token)
    with serving(sample_file, "--host", host, "--port", "0") as served:
        assert ("EXPLORER_TOKEN" in served.printed) == warned
        assert TOKEN not in served.printed
