"""What the program writes and links for Neo4j Browser, in a real one: links, saved queries, drawings, style, guide."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from conftest import SAMPLE, TABLE, Filled
from engines import SERVERS, Neo4jServer, Unavailable, do_without
from neo4j_browser import Neo4jBrowser, connected
from playwright.sync_api import Browser, expect
from served import Served, serving

import explorer
from explorer.neo4j_browser import kit
from explorer.pictures import palette
from explorer.settings import from_environment


@pytest.fixture(scope="module")
def server(servers: Callable[[str], Neo4jServer], filled: Filled) -> Neo4jServer:
    """The sample on a server of the long-term line, which comes with Browser."""
    found = servers(SERVERS[0])
    if not found.browser:
        do_without(Unavailable("nothing says where this Neo4j serves its Browser: set EXPLORER_NEO4J_BROWSER"))
    filled(SERVERS[0], [SAMPLE, TABLE])
    # As on a person's own machine, to which a web browser allows more than to other addresses.
    host = urlsplit(found.browser).hostname or ""
    return replace(found, uri=found.uri.replace(host, "127.0.0.1"), browser=found.browser.replace(host, "127.0.0.1"))


@pytest.fixture(scope="module")
def variables(server: Neo4jServer) -> dict[str, str]:
    """What leads the program to the server and to its Browser."""
    return server.environment() | {"EXPLORER_NEO4J_BROWSER": f"{server.browser}?dbms={server.uri}"}


@pytest.fixture(scope="module")
def site(variables: dict[str, str]) -> Iterator[Served]:
    """The pages on that graph."""
    with serving(variables, "--port", "0") as served:
        yield served


@pytest.fixture(scope="module")
def folder(variables: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The kit of that graph."""
    path = tmp_path_factory.mktemp("kit")
    with explorer.connect(settings=from_environment(variables)) as connection:
        kit.write(connection, path)
    return path


@pytest.fixture
def opened(browser: Browser, server: Neo4jServer) -> Iterator[Neo4jBrowser]:
    """Neo4j Browser, connected."""
    with connected(browser, server) as found:
        yield found


def test_a_link_of_an_answer_opens_the_question_and_its_drawing(opened: Neo4jBrowser, site: Served) -> None:
    page = opened.page
    answer = f"{site.address}/questions/meetings-involving?actor=lavrov"
    page.goto(answer)
    page.get_by_text("The question in Cypher").click()
    page.get_by_role("link", name="in Neo4j Browser", exact=True).click()
    expect(opened.run()).to_contain_text("Blinken and Lavrov in Geneva")

    page.goto(answer)
    page.get_by_text("The question in Cypher").click()
    page.get_by_role("link", name="drawn in Neo4j Browser").click()
    drawn = opened.run()
    expect(drawn.locator("g.node").first).to_be_visible()
    expect(drawn).to_contain_text("Meeting (6)")
    expect(drawn).to_contain_text(re.compile(r"Displaying \d\d nodes"))


def test_saved_queries_are_dropped_and_run(opened: Neo4jBrowser, folder: Path) -> None:
    page = opened.page
    opened.drop(folder / kit.ZIP)
    page.get_by_test_id("navigationFavorites").click()
    for theme in ("Meetings", "People and organizations", "Claims", "Sources and evidence"):
        expect(page.get_by_test_id(f"savedScriptsFolder-{theme}")).to_be_visible()
    page.get_by_test_id("expandFolder-Claims").click()
    for title in ("Claims by an actor", "1 Values: Claims by an actor", "2 Drawing: Claims by an actor"):
        expect(page.get_by_test_id(f"scriptTitle-{title}")).to_be_visible()

    opened.run_saved("1 Values: Claims by an actor")
    expect(page.get_by_title("Status: success")).to_have_count(4)
    opened.run_saved("Claims by an actor")
    expect(page.get_by_test_id("frame").first).to_contain_text("Started streaming")
    opened.run_saved("2 Drawing: Claims by an actor")
    drawn = page.get_by_test_id("frame").first
    expect(drawn.locator("g.node").first).to_be_visible()
    expect(drawn).to_contain_text(re.compile(r"Claim \(\d+\)"))


def test_one_saved_query_is_dropped_by_itself(opened: Neo4jBrowser, folder: Path) -> None:
    opened.drop(folder / "saved-queries" / "Claims" / "disputed-claims.cypher")
    opened.page.get_by_text("Save to favorites").click()
    opened.page.get_by_test_id("navigationFavorites").click()
    expect(opened.page.get_by_test_id("scriptTitle-Claims that contradict each other")).to_be_visible()


def test_the_style_colours_a_drawing_and_names_its_nodes(opened: Neo4jBrowser, folder: Path) -> None:
    opened.drop(folder / kit.STYLE)
    expect(opened.page.get_by_test_id("frame").first).to_contain_text(":style")
    opened.remembers(palette.MEETING)
    opened.edit("MATCH (m:Meeting {id: '2022-01-21-blinken-lavrov'}) RETURN m")
    node = opened.run().locator("g.node")
    expect(node.locator(f"circle[fill='{palette.MEETING}']").first).to_be_visible()
    expect(node.first).to_contain_text("Blinken")
    opened.edit("CALL db.schema.visualization()")
    schema = opened.run()
    for label in ("Meeting", "Claim", "Source", "Person"):
        expect(schema.locator("g.node .caption").filter(has_text=re.compile(rf"^\s*{label}\s*$"))).to_have_count(1)


def test_the_guide_opens_and_its_steps_run(opened: Neo4jBrowser, site: Served) -> None:
    page = opened.page
    page.goto(f"{site.address.replace('127.0.0.1', 'localhost')}/guide")
    page.get_by_role("link", name=":guide").click()
    opened.enter()
    expect(page.get_by_text("1 of 10.")).to_be_visible()
    page.locator("pre.runnable").filter(has_text="CALL db.schema.visualization()").click()
    expect(opened.run().locator("g.node").first).to_be_visible()
