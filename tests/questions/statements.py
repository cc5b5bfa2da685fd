"""A dossier as plain data comes in; its statements go out, each with who says it, by the rules of the format.

A statement is said by the source of its own report; without one by the source of its record, if just one source
reports that; else by the editor, which is the file itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from questions.world import COUNTRIES, Record

#: Field of a claim -> what it says; the last three are the editor's word.
_OF_CLAIMS = {"to": "told", "about": "claim about", "about_meetings": "claim about meeting", "topics": "claim topic"}
_BETWEEN_CLAIMS = ("contradicts", "supports", "answers")


@dataclass(frozen=True)
class Said:
    """One statement: `leaf` and `hub` are ids, the rest is what the source says with it."""

    what: str
    leaf: str
    hub: str
    source: str
    file: str
    role: str | None = None
    joint: bool = False
    status: str | None = None
    since: str | None = None
    until: str | None = None
    quote: str | None = None
    start: int | None = None
    end: int | None = None
    page: str | None = None
    date: str | None = None
    place: str | None = None


class File:
    """What one file says."""

    def __init__(self, name: str, dossier: Record, texts: Mapping[str, str]) -> None:
        self._name = name
        self._dossier = dossier
        self._texts = texts
        sources = [each["id"] for each in dossier["sources"]]
        self._only = sources[0] if len(sources) == 1 else None

    def statements(self) -> Iterator[Said]:
        """Every statement of the file."""
        for actor in self._dossier["actors"]:
            yield from self._of_actor(actor)
        for place in self._dossier["places"]:
            for wider in {place.get("part_of"), COUNTRIES.get(place.get("country"))} - {None, place["id"]}:
                yield self._say("place part", place["id"], wider)
        for meeting in self._dossier["meetings"]:
            yield from self._of_meeting(meeting)
        for claim in self._dossier["claims"]:
            yield from self._of_claim(claim)

    def _say(self, what: str, leaf: str, hub: str, source: str | None = None, **more: Any) -> Said:
        return Said(what, leaf, hub, source or self._name, self._name, **more)

    def _of_actor(self, actor: Record) -> Iterator[Said]:
        if "part_of" in actor:
            yield self._say("part", actor["id"], actor["part_of"])
        for office in actor.get("affiliations", []):
            own = {name: office.get(name) for name in ("role", "since", "until")}
            for said in self._own_reports(office) or [{}]:
                yield self._say("office", actor["id"], office["actor"], **own, **said)

    def _of_meeting(self, meeting: Record) -> Iterator[Said]:
        id = meeting["id"]
        whose = self._whose(meeting)
        yield from self._reports("meeting reported", meeting, whose)
        for part in _maps(meeting, "participants", "actor"):
            own = {"role": part.get("role"), "status": part.get("status")}
            for said in self._own_reports(part) or [{"source": whose}]:
                yield self._say("participant", id, part["actor"], **own, **said)
        stated = [(each["place"], self._source(each)) for each in _maps(meeting, "reports", "quote") if "place" in each]
        for place, source in stated:
            yield self._say("place", id, place, source)
        if "place" in meeting and meeting["place"] not in [place for place, _ in stated]:
            # Where sources give another place than the record, the record's own is the editor's.
            yield self._say("place", id, meeting["place"], None if stated else whose)
        for topic in meeting.get("topics", []):
            yield self._say("meeting topic", id, topic, whose)
        if "part_of" in meeting:
            yield self._say("meeting part", id, meeting["part_of"])

    def _of_claim(self, claim: Record) -> Iterator[Said]:
        id = claim["id"]
        whose = self._whose(claim)
        yield from self._reports("claim reported", claim, whose)
        for name, capacity in (("speaker", "speaker"), ("on_behalf_of", "on behalf of")):
            several = claim.get(name, [])
            several = [several] if isinstance(several, str) else several
            joint = capacity == "speaker" and len(several) > 1
            for actor in several:
                yield self._say("made by", id, actor, whose, role=capacity, joint=joint)
        if "made_at" in claim:
            yield self._say("made at", id, claim["made_at"], whose)
        for name, what in _OF_CLAIMS.items():
            for hub in claim.get(name, []):
                yield self._say(what, id, hub, whose)
        for what in _BETWEEN_CLAIMS:
            for hub in claim.get(what, []):
                yield self._say(what, id, hub)

    def _reports(self, what: str, record: Record, whose: str) -> Iterator[Said]:
        """The record's reports. Where one source alone reports it, the record's date and place are what it says."""
        for report, own in zip(_maps(record, "reports", "quote"), self._own_reports(record), strict=True):
            said = {name: report.get(name) for name in ("date", "place")}
            if whose != self._name:
                said = {name: value or record.get(name) for name, value in said.items()}
            said["status"] = report.get("status") or record.get("status")
            yield self._say(what, record["id"], own["source"], **said, **own)

    def _whose(self, record: Record) -> str:
        """Who says what has no report of its own."""
        sources = {self._source(report) for report in _maps(record, "reports", "quote")}
        return sources.pop() if len(sources) == 1 else self._name

    def _source(self, report: Record) -> str:
        source = report.get("source", self._only)
        assert source is not None, "in a file of several sources each report names its own"
        return str(source)

    def _own_reports(self, part: Record) -> list[Record]:
        """For each report of a part: its source, its words and the page."""
        return [
            {"source": self._source(report), "page": report.get("page"), **self._words(report)}
            for report in _maps(part, "reports", "quote")
        ]

    def _words(self, report: Record) -> Record:
        """The quote, and where it stands in the source's text."""
        if "quote" not in report:
            return {}
        pattern = r"\s+".join(re.escape(word) for word in report["quote"].split())
        places = list(re.finditer(pattern, self._texts[self._source(report)]))
        place = places[report.get("occurrence", 1) - 1]
        return {"quote": report["quote"], "start": place.start(), "end": place.end()}


def _maps(record: Record, field: str, key: str) -> list[Record]:
    """A list whose entries may be written short, as a bare text for the one key."""
    return [{key: each} if isinstance(each, str) else each for each in record.get(field, [])]
