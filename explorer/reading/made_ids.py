"""Ids of records that have none: made of the name, or of date and title, so that a record always gets the same one.

The rule is that of names (explorer/names.py), with hyphens: small Latin letters and digits, of any script. Of what
is reported the date comes first. A long id is cut, and ends with a hash of the whole text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from explorer import model, names, written_dates

#: Longer ones are cut, and told apart by a hash.
_MOST_CHARACTERS = 80


def made_id(kind: model.Kind, title: Any, date: Any = None) -> str:
    """The id that is made of a title, and of the date of what is reported; '' where there is nothing to make it of."""
    text = names.normalize(title).replace(" ", "-") if isinstance(title, str) else ""
    if not text:
        return ""
    day = names.normalize(_edtf(date)).replace(" ", "-") if kind.reported else ""
    whole = f"{day}-{text}" if day else text
    if len(whole) <= _MOST_CHARACTERS:
        return whole
    told_apart = hashlib.blake2b(text.encode(), digest_size=3).hexdigest()
    return f"{whole[:_MOST_CHARACTERS].rpartition('-')[0] or whole[:_MOST_CHARACTERS]}-{told_apart}"


def made_of(kind: model.Kind, record: Mapping[str, Any]) -> str:
    """The id that is made of a record, as it was read; '' where there is nothing to make it of."""
    return made_id(kind, record.get(kind.title), record.get("date"))


def _edtf(date: Any) -> str:
    try:
        return written_dates.edtf(date) if isinstance(date, str) else ""
    except ValueError:
        return ""  # a fault, which is told elsewhere
