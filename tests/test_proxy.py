"""Behind a proxy: every address that goes out has the name, the scheme and the prefix that people use."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient
from page_reader import Page
from test_web import VALUES

from explorer.connection import Connection
from explorer.web import create_app

OUTSIDE = "https://explorer.example.org/meet"
FORWARDED = {
    "X-Forwarded-For": "192.0.2.7",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Host": "explorer.example.org",
    "X-Forwarded-Prefix": "/meet",
}
#: Attributes that hold an address.
LEADING = ("href", "src", "action", "data-complete", "data-suggest", "data-expand")


@pytest.fixture(scope="module")
def client(sample: Connection) -> FlaskClient:
    """A client that is a proxy whose word is taken."""
    app = create_app(Connection(sample.graph, sample.catalogue, replace(sample.settings, proxy=1)))
    client = app.test_client()
    client.environ_base |= {"HTTP_" + name.upper().replace("-", "_"): value for name, value in FORWARDED.items()}
    return client


def addresses(client: FlaskClient, sample: Connection) -> list[str]:
    """One or more addresses for every rule of the app, so that a new page is looked at by being there."""
    found = ["/evidence?quote=geneva-notes:0:10", "/compare?actor=lavrov&other=blinken", "/complete?q=meetings+inv"]
    found += ["/suggest?q=l", "/ask?q=lavrov", "/ask.json?q=meetings+involving+Lavrov", "/nowhere", "/actors/nobody"]
    for name, question in sample.catalogue.items():
        needed = "&".join(f"{each.name}={VALUES[each.name]}" for each in question.parameters if each.required)
        found += [f"/questions/{name}", *(f"/questions/{name}{end}?{needed}" for end in ("", ".json", ".svg"))]
        found += [f"/questions/{name}?{needed}&view={view}" for view in ("network", "timeline")]
    for rule in client.application.url_map.iter_rules():
        path = re.sub(r"<any\(.*\):plural>", "{plural}", rule.rule)
        plurals = re.findall(r"\w+", rule.rule.partition("any(")[2].partition(")")[0])
        if plurals:
            found += [path.format(plural=each).replace("<id>", VALUES[each.removesuffix("s")]) for each in plurals]
        elif "<" not in path:
            found.append(path)
    return found


def test_every_link_has_the_prefix(client: FlaskClient, sample: Connection) -> None:
    asked = addresses(client, sample)
    assert len(asked) > 100
    for address in asked:
        with client.get(address) as answer:
            if "Location" in answer.headers:
                assert _inside(answer.headers["Location"]), (address, answer.headers["Location"])
            elif answer.mimetype == "text/html":
                _check_page(address, answer.text)
            elif answer.mimetype == "application/json":
                wrong = re.findall(r'"url": "(?!/meet/|https?://|")[^"]*', answer.text)
                assert not wrong, (address, wrong)
                assert not re.search(r'"svg": "(?:[^"\\]|\\.)*href=\\"(?!/meet/)', answer.text), address
            elif answer.mimetype == "image/svg+xml" and "static" not in address:
                assert all(link.startswith(OUTSIDE) for link in re.findall(r'href="([^"#][^"]*)', answer.text)), address
            assert not re.search(r"http://(localhost|explorer\.example)", answer.get_data().decode("latin-1")), address


def _check_page(address: str, text: str) -> None:
    for tag, attributes in Page(text).tags:
        for name, value in attributes.items():
            if name in LEADING:
                assert _inside(value) or "external" in attributes.get("rel", ""), (address, tag, name, value)
            elif name == "value" and "://" in value:
                assert value.startswith(OUTSIDE), (address, tag, name, value)


def _inside(address: str) -> bool:
    parts = urlsplit(address)
    if parts.netloc:
        return address.startswith(f"{OUTSIDE}/")
    return (parts.path + "/").startswith("/meet/") or address.startswith("#")


def test_citation_and_permanent_address(client: FlaskClient) -> None:
    shown = client.get("/questions/meetings-involving?actor=lavrov")
    address = f"{OUTSIDE}/questions/meetings-involving?actor=lavrov"
    page = Page(shown.text)
    assert address in page.ids["citation"]
    (permanent,) = [each["value"] for tag, each in page.tags if each.get("id") == "permalink"]
    assert permanent == address


def test_redirects_keep_the_prefix(client: FlaskClient) -> None:
    assert client.get("/ask?q=meetings+involving+Lavrov").location.startswith("/meet/questions/meetings-involving?")
    assert client.get("/actors/lavrov/").location == "/meet/actors/lavrov"
    assert client.get("/ask").location == "/meet/"


def test_a_page_is_another_under_another_name(client: FlaskClient, sample: Connection) -> None:
    outside = client.get("/questions/most-connected")
    inside = create_app(sample).test_client().get("/questions/most-connected")
    assert outside.headers["ETag"] != inside.headers["ETag"]


def test_who_is_not_trusted_is_not_believed(sample: Connection) -> None:
    shown = create_app(sample).test_client().get("/questions/most-connected", headers=FORWARDED)
    assert shown.status_code == 200
    assert "explorer.example.org" not in shown.text and "/meet" not in shown.text


@pytest.mark.parametrize(
    "forwarded",
    [
        {"X-Forwarded-Prefix": "//evil.example"},
        {"X-Forwarded-Prefix": "/><script>"},
        {"X-Forwarded-Proto": "javascript"},
        {"X-Forwarded-Host": "a" * 70_000},
        {"X-Forwarded-Host": "[broken"},
        {"X-Forwarded-Host": "evil.example/path"},
    ],
)
def test_a_proxy_that_passes_on_nonsense(client: FlaskClient, forwarded: dict[str, str]) -> None:
    refused = client.get("/questions/most-connected", headers=forwarded)
    assert (refused.status_code, refused.mimetype) == (400, "text/plain")
    assert "Content-Security-Policy" in refused.headers and "evil" not in refused.text


def test_the_host_that_the_proxy_names_has_to_be_ours(sample: Connection) -> None:
    settings = replace(sample.settings, proxy=1, hosts=("explorer.example.org",))
    client = create_app(Connection(sample.graph, sample.catalogue, settings)).test_client()
    assert client.get("/questions/most-connected", headers=FORWARDED).status_code == 200
    assert client.get("/questions/most-connected").status_code == 421
