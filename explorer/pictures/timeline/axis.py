"""The axis of a timeline as SVG: ticks, how they are called, their lines."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from explorer.pictures.svg_elements import add
from explorer.pictures.text_metrics import width
from explorer.pictures.timeline.scale import Scale, ticks

#: How high it is, and from what height on it is repeated at the foot, which is as high as said then.
AXIS, TALL, FOOT = 42.0, 600.0, 40.0
_TICK_TYPE, _TICK_ROOM = 12.0, 62.0


def axis(scale: Scale, height: float) -> Element:
    """The ticks with a line each; a year stands by the first tick that is in it, if it has room there."""
    drawn = Element("g", {"class": "axis", "aria-hidden": "true"})
    most = max(5, min(15, int((scale.right - scale.left) / _TICK_ROOM)))
    lines = [(AXIS - 12, AXIS - 28)]
    if height > TALL:
        lines.append((height - 24, height - 8))
    room_for_year = scale.right
    for tick in reversed(ticks(scale.begin, scale.end, most)):
        x = scale.start(tick.day)
        add(drawn, "line", {"class": "grid", "x1": x, "x2": x, "y1": AXIS - 24, "y2": height})
        if x + width(tick.label, _TICK_TYPE) < scale.right:
            for y, _ in lines:
                add(drawn, "text", {"class": "tick", "x": x + 4, "y": y}, tick.label)
        if tick.year and x + width(tick.year, _TICK_TYPE) + 4 < room_for_year:
            for _, y in lines:
                add(drawn, "text", {"class": "year", "x": x + 4, "y": y}, tick.year)
            room_for_year = x
    return drawn
