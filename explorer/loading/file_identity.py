"""Whether a file is the one that was loaded under its id before, edited, or another that only has the same id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from explorer import model, names
from explorer.errors import Problem
from explorer.graph.base import Reader
from explorer.loading.diff import Difference
from explorer.loading.node import Fields, Node
from explorer.loading.rows import read_of, start

#: How alike two titles of one entity are at least, in percent.
_LIKENESS_PERCENT = 60


def others_of_one_id(
    reader: Reader, differences: list[Difference], dossiers: Mapping[str, Fields], unfinished: frozenset[str]
) -> list[Problem]:
    """The files that share little with what the graph has under their ids. An `unfinished` load is gone on with.

    Two files of one id in one load are a fault that is told already.
    """
    number_of_files = Counter(difference.file.id for difference in differences)
    return [
        difference.file.tree.problem(
            ("id",),
            f"the graph has another file of the id '{difference.file.id}', '{dossiers[difference.file.id]['title']}', "
            f"which shares little with this one: give this one an id of its own ({_how(difference)}), "
            "or load it with --replace if it is to take the other's place",
        )
        for difference in differences
        if difference.file.id in dossiers and difference.file.id not in unfinished
        if number_of_files[difference.file.id] == 1
        if _is_another(reader, difference)
    ]


def _how(difference: Difference) -> str:
    where = "`id` in dossier.csv" if difference.file.is_folder else "`id:` at its top"
    return f"{where}, or another name"


def _is_another(reader: Reader, difference: Difference) -> bool:
    """Whether less than a quarter of what is the file's own remains, and more is new than remains.

    Its own is what it reports, else its sources; actors, places and topics are common to files of different works.
    """
    there = own(difference)
    new = len(difference.descriptions.keys() - difference.present.descriptions.keys())
    at_most = len(there & difference.descriptions.keys())
    unchanged = len(there - difference.redescribed)
    if not there or unchanged * 4 >= len(there):
        return False
    remaining = _remaining(reader, difference, there)
    return remaining * 4 < len(there) and new + at_most - remaining > remaining


def own(difference: Difference) -> set[Node]:
    """The entities of the graph that tell this file from others."""
    there = set(difference.present.descriptions)
    reported = {model.kind_of(name).label for name in model.names(reported=True)}
    return (
        {node for node in there if node.label in reported}
        or {node for node in there if node.label == "Source"}
        or there
    )


def _remaining(reader: Reader, difference: Difference, there: set[Node]) -> int:
    """How many of these entities the file still has: alike under their ids, or under other ids of the same title."""
    from rapidfuzz import fuzz  # only a file that is much changed needs it

    stored = {start(row): row["title"] or "" for row in read_of(reader, "retract/titles", there)}
    titles = {
        node: str(description.fields.get(model.kind_of(node.label).title, ""))
        for node, description in difference.descriptions.items()
    }
    called = {(node.label, names.normalize(title)) for node, title in titles.items() if title}
    quoted = {
        relation.subject
        for key, relation in difference.content.relations.items()
        if key in difference.present.statements and "quote" in relation.properties
    }

    sources = {node for node in difference.present.descriptions if node.label == "Source"}
    same_sources = not sources or bool(sources & difference.descriptions.keys() - difference.redescribed)

    def remains(node: Node) -> bool:
        title = stored.get(node, "")
        if (node.label, names.normalize(title)) in called or node in quoted:
            return True
        if node not in titles or not title or not titles[node]:
            return node in titles
        # Files of two works may both number their records; so where no source is the same, likeness says nothing.
        return same_sources and fuzz.ratio(title, titles[node]) >= _LIKENESS_PERCENT

    return sum(map(remains, there))
