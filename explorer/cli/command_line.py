"""What to type in the shell to take a choice."""

from __future__ import annotations

import shlex
from collections.abc import Iterator

from explorer.answers.answer import Choice


def command(choice: Choice, program: str = "explorer") -> str:
    """What to type to ask the question of this choice; `...` where a value is still to be given."""
    return " ".join([program, "run", choice.question, *_options(choice)])


def _options(choice: Choice) -> Iterator[str]:
    for name, value in choice.parameters.items():
        yield f"{option(name)} {shlex.quote(value)}"
    for name in choice.missing:
        yield f"{option(name)} ..."


def option(parameter: str) -> str:
    """The option of the shell command for a parameter."""
    return "--" + parameter.replace("_", "-")
