"""Dates as people write them, such as `7 December 2021` or `18–20 January 2022`, become EDTF or a Period."""

from __future__ import annotations

import calendar
import re

from explorer import dates

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_FILLERS = ("of", "the")
_NUMBERS = re.compile(r"(\d{1,2})([./-]) ?(\d{1,2})\2 ?(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})([./-])(\d{1,2})\2(\d{1,2})")
_MONTH_AND_YEAR = re.compile(r"(\d{1,2})[./](\d{4})")
_DECADE = re.compile(r"(\d{3})0s")
_QUALIFIERS = {
    "around": "~", "about": "~", "circa": "~", "ca.": "~", "c.": "~", "possibly": "?", "possibly around": "%",
}  # fmt: skip
_QUALIFIED = re.compile(r"(possibly around|possibly|around|about|circa|ca\.|c\.) *(\S.*)", re.IGNORECASE)
_UNTIL = re.compile(r"(?:until|till|up to) +(\S.*)", re.IGNORECASE)
_FROM = re.compile(r"(?:from|since) +(\S.*)", re.IGNORECASE)
#: One winter, named by both of its years.
_WINTER = re.compile(r"winter (?:of )?(\d{4}) ?[–—/-] ?(\d{4}|\d\d)", re.IGNORECASE)
_DASH = re.compile(r" *[–—] *| +- +|(?<=\d{4})-(?=\d{4})| +(?:to|until|till) +", re.IGNORECASE)
#: Days or months of one year, of which the first leaves out what it shares with the last.
_SHORTENED = re.compile(r"(\d{1,2}|[^\W\d]+\.?|\d{1,2} +[^\W\d]+\.?) *(?:[–—-]| to ) *(\S.*)", re.IGNORECASE)


def understand(words: str) -> dates.Period | None:
    """One date, such as `January 2022`, `21 Jan 2022`, `21.1.2022` or EDTF, as a Period; None where it is none."""
    try:
        return dates.parse(_one(words) or words)
    except ValueError:
        return None


def edtf(written: str) -> str:
    """The EDTF of a date, or of a period such as `until May 2021`. Raises ValueError, with what to write instead."""
    text = written.strip()
    try:
        return dates.parse(text).text
    except ValueError:
        in_words = _period(" ".join(text.split()))
        if in_words in (None, text):
            raise
    try:
        return dates.parse(str(in_words)).text
    except ValueError as error:
        raise ValueError(f"'{text}': {error}") from None


def _period(text: str) -> str | None:
    """The EDTF of what is in words; None where it is not understood."""
    if (found := _WINTER.fullmatch(text)) and f"{int(found[1]) + 1:04d}".endswith(found[2]):
        return f"{found[1]}-24"
    if found := _UNTIL.fullmatch(text):
        return _joined("../", _side(found[1]))
    if _NUMBERS.fullmatch(text):
        return _side(text)  # its hyphens do not join two dates
    if len(sides := _DASH.split(_FROM.sub(r"\1", text), maxsplit=1)) == 2 or _SHORTENED.fullmatch(text):
        return _interval(text, sides)
    if found := _FROM.fullmatch(text):
        return _joined(_side(found[1]), "/..")
    return _side(text)


def _interval(text: str, sides: list[str]) -> str | None:
    if len(sides) == 2 and (first := _side(sides[0])) and (last := _side(sides[1])):
        return f"{first}/{last}"
    shortened = _SHORTENED.fullmatch(_FROM.sub(r"\1", text))
    last = _side(shortened[2]) if shortened else None
    if shortened is None or last is None or dates.period_of(last) is None:
        return None
    if not re.fullmatch(r"\d{4}-\d\d-\d\d" if shortened[1].isdigit() else r"\d{4}-\d\d(-\d\d)?", last):
        return None  # where a day is alone, the other gives its month
    missing = last[:7] if shortened[1].isdigit() else last[:4]
    year, _, month = missing.partition("-")
    first = _side(" ".join([shortened[1], *([calendar.month_name[int(month)]] if month else []), year]))
    return _joined(first, f"/{last}") if first and len(first) == len(last) else None


def _side(text: str) -> str | None:
    """The EDTF of one date, possibly a qualified one."""
    if found := _QUALIFIED.fullmatch(text):
        return _joined(_one(found[2]), _QUALIFIERS[found[1].lower()])
    return _one(text)


def _joined(*parts: str | None) -> str | None:
    return None if None in parts else "".join(part or "" for part in parts)


def _one(text: str) -> str | None:
    """The EDTF of one date in words or numbers, None where it is none. Raises ValueError where it can be two."""
    text = text.strip()
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", text):
        return text
    if found := _DECADE.fullmatch(text):
        return _decade(text, found[1])
    if found := _YEAR_FIRST.fullmatch(text):
        return f"{found[1]}-{int(found[3]):02d}-{int(found[4]):02d}"
    if found := _MONTH_AND_YEAR.fullmatch(text):
        return f"{found[2]}-{int(found[1]):02d}" if 1 <= int(found[1]) <= 12 else None
    if found := _NUMBERS.fullmatch(text):
        return _in_numbers(text, int(found[1]), int(found[3]), int(found[4]))
    return _in_words(text)


def _decade(text: str, begins: str) -> str:
    """Ten years. What ends in 00s may be a hundred years or a thousand."""
    if not begins.endswith("0"):
        return f"{begins}X"
    decade, century = f"{begins}X", f"{begins[:2]}XX"
    years = [f"the years {years.replace('X', '0')}–{years.replace('X', '9')}" for years in (decade, century)]
    raise ValueError(f"'{text}' can be {' or '.join(years)}: write {decade} or {century}")


def _in_numbers(text: str, first: int, second: int, year: int) -> str | None:
    """Day and month in either order, where only one order gives a date."""
    orders = dict.fromkeys((month, day) for day, month in ((first, second), (second, first)) if 1 <= month <= 12)
    if len(orders) == 2:
        readings = [f"{day} {calendar.month_name[month]}" for month, day in orders]
        remedies = [f"{year:04d}-{month:02d}-{day:02d}" for month, day in orders]
        raise ValueError(f"'{text}' can be {' or '.join(readings)} {year}: write {' or '.join(remedies)}")
    return next((f"{year:04d}-{month:02d}-{day:02d}" for month, day in orders), None)


def _in_words(text: str) -> str | None:
    if re.search(r"[^\w\s.,'’]", text):
        return None  # another sign may change what it says
    parts = re.findall(r"[a-z]+|\d+", re.sub(r"(\d)(?:st|nd|rd|th)\b", r"\1", text.lower()))
    parts = [part for part in parts if part not in _FILLERS]
    months = [_MONTHS[part] for part in parts if part in _MONTHS]
    seasons = [_SEASONS[part] for part in parts if part in _SEASONS]
    numbers = [part for part in parts if part.isdigit()]
    if len(months) + len(seasons) != 1 or 1 + len(numbers) != len(parts):
        return None
    years = [number for number in numbers if len(number) == 4]
    days = [number for number in numbers if len(number) <= 2]
    if len(years) != 1 or len(days) > len(months) or len(years) + len(days) != len(numbers):
        return None
    return "-".join([years[0], f"{(months or seasons)[0]:02d}", *(f"{int(day):02d}" for day in days)])
