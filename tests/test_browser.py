"""A real browser before a real server: asking, following the evidence, with JavaScript and without, wide and narrow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from engines import Unavailable, browser, do_without
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from served import serving

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
PAGES = (
    "/",
    "/questions/meetings-involving?actor=lavrov",
    "/questions/meetings-between",
    "/questions/disputed-claims",
    "/questions/search?words=ukraine",
    "/questions/meetings-involving?actor=Sergei",
    "/questions/meetings-involving?actor=lavrov&since=soon",
    "/actors/lavrov",
    "/meetings/2021-06-16-biden-putin",
    "/claims/2022-01-21-lavrov-denial",
    "/sources/geneva-notes",
    "/sources/diplomacy-2021-2022",
    "/ask?q=gibberish",
    "/nowhere",
)


@pytest.fixture(scope="module")
def address(sample_file: Path) -> Iterator[str]:
    """Where a server shows the sample."""
    with serving(sample_file, "--port", "0") as served:
        yield served.address


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The browser of this machine, headless."""
    try:
        path = browser()
    except Unavailable as lack:
        do_without(lack)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield opened
        opened.close()


class Watched:
    """A tab that notes what went wrong in it, and what it asked of other hosts."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.page: Page = context.new_page()
        self.faults: list[str] = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("console", self._console)
        self.page.on("request", lambda request: self._request(request.url, address))

    def _console(self, message: Any) -> None:
        # A page of an error has the status of one, which the console repeats.
        if message.type == "error" and "the server responded with a status of 4" not in message.text:
            self.faults.append(message.text)

    def _request(self, url: str, address: str) -> None:
        if not url.startswith(address):
            self.faults.append(f"asked {url}")


@pytest.fixture(params=["with JavaScript", "without JavaScript"])
def watched(request: pytest.FixtureRequest, chromium: Browser, address: str) -> Iterator[Watched]:
    """A tab, once with JavaScript and once without."""
    context = chromium.new_context(base_url=address, java_script_enabled=request.param == "with JavaScript")
    tab = Watched(context, address)
    yield tab
    context.close()
    assert tab.faults == []


@pytest.fixture
def tab(chromium: Browser, address: str) -> Iterator[Page]:
    """A tab with JavaScript."""
    context = chromium.new_context(base_url=address)
    yield context.new_page()
    context.close()


def test_from_a_typed_question_to_the_marked_sentence(watched: Watched) -> None:
    page = watched.page
    page.goto("/")
    page.get_by_label("Your question").fill("When did Lavrov meet Blinken?")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/questions/meetings-between\?.*actor=lavrov&other=blinken"))
    expect(page.get_by_text("You asked: “When did Lavrov meet Blinken?”")).to_be_visible()
    row = page.get_by_role("row").filter(has_text="21 January 2022")
    expect(row.get_by_role("cell").first).to_have_text("21 January 2022")
    quote = row.get_by_role("blockquote").get_by_role("link").first
    words = quote.inner_text().strip("“”")
    quote.click()
    marked = page.locator("mark:target")
    expect(marked).to_be_in_viewport()
    assert words.startswith(marked.inner_text()[:20])
    other = page.locator("mark.first:not(:target)").first
    assert _background(marked) != _background(other)


def _background(element: Any) -> str:
    color: str = element.evaluate("element => getComputedStyle(element).backgroundColor")
    return color


def test_a_form_filled_by_hand(watched: Watched) -> None:
    page = watched.page
    page.goto("/questions/meetings-in")
    page.get_by_label("Place").fill("Genf")
    page.get_by_label("Since").fill("January 2022")
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(re.compile(r"/questions/meetings-in\?place=geneva&since=2022-01-01$"))
    expect(page.get_by_role("heading", name="Meetings in Geneva since 1 January 2022")).to_be_visible()
    expect(page.get_by_role("link", name="Blinken and Lavrov in Geneva").first).to_be_visible()


def test_names_are_suggested_as_one_types(tab: Page) -> None:
    tab.goto("/questions/who-met")
    field = tab.get_by_label("Actor")
    field.press_sequentially("bli")
    options = tab.locator("#names-actor option")
    expect(options.first).to_have_attribute("value", "Antony Blinken")
    field.fill("")
    expect(options).to_have_count(0)


def test_the_keyboard_reaches_the_content_at_once(tab: Page) -> None:
    tab.goto("/questions/most-connected")
    tab.keyboard.press("Tab")
    expect(tab.get_by_role("link", name="Skip to the content")).to_be_focused()
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("main")).to_be_focused()


def test_the_data_behind_a_page(tab: Page) -> None:
    tab.goto("/questions/most-connected")
    names = tab.get_by_role("row").get_by_role("cell").get_by_role("link").all_inner_texts()
    with tab.expect_response(re.compile(r"\.json$")) as got:
        tab.get_by_role("link", name="JSON").click()
    assert [row["who"]["name"] for row in got.value.json()["rows"]] == names
    tab.go_back()
    with tab.expect_download() as download:
        tab.get_by_role("link", name="CSV").click()
    assert download.value.suggested_filename == "most-connected.csv"


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_fits_and_can_be_read(chromium: Browser, address: str, width: int, scheme: Any) -> None:
    context = chromium.new_context(base_url=address, viewport={"width": width, "height": 800}, color_scheme=scheme)
    tab = Watched(context, address)
    for path in PAGES:
        tab.page.goto(path)
        assert tab.page.evaluate("document.documentElement.scrollWidth") <= width, path
        assert tab.page.locator("h1").count() == 1, path
        assert tab.page.evaluate(CONTRAST) == [], path
        assert tab.page.locator("input:not([id])").count() == 0, path
    context.close()
    assert tab.faults == []


#: Texts whose contrast with what is behind them is under 4.5 to 1, as WCAG AA asks for.
CONTRAST = """() => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const rgba = color => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return canvas.getImageData(0, 0, 1, 1).data;
  };
  const linear = c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  const behind = element => {
    for (let each = element; each; each = each.parentElement) {
      const color = rgba(getComputedStyle(each).backgroundColor);
      if (color[3] === 255) return color;
    }
    return rgba("Canvas");
  };
  const found = [];
  for (const element of document.querySelectorAll("body *")) {
    if (![...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())) continue;
    if (!element.checkVisibility()) continue;
    const [a, b] = [light(rgba(getComputedStyle(element).color)), light(behind(element))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < 4.5) found.push(`${element.textContent.trim().slice(0, 40)}: ${contrast.toFixed(2)}`);
  }
  return found;
}"""
