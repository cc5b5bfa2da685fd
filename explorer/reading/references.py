"""References of records: each holds an id, or a whole name or title, for which loading/ finds the id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pydantic import AfterValidator, ValidationInfo

from explorer.reading.value_types import is_id

#: A kind of entity, and the text by which a record refers to one. What stands in the place of an id of any kind, and is
#: none, is of the kind ''.
Wanted = tuple[str, str]


@dataclass(frozen=True)
class References:
    """What records refer to, noted while they are checked, and the id that each text stands for.

    In place of an id may stand a ValueError, with what is wrong with the text. What `ids` lacks is an id itself.
    """

    #: In the order of asking.
    asked: dict[Wanted, None] = field(default_factory=dict)
    ids: Mapping[Wanted, str | ValueError] = field(default_factory=dict)

    def id_of(self, wanted: Wanted) -> str:
        """The id that the text stands for. Raises ValueError."""
        self.asked[wanted] = None
        found = self.ids.get(wanted, wanted[1])
        if isinstance(found, ValueError):
            raise found
        return found


def reference_to(kind: str) -> AfterValidator:
    """Marks a text that refers to an entity of the kind. The context of the check is References, or none."""

    def check(text: str, info: ValidationInfo) -> str:
        return info.context.id_of((kind, text)) if info.context else text

    return AfterValidator(check)


def _id_of_any_kind(text: str, info: ValidationInfo) -> str:
    return text if is_id(text) or not info.context else str(info.context.id_of(("", text)))


#: An id of some kind, where no name may stand.
ANY_ID = AfterValidator(_id_of_any_kind)
