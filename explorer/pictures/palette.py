"""Colours and font of a picture that stands alone: those of the site in light, by the names that they have there.

In a page the style sheet colours a picture, in dark as well; frontend/css/tokens.css has the same values.
"""

from __future__ import annotations

PAGE, INK, SOFT, LINE, EDGE = "#fdfcf9", "#1d1f23", "#595c62", "#e2ddd1", "#8a8677"
#: What goes against something: a claim that contradicts another.
WRONG = "#a3211c"
PERSON, STATE, ORGANIZATION, GROUP = "#14617b", "#8a5a00", "#6a4a94", "#4e6b1f"
MEETING, CLAIM = "#a8402c", "#5b6472"
#: As on the site; all of these are about as wide, and narrower than text_metrics.py takes letters to be.
FONT = '"Helvetica Neue", "Liberation Sans", Arial, sans-serif'

_COLOURS = {
    "person": PERSON,
    "state": STATE,
    "organization": ORGANIZATION,
    "group": GROUP,
    "meeting": MEETING,
    "claim": CLAIM,
}


def of(kind: str) -> str:
    """The colour of a kind of node: of one that has none of its own, that of soft text."""
    return _COLOURS.get(kind, SOFT)
