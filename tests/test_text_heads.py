"""The head of a text, in which its file says what it is, is folded in on pages; quotes stay where they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient
from page_reader import Page

from explorer import connect
from explorer.settings import Settings
from explorer.web import create_app

QUOTE = "They spoke on 21 January."
MATTER = "---\n# exported\ntitle: A secret head\nurl: https://paper.example/a\n---\n"
HEADS = {
    "Markdown": ("call.md", MATTER + f"# Readout\n{QUOTE} More was said.\n"),
    "line ends of Windows": ("call.md", MATTER.replace("\n", "\r\n") + f"{QUOTE} More was said.\r\n"),
    "a text": ("call.txt", f"---\ntitle: A secret head\n...\n{QUOTE} More was said.\n"),
    "HTML": ("call.html", f"<!DOCTYPE html><title>A secret head</title>\n<body class=x>{QUOTE} More was said.\n"),
    "HTML after a comment": ("call.html", f"<!-- saved --><html><head><title>A secret head</head><BODY>{QUOTE} More was said."),
}
NO_HEADS = {
    "a rule": f"---\nWe kept this.\n{QUOTE}\n---\nMore was said.\n",
    "a rule below": f"We kept this.\n\n---\ntitle: it\n---\n{QUOTE} More was said.\n",
    "front matter without an end": f"---\ntitle: We kept this.\n{QUOTE} More was said.\n",
    "a page of which there is only the body": f"<p>We kept this. <body>{QUOTE} More was said.",
}


def _client(folder: Path, name: str, text: str, quote: str = QUOTE) -> FlaskClient:
    (folder / name).write_text(text, encoding="utf-8", newline="")
    (folder / "talks.yaml").write_text(
        f"title: T\nsources: [{{id: call, title: A call, text: {name}}}]\n"
        f"meetings: [{{id: m, title: Call, reports: ['{quote}']}}]\n",
        encoding="utf-8",
    )
    connection = connect(settings=Settings(graph=folder / "graph.kgl"))
    connection.load([folder / "talks.yaml"])
    return create_app(connection).test_client()


@pytest.mark.parametrize("name", HEADS)
def test_the_head_of_a_text_is_folded_in_and_in_no_excerpt(name: str, tmp_path: Path) -> None:
    client = _client(tmp_path, *HEADS[name])
    evidence, page = client.get("/evidence?about=meeting:m").text, Page(client.get("/sources/call").text)
    assert "secret" not in evidence and QUOTE in evidence and "More was said." in evidence
    assert "secret" not in page.ids["source-text"] and "secret" in page.text, "folded in, not lost"
    address = next(address for address, text in Page(client.get("/meetings/m").text).links if text == QUOTE)
    assert page.ids[address.partition("#")[2]] == QUOTE


@pytest.mark.parametrize("name", NO_HEADS)
def test_what_is_no_head_is_shown(name: str, tmp_path: Path) -> None:
    client = _client(tmp_path, "call.txt", NO_HEADS[name])
    assert "We kept this." in Page(client.get("/sources/call").text).ids["source-text"]
    assert "details" not in [tag for tag, _ in Page(client.get("/sources/call").text).tags]


def test_a_quote_in_the_head_is_shown_in_it(tmp_path: Path) -> None:
    client = _client(tmp_path, *HEADS["Markdown"], quote="A secret head")
    assert "secret" in client.get("/evidence?about=meeting:m").text
    assert "A secret head" in [text for _, text in Page(client.get("/sources/call").text).links]
    assert "title: A secret head" in Page(client.get("/sources/call").text).ids["source-text"]
