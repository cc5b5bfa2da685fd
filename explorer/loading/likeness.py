"""How much of what a loaded file says another version of it says, though it may have other ids, titles or dates."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from explorer import model, names
from explorer.graph.base import Reader
from explorer.loading.extract import Description
from explorer.loading.node import Node
from explorer.loading.rows import read_of, start

#: How alike two titles of one entity are at least, in percent.
_LIKENESS_PERCENT = 60
#: So many entities are not alike by chance.
_ENOUGH = 3
_SOURCE = model.kind_of("source").label


def _reported(nodes: Iterable[Node]) -> set[Node]:
    return {node for node in nodes if model.kind_of(node.label).reported}


def own(described: Collection[Node]) -> set[Node]:
    """Those of the entities that tell their file from others: what it reports, else its sources.

    Actors, places and topics are common to files of different works.
    """
    return _reported(described) or {node for node in described if node.label == _SOURCE} or set(described)


def kinds_of(nodes: Iterable[Node]) -> str:
    """What the entities are, in words: their plurals."""
    labels = {node.label for node in nodes}
    plurals = [kind.plural for kind in model.KINDS if kind.label in labels]
    return " and ".join([", ".join(plurals[:-1]), plurals[-1]] if len(plurals) > 1 else plurals)


def is_alike(remaining: int, before: Collection[Node], here: Collection[Node]) -> bool:
    """Whether a file that describes what is `here` says largely what another does, of whose own so many remain.

    Few entities, or such as are common to files of different works, are alike by chance where there is much else.
    """
    enough = remaining >= _ENOUGH
    reported = _reported(before)
    mostly = 2 * remaining > len(own(here) if reported else here)
    return 2 * remaining > len(before) and (enough or mostly if reported else enough and mostly)


@dataclass(frozen=True)
class Version:
    """What a file describes now; `quoted` are the entities of which it has a quote that the loaded file had."""

    descriptions: Mapping[Node, Description]
    quoted: Collection[Node] = ()

    def remaining(self, reader: Reader, before: Collection[Node], same_sources: bool) -> int:
        """How many of these entities it has still: alike under their ids, or under other ids with the same title.

        Files of two works may both number their records; so where no source is the same, likeness says nothing.
        """
        from rapidfuzz import fuzz  # only a file that is much changed needs it

        stored = titles_of(reader, before)
        titles = {node: title_of(description) for node, description in self.descriptions.items()}
        called = {(node.label, names.normalize(title)) for node, title in titles.items() if title}

        def remains(node: Node) -> bool:
            title = stored.get(node, "")
            if (node.label, names.normalize(title)) in called or node in self.quoted:
                return True
            if node not in titles or not title or not titles[node]:
                return node in titles
            return same_sources and fuzz.ratio(title, titles[node]) >= _LIKENESS_PERCENT

        return sum(map(remains, before))


def title_of(description: Description) -> str:
    """What a file calls an entity; '' where it does not say."""
    return str(description.fields.get(model.kind_of(description.node.label).title, ""))


def titles_of(reader: Reader, nodes: Iterable[Node]) -> dict[Node, str]:
    """What entities are called in the graph."""
    return {start(row): row["title"] or "" for row in read_of(reader, "retract/titles", nodes)}


def noted_as(node: Node) -> str:
    """An entity as it is noted of a retraction."""
    return f"{node.label} {node.id}"
