"""Every value that loads shows: on every page of the route map, in every form of every answer, in every picture.

Routes come from the app, questions from the catalogue, forms and pictures from an answer, kinds and fields from the
model: one that is added is tested without being named here.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
import warnings
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any, get_type_hints
from urllib.parse import urlencode
from xml.etree import ElementTree

import networkx
import openpyxl
import pytest
from conftest import wipe
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from odd_values import DATES, EACH, TEXTS, dossier, identifier, write
from rich.console import Console
from werkzeug.routing import BuildError

from explorer import dates, model
from explorer.answers.answer import Answer
from explorer.answers.display import display_name, is_entity
from explorer.answers.picture import Picture
from explorer.catalogue import catalogue
from explorer.catalogue.query_file import QueryFile
from explorer.cli import terminal
from explorer.connection import Connection
from explorer.graph.base import Graph
from explorer.graph.bolt import BoltGraph
from explorer.graph.embedded import EmbeddedGraph
from explorer.loading.loader import load
from explorer.settings import Settings
from explorer.web import create_app, view_modes

CATALOGUE = catalogue.load(None)
#: What is asked of a page that takes its words from its query.
QUERIES = {
    "ask.ask": ({"q": "{text}"}, {"q": "meetings involving {text}"}),
    "api.ask": ({"q": "meetings involving {text}"},),
    "api.suggest": ({"q": "{text}"},),
    "api.complete": ({"q": "meetings involving {text}"},),
    "compare.compare": ({"actor": "actor-0", "other": "actor-1"}, {"actor": "{text}", "other": "actor-1"}),
    "panel.panel": ({"about": "meeting:meeting-0", "quote": "source-0"}, {"about": "claim:claim-1", "quote": "source-1"}),
}
#: The ways to give an answer as something else, and to draw it.
FORMS = [name for name in dir(Answer) if name.startswith("to_")]
PICTURES = [name for name, made in vars(Answer).items() if callable(made) and get_type_hints(made).get("return") is Picture]


def core(text: str) -> str:
    """What of a text must be seen: without spaces, controls and what steers the direction of reading."""
    return "".join(each for each in text if unicodedata.category(each)[0] not in "CZ" and each != "\ufffd")


def page_text(page: str) -> str:
    return core(unescape(re.sub("<[^>]*>", " ", page)))


def picture_text(svg: str) -> str:
    root = ElementTree.fromstring(svg)
    return core(" ".join(text for each in root.iter() for text in [each.text or "", *each.attrib.values()]))


class Shown:
    """A graph with a dossier, and all the ways to look at it."""

    def __init__(self, graph: Graph, written: dict[str, Any], turn: int) -> None:
        self.connection = Connection(graph, CATALOGUE, Settings())
        self.app: Flask = create_app(self.connection)
        self.client: FlaskClient = self.app.test_client()
        self.written, self.turn = written, turn
        self.texts = [actor["name"] for actor in written["actors"]]

    def get(self, address: str, *, fine: tuple[int, ...] = (200,)) -> str:
        found = self.client.get(address, follow_redirects=True)
        assert found.status_code in fine, (address, found.status_code, found.text[:500])
        if found.mimetype != "text/html":
            return found.get_data(as_text=True) if found.mimetype.startswith(("text/", "image/svg")) else ""
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e]", found.text), address
        return found.text

    def all_pages(self) -> None:
        """Every route, with everything that its arguments may be."""
        known = {frozenset(), frozenset({"plural", "id"}), frozenset({"name"}), frozenset({"filename"})}
        for rule in self.app.url_map.iter_rules():
            assert frozenset(rule.arguments) in known, f"say here what {rule} is asked for"
            if not rule.arguments:
                for query in QUERIES.get(rule.endpoint, ({},)):
                    for text in self.texts:
                        filled = {name: value.format(text=text) for name, value in query.items()}
                        self.get(f"{rule.rule}?{urlencode(filled)}" if filled else rule.rule, fine=(200, 300, 400, 404) if query else (200,))
            elif rule.arguments == {"plural", "id"}:
                for kind in model.KINDS:
                    for record in self.written[kind.plural]:
                        self.entity(rule.endpoint, kind, record)

    def entity(self, endpoint: str, kind: model.Kind, record: dict[str, Any]) -> None:
        with self.app.test_request_context():
            try:
                address = self.app.url_map.bind("localhost").build(endpoint, {"plural": kind.plural, "id": record["id"]})
            except (BuildError, ValueError):
                return  # the route has no such kind
        page = self.get(address)
        if endpoint == "entities.entity":
            shown = page_text(page)
            for text in said(kind, record):
                assert core(text) in shown, (address, text)

    def all_answers(self) -> None:
        for question in CATALOGUE.values():
            values = self.values(question)
            answer = self.connection.run(question.name, values)
            assert isinstance(answer, Answer), (question.name, answer)
            self.on_pages(question, values, answer)
            self.in_forms(answer)

    def values(self, question: QueryFile) -> dict[str, str]:
        """The parameters that it needs, each of another entity."""
        needed = [each for each in question.parameters if each.required]
        return {each.name: self.value(each.declared, number + self.turn) for number, each in enumerate(needed)}

    def value(self, declared: str, number: int) -> str:
        if declared == "actor organization":
            return next(each["id"] for each in self.written["actors"] if each["kind"] == "organization")
        return identifier(declared, number % EACH) if is_entity(declared) else {"words": "arden"}.get(declared, "2022")

    def on_pages(self, question: QueryFile, values: dict[str, str], answer: Answer) -> None:
        drawn = [each for each in view_modes.possible(question.columns) if each in view_modes.PICTURES]
        for view in view_modes.possible(question.columns):
            shown = page_text(self.get(f"/questions/{question.name}?{urlencode({**values, 'view': view})}"))
            for text in self.seen(answer) if view not in drawn else ():
                assert core(text) in shown, (question.name, view, text)
        for rule in self.app.url_map.iter_rules():
            if rule.arguments == {"name"}:
                for view in drawn if rule.rule.endswith(".svg") else [""]:
                    query = urlencode({**values, **({"view": view} if view else {})})
                    found = self.get(f"{rule.rule.replace('<name>', question.name)}?{query}")
                    if view:
                        ElementTree.fromstring(found)
        table = list(csv.reader(io.StringIO(self.get(f"/questions/{question.name}.csv?{urlencode(values)}"), newline="")))
        assert len(table) == len(answer) + 1
        for column in answer.columns:
            for row, cells in zip(answer.rows, table[1:], strict=True):
                if is_entity(column.type) and not column.type.endswith("list") and row[column.name]:
                    cell = cells[table[0].index(column.name)]
                    assert cell.removeprefix("'") == display_name(row[column.name]).removeprefix("'")
                    assert unicodedata.normalize("NFKC", cell)[:1] not in ("=", "+", "-", "@")
        book = openpyxl.load_workbook(io.BytesIO(self.client.get(f"/questions/{question.name}.xlsx?{urlencode(values)}").data))
        assert book["Answer"].max_row == len(answer) + 1

    def seen(self, answer: Answer) -> Iterator[str]:
        """What a table must show of its rows, besides lists, which may be folded, and evidence."""
        for column in answer.columns:
            for row in answer.rows:
                value = row[column.name]
                if value and is_entity(column.type) and not column.type.endswith("list"):
                    yield display_name(value)
                elif value and column.type == "date":
                    yield dates.show(value)

    def in_forms(self, answer: Answer) -> None:
        assert "Traceback" not in answer._repr_html_()
        console = Console(file=io.StringIO(), width=100)
        terminal.print_answer(answer, console)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            made = {name: getattr(answer, name)() for name in FORMS}
            made["pairs"] = answer.to_networkx(pairs=True)
        for graph in (made["to_networkx"], made["pairs"]):
            for writer in (networkx.write_graphml, networkx.write_gexf):
                out = io.BytesIO()
                writer(graph, out)
                ElementTree.fromstring(out.getvalue())
        names = [display_name(value) for value in self.drawn(answer)]
        for name in PICTURES:
            shown = picture_text(getattr(answer, name)().svg)
            for each in names if name == "network" else ():
                assert core(each) in shown, (answer.question, name, each)

    def drawn(self, answer: Answer) -> Iterator[dict[str, Any]]:
        for column in answer.columns:
            if column.type in model.names(drawn=True):
                yield from (row[column.name] for row in answer.rows if row[column.name])


def said(kind: model.Kind, record: dict[str, Any]) -> Iterator[str]:
    """What the page of an entity must show of its record: each field, dates in words."""
    for field in kind.fields:
        value = record.get(field.name)
        if field.type == "date":
            yield dates.show(value)
            yield from re.findall(r"\d{4}", value)
        elif field.type == "text" and field.name == kind.title or field.heading and field.type == "text":
            yield value
        elif field.type == "texts":
            yield from (each for each in value if each.strip())


def look_everywhere(graph: Graph, written: dict[str, Any], turn: int) -> None:
    shown = Shown(graph, written, turn)
    shown.all_pages()
    shown.all_answers()


def test_there_are_routes_forms_and_pictures_to_test() -> None:
    assert {"to_dict", "to_df", "to_networkx"} <= set(FORMS)
    assert {"network", "timeline"} <= set(PICTURES)


@pytest.mark.parametrize("turn", range(2))
def test_odd_values_show(tmp_path: Path, turn: int) -> None:
    half = turn * len(TEXTS) // 2
    written = dossier([*TEXTS[half:], *TEXTS[:half]], [*DATES[half:], *DATES[:half]])
    graph = EmbeddedGraph(tmp_path / "odd.kgl", missing_ok=True)
    load(graph, [write(tmp_path, written)])
    look_everywhere(graph, written, turn)


def _is_date(text: str) -> bool:
    try:
        dates.parse(text)
    except ValueError:
        return False
    return True


_text = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40).map(str.strip).filter(bool)
_years = st.integers(1, 9998).map("{:04d}".format)
_months = st.one_of(st.integers(1, 12), st.integers(21, 24), st.integers(33, 41)).map("{:02d}".format)
_side = st.one_of(
    st.dates().map(str),
    _years,
    st.tuples(_years, _months).map("-".join),
    st.tuples(_years, st.just("XX"), st.sampled_from(["01", "21", "31", "XX"])).map("-".join),
    st.tuples(st.integers(1, 999).map("{:03d}X".format), _months).map("-".join),
    st.integers(1, 99).map("{:02d}XX".format),
)
_qualified = st.tuples(_side, st.sampled_from("~?% ")).map("".join).map(str.strip)
_either_way = st.tuples(_qualified, _qualified).map(sorted).map("/".join)
_dates = st.one_of(_qualified, _either_way, _qualified.map("../{}".format), _qualified.map("{}/..".format)).filter(_is_date)


@settings(max_examples=2, deadline=None, phases=(Phase.generate,), suppress_health_check=list(HealthCheck))
@given(
    texts=st.lists(_text, min_size=20, max_size=60),
    written=st.lists(_dates, min_size=20, max_size=60),
    turn=st.integers(0, 3),
)
def test_whatever_loads_shows(tmp_path_factory: pytest.TempPathFactory, texts: list[str], written: list[str], turn: int) -> None:
    folder = tmp_path_factory.mktemp("generated")
    made = dossier(texts, written)
    graph = EmbeddedGraph(folder / "odd.kgl", missing_ok=True)
    load(graph, [write(folder, made)])
    look_everywhere(graph, made, turn)


def test_odd_values_show_on_neo4j(bolt: BoltGraph, tmp_path: Path) -> None:
    wipe(bolt)
    written = dossier(list(TEXTS), list(DATES))
    load(bolt, [write(tmp_path, written)])
    shown = Shown(bolt, written, 0)
    for kind in model.KINDS:
        for record in written[kind.plural]:
            shown.entity("entities.entity", kind, record)
    for question in CATALOGUE.values():  # what is made of the rows is the same on every engine
        shown.get(f"/questions/{question.name}?{urlencode(shown.values(question))}")
