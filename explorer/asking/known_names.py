"""What the graph has under the words of one text, looked up once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from explorer import names
from explorer.asking import lookup
from explorer.asking.lookup import Entity
from explorer.asking.spoken import Span, Spoken, length
from explorer.graph.base import Graph

#: Words of a name that are looked up as one.
LONGEST_NAME = 8


@dataclass
class Names:
    """What the graph has under the words of one text, and `like` a misspelt one; looked up once."""

    graph: Graph
    spoken: Spoken
    like: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    _by_spelling: dict[str, list[Entity]] = field(default_factory=dict)
    _looked_up: bool = False

    def of(self, spelling: str) -> list[Entity]:
        """What has the spelling as its whole name, else as a word of its name."""
        if not self._looked_up:
            spelled = {self.spoken.spelling(span) for span in spans_of(self.spoken.words)}
            self._by_spelling = lookup.named(self.graph, sorted(each for each in spelled if names.words(each)))
            self._looked_up = True
        return self._by_spelling.get(spelling, [])

    def with_text(self, spoken: Spoken) -> Names:
        """The same for a text that has other words of the language in it."""
        return Names(self.graph, spoken, self.like, self._by_spelling, self._looked_up)

    def whole(self, spelling: str) -> list[Entity]:
        """What has the spelling as its whole name."""
        return whole_only(self.of(spelling))

    def of_any(self, spellings: Iterable[str]) -> list[Entity]:
        """What has one of the spellings as its whole name; each that is not in the text is looked up by itself."""
        wanted = list(dict.fromkeys(spellings))
        unknown = [each for each in wanted if each not in self._by_spelling]
        found = lookup.named(self.graph, unknown) if unknown else {}
        self._by_spelling |= {each: found.get(each, []) for each in unknown}
        return [each for spelling in wanted for each in self.whole(spelling)]


def spans_of(words: Sequence[str]) -> list[Span]:
    """The passages that may be names, the longest first, then from left to right."""
    every = [(a, b) for a in range(len(words)) for b in range(a + 1, min(len(words), a + LONGEST_NAME) + 1)]
    return sorted(every, key=lambda span: (-length(span), span[0]))


def whole_only(found: Iterable[Entity]) -> list[Entity]:
    """Those that were found by their whole name."""
    return [entity for entity in found if entity.rank == lookup.WHOLE_NAME]
