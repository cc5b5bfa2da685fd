"""Dates are as precise as they were written: what comes in is what they can mean, and no more is shown."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import cache

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from explorer.dates import ends_before, parse, period_of, show
from explorer.written_dates import edtf, understand

_days = st.dates()
_months = st.tuples(st.integers(1, 9999), st.integers(1, 12))
_years = st.integers(1, 9999)
_REMEDY = re.compile("write a date such as 21 January 2022, or EDTF such as 2022-01-21|put the earlier day first|leave the date out")


def _last(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


@given(_days)
def test_every_day_round_trips(day: date) -> None:
    period = parse(day.isoformat())
    assert (period.text, period.first, period.last) == (day.isoformat(), day, day)
    assert period.month == day.isoformat()[:7]
    understood = understand(show(day.isoformat()))
    assert understood is not None and (understood.first, understood.last) == (day, day)


@given(_months)
def test_every_month_round_trips_and_is_shown_without_a_day(month: tuple[int, int]) -> None:
    text = f"{month[0]:04d}-{month[1]:02d}"
    period = parse(text)
    assert (period.first, period.last) == (date(*month, 1), _last(*month))
    assert period.month == text
    assert show(text) == f"{calendar.month_name[month[1]]} {month[0]:04d}"
    assert understand(show(text)) == period


@given(_years)
def test_every_year_round_trips_and_is_shown_without_a_month(year: int) -> None:
    text = f"{year:04d}"
    period = parse(text)
    assert (period.first, period.last) == (date(year, 1, 1), date(year, 12, 31))
    assert period.month is None
    assert show(text) == text
    assert understand(text) == period


@st.composite
def _sides(draw: st.DrawFn) -> tuple[str, int]:
    """One side of an interval, and how many numbers of it are known."""
    day = draw(_days)
    known = draw(st.integers(1, 3))
    text = "-".join(day.isoformat().split("-")[:known])
    return text + draw(st.sampled_from(["", "", "~", "?", "%"])), known


@given(_sides(), _sides())
def test_an_interval_spans_its_sides_and_shows_no_more_than_they_say(
    one: tuple[str, int], other: tuple[str, int]
) -> None:
    (first, known), (last, also_known) = one, other
    assume(parse(first).first <= parse(last).last)  # type: ignore[operator]
    text = f"{first}/{last}"
    period = parse(text)
    assert (period.first, period.last) == (parse(first).first, parse(last).last)
    assert len(re.findall(r"\d+|[A-Z][a-z]+", show(text))) <= known + also_known


@given(_sides())
def test_an_open_interval_is_open(side: tuple[str, int]) -> None:
    text, known = side
    assert (parse(f"../{text}").first, parse(f"../{text}").last) == (None, parse(text).last)
    assert (parse(f"{text}/..").first, parse(f"{text}/..").last) == (parse(text).first, None)
    assert show(f"../{text}") == f"until {show(text)}"
    assert show(f"{text}/..") == f"from {show(text)}"
    assert len(re.findall(r"\d+|[A-Z][a-z]+", show(f"../{text}"))) == known


@given(st.one_of(st.text(max_size=30), st.from_regex(r"[0-9]{3,4}[-0-9X~?%/.]{0,20}", fullmatch=True)))
@example("9999-24")
@example("0000")
@example("2022-24~/2023")
@example("2022-XX-10")
@example("٢٠٢٢-٠١-٠١")
def test_whatever_is_written_is_a_period_or_refused_with_a_remedy(text: str) -> None:
    try:
        period = parse(text)
    except ValueError as error:
        assert _REMEDY.search(str(error)), error
    else:
        assert period.text == text.strip()
        assert period.first or period.last
        assert not (period.first and period.last) or period.first <= period.last
        assert show(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "..", "../..", "/", "2022-02-30", "2022-13", "2022-00", "2022-1-1", "21.1.2022", "January 2022",
        "2022-01-21/2022-01-20", "2022/2021", "2022-01-01/2022-01-02/2022-01-03", "22", "y2022", "2023-02-29", "none",
        "2022-25", "2022-31", "2022-32", "2022-42", "2022-21-05", "2022-XX-32", "2021-02-29~", "٢٠٢٢", "-0044-03-15",
        "Y-17000", "0000", "2022-13/..", "../2022-31", "2022-01-21T10:00",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused_with_a_remedy(text: str) -> None:
    with pytest.raises(ValueError, match=_REMEDY):
        parse(text)


@pytest.mark.parametrize(
    ("text", "first", "last", "shown"),
    [
        ("2022-01-21", "2022-01-21", "2022-01-21", "21 January 2022"),
        ("2022-01", "2022-01-01", "2022-01-31", "January 2022"),
        ("2024-02", "2024-02-01", "2024-02-29", "February 2024"),
        ("2022", "2022-01-01", "2022-12-31", "2022"),
        ("2022-01~", "2022-01-01", "2022-01-31", "around January 2022"),
        ("2022-01-18/2022-01-20", "2022-01-18", "2022-01-20", "18–20 January 2022"),
        ("2021-11-30/2021-12-01", "2021-11-30", "2021-12-01", "30 November 2021 – 1 December 2021"),
        ("../2022-01-23", None, "2022-01-23", "until 23 January 2022"),
        ("2022-01-21/", "2022-01-21", None, "from 21 January 2022"),
        ("2004-03/..", "2004-03-01", None, "from March 2004"),
        ("202X", "2020-01-01", "2029-12-31", "2020s"),
        ("2021-22", "2021-06-01", "2021-08-31", "summer 2021"),
        ("2021-24", "2021-12-01", "2022-02-28", "winter 2021"),
        ("2022-01-XX", "2022-01-01", "2022-01-31", "January 2022"),
        ("2022-XX-21", "2022-01-21", "2022-12-21", "21st of some month of 2022"),
        ("2022-XX-30", "2022-01-30", "2022-12-30", "30th of some month of 2022"),
        ("202X-05", "2020-05-01", "2029-05-31", "some May of the 2020s"),
        ("200X-05", "2000-05-01", "2009-05-31", "some May of 2000–2009"),
        ("190X-02-29", "1904-02-29", "1908-02-29", "some 29 February of 1900–1909"),
        ("202X-XX-22~", "2020-01-22", "2029-12-22", "around the 22nd of some month of the 2020s"),
        ("20XX", "2000-01-01", "2099-12-31", "a year of 2000–2099"),
        ("200X", "2000-01-01", "2009-12-31", "a year of 2000–2009"),
        ("../202X", None, "2029-12-31", "until the 2020s"),
        ("2022-21~", "2022-03-01", "2022-05-31", "around spring 2022"),
        ("2022-24?/2023-21", "2022-12-01", "2023-05-31", "possibly winter 2022 – spring 2023"),
        ("2022-33", "2022-01-01", "2022-03-31", "first quarter of 2022"),
        ("2022-39%", "2022-09-01", "2022-12-31", "possibly around last four months of 2022"),
        ("2022-41", "2022-07-01", "2022-12-31", "second half of 2022"),
        ("202X-36", "2020-10-01", "2029-12-31", "some fourth quarter of the 2020s"),
        ("2022-01-21/2022-01-21", "2022-01-21", "2022-01-21", "21 January 2022"),
        ("2022-01/2022-01", "2022-01-01", "2022-01-31", "January 2022"),
        ("2022-01~/2022-01~", "2022-01-01", "2022-01-31", "around January 2022"),
    ],
)
def test_what_a_date_means_and_how_it_is_shown(text: str, first: str | None, last: str | None, shown: str) -> None:
    period = parse(text)
    assert (period.first and period.first.isoformat(), period.last and period.last.isoformat()) == (first, last)
    assert show(text) == shown


#: The grammar of one side of an interval, part by part.
_GRAMMAR = [
    f"{year}{month}{day}{qualifier}"
    for year in ("2022", "1804", "0033", "202X", "200X", "20XX", "19XX")
    for month in ("", "-XX", *(f"-{number:02d}" for number in range(43)))
    for day in ("", "-XX", "-01", "-29", "-31", "-32")
    for qualifier in ("", "~", "?", "%")
    if month or not day
]
#: First and last day of what stands in the place of a month, each with how many years later it is.
_PARTS_OF_A_YEAR = {
    "21": ("03-01", "05-31", 0), "22": ("06-01", "08-31", 0), "23": ("09-01", "11-30", 0), "24": ("12-01", "02-28", 1),
    "33": ("01-01", "03-31", 0), "34": ("04-01", "06-30", 0), "35": ("07-01", "09-30", 0), "36": ("10-01", "12-31", 0),
    "37": ("01-01", "04-30", 0), "38": ("05-01", "08-31", 0), "39": ("09-01", "12-31", 0),
    "40": ("01-01", "06-30", 0), "41": ("07-01", "12-31", 0),
}  # fmt: skip


@cache
def _all_days(years: str) -> list[str]:
    first, last = int(years.replace("X", "0")), int(years.replace("X", "9"))
    return [date.fromordinal(each).isoformat() for each in range(date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal() + 1)]


@cache
def _possible(text: str) -> tuple[str, str] | None:
    """The first and the last day that fit the text, digit by digit; None where none does."""
    year, *rest = text.split("-")
    if rest and rest[0] in _PARTS_OF_A_YEAR:
        first, last, later = _PARTS_OF_A_YEAR[rest[0]]
        end = int(year.replace("X", "9")) + later
        last = "02-29" if last == "02-28" and calendar.isleap(end) else last
        return (f"{year.replace('X', '0')}-{first}", f"{end:04d}-{last}") if len(rest) == 1 else None
    fitting = re.compile(text.replace("X", r"\d"))
    days = [day for day in _all_days(year) if fitting.match(day)]
    return (days[0], days[-1]) if days else None


def _accepted(text: str) -> bool:
    try:
        parse(text)
    except ValueError as error:
        assert _REMEDY.search(str(error)), error
        return False
    return True


@pytest.mark.parametrize("year", sorted({text[:4] for text in _GRAMMAR}))
def test_every_date_of_the_grammar_means_just_the_days_that_fit_it(year: str) -> None:
    for text in (each for each in _GRAMMAR if each.startswith(year)):
        possible = _possible(text.rstrip("~?%"))
        assert _accepted(text) == (possible is not None), text
        if possible:
            period = parse(text)
            assert (str(period.first), str(period.last)) == possible, text
            assert period.month == (possible[0][:7] if possible[0][:7] == possible[1][:7] else None), text


def test_dates_that_mean_something_else_are_shown_in_other_words() -> None:
    said: dict[str, str] = {}
    for text in filter(_accepted, _GRAMMAR):
        known = re.sub(r"(-XX)+(?=$|[~?%])", "", text)  # that no day or month is known is how others leave it out
        assert said.setdefault(show(text), known) == known, show(text)
        assert show(known) == show(text)


def test_the_words_of_a_date_are_read_as_that_date() -> None:
    plain = [text for text in filter(_accepted, _GRAMMAR) if "X" not in text and not re.match(r".{5}(3[3-9]|4)", text)]
    assert len(plain) > 200
    for text in plain:
        assert edtf(show(text)) == text
        assert edtf(show(f"../{text}")) == f"../{text}"
        assert edtf(show(f"{text}/..")) == f"{text}/.."


@pytest.mark.parametrize(
    ("since", "until", "backwards"),
    [
        ("2022", "2020", True), ("2022-03", "2022-02-28", True), ("2022-21", "2022-02", True), ("2022/2023", "2021", True),
        ("2020/..", "2019", True), ("2022~", "2010", True), ("202X", "2019", True), ("2022-01-21", "2022-01-20", True),
        ("2022", "2022", False), ("2022-05", "2022", False), ("2022", "2022-01-01", False), ("202X", "2020", False),
        ("../2022", "2020", False), ("2022", "2020/..", False), ("2022~", "2021", False), ("2022", "2021?", False),
        ("2022-01~", "2021-12", False), ("2020", "2022", False),
    ],
)  # fmt: skip
def test_what_surely_ends_before_it_begins_is_known(since: str, until: str, backwards: bool) -> None:
    assert ends_before(since, until) is backwards


@pytest.mark.parametrize("text", ["2022-31", "-0044-03-15", "soon", "2022-13/.."])
def test_what_an_older_graph_holds_and_is_no_date_is_shown_as_it_stands(text: str) -> None:
    assert show(text) == text
    assert period_of(text) is None


def test_no_date_shows_nothing() -> None:
    assert show(None) == show("") == ""


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("January 2022", "2022-01"),
        ("january 2022", "2022-01"),
        ("Jan 2022", "2022-01"),
        ("21 Jan 2022", "2022-01-21"),
        ("21 January 2022", "2022-01-21"),
        ("January 21, 2022", "2022-01-21"),
        ("21st of January 2022", "2022-01-21"),
        ("the 3rd of Sept. 2021", "2021-09-03"),
        ("2022-01", "2022-01"),
        ("2022-01-18/2022-01-20", "2022-01-18/2022-01-20"),
        (" 2021 ", "2021"),
        ("21.01.2022", "2022-01-21"),
        ("1/21/2022", "2022-01-21"),
        ("21. 1. 2022", "2022-01-21"),
        ("5.5.2022", "2022-05-05"),
        ("2022/1/21", "2022-01-21"),
        ("01/2022", "2022-01"),
        ("spring 2022", "2022-21"),
    ],
)
def test_plain_words_are_understood(written: str, text: str) -> None:
    assert understand(written) == parse(text)
    assert edtf(written) == text


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("until 23 January 2022", "../2022-01-23"),
        ("since March 2004", "2004-03/.."),
        ("from 18 to 20 January 2022", "2022-01-18/2022-01-20"),
        ("18-20 January 2022", "2022-01-18/2022-01-20"),
        ("30 November – 1 December 2021", "2021-11-30/2021-12-01"),
        ("January to March 2022", "2022-01/2022-03"),
        ("2019-2021", "2019/2021"),
        ("winter 2021–2022", "2021-24"),
        ("winter 2021/22", "2021-24"),
        ("circa January 2022", "2022-01~"),
        ("c. 2022", "2022~"),
        ("2020s", "202X"),
        ("2022-01~", "2022-01~"),
    ],
)
def test_a_record_may_also_give_a_period_in_words(written: str, text: str) -> None:
    assert edtf(written) == text


@given(_sides(), _sides(), st.sampled_from(["{0}", "../{0}", "{0}/..", "{0}/{1}"]))
def test_what_is_shown_may_be_written(one: tuple[str, int], other: tuple[str, int], form: str) -> None:
    assume(form != "{0}/{1}" or parse(one[0]).first <= parse(other[0]).last)  # type: ignore[operator]
    text = form.format(one[0], other[0])
    written = parse(edtf(show(text)))
    assert (written.first, written.last) == (parse(text).first, parse(text).last)


@pytest.mark.parametrize("written", ["01/02/2022", "1.2.2022", "until 01-02-2022"])
def test_what_can_be_two_days_is_refused_with_both(written: str) -> None:
    with pytest.raises(ValueError, match="1 February or 2 January 2022: write 2022-02-01 or 2022-01-02"):
        edtf(written)
    assert understand(written) is None


@pytest.mark.parametrize("written", ["2000s", "around 2000s", "since 2000s"])
def test_what_can_be_a_decade_or_a_century_is_refused_with_both(written: str) -> None:
    with pytest.raises(ValueError, match="the years 2000–2009 or the years 2000–2099: write 200X or 20XX"):
        edtf(written)
    assert understand(written) is None
    assert edtf("1990s") == "199X"


@pytest.mark.parametrize(
    "written",
    [
        *("31 February 2022", "January 2022?", "7 or 8 May 2022", "May", "21/22/2022", "13/2022", "20-18 May 2022"),
        *("3–winter 2022", "12-13 spring 2022", "1 to 2022-13", "12-2022-13-01"),
    ],
)
def test_what_is_not_understood_is_refused_with_a_remedy(written: str) -> None:
    with pytest.raises(ValueError, match=_REMEDY):
        edtf(written)


@pytest.mark.parametrize(
    "written", ["", "yesterday", "January", "30 February 2022", "May May 2022", "21 22 Jan 2022", "Lavrov"]
)
def test_what_is_no_date_is_not_understood(written: str) -> None:
    assert understand(written) is None


@pytest.mark.parametrize("sign", [".", "/", "-"])
def test_a_day_first_is_read_with_each_sign_where_it_has_one_meaning(sign: str) -> None:
    assert edtf(sign.join(["27", "10", "2021"])) == "2021-10-27"
    assert edtf("around " + sign.join(["27", "10", "2021"])) == "2021-10-27~"
    with pytest.raises(ValueError, match="can be 6 October or 10 June 2021: write 2021-10-06 or 2021-06-10"):
        edtf(sign.join(["06", "10", "2021"]))
