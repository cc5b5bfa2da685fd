"""Durations as people write them, such as `90 minutes`, `1h30` or `an hour and a half`, become ISO 8601."""

from __future__ import annotations

import re
from fractions import Fraction

_DAY, _HOUR, _MINUTE = 86_400, 3_600, 60
#: Seconds of each unit by all its names.
_UNITS = {
    name: seconds
    for seconds, unit in (
        (7 * _DAY, "w wk wks week weeks"),
        (_DAY, "d day days"),
        (_HOUR, "h hr hrs hour hours"),
        (_MINUTE, "m min mins minute minutes"),
        (1, "s sec secs second seconds"),
    )
    for name in unit.split()
}
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = {word: number for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_WORDS = {word: number for number, word in enumerate(_ONES.split())} | {word: 10 * _TENS[word] for word in _TENS}
_PARTS = {"half": Fraction(1, 2), "quarter": Fraction(1, 4), "quarters": Fraction(1, 4)}
_SIGNS = {"½": " 1/2", "¼": " 1/4", "¾": " 3/4", "⅓": " 1/3", "⅔": " 2/3"}
_ARTICLES, _FILLERS = ("a", "an"), ("and", "of")

_NUMBER = r"(\d{1,9}(?:[.,]\d{1,9})?)"
_STORED = re.compile(r"P(?=.)(\d{1,9}D)?(T(?=.)(\d{1,9}H)?(\d{1,9}M)?(\d{1,9}S)?)?", re.ASCII)
_ISO = re.compile(rf"P(?:{_NUMBER}W)?(?:{_NUMBER}D)?(?:T(?:{_NUMBER}H)?(?:{_NUMBER}M)?(?:{_NUMBER}S)?)?", re.IGNORECASE)
_CLOCK = re.compile(r"(\d{1,3}):([0-5]\d)(?::([0-5]\d)| *(?:h|hrs?|hours?))", re.IGNORECASE)
_ARTICLE = re.compile(r"\ban? (?=half|quarter)")
#: What says nothing by itself: the hyphen of `two-hour`, the point of `min.`, a comma between parts.
_JOINT = re.compile(r"(?<=\w)-(?=[a-z])|(?<=[a-z])[.,]")
_TOKEN = re.compile(r"[1-9]/[1-9]|\d+(?:[.,]\d+)?|[a-z]+|\S")
_LONGEST_CHARACTERS = 100
_REMEDY = "write it such as 90 minutes, 2 hours 10 minutes or PT2H10M"
_ABOUT = r"(?:about|around|circa|ca|approx|some|nearly|almost|over|under|more|less|up to|at|[~<>]).*"
#: What is refused for a reason of its own.
_REFUSED = (
    (re.compile(r"\d+(?:[.,]\d+)?"), "says no unit: write minutes or hours after it"),
    (re.compile(r"\d+:\d\d"), "can be hours and minutes, or minutes and seconds: write it such as 1h30 or 1 min 30 s"),
    (re.compile(r".*(?:month|year).*"), "has no fixed length: write it in days"),
    (re.compile(_ABOUT + r"|.*\d ?[-–] ?\d.*"), "is not exact, as durations are kept: write the nearest one"),
    (re.compile(r".*\d[.,]\d{3}(?!\d).*"), "can mean thousands or a fraction: write the number without that sign"),
)  # fmt: skip

#: Numbers, each with the seconds of its unit.
Terms = list[tuple[Fraction, int]]


def iso(written: str) -> str:
    """The duration in ISO 8601, days and what is below a day; what is written so is kept. Raises ValueError, with what
    to write instead."""
    text = " ".join(written.split())
    if _STORED.fullmatch(text):
        return text
    if len(text) > _LONGEST_CHARACTERS:
        raise ValueError(f"'{text[:_LONGEST_CHARACTERS]} ...' is no duration: {_REMEDY}")
    for pattern, reason in _REFUSED:
        if pattern.fullmatch(text.lower()):
            raise ValueError(f"'{text}' {reason}")
    terms = _in_figures(text) or _in_words(text.lower())
    seconds = sum(number * unit for number, unit in terms)
    if not terms or seconds.denominator != 1:
        raise ValueError(f"'{text}' is no duration that is understood: {_REMEDY}")
    return _written(int(seconds), in_days=terms[0][1] >= _DAY)


def _in_figures(text: str) -> Terms:
    """Numbers and units of ISO 8601 or of a clock; nothing of what is neither."""
    clock, given = _CLOCK.fullmatch(text), _ISO.fullmatch(text)
    if not clock and not given:
        return []
    numbers = (None, None, *clock.groups()) if clock else given.groups() if given else ()
    units = (7 * _DAY, _DAY, _HOUR, _MINUTE, 1)
    return [(_number(number), unit) for number, unit in zip(numbers, units, strict=True) if number]


def _in_words(text: str) -> Terms:
    """Numbers and units in words, the longest unit first; nothing of what is not understood."""
    for sign, number in _SIGNS.items():
        text = text.replace(sign, number)
    terms: Terms = []
    amount: Fraction | None = None
    for token in _TOKEN.findall(_ARTICLE.sub("", _JOINT.sub(" ", text))):
        if unit := _UNITS.get(token):
            if amount is None or (terms and unit >= terms[-1][1]):
                return []
            terms.append((amount, unit))
            amount = None
        elif token in _ARTICLES:
            amount = Fraction(1) if amount is None else amount
        elif token not in _FILLERS:
            amount = _more(amount, token)
            if amount is None:
                return []
    return terms if amount is None else _with_rest(terms, amount)


def _more(amount: Fraction | None, token: str) -> Fraction | None:
    """The number that goes on with the token: `two` and `half`, `three` and `quarters`, `forty` and `five`."""
    word = _WORDS.get(token)
    if word is None and token not in _PARTS and not token[0].isdecimal():
        return None
    number = Fraction(word) if word is not None else _PARTS.get(token) or _number(token)
    if amount is None:
        return number
    if token == "quarters":
        return amount * number
    goes_on = number < 1 if word is None else amount / 10 in _TENS.values() and 0 < word < 10
    return amount + number if goes_on and amount.denominator == 1 else None


def _with_rest(terms: Terms, rest: Fraction) -> Terms:
    """With a number that has no unit: the half of `an hour and a half`, the minutes of `1h30`."""
    if terms and rest < 1:
        return [*terms[:-1], (terms[-1][0] + rest, terms[-1][1])]
    return [*terms, (rest, _MINUTE)] if terms and terms[-1][1] == _HOUR and rest < 60 else []


def _number(text: str) -> Fraction:
    return Fraction(text.replace(",", "."))


def _written(seconds: int, in_days: bool) -> str:
    days, rest = divmod(seconds, _DAY) if in_days else (0, seconds)
    hours, minutes = rest // _HOUR, rest % _HOUR // _MINUTE
    parts = [(hours, "H"), (minutes, "M"), (rest % _MINUTE, "S")]
    time = "".join(f"{number}{unit}" for number, unit in parts if number)
    return f"P{f'{days}D' if days else ''}{f'T{time}' if time else '' if days else 'T0S'}"
