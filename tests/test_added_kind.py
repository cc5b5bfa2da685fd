"""A kind and a relationship that the program does not have: added to model.py alone, they load, show, retract and draw."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import ENGINES, Emptied
from engines import SERVERS
from test_generated import copied, generated

#: What a person adds to model.py. Documents are reported, so that a retraction follows their reports.
DOCUMENT = """\
    Kind(
        "document", "documents", "a paper that actors wrote or signed", "title",
        (_TITLE, Field("published", "date", "Published"), _DATE, Field("summary")),
        (Reference("mentions", "MENTIONS", "actor", many=True, heading="Mentions"),),
        required=("title",), searched=("title", "summary"), reported=True, drawn=True,
    ),
"""
MENTIONS = """\
    Relationship("MENTIONS", "whom a document mentions", "mention of", (("document", "actor"),), drawn="mentions"),
"""
#: Statements of pictures in which the labels of what is drawn stand.
DRAWING = ("around", "around-actor", "around-claim", "around-meeting", "dated", "links", "nodes", "participants", "reports")
_BETWEEN = ")  # fmt: skip\n\nRELATIONSHIPS = (\n"

#: The note alone says of the treaty what is in it, and reports the memo; two sources report the treaty.
FIRST = """title: First
sources:
  - {id: note, title: The note, text: note.txt}
actors:
  - {id: ann, kind: person, name: Ann}
  - {id: bob, kind: person, name: Bob}
documents:
  - id: treaty
    title: Treaty of Bern
    published: 2021-05
    date: 2021-05-04
    summary: On peace
    mentions: [ann]
    reports: [The treaty names Ann.]
  - {id: memo, title: Memo, mentions: [bob], reports: [{quote: The memo is about Bob.}]}
"""
SECOND = """title: Second
sources:
  - {id: press, title: The press, text: press.txt}
actors:
  - {id: ann, kind: person, name: Ann}
  - {id: bob, kind: person, name: Bob}
documents:
  - {id: treaty, title: Treaty of Bern, mentions: [bob], reports: [It was signed.]}
"""
TEXTS = {"note.txt": "The treaty names Ann. The memo is about Bob.", "press.txt": "It was signed. Bob was there."}


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program with the added kind, whose statements are generated."""
    folder = copied(tmp_path_factory.mktemp("program"))
    model = folder / "explorer" / "model.py"
    text = model.read_text(encoding="utf-8")
    assert text.count(_BETWEEN) == 1
    model.write_text(text.replace(_BETWEEN, DOCUMENT + _BETWEEN + MENTIONS), encoding="utf-8")
    generated(folder)
    return folder


class Program:
    """The copy, asked in processes of its own, as somebody who uses it would."""

    def __init__(self, folder: Path, variables: dict[str, str]) -> None:
        self._folder = folder
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(("NEO4J_", "EXPLORER_"))}
        set_here = {name: value for name, value in variables.items() if value}
        self._environment = {**inherited, **set_here, "PYTHONPATH": str(folder)}

    def explorer(self, *arguments: str | Path) -> str:
        """What the command prints."""
        return self._run("-m", "explorer", *map(str, arguments))

    def python(self, code: str) -> Any:
        """The value that the code, which has a `connection`, assigns to `found`."""
        lines = ["import json, explorer", "with explorer.connect() as connection:"]
        lines += [f"    {line}" for line in [*code.splitlines(), "print(json.dumps(found))"]]
        return json.loads(self._run("-c", "\n".join(lines)))

    def read(self, cypher: str) -> list[list[Any]]:
        """The rows of a statement, as lists."""
        return self.python(
            "from explorer.statements import Statement\n"
            f"found = [list(row.values()) for row in connection.graph.read(Statement('test', {cypher!r})).rows]"
        )

    def _run(self, *arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, *arguments], cwd=self._folder, env=self._environment, capture_output=True, text=True
        )
        assert done.returncode == 0, f"{done.stdout}{done.stderr}"
        return done.stdout


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Two dossiers with documents, and the texts of their sources."""
    for name, text in {**TEXTS, "first.yaml": FIRST, "second.yaml": SECOND}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [tmp_path / "first.yaml", tmp_path / "second.yaml"]


@pytest.fixture(params=ENGINES)
def loaded(
    request: pytest.FixtureRequest, tmp_path: Path, emptied: Emptied, program: Path, files: list[Path]
) -> Program:
    """The program on a graph that holds both files."""
    _, variables = emptied(request.param, tmp_path)
    asked = Program(program, variables)
    asked.explorer("load", *files)
    return asked


def test_only_the_model_is_written_by_hand(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    model = folder / "explorer" / "model.py"
    model.write_text(model.read_text(encoding="utf-8").replace(_BETWEEN, DOCUMENT + _BETWEEN + MENTIONS), encoding="utf-8")
    written = {line.removeprefix("written ") for line in generated(folder)}
    assert written == {
        "docs/model.md",
        *(f"cypher/schema/document-{name}.cypher" for name in ("id", "search", "date")),
        "cypher/load/nodes/document.cypher",
        *(f"cypher/{group}/document.cypher" for group in ("export/ids", "export/nodes", "pages")),
        *(
            f"cypher/{group}/relations/document-{name}.cypher"
            for group in ("load", "export")
            for name in ("mentions-actor", "reported-in-source", "described-in-source")
        ),
        # Where all kinds stand.
        *(f"cypher/load/{name}.cypher" for name in ("descriptions", "remaining-statements", "removed", "orphaned")),
        *(f"cypher/load/{name}.cypher" for name in ("told", "said-by", "said-at", "said-of", "wholes", "removed-names")),
        *(f"cypher/retract/{name}.cypher" for name in ("around", "kept", "reports", "titles")),
        "cypher/status/counts.cypher",
        *(f"cypher/pictures/{name}.cypher" for name in DRAWING),
        "cypher/neo4j-browser/drawing.cypher",
        "cypher/pages/quotes-in-text.cypher",
        "cypher/load/called.cypher",
        "cypher/lookup/find.cypher",
        "cypher/lookup/suggest-documents.cypher",
    }
    assert generated(folder) == []


#: Loading and counting is on every engine; the rest on one version of Neo4j, since its statements are made as those of
#: the kinds that the program has, which run on each version.
ONE_OF_EACH = ("embedded", SERVERS[0])

_STORED = (
    "MATCH (d:Document)-[r:MENTIONS]->(a:Actor) "
    "RETURN d.id AS id, d.title AS title, a.id AS actor, r.source AS source ORDER BY id, actor, source"
)


def test_it_loads_and_is_counted(loaded: Program, files: list[Path]) -> None:
    assert loaded.read(_STORED) == [
        ["memo", "Memo", "bob", "note"],
        ["treaty", "Treaty of Bern", "ann", "note"],
        ["treaty", "Treaty of Bern", "bob", "press"],
    ]
    own = "MATCH (d:Document {id: 'treaty'}) RETURN d.published AS a, d.date_text AS b, toString(d.date) AS c, d.search AS e"
    assert loaded.read(own) == [["2021-05", "2021-05-04", "2021-05-04", "treaty of bern on peace"]]
    assert "2 documents" in loaded.explorer("status")
    assert "0 new, 0 changed, 9 unchanged, 0 removed" in loaded.explorer("load", *files)


@pytest.mark.parametrize("loaded", ONE_OF_EACH, indirect=True)
def test_a_fault_of_one_names_its_section(loaded: Program, files: list[Path]) -> None:
    files[0].write_text(FIRST.replace("mentions: [ann]", "mentions: [anne]"), encoding="utf-8")
    with pytest.raises(AssertionError, match="there is no 'anne' among the actors"):
        loaded.explorer("load", *files)


@pytest.mark.parametrize("loaded", ONE_OF_EACH, indirect=True)
def test_retracting_its_source_says_what_is_lost(loaded: Program, files: list[Path]) -> None:
    before = loaded.read(_STORED)
    would = loaded.explorer("retract", "note", "--dry-run")
    assert loaded.read(_STORED) == before
    said = loaded.explorer("retract", "note")
    for words in (would, said):
        fell, stayed = words.split("stay" if words is would else "Stayed")
        assert "document memo  Memo" in fell and "no other source reports it" in fell
        assert "document treaty  Treaty of Bern" in stayed and "reported by press" in stayed
        assert "mention of Ann" in stayed and "report in The note" in stayed
    assert loaded.read(_STORED) == [["treaty", "Treaty of Bern", "bob", "press"]]
    loaded.explorer("restore", "note")
    loaded.explorer("load", *files)
    assert loaded.read(_STORED) == before


@pytest.mark.parametrize("loaded", ONE_OF_EACH, indirect=True)
def test_it_is_exported_for_the_import_tool(loaded: Program, tmp_path: Path) -> None:
    folder = tmp_path / "exported"
    loaded.explorer("export", "--neo4j-import", folder)
    nodes = (folder / "nodes" / "document.csv").read_text(encoding="utf-8").splitlines()
    assert nodes[0].startswith("id:ID(Document),:LABEL,title:string,published:string,date:date,")
    assert [line.split(",")[0] for line in nodes[1:]] == ['"memo"', '"treaty"']
    mentions = (folder / "relations" / "document-mentions-actor.csv").read_text(encoding="utf-8").splitlines()
    assert mentions[0].startswith(":START_ID(Document),:END_ID(Actor),source:string")
    assert sorted(line.split(",")[:3] for line in mentions[1:]) == [
        ['"memo"', '"bob"', '"note"'], ['"treaty"', '"ann"', '"note"'], ['"treaty"', '"bob"', '"press"'],
    ]  # fmt: skip
    arguments = (folder / "import.args").read_text(encoding="utf-8")
    assert "--relationships=MENTIONS=relations/document-mentions-actor.csv" in arguments
    assert "FOR (n:Document) REQUIRE n.id IS UNIQUE" in (folder / "finish.cypher").read_text(encoding="utf-8")


#: A question about documents, in a file of one's own.
QUESTION = """// Documents that mention an actor
//
// @ask    documents on {actor}
// @param  actor    actor          whom they mention
// @param  limit    integer = 100  most rows
// @return document document       the document
// @return evidence evidence list  sources and their words
MATCH (:Actor {id: $actor})<-[:MENTIONS]-(d:Document)-[r:REPORTED_IN]->(s:Source)
WITH d, collect(DISTINCT {source: s.id, title: s.title, kind: s.kind, quote: r.quote, start: r.quote_start,
                          end: r.quote_end, page: r.page}) AS evidence
RETURN d {.id, .title} AS document, evidence
ORDER BY d.id
LIMIT $limit
"""


@pytest.mark.parametrize("loaded", ONE_OF_EACH, indirect=True)
def test_it_has_a_page_with_its_facts(loaded: Program) -> None:
    page, told, missing = loaded.python(
        "from explorer.web import create_app\n"
        "client = create_app(connection).test_client()\n"
        "found = [client.get('/documents/treaty').text, client.get('/documents/treaty.json').json,\n"
        "         client.get('/documents/none').status_code]"
    )
    assert "Treaty of Bern" in page and "On peace" in page and "Published" in page and "May 2021" in page
    assert 'href="/actors/ann"' in page and 'href="/actors/bob"' in page
    assert told["entity"] == "document" and sorted(each["id"] for each in told["mentions"]) == ["ann", "bob"]
    assert missing == 404


@pytest.mark.parametrize("loaded", ONE_OF_EACH, indirect=True)
def test_it_is_asked_for_and_drawn(loaded: Program, tmp_path: Path) -> None:
    queries = tmp_path / "queries"
    queries.mkdir()
    (queries / "documents-on.cypher").write_text(QUESTION, encoding="utf-8")
    rows, lines, kinds, form, edges, svg = loaded.python(
        "from dataclasses import replace\n"
        "from explorer.neo4j_browser.drawing import drawing\n"
        "from explorer.pictures.network import build, svg\n"
        "assert [each.name for each in connection.suggest('treaty', ['document'])] == ['Treaty of Bern']\n"
        f"asked = explorer.connect(settings=replace(connection.settings, queries=__import__('pathlib').Path({str(queries)!r})))\n"
        "answer = asked.ask('documents on Ann')\n"
        "drawn = build.network(asked.graph, answer, timeout=20)\n"
        "whole = answer.to_networkx()\n"
        "found = [[[row['document']['title'], [each['quote'] for each in row['evidence']]] for row in answer.rows],\n"
        "         [[line.source, line.kind, line.target] for line in drawn.links], svg.legend(drawn),\n"
        "         drawing(asked.catalogue['documents-on']),\n"
        "         [[one, other, line['relation']] for one, other, line in whole.edges(data=True)], answer.network().svg]"
    )
    assert rows == [["Treaty of Bern", ["The treaty names Ann.", "It was signed."]]]
    # Those whom the documents of the answer mention besides are drawn as well, as those who took part in a meeting are.
    mentions = [["document:treaty", "mentions", f"actor:{name}"] for name in ("ann", "bob")]
    assert lines == mentions and [[one, said, other] for one, other, said in edges] == mentions
    assert dict(kinds) == {"person": 2, "document": 1}
    assert "'Document'" in form and "Actor|Meeting|Claim|Document" in form
    assert "Treaty of Bern" in svg and "document (1)" in svg and "link mentions" in svg
