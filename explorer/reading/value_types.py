"""What a single value of a record may be: an id, a text, a date, an address of the web, a duration, lists of them."""

from __future__ import annotations

import re
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo

from explorer import dates, names, written_dates
from explorer.reading import written_durations

_SLUG = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")
LONGEST_ID_CHARACTERS = 120


#: What is stored of a text at most; longer ones belong into a source's text.
_LONGEST_TEXT_CHARACTERS = 1_000_000
#: Neo4j keeps no longer ones in an index: a name as it is written, and as it is looked up.
_LONGEST_NAME_CHARACTERS, _LONGEST_SPELLING_CHARACTERS = 1_000, 4_000


def is_id(text: str) -> bool:
    """Whether the text may be an id."""
    return bool(_SLUG.fullmatch(text)) and len(text) <= LONGEST_ID_CHARACTERS


def _slug(text: str) -> str:
    if not is_id(text):
        raise ValueError(f"'{text}' is no id: use small letters, digits and hyphens, such as sergei-lavrov")
    if text.endswith((".json", ".csv")):  # which in addresses of the web stand for the same as data
        raise ValueError(f"'{text}' ends like the name of a file: leave .{text.rpartition('.')[2]} out")
    return text


def _name(text: str) -> str:
    if len(text) > _LONGEST_NAME_CHARACTERS or len(names.normalize(text)) > _LONGEST_SPELLING_CHARACTERS:
        remedy = "write several aliases one by one" if "," in text or ";" in text else "write a shorter one"
        raise ValueError(f"a name may have {_LONGEST_NAME_CHARACTERS:,} characters, not {len(text):,}: {remedy}")
    return text


def _edtf(text: str) -> str:
    return written_dates.edtf(text)


def _address(text: str) -> str:
    address = text[1:-1].strip() if text.startswith("<") and text.endswith(">") else text
    if not re.match("https?://", address, re.IGNORECASE):
        raise ValueError(f"'{text}' is no address of the web: begin with https:// or http://")
    if re.search(r"\s", address):
        raise ValueError(f"'{text}' has a space: write %20 in its place")
    try:
        host = urlsplit(address).hostname
    except ValueError:
        host = None
    if not host:
        raise ValueError(f"'{text}' names no computer: write an address such as https://example.org/report")
    return address


def _duration(text: str) -> str:
    return written_durations.iso(text)


def _distinct(ids: list[str]) -> list[str]:
    if len(set(ids)) < max(len(ids), 2):
        raise ValueError("name two ids or more, each once, such as [kishida, kishida-fumio]")
    return ids


def _one_is_a_list(value: Any) -> Any:
    return [] if value is None else value if isinstance(value, list) else [value]


def text_as(key: str) -> BeforeValidator:
    """A bare text where a map is expected stands for the map with that one key."""
    return BeforeValidator(lambda value: {key: value} if isinstance(value, str) else value)


def not_reserved(word: str) -> AfterValidator:
    """Refuses the word that the program keeps for loaded files."""

    def check(text: str) -> str:
        if text == word:
            raise ValueError(f"`{word}` is kept for loaded files: write another, such as article")
        return text

    return AfterValidator(check)


def not_before(name: str) -> AfterValidator:
    """Refuses a date that is surely before that of the field of this name."""

    def check(text: str, record: ValidationInfo) -> str:
        begins = record.data.get(name)
        if begins and dates.ends_before(begins, text):
            raise ValueError(f"'{text}' is before `{name}`, '{begins}', so that it ends before it begins: swap the two")
        return text

    return AfterValidator(check)


#: A single value where a list is expected is a list of one; nothing is an empty list.
ONE_IS_A_LIST = BeforeValidator(_one_is_a_list)
EMPTY_IS_A_LIST = BeforeValidator(lambda value: [] if value is None else value)
Id = Annotated[str, AfterValidator(_slug)]
Text = Annotated[str, Field(min_length=1, max_length=_LONGEST_TEXT_CHARACTERS)]
Name = Annotated[Text, AfterValidator(_name)]
Edtf = Annotated[str, AfterValidator(_edtf)]
Address = Annotated[str, AfterValidator(_address)]
Duration = Annotated[str, AfterValidator(_duration)]
Texts = Annotated[list[Text], ONE_IS_A_LIST]
Names = Annotated[list[Name], ONE_IS_A_LIST]
#: That a list has two ids or more, each once.
DISTINCT = AfterValidator(_distinct)
