"""What asking gives: an Answer with its rows, or Choices where the words fit several questions or names.

Web, shell, notebook and JSON get the same object and differ only in how they show it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from explorer.answers.picture import Picture
from explorer.catalogue.query_file import Column
from explorer.errors import UsageError

Row = dict[str, Any]
#: What one piece of evidence tells: the id of its source, what that is, and the quote with its place in the text.
EVIDENCE_KEYS = ("source", "title", "kind", "quote", "start", "end", "page")


class AnswerSource(Protocol):
    """What gives answers. It draws an answer too, for a picture shows more than the rows hold."""

    def network(self, answer: Answer, *, pairs: bool = False) -> Picture:
        """The answer as a network."""
        ...

    def timeline(self, answer: Answer, *, since: date | None = None, until: date | None = None) -> Picture:
        """The answer on an axis of time."""
        ...

    def networkx(self, answer: Answer, *, pairs: bool = False) -> Any:
        """The answer as a graph of networkx."""
        ...

    def addresses(self, sources: Sequence[str]) -> dict[str, str]:
        """Where these sources are on the web, by their ids."""
        ...


@dataclass(frozen=True)
class Choice:
    """One thing to pick: a question whose `parameters` (as text or id, ready for `run`) are filled as far as known.

    `text` says it in words, `hint` who or what is meant, `missing` the required parameters still to be given.
    """

    question: str
    title: str
    text: str
    parameters: dict[str, str]
    hint: str = ""
    missing: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The JSON shape of one thing to pick."""
        return {
            "question": self.question,
            "title": self.title,
            "text": self.text,
            "parameters": self.parameters,
            "hint": self.hint,
            "missing": list(self.missing),
        }


@dataclass(frozen=True)
class Understanding:
    """How plain words were understood.

    `text` says the question with its values, `read_as` what was read otherwise than it was typed, `others` what else
    may be meant.
    """

    text: str
    read_as: tuple[str, ...] = ()
    others: tuple[Choice, ...] = ()

    def __str__(self) -> str:
        others = [f"Or: {' · '.join(other.text for other in self.others)}"] if self.others else []
        return " · ".join([f"Understood: {self.text}", *self.read_as, *others])

    def to_dict(self) -> dict[str, Any]:
        """The JSON shape."""
        return {
            "text": self.text,
            "read_as": list(self.read_as),
            "others": [other.to_dict() for other in self.others],
        }


@dataclass(frozen=True, repr=False)
class Answer:
    """The rows that answer one question, with what was asked and what answered.

    `parameters` are as understood: entities as `{"type": "actor", "id": ..., "name": ...}`, dates as `datetime.date`,
    the rest plain.
    Rows hold scalars (a date as EDTF text), entities as maps with `id` and `name`, `title` or `text`, evidence as maps
    with EVIDENCE_KEYS, and lists of these.
    """

    question: str
    title: str
    parameters: dict[str, Any]
    columns: list[Column]
    rows: list[Row]
    truncated: bool
    engine: str
    dataset: str | None
    milliseconds: float
    #: The answer in a line, made of its rows.
    summary: str = ""
    #: How plain words were understood; None where they are worded as a phrase, or a question was asked by its name.
    understood: Understanding | None = None
    #: How to get the rest, where `truncated`; what else the reader should know.
    notes: list[str] = field(default_factory=list)
    #: Who answered, and can draw it; None for an answer that was made by hand.
    answered_by: AnswerSource | None = field(default=None, compare=False)

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __repr__(self) -> str:
        count = f"{len(self)} row{'s' * (len(self) != 1)}"
        return f"<Answer to {self.question}: {count}{', truncated' * self.truncated}>"

    def to_dict(self) -> dict[str, Any]:
        """The one JSON shape of all answers; dates in `parameters` become ISO text."""
        return {
            "question": self.question,
            "title": self.title,
            "summary": self.summary,
            "parameters": {name: _json(value) for name, value in self.parameters.items()},
            "columns": [{"name": column.name, "type": column.type} for column in self.columns],
            "rows": self.rows,
            "count": len(self.rows),
            "truncated": self.truncated,
            "notes": self.notes,
            "understood": self.understood.to_dict() if self.understood else None,
            "engine": self.engine,
            "dataset": self.dataset,
            "milliseconds": self.milliseconds,
        }

    def to_df(self) -> Any:
        """The rows as a pandas DataFrame: see answer_frame in dataframe.py.

        Raises UsageError where pandas is not installed.
        """
        from explorer.answers.dataframe import answer_frame

        return answer_frame(self)

    def to_networkx(self, *, pairs: bool = False) -> Any:
        """The answer as a graph of networkx: see pictures/network/to_networkx.py.

        Raises UsageError where networkx is not installed.
        """
        return self._drawn_by().networkx(self, pairs=pairs)

    def network(self, *, pairs: bool = False) -> Picture:
        """A picture of how the actors, meetings and claims hang together; in pairs, only who met whom."""
        return self._drawn_by().network(self, pairs=pairs)

    def timeline(self, *, since: date | None = None, until: date | None = None) -> Picture:
        """A picture of the meetings and claims in order of time, or of those that can have been in this span."""
        return self._drawn_by().timeline(self, since=since, until=until)

    def _drawn_by(self) -> AnswerSource:
        if self.answered_by is None:
            raise UsageError("This answer has lost its graph: ask again by a connection, explorer.connect().")
        return self.answered_by

    def _repr_html_(self) -> str:
        from explorer.answers.notebook_html import answer_html

        return answer_html(self)


@dataclass(frozen=True)
class Choices:
    """Several ways to understand what was asked, best first; `message` says why there is no answer yet.

    `unexplained` are the words that are not understood, or that no question takes up.
    """

    asked: str
    message: str
    choices: list[Choice]
    unexplained: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The JSON shape where the words fit several."""
        return {
            "asked": self.asked,
            "message": self.message,
            "choices": [choice.to_dict() for choice in self.choices],
        }

    def to_df(self) -> Any:
        """The choices as a pandas DataFrame. Raises UsageError where pandas is not installed."""
        from explorer.answers.dataframe import choices_frame

        return choices_frame(self)

    def _repr_html_(self) -> str:
        from explorer.answers.notebook_html import choices_html

        return choices_html(self)


def _json(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value
