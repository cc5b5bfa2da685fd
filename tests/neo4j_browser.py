"""Neo4j Browser, as a person uses it: connect, type, drop files on the page; nothing it asks of other hosts is answered."""

from __future__ import annotations

import base64
import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlsplit

from engines import Neo4jServer
from playwright.sync_api import Browser, Locator, Page, Route, expect

#: A machine under load is slow to answer and to draw.
MILLISECONDS = 30_000
_TRIES = 5
_REMEMBERED = "(text) => Object.values(localStorage).some((each) => each.includes(text))"
#: The page shows that it takes a file in, and it is let go upon what shows it.
_DROP = """async ([name, content]) => {
  const bytes = Uint8Array.from(atob(content), (each) => each.charCodeAt(0));
  const dropped = new DataTransfer();
  dropped.items.add(new File([bytes], name));
  for (const kind of ["dragenter", "dragover", "drop"]) {
    document.elementFromPoint(innerWidth / 2, innerHeight / 2).dispatchEvent(
      new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: dropped }));
    await new Promise((done) => setTimeout(done, 300));
  }
}"""


class Neo4jBrowser:
    """A tab with Neo4j Browser, connected to a server."""

    def __init__(self, page: Page, server: Neo4jServer) -> None:
        self.page = page
        self.server = server
        self.address = f"{server.browser}?dbms={quote(server.uri, safe='')}"
        page.goto(self.address)
        self._connect()

    def _connect(self) -> None:
        """Wait until it is connected, and give the password whenever it asks."""
        greeting = self.page.get_by_test_id("frameCommand").filter(has_text=":play start")
        form = self.page.get_by_test_id("password")
        for _ in range(_TRIES):
            expect(greeting.or_(form).first).to_be_visible()
            if form.count():
                self.page.get_by_test_id("username").fill(self.server.username)
                form.fill(self.server.password)
                self.page.get_by_test_id("connect").click()
            try:
                expect(greeting).to_be_visible(timeout=10_000)
            except AssertionError:  # it first tries without a password, and empties the form when that has failed
                continue
            self.remembers(self.server.password)
            return
        raise AssertionError(f"not connected to {self.server.uri}")

    def edit(self, text: str) -> None:
        """Open it again with this text in the editor."""
        self.page.goto(f"{self.address}&cmd=edit&arg={quote(text, safe='')}")

    def enter(self) -> None:
        """Run what is in the editor, once Browser is connected, mostly by itself, after a page was loaded."""
        self._connect()
        self.page.get_by_test_id("editor-Run").click()

    def run(self) -> Locator:
        """Run what is in the editor; the frame with what comes of it."""
        self.enter()
        command = self.page.get_by_test_id("frameCommand")
        greeting = command.filter(has_text=re.compile(r":(play|server)"))
        made = self.page.get_by_test_id("frame").filter(has=command).filter(has_not=greeting).first
        expect(made).to_be_visible()
        return made

    def remembers(self, text: str) -> None:
        """Wait until it keeps something with this text, which takes a moment; what is loaded sooner is without it."""
        self.page.wait_for_function(_REMEMBERED, arg=text)

    def run_saved(self, title: str) -> None:
        """Run the saved query with this title, in a folder that is open."""
        named = self.page.get_by_test_id(f"scriptTitle-{title}")
        item = self.page.get_by_test_id("savedScriptListItem").filter(has=named)
        item.hover()
        item.get_by_test_id("savedScriptsButton-Run").click()

    def drop(self, file: Path) -> None:
        """Drag a file to the page and let it go."""
        self.page.evaluate(_DROP, [file.name, base64.b64encode(file.read_bytes()).decode()])


@contextmanager
def connected(browser: Browser, server: Neo4jServer) -> Iterator[Neo4jBrowser]:
    """A new tab, as nobody has used it before."""
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    context.set_default_timeout(MILLISECONDS)
    expect.set_options(timeout=MILLISECONDS)
    here = ("localhost", "127.0.0.1", urlsplit(server.browser).hostname)
    context.route("**/*", lambda route: _answered(route, here))
    yield Neo4jBrowser(context.new_page(), server)
    expect.set_options(timeout=5_000)
    context.close()


def _answered(route: Route, here: Collection[str | None]) -> None:
    asked = urlsplit(route.request.url)
    if asked.hostname in here or asked.scheme in ("blob", "data"):
        route.continue_()
    else:
        route.abort()
