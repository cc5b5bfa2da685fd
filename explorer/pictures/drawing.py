"""An element of a picture, and what belongs into it, come in; it is added, numbers as SVG takes them."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement

from explorer.pictures.shapes import number

Attributes = Mapping[str, str | float]


def add(parent: Element, tag: str, attributes: Attributes, text: str = "") -> Element:
    """A new last child of `parent`."""
    said = {name: value if isinstance(value, str) else number(value) for name, value in attributes.items()}
    element = SubElement(parent, tag, said)
    element.text = text or None
    return element
