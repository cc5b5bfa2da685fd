"""Words that nothing is called, nearly: slips of the keyboard in names and other words, and names that are declined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from explorer.asking import lookup
from explorer.asking.finding_names import by_word
from explorer.asking.known_names import Names, whole_only
from explorer.asking.lookup import Entity
from explorer.asking.mention import Mention, by_kind, merged
from explorer.asking.spoken import Span, Spoken, is_free
from explorer.asking.typing_slips import TWO_SLIPS, is_likely, slips_between
from explorer.graph.base import Graph
from explorer.lexicon.language import Language
from explorer.lexicon.patterns import LONGEST_ENDING
from explorer.statements import statement

_SECONDS = 5.0
#: Names that are shorter are not guessed, and no other words from shorter ones.
SHORTEST_NAME, _SHORTEST_WORD = 5, 3
#: From so many letters on two slips are forgiven in a word that is no name.
_TWO_SLIPS_IN_WORDS = 11
#: Words of names with which a misspelt one is compared.
_MOST_WORDS_LIKE = 20_000
#: More slips than any word is forgiven: no name is near.
_NO_NAME = 9
#: A slip is forgiven in what begins a word from so many letters on.
_LONG_BEGINNING = 6


@dataclass
class Mended:
    """The words as they are read, the names found in them, and what was read as what."""

    words: list[str]
    mentions: list[Mention] = field(default_factory=list)
    slips: list[tuple[Span, str]] = field(default_factory=list)

    def read(self, span: Span, other: str) -> None:
        """Reads one word as another."""
        self.words[span[0]] = other
        self.slips.append((span, other))


def mend(
    known: Names, language: Language, taken: Sequence[Span], inside: Iterable[int], phrase_words: Iterable[str] = ()
) -> Mended:
    """What the words that nothing knows may be.

    `inside` are numbers of words that belong to a longer entry, `phrase_words` words of the catalogue's phrases.
    """
    spoken = known.spoken
    mended = Mended(list(spoken.words))
    within, of_phrases = set(inside), frozenset(phrase_words)
    for at, word in enumerate(spoken.words):
        span = (at, at + 1)
        if is_free(span, taken) and (other := _nearest_of_phrases(language, word, of_phrases)):
            mended.read(span, other)
            continue
        free = is_free(span, [*taken, *(each.span for each in mended.mentions)])
        if at in within or not free or _needs_nothing(word, language):
            continue
        if found := _declined(known, language, span):
            mended.mentions.append(found)
            continue
        name, slips = _nearest_name(known, at) if len(word) >= SHORTEST_NAME - 1 else ([], _NO_NAME)
        if other := _nearest_word(language, of_phrases, word, slips):
            mended.read(span, other)
        elif name:
            mended.mentions.append(_with_first_name(known, Mention(span, by_kind(name), read_as=name[0].name), taken))
            mended.slips.append((span, name[0].name))
    mended.mentions = _with_given_names(mended.mentions)
    return mended


def _needs_nothing(word: str, language: Language) -> bool:
    of_offices = word in language.heads or word in language.offices
    return len(word) < _SHORTEST_WORD or word.isdigit() or of_offices or language.knows(word)


def _declined(known: Names, language: Language, span: Span) -> Mention | None:
    """What a word names without the ending of a case, and what that makes it to the verb: `Лаврова`, `Genfs`."""
    written = known.spoken.words[span[0]]
    stems: dict[str, str] = {}
    for word in dict.fromkeys([written, _with_letters(written, language)]):
        stems |= {
            bare + each.instead: each.marker
            for each in reversed(language.endings)
            if word.endswith(each.text) and len(bare := word[: -len(each.text)]) >= _SHORTEST_WORD
        }
        stems |= {word: ""} if word != written else {}
    known.of_any(stems)
    for stem, marker in reversed(stems.items()):
        if found := by_word(known.of(stem), stem):
            return Mention(span, by_kind(found), marker)
    return None


def _with_letters(word: str, language: Language) -> str:
    """The word as English writes names: `lavrov` for German `Lawrow`."""
    for there, here in language.letters:
        word = word.replace(there, here)
    return word


def _with_given_names(mentions: Sequence[Mention]) -> list[Mention]:
    """One mention for two names side by side, each declined, that one person has: `Владимиром Путиным`."""
    joined: list[Mention] = []
    for each in mentions:
        before = joined[-1] if joined else None
        if before and before.span[1] == each.span[0] and not before.read_as and not each.read_as:
            ids = {entity.id for entity in before.entities}
            if shared := [entity for entity in each.entities if entity.id in ids]:
                joined[-1] = merged(before, each, shared)
                continue
        joined.append(each)
    return joined


def _nearest_name(known: Names, at: int) -> tuple[list[Entity], int]:
    """What has a word in its name from which this one is a slip away, and how many slips."""
    word = known.spoken.words[at]
    near = spelled_like(known, word)
    if not near:
        return [], _NO_NAME
    least = min(near)[0]
    spellings = [other for slips, other in near if slips == least]
    hits = lookup.named(known.graph, spellings)
    found: dict[str, Entity] = {}
    for spelling in spellings:
        bearing = hits.get(spelling, [])
        found |= {entity.id: entity for entity in by_word(bearing, spelling) or whole_only(bearing)}
    return list(found.values()), least


def spelled_like(known: Names, word: str) -> list[tuple[int, str]]:
    """The words of names from which this one is a slip away, each with how many slips."""
    if word not in known.like:
        every = _words_like(known.graph, word)
        known.like[word] = [(slips, other) for other in every if (slips := slips_between(word, other)) is not None]
    return known.like[word]


def _words_like(graph: Graph, word: str) -> list[str]:
    """Words of names that may be the one that was meant: with its first letter, or with the first two changed over."""
    slips = 2 if len(word) >= TWO_SLIPS else 1
    values = {
        "first": word[0],
        "second": word[1] + word[0],
        "least": max(SHORTEST_NAME if len(word) < SHORTEST_NAME else 4, len(word) - slips),
        "longest": len(word) + slips,
        "most": _MOST_WORDS_LIKE,
    }
    return [row["id"] for row in graph.read(statement("lookup/words-like"), values, timeout=_SECONDS).rows]


def _nearest_word(language: Language, phrase_words: frozenset[str], word: str, slips_of_name: int) -> str:
    """The word of the language that is nearest, first of the phrases, where it is nearer than a name; "" for none."""
    most = 2 if len(word) >= _TWO_SLIPS_IN_WORDS else 1
    near = [
        (slips, not is_likely(word, other), other not in phrase_words, -len(other), other)
        for other in _alike({*language.vocabulary, *phrase_words}, word)
        if (slips := slips_between(word, other)) is not None and slips <= most and _is_long_enough(word, other)
    ]
    if not near:
        return _nearest_beginning(language, word) if slips_of_name else ""
    slips, *_, other = min(near)
    return other if slips <= slips_of_name else ""


def _is_long_enough(word: str, other: str) -> bool:
    """Whether a short word may be a slip of the other: two letters changed over, or one of them left out."""
    return len(word) >= SHORTEST_NAME or len(other) > len(word) or sorted(word) == sorted(other)


def _nearest_beginning(language: Language, word: str) -> str:
    """The beginning of words, such as `contradict*`, from which the word is a slip away; "" for none."""
    for beginning in language.stems:
        if len(beginning) < _LONG_BEGINNING or word[0] != beginning[0]:
            continue
        for end in (len(beginning), len(beginning) + 1, len(beginning) - 1):
            if len(word) - end <= LONGEST_ENDING and slips_between(word[:end], beginning) == 1:
                return beginning
    return ""


def _nearest_of_phrases(language: Language, word: str, phrase_words: frozenset[str]) -> str:
    """The word of a phrase that is one slip away from a long one of which the language has the beginning only."""
    if len(word) < TWO_SLIPS - 2 or not language.knows(word) or language.spells(word) or word in phrase_words:
        return ""
    return next((each for each in sorted(phrase_words) if each[0] == word[0] and slips_between(word, each) == 1), "")


def _alike(vocabulary: Iterable[str], word: str) -> Iterator[str]:
    for other in vocabulary:
        if (
            abs(len(other) - len(word)) <= 2
            and len(other) >= _SHORTEST_WORD
            and (other[0] == word[0] or len(word) >= SHORTEST_NAME)
        ):
            yield other


def _with_first_name(known: Names, mention: Mention, taken: Sequence[Span]) -> Mention:
    """With the given name before it, which tells people of one family name apart: `Vladimir Puttin`."""
    start, end = mention.span
    before = (start - 1, start)
    if start == 0 or not is_free(before, taken):
        return mention
    given = {entity.id for entity in known.of(known.spoken.words[start - 1])}
    shared = [entity for entity in mention.entities if entity.id in given]
    return Mention((start - 1, end), by_kind(shared), read_as=shared[0].name) if shared else mention


def words_alone(spoken: Spoken, language: Language, taken: Sequence[Span]) -> set[int]:
    """The numbers of the words that belong to an entry of several words of the language."""
    inside = set(language.split_in(spoken.words)) | language.roles_in(spoken.words)
    for at in range(len(spoken.words)):
        count = max(
            language.sense_at(spoken.words, at)[0],
            language.preposition_at(spoken.words, at)[0],
            *(language.listed_at(role, spoken.words, at) for role in language.words),
        )
        if count and is_free((at, at + count), taken):
            inside |= set(range(at, at + count))
    return inside
