"""An answer or choices as a pandas DataFrame. Nothing else needs pandas."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any

from explorer import dates
from explorer.answers.display import flat_names, flat_values
from explorer.catalogue.query_file import Column
from explorer.errors import UsageError

if TYPE_CHECKING:
    from explorer.answers.answer import Answer, Choices

#: Those of pandas that can be missing in any row, so that a missing number does not make the others fractions.
_DTYPES = {"integer": "Int64", "float": "Float64", "boolean": "boolean"}
#: To the second, which reaches as far back as any source; nanoseconds begin in 1677.
_DAY = "datetime64[s]"


def answer_frame(answer: Answer) -> Any:
    """The rows of an answer as a pandas DataFrame.

    An entity gives two columns, its name and `X_id`. A date gives three: the text as precise as the source is
    (`2022-01`), and `X_earliest` and `X_latest`, the first and the last day that it can mean. Lists stay lists.
    `attrs["summary"]` is the answer in a line.
    Warns where the answer is truncated. Raises UsageError where pandas is not installed.
    """
    pandas = _pandas()
    if answer.truncated:
        warnings.warn(" ".join(answer.notes), stacklevel=3)
    columns = {
        name: pandas.Series(values, dtype=dtype)
        for column in answer.columns
        for name, dtype, values in _series(column, [row[column.name] for row in answer.rows])
    }
    frame = pandas.DataFrame(columns)
    frame.attrs["summary"] = answer.summary
    return frame


def choices_frame(choices: Choices) -> Any:
    """A pandas DataFrame with one row for each choice. Raises UsageError where pandas is not installed."""
    rows = [[each.question, each.title, each.text, each.parameters, each.hint] for each in choices.choices]
    return _pandas().DataFrame(rows, columns=["question", "title", "text", "parameters", "hint"])


def _pandas() -> Any:
    try:
        return import_module("pandas")
    except ImportError:
        raise UsageError("Data frames need pandas: pip install 'explorer[pandas]'") from None


def _series(column: Column, values: list[Any]) -> Iterator[tuple[str, str, list[Any]]]:
    """Name, dtype and values of each column of the frame that one column becomes."""
    if column.type in _DTYPES:
        yield column.name, _DTYPES[column.type], values
        return
    dtype = "object" if column.type.endswith(" list") else "string"
    flat = [flat_values(column, value) for value in values]
    for at, name in enumerate(flat_names(column)):
        yield name, dtype, [each[at] for each in flat]
    if column.type == "date":
        periods = [dates.period_of(value) for value in values]
        yield f"{column.name}_earliest", _DAY, [period and period.first for period in periods]
        yield f"{column.name}_latest", _DAY, [period and period.last for period in periods]
