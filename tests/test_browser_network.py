"""The network in a browser: expanded, hidden, taken back, walked through with keys, and always laid out alike."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

NETWORK = "/questions/meetings-involving?actor=lavrov&view=network"


def _open(page: Page) -> Locator:
    page.goto(NETWORK)
    expect(page.locator(".network-tools")).to_be_visible()
    return page.locator("svg.network a.node")


def _places(nodes: Locator) -> dict[str, str]:
    found: dict[str, str] = nodes.evaluate_all(
        "all => Object.fromEntries(all.map(each => [each.dataset.key, each.getAttribute('transform')]))"
    )
    return found


def test_the_same_answer_always_looks_the_same(page: Page) -> None:
    page.goto(NETWORK)
    first = _places(page.locator("svg.network a.node"))
    page.goto("/")
    page.goto(NETWORK)
    assert first and first == _places(page.locator("svg.network a.node"))


def test_expand_hide_and_undo(tab: Page) -> None:
    nodes = _open(tab)
    before = _places(nodes)
    node = tab.locator('a.node[data-key="actor:blinken"]')
    node.focus()
    tab.keyboard.press("e")
    expect(tab.get_by_role("status").filter(has_text="added")).to_contain_text("Antony Blinken")
    after = _places(nodes)
    assert len(after) > len(before)
    assert {key: after[key] for key in before} == before, "what is there stays where it is"
    tab.keyboard.press("h")
    expect(node).to_have_count(0)
    expect(tab.locator('[data-source="actor:blinken"], [data-target="actor:blinken"]')).to_have_count(0)
    tab.get_by_role("button", name="Undo").click()
    expect(node).to_have_count(1)
    tab.get_by_role("button", name="Undo").click()
    expect(nodes).to_have_count(len(before))
    assert _places(nodes) == before


def test_expanding_twice_gives_the_same_picture(tab: Page) -> None:
    pictures = []
    for _ in range(2):
        nodes = _open(tab)
        tab.locator('a.node[data-key="actor:blinken"]').focus()
        tab.keyboard.press("e")
        expect(tab.get_by_role("status").filter(has_text="added")).to_be_visible()
        pictures.append(_places(nodes))
    assert pictures[0] == pictures[1]


def test_the_tools_beside_a_node(tab: Page) -> None:
    nodes = _open(tab)
    count = nodes.count()
    tab.locator('a.node[data-key="actor:biden"]').hover()
    expect(tab.locator('a.node[data-key="actor:biden"]')).to_have_class(re.compile("active"))
    tab.locator(".node-tools").get_by_role("button", name="Hide").click()
    expect(nodes).to_have_count(count - 1)


def test_keys_walk_from_node_to_node_and_open(tab: Page) -> None:
    _open(tab)
    tab.locator('a.node[data-key="actor:lavrov"]').focus()
    assert tab.locator('svg.network a.node[tabindex="0"]').count() == 1, "one stop for the tab key"
    start = tab.evaluate("document.activeElement.dataset.key")
    for key in ("ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp"):
        tab.keyboard.press(key)
        if tab.evaluate("document.activeElement.dataset.key") != start:
            break
    reached = tab.evaluate("document.activeElement.dataset.key")
    assert reached != start and reached.startswith(("meeting:", "actor:"))
    tab.keyboard.press("Enter")
    expect(tab).to_have_url(re.compile("/(meetings|actors)/" + re.escape(reached.split(":")[1])))


def test_a_click_opens_and_a_drag_does_not(tab: Page) -> None:
    _open(tab)
    node = tab.locator('a.node[data-key="actor:blinken"]')
    before = node.get_attribute("transform")
    box = node.locator(".shape").bounding_box()
    assert box
    tab.mouse.move(box["x"] + 5, box["y"] + 5)
    tab.mouse.down()
    tab.mouse.move(box["x"] + 65, box["y"] + 45, steps=4)
    tab.mouse.up()
    expect(tab).to_have_url(re.compile(re.escape(NETWORK)))
    assert node.get_attribute("transform") != before
    node.locator(".shape").click()
    expect(tab).to_have_url(re.compile("/actors/blinken"))


def test_zoom_and_fit(tab: Page) -> None:
    _open(tab)
    view = tab.locator("svg.network g.view")
    tab.get_by_role("button", name="Zoom in").click()
    expect(view).to_have_attribute("transform", re.compile(r"scale"))
    zoomed = view.get_attribute("transform")
    tab.get_by_role("button", name="Fit").click()
    expect(view).not_to_have_attribute("transform", zoomed or "")


def test_pairs_have_the_number_of_meetings_on_the_line(page: Page) -> None:
    page.goto(NETWORK)
    page.get_by_role("link", name="In pairs").click()
    expect(page).to_have_url(re.compile(r"view=network&pairs=1$"))
    expect(page.locator('svg.network a.node[data-key^="meeting:"]')).to_have_count(0)
    line = 'text.count[data-source="actor:blinken"][data-target="actor:lavrov"]'
    other = 'text.count[data-source="actor:lavrov"][data-target="actor:blinken"]'
    expect(page.locator(f"{line}, {other}")).to_have_text(re.compile(r"^\d+$"))
