"""Settings in, the graph they name out."""

from __future__ import annotations

from explorer.graph.base import Graph
from explorer.settings import Settings


def open_graph(settings: Settings) -> Graph:
    """The Neo4j that the settings name, else the embedded graph. Nothing is opened or reached before its first use."""
    # Imported here: each engine is a large library, and only one is needed.
    if settings.neo4j_uri:
        from explorer.graph.bolt import BoltGraph

        return BoltGraph(
            settings.neo4j_uri, settings.neo4j_username, settings.neo4j_password, settings.neo4j_database
        )
    from explorer.graph.embedded import EmbeddedGraph

    return EmbeddedGraph(settings.graph)
