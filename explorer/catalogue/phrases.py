"""A phrase of a question file and the words of a person come in; the ways in which the words fill the slots go out.

Nothing here knows the graph: whether a slot's words name somebody is found out by understanding.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice

from explorer import names

#: Words that a person may add or leave out anywhere. Prepositions are not among them: they tell questions apart.
SMALL = frozenset(
    "a all an any are be been can could did do does ever every get give had has have is list me please s show "
    "some tell thanks the there was were what whats which".split()
)
#: Passed over in what a person writes, but kept in a phrase, where they may be all that tells it apart.
_PASSED_OVER = SMALL | {"find"}
#: The kind of a slot such as {since..until}.
PERIOD = "period"

_SLOT = re.compile(r"\{([^{}]*)\}")
_WORD = re.compile(
    r'"(?P<double>[^"]+)"|“(?P<curly>[^”]+)”|«(?P<angled>[^»]+)»|(?<!\w)[\'‘](?P<single>[^\'’]+)[\'’](?!\w)'
    r"|(?P<bare>\w+(?:['’ʼ.]\w+)*)"
)
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
#: Ways to split one text over one phrase that are looked at.
_MOST_FITS = 40


@dataclass(frozen=True)
class Slot:
    """A gap in a phrase: the parameters it fills (two for a period) and the type of what stands there."""

    names: tuple[str, ...]
    kind: str


@dataclass(frozen=True)
class Pattern:
    """A phrase ready to be compared: folded words and slots, small words left out."""

    text: str
    parts: tuple[str | Slot, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The parameters that the slots fill."""
        return tuple(name for slot in self.slots for name in slot.names)

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The slots, from left to right."""
        return tuple(part for part in self.parts if isinstance(part, Slot))

    @property
    def literals(self) -> tuple[str, ...]:
        """The words of the phrase itself."""
        return tuple(part for part in self.parts if isinstance(part, str))

    @cached_property
    def stems(self) -> frozenset[str]:
        """What a text must have the words of to fit."""
        return frozenset(map(_stem, self.literals))

    @property
    def normal(self) -> str:
        """What two phrases share if no text could tell them apart."""
        return " ".join(f"{{{part.kind}}}" if isinstance(part, Slot) else _stem(part) for part in self.parts)


@dataclass(frozen=True)
class Word:
    """One word that a person wrote: folded, and where it stands in the text. A quoted passage is one word."""

    folded: str
    start: int
    end: int
    quoted: bool

    @property
    def small(self) -> bool:
        """Whether it may be passed over."""
        return not self.quoted and self.folded in _PASSED_OVER


#: For each slot of a phrase the number of its first word and of the one after its last.
Spans = tuple[tuple[int, int], ...]


def compile_phrase(text: str, types: Mapping[str, str]) -> Pattern:
    """The pattern of a phrase whose slots are parameters of these types. Raises ValueError with a remedy."""
    parts: list[str | Slot] = []
    position = 0
    for match in _SLOT.finditer(text):
        parts += _literals(text[position : match.start()])
        parts.append(_slot(match.group(1).strip(), types))
        position = match.end()
    parts += _literals(text[position:])
    pattern = Pattern(text, tuple(parts))
    if not pattern.literals:
        raise ValueError(f"the phrase '{text}' has no word of its own besides small ones: add one such as `meetings`")
    if twice := {name for name in pattern.names if pattern.names.count(name) > 1}:
        raise ValueError(f"the phrase has the slot {{{min(twice)}}} twice: keep one")
    return pattern


def _literals(text: str) -> list[str]:
    if "{" in text or "}" in text:
        raise ValueError("the phrase has a brace without its other half: a slot is written {name}")
    return [word.folded for word in split(text) if word.folded not in SMALL]


def _slot(content: str, types: Mapping[str, str]) -> Slot:
    first, period, last = (part.strip() for part in content.partition(".."))
    for name in (first, last) if period else (first,):
        if name not in types:
            raise ValueError(f"the slot {{{name}}} is no parameter: declare it with @param, or write one of its names")
        if period and types[name] != "date":
            raise ValueError(f"the slot {{{content}}} spans a period, so '{name}' must be of type date")
    return Slot((first, last), PERIOD) if period else Slot((first,), types[first])


def split(text: str) -> list[Word]:
    """The words of a text, punctuation left out, `Lavrov's` as `Lavrov`."""
    found = []
    for match in _WORD.finditer(text):
        quoted = match.lastgroup != "bare"
        start, end = match.span(match.lastgroup or 0)
        if not quoted:
            end = start + len(_POSSESSIVE.sub("", text[start:end]))
        if folded := names.fold(text[start:end]):
            found.append(Word(folded, start, end, quoted))
    return found


def said(text: str, words: Sequence[Word]) -> str:
    """The passage of the text that these words span, small words at its ends left out unless there are no others."""
    counting = [word for word in words if not word.small] or words
    return text[counting[0].start : counting[-1].end]


def same(ours: str, theirs: str) -> bool:
    """Whether two folded words are one, singular and plural taken as the same."""
    return ours == theirs or _stem(ours) == _stem(theirs)


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def stems(words: Sequence[Word]) -> frozenset[str]:
    """The words as they are compared."""
    return frozenset(_stem(word.folded) for word in words)


def fits(pattern: Pattern, words: Sequence[Word]) -> list[Spans]:
    """The ways in which the words, all of them, read as the phrase; small words may be passed over."""
    if not pattern.stems <= stems(words):
        return []
    return list(islice(_walk(pattern.parts, words, 0), _MOST_FITS))


def _walk(parts: Sequence[str | Slot], words: Sequence[Word], at: int) -> Iterator[Spans]:
    if not parts:
        if all(word.small for word in words[at:]):
            yield ()
        return
    part, rest = parts[0], parts[1:]
    if isinstance(part, Slot):
        for end in range(at + 1, len(words) + 1):
            for spans in _walk(rest, words, end):
                yield ((at, end), *spans)
        return
    for index in range(at, len(words)):
        if not words[index].quoted and same(part, words[index].folded):
            yield from _walk(rest, words, index + 1)
        if not words[index].small:
            return


def spoken(texts: Sequence[str], filling: Mapping[str, str]) -> str:
    """The first of the phrases that uses most of the filling, with its slots filled and `…` for what is missing."""
    wanted = {text: {name for content in _SLOT.findall(text) for name in _slot_names(content)} for text in texts}
    if not wanted:
        return ""
    whole = [text for text in texts if wanted[text] <= set(filling)]
    # Without a phrase that can be filled whole, the shortest list of gaps says most plainly what is asked.
    best = (
        max(whole, key=lambda text: len(wanted[text]))
        if whole
        else min(texts, key=lambda text: (len(wanted[text] - set(filling)), len(wanted[text])))
    )
    return _SLOT.sub(lambda match: _said(match.group(1), filling), best)


def _slot_names(content: str) -> list[str]:
    return [name.strip() for name in content.split("..")]


def _said(content: str, filling: Mapping[str, str]) -> str:
    return " to ".join(dict.fromkeys(filling.get(name, "…") for name in _slot_names(content)))
