"""Names to entities, alike on each engine."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.answers.answer import Answer
from explorer.asking import lookup, nearest_names
from explorer.catalogue.catalogue import load as load_catalogue
from explorer.connection import Connection
from explorer.errors import NotFound, UsageError
from explorer.graph.base import Graph
from explorer.loading.loader import load
from explorer.settings import Settings

DOSSIER = """\
title: Namesakes
sources: [{id: letter, title: A letter, text: letter.txt}]
places: [{id: wien, name: Vienna, aliases: [Wien, Вена], country: Austria}]
topics: [{id: peace, name: Peace of Westphalia}]
actors:
  - {id: smith-1, kind: person, name: John Smith, description: a baker}
  - {id: smith-2, kind: person, name: John Smith, description: a smith}
  - {id: smith-3, kind: person, name: Jane Smith}
  - {id: guild, kind: organization, name: Smith Guild}
  - {id: the-hague, kind: organization, name: The Hague Court}
  - id: mayor
    kind: person
    name: Élise d'Arc
    affiliations: [{actor: guild, role: Lady Mayor}]
meetings:
  - {id: supper, title: Supper of the smiths, date: 2021-05, participants: [smith-1, smith-3], reports: [They ate.]}
claims: [{id: bread, text: Bread is dear, speaker: smith-1, reports: [They ate.]}]
"""


@pytest.fixture
def town(graph: Graph, tmp_path: Path) -> Connection:
    """A connection to a graph full of namesakes, once on each engine."""
    (tmp_path / "letter.txt").write_text("They ate.", encoding="utf-8")
    path = tmp_path / "namesakes.yaml"
    path.write_text(DOSSIER, encoding="utf-8")
    load(graph, [path])
    other = tmp_path / "again.yaml"  # a second file that says the same: parallel relationships
    other.write_text(DOSSIER.replace("Namesakes", "Again"), encoding="utf-8")
    load(graph, [other])
    return Connection(graph, load_catalogue(), Settings())


def test_names_find_entities(town: Connection) -> None:
    wanted = {
        ("actor", "smith-2"): ["smith-2"],
        ("actor", "JOHN smith"): ["smith-1", "smith-2"],
        ("actor", "Smith"): ["smith-1", "smith-3", "guild", "smith-2"],
        ("actor", "smith, john"): ["smith-1", "smith-2"],
        ("actor", "smith jane"): ["smith-3"],
        ("actor", "Hague"): ["the-hague"],
        ("actor", "the"): [],
        ("actor", "elise DArc"): ["mayor"],
        ("actor", "Lady Mayor Élise"): ["mayor"],
        ("actor", "Mayor of the Guild Élise"): ["mayor"],
        ("actor", "Lord Mayor Élise"): [],
        ("actor", "baker John"): ["smith-1"],
        ("actor", "Vienna"): [],
        ("place", "вена"): ["wien"],
        ("topic", "westphalia peace"): ["peace"],
        ("meeting", "supper"): ["supper"],
        ("meeting", "supper smiths"): ["supper"],
        ("meeting", "supper kings"): [],
        ("claim", "dear bread"): ["bread"],
        ("source", "letter"): ["letter"],
        ("source", "?"): [],
    }
    found = lookup.find(town.graph, wanted)
    assert {asked: [entity.id for entity in entities] for asked, entities in found.items()} == wanted


def test_hints_tell_namesakes_apart(town: Connection) -> None:
    found = lookup.find(town.graph, [("actor", "john smith"), ("place", "wien"), ("meeting", "supper")])
    assert [entity.hint for entities in found.values() for entity in entities] == [
        *("person, a baker", "person, a smith", "Austria", "May 2021"),
    ]


@pytest.mark.parametrize(
    ("kind", "text", "id"),
    [("actor", "Jane Smyth", "smith-3"), ("place", "Viena", "wien"), ("meeting", "suppers supper", "supper")],
)
def test_a_misspelt_name_is_near_to_its_entity(town: Connection, kind: str, text: str, id: str) -> None:
    assert nearest_names.nearest(town.graph, kind, text)[0].id == id
    assert nearest_names.nearest(town.graph, kind, "xqzwy") == []


def test_names_are_suggested_as_one_types(town: Connection) -> None:
    def ids(prefix: str, *kinds: str, most: int = 10) -> list[str]:
        return [each.id for each in town.suggest(prefix, kinds, most)]

    assert ids("jo") == ["smith-1", "smith-2"]
    assert ids("Smith") == ["guild", "smith-1", "smith-3", "smith-2"], "whole names, then the one most spoken of"
    assert ids("smith", most=2) == ["guild", "smith-1"]
    assert ids("ви") == ids("vi") == ids("v", "place") == ["wien"]
    assert ids("v", "actor") == ids("") == ids("?") == ids("s", most=0) == []
    assert ids("supper", "meeting") == ["supper"]


def test_pages_give_the_fields_of_an_entity(town: Connection) -> None:
    assert town.page("place", "wien")["aliases"] == ["Wien", "Вена"]
    assert (town.page("meeting", "supper")["date"], town.page("meeting", "supper")["date_end"]) == (
        "2021-05-01",
        "2021-05-31",
    )
    assert [town.page(kind, id)["id"] for kind, id in (("topic", "peace"), ("claim", "bread"))] == ["peace", "bread"]
    assert (
        town.page("actor", "smith-1")["description"] == "a baker"
        and town.page("source", "letter")["text"] == "They ate."
    )
    with pytest.raises(NotFound, match="no actor with the id 'wien'"):
        town.page("actor", "wien")
    with pytest.raises(UsageError, match="no kind of entity"):
        town.page("dog", "wien")


def test_parallel_statements_give_one_row(town: Connection) -> None:
    answer = town.ask("meetings involving Jane Smith")
    assert isinstance(answer, Answer)
    assert [row["meeting"]["id"] for row in answer.rows] == ["supper"]
    assert [actor["id"] for actor in answer.rows[0]["with"]] == ["smith-1"]
