"""The short forms of decisions in plain data, such as `same: [[a, b]]`, become maps with `ids`, as records.py wants."""

from __future__ import annotations

from dataclasses import replace

from explorer.reading.located import Location, Tree

#: The sections of a dossier in which decisions stand.
SECTIONS = ("same", "different")


def as_maps(tree: Tree) -> Tree:
    """The tree with each list of ids as a map. A section that is one list of ids is one decision."""
    data, lists = dict(tree.data), dict[Location, Location]()
    for section in SECTIONS:
        entries = data.get(section)
        if not isinstance(entries, list) or not entries:
            continue
        if all(isinstance(entry, str) for entry in entries):
            data[section], lists[(section,)] = [{"ids": entries}], (section, 0, "ids")
        else:
            data[section] = [{"ids": entry} if isinstance(entry, list) else entry for entry in entries]
            places = [(section, number) for number, entry in enumerate(entries) if isinstance(entry, list)]
            lists |= {place: (*place, "ids") for place in places}
    return replace(tree, data=data, lines=_moved(tree, lists)) if lists else tree


def _moved(tree: Tree, lists: dict[Location, Location]) -> dict[Location, tuple[str, int]]:
    """The lines of the tree, and those of the lists and of what is in them at their new places."""
    lines = dict(tree.lines)
    for location, line in tree.lines.items():
        for length in (1, 2):
            if new := lists.get(location[:length]):
                lines[(*new, *location[length:])] = line
    return lines
