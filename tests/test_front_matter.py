"""What a dossier leaves out of a source is read from the head of the source's text; and what is written wins."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from graph_dump import clean, dump

from explorer.graph.embedded import EmbeddedGraph
from explorer.loading.loader import load

MARKDOWN = """---
title: "Readout: a call"
url: https://paper.example/readout
authors: [Ann Lee, Bob Ray]
date: 2022-01-23T10:00:00Z
site_name: The Paper
lang: en
tags: {a: b}
---
# Readout

They spoke on *21 January*.
"""
HTML = """<!DOCTYPE html><html lang="en-GB"><head><title>A call &amp; more | The Paper</title>
<meta property="og:title" content="A call &amp; more"><meta name="author" content="Ann Lee">
<meta property="article:author" content="https://paper.example/ann"><meta property="og:site_name" content="The Paper">
<meta property="article:published_time" content="2022-01-23T10:00:00+01:00"><link rel="canonical" href="https://paper.example/call">
</head><body><title>No title</title><meta name="author" content="Nobody"><p>They spoke on 21 January.</p></body></html>
"""


def _source(folder: Path, name: str, text: str, record: str = "") -> dict[str, Any]:
    (folder / name).write_text(text, encoding="utf-8")
    quote = next(line for line in text.splitlines() if "They spoke" in line)
    dossier = f"title: T\nsources: [{{text: {name}{record}}}]\nmeetings: [{{title: Call, reports: ['{quote}']}}]\n"
    (folder / "talks.yaml").write_text(dossier, encoding="utf-8")
    nodes, _ = dump(clean(folder, [folder / "talks.yaml"]))
    every = [dict(own) for labels, own in nodes if labels == ["Source"]]
    fields = ("id", "title", "url", "author", "published", "publisher", "language", "text")
    return {name: value for name in fields if (value := next(own for own in every if "text" in own).get(name))}


def test_the_front_matter_of_markdown(tmp_path: Path) -> None:
    assert _source(tmp_path, "call.md", MARKDOWN) == {
        "id": "readout-a-call", "title": "Readout: a call", "url": "https://paper.example/readout",
        "author": "Ann Lee, Bob Ray", "published": "2022-01-23", "publisher": "The Paper", "language": "en", "text": MARKDOWN,
    }  # fmt: skip


def test_the_head_of_html(tmp_path: Path) -> None:
    assert _source(tmp_path, "call.HTML", HTML) == {
        "id": "a-call-more", "title": "A call & more", "url": "https://paper.example/call", "author": "Ann Lee",
        "published": "2022-01-23", "publisher": "The Paper", "language": "en-GB", "text": HTML,
    }  # fmt: skip


def test_what_is_written_wins(tmp_path: Path) -> None:
    source = _source(tmp_path, "call.md", MARKDOWN, ", id: mine, title: Mine, published: May 2022, author: Kim")
    assert [source[name] for name in ("id", "title", "published", "author")] == ["mine", "Mine", "2022-05", "Kim"]
    assert source["publisher"] == "The Paper"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("call.txt", MARKDOWN),
        ("call.md", "They spoke.\n---\ntitle: Below\n---\n"),
        ("call.md", "---\ntitle: [\n---\nThey spoke.\n"),
        ("call.md", "---\n- title\n---\nThey spoke.\n"),
        ("call.md", "---\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60)) + "---\nThey spoke.\n"),
        ("call.md", "---\nurl: nowhere\ndate: 01/02/2022\nauthor:\n---\nThey spoke.\n"),
        ("call.html", "<p>They spoke.</p><title"),
    ],
)  # fmt: skip
def test_what_is_no_head_or_says_nothing_is_left(tmp_path: Path, name: str, text: str) -> None:
    assert _source(tmp_path, name, text, ", title: Mine") == {"id": "mine", "title": "Mine", "text": text}


def test_values_that_may_say_less_than_was_meant_are_told(tmp_path: Path) -> None:
    path = tmp_path / "people.yaml"
    path.write_text(
        """title: People   # all of them
actors:
  - {kind: person, name: Ann Lee, aliases: "Annie, Lee"}
  - kind: person
    name: A #1 fan
    aliases: Fan of A
  - {kind: person, name: "B #2"}  # quoted
""",
        encoding="utf-8",
    )
    graph = EmbeddedGraph(tmp_path / "graph.kgl")
    assert load(graph, [path]).notes == [
        f"{path}:3: `aliases` is read as one, 'Annie, Lee': if it is several, write `[Annie, Lee]`",
        f"{path}:5: '#1 fan' is a comment and no part of 'A': put the whole in quotation marks",
    ]
