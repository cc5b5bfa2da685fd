"""What is made out in a text: its names, its times, and what its other words mean."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.asking.mention import Mention
from explorer.asking.spoken import Span
from explorer.asking.times import Time

#: What a name is that stands before the verb.
SUBJECT = "subject"
#: What a condition that a word gives is: kind of entity, field, value.
Condition = tuple[str, str, str]


@dataclass(frozen=True)
class Heard:
    """What is made out in a text.

    `meanings` in their order; `doubtful` words have several meanings, of which a question takes the one that it has;
    `aspects` are what the first line of the answer should say. `unknown` words are those that nothing explains;
    `slips` are passages that were read as something else.
    `pointing` says that something said before is meant; `pointers` are the words for people of it, each with what it is
    to the verb and whether it means several; `other` that others than those are asked for; `loose` are words that are
    narrower than what is asked with them; `bare` that the text is one name and no other word.
    """

    mentions: tuple[Mention, ...]
    times: tuple[Time, ...]
    meanings: tuple[str, ...]
    doubtful: tuple[tuple[str, ...], ...] = ()
    aspects: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()
    unknown: tuple[str, ...] = ()
    pointing: bool = False
    pointers: tuple[tuple[str, bool], ...] = ()
    other: bool = False
    loose: tuple[str, ...] = ()
    bare: bool = False
    unanswerable: tuple[str, ...] = ()
    slips: tuple[tuple[Span, str], ...] = ()

    @property
    def doubted(self) -> set[str]:
        """All the meanings of the words that have several."""
        return {meaning for each in self.doubtful for meaning in each}
