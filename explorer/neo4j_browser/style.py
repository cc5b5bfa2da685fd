"""The style of Neo4j Browser's drawings goes out, as a GraSS sheet: the colours of the site, the names of our nodes."""

from __future__ import annotations

from explorer.pictures import palette

_WHITE = "#ffffff"
#: label: colour, diameter, caption. The further labels of actors have colours of their own. In Browser's picture of the
#: schema all nodes have a name, here those with a title or a text have none.
_NODES = {
    "Actor": (palette.PERSON, 60, "{name}"),
    "Person": (palette.PERSON, 60, "{name}"),
    "State": (palette.STATE, 60, "{name}"),
    "Organization": (palette.ORGANIZATION, 60, "{name}"),
    "Group": (palette.GROUP, 60, "{name}"),
    "Meeting": (palette.MEETING, 70, "{title}{name}"),
    "Claim": (palette.CLAIM, 70, "{text}{name}"),
    "Source": (palette.PAGE, 60, "{title}{name}"),
    "Place": (palette.LINE, 60, "{name}"),
    "Topic": (palette.LINE, 60, "{name}"),
    # How names are found, and the state of the data: kept small, since they are nobody's answer.
    "Name": (palette.LINE, 20, "{id}"),
    "Dataset": (palette.LINE, 20, "{version}"),
}
#: relationship: colour, width, caption. The others look like any.
_LINKS = {
    "CONTRADICTS": (palette.WRONG, 3, "contradicts"),
    "SUPPORTS": (palette.GROUP, 2, "supports"),
    "ANSWERS": (palette.GROUP, 2, "answers"),
    "HAS_PARTICIPANT": (palette.EDGE, 1, "took part"),
    "HELD_AT": (palette.EDGE, 1, "held at"),
    "HAS_TOPIC": (palette.EDGE, 1, "on"),
    "PART_OF": (palette.STATE, 2, "part of"),
    "REPORTED_IN": (palette.LINE, 1, "reported in"),
    "MADE_BY": (palette.EDGE, 1, "made by"),
    "ADDRESSED_TO": (palette.EDGE, 1, "to"),
    "ABOUT": (palette.EDGE, 1, "about"),
    "MADE_AT": (palette.EDGE, 1, "made at"),
    "AFFILIATED_WITH": (palette.STATE, 2, "{role}"),
    "DESCRIBED_IN": (palette.LINE, 1, "described in"),
    "NAMES": (palette.LINE, 1, "names"),
}
_PALE = (palette.PAGE, palette.LINE)


def grass() -> str:
    """The style sheet, to be dropped on Browser or given to its `:style` command."""
    rules = [
        _rule("node", {"diameter": "50px", "color": palette.LINE, "border-color": palette.EDGE, "border-width": "2px"}
              | _text(palette.LINE)),
        _rule("relationship", {"color": palette.EDGE, "shaft-width": "1px", "font-size": "8px", "padding": "3px"}
              | {"text-color-external": palette.INK, "text-color-internal": _WHITE, "caption": '"<type>"'}),
        *(_rule(f"node.{label}", _node(*look)) for label, look in _NODES.items()),
        *(_rule(f"relationship.{name}", _link(*look)) for name, look in _LINKS.items()),
    ]  # fmt: skip
    return "\n".join(rules)


def _node(colour: str, diameter: int, caption: str) -> dict[str, str]:
    border = palette.EDGE if colour in _PALE else colour
    look = {"diameter": f"{diameter}px", "color": colour, "border-color": border, "border-width": "2px"}
    return look | _text(colour) | {"caption": f'"{caption}"'}


def _text(colour: str) -> dict[str, str]:
    return {"text-color-internal": palette.INK if colour in _PALE else _WHITE, "font-size": "10px"}


def _link(colour: str, width: int, caption: str) -> dict[str, str]:
    text = palette.INK if colour in _PALE else _WHITE
    return {"color": colour, "shaft-width": f"{width}px", "text-color-internal": text, "caption": f'"{caption}"'}


def _rule(selector: str, look: dict[str, str]) -> str:
    return "\n".join((f"{selector} {{", *(f"  {name}: {value};" for name, value in look.items()), "}", ""))
