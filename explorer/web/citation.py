"""How to take an answer along: the question in full, and its citation."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from flask import request

from explorer import dates
from explorer.answers.answer import Answer
from explorer.answers.display import parameter_text
from explorer.catalogue.query_file import QueryFile
from explorer.examples.example_questions import in_words
from explorer.web import links
from explorer.web.forms import lead
from explorer.web.view_modes import View


def in_full(question: QueryFile, values: Mapping[str, str], answer: Answer) -> str:
    """The question with the values that narrow it, as a person would say it."""
    called = {name: parameter_text(answer.parameters[name]) for name in values if name != "limit"}
    said = in_words(question, called)
    if not said:
        needed = {name: text for name, text in called.items() if question.parameter(name).required}
        more = [f"{lead(name)} {text}" for name, text in called.items() if name not in needed]
        said = " ".join([in_words(question, needed) or question.title, *more])
    return said[:1].upper() + said[1:]


def citation(question: QueryFile, values: Mapping[str, str], view: View, answer: Answer) -> str:
    """One line that names the question, the state of the data, the day, and where to find it again."""
    address = request.host_url.rstrip("/") + links.question(question.name, {**values, **view.stated})
    day = dates.show(datetime.now(UTC).date().isoformat())
    data = f", data {answer.dataset}" if answer.dataset else ""
    return f"“{in_full(question, values, answer)}”. Explorer{data}. Retrieved {day}. {address}"
