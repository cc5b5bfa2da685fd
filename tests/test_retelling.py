"""How plain words were understood is said in words that are understood alike when they are asked in turn."""

from __future__ import annotations

import pytest

from explorer.answers.answer import Choices
from explorer.connection import Connection

#: What is asked, and how it is retold.
ASKED = {
    "lavrov blinken january": "meetings between Sergei Lavrov and Antony Blinken, January 2022",
    "whom did the russian foreign minister see in geneva": "who met Sergei Lavrov in Geneva",
    "denials by lavrov": "claims by Sergei Lavrov of kind denial",
    "denials by lavrov in january": "claims by Sergei Lavrov of kind denial, January 2022",
    "cancelled meetings of lavrov": "cancelled meetings with Sergei Lavrov",
    "phone calls of biden": "meetings with Joe Biden by phone",
    "meetings of lavrov by phone since march 2021": "meetings with Sergei Lavrov by phone, since 1 March 2021",
    "bilateral talks of lavrov in geneva": "meetings with Sergei Lavrov in Geneva of kind bilateral",
    "lavrov and blinken between 10 and 21 january":
        "meetings between Sergei Lavrov and Antony Blinken, from 10 to 21 January 2022",
    "did lavrov and blinken talk about sanctions in geneva":
        "did Sergei Lavrov discuss Sanctions with Antony Blinken in Geneva",
    "office-holders of NATO": "all holders of offices in NATO",
    "wann traf lavrov blinken im januar": "meetings between Sergei Lavrov and Antony Blinken, January 2022",
}  # fmt: skip


@pytest.mark.parametrize("asked", ASKED)
def test_a_retold_question_is_understood_as_itself(sample: Connection, asked: str) -> None:
    first = sample.understand(asked)
    assert not isinstance(first, Choices), first.message
    question, understood = first
    assert understood.how is not None and understood.how.text == ASKED[asked]
    again = sample.understand(understood.how.text)
    assert not isinstance(again, Choices), again.message
    assert (again[0].name, again[1].values) == (question.name, understood.values)


def test_a_title_with_numbers_is_no_time(sample: Connection) -> None:
    asked = 'claims on Sanctions reported in "A chronicle of talks, 2021-2022"'
    understood = sample.understand(asked)
    assert not isinstance(understood, Choices), understood.message
    values = {name: value for name, value in understood[1].values.items() if value is not None and name != "limit"}
    assert (understood[0].name, values) == ("claims", {"on": "sanctions", "source": "chronicle-of-talks"})
