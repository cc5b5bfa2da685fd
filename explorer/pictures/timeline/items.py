"""An item in its place comes in, a link with its mark and its label is added to the picture."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from explorer.pictures.svg_elements import Attributes, Href, add, add_link
from explorer.pictures.text_metrics import plain
from explorer.pictures.timeline import marks
from explorer.pictures.timeline.model import MEETING, Item
from explorer.pictures.timeline.places import MARK, TYPE, Placed

#: How high a row with labels is, and one of marks alone.
ROW, LOW = 24.0, 16.0
_STATUS = ("held", "planned", "cancelled", "proposed")


def draw(band: Element, placed: Placed, y: float, href: Href) -> None:
    """Add the item to its band, with the middle of its mark at the height `y`."""
    item, label = placed.item, placed.label
    name = _name(item)
    attributes = {"class": _classes(item), "data-key": item.key, "aria-label": name}
    link = add_link(band, href(item.kind, item.id), attributes)
    add(link, "title", {}, name)
    add(link, "rect", {"class": "hit", "fill": "none", "pointer-events": "all", **_hit(placed, y)})
    add(link, "path", {"class": "mark", "d": _mark(placed, y)})
    text_y = y + TYPE * 0.35 - (ROW - 5 if label.side == "above" else 0)
    # The true width of a text is known only to the browser, so it is held at the end that is beside the mark.
    held: Attributes = {"x": label.right, "text-anchor": "end"} if label.side == "left" else {"x": label.left}
    text = add(link, "text", {"class": "label hidden" if placed.hidden else "label", **held, "y": text_y}, label.text)
    if label.note:
        add(text, "tspan", {"class": "note"}, label.note)


def _name(item: Item) -> str:
    status = "" if item.status in ("", "held") else f", {item.status}"
    return f"{item.when}: {plain(item.label)}, {item.kind}{status}"


def _classes(item: Item) -> str:
    opened = [] if item.first and item.last else ["open", "open-end" if item.first else "open-start"]
    known = [item.status] if item.status in _STATUS else []
    return " ".join(["item", item.kind, item.precision, *opened, *["circa"] * item.circa, *known])


def _hit(placed: Placed, y: float) -> Attributes:
    """What can be pointed at: mark and label, where that is shown."""
    if placed.hidden:
        return {"x": placed.left, "y": y - LOW / 2, "width": placed.right - placed.left, "height": LOW}
    label = placed.label
    left, right = min(placed.left, label.left), max(placed.right, label.right)
    above = ROW if label.side == "above" else 0
    return {"x": left, "y": y - ROW / 2 - above, "width": right - left, "height": ROW + above}


def _mark(placed: Placed, y: float) -> str:
    item, left, right = placed.item, placed.left, placed.right
    if not (item.first and item.last):
        return marks.reach(left, right, y, placed.begins, placed.ends)
    if right - left < MARK + 0.01:
        return marks.diamond(left, right, y) if item.kind == MEETING else marks.bubble(left, right, y)
    if item.kind == MEETING:
        return marks.bar(left, right, y, placed.begins, placed.ends)
    return marks.speech(left, right, y, placed.begins)
