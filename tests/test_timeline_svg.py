"""The picture of a timeline: each item as precise as it is known, no labels on each other, and whatever data says is text."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

from explorer import dates
from explorer.connection import Connection
from explorer.pictures.text_metrics import width as width_of
from explorer.pictures.timeline import svg as timeline_svg
from explorer.pictures.timeline.build import timeline
from explorer.pictures.timeline.elements import Item, Timeline, span

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = [
    "<script>alert(1)</script>",
    "\"quoted\" & 'so' ]]> <!-- --> &amp;",
    "שלום עולם \u202e RTL",
    "👩‍👩‍👧‍👦 🇺🇦 meet",
    "x" * 500,
    "W" * 500,
    "会議" * 100,
    "control \x00\x08\x0b\ud800\ufffe\n\tends",
    "",
]


def href(kind: str, id: str) -> str:
    return f"/{kind}s/{id}"


def item(
    text: str, *, kind: str = "meeting", id: str = "", label: str = "Talks in Geneva", status: str = "held"
) -> Item:
    """An item of that date."""
    period = dates.parse(text)
    circa = any(sign in text for sign in "~?%")
    status = status if kind == "meeting" else ""
    return Item(kind, id or text.replace("/", "_"), label, period.first, period.last, text, circa, status)


def over(*items: Item, since: str = "", until: str = "") -> Timeline:
    """A timeline of them over a span, or over as much as they need."""
    begin, end = span(items) or (date(2022, 1, 1), date(2022, 12, 31))
    ordered = sorted(items, key=lambda each: (each.first or each.last or date.max, each.id))
    return Timeline(
        tuple(ordered), date.fromisoformat(since) if since else begin, date.fromisoformat(until) if until else end
    )


def drawn(timeline: Timeline, width: int = 1000, strip: bool = False) -> Element:
    """The picture, parsed."""
    draw = timeline_svg.strip if strip else timeline_svg.svg
    return ElementTree.fromstring(draw(timeline, href, width=width))


def links(picture: Element) -> list[Element]:
    return list(picture.iter(f"{SVG}a"))


def shape(link: Element) -> str:
    found = link.find(f"{SVG}path")
    assert found is not None
    return found.attrib["d"]


def extent(path: str) -> tuple[float, float]:
    """How far left and right a mark goes."""
    xs = [float(x) for x in re.findall(r"[MLHQ](-?[\d.]+)", path)]
    return min(xs), max(xs)


def boxes(picture: Element) -> list[tuple[float, float, float, float]]:
    """Left, right, top and bottom of each label that is shown, were it set in a wide type, and of each mark."""
    found = []
    for link in links(picture):
        text, hit = link.find(f"{SVG}text"), link.find(f"{SVG}rect")
        assert text is not None and hit is not None
        middle = float(hit.attrib["y"]) + float(hit.attrib["height"]) - 12
        if "hidden" not in text.attrib["class"]:
            wide = width_of("".join(text.itertext()), 13)
            x, y = float(text.attrib["x"]), float(text.attrib["y"])
            left = x - wide if text.get("text-anchor") == "end" else x
            found.append((left, left + wide, y - 11, y + 3))
            found.append((*extent(shape(link)), middle - 6, middle + 6))
    return found


def apart(picture: Element) -> bool:
    """Whether nothing lies on anything else and all is within the picture."""
    all_of_it, (width, height) = boxes(picture), map(float, picture.attrib["viewBox"].split()[2:])
    return all(
        one[1] <= other[0] or other[1] <= one[0] or one[3] <= other[2] or other[3] <= one[2]
        for one, other in combinations(all_of_it, 2)
    ) and all(-0.1 <= box[0] and box[1] <= width + 0.1 and 0 <= box[2] and box[3] <= height for box in all_of_it)


def test_each_date_is_drawn_as_precisely_as_it_is_known() -> None:
    texts = {
        "2022-01-21": "day held",
        "2022-02-10~": "day circa held",
        "2022-03": "month held",
        "2021": "year held",
        "2022-06~": "month circa held",
        "2022-04-18/2022-05-20": "interval held",
        "../2022-07-23": "interval open open-start held",
        "2022-08-01/..": "interval open open-end held",
    }
    every = over(*map(item, texts), *(item(text, kind="claim", id=f"c-{text[-8:]}") for text in texts))
    picture = drawn(every)
    day = 976 / ((every.end - every.begin).days + 1)
    shapes = {}
    for link in links(picture):
        _, kind, classes = link.attrib["class"].split(" ", 2)
        text = next(each.date_text for each in every.items if each.key == link.attrib["data-key"])
        assert classes == texts[text].removesuffix(" held" if kind == "claim" else "")
        left, right = extent(shape(link))
        shapes[kind, text] = shape(link)
        first, last = dates.parse(text).first, dates.parse(text).last
        begin = 12 + day * (first - every.begin).days if first else 12
        end = 12 + day * ((last - every.begin).days + 1) if last else 988
        if "day" in classes:
            assert left < begin < end < right and right - left == pytest.approx(12, abs=0.2)
        else:
            assert (left, right) == pytest.approx((begin, end), abs=0.11)
    assert shapes["meeting", "2022-01-21"] != shapes["claim", "2022-01-21"], (
        "kinds differ by shape, not by colour alone"
    )
    assert shapes["meeting", "2022-03"] != shapes["claim", "2022-03"]
    assert apart(picture)


def test_what_was_not_held_says_so() -> None:
    for status in ("planned", "cancelled", "proposed"):
        (link,) = links(drawn(over(item("2022-02-24", id="m", status=status))))
        assert link.attrib["class"] == f"item meeting day {status}"
        assert link.attrib["aria-label"] == f"24 February 2022: Talks in Geneva, meeting, {status}"
        assert "".join(link.find(f"{SVG}text").itertext()) == f"Talks in Geneva · {status}"  # type: ignore[union-attr]


def test_links_and_names() -> None:
    claim = item("2022-01-21", kind="claim", id="c", label="No plans.")
    picture = drawn(over(item("2022-01-21", id="m"), item("2022-01-23", id="n"), claim))
    assert picture.attrib["class"] == "timeline" and picture.attrib["role"] == "group"
    assert picture.attrib["aria-label"] == "Timeline of 2 meetings and 1 claim, 19 January 2022 to 25 January 2022"
    assert [(link.attrib["href"], link.attrib["data-key"]) for link in links(picture)] == [
        ("/meetings/m", "meeting:m"),
        ("/meetings/n", "meeting:n"),
        ("/claims/c", "claim:c"),
    ]
    assert links(picture)[2].attrib["aria-label"] == "21 January 2022: No plans., claim"
    headings = [text.text for text in picture.iter(f"{SVG}text") if text.attrib["class"] == "heading"]
    assert headings == ["Meetings", "Claims"]


def test_a_bar_that_goes_on_beyond_the_picture_ends_at_its_edge() -> None:
    for text in ("2021", "../2023-01-01", "2021/.."):
        for kind in ("meeting", "claim"):
            picture = drawn(over(item(text, kind=kind), since="2021-05-01", until="2021-05-31"))
            assert extent(shape(links(picture)[0])) == (12, 988) and apart(picture)


ITEMS = st.lists(
    st.builds(
        item,
        st.one_of(
            st.dates(date(2021, 11, 1), date(2022, 3, 1)).map(date.isoformat),
            st.sampled_from(["2022-01", "2022", "2021-12-05/2022-01-02", "../2022-01-05", "2022-01-30/..", "2022-02~"]),
        ),
        kind=st.sampled_from(["meeting", "claim"]),
        label=st.one_of(st.text(max_size=80), st.sampled_from(HOSTILE)),
        status=st.sampled_from(["held", "cancelled"]),
    ),
    min_size=1,
    max_size=40,
)


@settings(deadline=None, max_examples=60)
@given(ITEMS, st.sampled_from([320, 360, 1000]), st.booleans(), st.booleans())
def test_labels_that_are_shown_do_not_touch(items: list[Item], width: int, near: bool, strip: bool) -> None:
    begin, end = ("2022-01-03", "2022-01-09") if near else ("", "")
    shown = [each for each in items if not near or each.within(date(2022, 1, 3), date(2022, 1, 9))]
    picture = drawn(over(*shown, since=begin, until=end), width, strip)
    assert apart(picture)
    height = float(picture.attrib["viewBox"].split()[3])
    assert len(links(picture)) == len(shown) or strip
    assert not strip or (len(links(picture)) <= 10 and height <= 190)


def test_of_very_many_some_have_their_label_hidden_and_the_picture_stays_short() -> None:
    days = [(date(2022, 1, 1) + timedelta(days=n // 6)).isoformat() for n in range(300)]
    picture = drawn(over(*(item(day, id=f"m{n}") for n, day in enumerate(days))))
    labels = [text.attrib["class"] for text in picture.iter(f"{SVG}text") if "label" in text.attrib["class"]]
    assert len(labels) == 300 and 50 < labels.count("label") < 300
    assert float(picture.attrib["viewBox"].split()[3]) < 1500
    assert apart(picture)


def test_meetings_of_one_day_that_is_wide_stand_side_by_side() -> None:
    day = over(*(item("2022-01-21", id=f"m{n:03}") for n in range(100)), since="2022-01-21", until="2022-01-21")
    picture = drawn(day)
    assert all("hidden" not in text.attrib["class"] for text in picture.iter(f"{SVG}text")) and apart(picture)


@pytest.mark.parametrize("width", [360, 1000])
def test_hostile_texts_stay_text(width: int) -> None:
    items = [item("2022-01-21", id=f"m{n}", label=label) for n, label in enumerate(HOSTILE)]
    text = timeline_svg.svg(over(*items), href, standalone=True, width=width)
    text.encode("utf-8")
    picture = ElementTree.fromstring(text)
    assert {element.tag.removeprefix(SVG) for element in picture.iter()} == {
        "svg", "style", "rect", "g", "line", "text", "a", "title", "path",
    }  # fmt: skip
    names = [link.attrib["aria-label"] for link in links(picture)]
    assert names[0] == "21 January 2022: <script>alert(1)</script>, meeting"
    assert names[4] == f"21 January 2022: {'x' * 500}, meeting", "the whole text for those who want it"
    assert "<script" not in text and " style=" not in text
    longest = max(len(label.text or "") for label in picture.iter(f"{SVG}text"))
    assert longest < 130 and apart(picture)


def test_the_same_timeline_always_looks_the_same(sample: Connection) -> None:
    answers = [sample.run("timeline", {"actor": "lavrov"}) for _ in range(2)]
    pictures = {timeline_svg.svg(timeline(sample.graph, answer), href) for answer in answers}  # type: ignore[arg-type]
    assert len(pictures) == 1


def test_a_file_that_stands_alone_says_what_it_leaves_out() -> None:
    some = Timeline(
        (item("2022-01-21"),), date(2022, 1, 1), date(2022, 1, 31), (item("2020"),), 3, 2, "The first 300 of 302."
    )
    alone = ElementTree.fromstring(timeline_svg.svg(some, href, standalone=True, source="From here."))
    within = timeline_svg.svg(some, href)
    said = [text.text for text in alone.iter(f"{SVG}text") if text.attrib["class"] == "words"]
    assert said[:3] == ["The first 300 of 302.", "Without a date and not drawn: 1.", "Earlier or later and not drawn: 3."]
    assert said[-1] == "From here."
    assert alone.find(f"{SVG}style") is not None and "style" not in within and "not drawn" not in within
    assert alone.attrib["viewBox"] == f"0 0 {alone.attrib['width']} {alone.attrib['height']}"


@pytest.mark.parametrize("width", [360, 1000])
def test_nothing_is_clipped_or_overlaps_in_a_browser(browser: Browser, tmp_path: Path, width: int) -> None:
    labels = [*HOSTILE, "January talks on security guarantees", "Wide Words With Many Capitals", "Переговоры в Женеве"]
    days = ["2022-01-01", "2022-01-02", "2022-01", "../2022-01-05", "2022-02-20/..", "2022-02-27", "2022-02-28"]
    items = [
        item(day, id=f"m{n}{at}", label=label, status="cancelled")
        for n, label in enumerate(labels)
        for at, day in enumerate(days)
    ]
    file = tmp_path / "timeline.svg"
    file.write_text(timeline_svg.svg(over(*items), href, standalone=True, width=width), encoding="utf-8")
    page = browser.new_page(viewport={"width": 1000, "height": 800})
    page.goto(file.as_uri())
    found = page.evaluate(
        """() => [...document.querySelectorAll('text:not(.hidden)')].filter(text => text.textContent).map(text => {
            const box = text.getBBox(); return [box.x, box.x + box.width, box.y + 2, box.y + box.height - 2]})"""
    )
    page.close()
    assert len(found) > 30
    assert all(0 <= box[0] and box[1] <= width for box in found)
    for one, other in combinations(found, 2):
        assert one[1] <= other[0] or other[1] <= one[0] or one[3] <= other[2] or other[3] <= one[2], (one, other)
