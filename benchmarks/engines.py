"""An engine's name comes in; a fresh graph, and the bare way to send statements to the same engine, go out."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import kglite
import neo4j

from explorer.graph.base import Graph
from explorer.graph.bolt import BoltGraph
from explorer.graph.embedded import EmbeddedGraph
from explorer.settings import from_environment
from explorer.statements import statements

Row = dict[str, Any]
Send = Callable[[str, Row], list[Row]]
#: A batch as it goes to the engine: the statement's text and its rows.
Batch = tuple[str, list[Row]]


@dataclass(frozen=True)
class Engine:
    """One engine: `fresh` gives an empty graph, `reading` a bare read, `load` a bare load of batches."""

    name: str
    fresh: Callable[[], Graph]
    #: The graph that the program has loaded.
    graph: Callable[[], Graph]
    reading: Callable[[], Any]
    load: Callable[[Iterator[list[Batch]]], None]


def embedded(folder: Path, loaded: Path | None = None) -> Engine:
    """The embedded engine, with its graphs below `folder`; or with the graph in the file `loaded`, to be read only."""
    ours, bare = loaded or folder / "ours.kgl", folder / "bare.kgl"

    def fresh() -> Graph:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return EmbeddedGraph(ours)

    @contextmanager
    def reading() -> Iterator[Send]:
        session = kglite.open_session(str(ours))
        yield lambda text, values: list(session.cypher(text, params=values).to_list())

    def load(transactions: Iterator[list[Batch]]) -> None:
        graph: Any = kglite.open(str(bare), durable="full", auto_checkpoint_wal_mib=0)
        for each in statements("schema"):
            graph.cypher(each.text)
        with graph.begin(timeout_ms=0) as transaction:
            for batches in transactions:
                for text, rows in batches:
                    transaction.cypher(text, params={"rows": rows}, timeout_ms=0)
        for index in graph.cypher("SHOW INDEXES").to_list():
            if index["type"] == "FULLTEXT" and index["stale"]:
                graph.build_text_index(index["labelsOrTypes"][0], index["properties"][0], name=index["name"])
        graph.save()
        graph.__exit__(None, None, None)

    return Engine("embedded", fresh, lambda: EmbeddedGraph(ours), reading, load)


def on_neo4j() -> Engine:
    """The Neo4j of the environment, which is wiped."""
    found = from_environment()
    if not found.neo4j_uri:
        raise SystemExit("Set NEO4J_URI, NEO4J_USERNAME and NEO4J_PASSWORD to a Neo4j that may be wiped.")
    uri, database = found.neo4j_uri, found.neo4j_database
    driver = neo4j.GraphDatabase.driver(uri, auth=(found.neo4j_username or "neo4j", found.neo4j_password or ""))

    def graph() -> Graph:
        return BoltGraph(uri, found.neo4j_username, found.neo4j_password, database)

    def fresh() -> Graph:
        wipe = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS"
        with driver.session(database=database) as session:
            session.run(wipe).consume()
        return graph()

    @contextmanager
    def reading() -> Iterator[Send]:
        with driver.session(database=database, default_access_mode=neo4j.READ_ACCESS) as session:
            yield lambda text, values: session.execute_read(lambda tx: tx.run(text, values).data())  # type: ignore[arg-type]

    def load(transactions: Iterator[list[Batch]]) -> None:
        fresh()
        with driver.session(database=database) as session:
            for each in statements("schema"):
                session.run(each.text).consume()  # type: ignore[arg-type]
            for batches in transactions:
                session.execute_write(_send, batches)

    return Engine("neo4j", fresh, graph, reading, load)


def _send(transaction: neo4j.ManagedTransaction, batches: list[Batch]) -> None:
    for text, rows in batches:
        transaction.run(text, {"rows": rows}).consume()  # type: ignore[arg-type]
