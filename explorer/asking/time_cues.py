"""The words of a time beside its dates: what stands before or after a date, or joins two of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from explorer.asking.spoken import Spoken
from explorer.lexicon.language import Language, longest_at

#: Words of a cue that stands after a date or within one, such as `oder später`.
_LONGEST_CUE = 3
#: Words before a date that may tell on which side of it the time lies.
_FURTHEST_CUE = 4


@dataclass(frozen=True)
class Cues:
    """The cues of one text, in its language; `at` and the like are numbers of words."""

    spoken: Spoken
    language: Language

    @property
    def words(self) -> Sequence[str]:
        """The normalized words."""
        return self.spoken.words

    def is_one(self, cue: str, at: int) -> bool:
        """Whether the word alone is that cue."""
        return (self.words[at],) in self.language.times[cue]

    def count(self, cue: str, at: int) -> int:
        """How many words from number `at` on are that cue; 0 for none."""
        return longest_at(self.language.times[cue], self.words, at, _LONGEST_CUE)

    def before(self, at: int, cues: Sequence[str]) -> tuple[int, str]:
        """Where the words begin that tell how the time lies to the date at number `at`, and which cue they are."""
        start = self.before_filling(at)
        for begin in range(max(0, start - _FURTHEST_CUE), start):
            for cue in cues:
                if any(tuple(self.words[begin:end]) in self.language.times[cue] for end in range(at, start - 1, -1)):
                    return begin, cue
        return start, ""

    def join(self, begin: int, end: int) -> bool:
        """Whether the words from `begin` to before `end` join two dates; where there are none, a dash does."""
        if begin >= end:
            return self.is_dash(begin - 1)
        joining = {at for at in range(begin, end) if self.is_one("joining", at)}
        return bool(joining) and all(at in joining or self.is_one("filling", at) for at in range(begin, end))

    def is_span(self, begin: int, end: int) -> bool:
        """Whether a word such as `to` stands there, or a dash, and no `and`."""
        return not any(self.language.preposition_at(self.words, at)[1] == "same" for at in range(begin, end))

    def is_dash(self, at: int) -> bool:
        """Whether a dash follows the word."""
        return at + 1 < len(self.words) and self.spoken.between(at, at + 1).strip() in ("-", "–", "—")

    def past_of(self, at: int) -> int:
        """Past the `of` of `21st of January`, but not past the `in` of `Pipeline 1 in January`."""
        while at < len(self.words) and self.is_one("filling", at):
            if self.language.preposition_at(self.words, at)[1] == "in":
                break
            at += 1
        return at

    def past_filling(self, at: int) -> int:
        """The first word from number `at` on that says something."""
        while at < len(self.words) and self.is_one("filling", at):
            at += 1
        return at

    def before_filling(self, at: int) -> int:
        """Where the words begin that stand before number `at` and say nothing."""
        while at and self.is_one("filling", at - 1):
            at -= 1
        return at
