"""Elements of SVG: each added to its parent, with numbers as SVG takes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element, SubElement

Attributes = Mapping[str, str | float]
#: Where the page of an entity is, by what it is (actor, meeting or claim) and its id; empty where there are no pages.
Href = Callable[[str, str], str]


def nowhere(_kind: str, _id: str) -> str:
    """The Href of a picture that is far from any pages."""
    return ""


def begin(name: str) -> Element:
    """An empty picture: a network or a timeline."""
    return Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "class": name, "role": "group"})


def add(parent: Element, tag: str, attributes: Attributes, text: str = "") -> Element:
    """A new last child of `parent`."""
    said = {name: value if isinstance(value, str) else number(value) for name, value in attributes.items()}
    element = SubElement(parent, tag, said)
    element.text = text or None
    return element


def add_link(parent: Element, address: str, attributes: Attributes) -> Element:
    """A new last child of `parent` that leads to the address; a mere group where there is none."""
    return add(parent, "a", {**attributes, "href": address}) if address else add(parent, "g", attributes)


def number(value: float) -> str:
    """A number as SVG takes it, with no more places than anybody sees."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")  # adding nothing makes -0.0 a plain 0
