"""A world comes in; what can be known of it goes out, looked up in plain lists. No graph, no Cypher.

An entity's own fields are those of the first file that gives them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from questions.statements import File, Said
from questions.world import COUNTRIES, DATES, STATUSES, Record, World

Row = dict[str, Any]
SHOWN = {
    "actor": ("id", "name", "kind"),
    "meeting": ("id", "title"),
    "claim": ("id", "text"),
    "source": ("id", "title"),
    "place": ("id", "name"),
    "topic": ("id", "name"),
}
_SECTIONS = {
    "sources": "source",
    "places": "place",
    "topics": "topic",
    "actors": "actor",
    "meetings": "meeting",
    "claims": "claim",
}


class Facts:
    """All statements of a world, and the merged fields of its entities by kind and id."""

    def __init__(self, world: World) -> None:
        self.texts = world.texts
        self.known: dict[str, dict[str, Record]] = {kind: {} for kind in _SECTIONS.values()}
        found: list[Said] = []
        for file, dossier in world.files.items():
            self.known["source"][file] = {"id": file, "title": dossier["title"], "kind": "dossier"}
            for section, kind in _SECTIONS.items():
                for record in dossier[section]:
                    merged = self.known[kind].setdefault(record["id"], {})
                    aliases = sorted({*merged.get("aliases", []), *record.get("aliases", [])})
                    merged.update({**record, **merged, "aliases": aliases})
            for place in dossier["places"]:
                if country := place.get("country"):
                    id = COUNTRIES[country]
                    self.known["place"].setdefault(id, {"id": id, "name": country})
            found += File(file, dossier, world.texts).statements()
        # One file that says exactly the same twice says it once.
        self.said = list(dict.fromkeys(found))
        for id, meeting in self.known["meeting"].items():
            told = {each.status for each in self.all("meeting reported", leaf=id)}
            meeting["status"] = next((status for status in STATUSES if status in told), None)

    def all(self, *what: str, leaf: str | None = None, hub: str | None = None) -> list[Said]:
        """The statements of these kinds, from this leaf, to this hub."""
        return [
            each for each in self.said if each.what in what and leaf in (None, each.leaf) and hub in (None, each.hub)
        ]

    def field(self, kind: str, id: str, name: str) -> Any:
        """One field of an entity, None where no file gives it."""
        return self.known[kind][id].get(name)

    def show(self, kind: str, id: str | None) -> Row | None:
        """An entity as an answer shows it."""
        return None if id is None else {name: self.field(kind, id, name) for name in SHOWN[kind]}

    def shown(self, kind: str, ids: Iterable[str]) -> list[Row]:
        """Several entities, each once."""
        return [{name: self.field(kind, id, name) for name in SHOWN[kind]} for id in sorted(set(ids))]

    def evidence(self, statements: Iterable[Said]) -> list[Row]:
        """Who says it and how, each once."""
        once = dict.fromkeys((each.source, each.quote, each.start, each.end, each.page) for each in statements)
        return [self._evidence(*each) for each in once]

    def silent(self, source: str, page: str | None = None) -> Row:
        """The evidence of a source that is named without words of its own."""
        return self._evidence(source, None, None, None, page)

    def _evidence(self, source: str, quote: str | None, start: int | None, end: int | None, page: str | None) -> Row:
        own = {"title": self.field("source", source, "title"), "kind": self.field("source", source, "kind")}
        return {"source": source, **own, "quote": quote, "start": start, "end": end, "page": page}

    def reports(self, kind: str, *ids: str) -> list[Row]:
        """The evidence for these meetings or claims."""
        return self.evidence(each for id in ids for each in self.all(f"{kind} reported", leaf=id))

    def first(self, kind: str, id: str) -> date | None:
        """The first day that an entity's date can mean."""
        return DATES.get(self.field(kind, id, "date"), (None, None))[0]

    def in_period(self, kind: str, since: date | None, until: date | None) -> list[str]:
        """What may fall into the period; what has no date only if there is no period."""
        found = []
        for id in self.known[kind]:
            first, last = DATES.get(self.field(kind, id, "date"), (None, None))
            if first is None and last is None:
                fits = since is None and until is None
            else:
                fits = not (since and last and last < since) and not (until and first and first > until)
            if fits:
                found.append(id)
        return found

    def newest_first(self, kind: str, ids: Iterable[str]) -> list[str]:
        """By the first day, the latest first, then by id; what has no first day at the end."""
        return sorted(set(ids), key=lambda id: (-(day.toordinal() if (day := self.first(kind, id)) else 0), id))
