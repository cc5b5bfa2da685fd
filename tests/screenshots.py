"""`make screenshots`: the sample comes in, pictures of the main pages, light and dark, wide and narrow, go out.

python tests/screenshots.py [--graph FILE] [--to FOLDER] [--readme] [NAME ...]
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from browsing import chromium
from engines import Unavailable
from playwright.sync_api import Page
from served import serving

from explorer import connect

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = [ROOT / "sample" / "talks", ROOT / "sample" / "table"]
SIZES = {"wide": (1280, 900), "narrow": (390, 844)}
#: The pictures in the README: name of the file in docs/ -> page, and how high.
README = {"answer": ("evidence", 1320), "network": ("network", 880), "timeline": ("timeline", 960)}

#: Name -> address, and what is pressed before the picture is taken.
PAGES: dict[str, tuple[str, str]] = {
    "home": ("/", ""),
    "typing": ("/", "type:meetings between lav"),
    "table": ("/questions/meetings-between?actor=lavrov&other=blinken", ""),
    "evidence": ("/questions/meetings-between?actor=lavrov&other=blinken", "evidence"),
    "network": ("/questions/meetings-involving?actor=lavrov&view=network", ""),
    "pairs": ("/questions/most-connected?view=network&pairs=1", ""),
    "timeline": ("/questions/timeline?actor=blinken&view=timeline", ""),
    "claims": ("/questions/disputed-claims", ""),
    "path": ("/questions/path-between?actor=sullivan&other=parmelin", ""),
    "actor": ("/actors/lavrov", ""),
    "meeting": ("/meetings/2022-01-21-blinken-lavrov", ""),
    "claim": ("/claims/2022-01-21-lavrov-denial", ""),
    "source": ("/sources/geneva-notes", ""),
    "place": ("/places/geneva", ""),
    "compare": ("/compare?actor=lavrov&other=blinken", ""),
    "question": ("/questions/meetings-between", ""),
    "choices": ("/questions/meetings-involving?actor=Sergei", ""),
    "nothing": ("/questions/meetings-between?actor=lavrov&other=wang-yi", ""),
    "wrong": ("/questions/meetings-involving?actor=lavrov&since=soon", ""),
    "missing": ("/actors/nobody", ""),
    "guesses": ("/ask?q=meetings+involving+Lavrow", ""),
}


def main() -> None:
    """Take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(PAGES)}; all if left out")
    parser.add_argument("--graph", type=Path, help="an embedded graph instead of the sample")
    parser.add_argument("--to", type=Path, default=ROOT / "screenshots", help="the folder for the pictures")
    parser.add_argument("--readme", action="store_true", help="take only the pictures of the README, into docs/")
    options = parser.parse_args()
    options.to.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        graph = options.graph or Path(folder) / "sample.kgl"
        if not options.graph:
            with connect(graph) as connection:
                connection.load(SAMPLE)
        with serving(graph, "--port", "0") as served:
            if options.readme:
                illustrate(served.address, ROOT / "docs")
            else:
                take(served.address, options.to, options.names or list(PAGES))


def take(address: str, folder: Path, names: list[str]) -> None:
    """One picture for each page, size and scheme."""
    with chromium() as browser:
        for size, (width, height) in SIZES.items():
            for scheme in ("light", "dark"):
                context = browser.new_context(
                    base_url=address,
                    viewport={"width": width, "height": height},
                    color_scheme=scheme,  # type: ignore[arg-type]
                    reduced_motion="reduce",
                )
                page = context.new_page()
                for name in names:
                    path, action = PAGES[name]
                    page.goto(path)
                    act(page, action)
                    picture = folder / f"{name}-{size}-{scheme}.png"
                    page.screenshot(path=picture, full_page=True)
                    print(picture)
                context.close()


def illustrate(address: str, folder: Path) -> None:
    """The pictures of the README."""
    folder.mkdir(exist_ok=True)
    with chromium() as browser:
        for file, (name, height) in README.items():
            page = browser.new_page(base_url=address, viewport={"width": 1280, "height": height})
            path, action = PAGES[name]
            page.goto(path)
            act(page, action)
            page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
            page.screenshot(path=folder / f"{file}.png")
            page.close()


def act(page: Page, action: str) -> None:
    """Do what brings the page into the state that is shown."""
    page.wait_for_load_state("networkidle")
    if action.startswith("type:"):
        page.get_by_label("Your question").press_sequentially(action.removeprefix("type:"))
        page.locator(".options li").first.wait_for()
    elif action == "evidence":
        page.locator("a[data-evidence]").nth(1).click()
        page.locator(".evidence-panel").wait_for()


if __name__ == "__main__":
    try:
        main()
    except Unavailable as lack:
        raise SystemExit(f"No pictures: {lack}") from None
