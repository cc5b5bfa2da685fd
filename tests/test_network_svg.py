"""The picture of a network: everything in it, nothing on anything else, the same each time, whatever it is called."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from conftest import ROOT
from test_network import run

from explorer.connection import Connection
from explorer.pictures import palette
from explorer.pictures.network.build import network
from explorer.pictures.network.elements import Link, Network, Node, link_kinds
from explorer.pictures.network.layout import positions
from explorer.pictures.network.shapes import add_shape, slug
from explorer.pictures.network.svg import legend, svg

SVG = "{http://www.w3.org/2000/svg}"
KINDS = {
    **dict.fromkeys(("person", "state", "organization", "group"), "actor"),
    "meeting": "meeting",
    "claim": "claim",
}
HOSTILE = [
    "<script>alert(1)</script>",
    "\"quotes\" & 'more' ]]> -->",
    "\u202eهذا اسم من اليمين إلى اليسار",
    "👩‍👩‍👧‍👦" * 12,
    "x" * 500,
    "nul\x00 and \x0b and \ufffe",
    "e\u0301" * 40,
    "習近平國家主席" * 10,
    "",
]
Box = tuple[float, float, float, float]


def href(kind: str, id: str) -> str:
    """Where a page would be."""
    return f"/{kind}s/{quote(id, safe='')}"


def star(leaves: int, label: str = "A name of usual length") -> Network:
    """One in the middle, meetings around, two more people at each."""
    nodes, links = [Node("actor", "person", "hub", "The one in the middle", "", True)], []
    for number in range(leaves):
        meeting = Node("meeting", "meeting", f"m{number}", f"Talks {number} on a matter of some length", "2022", False)
        others = [Node("actor", "person", f"p{number}-{at}", f"{label} {number}-{at}", "", False) for at in range(2)]
        nodes += [meeting, *others]
        links += [Link(node.key, meeting.key, "took part", 1) for node in (nodes[0], *others)]
    return Network(tuple(nodes), tuple(links), 0, "")


def named(names: list[str]) -> Network:
    """One node of each kind for each name, in a chain."""
    nodes = [Node(KINDS[kind], kind, f"{kind} {name}", name, name, False) for kind in KINDS for name in names]
    links = [Link(one.key, two.key, "made", 1) for one, two in zip(nodes, nodes[1:], strict=False)]
    return Network(tuple(nodes), tuple(links), 7, "Said: " + " ".join(names))


def read(picture: str) -> ElementTree.Element:
    """The picture as XML, through its bytes as in a file."""
    return ElementTree.fromstring(picture.encode())


def by_class(root: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    """All elements of a class."""
    return [each for each in root.iter() if name in each.get("class", "").split()]


def texts(root: ElementTree.Element) -> Iterator[tuple[Box, bool]]:
    """What each label covers at least, with narrow letters, and whether it is hidden."""
    for node in by_class(root, "node"):
        if "transform" not in node.attrib or node.tag != f"{SVG}a":
            continue
        left, top = map(float, node.get("transform", "")[len("translate(") : -1].split())
        (label,) = by_class(node, "label")
        lines = [span.text or "" for span in label.iter(f"{SVG}tspan")] or [label.text or ""]
        wide, x, y = 5.5 * max(map(len, lines)), left + float(label.get("x", "")), top + float(label.get("y", ""))
        x -= {"start": 0.0, "middle": wide / 2, "end": wide}[label.get("text-anchor", "")]
        yield (x, y - 9, x + wide, y + 14 * (len(lines) - 1)), "hidden" in label.get("class", "").split()


def shapes(root: ElementTree.Element) -> list[Box]:
    """What the middle of each node covers."""
    places = [node.get("transform", "")[len("translate(") : -1].split() for node in root.iter(f"{SVG}a")]
    return [(float(x) - 6, float(y) - 6, float(x) + 6, float(y) + 6) for x, y in places]


def meet(one: Box, two: Box) -> bool:
    """Whether two boxes have a part in common."""
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]


def questions(sample: Connection) -> Iterator[Network]:
    """Networks of the sample."""
    for question, parameters in (
        ("meetings-involving", {"actor": "lavrov"}),
        ("who-met", {"actor": "blinken"}),
        ("most-connected", {}),
        ("meetings-during", {"since": "2021-01-01", "until": "2021-12-31"}),
        ("disputed-claims", {}),
    ):
        for pairs in (False, True):
            yield network(sample.graph, run(sample.graph, question, **parameters), pairs=pairs, timeout=20)


def test_every_node_is_a_link_that_tells_what_it_is() -> None:
    found = star(3)
    root = read(svg(found, href))
    assert root.get("role") == "group" and root.get("aria-label") == "Network of 10 nodes"
    links = {each.get("data-key"): each for each in root.iter(f"{SVG}a")}
    assert list(links) == [node.key for node in found.nodes]
    meeting = links["meeting:m1"]
    assert meeting.get("href") == "/meetings/m1"
    assert meeting.get("class") == "node meeting" and links["actor:hub"].get("class") == "node person asked"
    assert meeting.get("aria-label") == "Talks 1 on a matter of some length, meeting, 2022"
    assert links["actor:hub"].get("aria-label") == "The one in the middle, person"
    assert meeting.findtext(f"{SVG}title") == meeting.get("aria-label")


def test_every_link_is_a_line_between_its_nodes() -> None:
    found = star(3)
    lines = by_class(read(svg(found, href)), "link")
    assert [(each.get("data-source"), each.get("data-target")) for each in lines] == [
        (link.source, link.target) for link in found.links
    ]
    where = positions(found)
    for each in lines:
        assert each.get("class") == "link took-part"
        ends = [tuple(float(each.get(f"{axis}{end}", "")) for axis in "xy") for end in "12"]
        assert ends == [where[each.get("data-source", "")], where[each.get("data-target", "")]]


def test_several_links_between_the_same_two_lie_beside_each_other() -> None:
    nodes = (Node("actor", "person", "a", "Ann", "", False), Node("claim", "claim", "c", "So it is", "", False))
    kinds = ("about", "addressed", "made")
    links = tuple(Link("actor:a", "claim:c", kind, 1) for kind in kinds)
    lines = by_class(read(svg(Network(nodes, links, 0, ""), href)), "link")
    assert len({(each.get("x1"), each.get("y1")) for each in lines}) == len(kinds)


def test_how_often_two_met_stands_on_the_line() -> None:
    nodes = tuple(Node("actor", "person", name, name.title(), "", False) for name in ("ann", "bob", "cid"))
    links = (Link("actor:ann", "actor:bob", "met", 12), Link("actor:bob", "actor:cid", "met", 1))
    root = read(svg(Network(nodes, links, 0, ""), href))
    assert {each.text: each.get("data-target") for each in by_class(root, "count")} == {
        "12": "actor:bob",
        "1": "actor:cid",
    }
    assert all(each.get("class") == "count" for each in by_class(root, "count"))
    assert float(by_class(root, "link")[0].get("stroke-width", "")) > 1
    assert not by_class(read(svg(star(2), href)), "count")


def test_each_kind_has_a_shape_of_its_own() -> None:
    root = read(svg(named(["Name"]), href))
    drawn = {}
    for node in root.iter(f"{SVG}a"):
        (shape,) = by_class(node, "shape")
        drawn[node.get("class")] = ElementTree.tostring(shape)
    assert len(set(drawn.values())) == len(KINDS)


def test_labels_that_are_seen_lie_on_nothing(sample: Connection) -> None:
    for found in [*questions(sample), star(8), star(40), star(99)]:
        root = read(svg(found, href))
        seen = [box for box, hidden in texts(root) if not hidden]
        assert len(seen) > len(found.nodes) / 2
        assert not [both for both in combinations(seen, 2) if meet(*both)]
        assert not [(label, shape) for label in seen for shape in shapes(root) if meet(label, shape)]


def test_labels_find_room_where_the_picture_is_not_crowded(sample: Connection) -> None:
    for found in [*questions(sample), star(8)]:
        hidden = [box for box, hidden in texts(read(svg(found, href))) if hidden]
        assert len(hidden) <= len(found.nodes) / 8


def test_what_was_asked_for_is_always_named() -> None:
    for leaves in (1, 10, 40, 99):
        (asked,) = by_class(read(svg(star(leaves), href)), "asked")
        assert by_class(asked, "label")[0].get("class") == "label"


@pytest.mark.parametrize("standalone", [False, True])
def test_nothing_is_clipped(sample: Connection, standalone: bool) -> None:
    for found in [*questions(sample), star(40)]:
        root = read(svg(found, href, standalone=standalone))
        left, top, width, height = map(float, root.get("viewBox", "").split())
        for box in [*(box for box, _ in texts(root)), *shapes(root)]:
            assert left <= box[0] and top <= box[1] and box[2] <= left + width and box[3] <= top + height


def test_long_labels_are_shortened_where_they_are_seen_only() -> None:
    title = "A meeting of the ministers of foreign affairs and of defence with many others about very many things"
    found = Network(
        (Node("meeting", "meeting", "m", title, "", False), Node("actor", "person", "p", "N" * 60, "", False)),
        (),
        0,
        "",
    )
    meeting, person = read(svg(found, href)).iter(f"{SVG}a")
    lines = [span.text or "" for span in meeting.iter(f"{SVG}tspan")]
    assert len(lines) == 2 and lines[1].endswith("…") and title.startswith(lines[0])
    assert all(len(line) <= 28 for line in lines)
    assert by_class(person, "label")[0].text == "N" * 27 + "…"
    assert meeting.get("aria-label") == f"{title}, meeting" and person.findtext(f"{SVG}title") == "N" * 60 + ", person"


@pytest.mark.parametrize("standalone", [False, True])
def test_hostile_names_stay_text(standalone: bool) -> None:
    picture = svg(named(HOSTILE), href, standalone=standalone)
    root = read(picture)
    assert len(list(root.iter(f"{SVG}a"))) == len(KINDS) * len(HOSTILE)
    known = {"svg", "style", "rect", "g", "line", "title", "a", "circle", "path", "text", "tspan"}
    assert {each.tag for each in root.iter()} <= {f"{SVG}{name}" for name in known}
    assert not [name for each in root.iter() for name in each.attrib if name.startswith("on") or name == "style"]
    told = [each.get("aria-label", "") for each in root.iter(f"{SVG}a")]
    for name in HOSTILE[:5] + HOSTILE[6:8]:
        assert f"{name}, person, {name}".replace("\u202e", "\ufffd") in told
    assert "<script" not in picture and "\x00" not in picture


def test_an_ellipsis_does_not_break_a_letter() -> None:
    found = Network(
        tuple(Node("actor", "person", str(at), name, "", False) for at, name in enumerate(HOSTILE[3:7:3])), (), 0, ""
    )
    family, accents = ((by_class(each, "label")[0].text or "") for each in read(svg(found, href)).iter(f"{SVG}a"))
    assert family.endswith("…") and family[-2] != "\u200d" and set(family[:-1].split("👩‍👩‍👧‍👦")) == {""}
    assert accents.endswith("e\u0301…")


def test_the_file_brings_its_looks_and_a_legend() -> None:
    found = named(["Name"])
    root = read(svg(found, href, standalone=True))
    assert root.find(f"{SVG}style") is not None and root.get("width") and root.get("height")
    (box,) = by_class(root, "legend")
    words = [each.text for each in box.iter(f"{SVG}text")]
    assert words == [*(f"{kind} (1)" for kind in KINDS), "made", "Said: Name"]
    page = read(svg(found, href))
    assert page.find(f"{SVG}style") is None and not by_class(page, "legend") and page.get("width") is None


def test_every_line_with_a_look_is_one_that_is_drawn() -> None:
    style = read(svg(star(1), href, standalone=True)).findtext(f"{SVG}style") or ""
    looks = set(re.findall(r"\.link(?:\.link|:not\()?\.([a-z-]+)", style))
    assert looks and looks <= {slug(kind) for kind in link_kinds()}
    assert set(re.findall(r"^\.([a-z]+) \.shape", style, flags=re.M)) >= set(KINDS)


def test_a_kind_without_a_look_of_its_own_has_one_all_the_same() -> None:
    own = ElementTree.Element("g")
    add_shape(own, "document", 9)
    assert by_class(own, "shape") and palette.of("document").startswith("#")


def test_the_legend_has_the_kinds_that_are_there() -> None:
    assert legend(star(3)) == [("person", 7), ("meeting", 3)]
    assert legend(Network((), (), 0, "")) == []


def test_nothing_at_all_is_a_picture_too() -> None:
    root = read(svg(Network((), (), 0, ""), href, standalone=True))
    assert root.get("aria-label") == "Network of 0 nodes" and not list(root.iter(f"{SVG}a"))


def test_parts_that_are_not_connected_stand_side_by_side() -> None:
    parts = [star(2, f"Part {number}") for number in range(6)]
    nodes = [replace(n, id=f"{at}-{n.id}") for at, part in enumerate(parts) for n in part.nodes]
    links = [
        Link(link.source.replace(":", f":{at}-"), link.target.replace(":", f":{at}-"), link.kind, 1)
        for at, part in enumerate(parts)
        for link in part.links
    ]
    where = positions(Network(tuple(nodes), tuple(links), 0, ""))
    boxes = []
    for at in range(6):
        points = [point for key, point in where.items() if f":{at}-" in key]
        (xs, ys) = zip(*points, strict=True)
        boxes.append((min(xs), min(ys), max(xs), max(ys)))
    assert not [both for both in combinations(boxes, 2) if meet(*both)]
    wide, high = (max(box[side + 2] for box in boxes) - min(box[side] for box in boxes) for side in (0, 1))
    assert wide > high


def test_the_same_network_looks_the_same_in_every_process() -> None:
    program = "\n".join(
        [
            "import sys",
            f"sys.path[:0] = [{str(ROOT / 'tests')!r}, {str(ROOT)!r}]",
            "from test_network_svg import HOSTILE, href, named, star, svg",
            "sys.stdout.buffer.write(''.join(svg(each, href) for each in (star(30), named(HOSTILE))).encode())",
        ]
    )
    pictures = {
        subprocess.run(
            [sys.executable, "-c", program], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("0", "1", "12345")
    }
    assert len(pictures) == 1 and len(pictures.pop()) > 10_000


def test_another_seed_gives_another_layout() -> None:
    found = star(5)
    assert positions(found, seed=1) == positions(found) != positions(found, seed=2)


def test_the_same_network_is_laid_out_once() -> None:
    """Each reader of an actor's page gets the same network anew from the graph."""
    assert positions(star(6)) is positions(star(6))
    assert positions(star(6)) is not positions(star(7))
