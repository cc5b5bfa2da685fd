"""Questions that share a part of their statement: it is the same in all of them, or the files that differ are named."""

from __future__ import annotations

import re

import pytest

from explorer.catalogue import catalogue

CATALOGUE = catalogue.load()
#: Questions whose statements are the same from this line on: they differ in which claims or meetings they take.
SAME_END = [
    (("claims-by", "claims", "claims-about", "claims-by-about", "claims-on", "claims-to", "claims-in"), "WITH DISTINCT c"),
    (("meetings-in", "meetings-about", "planned-meetings", "cancelled-meetings"), "WITH DISTINCT m"),
]
#: How a part begins and ends that stands in many questions, and the name of the variable in it that may differ.
PARTS = {
    # But for what falls back on the words of a whole report where a part of it has none.
    "evidence": r"\{source: (?P<any>\w+)\.id,(?![^}]*coalesce)[^}]*\}",
    "beginning of a period": r"\(\$since IS NULL OR (?P<any>\w+)\.date_end .*\)\)",
    "end of a period": r"\(\$until IS NULL OR (?P<any>\w+)\.date .*\)\)",
}


def from_line(name: str, line: str) -> str:
    lines = CATALOGUE[name].cypher.splitlines()
    return "\n".join(lines[lines.index(line) :])


@pytest.mark.parametrize(("names", "line"), SAME_END)
def test_questions_of_a_family_end_alike(names: tuple[str, ...], line: str) -> None:
    first, *others = names
    expected = from_line(first, line)
    assert len(expected.splitlines()) >= 20
    assert [name for name in others if from_line(name, line) != expected] == [], f"these differ from {first}"


@pytest.mark.parametrize("part", PARTS)
def test_a_part_that_stands_in_many_questions_is_the_same_in_all(part: str) -> None:
    found: dict[str, set[str]] = {}
    for name, question in CATALOGUE.items():
        for match in re.finditer(PARTS[part], question.cypher):
            text = re.sub(rf"\b{match['any']}\b", "x", " ".join(match[0].split()))
            found.setdefault(text, set()).add(name)
    assert sum(map(len, found.values())) > 10
    most = max(found, key=lambda text: len(found[text]))
    assert {text: names for text, names in found.items() if text != most} == {}, f"most have {most}"


def test_every_column_of_evidence_has_that_map() -> None:
    """One map or more for each column; a question that says evidence otherwise would be missed by the test above."""
    few = {
        name
        for name, question in CATALOGUE.items()
        if len(re.findall(r"\{source: \w+\.id,", question.cypher))
        < sum(column.type.startswith("evidence") for column in question.columns)
    }
    assert few == set()
