"""Names and texts that would break a careless page, in every place of every page: they stay text, and the page stays whole."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from browsing import Watched, violations
from playwright.sync_api import Browser, Page, expect
from served import serving

import explorer

NAMES = {
    "script": "<script>window.hurt = 1</script>",
    "quotes": "\"'`><img src=x onerror='window.hurt = 1'>",
    "entity": "&lt;b&gt; & {{ 7 * 7 }} ${7 * 7} %s",
    "rtl": "\u202eعبد الله\u202c שלום",
    "emoji": "👩‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿 Ω≈ç",
    "long": "Longword" * 62 + "lest",  # 500 characters
    "formula": "=cmd|' /C calc'!A0",
}
ACTORS = list(NAMES)


def dossier() -> dict[str, object]:
    report = [{"quote": 'They met, <b>they said</b> "so" & left.'}]
    everybody = [*ACTORS]
    return {
        "title": NAMES["script"],
        "sources": [
            {"id": "source", "title": NAMES["quotes"], "text": "source.txt", "publisher": NAMES["script"], "author": NAMES["rtl"],
             "published": "2022-01-01", "url": "https://example.org/?a=\"><script>", "language": "en"},
            {"id": "other", "title": NAMES["long"], "text": "source.txt"},
        ],
        "places": [{"id": "place", "name": NAMES["quotes"], "country": NAMES["script"]}],
        "topics": [{"id": "topic", "name": NAMES["entity"]}],
        "actors": [
            {"id": id, "kind": "person", "name": name, "aliases": [f"{name} alias"], "description": name,
             "affiliations": [{"actor": "body", "role": name}]}
            for id, name in NAMES.items()
        ] + [{"id": "body", "kind": "organization", "name": NAMES["long"] + " Body"}],
        "meetings": [
            {"id": f"meeting-{id}", "title": name, "kind": name[:60], "date": f"2022-01-0{number}", "place": "place", "topics": ["topic"],
             "summary": name, "participants": everybody, "reports": [{"source": "source", **report[0], "place": "place"}, {"source": "other"}]}
            for number, (id, name) in enumerate(NAMES.items(), 1)
        ],
        "claims": [
            {"id": f"claim-{id}", "text": name, "speaker": id, "to": everybody[:2], "about": everybody[2:4], "date": "2022-01",
             "made_at": f"meeting-{id}", "topics": ["topic"], "contradicts": [] if id == "script" else ["claim-script"],
             "reports": [{"source": "source", **report[0]}]}
            for id, name in NAMES.items()
        ],
    }  # fmt: skip


PAGES = [
    "/",
    *(f"/actors/{id}" for id in ("script", "quotes", "rtl", "long", "body")),
    "/meetings/meeting-quotes",
    "/meetings/meeting-long",
    "/claims/claim-script",
    "/claims/claim-long",
    "/sources/source",
    "/sources/other",
    "/places/place",
    "/topics/topic",
    "/compare?actor=script&other=quotes",
    "/evidence?about=meeting:meeting-script&quote=source:0:10&quote=other",
    "/questions/meetings-involving?actor=quotes",
    "/questions/meetings-involving?actor=script&view=network",
    "/questions/meetings-involving?actor=script&view=network&pairs=1",
    "/questions/timeline?actor=long&view=timeline",
    "/questions/path-between?actor=script&other=long",
    "/questions/disputed-claims",
    "/questions/meetings-between?actor=rtl&other=emoji&since=2030-01-01",
    "/questions/meetings-involving?actor=%3Cscript%3Ewindow.hurt=1%3C/script%3Ex",
    "/ask?q=%3Cscript%3Ewindow.hurt=1%3C/script%3E",
    "/actors/%22%3E%3Cscript%3Ewindow.hurt=1%3C/script%3E",
]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a server shows the hostile names."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "source.txt").write_text('They met, <b>they said</b> "so" & left.\n', encoding="utf-8")
    (folder / "dossier.yaml").write_text(json.dumps(dossier(), ensure_ascii=False), encoding="utf-8")
    with explorer.connect(folder / "graph.kgl") as connection:
        connection.load([folder / "dossier.yaml"])
    with serving(folder / "graph.kgl", "--port", "0") as served:
        yield served.address


@pytest.fixture
def there(browser: Browser, hostile: str) -> Iterator[Page]:
    """A tab on the hostile graph, in which nothing may go wrong and nothing may run."""
    context = browser.new_context(base_url=hostile, viewport={"width": 1000, "height": 800}, reduced_motion="reduce")
    tab = Watched(context, hostile)
    yield tab.page
    assert tab.page.evaluate("window.hurt") is None
    context.close()
    assert tab.faults == []


def test_every_page_stays_whole(there: Page) -> None:
    for path in PAGES:
        there.goto(path)
        assert there.evaluate("window.hurt") is None, path
        assert there.locator("script").count() == 1 and there.locator("img").count() == 0, path
        assert there.locator("h1").count() == 1, path
        assert there.evaluate("document.documentElement.scrollWidth") <= 1000, path
        assert violations(there) == [], path


def test_names_are_shown_as_they_are(there: Page) -> None:
    for id, name in NAMES.items():
        there.goto(f"/actors/{id}")
        assert there.locator("h1").inner_text().strip() == name.replace("\u202e", "\ufffd").strip()
    there.goto("/questions/meetings-involving?actor=script&view=network")
    labels = there.locator("svg.network a.node").evaluate_all("all => all.map(each => each.getAttribute('aria-label'))")
    for name in NAMES.values():
        assert any(label.startswith(name.replace("\u202e", "\ufffd")) for label in labels), name


def test_what_a_script_adds_is_text_too(there: Page) -> None:
    there.goto("/")
    there.get_by_label("Your question").press_sequentially("script")
    expect(there.get_by_role("option").first).to_contain_text("<script>")
    there.goto("/questions/meetings-involving?actor=quotes")
    there.locator("a[data-evidence]").first.click()
    expect(there.locator(".evidence-panel mark").first).to_contain_text("<b>they said</b>")
    there.goto("/questions/claims-by?actor=script&view=network")
    there.locator('a.node[data-key="actor:script"]').focus()
    there.keyboard.press("e")
    expect(there.get_by_role("status").filter(has_text="added")).to_be_visible()
    assert there.locator("svg script, svg img").count() == 0


def test_files_keep_formulas_and_tags_as_text(there: Page) -> None:
    lines = there.request.get("/questions/meetings-involving.csv?actor=script").text()
    assert "'=cmd" in lines and "\n=cmd" not in lines and ",=cmd" not in lines
    for view in ("network", "timeline"):
        picture = there.request.get(f"/questions/meetings-involving.svg?actor=script&view={view}")
        assert "<script" not in picture.text() and picture.headers["content-type"].startswith("image/svg+xml")
        assert picture.headers["content-disposition"] == f'attachment; filename="meetings-involving-{view}.svg"'
