"""A real browser before a real server: asking with the keyboard, following the evidence, changing views in place."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from browsing import Watched
from engines import Neo4jServer
from playwright.sync_api import Browser, Page, expect
from served import serving

from explorer.graph.bolt import BoltGraph

GENEVA = "/meetings/2022-01-21-blinken-lavrov"
BETWEEN = "/questions/meetings-between?actor=lavrov&other=blinken"
INVOLVING = "/questions/meetings-involving?actor=lavrov"


@pytest.fixture
def on_neo4j(neo4j: Neo4jServer, sample_on_neo4j: BoltGraph, browser: Browser) -> Iterator[Page]:
    """A tab on the sample in Neo4j."""
    with serving(neo4j.environment(), "--port", "0") as served:
        context = browser.new_context(base_url=served.address)
        tab = Watched(context, served.address)
        yield tab.page
        context.close()
    assert tab.faults == []


def _ask_with_keys(page: Page) -> None:
    """From the start page to the sentence, with the keyboard alone."""
    page.goto("/")
    expect(page.get_by_label("Your question")).to_be_focused()
    page.keyboard.type("meetings between lavrov and bli")
    options = page.get_by_role("option")
    expect(options.first).to_contain_text("meetings between Sergei Lavrov and Antony Blinken")
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/questions/meetings-between\?actor=lavrov&other=blinken"))
    row = page.get_by_role("row").filter(has_text="21 January 2022")
    expect(row.get_by_role("blockquote").first).to_contain_text("On 21 January he and Lavrov met in Geneva.")
    more = row.get_by_role("link", name="Compare 3 sources")
    more.focus()
    page.keyboard.press("Enter")
    panel = page.locator(".evidence-panel")
    expect(panel).to_be_focused()
    expect(panel.locator("mark").first).to_contain_text("On 21 January he and Lavrov met in Geneva.")
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    expect(more).to_be_focused()


def test_from_typed_letters_to_the_evidence_with_the_keyboard_alone(tab: Page) -> None:
    _ask_with_keys(tab)


def test_the_same_on_neo4j(on_neo4j: Page) -> None:
    _ask_with_keys(on_neo4j)
    link = on_neo4j.locator(".cypher a").first
    expect(link).to_have_attribute("href", re.compile(r"^http://[\w.-]+:7474/browser/\?dbms=bolt.*&cmd=edit&arg=.*%27lavrov%27"))
    on_neo4j.goto(f"{INVOLVING}&view=network")
    expect(on_neo4j.locator("svg.network .node.asked")).to_have_attribute("data-key", "actor:lavrov")
    on_neo4j.goto(f"{INVOLVING}&view=timeline")
    expect(on_neo4j.locator("svg.timeline a.item").first).to_be_visible()


def test_three_actions_from_the_start_page_to_the_sentence(page: Page) -> None:
    page.goto("/")
    page.get_by_label("Your question").fill("When did Lavrov meet Blinken in Geneva?")  # one
    page.keyboard.press("Enter")  # two
    expect(page.get_by_text("You asked: “When did Lavrov meet Blinken in Geneva?”")).to_be_visible()
    row = page.get_by_role("row").filter(has_text="21 January 2022")
    quote = row.get_by_role("blockquote").get_by_role("link").first
    words = quote.inner_text().strip("“”")
    quote.click()  # three: to the very place in the source
    marked = page.locator("mark:target")
    expect(marked).to_be_in_viewport()
    assert words.startswith(marked.inner_text()[:20])
    assert _background(marked) != _background(page.locator("mark:not(:target)").first)


def _background(element: Any) -> str:
    color: str = element.evaluate("element => getComputedStyle(element).backgroundColor")
    return color


def test_from_actor_to_meeting_to_source_and_back(page: Page) -> None:
    page.goto("/actors/lavrov")
    page.get_by_role("link", name="Blinken and Lavrov in Geneva").first.click()
    expect(page).to_have_url(re.compile(GENEVA))
    expect(page.get_by_role("heading", level=1)).to_have_text("Blinken and Lavrov in Geneva")
    page.get_by_role("main").get_by_role("link", name="Notes on the Geneva meetings").first.click()
    expect(page).to_have_url(re.compile("/sources/geneva-notes"))
    page.locator("mark a").first.click()
    expect(page).to_have_url(re.compile("/(meetings|claims|actors)/"))
    for _ in range(3):
        page.go_back()
    expect(page).to_have_url(re.compile("/actors/lavrov$"))


def test_views_change_in_place_and_stay_in_the_address(page: Page) -> None:
    page.goto(INVOLVING)
    scripted = bool(page.locator("input[role=combobox]").count())
    if scripted:
        page.evaluate("window.stayed = true")
    for view, shows in (("Network", "svg.network"), ("Timeline", "svg.timeline"), ("Table", "table.rows")):
        page.get_by_role("navigation", name="Views").get_by_role("link", name=view).click()
        expect(page.locator(shows)).to_be_visible()
        expect(page.get_by_role("link", name=view, exact=True)).to_have_attribute("aria-current", "page")
        expected = INVOLVING + ("" if view == "Table" else f"&view={view.lower()}")
        expect(page).to_have_url(re.compile(re.escape(expected) + "$"))
    if scripted:
        assert page.evaluate("window.stayed") is True, "without loading the page anew"
    page.go_back()
    expect(page.locator("svg.timeline")).to_be_visible()
    page.goto(f"{INVOLVING}&view=network")
    expect(page.locator("svg.network a.node")).not_to_have_count(0)


def test_the_sentence_is_changed_in_place(page: Page) -> None:
    page.goto(BETWEEN)
    expect(page.get_by_label("Actor")).to_have_value("Sergei Lavrov")
    page.get_by_label("Other").fill("Wang Yi")
    page.get_by_label("Since", exact=True).fill("January 2021")
    page.get_by_role("button", name="Update").click()
    expect(page).to_have_url(re.compile(r"actor=lavrov&other=wang-yi&since=2021-01-01$"))
    expect(page.get_by_label("Since", exact=True)).to_have_value("1 January 2021")
    expect(page.get_by_role("heading", name="Nothing is recorded for this")).to_be_visible()
    page.get_by_role("link", name="Meetings involving Wang Yi").click()
    expect(page.locator("table.rows")).to_be_visible()


def test_a_name_is_chosen_in_the_sentence(tab: Page) -> None:
    tab.goto(BETWEEN)
    field = tab.get_by_label("Other")
    field.fill("")
    field.press_sequentially("bid")
    expect(tab.get_by_role("option").first).to_contain_text("Joe Biden")
    field.press("ArrowDown")
    field.press("Enter")
    expect(tab).to_have_url(re.compile(r"actor=lavrov&other=biden$"))
    expect(tab.get_by_label("Other")).to_have_value("Joe Biden")


def _known_in_time(tab: Page, typed: str, enough: Callable[[list[dict[str, Any]]], bool]) -> None:
    """What is found out while somebody types is kept, so that a busy machine has found out all after some letters."""
    for _ in range(50):
        if enough(tab.request.get("/complete", params={"q": typed}).json()["completions"]):
            return
    raise AssertionError(f"not offered: {typed}")


def test_each_offer_without_an_answer_says_so(tab: Page) -> None:
    typed = "meetings between kishi and f"
    _known_in_time(tab, typed, lambda found: sum(each["empty"] for each in found) > 1)
    tab.goto("/")
    tab.keyboard.type(typed)
    options = tab.get_by_role("option")
    for other in ("France", "Russia"):  # what else is said of both is the same
        expect(options.filter(has_text=re.compile(f"Nobuo Kishi and {other}\\s*state"))).to_contain_text("nothing is recorded")


def test_other_words_are_offered_as_the_question_that_they_mean(tab: Page) -> None:
    _known_in_time(tab, "lavrov bl", lambda found: bool(found))
    tab.goto("/")
    tab.keyboard.type("lavrov bl")
    expect(tab.get_by_role("option").first).to_contain_text("meetings between Sergei Lavrov and Antony Blinken")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    expect(tab).to_have_url(re.compile(r"/questions/meetings-between\?actor=lavrov&other=blinken"))


def test_a_day_is_picked(tab: Page) -> None:
    tab.goto(INVOLVING)
    tab.get_by_role("button", name="Pick a day: Since").click()
    tab.locator("input.calendar").first.evaluate(
        "field => { field.value = '2022-01-01'; field.dispatchEvent(new Event('change')); }"
    )
    expect(tab.get_by_label("Since", exact=True)).to_have_value("2022-01-01")


def test_waiting_is_told_and_can_be_cancelled(tab: Page) -> None:
    tab.goto(INVOLVING)
    held: list[Any] = []
    tab.route(re.compile("view=timeline"), lambda route: held.append(route))
    tab.get_by_role("link", name="Timeline", exact=True).click()
    expect(tab.get_by_text("Still working on it")).to_be_visible()
    tab.get_by_role("button", name="Cancel").click()
    expect(tab.get_by_text("Still working on it")).to_be_hidden()
    expect(tab.locator("table.rows")).to_be_visible()
    assert len(held) == 1


def test_chains_read_like_sentences(page: Page) -> None:
    page.goto("/questions/path-between?actor=sullivan&other=parmelin")
    chain = page.locator(".chain").first
    ends = chain.locator(".end").all_inner_texts()
    assert ends[0] == "Jake Sullivan" and ends[-1] == "Guy Parmelin"
    assert chain.locator("blockquote").count() >= 1
    page.get_by_role("link", name="Table", exact=True).click()
    expect(page.locator("table.rows")).to_be_visible()


def test_the_files_of_an_answer(tab: Page, tmp_path: Path) -> None:
    tab.goto("/questions/most-connected?view=network")
    names = [
        each["who"]["name"] for each in json.loads(tab.request.get("/questions/most-connected.json").text())["rows"]
    ]
    for label, file in (
        ("CSV", "most-connected.csv"),
        ("XLSX", "most-connected.xlsx"),
        ("SVG", "most-connected-network.svg"),
        ("PNG", "most-connected-network.png"),
    ):
        tab.get_by_text("Download").click()
        with tab.expect_download() as download:
            tab.locator(".menu[open]").get_by_text(label).click()
        assert download.value.suggested_filename == file
        download.value.save_as(tmp_path / file)
        tab.keyboard.press("Escape")
        tab.mouse.click(5, 500)
    sheet = openpyxl.load_workbook(io.BytesIO((tmp_path / "most-connected.xlsx").read_bytes()))["Answer"]
    assert [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)] == names
    assert names[0] in (tmp_path / "most-connected.csv").read_text()
    assert names[0] in (tmp_path / "most-connected-network.svg").read_text()
    assert (tmp_path / "most-connected-network.png").read_bytes().startswith(b"\x89PNG")


def test_share_and_cite(tab: Page, address: str) -> None:
    tab.goto(f"{INVOLVING}&view=timeline&asked=meetings+involving+Lavrov")
    tab.get_by_text("Share").click()
    expect(tab.get_by_label("Permanent address")).to_have_value(f"{address}{INVOLVING}&view=timeline")
    expect(tab.get_by_label("Citation")).to_have_value(
        re.compile(r"^“Meetings involving Sergei Lavrov”. Explorer, data \w+. Retrieved \d+ \w+ \d{4}. http")
    )


def test_the_keyboard_reaches_the_content_at_once(tab: Page) -> None:
    tab.goto("/questions/most-connected")
    tab.keyboard.press("Tab")
    expect(tab.get_by_role("link", name="Skip to the content")).to_be_focused()
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("main")).to_be_focused()
    tab.keyboard.press("/")
    expect(tab.get_by_label("Your question")).to_be_focused()
