"""All that is wrong with files that are loaded together goes out, so that nothing is written."""

from __future__ import annotations

import json
from collections.abc import Iterator

from explorer.errors import InputError, Problem, Problems
from explorer.loading import cross_checks, decision_checks, file_identity
from explorer.loading.circles import Circles
from explorer.loading.comparison import Comparison
from explorer.loading.file_identity import Allowed
from explorer.loading.taken_ids import TakenIds


def check(compared: Comparison, taken: TakenIds, allowed: Allowed, *found: Problems) -> None:
    """Raises InputError with the problems found and all that concern several records or files, if there are any."""
    problems = Problems()
    for faults in found:
        problems += faults
    differences, reader = compared.differences, compared.reader
    for difference in differences:
        problems += difference.content.problems
        problems += cross_checks.duplicates(difference)
    problems += cross_checks.file_ids(reader, differences, compared.books.files)
    problems += cross_checks.references(differences, known := compared.known(), reader)
    problems += cross_checks.textless(differences, known)
    problems += taken.problems
    problems += _of_parts(compared)
    problems += _of_fields(compared)
    # What could not be read may be what seems to lack.
    if not cross_checks.unread_sections(difference.file for difference in differences):
        if not allowed.replace:
            kept = [each for each in differences if each.file.id not in compared.renamed.new_ids]
            problems += file_identity.others_of_one_id(reader, kept, compared.books)
        problems += compared.renamed.questions
        problems += cross_checks.still_needed(reader, compared.orphaned, compared.before, differences)
        problems += compared.decided.problems
        problems += _of_decisions(compared)
    if problems:
        raise InputError(problems)


def _of_parts(compared: Comparison) -> Iterator[Problem]:
    differences = compared.differences
    circles = Circles(compared.reader, differences, compared.before, compared.after, compared.moving.values())
    return circles.problems(compared.decided.decisions, {each.file.id: each.file for each in differences})


def _of_fields(compared: Comparison) -> Iterator[Problem]:
    """Texts that differ, and what every entity must have and this one has in no file."""
    others = {
        node: [json.loads(row["record"]) for row in described]
        for node, described in compared.others.items()
        if node.label == "Source"
    }
    merged = {node: compared.merged[entity] for entity in compared.merged for node in compared.after.members(entity)}
    yield from cross_checks.texts_differ(compared.reader, compared.differences, others, merged)
    for node in merged:
        alone = compared.after.members(compared.after.kept(node)) == (node,)
        fields, _ = merged[node] if alone else compared.merge([node])
        yield from cross_checks.incomplete(node, fields, compared.differences)


def _of_decisions(compared: Comparison) -> list[Problem]:
    """What is wrong with decisions for what files say of their ids."""
    files = [difference.file for difference in compared.differences]
    joined = {
        entity: [fields for node in compared.after.members(entity) for _, fields in compared.descriptions_of(node)]
        for entity in compared.merged
        if entity.label == "Source" and len(compared.after.members(entity)) > 1
    }
    problems = decision_checks.still_decided(compared.orphaned, compared.other_decisions, files)
    decisions = [*compared.other_decisions, *compared.decided.decisions]
    return problems + decision_checks.joined_texts_differ(joined, decisions, files)
