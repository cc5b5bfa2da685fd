"""Single values of records: what is taken, how it is kept, and where the page shows it."""

from __future__ import annotations

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
