"""A number of nodes and a seed come in, files of a made-up world go out, as if they had been read from files.

Few actors take part in many meetings and many in few (Zipf-like); meetings have 2 to 12 participants and one to four
reports; every report quotes its source. The same seed gives the same world.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from explorer.reading.input_files import InputFile
from explorer.reading.located import Tree
from explorer.reading.records import Actor, Claim, Dossier, Meeting, Participant, Place, Report, Source, Topic

#: Meetings and claims of one file, so that memory does not grow with the world.
_IN_ONE_FILE = 20_000
_SENTENCES = [f"Sentence {number} of this text says that they met and spoke." for number in range(1, 41)]
_TEXT = "\n".join(_SENTENCES)
_FIRST_DAY = date(2000, 1, 1)
_DAYS = 8_000
_SYLLABLES = "an bel cor dan el fir gor hal is jon kar lim mor nel or pet".split()


class World:
    """A made-up world of about `nodes` nodes, spellings of names included."""

    def __init__(self, nodes: int, seed: int = 1) -> None:
        self._random = random.Random(seed)
        self.meetings = nodes // 5
        self.claims = nodes // 10
        self.actors = nodes // 5
        self.sources = nodes // 10
        self.places = max(20, nodes // 500)
        self.topics = max(20, nodes // 1000)

    def pieces(self) -> Iterator[InputFile]:
        """Actors, places and topics first, then meetings and claims with their sources."""
        actors = [self._actor(number) for number in range(self.actors)]
        places = [Place(id=f"place-{n}", name=f"{self._word()}ville {n}") for n in range(self.places)]
        topics = [Topic(id=f"topic-{n}", name=f"{self._word()} question {n}") for n in range(self.topics)]
        yield _piece("actors", Dossier(title="Actors", actors=actors, places=places, topics=topics))
        count = -(-(self.meetings + self.claims) // _IN_ONE_FILE)
        for number in range(count):
            yield self._reports(number, count)

    def _reports(self, number: int, count: int) -> InputFile:
        mine = range(number, self.sources, count)
        sources = [Source(id=f"source-{n}", title=f"Report {n}", kind="article", text="text.txt") for n in mine]
        meetings = [self._meeting(n, mine) for n in range(number, self.meetings, count)]
        claims = [self._claim(n, meetings, mine) for n in range(number, self.claims, count)]
        dossier = Dossier(title=f"Reports {number}", sources=sources, meetings=meetings, claims=claims)
        return _piece(f"reports-{number}", dossier, {source.id: _TEXT for source in sources})

    def _actor(self, number: int) -> Actor:
        if number % 50 == 49:
            return Actor(id=f"actor-{number}", kind="organization", name=f"{self._word().title()} Council {number}")
        name = f"{self._word().title()} {self._word().title()}{self._word()} {number}"
        body = f"actor-{self._often(self.actors // 50) * 50 + 49}"
        bodies = [{"actor": body, "role": "member"}] if number % 3 == 0 else []
        return Actor.model_validate({"id": f"actor-{number}", "kind": "person", "name": name, "affiliations": bodies})

    def _meeting(self, number: int, sources: range) -> Meeting:
        day = _FIRST_DAY + timedelta(days=self._random.randrange(_DAYS))
        size = self._random.choice((2, 2, 2, 3, 3, 4, 5, 7, 9, 12))
        participants = [Participant(actor=f"actor-{n}") for n in {self._often(self.actors) for _ in range(size)}]
        return Meeting(
            id=f"meeting-{number}",
            title=f"Talks {number} on the {self._word()} matter",
            kind="talks",
            date=day.isoformat() if number % 10 else day.strftime("%Y-%m"),
            place=f"place-{self._often(self.places)}",
            participants=participants,
            topics=[f"topic-{self._often(self.topics)}"],
            reports=[self._report(sources) for _ in range(self._random.choice((1, 1, 2, 3, 4)))],
        )

    def _claim(self, number: int, meetings: list[Meeting], sources: range) -> Claim:
        meeting = self._random.choice(meetings)
        speaker, addressee, subject = (f"actor-{self._often(self.actors)}" for _ in range(3))
        return Claim(
            id=f"claim-{number}",
            text=f"The {self._word()} matter is as {self._word()} as in {number}",
            kind="statement",
            speaker=speaker,
            to=[addressee],
            about=[subject],
            made_at=meeting.id,
            date=meeting.date,
            topics=meeting.topics,
            reports=[self._report(sources)],
        )

    def _report(self, sources: range) -> Report:
        source = sources[self._often(len(sources))]
        return Report(source=f"source-{source}", quote=self._random.choice(_SENTENCES))

    def _often(self, size: int) -> int:
        """A number below `size`, small ones far more often than large ones."""
        return min(size - 1, int(size ** self._random.random()) - 1) if size > 1 else 0

    def _word(self) -> str:
        return "".join(self._random.choices(_SYLLABLES, k=2))


def _piece(name: str, dossier: Dossier, texts: dict[str, str] | None = None) -> InputFile:
    return InputFile(name, f"{name}.yaml", name, dossier, Tree({}, {}), texts or {})
