"""Folds the words of a question to what they mean, and tells for each name what it is to the verb.

The phrases of the catalogue are folded in the same way, so that a question of a user's own needs nothing here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from explorer.asking.heard import SUBJECT, Condition, Heard
from explorer.asking.mention import Mention
from explorer.asking.spoken import Spoken
from explorer.asking.times import Time
from explorer.catalogue.words import stem
from explorer.lexicon.language import Language, Sense

#: Meanings that a question can have without any other: what follows them is still the subject.
_OPENING = ("everything", "who", "people", "most", "both")


@dataclass
class _Folder:
    """Goes along the words once."""

    words: Sequence[str]
    mentions: list[Mention]
    language: Language
    own: frozenset[str]
    spoken: Spoken | None
    taken: frozenset[int]
    split: Mapping[int, Sequence[Sense]]
    meanings: dict[str, None] = field(default_factory=dict)
    doubtful: list[tuple[str, ...]] = field(default_factory=list)
    aspects: dict[str, None] = field(default_factory=dict)
    conditions: dict[Condition, None] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)
    unanswerable: list[str] = field(default_factory=list)
    pointing: bool = False
    pointers: list[tuple[str, bool]] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)
    other: bool = False
    done: list[Mention] = field(default_factory=list)
    preposition: str = ""
    object_marker: str = ""
    has_verb: bool = False
    passive: bool = False
    helped: bool = False
    asks_object: bool = False

    def fold(self) -> None:
        starts = {mention.span[0]: mention for mention in self.mentions}
        at = 0
        while at < len(self.words):
            if at in starts:
                at = self._name(starts[at])
            elif at in self.taken:
                at += 1
            elif at == 0 and (count := self.language.listed_at("following", self.words, 0)):
                at += count
            elif at in self.split:
                at += self._sense(at, 1, senses) if (senses := self.split[at]) else 1
            else:
                at += self._word(at)

    def _name(self, mention: Mention) -> int:
        self.done.append(replace(mention, marker=self._marker(mention)))
        self.preposition, self.helped = "", False
        return mention.span[1]

    def _marker(self, mention: Mention) -> str:
        if self.spoken and self.spoken.is_possessive(mention.span[1] - 1):
            return "of"
        return self._role(mention.marker)

    def _role(self, case: str = "") -> str:
        """What a name here is to the verb; `case` is what its own ending says."""
        if self.preposition == "same":
            return self.done[-1].marker if self.done else ""
        if self.preposition:
            about = self.preposition == "to" and self.object_marker == "about"
            return "about" if about else self.preposition
        if case in ("of", "object"):
            return self.object_marker or case
        return case or (self.object_marker if self._is_object() else SUBJECT)

    def _is_object(self) -> bool:
        """Whether a bare name is what is done to: after the verb, and the question does not ask for the object."""
        return self.has_verb and not (self.helped or self.language.acting or self.asks_object)

    def _word(self, at: int) -> int:
        """Takes in the words from number `at` on, and says how many."""
        self.asks_object |= bool(self.language.listed_at("asking_object", self.words, at))
        count, senses = self.language.sense_at(self.words, at)
        if count and self.taken.intersection(range(at, at + count)):
            count, senses = self.language.sense_at(self.words[: at + 1], at)
        pointing = self._free(at, self.language.listed_at("pointing", self.words, at))
        nothing = self._free(at, self.language.listed_at("nothing", self.words, at))
        against = self._free(at, self.language.listed_at("unanswerable", self.words, at))
        placed, marker = self.language.preposition_at(self.words, at)
        placed = self._free(at, placed)
        if against > max(count - 1, nothing - 1, placed - 1, 0) and against >= count:
            self.unanswerable.append(" ".join(self.words[at : at + against]))
            return against
        if pointing > max(count, nothing, placed, 1):
            self.pointing = self.other = True
            return pointing
        if count and count >= max(nothing, placed):
            return self._sense(at, count, senses)
        if placed and placed >= nothing:
            self.preposition = marker
            self.helped = False
            return placed
        return self._small(at, nothing)

    def _typed(self, at: int) -> str:
        return self.spoken.passage((at, at + 1)) if self.spoken else self.words[at]

    def _free(self, at: int, count: int) -> int:
        return 0 if self.taken.intersection(range(at, at + count)) else count

    def _small(self, at: int, nothing: int) -> int:
        word = (self.words[at],)
        listed = self.language.words
        if self.words[at] == "a" and at and at + 1 == len(self.words):  # no article: a part of a name, as in Plan A
            self.unknown.append(self._typed(at))
            return 1
        if word in listed["being"] or word in listed["helping"]:
            self.passive |= word in listed["being"]
            self.helped = True
            self.preposition = ""
        elif word in listed["pronouns"] or word in listed["plural_pronouns"]:
            self.pointing = self.pointing or not self.done
            self.pointers.append((self._role(), word in listed["plural_pronouns"]))
            self.preposition, self.helped = "", False
        elif word in listed["pointing"]:
            self.pointing = self.pointing or not self.mentions
            self.other = True
        elif nothing:
            if word in listed["nothing"] and self.words[at] in ("which", "what"):
                self.preposition = ""
            return nothing
        elif stem(self.words[at]) in self.own:
            self.meanings[stem(self.words[at])] = None
            self.has_verb = True
        else:
            self.unknown.append(self._typed(at))
        return 1

    def _sense(self, at: int, count: int, senses: Sequence[Sense]) -> int:
        """A word that means something; of several meanings the question decides."""
        if len(senses) > 1:
            self.doubtful.append(tuple(sense.meaning for sense in senses))
            self.has_verb = True
        else:
            self._meaning(at, count, senses[0])
        marker = senses[0].marker
        before = self.done[-1] if self.done else None
        told = self.passive and before and before.marker == SUBJECT and marker in ("to", "about")
        if told and before and not self.words[at].endswith("ing"):
            self.done[-1] = replace(before, marker=marker)
        self.object_marker = marker
        last = self.language.preposition_at(self.words, at + count - 1)
        self.preposition = (marker or last[1]) if count > 1 and last[0] else ""
        self.helped = False
        return count

    def _meaning(self, at: int, count: int, sense: Sense) -> None:
        if (
            sense.meaning == "meet"
            and not sense.values
            and tuple(self.words[at : at + count]) in self.language.words["loosely"]
        ):
            self.loose.append(self._typed(at))
        for condition in sense.values:
            self.conditions[condition] = None
        meaning = sense.meaning
        if meaning == "people" and not self.done and not self._of_follows(at + count):
            meaning = "who"  # people that Lavrov met, but people of NATO
        if not meaning or self._says_what_kind(meaning, at + count):
            return
        if meaning in self.language.aspects:
            self.aspects[meaning] = None
            return
        self.meanings[meaning] = None
        self.has_verb = self.has_verb or meaning not in _OPENING

    def _of_follows(self, at: int) -> bool:
        return at < len(self.words) and self.language.preposition_at(self.words, at)[1] in ("of", "in", "by", "for")

    def _says_what_kind(self, meaning: str, at: int) -> bool:
        """Whether a name of that kind follows: the topic X."""
        following = next((mention for mention in self.mentions if mention.span[0] == at), None)
        return meaning == "topic" and following is not None and bool(following.of("topic"))


def fold(
    words: Sequence[str],
    mentions: Sequence[Mention],
    times: Sequence[Time],
    language: Language,
    own: frozenset[str] = frozenset(),
    spoken: Spoken | None = None,
) -> Heard:
    """What the words mean, which are those of a phrase, or of the text that is `spoken`, slips of it corrected.

    `own` are words that only phrases of the catalogue have.
    """
    spans = [*(time.span for time in times), *(mention.span for mention in mentions)]
    folder = _Folder(
        words=words,
        mentions=sorted(mentions, key=lambda mention: mention.span),
        language=language,
        own=own,
        spoken=spoken,
        taken=frozenset(at for span in spans for at in range(*span)),
        split=language.split_in(words),
    )
    folder.fold()
    return Heard(
        mentions=tuple(folder.done),
        times=tuple(times),
        meanings=tuple(folder.meanings),
        doubtful=tuple(folder.doubtful),
        aspects=tuple(folder.aspects),
        conditions=tuple(folder.conditions),
        unknown=tuple(folder.unknown),
        pointing=folder.pointing,
        pointers=tuple(folder.pointers),
        other=folder.other,
        loose=tuple(folder.loose),
        bare=len(folder.done) == 1 and folder.done[0].span == (0, len(words)),
        unanswerable=tuple(folder.unanswerable),
    )
