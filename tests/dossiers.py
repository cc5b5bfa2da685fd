"""A small dossier that tests load, and edits of it that each change one thing; and a mark for tests of the real ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import DOSSIERS
from engines import in_ci

#: In CI nothing is left out: there a test of what is missing fails.
REAL = pytest.mark.skipif(
    not DOSSIERS and not in_ci(), reason="LEFT OUT: the real dossiers do not stand beside this checkout"
)

PAPER = """On 21 January Lavrov and Blinken met in Geneva. Lavrov, the Russian minister, was the host.
"The talks were frank," said Blinken. The talks were frank, said Lavrov too.
On 7 December Biden and Putin spoke for two hours by video.
"""
RADIO = "It is said that Lavrov saw Blinken on 20 January. Lavrov denied that an attack was planned.\n"
TALKS = """title: Talks
sources:
  - {id: paper, title: The paper, text: paper.txt, url: 'https://paper.example/1', published: 2022-01-23}
  - {id: radio, title: The radio, text: radio.txt}
places:
  - {id: geneva, name: Geneva, country: Switzerland, aliases: [Genève, Genf]}
topics:
  - {id: frankness, name: Frankness}
actors:
  - {id: ru, kind: state, name: Russia}
  - id: lavrov
    kind: person
    name: Sergei Lavrov
    aliases: [Сергей Лавров]
    affiliations:
      - {actor: ru, role: Minister, since: 2004-03, reports: [{source: paper, quote: the Russian minister}]}
  - {id: blinken, kind: person, name: Antony Blinken, description: He wears glasses}
  - {id: biden, kind: person, name: Joe Biden}
  - {id: putin, kind: person, name: Vladimir Putin, part_of: ru}
meetings:
  - id: geneva-talks
    title: Talks in Geneva
    kind: talks
    date: 2022-01-21
    place: geneva
    topics: [frankness]
    participants:
      - {actor: lavrov, role: host, reports: [{source: paper, quote: was the host}]}
      - blinken
    reports:
      - {source: paper, quote: Lavrov and Blinken met in Geneva., date: 2022-01-21, place: geneva}
      - {source: radio, quote: Lavrov saw Blinken on 20 January, date: 2022-01-20}
  - id: video-call
    title: Video call
    format: video
    date: 2021-12-07
    participants: [biden, putin]
    reports: [{source: paper, quote: Biden and Putin spoke for two hours by video}]
claims:
  - id: frank
    text: The talks were frank.
    speaker: lavrov
    about_meetings: [geneva-talks]
    made_at: geneva-talks
    reports: [{source: paper, quote: The talks were frank, occurrence: 2}]
  - id: denial
    text: No attack is planned.
    kind: denial
    speaker: lavrov
    on_behalf_of: ru
    to: blinken
    contradicts: frank
    reports: [{source: radio, quote: Lavrov denied that an attack was planned}]
"""
#: What is done to TALKS: each a text in it, and the text in its place.
EDITS = {
    "a comment": ("title: Talks\n", "# Written in haste.\ntitle: Talks\n"),
    "the title of the file": ("title: Talks\n", "title: More talks\n"),
    "a title": ("Talks in Geneva", "Talks by the lake"),
    "an alias added": ("[Genève, Genf]", "[Genève, Genf, Женева]"),
    "an alias gone": (", aliases: [Genève, Genf]", ""),
    "a name": ("Joe Biden", "Joseph Biden"),
    "a kind": ("id: biden, kind: person", "id: biden, kind: group"),
    "a field gone": (", description: He wears glasses", ""),
    "a date less precise": ("date: 2021-12-07", "date: 2021-12"),
    "a date gone": ("    date: 2021-12-07\n", ""),
    "a quote": ("quote: Lavrov and Blinken met in Geneva.", "quote: Lavrov and Blinken met"),
    "an occurrence": (", occurrence: 2", ""),
    "a report gone": ("      - {source: radio, quote: Lavrov saw Blinken on 20 January, date: 2022-01-20}\n", ""),
    "a role": ("role: host", "role: guest"),
    "a participant gone": ("      - blinken\n", ""),
    "an office gone": (", since: 2004-03, reports: [{source: paper, quote: the Russian minister}]", ""),
    "a place gone": (", place: geneva}", "}"),
    "a topic more": ("topics:\n", "topics:\n  - {id: attack, name: Attack, aliases: [Frankness]}\n"),
    "a meeting gone": (TALKS[TALKS.index("  - id: video-call") : TALKS.index("claims:")], ""),
    "all claims gone": (TALKS[TALKS.index("claims:") :], ""),
}


def talks(folder: Path, text: str = TALKS, name: str = "talks") -> Path:
    """The dossier in a file, its sources' texts beside it."""
    folder.mkdir(exist_ok=True)
    (folder / "paper.txt").write_text(PAPER, encoding="utf-8")
    (folder / "radio.txt").write_text(RADIO, encoding="utf-8")
    path = folder / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def edited(edit: str) -> str:
    """TALKS with one edit."""
    old, new = EDITS[edit]
    assert old in TALKS
    return TALKS.replace(old, new)
