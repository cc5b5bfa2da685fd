"""Says why plain words have no answer yet."""

from __future__ import annotations

from explorer.asking.deciding import Decision
from explorer.asking.fitting import Reading
from explorer.asking.heard import Heard
from explorer.asking.spoken import Spoken

#: Words that are repeated in a message.
_MOST_WORDS = 5


def why_not(said: Spoken, heard: Heard, top: Reading | None, decision: Decision) -> str:
    """A sentence that says why there is no answer yet."""
    named = list(dict.fromkeys(entity.name for mention in heard.mentions for entity in mention.entities[:1]))
    nothing_else = not (heard.meanings or heard.doubtful or heard.unknown or heard.unanswerable or heard.conditions)
    if heard.unknown and (heard.mentions or heard.meanings):
        words = ", ".join(f"'{word}'" for word in heard.unknown[:_MOST_WORDS])
        are, them = ("is", "it") if len(heard.unknown) == 1 else ("are", "them")
        return f"{words} {are} not understood. Without {them}, one of these may be meant:"
    if heard.unanswerable and heard.mentions:
        return f"No question takes up '{heard.unanswerable[0]}'. Is one of these meant?"
    if heard.pointing:
        return "That points to something said before: write the name instead. Is one of these meant?"
    if named and nothing_else and not heard.times:
        return f"What would you like to know about {', '.join(named)}?"
    if top and top.left:
        return "No question takes all of that at once. Each of these leaves something out:"
    if top and len(decision.readings) > 1 and top.whole and decision.readings[1].whole:
        return f"'{said.text.strip()}' can be understood in several ways. Which one is meant?"
    return f"No question is worded like '{said.text.strip()}'. Is one of these meant?"
