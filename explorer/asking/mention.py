"""A passage of a question that names something, and what it can mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from explorer.asking import lookup
from explorer.asking.lookup import Entity
from explorer.asking.spoken import Span


@dataclass(frozen=True)
class Mention:
    """A passage that names something.

    `found` has what it can mean, by kind. `marker` says what it is to the verb: `subject`, `by`, `about`, `to`, `with`,
    `in`, `of`, `for`. `read_as` is set where it was not typed so: a slip of the keyboard, an office. `whole` says that
    it is an exact whole name.
    """

    span: Span
    found: Mapping[str, tuple[Entity, ...]]
    marker: str = ""
    read_as: str = ""
    whole: bool = False

    def of(self, kind: str) -> tuple[Entity, ...]:
        """What it can mean of a kind."""
        return self.found.get(kind, ())

    @property
    def by_office(self) -> bool:
        """Whether a person is called by an office, without the name."""
        return any(entity.rank in (lookup.WITH_OFFICE, lookup.THEN) for entity in self.of("actor"))

    @property
    def entities(self) -> list[Entity]:
        """All that it can mean."""
        return [entity for each in self.found.values() for entity in each]


def by_kind(entities: Iterable[Entity]) -> dict[str, tuple[Entity, ...]]:
    """The entities by their kinds."""
    found: dict[str, dict[str, Entity]] = {}
    for entity in entities:
        found.setdefault(entity.kind, {}).setdefault(entity.id, entity)
    return {kind: tuple(each.values()) for kind, each in found.items()}


def merged(first: Mention, second: Mention, entities: Sequence[Entity]) -> Mention:
    """One mention where two stand side by side and mean the same."""
    return replace(second, span=(first.span[0], second.span[1]), found=by_kind(entities))
