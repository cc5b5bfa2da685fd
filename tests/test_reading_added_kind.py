"""A kind that is added to the model is read from dossiers and CSV files, and said to the graph, with no other change."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from conftest import ROOT

#: Run on its own, since what derives from the model does so when it is imported.
_SCRIPT = """
import sys
from pathlib import Path

from explorer import model
from explorer.model import Field, Kind, Reference

DOCUMENT = Kind(
    "document", "documents", "a paper that actors exchanged", "name",
    (Field("name"), Field("aliases", "texts"), Field("date", "date"), Field("form", "word", words=("note", "draft"))),
    (
        Reference("mentions", "MENTIONS", "actor", many=True, parts=(Field("as_what"),)),
        Reference("annex_of", "ANNEX_OF", "document", editorial=True),
    ),
    required=("name",), named=True, reported=True,
)
model.KINDS = (*model.KINDS, DOCUMENT)
model._KINDS |= dict.fromkeys(("document", "documents", "Document"), DOCUMENT)

from explorer.loading.extract import content_of
from explorer.reading import input_files

files, problems = input_files.read([Path(path) for path in sys.argv[1:]])
for problem in problems:
    print(problem.line, problem.message)
for file in files:
    said = content_of(file, file.texts.get)
    for description in said.descriptions:
        if description.node.label == "Document":
            print(description.node.id, sorted(description.fields.items()))
    for relation in said.relations.values():
        if "Document" in (relation.start.label, relation.end.label):
            more = sorted(relation.properties.items())
            print(relation.start.id, relation.type, relation.end.id, "by", relation.source, more)
    for problem in said.problems:
        print(problem.line, problem.message)
"""
_DOSSIER = """title: Papers
sources:
  - {id: paper, title: The paper, text: paper.txt}
  - {id: radio, title: The radio}
actors:
  - {id: nato, kind: organization, name: NATO}
  - {id: lavrov, kind: person, name: Sergei Lavrov}
documents:
  - id: treaty
    name: Draft treaty
    date: 2021-12-17
    form: draft
    mentions:
      - lavrov
      - {actor: nato, as_what: addressee, reports: [{source: radio}]}
    reports: [{source: paper, quote: a draft treaty}]
  - {id: annex, name: Annex, annex_of: treaty, reports: [{source: paper}]}
"""
_SAID = """treaty [('date_text', '2021-12-17'), ('form', 'draft'), ('name', 'Draft treaty')]
annex [('name', 'Annex')]
treaty REPORTED_IN paper by paper [('date_text', '2021-12-17'), ('quote', 'a draft treaty'), ('quote_end', 22), \
('quote_start', 8)]
draft treaty NAMES treaty by papers [('whole', True)]
draft NAMES treaty by papers [('whole', False)]
treaty NAMES treaty by papers [('whole', False)]
treaty MENTIONS lavrov by paper []
treaty MENTIONS nato by radio [('as_what', 'addressee')]
annex REPORTED_IN paper by paper []
annex NAMES annex by papers [('whole', True)]
annex ANNEX_OF treaty by papers []
"""


def _read(path: Path) -> str:
    run = subprocess.run(
        [sys.executable, "-c", _SCRIPT, str(path)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout


def test_a_dossier_has_a_section_for_it(tmp_path: Path) -> None:
    (tmp_path / "paper.txt").write_text("He held a draft treaty.", encoding="utf-8")
    path = tmp_path / "papers.yaml"
    path.write_text(_DOSSIER, encoding="utf-8")
    assert _read(path) == _SAID


def test_a_folder_has_a_file_for_it_and_one_for_its_parts(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    sheets = {
        "sources": "id,title,text\npaper,The paper,paper.txt\nradio,The radio,\n",
        "actors": "id,kind,name\nnato,organization,NATO\nlavrov,person,Sergei Lavrov\n",
        "documents": "id,name,date,form,annex_of\ntreaty,Draft treaty,2021-12-17,draft,\nannex,Annex,,,treaty\n",
        "mentions": "document,actor,as_what,source\ntreaty,lavrov,,\ntreaty,nato,addressee,radio\n",
        "reports": "record,source,quote\ntreaty,paper,a draft treaty\nannex,paper,\n",
    }
    for name, content in sheets.items():
        (folder / f"{name}.csv").write_text(content, encoding="utf-8")
    (folder / "paper.txt").write_text("He held a draft treaty.", encoding="utf-8")
    assert _read(folder) == _SAID


def test_its_faults_are_named(tmp_path: Path) -> None:
    path = tmp_path / "papers.yaml"
    path.write_text(
        "title: Papers\ndocuments:\n  - id: treaty\n    naem: Treaty\n    form: drat\n"
        "    mentions:\n      - {actor: nato, as_waht: addressee}\n",
        encoding="utf-8",
    )
    assert _read(path).splitlines()[:3] == [
        "5 `form` cannot be 'drat': write note or draft; did you mean `draft`?",
        "7 unknown field `as_waht`: did you mean `as_what`?",
        "4 unknown field `naem`: did you mean `name`?",
    ]
