"""Meanings that a question leaves to its names: that two meet who are named, who took part where a meeting is."""

from __future__ import annotations

from dataclasses import replace

from explorer.asking.heard import SUBJECT, Heard
from explorer.asking.lookup import THEN
from explorer.asking.mention import Mention


def with_implied(heard: Heard) -> Heard:
    """The same, with the meaning that goes without saying."""
    content = heard.doubted | set(heard.meanings) - {"search"}
    if content <= {"who", "office"} and len(heard.mentions) == 1 and _held_then(heard.mentions[0]):
        heard = replace(heard, times=())  # who was president in 2021: the time has told who
    implied = _implied(heard, content)
    return replace(heard, meanings=(*heard.meanings, implied)) if implied else heard


def _implied(heard: Heard, content: set[str]) -> str:
    markers = {mention.marker for mention in heard.mentions}
    if content == {"who"} and any(mention.marker == "with" and mention.of("actor") for mention in heard.mentions):
        return "meet"  # who was with Putin in Geneva
    if content == {"who"} and any(mention.marker == "in" and mention.of("place") for mention in heard.mentions):
        return "meet"  # who was in Kyiv
    if content or heard.times or len(heard.mentions) != 1:
        named = any(mention.whole and mention.of("meeting") for mention in heard.mentions)
        if content <= {"meet"} and named:
            return "attend"  # a meeting and nothing else that is asked: who took part
    if content or heard.conditions or heard.unknown or heard.bare:
        return ""
    if any(mention.of("source") for mention in heard.mentions):
        return "say"
    if len(heard.mentions) + bool(heard.times) >= 2 and "how" not in heard.aspects:
        return "say" if {"about", SUBJECT} <= markers else "meet"
    return ""


def _held_then(mention: Mention) -> bool:
    """Whether a person is called by an office that was held at the time that is asked about."""
    return bool(mention.of("actor")) and all(entity.rank == THEN for entity in mention.of("actor"))
