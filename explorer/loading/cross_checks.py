"""What several records, files and the graph say together is checked here; faults with file, line and remedy go out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from explorer import model
from explorer.errors import MOST_OF_A_KIND, Problem
from explorer.graph.base import Reader
from explorer.loading import orphans
from explorer.loading.diff import Difference
from explorer.loading.identities import Identities
from explorer.loading.node import Fields, Node
from explorer.nearest import did_you_mean
from explorer.reading.input_files import InputFile
from explorer.reading.located import Location
from explorer.statements import statement


def duplicates(difference: Difference) -> list[Problem]:
    """Ids that stand twice in one file."""
    first: dict[Node, Location] = {}
    problems = []
    for description in difference.content.descriptions:
        before = first.setdefault(description.node, description.location)
        if before is not description.location:
            problem = difference.file.tree.problem((*description.location, "id"), "")
            there = difference.file.tree.problem((*before, "id"), "")
            line = f"{there.line}" if there.file == problem.file else f"{there.line} of {there.file}"
            message = f"the id '{description.node.id}' stands already in line {line}: choose another"
            if (model.kind_of(description.node.label).name, description.node.id) in difference.file.made_ids:
                message = (
                    f"the id '{description.node.id}', made of the name or of date and title, stands already in line"
                    f" {line}: give one of the two an `id` of its own"
                )
            problems.append(replace(problem, message=message))
    return problems


def file_ids(reader: Reader, differences: list[Difference], dossiers: Mapping[str, Fields]) -> list[Problem]:
    """Files whose ids clash with a source's."""
    problems = _named_like_a_source(reader, differences, dossiers)
    loaded = set(dossiers) | {difference.file.id for difference in differences}
    for difference in differences:
        file = difference.file
        for description in difference.content.descriptions:
            if description.node.label == "Source" and description.node.id in loaded:
                message = f"'{description.node.id}' is the id of a loaded file: choose another for this source"
                problems.append(file.tree.problem((*description.location, "id"), message))
    return problems


def _named_like_a_source(
    reader: Reader, differences: list[Difference], dossiers: Mapping[str, Fields]
) -> list[Problem]:
    new = {each.file.id: each.file for each in differences if each.file.id not in dossiers}
    message = (
        "the graph has a source of this file's id, and files are told apart from sources by it: "
        "give the file an `id` of its own, or another name"
    )
    found = reader.read(statement("load/texts"), {"ids": sorted(new)}).rows if new else []
    return [new[row["id"]].tree.problem((), message) for row in found]


def unread_sections(files: Iterable[InputFile]) -> set[str]:
    """The sections of which a sheet could not be read."""
    return {section for file in files for section in file.tree.unread}


def references(differences: list[Difference], known: set[Node], reader: Reader) -> list[Problem]:
    """Ids that neither the files nor the graph have, each with the nearest one.

    Those that may stand in a sheet that could not be read are left out.
    """
    problems: list[Problem] = []
    unread = unread_sections(difference.file for difference in differences)
    for difference in differences:
        relations = difference.content.relations.values()
        unknown = {relation.end for relation in relations} | {node for node, _ in difference.content.mentions}
        unknown -= known | {Node("Source", difference.file.id)}
        wanted = [(relation.end, relation.location) for relation in relations] if unknown else []
        for node, location in dict.fromkeys([*wanted, *difference.content.mentions]):
            if node in unknown and _plural(node.label) not in unread:
                message = f"there is no '{node.id}' among the {_plural(node.label)} of these files or the graph"
                remedy = f": add it under `{_plural(node.label)}:`"
                if len(problems) < MOST_OF_A_KIND:  # so many are shown, and to look for the nearest takes time
                    remedy = _nearest(node, known, reader)
                problems.append(difference.file.tree.problem(location, message + remedy))
    return problems


def textless(differences: list[Difference], known: set[Node]) -> list[Problem]:
    """Quotes from sources whose text neither the files nor the graph have."""
    return [
        difference.file.tree.problem(
            location,
            f"source '{node.id}' has no text to find the quote in: add `text: FILE` to it (an extract will do)",
        )
        for difference in differences
        for node, location in difference.content.textless
        if node in known
    ]


def _nearest(node: Node, known: Iterable[Node], reader: Reader) -> str:
    return did_you_mean(node.id, nearby(node, known, reader), f"add it under `{_plural(node.label)}:`")


def nearby(node: Node, known: Iterable[Node], reader: Reader) -> list[str]:
    """Ids of that kind that may have been meant: the known ones, and those of the graph that begin alike."""
    stored = reader.read(statement("load/ids"), {"label": node.label, "prefix": node.id[:1]}).rows
    return sorted({each.id for each in known if each.label == node.label} | {row["id"] for row in stored})


def incomplete(node: Node, fields: Fields, differences: list[Difference]) -> list[Problem]:
    """Entities that lack what each of their kind must have, in whatever file."""
    problems = []
    for name in model.kind_of(node.label).required:
        if name not in fields:
            for difference in differences:
                description = difference.descriptions.get(node)
                if description and name not in difference.file.tree.dropped.get(description.location, ()):
                    message = f"`{name}` is missing: '{node.id}' has none in any file"
                    at = (*description.location, name)
                    tree = difference.file.tree
                    problems.append(tree.problem(at if at in tree.nulls else description.location, message))
    return problems


def still_needed(
    reader: Reader, orphaned: Collection[Node], identities: Identities, differences: list[Difference]
) -> list[Problem]:
    """Entities that these files do not describe any more, and other files still speak of."""
    files = [difference.file.id for difference in differences]
    problems = []
    for node, row in orphans.remaining_statements(reader, orphaned, identities, without_files=files).items():
        for difference in differences:
            if node in difference.present.descriptions:
                message = (
                    f"'{node.id}' is no longer among the {_plural(node.label)} here, but the file '{row['file']}' "
                    "speaks of it: keep it here, describe it there, or load both files together"
                )
                problems.append(difference.file.tree.problem((_plural(node.label),), message))
    return problems


def texts_differ(
    reader: Reader,
    differences: list[Difference],
    others: Mapping[Node, list[Fields]],
    merged: Mapping[Node, tuple[Fields, list[str]]],
) -> list[Problem]:
    """Sources to which several files give different texts, or whose text changes under another file's quotes."""
    problems = []
    hashes: dict[Node, set[str]] = {}
    for difference in differences:
        for node, description in difference.descriptions.items():
            if node.label == "Source" and "sha256" in description.fields:
                given = hashes.setdefault(node, {each["sha256"] for each in others.get(node, []) if "sha256" in each})
                given.add(description.fields["sha256"])
                if len(given) > 1:
                    message = f"'{node.id}' has another text in another file: give both the same one, or use two ids"
                    problems.append(difference.file.tree.problem((*description.location, "text"), message))
    return problems + _changed_under_quotes(reader, differences, merged)


def _changed_under_quotes(
    reader: Reader, differences: list[Difference], merged: Mapping[Node, tuple[Fields, list[str]]]
) -> list[Problem]:
    changed = {
        node.id: (difference, node)
        for difference in differences
        for node in difference.redescribed
        if node.label == "Source" and node in merged and node in difference.present.descriptions
    }
    if not changed:
        return []
    stored = {row["id"]: row["sha256"] for row in reader.read(statement("load/texts"), {"ids": sorted(changed)}).rows}
    ids = [key for key, (_, node) in changed.items() if stored.get(key) not in (None, merged[node][0].get("sha256"))]
    files = [difference.file.id for difference in differences]
    problems = []
    for row in reader.read(statement("load/quoted-by"), {"ids": ids, "files": files}).rows if ids else []:
        difference, node = changed[row["id"]]
        description = difference.descriptions.get(node)
        location = (*description.location, "text") if description else ("sources",)
        message = f"the text of '{row['id']}' has changed, and '{row['file']}' quotes from it: load both files together"
        problems.append(difference.file.tree.problem(location, message))
    return problems


def _plural(label: str) -> str:
    return model.kind_of(label).plural
