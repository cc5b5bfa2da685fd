"""Single values of records: what is taken, how it is kept, and where the page shows it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import explorer
from explorer.graph.embedded import EmbeddedGraph
from explorer.loading.loader import load
from explorer.web import create_app


def _source_page(folder: Path, url: str) -> str:
    (folder / "d.yaml").write_text(
        f"title: One address\nsources:\n  - {{id: paper, title: The paper, url: '{url}'}}\n", encoding="utf-8"
    )
    load(EmbeddedGraph(folder / "g.kgl", missing_ok=True), [folder / "d.yaml"])
    with explorer.connect(folder / "g.kgl") as connection:
        return create_app(connection).test_client().get("/sources/paper").get_data(as_text=True)


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("HTTPS://example.org/", "HTTPS://example.org/"),
        ("Http://Example.org", "Http://Example.org"),
        ("<https://example.org/a>", "https://example.org/a"),
        ("< https://example.org/a >", "https://example.org/a"),
        ("https://example.org/My%20report.pdf", "https://example.org/My%20report.pdf"),
        ("https://пример.example/доклад", "https://пример.example/доклад"),
        ("http://[2001:db8::1]/a", "http://[2001:db8::1]/a"),
    ],
)
def test_an_address_is_kept_and_leads_there(tmp_path: Path, written: str, address: str) -> None:
    assert f'href="{address}"' in _source_page(tmp_path, written)


@pytest.mark.parametrize(
    ("since", "until", "shown"),
    [
        ("2004", "2010-03", "2004 – March 2010"),
        ("2004~", "", "since around 2004"),
        ("../2004", "2010/..", "2004 or earlier – 2010 or later"),
        ("2003/2004", "", "since some time in 2003 – 2004"),
        ("", "2022-21?", "until possibly spring 2022"),
        ("202X", "", "since 2020s"),
    ],
)
def test_an_office_shows_when_it_began_and_ended(tmp_path: Path, since: str, until: str, shown: str) -> None:
    ends = "".join(f", {name}: {value}" for name, value in (("since", since), ("until", until)) if value)
    (tmp_path / "d.yaml").write_text(
        "title: An office\nactors:\n  - {id: mill, kind: organization, name: The Mill}\n"
        f"  - {{id: ann, kind: person, name: Ann, affiliations: [{{actor: mill, role: head{ends}}}]}}\n",
        encoding="utf-8",
    )
    load(EmbeddedGraph(tmp_path / "g.kgl", missing_ok=True), [tmp_path / "d.yaml"])
    with explorer.connect(tmp_path / "g.kgl") as connection:
        page = create_app(connection).test_client().get("/actors/ann").text
    assert shown in re.sub("<[^>]*>", "", page)
