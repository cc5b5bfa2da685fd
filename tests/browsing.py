"""Chromium, and tabs that note what goes wrong in them: a console error, a request to another host."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from engines import browser
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)
#: Rules of WCAG 2.2 up to level AA.
_RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
#: Those of them that the colours of a page decide.
_COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
#: A page of an error has the status of one, which the console repeats; a request that was cancelled is told there too.
_NO_FAULT = ("Failed to load resource: the server responded with a status of", "htmx:sendAbort", "htmx:afterRequest")


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser of this machine, headless. Raises Unavailable."""
    path = browser()
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
        if message.type in ("error", "warning") and not message.text.startswith(_NO_FAULT):
            self.faults.append(message.text)

    def _request(self, url: str, address: str) -> None:
        if not url.startswith((address, "blob:", "data:")):
            self.faults.append(f"asked {url}")


def violations(page: Page, colours_only: bool = False) -> list[tuple[str, list[Any]]]:
    """What axe finds wrong with a page, or with its colours only: rule, and where."""
    rules = _COLOURS if colours_only else _RULES
    # To describe what is in order takes it as long as to look.
    found = Axe().run(page, options={**rules, "resultTypes": ["violations"]}).response["violations"]
    return [(each["id"], [node["target"] for node in each["nodes"]][:5]) for each in found]
