"""What the network's script adds is drawn as the server draws it, also after fingers, motion and capital letters."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from browsing import Watched
from playwright.sync_api import Browser, CDPSession, Page, expect

NETWORK = "/questions/meetings-involving?actor=lavrov&view=network"
BLINKEN = 'a.node[data-key="actor:blinken"]'
SHAPES = """nodes => Object.fromEntries(nodes.map(node => [node.dataset.key, [
    node.classList[1], node.getAttribute('href'), node.getAttribute('aria-label'),
    node.querySelector('.shape').outerHTML.replace(/ xmlns="[^"]*"/, ''),
    [...node.querySelector('.label').childNodes].map(line => line.textContent)]]))"""
LINES = """lines => lines.map(line => [line.getAttribute('class').replace(' active', ''),
    line.dataset.source, line.dataset.target].join(' '))"""


def _open(page: Page, address: str = NETWORK) -> None:
    page.goto(address)
    expect(page.locator(".network-tools")).to_be_visible()
    page.locator(BLINKEN).scroll_into_view_if_needed()


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Page]:
    """A tab on a telephone whose owner wants no motion."""
    context = browser.new_context(
        base_url=address,
        viewport={"width": 390, "height": 800},
        has_touch=True,
        is_mobile=True,
        reduced_motion="reduce",
    )
    watched = Watched(context, address)
    yield watched.page
    context.close()
    assert watched.faults == []


def _touch(fingers: CDPSession, kind: str, *points: tuple[float, float]) -> None:
    places = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
    fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": places})


def _middle(page: Page, selector: str) -> tuple[float, float]:
    box = page.locator(selector).bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_what_is_added_looks_as_the_server_draws_it(tab: Page) -> None:
    _open(tab, "/questions/neighbourhood?actor=blinken&view=network")
    drawn = tab.locator("svg.network a.node").evaluate_all(SHAPES)
    lines = tab.locator("svg.network line").evaluate_all(LINES)
    _open(tab)
    there = set(tab.locator("svg.network a.node").evaluate_all(SHAPES))
    tab.locator(BLINKEN).focus()
    tab.keyboard.press("E")
    expect(tab.locator(".network-status")).to_contain_text("added")
    expanded = tab.locator("svg.network a.node").evaluate_all(SHAPES)
    shared = (set(expanded) & set(drawn)) - there
    assert {kind for kind, *_ in (drawn[key] for key in shared)} >= {"claim", "meeting", "state"}
    assert {key: expanded[key] for key in shared} == {key: drawn[key] for key in shared}
    own = {line for line in lines if "actor:blinken" in line and set(line.split(" ")) & shared}
    assert own and own <= set(tab.locator("svg.network line").evaluate_all(LINES))


def test_a_long_press_chooses_and_a_tap_opens(phone: Page) -> None:
    _open(phone)
    fingers = phone.context.new_cdp_session(phone)
    at = _middle(phone, f"{BLINKEN} .shape")
    _touch(fingers, "touchStart", at)
    expect(phone.locator(".node-tools")).to_be_visible()
    _touch(fingers, "touchEnd")
    _touch(fingers, "touchStart", at)
    for step in range(1, 5):
        _touch(fingers, "touchMove", (at[0] + 10 * step, at[1] + 5 * step))
        phone.wait_for_timeout(20)
    _touch(fingers, "touchEnd")
    assert _middle(phone, f"{BLINKEN} .shape") == pytest.approx((at[0] + 40, at[1] + 20), abs=2)
    assert phone.url.endswith(NETWORK)
    phone.locator(".node-tools").get_by_role("button", name="Hide").tap()
    expect(phone.locator(BLINKEN)).to_have_count(0)
    phone.locator('a.node[data-key="actor:biden"] .shape').tap()
    expect(phone).to_have_url(phone.url.split("/questions")[0] + "/actors/biden")


def test_the_tools_are_beside_their_node_where_the_picture_was_scrolled(phone: Page) -> None:
    _open(phone)
    assert phone.locator(".stage").evaluate("stage => (stage.scrollLeft = 150)") == 150
    x, y = _middle(phone, f"{BLINKEN} .shape")
    _touch(phone.context.new_cdp_session(phone), "touchStart", (x, y))
    tools = phone.locator(".node-tools")
    expect(tools).to_be_visible()
    box = tools.bounding_box()
    assert box and box["x"] + box["width"] / 2 == pytest.approx(x, abs=2)
    assert box["y"] + box["height"] < y or y < box["y"]


def test_two_fingers_enlarge_and_one_scrolls(phone: Page) -> None:
    _open(phone)
    fingers, view = phone.context.new_cdp_session(phone), phone.locator("svg.network .view")
    phone.locator("svg.network").scroll_into_view_if_needed()
    whole = view.get_attribute("transform")
    box = phone.locator("svg.network").bounding_box()
    assert box and whole
    corner = (box["x"] + 6, box["y"] + 6)
    _touch(fingers, "touchStart", corner)
    for step in range(1, 12):
        _touch(fingers, "touchMove", (corner[0], corner[1] - 9 * step))
        phone.wait_for_timeout(16)
    _touch(fingers, "touchEnd")
    assert view.get_attribute("transform") == whole
    x, y = _middle(phone, ".stage")
    _touch(fingers, "touchStart", (x - 20, y))
    _touch(fingers, "touchStart", (x - 20, y), (x + 20, y))
    for step in range(1, 5):
        _touch(fingers, "touchMove", (x - 20 - 10 * step, y), (x + 20 + 10 * step, y))
        phone.wait_for_timeout(16)
    _touch(fingers, "touchEnd")
    assert float((view.get_attribute("transform") or "").split("scale(")[1].rstrip(")")) > 1.5
    phone.get_by_role("button", name="Fit").tap()
    assert float((view.get_attribute("transform") or "").split("scale(")[1].rstrip(")")) <= 1


def test_escape_leaves_and_the_picture_is_one_tab_stop(tab: Page) -> None:
    _open(tab)
    tab.locator(BLINKEN).focus()
    expect(tab.locator("svg.network.has-active")).to_have_count(1)
    for name in ("Expand", "Hide"):
        tab.keyboard.press("Tab")
        expect(tab.locator(".node-tools").get_by_role("button", name=name)).to_be_focused()
    tab.keyboard.press("Tab")
    expect(tab.locator("svg.network.has-active, .node-tools:visible")).to_have_count(0)
    tab.keyboard.press("Shift+Tab")
    expect(tab.locator(BLINKEN)).to_be_focused()
    tab.keyboard.press("Escape")
    expect(tab.locator("svg.network.has-active, .node-tools:visible")).to_have_count(0)


def test_neighbours_that_do_not_come_are_told_of(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address)  # not watched: the console tells of the failure as well
    page = context.new_page()
    _open(page)
    context.set_offline(True)
    page.locator(BLINKEN).focus()
    page.keyboard.press("e")
    expect(page.locator(".network-status")).to_contain_text("The neighbours of Antony Blinken did not come")
    context.close()
