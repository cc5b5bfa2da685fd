"""Addresses as people pass them on: with tracking parameters, with a slash at the end."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from explorer.connection import Connection
from explorer.web import create_app
from explorer.web.addresses import TRACKING


@pytest.fixture(scope="module")
def client(sample: Connection) -> FlaskClient:
    """A client of the app over the sample."""
    return create_app(sample).test_client()


PAGES = [
    "/",
    "/questions",
    "/questions.json",
    "/questions/meetings-involving?actor=lavrov",
    "/questions/meetings-involving.csv?actor=lavrov",
    "/actors/lavrov",
    "/actors/lavrov.json",
    "/network/actors/lavrov",
    "/compare?actor=lavrov&other=blinken",
    "/evidence?quote=geneva-notes:0:10",
    "/ask.json?q=meetings+involving+lavrov",
    "/suggest?q=lav",
    "/complete?q=lav",
    "/guide",
    "/health",
]


@pytest.mark.parametrize("page", PAGES)
def test_tracking_parameters_change_nothing(client: FlaskClient, page: str) -> None:
    plain = client.get(page)
    more = "utm_source=newsletter&UTM_Medium=mail&fbclid=a%26b&gclid&mc_cid=1&mc_cid=2&%75tm_term=x"
    told = client.get(page + ("&" if "?" in page else "?") + more)
    assert (told.status_code, told.location) == (plain.status_code, plain.location)
    # The start page looks for further examples as long as it has not found all.
    assert without_time(told.data) == without_time(plain.data) or page == "/"


def without_time(content: bytes) -> bytes:
    """An answer without the milliseconds that it took."""
    return re.sub(rb"[0-9.]+ ms|milliseconds\": [0-9.e-]+", b"", content)


def test_each_of_them_is_left_out_and_any_other_is_told(client: FlaskClient) -> None:
    for name in [*TRACKING, "utm_campaign", "pk_source"]:
        assert client.get(f"/actors/lavrov?{name}=1").status_code == 200, name
    for name in ("utm", "ref", "clid", "fb", "utmsource", "xfbclid"):
        assert client.get(f"/actors/lavrov?{name}=1").status_code == 400, name


@pytest.mark.parametrize("page", [each for each in PAGES if each != "/"])
def test_a_slash_at_the_end_leads_to_the_page(client: FlaskClient, page: str) -> None:
    path, _, query = page.partition("?")
    for slashes in ("/", "//"):
        led = client.get(f"{path}{slashes}" + (f"?{query}" if query else ""))
        assert (led.status_code, led.location) == (308, page)


@pytest.mark.parametrize(
    "path", ["/nowhere/", "//evil.example/", "//evil.example/actors/lavrov/", "/\\evil.example/", "/questions/x/y/"]
)
def test_no_slash_leads_to_what_is_not_there_or_elsewhere(client: FlaskClient, path: str) -> None:
    led = raw(client, path)
    assert (led.status_code, led.location) == (404, None)


def raw(client: FlaskClient, path: str) -> TestResponse:
    """The answer to a path as it comes over the wire."""
    return client.get("/", environ_overrides={"PATH_INFO": path})


def test_strange_ids_are_led_on_within_the_pages(client: FlaskClient) -> None:
    assert raw(client, "/actors/a\r\nX: y?#/").location == "/actors/a%0D%0AX:%20y%3F%23"
    assert raw(client, "//actors//lavrov//").location == "/actors/lavrov"


def test_any_state_of_a_page_will_do_only_if_there_is_a_page(client: FlaskClient) -> None:
    any_state = {"If-None-Match": "*"}
    assert client.get("/actors/nobody", headers=any_state).status_code == 404
    assert client.get("/nowhere", headers=any_state).status_code == 404
    there = client.get("/actors/lavrov", headers=any_state)
    assert (there.status_code, there.data) == (304, b"")
