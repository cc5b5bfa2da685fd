"""What the sample answers, checked by hand: for each question something that a reader finds in the three texts.

The texts stand in sample/talks and sample/table; the ids are those of the records beside them.
"""

from __future__ import annotations

from typing import Any

import pytest

from explorer.answers.answer import Answer
from explorer.catalogue import catalogue
from explorer.connection import Connection
from explorer.examples.example_questions import examples
from explorer.examples.patience import Patience

SUMMIT, GENEVA, STOCKHOLM = "2021-06-16-biden-putin", "2022-01-21-blinken-lavrov", "2021-12-02-blinken-lavrov"
REYKJAVIK, COUNCIL, CANCELLED = "2021-05-19-blinken-lavrov", "2021-12-02-osce-stockholm", "2022-02-24-blinken-lavrov"
RIGA, KYIV, VIENNA = "2021-11-30-nato-riga", "2022-01-blinken-kyiv", "2022-01-13-osce-vienna"
NRC, DEPUTIES = "2022-01-12-russia-nato-council", "2022-01-10-us-russia-geneva"
ALL_TALKS = [GENEVA, STOCKHOLM, COUNCIL, SUMMIT, REYKJAVIK]
THREE = ["chronicle-of-talks", "geneva-notes", "register-of-journeys"]
EDITOR = "diplomacy-2021-2022"


def rows(sample: Connection, name: str, parameters: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows in short: entities as ids, evidence as the sources."""
    answer = sample.run(name, parameters)
    assert isinstance(answer, Answer), answer
    return [{column: short(value) for column, value in row.items()} for row in answer.rows]


def short(value: Any) -> Any:
    if isinstance(value, list):
        return list(dict.fromkeys(sorted(short(each) for each in value)))
    return value.get("id") or value["source"] if isinstance(value, dict) else value


def column(sample: Connection, name: str, which: str, **parameters: Any) -> list[Any]:
    return [row[which] for row in rows(sample, name, parameters)]


#: Question, what is asked, a column, and what stands in it.
COLUMNS: list[tuple[str, dict[str, Any], str, list[Any]]] = [
    ("meetings-involving", {"actor": "Лавров"}, "meeting", [CANCELLED, *ALL_TALKS]),
    ("meetings-involving", {"actor": "lavrov", "until": "2021-06"}, "meeting", [SUMMIT, REYKJAVIK]),
    ("meetings-involving", {"actor": "lavrov"}, "status", ["cancelled", None, None, None, None, None]),
    (
        "meetings-of-organization",
        {"organization": "OSCE"},
        "via",
        [["osce-permanent-council", "rau"], ["linde", "osce-ministerial-council"]],
    ),
    ("meetings-of-organization", {"organization": "ua"}, "meeting", [KYIV, "2021-12-09-biden-zelenskyy", RIGA]),
    ("meetings-between", {"actor": "lavrov", "other": "blinken"}, "meeting", [CANCELLED, *ALL_TALKS]),
    ("meetings-between", {"actor": "us", "other": "nato"}, "via", [["sherman"], ["blinken"]]),
    ("meetings-between", {"actor": "us", "other": "nato"}, "other_via", [["stoltenberg"], ["stoltenberg"]]),
    ("meetings-in", {"place": "Villa La Grange"}, "meeting", [SUMMIT]),
    ("meetings-in", {"place": "Genf"}, "meeting", [CANCELLED, GENEVA, DEPUTIES, SUMMIT]),
    ("meetings-about", {"topic": "Arms control"}, "meeting", [NRC]),
    (
        "meetings-during",
        {"since": "2022-01-12", "until": "2022-01-13"},
        "meeting",
        [VIENNA, NRC, "2022-01-security-guarantees"],
    ),
    ("meetings-during", {"until": "2021-03-17"}, "meeting", ["2021-03-16-us-japan-tokyo"]),
    ("meetings", {"actor": "us", "other": "ru", "topics": "guarantees", "until": "2021"}, "via", [["biden", "putin"], ["blinken", "lavrov"]]),
    ("meetings", {"actor": "Blinken", "other": "Lavrov", "third": "Linde"}, "meeting", [COUNCIL]),
    ("meetings", {"place": "Switzerland", "topic": "security guarantees"}, "meeting", [GENEVA, DEPUTIES]),
    ("meetings", {"status": "Cancelled"}, "meeting", [CANCELLED]),
    ("meetings", {"source": "geneva-notes", "meeting_format": "video"}, "meeting", []),
    ("planned-meetings", {"since": "2021"}, "meeting", []),
    ("cancelled-meetings", {"actor": "blinken"}, "meeting", [CANCELLED]),
    ("who-met", {"actor": "lavrov"}, "times", [5, 1, 1, 1, 1, 1]),
    (
        "who-met",
        {"actor": "lavrov"},
        "who",
        ["blinken", "biden", "linde", "osce-ministerial-council", "parmelin", "putin"],
    ),
    (
        "who-met",
        {"actor": "lavrov"},
        "last",
        [GENEVA[:10], "2021-06-16", *["2021-12-02/2021-12-03"] * 2, *["2021-06-16"] * 2],
    ),
    ("met-both", {"actor": "lavrov", "other": "zelenskyy"}, "who", ["blinken", "biden"]),
    ("met-both", {"actor": "lavrov", "other": "zelenskyy"}, "with_other", [[KYIV], ["2021-12-09-biden-zelenskyy"]]),
    ("most-connected", {"limit": 1}, "who", ["blinken"]),
    ("most-connected", {"limit": 1}, "counterparts", [24]),
    ("most-connected", {"limit": 1}, "meetings", [12]),
    (
        "timeline",
        {"actor": "putin"},
        "part",
        [["took part"], ["on behalf of"], ["took part"], ["addressed"], ["speaker"], ["took part"]],
    ),
    ("timeline", {"actor": "putin"}, "date", ["2021-06-16", "2021-11", *["2021-12-07"] * 3, "2021-12-30"]),
    ("claims-by", {"actor": "Sherman"}, "claim", ["2022-01-10-sherman-barracks", "2022-01-10-sherman-open-door"]),
    ("claims-by", {"actor": "putin"}, "speaker", [["putin"], ["peskov"]]),
    ("claims-about", {"actor": "China", "since": "2021-03-19"}, "speaker", [["blinken"], ["yang-jiechi"]]),
    ("claims-by-about", {"actor": "lavrov", "other": "nato"}, "claim", ["2021-12-02-lavrov-guarantees"]),
    ("claims-to", {"actor": "lavrov"}, "claim", ["2021-12-02-blinken-warning"]),
    ("claims-on", {"topic": "arms control"}, "speaker", [["stoltenberg"]]),
    ("claims", {"by": "Blinken", "on": "sanctions"}, "claim", ["2022-01-21-blinken-warning"]),
    ("claims", {"by": "putin", "to": "biden"}, "claim", ["2021-12-07-putin-guarantees"]),
    ("claims", {"kind": "DENIAL", "least_sources": 2}, "claim", ["2022-01-21-lavrov-denial"]),
    ("claims-in", {"place": "Stockholm"}, "claim", ["2021-12-02-blinken-warning", "2021-12-02-lavrov-guarantees"]),
    ("claims-by-both", {"actor": "lavrov", "other": "blinken", "topic": "security guarantees"}, "whose", [["lavrov"], ["blinken"]]),
    ("answers-to", {"actor": "lavrov", "other": "blinken"}, "claim", ["2022-01-21-lavrov-denial"]),
    ("answers-to", {"actor": "lavrov", "other": "blinken"}, "other_claim", ["2022-01-19-blinken-short-notice"]),
    ("topics-discussed", {"actor": "lavrov"}, "times", [3, 3, 1, 1]),
    ("office-holders", {"role": "foreign minister", "organization": "ru", "since": "2021", "until": "2021"}, "who", ["lavrov"]),
    ("office-holders", {"role": "president", "until": "2021-01-19"}, "who", ["parmelin", "zelenskyy"]),
    ("sources-mentioning", {"actor": "parmelin"}, "source", ["chronicle-of-talks", "geneva-notes"]),
    ("sources-mentioning", {"actor": "parmelin"}, "meetings", [[SUMMIT], [SUMMIT]]),
    ("claims-about-meeting", {"meeting": GENEVA}, "speaker", [["blinken"], ["blinken"], ["lavrov"]]),
    ("claims-about-meeting", {"meeting": COUNCIL}, "relation", [["made at it"]]),
    ("sources-of-claim", {"claim": "2022-01-21-lavrov-denial"}, "evidence", [THREE[:2]]),
    ("disputed-claims", {"actor": "peskov"}, "said_by", [[EDITOR]]),
    ("disputed-claims", {"actor": "peskov"}, "other_claim", ["2021-11-peskov-denial"]),
    ("disputed-claims", {"topic": "Human rights"}, "claim", ["2021-03-18-blinken-concerns"]),
    (
        "related-claims",
        {"claim": "2022-01-10-ryabkov-denial"},
        "relation",
        ["is supported by it", "answers it", "contradicts it", "supports it"],
    ),
    (
        "path-between",
        {"actor": "zelenskyy", "other": "lavrov"},
        "meeting",
        ["2021-12-09-biden-zelenskyy", SUMMIT, KYIV, GENEVA],
    ),
    ("path-between", {"actor": "motegi", "other": "jp"}, "via", ["Foreign Minister"]),
    ("people-of", {"organization": "Russian Foreign Ministry"}, "who", ["grushko", "lavrov", "ryabkov"]),
    ("people-of", {"organization": "Russia"}, "body", ["ru-mfa", "ru", "ru", "ru-mfa", "ru-mfa", "ru"]),
    ("offices-of", {"actor": "lavrov"}, "since", ["2004-03", None]),
    ("offices-of", {"actor": "lavrov"}, "within", [["ru"], []]),
    ("neighbourhood", {"actor": "peskov"}, "relation", ["belongs to", "made the claim"]),
    ("participants-of", {"meeting": SUMMIT}, "who", ["blinken", "parmelin", "biden", "lavrov", "putin"]),
    (
        "participants-of",
        {"meeting": DEPUTIES},
        "role",
        [[], ["head of delegation"], [], ["head of delegation", "host"]],
    ),
    ("sources-of-meeting", {"meeting": SUMMIT}, "source", [*THREE, EDITOR]),
    ("sources-of-meeting", {"meeting": SUMMIT}, "place", [["geneva"], ["villa-la-grange"], ["geneva"], []]),
    ("differing-reports", {"meeting": GENEVA}, "what", []),
    ("differing-reports", {"meeting": COUNCIL}, "what", ["date", "role"]),
    ("single-source", {"actor": "zelenskyy"}, "source", ["chronicle-of-talks", "chronicle-of-talks"]),
    ("without-quote", {}, "meeting", [None, "2022-01-20-berlin-quad"]),
    ("without-quote", {}, "quoted", [False, True]),
    ("what-a-source-says", {"source": EDITOR, "limit": 1}, "actor", ["lavrov"]),
    ("search", {"words": "Anchorage sanctions"}, "hits", [2, 1, 1, 1, 1, 1, 1, 1, 1]),
    ("search", {"words": "Genève chronicle"}, "source", ["chronicle-of-talks", None]),
]


@pytest.mark.parametrize(("name", "parameters", "which", "values"), COLUMNS)
def test_the_sample_answers(sample: Connection, name: str, parameters: dict[str, Any], which: str, values: Any) -> None:
    assert column(sample, name, which, **parameters) == values


#: Question, what is asked, and words of a source that stand in its evidence.
QUOTES: list[tuple[str, dict[str, Any], str, str]] = [
    ("meetings-involving", {"actor": "parmelin"}, "geneva-notes", "Guy Parmelin greeted both guests at the villa."),
    ("meetings-between", {"actor": "us", "other": "ru"}, "chronicle-of-talks", "Alexander Grushko spoke for Russia"),
    (
        "claims-by",
        {"actor": "peskov"},
        "chronicle-of-talks",
        "Dmitry Peskov, spokesman of the Russian President, replied that troops moving inside Russia need worry nobody "
        "and that Russia threatened no one.",
    ),
    (
        "meetings-involving",
        {"actor": "wang yi"},
        "anchorage-notes",
        "Talks of the United States and China were held in Anchorage, Alaska, on 18 and 19 March, in three sessions.",
    ),
    ("offices-of", {"actor": "rau"}, "chronicle-of-talks", "Zbigniew Rau, as Chairman-in-Office"),
    ("participants-of", {"meeting": COUNCIL}, "register-of-journeys", "Host: Ann Linde, Foreign Minister of Sweden."),
    ("what-a-source-says", {"source": "geneva-notes"}, "geneva-notes", "The session took nearly eight hours."),
]


@pytest.mark.parametrize(("name", "parameters", "source", "quote"), QUOTES)
def test_the_sources_own_words_stand_beside(
    sample: Connection, name: str, parameters: dict[str, Any], source: str, quote: str
) -> None:
    answer = sample.run(name, parameters)
    assert isinstance(answer, Answer)
    found = [each for row in answer for each in row["evidence"] if (each["source"], each["quote"]) == (source, quote)]
    assert found, answer.rows
    text = sample.page("source", source)["text"]
    assert " ".join(text[found[0]["start"] : found[0]["end"]].split()) == quote


def test_every_example_is_of_a_question() -> None:
    assert {name for name, *_ in COLUMNS} <= set(catalogue.load(None))


def test_a_meeting_of_three_sources_counts_once(sample: Connection) -> None:
    found = rows(
        sample, "meetings-between", {"actor": "blinken", "other": "lavrov", "since": "2022-01", "until": "2022-01"}
    )
    assert [(row["meeting"], row["evidence"]) for row in found] == [(GENEVA, THREE)]
    for name, parameters in (
        ("meetings-of-organization", {"organization": "us"}),
        ("meetings-during", {"since": "2021", "until": "2022"}),
    ):
        meetings = column(sample, name, "meeting", **parameters)
        assert len(meetings) == len(set(meetings)) > 10


#: Rows that are counted, or found by their words, state no fact of their own; what an editor says has no words.
_NO_FACT = {("most-connected", ""), ("topics-discussed", ""), ("search", "actor"), ("search", "place"), ("search", "topic"), ("search", "source"), ("sources-of-meeting", "dossier")}


#: No meeting of the sample is merely planned.
_NOT_IN_THE_SAMPLE = ("planned-meetings",)


@pytest.mark.parametrize("name", catalogue.load(None))
def test_every_row_that_states_a_fact_has_its_evidence(sample: Connection, name: str) -> None:
    checked = [parameters for question, parameters, *_ in COLUMNS if question == name]
    asked = checked or [examples(sample, Patience(60))[name].parameters]
    found = [row for parameters in asked for row in rows(sample, name, {**parameters, "limit": 1000})]
    for row in found:
        if not {(name, row.get("kind")), (name, "")} & _NO_FACT:
            kinds = [each.name for each in catalogue.load(None)[name].columns if each.type == "evidence list"]
            assert kinds and all(row[kind] for kind in kinds), row
    assert found or name in _NOT_IN_THE_SAMPLE


def test_no_chain_goes_through_a_source_or_a_claim(sample: Connection) -> None:
    # Peskov is in no meeting. The chronicle tells of him and of Baerbock; only his office and hers lead on.
    found = rows(sample, "path-between", {"actor": "peskov", "other": "baerbock"})
    assert found and {row["hop"] for row in found} == {1, 2, 3, 4}
    for row in found:
        assert row["meeting"] or row["via"] in (
            "Spokesman of the President",
            "includes",
            "has as Foreign Minister",
            "has as President",
        )
        assert (row["shared"] > 0) == bool(row["meeting"]) and row["evidence"]
    # Who is linked by nothing but texts is not linked.
    assert (
        rows(sample, "path-between", {"actor": "cpc-foreign-affairs-office", "other": "cleverly", "max_degree": 1})
        == []
    )


def test_hubs_can_be_left_out(sample: Connection) -> None:
    through = column(sample, "path-between", "to", actor="motegi", other="lavrov")
    assert through == ["blinken", "lavrov"]
    without = column(sample, "path-between", "to", actor="motegi", other="lavrov", max_degree="10")
    assert "blinken" not in without


def test_what_a_period_may_hold_is_there_and_what_it_cannot_is_not(sample: Connection) -> None:
    january = column(sample, "meetings-during", "meeting", since="2022-01-25", until="2022-01-26")
    assert january == ["2022-01-security-guarantees"], "a meeting of which only the month is known"
    assert column(sample, "meetings-during", "meeting", since="2022-03", until="2022-04") == []
    assert column(sample, "claims-by", "claim", actor="blinken", until="2021-11-15", since="2021-10") == [
        "2021-11-blinken-troops"
    ]
