"""The short forms of decisions in plain data, such as `same: [[a, b]]`, become maps with `ids`, as records.py wants."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from explorer.reading.located import Location, Tree

#: The sections of a dossier in which decisions stand.
SECTIONS = ("same", "different")


def as_maps(tree: Tree) -> Tree:
    """The tree with each list of ids as a map. A section that is one list of ids is one decision."""
    for section in SECTIONS:
        entries = tree.data.get(section)
        if isinstance(entries, list) and entries and all(isinstance(entry, str) for entry in entries):
            tree = _with(tree, (section,), [entries], (section, 0))
            entries = tree.data[section]
        for number, entry in enumerate(entries if isinstance(entries, list) else []):
            if isinstance(entry, list):
                maps = [*tree.data[section]]
                maps[number] = {"ids": entry}
                tree = _with(tree, (section, number), maps, (section, number, "ids"))
    return tree


def _with(tree: Tree, old: tuple[str, *Location], entries: list[Any], new: Location) -> Tree:
    """The tree with other entries in the section, in which what stood at `old` stands at `new`."""
    lines = dict(tree.lines)
    for location, line in tree.lines.items():
        if location[: len(old)] == old and location != old:
            lines[(*new, *location[len(old) :])] = line
    lines[new] = tree.lines.get(old, (tree.shown, 1))
    return replace(tree, data={**tree.data, old[0]: entries}, lines=lines)
