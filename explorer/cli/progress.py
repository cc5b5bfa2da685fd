"""A progress bar on the terminal, where somebody watches."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, int], None] | None]:
    """A bar on standard error, told how much is done and how much there is; none where nobody watches."""
    if _quiet():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, size: bar.update(task, completed=done, total=size)


def _quiet() -> bool:
    """Whether --quiet was given to the program, or nobody watches."""
    root = click.get_current_context().find_root()
    return bool(root.params.get("quiet")) or not sys.stderr.isatty()
