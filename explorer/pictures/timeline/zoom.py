"""The spans that are one step away from that of a timeline: nearer, farther, earlier, later, everything."""

from __future__ import annotations

from datetime import date

from explorer.pictures.timeline.elements import Span, Timeline
from explorer.pictures.timeline.scale import WEEK, moved

#: What zooming out by steps does not go beyond: five centuries.
_WIDEST = 500 * 366


def zoomed(timeline: Timeline) -> dict[str, Span | None]:
    """The spans that one step leads to: `in`, `out`, `earlier`, `later`, `all`; None where a step leads nowhere."""
    begin, end = timeline.begin, timeline.end
    whole = timeline.whole or (begin, end)
    days = (end - begin).days + 1
    half, narrow = max(1, days // 2), max(WEEK, days // 2)
    inward, outward = moved(begin, (days - narrow) // 2), moved(begin, -max(1, half // 2))
    before, after = begin > whole[0], end < whole[1]
    return {
        "in": (inward, moved(inward, narrow - 1)) if days > WEEK else None,
        "out": (outward, moved(end, max(1, half // 2))) if (before or after) and days * 2 <= _WIDEST else None,
        "earlier": _shifted(begin, end, -half) if before else None,
        "later": _shifted(begin, end, half) if after else None,
        "all": None if whole == (begin, end) else whole,
    }


def _shifted(begin: date, end: date, days: int) -> Span:
    """As long as before, also where the calendar ends."""
    if days < 0:
        return moved(begin, days), moved(begin, days) + (end - begin)
    return moved(end, days) - (end - begin), moved(end, days)
