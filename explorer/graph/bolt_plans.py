"""What the server's own plan of a statement says that it would do besides reading the graph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

#: The search in a full-text index, the one procedure that questions call.
_SEARCH = "db.index.fulltext.queryNodes("
#: Beginnings of operators that reach beyond the graph: files, and commands that show or stop what the server does.
_BEYOND = ("LoadCSV", "Show", "Terminate")


def beyond_reading(query_type: str | None, plan: Mapping[str, Any] | None) -> str:
    """What is more than reading, in words that follow `it`; "" where there is nothing."""
    for operator in _operators(plan or {"operatorType": ""}):
        name = str(operator["operatorType"]).partition("@")[0]
        details = str(operator.get("args", {}).get("Details", ""))
        if name == "ProcedureCall" and not details.startswith(_SEARCH):
            return f"calls {details.partition('(')[0][:60]}"
        if name.startswith(_BEYOND):
            return f"does {name}"
    return "" if query_type == "r" else "does more than read"


def _operators(plan: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield plan
    for child in plan.get("children", ()):
        yield from _operators(child)
