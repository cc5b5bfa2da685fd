"""Pictures of an answer for a notebook or a file: its network, its timeline."""

from __future__ import annotations

from datetime import date

from explorer import model
from explorer.answers.answer import Answer
from explorer.answers.display import understood
from explorer.answers.picture import Picture
from explorer.graph.base import Graph
from explorer.pictures.network import build as networks
from explorer.pictures.network import svg as network_svg
from explorer.pictures.svg_elements import nowhere
from explorer.pictures.timeline import build as timelines
from explorer.pictures.timeline import svg as timeline_svg

#: What a timeline shows.
_DATED = " and ".join(kind.plural for kind in model.KINDS if kind.reported)


def network(graph: Graph, answer: Answer, *, pairs: bool, timeout: float | None) -> Picture:
    """How the actors, meetings and claims of the answer hang together; in pairs, only who met whom. Raises TooSlow."""
    drawn = networks.network(graph, answer, pairs=pairs, timeout=timeout)
    svg = network_svg.svg(drawn, nowhere, standalone=True, source=_from(answer))
    kinds = ", ".join(f"{kind} ({count})" for kind, count in network_svg.legend(drawn)) or "nothing"
    return Picture(svg, f"Network of {kinds}: {_from(answer)}")


def timeline(graph: Graph, answer: Answer, *, since: date | None, until: date | None, timeout: float | None) -> Picture:
    """The meetings and claims of the answer in order of time, or those of a span. Raises TooSlow."""
    drawn = timelines.timeline(graph, answer, since=since, until=until, timeout=timeout)
    svg = timeline_svg.svg(drawn, nowhere, standalone=True, source=_from(answer))
    return Picture(svg, f"Timeline of {len(drawn.items)} {_DATED}: {_from(answer)}")


def _from(answer: Answer) -> str:
    """What the picture answers, and whether that is all."""
    return ". ".join(filter(None, [" · ".join(filter(None, [answer.title, understood(answer)])), *answer.notes]))
