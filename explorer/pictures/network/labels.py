"""What is written beside each node, and where there is room for it, so that nothing lies on anything else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from explorer.pictures.network.elements import MET, Link, Network, Node
from explorer.pictures.text_metrics import clipped, plain, width

#: Of a name so many letters are written, of a title or a text two lines of so many; what is longer ends in an ellipsis.
LONGEST = 28
LINE_HEIGHT = 14.0
#: Sizes of the type: of names, and of titles, texts and numbers.
TYPE, SMALL_TYPE = 13.0, 11.5
#: How much wider bold letters are.
_BOLD = 1.1
#: So much stands on one line; the first of two lines has room for as much as this at least.
_ONE_LINE, _SHORTEST = 20, 14
_GAP = 4.0
#: How much of a line's height lies above the line that its letters stand on.
_ABOVE = 0.8

Position = tuple[float, float]
#: Left, top, right, bottom.
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Label:
    """The lines of a label, where the first of them stands from its node, and which end of it that is.

    It is `hidden` where there is no room for it.
    """

    lines: tuple[str, ...]
    width: float
    x: float
    y: float
    anchor: str
    hidden: bool = True


def place_labels(network: Network, positions: Mapping[str, Position]) -> dict[str, Label]:
    """A label for each node, by its key. Those asked for choose a place first, then those with most links."""
    taken = [square(positions[node.key], node.radius) for node in network.nodes]
    labels = {}
    for node in _by_importance(network):
        possible = list(_possible(node))
        free = (label for label in possible if not _meets(box(label, positions[node.key]), taken))
        label = next(free, None)
        if label:
            taken.append(box(label, positions[node.key]))
        labels[node.key] = replace(label, hidden=False) if label else possible[0]
    return labels


def place_counts(network: Network, positions: Mapping[str, Position], labels: Mapping[str, Label]) -> dict[Link, bool]:
    """Whether there is room for the number on each link between two that met; the highest choose first."""
    taken = [square(positions[node.key], node.radius) for node in network.nodes]
    taken += [box(label, positions[key]) for key, label in labels.items() if not label.hidden]
    room = {}
    for link in sorted((link for link in network.links if link.kind == MET), key=lambda link: -link.count):
        x, y = halfway(link, positions)
        half = width(str(link.count), SMALL_TYPE) / 2 + 1
        own = (x - half, y - LINE_HEIGHT / 2, x + half, y + LINE_HEIGHT / 2)
        room[link] = not _meets(own, taken)
        if room[link]:
            taken.append(own)
    return room


def label_beside(node: Node) -> Label:
    """The label in its first place, on the right, where there is nothing else."""
    return replace(next(_possible(node)), hidden=False)


def size(node: Node) -> tuple[float, float]:
    """Width and height of what is written at a node."""
    written, letters = _lines(node), TYPE if node.named else SMALL_TYPE
    wide = max(width(line, letters) for line in written)
    return wide * (_BOLD if node.asked else 1.0), LINE_HEIGHT * len(written)


def halfway(link: Link, positions: Mapping[str, Position]) -> Position:
    """The middle of a link."""
    (x1, y1), (x2, y2) = positions[link.source], positions[link.target]
    return (x1 + x2) / 2, (y1 + y2) / 2


def square(position: Position, reach: float) -> Box:
    """What a shape at this position covers."""
    return position[0] - reach, position[1] - reach, position[0] + reach, position[1] + reach


def box(label: Label, position: Position) -> Box:
    """What a label of the node at this position covers."""
    left = position[0] + label.x - {"start": 0.0, "middle": label.width / 2, "end": label.width}[label.anchor]
    top = position[1] + label.y - LINE_HEIGHT * _ABOVE
    return left, top, left + label.width, top + LINE_HEIGHT * len(label.lines)


def _by_importance(network: Network) -> list[Node]:
    degree = Counter(key for link in network.links for key in (link.source, link.target))
    return sorted(network.nodes, key=lambda node: (not node.asked, -degree[node.key]))


def _possible(node: Node) -> Iterator[Label]:
    """Right, left, below, above: the first that is free is taken."""
    lines, (wide, high), away = _lines(node), size(node), node.radius + _GAP
    first = LINE_HEIGHT * _ABOVE  # from the top of a label down to where its first line stands
    middle = first - high / 2
    yield Label(lines, wide, away, middle, "start")
    yield Label(lines, wide, -away, middle, "end")
    yield Label(lines, wide, 0.0, away - _GAP / 2 + first, "middle")
    yield Label(lines, wide, 0.0, -away - high + first, "middle")


def _meets(one: Box, others: Iterable[Box]) -> bool:
    return any(one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3] for other in others)


def _lines(node: Node) -> tuple[str, ...]:
    """What is written at a node: a name on one line, a title or a text on up to two."""
    words = plain(node.label).split()
    short = node.named or len(" ".join(words)) <= _ONE_LINE
    first = [] if short else _first_line(words)
    rest = clipped(" ".join(words[len(first) :]), LONGEST)
    return tuple(line for line in (" ".join(first), rest) if line) or ("",)


def _first_line(words: Sequence[str]) -> list[str]:
    """The words of the first line: so many that both lines are about as long, if they all fit on two."""
    whole = len(" ".join(words))
    most = max(whole // 2 + 2, _SHORTEST) if whole <= 2 * LONGEST else LONGEST
    line: list[str] = []
    for word in words:
        if len(" ".join([*line, word])) > most:
            break
        line.append(word)
    return line
