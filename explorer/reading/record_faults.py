"""What pydantic finds wrong with a field becomes a message in the words of the format, with what would be right."""

from __future__ import annotations

import re
from typing import Any

from explorer.nearest import did_you_mean, nearest
from explorer.shortened import shortened

#: A value is shown as far as this.
_SHOWN_CHARACTERS = 200


def message(fault: Any, known_fields: list[str]) -> str:
    """What is wrong and what would be right. `fault` is one of pydantic's errors, of a record with the known fields."""
    said, value = _message(fault, known_fields), fault.get("input")
    for long in (value, fault["loc"][-1]):
        if isinstance(long, str) and len(long) > _SHOWN_CHARACTERS:  # a short one may stand in other words
            said = said.replace(long, shortened(long, _SHOWN_CHARACTERS))
    return said


def _message(fault: Any, known_fields: list[str]) -> str:
    field = next((name for name in reversed(fault["loc"]) if isinstance(name, str)), "")
    value, kind = fault.get("input"), fault["type"]
    if kind == "extra_forbidden":
        return f"unknown field `{field}`{did_you_mean(str(field), known_fields)}"
    if kind == "missing" and field == "id":
        return "`id` is missing, and there is no name, title or text to make one of"
    if kind == "missing":
        return f"`{field}` is missing"
    if kind == "string_too_long":
        most, number = fault["ctx"]["max_length"], len(str(value))
        return f"`{field}` may have {most:,} characters, not {number:,}: put a long text in a file of its own"
    if kind == "literal_error":
        return _wrong_word(field, value, re.findall(r"'([^']+)'", fault["ctx"]["expected"]))
    if kind == "value_error":
        return f"`{field}`: {fault['ctx']['error']}"
    if isinstance(value, list):
        return f"`{field}` takes one value, and here stands a list: write `{field}: {value[0] if value else '...'}`"
    if isinstance(value, dict) and kind == "list_type":
        return f"`{field}` takes a list, and here stands a map: write each entry as `- {{id: ..., ...}}`"
    if isinstance(value, dict):
        return f"`{field}` takes one value, and here stands a map"
    if kind in ("model_type", "dict_type", "model_attributes_type"):
        return f"here a map is expected, such as `{{id: ...}}`, and not '{value}'"
    if kind == "list_type":
        return f"`{field}` takes a list: begin each entry with `- `"
    if value is None or not str(value).strip():
        return f"`{field}` is empty: fill it in or leave the line out"
    if kind.startswith("int_") or kind in ("greater_than_equal", "less_than_equal"):
        return f"`{field}` must be a whole number above 0 and of at most a million, not '{value}'"
    return f"`{field}`: {fault['msg']}"


def _wrong_word(field: str, value: Any, allowed: list[str]) -> str:
    near = nearest(str(value), allowed)
    meant = f"; did you mean `{near}`?" if near else ""
    return f"`{field}` cannot be '{value}': write {', '.join(allowed[:-1])} or {allowed[-1]}{meant}"
