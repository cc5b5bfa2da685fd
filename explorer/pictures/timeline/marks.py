"""The kind of an item, and how long its mark is, come in; the outline of the mark goes out, as an SVG path."""

from __future__ import annotations

from explorer.pictures.svg_elements import number as _n

#: Half the height of a mark for a day, of a bar, and the point of a bar.
_HALF, _BAR, _POINT = 6.0, 4.0, 4.0


def diamond(left: float, right: float, y: float) -> str:
    """A meeting on a day."""
    middle = (left + right) / 2
    return f"M{_n(left)} {_n(y)}L{_n(middle)} {_n(y - _HALF)}L{_n(right)} {_n(y)}L{_n(middle)} {_n(y + _HALF)}Z"


def bubble(left: float, right: float, y: float) -> str:
    """A claim on a day: a speech bubble."""
    top, bottom = y - _HALF, y + _HALF - 4
    return (
        f"M{_n(left + 2)} {_n(top)}H{_n(right - 2)}Q{_n(right)} {_n(top)} {_n(right)} {_n(top + 2)}V{_n(bottom - 2)}"
        f"Q{_n(right)} {_n(bottom)} {_n(right - 2)} {_n(bottom)}H{_n(left + 7)}L{_n(left + 3)} {_n(y + _HALF)}"
        f"V{_n(bottom)}H{_n(left + 2)}Q{_n(left)} {_n(bottom)} {_n(left)} {_n(bottom - 2)}V{_n(top + 2)}"
        f"Q{_n(left)} {_n(top)} {_n(left + 2)} {_n(top)}Z"
    )


def bar(left: float, right: float, y: float, begins: bool, ends: bool) -> str:
    """A meeting within some days: pointed where it begins and ends, cut straight where it goes on."""
    top, bottom = y - _BAR, y + _BAR
    start = f"M{_n(left + _POINT)} {_n(top)}" if begins else f"M{_n(left)} {_n(top)}"
    tip = (
        f"H{_n(right - _POINT)}L{_n(right)} {_n(y)}L{_n(right - _POINT)} {_n(bottom)}"
        if ends
        else (f"H{_n(right)}V{_n(bottom)}")
    )
    back = f"H{_n(left + _POINT)}L{_n(left)} {_n(y)}Z" if begins else f"H{_n(left)}Z"
    return start + tip + back


def speech(left: float, right: float, y: float, begins: bool) -> str:
    """A claim within some days: a bar with square ends and the tail of a speech bubble where it begins."""
    top, bottom = y - _BAR - 1, y + _BAR - 2
    tail = f"H{_n(left + 7)}L{_n(left + 3)} {_n(y + _HALF)}V{_n(bottom)}" if begins else ""
    return f"M{_n(left)} {_n(top)}H{_n(right)}V{_n(bottom)}{tail}H{_n(left)}Z"


def reach(left: float, right: float, y: float, begins: bool, ends: bool) -> str:
    """A time with one known end: a stroke across at that end, an arrow at the open one, neither where it is cut."""
    known = f"M{_n(left if begins else right)} {_n(y - _HALF)}V{_n(y + _HALF)}" if begins or ends else ""
    tip, back = (right, right - 6) if begins else (left, left + 6)
    arrow = f"M{_n(back)} {_n(y - _BAR)}L{_n(tip)} {_n(y)}L{_n(back)} {_n(y + _BAR)}"
    return f"M{_n(left)} {_n(y)}H{_n(right)}{known}{arrow}"
