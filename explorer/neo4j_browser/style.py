"""The style sheet of Neo4j Browser, in its language GraSS: the colours of the site, and captions for our nodes."""

from __future__ import annotations

from collections.abc import Iterator

from explorer import model
from explorer.pictures import palette

_WHITE = "#ffffff"
#: Of the kinds that no network draws, which are pale, this one is as pale as the page.
_SOURCE = "source"
#: How names are found, what was decided and retracted, and the state of the data: kept small, since they are nobody's
#: answer. Label: caption.
_SMALL = {"Name": "{id}", "Decision": "{verdict}", "Retraction": "{called}", "Dataset": "{version}"}
#: Relationships that do not look like any: colour and width.
_LOOKS = {
    "CONTRADICTS": (palette.WRONG, 3),
    "SUPPORTS": (palette.GROUP, 2),
    "ANSWERS": (palette.GROUP, 2),
    "PART_OF": (palette.STATE, 2),
    "AFFILIATED_WITH": (palette.STATE, 2),
    "REPORTED_IN": (palette.LINE, 1),
}
#: Captions that are not the type in small letters.
_CAPTIONS = {
    "HAS_PARTICIPANT": model.relationship("HAS_PARTICIPANT").drawn,
    "HAS_TOPIC": "on",
    "ADDRESSED_TO": "to",
    "AFFILIATED_WITH": "{role}",
}
_PALE = (palette.PAGE, palette.LINE)


def grass() -> str:
    """The style sheet, to be dropped on Browser or given to its `:style` command."""
    rules = [
        _rule("node", {"diameter": "50px", "color": palette.LINE, "border-color": palette.EDGE, "border-width": "2px"}
              | _text(palette.LINE)),
        _rule("relationship", {"color": palette.EDGE, "shaft-width": "1px", "font-size": "8px", "padding": "3px"}
              | {"text-color-external": palette.INK, "text-color-internal": _WHITE, "caption": '"<type>"'}),
        *(rule for kind in model.KINDS for rule in _nodes(kind)),
        *(_rule(f"node.{label}", _node(palette.LINE, 20, caption)) for label, caption in _SMALL.items()),
        *(_rule(f"relationship.{each.type}", _link(each)) for each in model.RELATIONSHIPS),
    ]  # fmt: skip
    return "\n".join(rules)


def _nodes(kind: model.Kind) -> Iterator[str]:
    """The rules for the nodes of a kind, then those for its further labels, which have colours of their own."""
    # In Browser's picture of the schema all nodes have a name; here those with a title or a text have none.
    caption = "{name}" if kind.title == "name" else f"{{{kind.title}}}{{name}}"
    diameter = 70 if kind.reported else 60
    labels = {kind.label: next(iter(kind.further_labels), kind.name)}
    labels |= {label: word for word, label in kind.further_labels.items()}
    for label, word in labels.items():
        pale = palette.PAGE if kind.name == _SOURCE else palette.LINE
        yield _rule(f"node.{label}", _node(palette.of(word) if kind.drawn else pale, diameter, caption))


def _node(colour: str, diameter: int, caption: str) -> dict[str, str]:
    border = palette.EDGE if colour in _PALE else colour
    look = {"diameter": f"{diameter}px", "color": colour, "border-color": border, "border-width": "2px"}
    return look | _text(colour) | {"caption": f'"{caption}"'}


def _text(colour: str) -> dict[str, str]:
    return {"text-color-internal": palette.INK if colour in _PALE else _WHITE, "font-size": "10px"}


def _link(relationship: model.Relationship) -> dict[str, str]:
    usual = palette.LINE if relationship.bookkeeping else palette.EDGE
    colour, width = _LOOKS.get(relationship.type, (usual, 1))
    caption = _CAPTIONS.get(relationship.type, relationship.type.replace("_", " ").lower())
    text = palette.INK if colour in _PALE else _WHITE
    return {"color": colour, "shaft-width": f"{width}px", "text-color-internal": text, "caption": f'"{caption}"'}


def _rule(selector: str, look: dict[str, str]) -> str:
    return "\n".join((f"{selector} {{", *(f"  {name}: {value};" for name, value in look.items()), "}", ""))
