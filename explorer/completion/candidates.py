"""What may fill the slots of a question that somebody types.

One statement finds all names that are finished; one, at most two, what is being typed.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from explorer.asking import lookup, parameters
from explorer.asking.lookup import NAMED, TEXTUAL, Entity, Wanted
from explorer.asking.namesakes import with_ids
from explorer.catalogue.phrases import PERIOD, Slot
from explorer.catalogue.query_file import QueryFile
from explorer.completion.date_completions import Month, Months, may_be_date, periods
from explorer.completion.prefixes import Beginning
from explorer.completion.suggestions import Suggestion, suggest
from explorer.completion.verbalize import Filling
from explorer.graph.base import Graph

#: Finished names that are looked up; those of beginnings that fit worse are not.
_MOST_NAMES = 12
#: Of each finished name that several bear.
_MOST_NAMESAKES = 3
_MOST_SEARCHES = 2


class Fillings:
    """What may fill the slots of these beginnings, the best first."""

    def __init__(self, graph: Graph, months: Months, beginnings: Sequence[Beginning], most: int) -> None:
        self._graph = graph
        self._all_months = months
        self._most = most
        self._known = self._look_up(beginnings)
        self.beginnings = [
            each for each in beginnings if all(self.finished(each.question, *filled) for filled in each.filled)
        ]
        self._kinds = self._kinds_by_prefix()
        self._found: dict[str, list[Suggestion]] = {}

    def finished(self, question: QueryFile, slot: Slot, passage: str) -> list[Filling]:
        """What the words of a slot that are followed by others mean; nothing where they name nobody."""
        if slot.kind in NAMED:
            known = self._known.get((slot.kind, passage), [])[:_MOST_NAMESAKES]
            return [_of_entity(each) for each in with_ids(known)]
        if slot.kind in TEXTUAL:  # looking for a title takes as long as all else together
            return []
        return [Filling(passage, passage)] if parameters.takes(question, slot, passage) else []

    def begun(self, beginning: Beginning, slot: Slot) -> list[Filling]:
        """What the words typed for the last slot may become."""
        question, typed = beginning.question, beginning.typed
        if slot.kind in ("date", PERIOD):
            if not may_be_date(typed):
                return []
            begin = question.period[:1] if question.period else ()
            after = next((said for other, said in beginning.filled if other.names == begin), "")
            return [Filling(text, text, question.title) for text in periods(typed, self._months, after)]
        if slot.kind in NAMED or slot.kind in TEXTUAL:
            taken = {filling.value for filled in beginning.filled for filling in self.finished(question, *filled)}
            found = [each for each in self._search(typed) if each.kind == slot.kind and each.id not in taken]
            return [Filling(each.name, each.id, each.hint) for each in found]
        return [Filling(typed, typed, question.title)] if parameters.takes(question, slot, typed) else []

    def _look_up(self, beginnings: Sequence[Beginning]) -> dict[Wanted, list[Entity]]:
        wanted = [(slot.kind, passage) for each in beginnings for slot, passage in each.filled if slot.kind in NAMED]
        return lookup.find_by_name(self._graph, list(dict.fromkeys(wanted))[:_MOST_NAMES])

    def _kinds_by_prefix(self) -> dict[str, list[str]]:
        """What is to be searched for, by what was typed, with the kinds that it may be."""
        kinds: dict[str, list[str]] = {}
        for each in self.beginnings:
            if each.slot and each.typed and each.slot.kind in (*NAMED, *TEXTUAL):
                kinds.setdefault(each.typed, []).append(each.slot.kind)
        return dict(list(kinds.items())[:_MOST_SEARCHES])

    @cached_property
    def _months(self) -> list[Month]:
        return self._all_months.of(self._graph)

    def _search(self, typed: str) -> list[Suggestion]:
        if typed not in self._found:
            kinds = self._kinds.get(typed)
            self._found[typed] = suggest(self._graph, typed, kinds, 4 * self._most) if kinds else []
        return self._found[typed]


def _of_entity(entity: Entity) -> Filling:
    return Filling(entity.name, entity.id, entity.hint)
