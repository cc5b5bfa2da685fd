"""The command `explorer restore`, which lets a retracted source come back, or puts a backup back."""

from __future__ import annotations

from pathlib import Path

import click

from explorer.cli import common, program
from explorer.connection import Connection
from explorer.errors import UsageError


@click.command()
@click.argument("source", required=False)
@click.option("--backup", "file", type=click.Path(path_type=Path), help="Put back the whole graph from this file.")
@common
@click.pass_obj
def restore(connection: Connection, source: str | None, file: Path | None) -> None:
    """Let a retracted source or file come back, by its id (see `explorer status`).

    What it said comes back when its file is loaded again. With --backup, and without a source, the graph is put back as
    `explorer backup` copied it; what was there is kept under another name.
    """
    if (source is None) is (file is None):
        raise UsageError("Name a retracted source, or --backup FILE: one of the two.")
    if file is not None:
        _put_back(connection, file)
    elif source is not None:
        _come_back(connection, source)


def _put_back(connection: Connection, file: Path) -> None:
    done = connection.put_back(file)
    click.echo(f"The graph in {connection.graph.place} is that of {file}, dataset {done.dataset or 'empty'}.")
    for path in done.aside:
        click.echo(f"What was there is kept as {path}")


def _come_back(connection: Connection, source: str) -> None:
    if Path(source).is_file() and not any(source == each["id"] for each in connection.status().retracted):
        raise UsageError(f"'{source}' is a file, and no retracted source. To put a backup back: `--backup {source}`.")
    found = connection.restore(source)
    click.echo(f"{found.title} ({found.id}) is no longer retracted.")
    files = " ".join(found.files)
    click.echo(f"What it said comes back when its file is loaded again ({files}): `{program()} load PATH`.")
