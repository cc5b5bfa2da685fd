"""Single values of records: what is taken, how it is kept, and where the page shows it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import explorer
from explorer.errors import InputError
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


DURATIONS = {
    "1 hour 30 minutes": [
        "90 minutes", "90 min.", "90min", "1h30", "1 h 30", "1h 30m", "1h30min", "1.5 hours", "1,5 hours", "1½ hours", "1 1/2 hrs",
        "1 hour and 30 minutes", "1 hr, 30 mins", "an hour and a half", "one and a half hours", "1:30 h", "1:30:00", "PT1H30M",
        "pt1.5h",
    ],
    "90 minutes": ["PT90M"],  # what is written as it is stored is kept
    "45 minutes": ["three quarters of an hour", "forty-five minutes", "¾ hour", "0.75 h"],
    "30 minutes": ["half an hour", "a half hour", "Half-Hour"],
    "2 hours 10 minutes": ["2 hours 10 minutes", "two hours 10", "2h10"],
    "36 hours": ["36 hours"],
    "1 day 12 hours": ["1.5 days", "a day and a half", "1 d 12 h"],
    "14 days": ["2 weeks", "P2W"],
}  # fmt: skip


@pytest.mark.parametrize(("shown", "written"), [(shown, each) for shown, all in DURATIONS.items() for each in all])
def test_a_duration_is_understood_as_people_write_it(tmp_path: Path, shown: str, written: str) -> None:
    assert f"<dd>{shown}</dd>" in _meeting_page(tmp_path, written)


@pytest.mark.parametrize(
    ("written", "remedy"),
    [
        ("90", "write minutes or hours after it"),
        ("1:30", "hours and minutes, or minutes and seconds"),
        ("2 months", "write it in days"),
        ("about 2 hours", "not exact"),
        ("1–2 hours", "not exact"),
        ("1,500 minutes", "thousands or a fraction"),
        ("1 hour 2 hours", "write it such as 90 minutes"),
        (".5 hours", "write it such as 90 minutes"),
        ("1/7 hour", "write it such as 90 minutes"),
        ("1/0 hour", "write it such as 90 minutes"),
        ("soon", "write it such as 90 minutes"),
        (f"PT{'9' * 5_000}H", "write it such as 90 minutes"),
    ],
)
def test_a_duration_that_can_be_two_or_none_is_told_with_a_remedy(tmp_path: Path, written: str, remedy: str) -> None:
    with pytest.raises(InputError) as caught:
        _meeting_page(tmp_path, written)
    assert remedy in str(caught.value) and "d.yaml:4" in str(caught.value)


def _meeting_page(folder: Path, duration: str) -> str:
    (folder / "d.yaml").write_text(
        "title: One meeting\nsources: [{id: paper, title: The paper}]\nmeetings:\n"
        f"  - {{id: talks, title: Talks, source: paper, duration: '{duration}'}}\n",
        encoding="utf-8",
    )
    load(EmbeddedGraph(folder / "g.kgl", missing_ok=True), [folder / "d.yaml"])
    with explorer.connect(folder / "g.kgl") as connection:
        return create_app(connection).test_client().get("/meetings/talks").get_data(as_text=True)


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
