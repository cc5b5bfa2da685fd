"""A kind of node and how far it reaches come in, its shape as SVG goes out: each kind can be told without colour."""

from __future__ import annotations

from math import cos, pi, sin
from xml.etree.ElementTree import Element

from explorer.pictures.network.model import Node
from explorer.pictures.svg_elements import add, number


def radius(node: Node) -> float:
    """How far a node's shape reaches."""
    if node.entity == "actor":
        return 13.0 if node.asked else 9.0
    return 11.0 if node.asked else 8.0


def add_shape(parent: Element, kind: str, reach: float) -> None:
    """Draw the shape around the middle of `parent`."""
    if kind == "state":
        _rectangle(parent, reach * 0.9, reach * 0.9, reach * 0.2)
    elif kind == "group":
        _rectangle(parent, reach * 1.2, reach * 0.75, reach * 0.75)
    elif kind == "organization":
        _polygon(parent, [(reach * cos(turn * pi / 3), reach * sin(turn * pi / 3)) for turn in range(6)])
    elif kind == "meeting":
        _polygon(parent, [(0, -reach), (reach, 0), (0, reach), (-reach, 0)])
    elif kind == "claim":
        _bubble(parent, reach)
    else:
        add(parent, "circle", {"class": "shape", "r": reach})


def slug(kind: str) -> str:
    """A kind of link as the class of its line."""
    return kind.replace(" ", "-")


def _rectangle(parent: Element, across: float, down: float, corner: float) -> None:
    size = {"x": -across, "y": -down, "width": 2 * across, "height": 2 * down, "rx": corner}
    add(parent, "rect", {"class": "shape", **size})


def _polygon(parent: Element, corners: list[tuple[float, float]]) -> None:
    points = " L".join(f"{number(x)} {number(y)}" for x, y in corners)
    add(parent, "path", {"class": "shape", "d": f"M{points} Z"})


def _bubble(parent: Element, reach: float) -> None:
    """A speech bubble: a box with a tail at its lower left."""
    right, top, bottom = reach, -reach * 0.85, reach * 0.5
    corners = [
        (-right, top),
        (right, top),
        (right, bottom),
        (-reach * 0.1, bottom),
        (-reach * 0.6, reach),
        (-reach * 0.6, bottom),
        (-right, bottom),
    ]
    _polygon(parent, corners)
