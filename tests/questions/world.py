"""Random choices come in, a small world goes out: dossiers as plain data, and the texts of their sources.

The worlds are tricky on purpose: several files and sources tell of the same meeting, in parallel or at odds, some
things only the editor says, dates are vague or open, bodies are parts of others, and somebody is absent.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

Record = dict[str, Any]


def _day(text: str) -> date:
    return date.fromisoformat(text)


#: Dates as a dossier writes them, each with the first and the last day that it can mean; None is open.
DATES: dict[str, tuple[date | None, date | None]] = {
    "2022": (_day("2022-01-01"), _day("2022-12-31")),
    "2022-01": (_day("2022-01-01"), _day("2022-01-31")),
    "2022-01~": (_day("2022-01-01"), _day("2022-01-31")),
    "2022-01-XX": (_day("2022-01-01"), _day("2022-01-31")),
    "2022-01-05": (_day("2022-01-05"), _day("2022-01-05")),
    "2022-01-06": (_day("2022-01-06"), _day("2022-01-06")),
    "2022-01-05/2022-01-09": (_day("2022-01-05"), _day("2022-01-09")),
    "../2022-01-06": (None, _day("2022-01-06")),
    "2022-01-06/..": (_day("2022-01-06"), None),
    "2021-12-31": (_day("2021-12-31"), _day("2021-12-31")),
    "2022-21": (_day("2022-03-01"), _day("2022-05-31")),
    "2021-24": (_day("2021-12-01"), _day("2022-02-28")),
    "202X": (_day("2020-01-01"), _day("2029-12-31")),
    "2022-04-01": (_day("2022-04-01"), _day("2022-04-01")),
}
PEOPLE = {"ann": "Ann Lee", "bob": "Bob Stone", "cat": "Cat Lee", "dan": "Ann Lee", "eve": "Eve Moss"}
BODIES = {
    "north": ("state", "North"),
    "bureau": ("organization", "Bureau of Trade"),
    "office": ("organization", "Office for Trade"),
    "team": ("group", "Team of the North"),
    "desk": ("group", "Desk"),
    "south": ("state", "South"),
}
PLACES = {"hall": "Hall", "old-hall": "Old Hall", "port": "Port"}
#: One is the name of a place, the other is a place by being named.
COUNTRIES = {"PORT": "port", "Northern Isles": "northern-isles"}
TOPICS = {"trade": "Trade", "peace": "Peace and trade"}
SOURCES = {"paper": "The paper", "radio": "Radio of the North", "letter": "A letter"}
#: What a meeting is, if any source says so, in this order.
STATUSES = ("held", "cancelled", "planned", "proposed")
KINDS, FORMATS = ("talks", "state visit"), ("by telephone", "in person")
#: When the sources were published: the letter some day of the month in which the paper was, so neither is the older.
PUBLISHED = {"paper": "2022-01-07", "radio": "2022-02-01", "letter": "2022-01"}
ROLES = ("host", "co-host", "envoy", "Chair")
#: Said three times in each text, so that a quote has to say which time is meant.
REFRAIN = "Nothing else was said."
SENTENCES = (
    "Talks on trade were held.",
    "Ann Lee met somebody\nfrom the North.",
    "The bureau wants peace.",
    "Old friends of trade\n  talked at the port.",
    "No summit took place.",
)


@dataclass(frozen=True)
class World:
    """Dossiers by file name, in the order of loading, and the texts of the sources by id."""

    files: dict[str, Record]
    texts: dict[str, str]

    def write(self, folder: Path) -> list[Path]:
        """Write all of it to a folder; give the paths of the dossiers in the order of loading."""
        folder.mkdir(parents=True, exist_ok=True)
        for source, text in self.texts.items():
            (folder / f"{source}.txt").write_text(text, encoding="utf-8")
        paths = []
        for name, dossier in self.files.items():
            paths.append(folder / f"{name}.yaml")
            # JSON is YAML as well.
            paths[-1].write_text(json.dumps(dossier, indent=1), encoding="utf-8")
        return paths


def text_of(source: str) -> str:
    """The text of a source: its sentences and the refrain between them."""
    lines = [f"{SOURCES[source]} of January"]
    for number, sentence in enumerate(SENTENCES):
        lines += [sentence, REFRAIN] if number % 2 == 0 else [sentence]
    return "\n\n".join(lines) + "\n"


def worlds() -> st.SearchStrategy[World]:
    """Small worlds of one to three files."""
    return st.randoms(use_true_random=False).map(made)


def made(chance: Any) -> World:
    """A small world of these choices; `chance` is a random.Random."""
    return _Maker(chance).world()


def _before(one: str, ids: Iterable[str]) -> list[str]:
    """Of the ids those before this one: what is a part of one before it is in no circle."""
    return list(takewhile(lambda each: each != one, ids))


class _Maker:
    """Makes one world of random choices; `chance` is a random.Random."""

    def __init__(self, chance: Any) -> None:
        self.chance = chance
        self.names = ["first", "second", "third"][: chance.choice([1, 2, 2, 3])]
        self.actors = [*PEOPLE, *BODIES]
        #: Who speaks, and is spoken of: few, so that one has several claims on another.
        self.speakers = chance.sample(self.actors, 3)
        self.meetings = [f"m{number}" for number in range(1, chance.randint(1, 6) + 1)]
        self.claims = [f"c{number}" for number in range(1, chance.randint(0, 6) + 1)]
        #: Of a file that has just one source, the reports need not name it.
        self.alone: dict[str, bool] = {}

    def world(self) -> World:
        """A whole world."""
        files = {name: self._file(name, number) for number, name in enumerate(self.names)}
        for kind, ids, make in (("meetings", self.meetings, self._meeting), ("claims", self.claims, self._claim)):
            for each in ids:
                telling = self._some(self.names, [1, 1, 2])
                # In this order of files: only the first that tells of it must say what it is.
                for number, name in enumerate(sorted(telling, key=self.names.index)):
                    files[name][kind].append(make(each, name, number == 0))
        return World(files, {source: text_of(source) for source in SOURCES})

    def _one(self, choices: Any, none: int = 1) -> Any:
        """One of the choices, or None as if it stood among them `none` times."""
        return self.chance.choice([*choices, *[None] * none])

    def _some(self, choices: Any, sizes: list[int]) -> list[Any]:
        choices = list(choices)
        return self.chance.sample(choices, min(self.chance.choice(sizes), len(choices)))

    def _one_or_several(self, choices: Any, sizes: list[int]) -> Any:
        """Some of the choices; one alone is not always in a list."""
        some = self._some(choices, sizes)
        return some[0] if len(some) == 1 and self.chance.random() < 0.5 else some

    def _file(self, name: str, number: int) -> Record:
        """The first file introduces everybody; the others add to some of them."""
        first = number == 0
        own = list(SOURCES) if first else self._some(SOURCES, [0, 1, 1, 2])
        self.alone[name] = len(own) == 1
        actors = self.actors if first else self._some(self.actors, [0, 2, 4])
        return {
            "title": f"The {name} file",
            "sources": [self._source(each) for each in own],
            "places": [self._place(each, title) for each, title in PLACES.items()] if first else [],
            "topics": [{"id": each, "name": title} for each, title in TOPICS.items()] if first else [],
            "actors": [self._actor(each, name, first) for each in actors],
            "meetings": [],
            "claims": [],
        }

    def _place(self, place: str, name: str) -> Record:
        return _given(id=place, name=name, part_of=self._one(_before(place, PLACES), 4), country=self._one(COUNTRIES, 3))

    def _source(self, source: str) -> Record:
        # The same in every file, so that files never disagree on it.
        kind = {} if source == "letter" else {"kind": source}
        about = {"title": SOURCES[source], "text": f"{source}.txt", "published": PUBLISHED[source]}
        return {"id": source, **about, **kind}

    def _actor(self, actor: str, file: str, first: bool) -> Record:
        record: Record = {"id": actor}
        if first:
            kind, name = ("person", PEOPLE[actor]) if actor in PEOPLE else BODIES[actor]
            record |= {"kind": kind, "name": name}
        bodies = [each for each in BODIES if each != actor]
        return _given(
            **record,
            part_of=self._one(_before(actor, BODIES), 8 if actor in PEOPLE else 3),
            affiliations=[self._affiliation(each, file) for each in self._some(bodies, [0, 0, 1, 2])],
            aliases=self._some(["Old Hand", "Envoy of Trade"], [0, 0, 1]),
        )

    def _affiliation(self, body: str, file: str) -> Record:
        return _given(
            actor=body,
            role=self._one(ROLES, 2),
            since=self._one(["2020", "2021-05"], 2),
            until=self._one(["2021", "2022-01-05"], 3),
            reports=self._reports(file, [0, 1, 2], dated=False),
        )

    def _reports(self, file: str, sizes: list[int], dated: bool = True) -> list[Any]:
        return [self._report(file, dated) for _ in range(self.chance.choice(sizes))]

    def _report(self, file: str, dated: bool) -> Any:
        named = None if self.alone[file] and self.chance.random() < 0.5 else self.chance.choice(list(SOURCES))
        quote = self._one([" ".join(each.split()) for each in SENTENCES] + [REFRAIN])
        if named is None and quote and self.chance.random() < 0.3:
            return quote
        return _given(
            source=named or (None if self.alone[file] else "paper"),
            quote=quote,
            occurrence=self.chance.choice([1, 2, 3]) if quote == REFRAIN else None,
            page=self._one(["12"], 4),
            date=self._one(DATES, 10) if dated else None,
            place=self._one(PLACES, 5) if dated else None,
        )

    def _meeting(self, meeting: str, file: str, first: bool) -> Record:
        return _given(
            id=meeting,
            title=f"{self.chance.choice(['Talks', 'Summit', 'Old talks'])} {meeting}" if first else None,
            summary=self._one(["About peace and trade"], 2),
            kind=self._one(KINDS) if first else None,
            format=self._one(FORMATS) if first else None,
            status=self._one(STATUSES, 6),
            date=self._one(DATES, 3),
            place=self._one(PLACES, 2),
            part_of=self._one(_before(meeting, self.meetings), 8),
            topics=self._some(TOPICS, [0, 1, 2]),
            participants=[self._participant(file) for _ in range(self.chance.choice([0, 1, 2, 3, 4]))],
            reports=[self._report_of_meeting(file) for _ in range(self.chance.choice([1, 1, 2, 3]))],
        )

    def _report_of_meeting(self, file: str) -> Any:
        report = self._report(file, dated=True)
        status = self._one(STATUSES, 8)
        return report if isinstance(report, str) else _given(**report, status=status)

    def _participant(self, file: str) -> Any:
        actor = self.chance.choice(self.actors)
        if self.chance.random() < 0.3:
            return actor
        return _given(
            actor=actor,
            role=self._one(ROLES, 4),
            status=self._one(["attended", "invited", "absent", "absent"], 8),
            reports=self._reports(file, [0, 1, 1, 2], dated=False),
        )

    def _claim(self, claim: str, file: str, first: bool) -> Record:
        others = [each for each in self.claims if each != claim]
        return _given(
            id=claim,
            text=f"{self.chance.choice(['Trade is good', 'Peace is near', 'No talks'])}, says {claim}"
            if first
            else None,
            kind=self._one(["denial", "demand"]),
            speaker=self._one_or_several(self.speakers, [0, 1, 1, 2, 3]),
            on_behalf_of=self._one_or_several(self.speakers, [0, 0, 0, 1, 2]),
            to=self._some(self.speakers, [0, 1, 2]),
            about=self._some(self.speakers, [0, 1, 2]),
            about_meetings=self._some(self.meetings, [0, 0, 1]),
            made_at=self._one(self.meetings, 3),
            date=self._one(DATES, 3),
            topics=self._some(TOPICS, [0, 1]),
            contradicts=self._some(others, [0, 0, 1]),
            supports=self._some(others, [0, 0, 1]),
            answers=self._some(others, [0, 0, 1]),
            reports=self._reports(file, [1, 1, 2]),
        )


def _given(**fields: Any) -> Record:
    """The fields that hold something."""
    return {name: value for name, value in fields.items() if value not in (None, [], "")}
