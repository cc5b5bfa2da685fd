"""What a browser gets besides the pages: built from frontend/, kept for a year, small, and all of it from the app."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest
from conftest import ROOT
from flask.testing import FlaskClient
from page_reader import Page

from explorer.connection import Connection
from explorer.pictures import palette
from explorer.web import create_app
from explorer.web.assets import asset

BUILT = Path(create_app.__code__.co_filename).parent / "static" / "built"
MANIFEST: dict[str, str] = json.loads((BUILT / "manifest.json").read_text(encoding="utf-8"))
SCRIPTS_AND_STYLES = sorted(path for path in BUILT.iterdir() if path.suffix in (".js", ".css"))

#: Names of things, not addresses that anything is fetched from.
NAMESPACES = ("http://www.w3.org/",)


@pytest.fixture(scope="module")
def client(sample: Connection) -> FlaskClient:
    return create_app(sample).test_client()


@pytest.mark.parametrize("name", ["app.js", "app.css", "network.js"])
def test_each_source_has_become_a_file_with_its_digest(client: FlaskClient, name: str) -> None:
    stem, suffix = name.split(".")
    assert re.fullmatch(rf"built/{stem}-[A-Z0-9]{{8}}\.{suffix}", asset(name))
    with client.get(f"/static/{asset(name)}") as served:
        assert served.status_code == 200
        assert served.headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_the_manifest_names_every_file_that_is_not_a_part_of_another() -> None:
    whole = {path.name for path in SCRIPTS_AND_STYLES if not path.name.startswith("chunk-")}
    assert set(MANIFEST.values()) == whole


def test_a_page_links_only_what_is_there_and_may_be_kept(client: FlaskClient) -> None:
    tags = Page(client.get("/").text).tags
    linked = [a.get("href") or a.get("src", "") for tag, a in tags if tag == "script" or a.get("rel") == "stylesheet"]
    assert linked
    for address in linked:
        with client.get(address) as served:
            assert (served.status_code, "immutable" in served.headers["Cache-Control"]) == (200, True), address


def test_templates_name_assets(client: FlaskClient) -> None:
    with client.application.test_request_context():
        template = client.application.jinja_env.from_string("{{ url_for('static', filename=asset('app.js')) }}")
        assert template.render() == f"/static/built/{MANIFEST['app.js']}"


@pytest.mark.parametrize("name", ["manifest.json", "stamp.txt", "app-00000000.js"])
def test_what_may_change_is_not_kept(client: FlaskClient, name: str) -> None:
    with client.get(f"/static/built/{name}") as served:
        assert served.headers["Cache-Control"] == "no-cache"


def test_what_every_page_loads_is_small() -> None:
    sizes = {name: len(gzip.compress((BUILT / MANIFEST[name]).read_bytes(), 9)) for name in ("app.js", "app.css")}
    assert sum(sizes.values()) < 60_000, sizes


@pytest.mark.parametrize("path", SCRIPTS_AND_STYLES, ids=lambda path: path.stem.split("-")[0] + path.suffix)
def test_nothing_names_another_host(path: Path) -> None:
    named = re.findall(r"https?://[^\s\"'`)]*", path.read_text(encoding="utf-8"))
    assert [address for address in named if not address.startswith(NAMESPACES)] == []


def test_pictures_have_the_colours_of_the_site_in_light() -> None:
    tokens = (ROOT / "frontend" / "css" / "tokens.css").read_text(encoding="utf-8")
    of_site = dict(re.findall(r"--(\w+): light-dark\((#\w+), #\w+\)", tokens))
    of_pictures = {name.lower(): value for name, value in vars(palette).items() if str(value).startswith("#")}
    assert len(of_pictures) == 12
    assert of_pictures == {name: of_site[name] for name in of_pictures}
