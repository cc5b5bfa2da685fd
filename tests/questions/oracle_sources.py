"""What the questions for sources and their evidence must answer: facts and parameters come in, rows go out."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

from questions.facts import Facts, Row
from questions.statements import Said

_NAMING = ("participant", "made by")
_ON_MEETINGS = ("meeting reported", "participant", "place", "meeting topic", "meeting part")


def participants_of(facts: Facts, meeting: str) -> list[Row]:
    """By name: each with all roles and statuses that anybody gives."""
    found = defaultdict(list)
    for each in facts.all("participant", leaf=meeting):
        found[each.hub].append(each)
    return [
        {
            "who": facts.show("actor", who),
            "role": sorted({each.role for each in found[who] if each.role}),
            "status": sorted({each.status for each in found[who] if each.status}),
            "quote_from": "the meeting's report" if leaning(facts, meeting, found[who]) else None,
            "evidence": with_reports(facts, meeting, found[who]),
        }
        for who in sorted(found, key=lambda who: (facts.field("actor", who, "name"), who))
    ]


def leaning(facts: Facts, meeting: str, parts: list[Said]) -> list[Said]:
    """The quoted reports of the meeting on which they lean who have no words for the part; the editor, on all."""
    bare = {each.source for each in parts} - {each.source for each in parts if each.quote}
    editors = any(facts.field("source", source, "kind") == "dossier" for source in bare)
    reports = facts.all("meeting reported", leaf=meeting)
    return [each for each in reports if each.quote and (editors or each.source in bare)]


def with_reports(facts: Facts, meeting: str, parts: list[Said]) -> list[Row]:
    """The evidence of parts in a meeting."""
    reports = leaning(facts, meeting, parts)
    leant = {each.source for each in reports}
    return facts.evidence([each for each in parts if each.quote or each.source not in leant] + reports)


def sources_of_meeting(facts: Facts, meeting: str) -> list[Row]:
    """Each source that says anything about it; the editors of files last."""
    kind = {each.source: facts.field("source", each.source, "kind") for each in facts.all(*_ON_MEETINGS, leaf=meeting)}
    rows = []
    for source in sorted(kind, key=lambda id: (kind[id] == "dossier", id)):
        own = [each for each in facts.all(*_ON_MEETINGS, leaf=meeting) if each.source == source]
        words = [each for each in own if each.what == "meeting reported" or (each.what == "participant" and each.quote)]
        who = (each.hub for each in own if each.what == "participant" and each.status != "absent")
        rows.append(
            {
                "source": facts.show("source", source),
                "kind": kind[source],
                "date": sorted({each.date for each in own if each.date}),
                "place": facts.shown("place", (each.hub for each in own if each.what == "place")),
                "status": sorted({each.status for each in own if each.what == "meeting reported" and each.status}),
                "who": facts.shown("actor", who),
                "evidence": facts.evidence(words),
            }
        )
    return rows


def single_source(facts: Facts, actor: str | None) -> list[Row]:
    """Meetings and claims together, newest first."""
    rows = []
    for kind, id in _involving(facts, actor):
        sources = {each.source for each in facts.all(f"{kind} reported", leaf=id)}
        if len(sources) == 1:
            rows.append({**_either(facts, kind, id), "source": facts.show("source", sources.pop())})
    return rows


def without_quote(facts: Facts, actor: str | None) -> list[Row]:
    """First those for which nobody gives any words."""
    rows = []
    for kind, id in _involving(facts, actor):
        reports = facts.all(f"{kind} reported", leaf=id)
        if bare := [each.source for each in reports if each.quote is None]:
            quoted = any(each.quote for each in reports)
            rows.append({**_either(facts, kind, id), "quoted": quoted, "sources": facts.shown("source", bare)})
    return sorted(rows, key=lambda row: bool(row["quoted"]))


def _involving(facts: Facts, actor: str | None) -> list[tuple[str, str]]:
    """Meetings in which the actor has a part, be it as absent, and claims by, to or about it; or all there are."""
    found = []
    for kind, what in (("meeting", ["participant"]), ("claim", ["made by", "told", "claim about"])):
        ids = {each.leaf for each in facts.all(*what, hub=actor)} if actor else set(facts.known[kind])
        found += [(kind, id) for id in ids]
    return sorted(found, key=lambda each: _newest(facts, *each))


def _newest(facts: Facts, kind: str, id: str) -> Any:
    day = facts.first(kind, id)
    return -day.toordinal() if day else 0, kind == "claim", id


def _either(facts: Facts, kind: str, id: str) -> Row:
    return {
        "date": facts.field(kind, id, "date"),
        "kind": kind,
        "meeting": facts.show("meeting", id if kind == "meeting" else None),
        "claim": facts.show("claim", id if kind == "claim" else None),
        "evidence": facts.reports(kind, id),
    }


def search(facts: Facts, words: str) -> list[Row]:
    """What is called just so; then most words, most of them in its name, most reports or parts, the newest."""
    asked = words.lower().split()
    wanted = [word for word in asked if word not in _SMALL] or asked
    found = []
    for kind, (calling, other) in _SEARCHED.items():
        for id in facts.known[kind]:
            called = _texts(facts, kind, id, calling)
            # A source of a world has the same text everywhere; a file has none.
            text = _texts(facts, kind, id, other) + [facts.texts.get(id, "") if kind == "source" else ""]
            # Places and topics are found by their names, in which small words do not count.
            small = _SMALL if kind in ("place", "topic") else ()
            named = [word for word in wanted if word in _words(" ".join(called)) and word not in small]
            hits = {*named, *(word for word in wanted if word in _words(" ".join(text)))}
            whole = asked in map(_words, called)
            if hits or whole:
                day = facts.first(kind, id) if kind in ("meeting", "claim") else None
                order = (not whole, -len(hits), -len(named), -_weight(facts, kind, id), -day.toordinal() if day else 0)
                found.append((*order, id, kind, _found(facts, kind, id, len(hits), len(named))))
    return [row for *_, row in sorted(found, key=lambda each: each[:-1])]


#: The fields that each kind is called by, and the others that are searched.
_SEARCHED = {
    "actor": (("name", "aliases"), ("description",)),
    "meeting": (("title",), ("kind", "summary")),
    "claim": ((), ("text", "kind")),
    "source": (("title", "publisher", "author"), ()),
    "place": (("name", "aliases"), ()),
    "topic": (("name", "aliases"), ()),
}
_CALLED = {"meeting": "title", "source": "title, publisher or author"}
_OTHERWISE = {"actor": "description", "meeting": "kind or summary"}
_SMALL = ("the", "of", "and", "for", "on", "at")
_PARTS = ("participant", "made by", "told", "claim about")
_REPORTS = ("meeting reported", "claim reported")


def _texts(facts: Facts, kind: str, id: str, fields: tuple[str, ...]) -> list[str]:
    found: list[str] = []
    for name in fields:
        value = facts.field(kind, id, name)
        found += value if isinstance(value, list) else [value] if value else []
    return found


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())


def _weight(facts: Facts, kind: str, id: str) -> int:
    """In how many parts, meetings, claims or reports it stands; a loaded file comes last."""
    if kind in ("meeting", "claim"):
        return len(facts.all(f"{kind} reported", leaf=id))
    if facts.field(kind, id, "kind") == "dossier":
        return -1
    kinds = {"actor": _PARTS, "source": _REPORTS, "place": ("place",), "topic": ("meeting topic", "claim topic")}
    return len(facts.all(*kinds[kind], hub=id))


def _found(facts: Facts, kind: str, id: str, hits: int, named: int) -> Row:
    told = kind in ("meeting", "claim")
    called, other = _CALLED.get(kind, "name"), _OTHERWISE.get(kind, "text")
    return {
        "kind": kind,
        **{each: facts.show(each, id if each == kind else None) for each in _SEARCHED},
        "found_in": called if named == hits else f"{called}; {other}" if named else other,
        "hits": hits,
        "date": facts.field(kind, id, "date") if told else None,
        "evidence": facts.reports(kind, id) if told else [],
    }


def what_a_source_says(facts: Facts, source: str) -> list[Row]:
    """Meetings, claims, special parts in meetings, offices, parts and contradictions, in this order."""
    own = [each for each in facts.said if each.source == source]
    rows: list[Row] = []
    for kind in ("meeting", "claim"):
        reported = [each for each in own if each.what == f"{kind} reported"]
        for id in facts.newest_first(kind, (each.leaf for each in reported)):
            who = [each.hub for each in own if each.leaf == id and each.what in _NAMING and each.status != "absent"]
            words = [each for each in reported if each.leaf == id]
            row = _rests(facts, kind, words, date=facts.field(kind, id, "date"), who=facts.shown("actor", who))
            row["jointly"] = any(each.joint for each in own if each.leaf == id) or None
            rows.append(row | {kind: facts.show(kind, id)})
    return rows + _special_parts(facts, own) + _offices(facts, own) + _contradictions(facts, own)


def _special_parts(facts: Facts, own: list[Said]) -> list[Row]:
    """Participants with a role, a status or words of their own, or in a meeting that the source does not report."""
    reported = {each.leaf for each in own if each.what == "meeting reported"}
    found = defaultdict(list)
    for each in own:
        if each.what == "participant":
            found[each.leaf, each.hub, each.role or (each.status if each.status != "attended" else None)].append(each)
    special = [key for key in found if key[2] or key[0] not in reported or any(each.quote for each in found[key])]
    order = facts.newest_first("meeting", (key[0] for key in special))
    special.sort(key=lambda key: (order.index(key[0]), key[1], key[2] is None, key[2] or ""))
    return [
        _rests(
            facts,
            "participant",
            _words_for(facts, found[meeting, who, role]),
            date=facts.field("meeting", meeting, "date"),
            role=role,
        )
        | {"meeting": facts.show("meeting", meeting), "actor": facts.show("actor", who)}
        for meeting, who, role in special
    ]


def _words_for(facts: Facts, parts: list[Said]) -> list[Said]:
    """A source's parts with a role; instead of one without words, what it says of the meeting in words."""
    words: list[Said] = []
    for each in parts:
        reports = facts.all("meeting reported", leaf=each.leaf)
        words += ([] if each.quote else [r for r in reports if r.quote and r.source == each.source]) or [each]
    return words


def _offices(facts: Facts, own: list[Said]) -> list[Row]:
    rows = []
    for what in ("office", "part"):
        found = defaultdict(list)
        for each in own:
            if each.what == what:
                found[each.leaf, each.hub, each.role].append(each)
        for who, body, role in sorted(found, key=lambda key: (key[0], key[1], key[2] is None, key[2] or "")):
            row = _rests(facts, what, found[who, body, role], role=role)
            rows.append(row | {"actor": facts.show("actor", who), "other": facts.show("actor", body)})
    return rows


def _contradictions(facts: Facts, own: list[Said]) -> list[Row]:
    said = {(each.leaf, each.hub): each for each in own if each.what == "contradicts"}
    order = facts.newest_first("claim", (one for one, _ in said))
    return [
        _rests(facts, "contradiction", [said[one, two]], date=facts.field("claim", one, "date"))
        | {"claim": facts.show("claim", one), "other_claim": facts.show("claim", two)}
        for one, two in sorted(said, key=lambda pair: (order.index(pair[0]), pair[1]))
    ]


def _rests(facts: Facts, kind: str, said: list[Said], **more: Any) -> Row:
    empty = dict.fromkeys(("date", "meeting", "claim", "actor", "role", "other", "other_claim", "jointly"))
    return {**empty, "who": [], "kind": kind, "evidence": facts.evidence(said), **more}


ORACLES = {
    "participants-of": participants_of,
    "sources-of-meeting": sources_of_meeting,
    "single-source": single_source,
    "without-quote": without_quote,
    "search": search,
    "what-a-source-says": what_a_source_says,
}
