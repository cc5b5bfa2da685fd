"""Times as people say them in a question, in five languages: the first and the last day that are meant."""

from __future__ import annotations

from datetime import date

import pytest

from explorer.asking.spoken import spoken
from explorer.asking.times import time_in
from explorer.lexicon.read_language import languages

#: A Wednesday.
TODAY = date(2022, 2, 16)
LANGUAGES = {each.code: each for each in languages()}


def year_of(month: int, day: int | None) -> int:
    """The last January and February of the data are of 2022, the other months of 2021."""
    return 2022 if month < 3 else 2021


#: Language, what is said, the first and the last day; - where the side is open.
SAID = """
en | in January 2022                       | 2022-01-01 | 2022-01-31
en | in January                            | 2022-01-01 | 2022-01-31
en | in December                           | 2021-12-01 | 2021-12-31
en | in Jan. 2022                          | 2022-01-01 | 2022-01-31
en | in January of 2022                    | 2022-01-01 | 2022-01-31
en | on 21 January 2022                    | 2022-01-21 | 2022-01-21
en | on January 21st, 2022                 | 2022-01-21 | 2022-01-21
en | on the 21st of January 2022           | 2022-01-21 | 2022-01-21
en | on the 21st of January                | 2022-01-21 | 2022-01-21
en | on 2022-01-21                         | 2022-01-21 | 2022-01-21
en | on 21.1.2022                          | 2022-01-21 | 2022-01-21
en | in 2021                               | 2021-01-01 | 2021-12-31
en | during the year 2021                  | 2021-01-01 | 2021-12-31
en | in the first half of 2021             | 2021-01-01 | 2021-06-30
en | in the second half of December 2021   | 2021-12-16 | 2021-12-31
en | in the third quarter of 2021          | 2021-07-01 | 2021-09-30
en | since 1 December 2021                 | 2021-12-01 | -
en | since December                        | 2021-12-01 | -
en | since 2021                            | 2021-01-01 | -
en | starting from March 2021              | 2021-03-01 | -
en | from January 2022 onwards             | 2022-01-01 | -
en | in March 2021 or later                | 2021-03-01 | -
de | von Januar 2022 an                    | 2022-01-01 | -
es | desde enero de 2022 en adelante       | 2022-01-01 | -
en | after 21 January 2022                 | 2022-01-22 | -
en | after January 2022                    | 2022-02-01 | -
en | before 15 January 2022                | -          | 2022-01-14
en | prior to 2022                         | -          | 2021-12-31
en | until January 2022                    | -          | 2022-01-31
en | up to 10 January 2022                 | -          | 2022-01-10
en | between 1 and 10 January 2022         | 2022-01-01 | 2022-01-10
en | between December 2021 and January 2022| 2021-12-01 | 2022-01-31
en | from December to January 2022         | 2021-12-01 | 2022-01-31
en | from 10 January 2022 until 12 January 2022 | 2022-01-10 | 2022-01-12
en | 10-13 January 2022                    | 2022-01-10 | 2022-01-13
en | from January 2022 to today            | 2022-01-01 | 2022-02-16
en | today                                 | 2022-02-16 | 2022-02-16
en | yesterday                             | 2022-02-15 | 2022-02-15
en | tomorrow                              | 2022-02-17 | 2022-02-17
en | last week                             | 2022-02-07 | 2022-02-13
en | this week                             | 2022-02-14 | 2022-02-20
en | last month                            | 2022-01-01 | 2022-01-31
en | in the past month                     | 2022-01-17 | 2022-02-16
en | last year                             | 2021-01-01 | 2021-12-31
en | since last month                      | 2022-01-01 | -
en | before last week                      | -          | 2022-02-06
en | since yesterday                       | 2022-02-15 | -
en | in the last 10 days                   | 2022-02-06 | 2022-02-16
en | over the past two weeks               | 2022-02-02 | 2022-02-16
en | in the last three months              | 2021-11-16 | 2022-02-16
en | the previous two years                | 2020-02-16 | 2022-02-16
de | im Januar 2022                        | 2022-01-01 | 2022-01-31
de | am 21. Januar 2022                    | 2022-01-21 | 2022-01-21
de | seit Dezember 2021                    | 2021-12-01 | -
de | vor dem 15. Januar 2022               | -          | 2022-01-14
de | nach dem 21. Januar                   | 2022-01-22 | -
de | bis zum 10. Januar 2022               | -          | 2022-01-10
de | zwischen Dezember 2021 und Januar 2022| 2021-12-01 | 2022-01-31
de | vom 10. bis 13. Januar 2022           | 2022-01-10 | 2022-01-13
de | im letzten Monat                      | 2022-01-01 | 2022-01-31
de | in den letzten drei Wochen            | 2022-01-26 | 2022-02-16
de | gestern                               | 2022-02-15 | 2022-02-15
de | in der ersten Hälfte 2021             | 2021-01-01 | 2021-06-30
fr | en janvier 2022                       | 2022-01-01 | 2022-01-31
fr | le 1er décembre 2021                  | 2021-12-01 | 2021-12-01
fr | le 21 janvier 2022                    | 2022-01-21 | 2022-01-21
fr | depuis décembre 2021                  | 2021-12-01 | -
fr | avant le 15 janvier 2022              | -          | 2022-01-14
fr | après janvier 2022                    | 2022-02-01 | -
fr | jusqu au 10 janvier 2022              | -          | 2022-01-10
fr | entre décembre 2021 et janvier 2022   | 2021-12-01 | 2022-01-31
fr | du 10 au 13 janvier 2022              | 2022-01-10 | 2022-01-13
fr | la semaine dernière                   | 2022-02-07 | 2022-02-13
fr | les trois derniers mois               | 2021-11-16 | 2022-02-16
es | en enero de 2022                      | 2022-01-01 | 2022-01-31
es | el 21 de enero de 2022                | 2022-01-21 | 2022-01-21
es | desde diciembre de 2021               | 2021-12-01 | -
es | antes del 15 de enero de 2022         | -          | 2022-01-14
es | después de enero de 2022              | 2022-02-01 | -
es | hasta enero de 2022                   | -          | 2022-01-31
es | entre diciembre de 2021 y enero de 2022 | 2021-12-01 | 2022-01-31
es | del 10 al 13 de enero de 2022         | 2022-01-10 | 2022-01-13
es | el mes pasado                         | 2022-01-01 | 2022-01-31
es | en los últimos 10 días                | 2022-02-06 | 2022-02-16
ru | в январе 2022 года                    | 2022-01-01 | 2022-01-31
ru | 21 января 2022 г.                     | 2022-01-21 | 2022-01-21
ru | с декабря 2021 года                   | 2021-12-01 | -
ru | до 15 января 2022                     | -          | 2022-01-14
ru | после января 2022 года                | 2022-02-01 | -
ru | между декабрём 2021 и январём 2022    | 2021-12-01 | 2022-01-31
ru | с 10 по 13 января 2022 года           | 2022-01-10 | 2022-01-13
ru | в прошлом месяце                      | 2022-01-01 | 2022-01-31
ru | за последние две недели               | 2022-02-02 | 2022-02-16
ru | вчера                                 | 2022-02-15 | 2022-02-15
"""
CASES = [tuple(map(str.strip, line.split("|"))) for line in SAID.strip().splitlines()]
#: A question around a time, and the number of its words before and after the time.
AROUND = {"en": "meetings {} with Lavrov", "de": "Treffen {} mit Lavrov", "fr": "réunions {} avec Lavrov",
          "es": "reuniones {} con Lavrov", "ru": "встречи {} при Лаврове"}  # fmt: skip


def day(text: str) -> date | None:
    return None if text == "-" else date.fromisoformat(text)


@pytest.mark.parametrize(("code", "said", "since", "until"), CASES, ids=[f"{case[0]} {case[1]}" for case in CASES])
def test_a_time_is_heard_alone_and_within_a_question(code: str, said: str, since: str, until: str) -> None:
    for text in (said, AROUND[code].format(said)):
        words = spoken(text)
        times = time_in(words, LANGUAGES[code], year_of, TODAY)
        assert [(each.since, each.until, each.unsure) for each in times] == [(day(since), day(until), False)], text
    assert times[0].span == (1, len(words.words) - 2), "words of the time are left over, or others are taken in"


@pytest.mark.parametrize(
    "text",
    [
        "they may meet",
        "they march on",
        "the second half",
        "at the last minute",
        "31 February 2022",
        "in room 12",
        "last two",
    ],
)
def test_what_is_no_time_is_not_heard_as_one(text: str) -> None:
    assert time_in(spoken(text), LANGUAGES["en"], year_of, TODAY) == []


def test_two_days_that_are_not_a_span_are_told_as_unsure() -> None:
    heard = time_in(spoken("meetings on 10 and 13 January 2022"), LANGUAGES["en"], year_of, TODAY)
    assert [(each.since, each.until, each.unsure) for each in heard] == [(date(2022, 1, 10), date(2022, 1, 13), True)]


def test_a_second_time_is_kept_apart() -> None:
    heard = time_in(spoken("meetings in 2021 about the talks of January 2022"), LANGUAGES["en"], year_of, TODAY)
    assert len(heard) == 2
