"""Places lie in places: in those of which they are a part, and in their country, which need not be a record."""

from __future__ import annotations

from pathlib import Path

import pytest
from graph_dump import dump
from page_reader import Page

import explorer
from explorer.answers.answer import Answer
from explorer.connection import Connection
from explorer.errors import NotFound
from explorer.graph.base import Graph
from explorer.graph.embedded import EmbeddedGraph
from explorer.loading.loader import load
from explorer.loading.retraction import retract
from explorer.settings import Settings
from explorer.statements import Statement
from explorer.web import create_app

DOSSIER = """
title: Talks by the lake
sources: [{id: paper, title: The paper}, {id: radio, title: The radio}]
places:
  - {id: geneva, name: Geneva, country: Switzerland}
  - {id: hotel, name: Hotel du Lac, part_of: geneva}
  - {id: villa, name: Villa Rosa, part_of: geneva}
  - {id: wien, name: Vienna, country: Austria}
actors:
  - {id: ch, kind: state, name: Switzerland}
  - {id: ada, kind: person, name: Ada Berg}
  - {id: bo, kind: person, name: Bo Lund}
meetings:
  - id: lake
    title: Talks at the lake
    participants: [ada, bo]
    reports: [{source: paper, place: hotel}, {source: radio, place: geneva}]
  - {id: danube, title: Talks at the Danube, place: wien, participants: [ada, bo], reports: [{source: paper}]}
"""


def loaded(graph: Graph, folder: Path, **dossiers: str) -> Connection:
    """A graph with these files, by name, loaded one after the other."""
    for name, text in dossiers.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
        load(graph, [folder / f"{name}.yaml"])
    return Connection(graph, explorer.connect(folder / "none").catalogue, Settings())


@pytest.fixture
def lake(graph: Graph, tmp_path: Path) -> Connection:
    """The dossier on each engine."""
    return loaded(graph, tmp_path, lake=DOSSIER)


def asked(connection: Connection, words: str) -> Answer:
    answer = connection.ask(words)
    assert isinstance(answer, Answer), answer
    return answer


@pytest.mark.parametrize("place", ["Hotel du Lac", "Geneva", "Switzerland"])
@pytest.mark.parametrize(
    "words", ["meetings in {}", "meetings involving Ada Berg in {}", "when did Ada Berg meet Bo Lund in {}"]
)
def test_meetings_are_found_in_every_place_that_theirs_lies_in(lake: Connection, words: str, place: str) -> None:
    assert [row["meeting"]["id"] for row in asked(lake, words.format(place))] == ["lake"]


def test_who_met_in_a_country(lake: Connection) -> None:
    (row,) = asked(lake, "who met Ada Berg in Switzerland").rows
    assert (row["who"]["id"], row["times"]) == ("bo", 1)
    assert asked(lake, "meetings in Villa Rosa").rows == []


def test_a_more_exact_place_is_no_disagreement(lake: Connection) -> None:
    assert asked(lake, "differing reports").rows == []
    assert "differs" not in create_app(lake).test_client().get("/evidence?about=meeting:lake").text


def test_two_places_in_one_are_a_disagreement(graph: Graph, tmp_path: Path) -> None:
    connection = loaded(graph, tmp_path, lake=DOSSIER.replace("place: geneva}", "place: villa}"))
    (row,) = asked(connection, "differing reports").rows
    assert (row["what"], row["one"], row["other"]) == ("place", "Hotel du Lac", "Villa Rosa")
    assert "differs" in create_app(connection).test_client().get("/evidence?about=meeting:lake").text


def test_a_page_shows_the_meetings_and_the_places_in_it(lake: Connection) -> None:
    client = create_app(lake).test_client()
    country, city, hotel = (Page(client.get(f"/places/{id}").text) for id in ("switzerland", "geneva", "hotel"))
    assert "/places/geneva" in country.addresses and "/meetings/lake" in country.addresses
    assert {"/places/hotel", "/places/villa", "/meetings/lake"} <= set(city.addresses)
    assert "/places/geneva" in hotel.addresses


def test_a_page_shows_first_what_the_place_lies_in_the_nearest_first(graph: Graph, tmp_path: Path) -> None:
    text = DOSSIER.replace("name: Hotel du Lac,", "name: Hotel du Lac, country: Switzerland,")
    client = create_app(loaded(graph, tmp_path, lake=text)).test_client()
    hotel = Page(client.get("/places/hotel").text)
    assert "Lies in" in hotel.text and "Part of" not in hotel.text and "Country" not in hotel.text, "told once"
    addresses = hotel.addresses
    assert addresses.index("/places/geneva") < addresses.index("/places/switzerland") < addresses.index("/meetings/lake")
    city = Page(client.get("/places/geneva").text).addresses
    assert city.index("/places/switzerland") < city.index("/places/hotel") < city.index("/meetings/lake")
    assert [each["id"] for each in client.get("/places/hotel.json").json["lies_in"]] == ["geneva", "switzerland"]  # type: ignore[index]


def test_the_page_of_a_country_lists_all_its_places(tmp_path: Path) -> None:
    towns = "".join(f"  - {{name: Town {number}, country: Switzerland}}\n" for number in range(1, 31))
    text = DOSSIER.replace("places:\n", f"places:\n{towns}")
    connection = loaded(EmbeddedGraph(tmp_path / "graph.kgl", missing_ok=True), tmp_path, lake=text)
    page = Page(create_app(connection).test_client().get("/places/switzerland").text)
    assert {f"/places/town-{number}" for number in range(1, 31)} <= set(page.addresses)


@pytest.mark.parametrize("name", ["Schweiz", "Swiss Confederation", "Switzerland"])
def test_a_country_is_found_by_the_other_names_of_its_state(graph: Graph, tmp_path: Path, name: str) -> None:
    text = DOSSIER.replace("name: Switzerland}", "name: Switzerland, aliases: [Schweiz, Swiss Confederation]}")
    connection = loaded(graph, tmp_path, lake=text)
    answer = asked(connection, f"meetings in {name}")
    assert (answer.parameters["place"]["id"], [row["meeting"]["id"] for row in answer]) == ("switzerland", ["lake"])


def test_a_name_that_only_an_organization_shares_finds_no_place(tmp_path: Path) -> None:
    text = DOSSIER.replace("kind: state, name: Switzerland}", "kind: organization, name: Geneva, aliases: [Genf]}")
    connection = loaded(EmbeddedGraph(tmp_path / "graph.kgl", missing_ok=True), tmp_path, lake=text)
    with pytest.raises(NotFound, match="Genf"):
        connection.run("meetings-in", {"place": "Genf"})


@pytest.mark.parametrize("name", ["Switzerland", "switzerland", "Schweiz"])
def test_a_country_is_the_place_of_that_name(tmp_path: Path, name: str) -> None:
    record = "places:\n  - {id: swiss, name: Switzerland, aliases: [Schweiz]}\n"
    text = DOSSIER.replace("places:\n", record).replace("country: Switzerland", f"country: {name}")
    connection = loaded(EmbeddedGraph(tmp_path / "graph.kgl", missing_ok=True), tmp_path, lake=text)
    assert asked(connection, "meetings in Switzerland").parameters["place"]["id"] == "swiss"
    assert [row["meeting"]["id"] for row in asked(connection, "meetings in Switzerland")] == ["lake"]


def test_a_country_of_another_file_is_that_place(tmp_path: Path) -> None:
    graph = EmbeddedGraph(tmp_path / "graph.kgl", missing_ok=True)
    country = "title: Countries\nplaces: [{id: swiss, name: Switzerland}]\n"
    connection = loaded(graph, tmp_path, countries=country, lake=DOSSIER)
    assert [row["meeting"]["id"] for row in asked(connection, "meetings in Switzerland")] == ["lake"]
    retract(graph, "countries")
    assert [row["meeting"]["id"] for row in asked(connection, "meetings in Switzerland")] == ["lake"]


def test_a_place_called_like_its_country_lies_in_itself_only(tmp_path: Path) -> None:
    text = DOSSIER.replace("name: Vienna, country: Austria", "name: Luxembourg, country: Luxembourg")
    connection = loaded(EmbeddedGraph(tmp_path / "graph.kgl", missing_ok=True), tmp_path, lake=text)
    assert [row["meeting"]["id"] for row in asked(connection, "meetings in Luxembourg")] == ["danube"]


#: As a graph may have it in which an earlier version wrote it.
_CIRCLE = Statement(
    "test/circle",
    """UNWIND $rows AS row
MATCH (a:Place {id: 'geneva'})
MATCH (b:Place {id: 'hotel'})
CREATE (a)-[:PART_OF {source: 'old', file: 'old', key: 'k'}]->(b)""",
)


def test_a_circle_of_places_that_a_graph_has_does_no_harm(graph: Graph, tmp_path: Path) -> None:
    connection = loaded(graph, tmp_path, lake=DOSSIER)
    with graph.writing() as writer:
        writer.write(_CIRCLE, [{}])
    for place in ("Geneva", "Hotel du Lac", "Villa Rosa"):
        assert [row["meeting"]["id"] for row in asked(connection, f"meetings in {place}")] in (["lake"], [])
    assert create_app(connection).test_client().get("/places/geneva").status_code == 200
    suite = "title: Rooms\nplaces: [{id: suite, name: The suite, part_of: hotel}]\n"
    loaded(graph, tmp_path, rooms=suite)


def test_loading_again_changes_nothing_and_the_file_takes_its_countries_with_it(graph: Graph, tmp_path: Path) -> None:
    connection = loaded(graph, tmp_path, lake=DOSSIER)
    assert load(graph, [tmp_path / "lake.yaml"]).unchanged and load(graph, [tmp_path / "lake.yaml"]).changed == 0
    (tmp_path / "lake.yaml").write_text(DOSSIER.replace(", country: Austria", ""), encoding="utf-8")
    load(graph, [tmp_path / "lake.yaml"])
    assert not isinstance(connection.ask("meetings in Austria"), Answer)
    retract(graph, "lake")
    assert connection.status().counts["places"] == 0


def test_names_of_countries_in_any_script(tmp_path: Path) -> None:
    text = DOSSIER.replace("country: Austria", "country: 奥地利")
    connection = loaded(EmbeddedGraph(tmp_path / "graph.kgl", missing_ok=True), tmp_path, lake=text)
    assert [row["meeting"]["id"] for row in asked(connection, "meetings in 奥地利")] == ["danube"]


COUNTRIES = """
title: Countries
sources: [{id: paper, title: The paper}, {id: radio, title: The radio}]
places:
  - {id: geneva, name: Geneva, country: Switzerland}
  - {id: wien, name: Vienna, country: Austria}
  - {id: graz, name: Graz, country: Austria}
  - {id: oslo, name: Oslo, country: Norway}
meetings:
  - {id: lake, title: By the lake, place: geneva, reports: [{source: paper}]}
  - {id: danube, title: By the Danube, place: wien, reports: [{source: paper}]}
  - {id: mur, title: By the Mur, place: graz, reports: [{source: radio}]}
  - {id: fjord, title: By the fjord, place: oslo, reports: [{source: paper}]}
  - {id: north, title: In the north, place: norway, reports: [{source: radio}]}
"""


def places(graph: Graph) -> list[str]:
    """The ids of all places."""
    return sorted(dict(own)["id"] for labels, own in dump(graph)[0] if labels == ["Place"])


def test_a_country_that_is_no_record_goes_with_the_last_place_in_it(graph: Graph, tmp_path: Path) -> None:
    loaded(graph, tmp_path, countries=COUNTRIES)
    retract(graph, "paper")
    assert places(graph) == ["austria", "graz", "norway"]
    summary = load(graph, [tmp_path / "countries.yaml"])
    assert (summary.new, places(graph)) == (0, ["austria", "graz", "norway"])


def test_a_country_that_is_no_record_goes_with_what_its_file_says(tmp_path: Path) -> None:
    graph = EmbeddedGraph(tmp_path / "graph.kgl")
    bern = "title: Bern\nplaces: [{name: Bern, country: Switzerland}]"
    loaded(graph, tmp_path, countries=COUNTRIES, bern=bern)
    loaded(graph, tmp_path, countries=COUNTRIES.replace("Austria", "Hungary").replace("Switzerland", "Hungary"))
    assert places(graph) == ["bern", "geneva", "graz", "hungary", "norway", "oslo", "switzerland", "wien"]
    loaded(graph, tmp_path, bern=bern.replace(", country: Switzerland", ""))
    assert "switzerland" not in places(graph)
    retract(graph, "countries")
    assert places(graph) == ["bern"]
