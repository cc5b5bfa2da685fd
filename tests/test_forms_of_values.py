"""Single values in the forms of an answer, and values as pandas and numpy give them: each is what was meant."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import Any

import networkx
import numpy
import openpyxl
import pandas
import pytest
from test_render import answer

import explorer
from explorer.answers import csv_json, xlsx
from explorer.answers.answer import Answer
from explorer.answers.display import page_text
from explorer.catalogue.query_file import Column
from explorer.connection import Connection
from explorer.errors import UsageError
from explorer.web import create_app

#: Those of pandas and numpy, and an empty text.
_MISSING = (None, "", " ", pandas.NaT, pandas.NA, numpy.nan, float("nan"), numpy.float32("nan"), numpy.datetime64("NaT"))
MISSING = {f"{number} {value!r}": value for number, value in enumerate(_MISSING)}


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("12", "p. 12"), ("12-14", "p. 12-14"), ("12a", "p. 12a"), ("xiv", "p. xiv"), ("A5", "p. A5"), ("p. 12", "p. 12"),
        ("pp. 3–4", "pp. 3–4"), ("p12", "p12"), ("P. 7", "P. 7"), ("page 12", "page 12"), ("S. 12", "S. 12"),
        ("fol. 3v", "fol. 3v"), ("cover", "cover"), ("第3页", "第3页"),
    ],
)  # fmt: skip
def test_a_page_is_called_one_once(written: str, shown: str) -> None:
    assert page_text(written) == shown


def test_a_page_is_called_one_once_everywhere(tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("They met.", encoding="utf-8")
    (tmp_path / "d.yaml").write_text(
        "title: Pages\nsources: [{id: s, title: A text, text: text.txt}]\nclaims:\n"
        "  - {id: c, text: A claim, reports: [{quote: They met., page: p. 12}]}\n",
        encoding="utf-8",
    )
    with explorer.connect(tmp_path / "g.kgl") as connection:
        connection.load([tmp_path / "d.yaml"])
        found = connection.run("sources-of-claim", claim="c")
        assert isinstance(found, Answer)
        page = create_app(connection).test_client().get("/questions/sources-of-claim?claim=c").text
        for shown in (found._repr_html_(), page):
            assert "p. 12" in shown and "p. p." not in shown


@pytest.mark.parametrize("sign", "=+-@＝＋－＠﹦﹢﹣﹫−⁺⁼")
@pytest.mark.parametrize("before", ["", " ", "\u00a0", "\u200b", "\ufeff"])
def test_no_cell_of_a_csv_begins_like_a_formula(sign: str, before: str) -> None:
    text = csv_json.to_csv(answer([{"said": f"{before}{sign}1+1"}], [Column("said", "string")]))
    assert text.splitlines()[1].strip('"') == f"'{before}{sign}1+1"


@pytest.mark.parametrize("length", [16_383, 16_384, 20_000, 32_767, 40_000])
@pytest.mark.parametrize("character", ["𠮷", "é", "x"])
def test_a_cell_of_a_spreadsheet_that_is_cut_says_so(character: str, length: int) -> None:
    text = character * length
    book = openpyxl.load_workbook(io.BytesIO(xlsx.to_xlsx(answer([{"said": text}], [Column("said", "string")]))))
    found = book["Answer"]["A2"].value
    units = len(text.encode("utf-16-le")) // 2
    assert len(found.encode("utf-16-le")) // 2 <= 32_767
    assert found == text if units <= 32_767 else found.endswith(f"{character} […]") and text.startswith(found[:-4])


def test_a_graph_of_networkx_is_written_for_other_programs(sample: Connection, tmp_path: Path) -> None:
    for name, values in (("timeline", {"actor": "lavrov"}), ("most-connected", {})):
        found = sample.run(name, values)
        assert isinstance(found, Answer)
        for pairs in (False, True):
            graph = found.to_networkx(pairs=pairs)
            networkx.write_graphml(graph, tmp_path / "a.graphml")
            networkx.write_gexf(graph, tmp_path / "a.gexf")
            read = networkx.read_graphml(tmp_path / "a.graphml")
            assert dict(read.nodes(data="name")) == dict(graph.nodes(data="name"))
            assert read.number_of_edges() == graph.number_of_edges() == networkx.read_gexf(tmp_path / "a.gexf").number_of_edges()


@pytest.mark.parametrize("name", MISSING)
def test_what_is_missing_is_not_given(sample: Connection, name: str) -> None:
    missing: Any = MISSING[name]
    whole = sample.run("meetings-involving", actor="lavrov")
    assert isinstance(whole, Answer)
    found = sample.run("meetings-involving", actor="lavrov", since=missing, place=missing, limit=missing)
    assert isinstance(found, Answer) and found.rows == whole.rows and found.parameters == whole.parameters
    assert whole.timeline(since=missing).svg == whole.timeline().svg
    with pytest.raises(UsageError, match="needs 'actor'"):
        sample.run("meetings-involving", actor=missing)


def test_values_of_pandas_and_numpy_are_taken(sample: Connection) -> None:
    days = (date(2022, 1, 21), pandas.Timestamp("2022-01-21 10:00"), numpy.datetime64("2022-01-21"), numpy.datetime64("2022-01-21T10:00"))
    for day in days:
        for limit in (10, 10.0, numpy.int64(10), numpy.float64(10), "10"):
            found = sample.run("meetings-involving", actor=numpy.str_("lavrov"), since=day, limit=limit)
            assert isinstance(found, Answer)
            assert (found.parameters["since"], found.parameters["limit"]) == (date(2022, 1, 21), 10)
        assert found.timeline(since=day).svg == found.timeline(since=date(2022, 1, 21)).svg
    with pytest.raises(UsageError, match="is not a whole number"):
        sample.run("meetings-involving", actor="lavrov", limit=10.5)
    with pytest.raises(UsageError, match="is not a date"):
        found.timeline(since="soon")


def test_a_text_may_be_called_like_what_is_missing(sample: Connection) -> None:
    with pytest.raises(explorer.ExplorerError, match="nan"):
        sample.run("meetings-involving", actor="nan")


def test_half_a_pair_of_utf_16_is_not_found(sample: Connection) -> None:
    with pytest.raises(explorer.ExplorerError, match="No actor"):
        sample.run("meetings-involving", actor="\ud83d")
    assert isinstance(sample.run("search", words="Geneva \ud83d"), Answer)
    assert isinstance(sample.ask("meetings involving \ud83d"), explorer.Choices)
