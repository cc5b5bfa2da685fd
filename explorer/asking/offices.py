"""People called by their office: `the Russian foreign minister`, `Secretary Blinken`, `the president of Chad`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from explorer.asking.holders import Holders, Office
from explorer.asking.lookup import Entity
from explorer.asking.mention import Mention, by_kind
from explorer.asking.spoken import Span, Spoken, is_free
from explorer.asking.times import Time
from explorer.graph.base import Graph
from explorer.lexicon.language import Language

#: Words of an office on either side of its head.
_MOST_WORDS = 4


def with_offices(
    graph: Graph, spoken: Spoken, language: Language, mentions: Sequence[Mention], times: Sequence[Time]
) -> list[Mention]:
    """The mentions, with those who are called by their office, alone or before their name."""
    found = list(mentions)
    taken = [time.span for time in times]
    holders = Holders(graph, language, times)
    for head in (at for at, word in enumerate(spoken.words) if word in language.heads):
        if is_free((head, head + 1), [*(each.span for each in found), *taken]):
            found = _called_by(holders, spoken, found, [_office(spoken, language, found, head, taken)])
    for at in range(len(spoken.words)):
        if is_free((at, at + 1), [*(each.span for each in found), *taken]):
            found = _called_by(holders, spoken, found, _offices_in_english(spoken, language, found, at))
    return _joined(spoken, sorted(found, key=lambda each: each.span))


def _called_by(holders: Holders, spoken: Spoken, mentions: list[Mention], offices: Sequence[Office]) -> list[Mention]:
    """The mentions, with who is called by an office, the first of these that fits, alone or before the name."""
    for office in offices:
        person = _person_after(spoken, mentions, max(office.span[1], office.body.span[1] if office.body else 0))
        if office.body is not None:
            named = {each.id for each in person.of("actor")} if person else set()
            if known := [each for each in holders.of(office) if person is None or each.id in named]:
                return _with_holder(mentions, office, known, person)
        elif person is None and len(office.words) > 1 and (known := holders.anywhere(office)):
            return _with_holder(mentions, office, known, None)
        if person and holders.may_have(person, office):
            span = (office.span[0], person.span[1])
            return [replace(person, span=span) if each is person else each for each in mentions]
    return mentions


def _offices_in_english(spoken: Spoken, language: Language, mentions: Sequence[Mention], at: int) -> list[Office]:
    """The offices that the words from number `at` on may be, in English words: `ministre des Affaires étrangères`."""
    found: list[Office] = []
    for numbers, role in language.roles.at(spoken.words, at):
        start, end = numbers[0], numbers[-1] + 1
        if found and found[0].span != (start, end):
            break
        parted = [(one + 1, other) for one, other in pairwise(numbers) if other > one + 1]
        inside = next((each for each in mentions if [each.span] == parted), None)
        if parted and inside is None:
            continue
        before = next((each for each in mentions if each.span[1] == start and _is_body(each)), None)
        body = inside or before or _body_after(spoken.words, language, mentions, end, adjoining=True)
        found.append(Office((start, end), tuple(role.split()), body))
    return found


def _is_body(mention: Mention) -> bool:
    """Whether it names what an office may be held in."""
    return any(each.sort != "person" for each in mention.of("actor"))


def _office(
    spoken: Spoken, language: Language, mentions: Sequence[Mention], head: int, times: Sequence[Span]
) -> Office:
    """The office around its head, and its body: before it, else after `of`."""
    taken = [each.span for each in mentions]
    words = spoken.words

    def fits(at: int) -> bool:
        inside = 0 <= at < len(words) and is_free((at, at + 1), [*taken, *times])
        return inside and (
            words[at] in language.offices or words[at] in language.heads or not language.knows(words[at])
        )

    start = head
    while head - start < _MOST_WORDS and fits(start - 1):
        start -= 1
    before = next((each for each in mentions if each.span[1] == start and each.of("actor")), None)
    end = head + 1
    while end - head <= _MOST_WORDS and (fits(end) or _links(words, language, end) and fits(end + 1)):
        end += 1
    after = _body_after(words, language, mentions, end) if before is None else None
    spanned = tuple(word for word in words[start:end] if word not in language.linking)
    return Office((start, end), spanned, before or after)


def _links(words: Sequence[str], language: Language, at: int) -> bool:
    return at < len(words) and words[at] in language.linking


def _body_after(
    words: Sequence[str], language: Language, mentions: Sequence[Mention], end: int, *, adjoining: bool = False
) -> Mention | None:
    """What follows after `of`; with `adjoining` also without, as in `président russe`."""
    at = end
    while at < len(words) and at - end < 2 and words[at] in language.linking:
        at += 1
    if adjoining and at == end:
        return next((each for each in mentions if each.span[0] == at and _is_body(each)), None)
    return next((each for each in mentions if at > end and each.span[0] == at and each.of("actor")), None)


def _person_after(spoken: Spoken, mentions: Sequence[Mention], end: int) -> Mention | None:
    """The person whose name follows right after an office."""
    following = [each for each in mentions if each.span[0] == end and spoken.words[end - 1] != "of"]
    return next((each for each in following if any(who.sort == "person" for who in each.of("actor"))), None)


def _with_holder(
    mentions: list[Mention], office: Office, holders: list[Entity], person: Mention | None
) -> list[Mention]:
    """One mention for the office, its body, and the name that follows."""
    parts = [office.span, *(each.span for each in (office.body, person) if each)]
    span = (min(start for start, _ in parts), max(end for _, end in parts))
    shown = person.read_as if person else ""
    marked = Mention(span, by_kind(holders), read_as=shown)
    return [each for each in mentions if each is not office.body and each is not person] + [marked]


def _joined(spoken: Spoken, mentions: Sequence[Mention]) -> list[Mention]:
    """`Lavrov, the Russian foreign minister`: one mention where two that mean the same stand side by side."""
    found: list[Mention] = []
    for each in mentions:
        before = found[-1] if found else None
        if before and _only_articles(spoken, before.span[1], each.span[0]):
            shared = [who for who in each.of("actor") if who.id in {other.id for other in before.of("actor")}]
            if (
                shared
                and (len(each.entities) == 1 or len(before.entities) == 1)
                and (before.read_as or each.read_as or before.by_office or each.by_office)
            ):
                found[-1] = replace(each, span=(before.span[0], each.span[1]), found=by_kind(shared))
                continue
        found.append(each)
    return found


def _only_articles(spoken: Spoken, begin: int, end: int) -> bool:
    return all(word in ("the", "a", "an") for word in spoken.words[begin:end])
