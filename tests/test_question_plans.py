"""A user's question whose statement does more than read is refused by what the server plans, whatever its text hides."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from explorer.answers.answer import Answer
from explorer.catalogue import catalogue
from explorer.catalogue.catalogue import Catalogue
from explorer.connection import Connection
from explorer.errors import CatalogueError, GraphError
from explorer.graph.bolt import BoltGraph
from explorer.settings import Settings

OWN = """\
// Names of actors
//
// @ask    names of actors of mine
// @param  limit  integer = 10   most rows
// @return name   string         what they are called
{statement}
LIMIT $limit
"""
READS = "MATCH (a:Actor) RETURN a.name AS name ORDER BY name"
SEARCHES = "CALL db.index.fulltext.queryNodes('actor_search', 'ann') YIELD node RETURN node.name AS name"
MORE = {
    "CALL dbms.components() YIELD name RETURN name AS name": "calls dbms.components",
    "MATCH (a:Actor) CALL (a) { CALL db.labels() YIELD label RETURN label } RETURN label AS name": "calls db.labels",
    "WITH 1 AS as CALL dbms.components() YIELD name RETURN name AS name": "calls dbms.components",
    "LOAD CSV FROM 'file:///names.csv' AS row RETURN row[0] AS name": "does LoadCSV",
    "MERGE (a:Actor {id: 'new'}) RETURN a.id AS name": "does more than read",
    "SHOW FUNCTIONS YIELD name RETURN name": "does |syntax|LIMIT",
}


def asked(bolt: BoltGraph, folder: Path, statement: str) -> Answer:
    """The answer to a question that came past the checks of its text."""
    path = folder / "names-of-mine.cypher"
    path.write_text(OWN.format(statement=READS), encoding="utf-8")
    question = replace(catalogue.load(folder)["names-of-mine"], cypher=OWN.format(statement=statement))
    answer = Connection(bolt, Catalogue([question]), Settings()).run("names-of-mine")
    assert isinstance(answer, Answer)
    return answer


@pytest.mark.parametrize("statement", [READS, SEARCHES])
def test_what_only_reads_is_answered(bolt: BoltGraph, tmp_path: Path, statement: str) -> None:
    with bolt.writing():
        pass  # the indexes are there
    assert asked(bolt, tmp_path, statement).engine == "neo4j"


@pytest.mark.parametrize(("statement", "why"), MORE.items())
def test_what_does_more_is_refused_before_it_runs(bolt: BoltGraph, tmp_path: Path, statement: str, why: str) -> None:
    with pytest.raises((CatalogueError, GraphError), match=f"(?i){why}"):
        asked(bolt, tmp_path, statement)
