"""The picture of an answer for its page, and for a script the neighbours of a node."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from flask import Blueprint, Response, url_for
from markupsafe import Markup

from explorer import model
from explorer.answers.answer import Answer
from explorer.pictures.network import build as networks
from explorer.pictures.network import svg as network_svg
from explorer.pictures.network.elements import Network, link_kinds, node_kinds
from explorer.pictures.network.shapes import add_shape, node_svg, slug
from explorer.pictures.timeline import build as timelines
from explorer.pictures.timeline import svg as timeline_svg
from explorer.pictures.timeline.elements import Timeline
from explorer.pictures.timeline.zoom import zoomed
from explorer.web import links, view_modes
from explorer.web.request import arguments, connection
from explorer.web.responses import as_json
from explorer.web.view_modes import View

routes = Blueprint("answer_pictures", __name__)
#: The two ways to draw meetings: as nodes, or as lines between those who met.
_WITH_MEETINGS, _IN_PAIRS = "With meetings", "In pairs"
_PLURALS = [links.PLURALS[kind] for kind in model.names(drawn=True)]


@dataclass(frozen=True)
class Picture:
    """A picture in its page: the drawing, its file, what it shows or leaves out, and the links that change it."""

    kind: str
    svg: Markup
    file: str
    drawn: Any
    #: All kinds of nodes with how many there are; empty for a timeline.
    legend: list[tuple[str, int]]
    #: All kinds of lines, and whether there are any.
    lines: list[tuple[str, bool]]
    #: What each link is called, and where it leads; None where it leads nowhere from here.
    changes: dict[str, str | None]
    #: Which of them leads to what is seen already; empty where none does.
    current: str = ""


def picture(answer: Answer, view: View, values: Mapping[str, str]) -> Picture | None:
    """The picture of an answer in a view that has one. Raises TooSlow."""
    file = links.question(answer.question, {**values, **view.stated, "view": view.name}, ".svg")
    if view.name == view_modes.NETWORK:
        return _network(answer, view, values, file)
    if view.name == view_modes.TIMELINE:
        return _timeline(answer, view, values, file)
    return None


def standalone(answer: Answer, view: View, source: str) -> str:
    """The picture as a file that needs nothing else, and says what it is from."""
    if view.name == view_modes.NETWORK:
        return network_svg.svg(_drawn_network(answer, view), _absolute, standalone=True, source=source)
    return timeline_svg.svg(_drawn_timeline(answer, view), _absolute, standalone=True, source=source)


@routes.get(f"/network/<any({', '.join(_PLURALS)}):plural>/<id>")
def neighbours(plural: str, id: str) -> Response:
    """A node with its neighbours, for a network that is expanded in place."""
    arguments(())
    found = networks.around(connection().graph, links.KIND_OF[plural], id, timeout=connection().settings.timeout)
    drawn = [{"key": each.key, "svg": node_svg(each, links.entity)} for each in found.nodes]
    lines = [{"source": each.source, "target": each.target, "kind": each.kind} for each in found.links]
    return as_json({"nodes": drawn, "links": lines, "rule": found.rule})


def _network(answer: Answer, view: View, values: Mapping[str, str], file: str) -> Picture:
    drawn = _drawn_network(answer, view)
    events = {**values, "view": view_modes.NETWORK}
    changes: dict[str, str | None] = {}
    if view.pairs or any(node.kind == "meeting" for node in drawn.nodes):
        changes[_WITH_MEETINGS] = links.question(answer.question, events)
        changes[_IN_PAIRS] = links.question(answer.question, {**events, "pairs": "1"})
    present = network_svg.kinds_of_links(drawn)
    lines = [(kind, kind in present) for kind in link_kinds()]
    svg = Markup(network_svg.svg(drawn, links.entity))
    current = _IN_PAIRS if view.pairs else _WITH_MEETINGS
    return Picture(view_modes.NETWORK, svg, file, drawn, _legend(drawn), lines, changes, current)


def _legend(drawn: Network) -> list[tuple[str, int]]:
    """All kinds, also those of which there may be some once a node is expanded."""
    counted = dict(network_svg.legend(drawn))
    return [(kind, counted.get(kind, 0)) for kind in node_kinds()]


def _timeline(answer: Answer, view: View, values: Mapping[str, str], file: str) -> Picture:
    drawn = _drawn_timeline(answer, view)
    changes = {
        name: links.question(answer.question, {**values, **view.around(axis).stated}) if axis else None
        for name, axis in zoomed(drawn).items()
    }
    changes["all"] = links.question(answer.question, {**values, "view": view_modes.TIMELINE}) if view.axis else None
    return Picture(view_modes.TIMELINE, Markup(timeline_svg.svg(drawn, links.entity)), file, drawn, [], [], changes)


def _drawn_network(answer: Answer, view: View) -> Network:
    source = connection()
    return networks.network(source.graph, answer, pairs=view.pairs, timeout=source.settings.timeout)


def _drawn_timeline(answer: Answer, view: View) -> Timeline:
    source = connection()
    since, until = view.axis or (None, None)
    return timelines.timeline(source.graph, answer, since=since, until=until, timeout=source.settings.timeout)


def _absolute(kind: str, id: str) -> str:
    return url_for("entities.entity", plural=links.PLURALS[kind], id=id, _external=True)


def key(kind: str) -> Markup:
    """The shape of a kind of node, small, for a legend."""
    root = Element("svg", {"class": f"key node {kind}", "viewBox": "-13 -11 26 22", "aria-hidden": "true"})
    add_shape(root, kind, 9)
    return Markup(tostring(root, encoding="unicode"))


def line_key(kind: str) -> Markup:
    """The line of a kind of link, short, for a legend."""
    root = Element("svg", {"class": "key line", "viewBox": "0 0 30 10", "aria-hidden": "true"})
    SubElement(root, "line", {"class": f"link {slug(kind)}", "x1": "0", "y1": "5", "x2": "30", "y2": "5"})
    return Markup(tostring(root, encoding="unicode"))
