"""Keeps the last question that `explorer ask` answered, with its values, for `explorer ask --continue`."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from platformdirs import user_state_path

from explorer.answers.answer import Answer
from explorer.catalogue.values import text_of
from explorer.errors import UsageError


def keep(answer: Answer) -> None:
    """Remember the question. Where nothing can be written, nothing is remembered."""
    values = {name: _kept(value) for name, value in answer.parameters.items() if value is not None and name != "limit"}
    try:
        path = _path()
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            json.dump({"question": answer.question, "parameters": values}, file, ensure_ascii=False)
    except OSError:
        return


def kept() -> tuple[str, dict[str, str]]:
    """Name and values of the last question. Raises UsageError where there is none."""
    try:
        said = json.loads(_path().read_text(encoding="utf-8"))
        return str(said["question"]), {str(name): str(value) for name, value in said["parameters"].items()}
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        raise UsageError("There is no question to continue: ask one first, without --continue") from None


def _path() -> Path:
    return user_state_path("explorer", appauthor=False) / "last-question.json"


def _kept(value: Any) -> str:
    return str(value["id"]) if isinstance(value, Mapping) else text_of(value)
