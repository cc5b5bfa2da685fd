"""Items as elements of SVG: a link with a mark, whose outline tells the kind and the length, and a label."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from explorer import model
from explorer.pictures.svg_elements import Attributes, Href, add, add_link
from explorer.pictures.svg_elements import number as _n
from explorer.pictures.text_metrics import plain
from explorer.pictures.timeline.elements import Item
from explorer.pictures.timeline.placement import MARK, TYPE, Placed

#: How high a row with labels is, and one of marks alone.
ROW, LOW = 24.0, 16.0
#: Half the height of a mark for a day, of a bar, and the point of a bar.
_HALF, _BAR, _POINT = 6.0, 4.0, 4.0


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
    status = model.kind_of(item.kind).field("status")
    known = [item.status] if status and item.status in status.words else []
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
        return _reach(left, right, y, placed.begins, placed.ends)
    if right - left < MARK + 0.01:
        return _bubble(left, right, y) if item.kind == "claim" else _diamond(left, right, y)
    if item.kind == "claim":
        return _speech(left, right, y, placed.begins)
    return _bar(left, right, y, placed.begins, placed.ends)


def _diamond(left: float, right: float, y: float) -> str:
    """What was on a day."""
    middle = (left + right) / 2
    return f"M{_n(left)} {_n(y)}L{_n(middle)} {_n(y - _HALF)}L{_n(right)} {_n(y)}L{_n(middle)} {_n(y + _HALF)}Z"


def _bubble(left: float, right: float, y: float) -> str:
    """A claim on a day: a speech bubble."""
    top, bottom = y - _HALF, y + _HALF - 4
    return (
        f"M{_n(left + 2)} {_n(top)}H{_n(right - 2)}Q{_n(right)} {_n(top)} {_n(right)} {_n(top + 2)}V{_n(bottom - 2)}"
        f"Q{_n(right)} {_n(bottom)} {_n(right - 2)} {_n(bottom)}H{_n(left + 7)}L{_n(left + 3)} {_n(y + _HALF)}"
        f"V{_n(bottom)}H{_n(left + 2)}Q{_n(left)} {_n(bottom)} {_n(left)} {_n(bottom - 2)}V{_n(top + 2)}"
        f"Q{_n(left)} {_n(top)} {_n(left + 2)} {_n(top)}Z"
    )


def _bar(left: float, right: float, y: float, begins: bool, ends: bool) -> str:
    """What was within some days: pointed where it begins and ends, cut straight where it goes on."""
    top, bottom = y - _BAR, y + _BAR
    start = f"M{_n(left + _POINT)} {_n(top)}" if begins else f"M{_n(left)} {_n(top)}"
    tip = (
        f"H{_n(right - _POINT)}L{_n(right)} {_n(y)}L{_n(right - _POINT)} {_n(bottom)}"
        if ends
        else (f"H{_n(right)}V{_n(bottom)}")
    )
    back = f"H{_n(left + _POINT)}L{_n(left)} {_n(y)}Z" if begins else f"H{_n(left)}Z"
    return start + tip + back


def _speech(left: float, right: float, y: float, begins: bool) -> str:
    """A claim within some days: a bar with square ends and the tail of a speech bubble where it begins."""
    top, bottom = y - _BAR - 1, y + _BAR - 2
    tail = f"H{_n(left + 7)}L{_n(left + 3)} {_n(y + _HALF)}V{_n(bottom)}" if begins else ""
    return f"M{_n(left)} {_n(top)}H{_n(right)}V{_n(bottom)}{tail}H{_n(left)}Z"


def _reach(left: float, right: float, y: float, begins: bool, ends: bool) -> str:
    """A time with one known end: a stroke across at that end, an arrow at the open one, neither where it is cut."""
    known = f"M{_n(left if begins else right)} {_n(y - _HALF)}V{_n(y + _HALF)}" if begins or ends else ""
    tip, back = (right, right - 6) if begins else (left, left + 6)
    arrow = f"M{_n(back)} {_n(y - _BAR)}L{_n(tip)} {_n(y)}L{_n(back)} {_n(y + _BAR)}"
    return f"M{_n(left)} {_n(y)}H{_n(right)}{known}{arrow}"
