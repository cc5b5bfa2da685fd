"""Each notebook in notebooks/ runs from top to bottom on both kinds of engine and shows what it is kept with.

SAVE_NOTEBOOKS=yes keeps what they show now instead of comparing: `make notebooks`.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import nbformat
import notebook
import pytest
from engines import SERVERS, Neo4jServer
from nbconvert import HTMLExporter
from playwright.sync_api import Browser

from explorer.graph.bolt import BoltGraph

#: What a reader must find in each.
ROWS = {
    "01-first-steps": [
        "On 21 January he and Lavrov met in Geneva.",
        "claims by Sergei Ryabkov",
        "2021-11-30/2021-12-01",
    ],
    "02-who-meets-whom": ["21 meetings, 33 actors, 73 pairs", "Antony Blinken and Sergei Lavrov met 5 times"],
    "03-claims-and-contradictions": [
        "Russia has no plans to attack Ukraine.",
        "China will not put up with interference",
    ],
    "04-cypher-only": ["<td>Sergei Lavrov</td>", "2021-03-18/2021-03-19", "Antony Blinken and Sergei Lavrov"],
}
NEO4J_ONLY = ["04-cypher-only"]
ON_BOTH = [name for name in notebook.NAMES if name not in NEO4J_ONLY]
#: Those that ask questions run on one version of Neo4j, since each version is asked all questions by other tests.
ON_NEO4J = [(server, name) for server in SERVERS for name in (notebook.NAMES if server == SERVERS[0] else NEO4J_ONLY)]
PICTURES = {"01-first-steps": 3, "02-who-meets-whom": 3, "03-claims-and-contradictions": 3, "04-cypher-only": 1}
SAVING = os.environ.get("SAVE_NOTEBOOKS") == "yes"


def check(name: str, found: Any, *, keeping: bool) -> None:
    """Compare with what is kept, or keep it."""
    if SAVING and keeping:
        nbformat.write(found, notebook.path(name))
    assert notebook.told(found) == notebook.told(notebook.stored(name)), "run `make notebooks`, and look at the change"


@pytest.mark.parametrize("name", ON_BOTH)
def test_a_notebook_runs_on_the_embedded_engine(name: str, sample_file: Path) -> None:
    check(name, notebook.executed(name, {"EXPLORER_GRAPH": str(sample_file)}), keeping=True)


@pytest.mark.parametrize(("neo4j", "name"), ON_NEO4J, indirect=["neo4j"])
def test_a_notebook_runs_on_neo4j(name: str, neo4j: Neo4jServer, sample_on_neo4j: BoltGraph) -> None:
    check(name, notebook.executed(name, neo4j.environment()), keeping=name in NEO4J_ONLY)


@pytest.mark.parametrize("name", notebook.NAMES)
def test_a_notebook_is_kept_with_its_rows_and_pictures_and_no_noise(name: str) -> None:
    kept = notebook.stored(name)
    nbformat.validate(kept)
    told = "\n".join(text for cell in notebook.told(kept) for text in cell)
    assert [row for row in ROWS[name] if row not in told] == []
    text = notebook.path(name).read_text(encoding="utf-8")
    assert not re.search(r'"execution_count": \d|/home/|/root/|/tmp/', text)
    assert [cell.id for cell in kept.cells] == [f"cell-{at:02}" for at in range(1, len(kept.cells) + 1)]
    assert len(text) < 400_000


@pytest.mark.parametrize("name", notebook.NAMES)
@pytest.mark.parametrize("viewer", ["exported", "stripped"])
def test_pictures_survive_export_and_viewers_without_styles(browser: Browser, name: str, viewer: str) -> None:
    """A code host takes away scripts, styles, classes and ids."""
    html, _ = HTMLExporter().from_notebook_node(notebook.stored(name))
    html = re.sub(r"<script.*?</script>", "", html, flags=re.S)
    if viewer == "stripped":
        html = re.sub(r"<style.*?</style>", "", html, flags=re.S)
        html = re.sub(r'\s(?:style|class|id)="[^"]*"', "", html)
    with browser.new_context(offline=True) as context:
        page = context.new_page()
        page.set_content(html)
        assert page.evaluate("[...document.images].filter(each => each.naturalWidth > 300).length") == PICTURES[name]
        assert not page.evaluate("document.querySelectorAll('svg a, iframe, object').length")


def test_all_notebooks_are_looked_at() -> None:
    assert list(ROWS) == list(PICTURES) == notebook.NAMES
