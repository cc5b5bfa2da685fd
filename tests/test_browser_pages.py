"""Every page, light and dark, wide and narrow: nobody is kept out, nothing sticks out, little is sent, nothing jumps."""

from __future__ import annotations

from typing import Any

import pytest
from browsing import Watched, violations
from playwright.sync_api import Browser, Page, expect

PAGES = (
    "/",
    "/guide",
    "/questions/meetings-involving?actor=lavrov",
    "/questions/meetings-involving?actor=lavrov&view=network",
    "/questions/most-connected?view=network&pairs=1",
    "/questions/timeline?actor=lavrov&view=timeline",
    "/questions/path-between?actor=sullivan&other=parmelin",
    "/questions/meetings-between",
    "/questions/meetings-between?actor=lavrov&other=wang-yi",
    "/questions/disputed-claims",
    "/questions/search?words=ukraine",
    "/questions/meetings-involving?actor=Sergei",
    "/questions/meetings-involving?actor=lavrov&since=soon",
    "/actors/lavrov",
    "/actors/nato",
    "/meetings/2021-06-16-biden-putin",
    "/claims/2022-01-21-lavrov-denial",
    "/sources/geneva-notes",
    "/sources/diplomacy-2021-2022",
    "/places/geneva",
    "/topics/security-guarantees",
    "/compare?actor=lavrov&other=blinken",
    "/evidence?about=meeting:2022-01-21-blinken-lavrov&quote=geneva-notes&quote=chronicle-of-talks",
    "/ask?q=gibberish",
    "/nowhere",
)
#: From a small phone to a wide screen, and on either side of where the layout changes.
WIDTHS = sorted({*range(320, 1601, 80), 390, 543, 545, 703, 705, 961, 1024, 1119, 1121})
#: How far right the page reaches, or what shows evidence on it.
_WIDEST = """Math.max(document.documentElement.scrollWidth, ...[...document.querySelectorAll(
    'main td, main .proof, main blockquote, .source-card')].map(each => Math.floor(each.getBoundingClientRect().right)))"""
#: The most that the first page may weigh, script and style included.
_BYTES = 100_000


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, address: str, scheme: Any) -> None:
    """In the dark a page is the same but for its colours."""
    context = browser.new_context(base_url=address, color_scheme=scheme, reduced_motion="reduce")
    tab = Watched(context, address)
    found = {}
    for path in PAGES:
        tab.page.goto(path)
        for menu in tab.page.locator("details").all():
            menu.evaluate("each => { each.open = true; }")
        if wrong := violations(tab.page, colours_only=scheme == "dark"):
            found[path] = wrong
    context.close()
    assert found == {}
    assert tab.faults == []


def test_axe_finds_nothing_in_what_opens(tab: Page) -> None:
    tab.goto("/questions/meetings-between?actor=lavrov&other=blinken")
    tab.locator("a[data-evidence]").first.click()
    expect(tab.locator(".evidence-panel")).to_be_visible()
    tab.get_by_label("Your question").press_sequentially("meetings involving lav")
    expect(tab.get_by_role("option").first).to_be_visible()
    assert violations(tab) == []


def test_every_page_fits_at_every_width(browser: Browser, address: str) -> None:
    """No page is wider than its window, and no words of a source stand outside of it."""
    context = browser.new_context(base_url=address)
    tab = Watched(context, address)
    wide = {}
    for path in PAGES:
        tab.page.goto(path)
        assert tab.page.locator("h1").count() == 1, path
        for width in WIDTHS:
            tab.page.set_viewport_size({"width": width, "height": 800})
            if (found := tab.page.evaluate(_WIDEST)) > width:
                wide[path, width] = found
    context.close()
    assert wide == {}
    assert tab.faults == []


@pytest.mark.parametrize("path", PAGES[:6] + ("/actors/lavrov", "/sources/geneva-notes"))
def test_nothing_jumps(tab: Page, path: str) -> None:
    tab.add_init_script(
        "window.shifts = []; new PerformanceObserver(list => list.getEntries().forEach(each => window.shifts.push("
        "[each.value, each.sources.map(({node, previousRect: was, currentRect: is}) =>"
        " `${node?.className} ${was.x},${was.y} ${was.width}x${was.height} to ${is.x},${is.y} ${is.width}x${is.height}`)])))"
        ".observe({type: 'layout-shift', buffered: true});"
    )
    tab.goto(path)
    tab.wait_for_load_state("networkidle")
    tab.wait_for_timeout(300)
    shifts = tab.evaluate("window.shifts")
    assert sum(value for value, _ in shifts) < 0.01, shifts


def test_the_first_page_is_light(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    received: list[float] = []
    session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    page.goto("/")
    page.wait_for_load_state("networkidle")
    context.close()
    assert len(received) >= 3, "page, style and script"
    assert sum(received) < _BYTES


def test_what_is_kept_is_not_asked_for_again(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    page.goto("/")
    sent: dict[str, str] = {}
    kept: set[str] = set()
    session.on("Network.requestWillBeSent", lambda event: sent.update({event["requestId"]: event["request"]["url"]}))
    session.on("Network.requestServedFromCache", lambda event: kept.add(event["requestId"]))
    page.goto("/questions/most-connected")
    page.wait_for_load_state("networkidle")
    context.close()
    built = {request for request, url in sent.items() if "/static/built/" in url}
    assert len(built) >= 2 and built <= kept


def test_print_shows_the_question_and_nothing_to_press(tab: Page) -> None:
    tab.goto("/questions/meetings-involving?actor=lavrov")
    tab.emulate_media(media="print")
    expect(tab.get_by_role("heading", level=1)).to_be_in_viewport()
    expect(tab.locator("h1")).to_have_css("position", "static")
    expect(tab.locator("blockquote").first).to_be_visible()
    for gone in (".top", ".sentence", ".tools", ".views", "footer"):
        expect(tab.locator(gone)).to_be_hidden()
    tab.goto("/questions/timeline?actor=lavrov&view=timeline")
    expect(tab.locator("svg.timeline")).to_be_visible()


def test_dark_is_dark(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, color_scheme="dark")
    page = context.new_page()
    page.goto("/questions/meetings-involving?actor=lavrov&view=network")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    context.close()
    assert sum(int(part) for part in light.removeprefix("rgb(").removesuffix(")").split(",")) < 120


@pytest.mark.parametrize(
    "path",
    [
        "/claims/2022-01-21-lavrov-denial",
        "/sources/geneva-notes",
        "/actors/lavrov",
        "/meetings/2021-06-16-biden-putin",
        "/questions/claims-by?actor=lavrov",
        "/questions/disputed-claims",
        "/evidence?about=claim:2022-01-21-lavrov-denial",
    ],
)
def test_paper_has_all_the_words_of_the_screen(tab: Page, path: str) -> None:
    tab.goto(path)
    read = """() => [...document.querySelectorAll('main :is(h1, h2, a.claim, td.claim, p.sentence, blockquote, time, .cut)')]
        .filter(each => each.checkVisibility()).map(each => each.textContent.trim())"""
    on_screen = tab.evaluate(read)
    tab.emulate_media(media="print")
    assert on_screen and tab.evaluate(read) == on_screen
