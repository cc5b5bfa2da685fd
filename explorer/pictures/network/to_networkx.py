"""An answer as a graph of networkx: all that it speaks of and how that hangs together."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from importlib import import_module
from typing import Any

from explorer.answers.answer import Answer
from explorer.errors import UsageError
from explorer.graph.base import Graph
from explorer.pictures.network.build import Selection, select
from explorer.pictures.network.elements import EntityRef, Node
from explorer.pictures.network.queries import NetworkQueries
from explorer.pictures.text_metrics import printable

#: As many as anybody would want to compute with.
_MOST = 100_000


def to_networkx(graph: Graph, answer: Answer, *, pairs: bool, timeout: float | None) -> Any:
    """A MultiDiGraph of what the picture of an answer shows, all of it; in pairs, a Graph of who met whom.

    Nodes are `actor:ID`, `meeting:ID`, `claim:ID` with `kind`, `name`, `id`. Each edge is what one source says:
    `relation`, `source` (its id) and, where it is quoted, `quote` (its words). In pairs edges have a `weight`, the
    number of meetings. It can be written as GraphML and GEXF: no attribute is None, no text has what XML cannot hold.
    Warns where there would be more. Raises TooSlow, UsageError where networkx is not installed.
    """
    try:
        networkx = import_module("networkx")
    except ImportError:
        raise UsageError("This needs networkx: pip install 'explorer[notebook]'") from None
    selection, queries = select(answer), NetworkQueries(graph, timeout)
    nodes = queries.nodes(_refs(selection, queries, pairs), selection.asked)
    made = networkx.Graph() if pairs else networkx.MultiDiGraph()
    made.add_nodes_from((node.key, {"kind": node.kind, "name": printable(node.label), "id": node.id}) for node in nodes)
    if pairs:
        _add_pairs(made, queries, nodes, selection)
        return made
    for sourced in queries.sourced_links(nodes):
        link = sourced.link
        words = {"quote": printable(sourced.quote)} if sourced.quote else {}
        made.add_edge(link.source, link.target, relation=link.kind, source=sourced.said_by, **words)
    return made


def _refs(selection: Selection, queries: NetworkQueries, pairs: bool) -> list[EntityRef]:
    """What the answer speaks of and, where it would not hang together, what ties it, as for the picture."""
    refs = list(selection.all)
    kind = selection.kind_to_add(pairs=pairs)
    if kind == "actor":
        refs += _all(*queries.participants(refs, _MOST))
    elif kind == "meeting":
        refs += _all(*queries.shared_meetings(selection.ids("actor"), _MOST))
    return [ref for ref in dict.fromkeys(refs) if ref[0] == "actor" or not pairs]


def _all(refs: list[EntityRef], total: int) -> list[EntityRef]:
    if total > len(refs):
        warnings.warn(f"{total - len(refs):,} that would tie this together are left out", stacklevel=5)
    return refs


def _add_pairs(made: Any, queries: NetworkQueries, nodes: Sequence[Node], selection: Selection) -> None:
    for link in queries.pairs(nodes, selection.meetings_that_count()):
        made.add_edge(link.source, link.target, weight=link.count)
