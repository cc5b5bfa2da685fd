"""An answer comes in; all that it speaks of and how that hangs together goes out, as a graph of networkx."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from importlib import import_module
from typing import Any

from explorer.answers.answer import Answer
from explorer.errors import UsageError
from explorer.graph.base import Graph
from explorer.pictures.network.model import Key, Node
from explorer.pictures.network.queries import Ties
from explorer.pictures.network.selection import Selection, select

#: As many as anybody would want to compute with.
_MOST = 100_000


def whole(graph: Graph, answer: Answer, *, pairs: bool, timeout: float | None) -> Any:
    """A MultiDiGraph of what the picture of an answer shows, all of it; in pairs, a Graph of who met whom.

    Nodes are `actor:ID`, `meeting:ID`, `claim:ID` with `kind`, `name`, `id`. Each edge is what one source says:
    `relation`, `source` (its id), `quote` (its words, None where it is not quoted). In pairs edges have a `weight`, the
    number of meetings. Warns where there would be more. Raises TooSlow, UsageError where networkx is not installed.
    """
    try:
        networkx = import_module("networkx")
    except ImportError:
        raise UsageError("This needs networkx: pip install 'explorer[notebook]'") from None
    selection, ties = select(answer), Ties(graph, timeout)
    nodes = ties.nodes(_keys(selection, ties, pairs), selection.asked)
    found = networkx.Graph() if pairs else networkx.MultiDiGraph()
    found.add_nodes_from((node.key, _told(node)) for node in nodes)
    if pairs:
        _add_pairs(found, ties, nodes, selection)
        return found
    for each in ties.statements(nodes):
        link = each.link
        found.add_edge(link.source, link.target, relation=link.kind, source=each.said_by, quote=each.quote)
    return found


def _keys(selection: Selection, ties: Ties, pairs: bool) -> list[Key]:
    """What the answer speaks of and, where it would not hang together, what ties it, as for the picture."""
    keys = [*selection.asked, *selection.rest]
    happened = [key for key in keys if key[0] != "actor"]
    if happened and not selection.others("actor"):
        keys += _all(*ties.participants(keys, _MOST))
    elif not happened and not pairs:
        keys += _all(*ties.shared_meetings(selection.ids("actor"), _MOST))
    return [key for key in dict.fromkeys(keys) if key[0] == "actor" or not pairs]


def _all(found: list[Key], total: int) -> list[Key]:
    if total > len(found):
        warnings.warn(f"{total - len(found):,} that would tie this together are left out", stacklevel=5)
    return found


def _told(node: Node) -> dict[str, str]:
    return {"kind": node.kind, "name": node.label, "id": node.id}


def _add_pairs(found: Any, ties: Ties, nodes: Sequence[Node], selection: Selection) -> None:
    meetings, claims = selection.ids("meeting"), selection.ids("claim")
    for link in ties.pairs(nodes, meetings if meetings or claims else None):
        found.add_edge(link.source, link.target, weight=link.count)
