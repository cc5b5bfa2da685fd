"""The command `explorer backup`, which copies the graph to one file."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from explorer.cli import common, program
from explorer.connection import Connection


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@common
@click.pass_obj
def backup(connection: Connection, file: Path) -> None:
    """Copy the graph to one new file, also while others load or read.

    The copy is the last saved state. `explorer restore --backup FILE` puts it back.
    """
    dataset = connection.backup(file)
    click.echo(f"{file} holds the graph, dataset {dataset or 'empty'}.")
    click.echo(f"Put it back with `{program()} restore --backup {shlex.quote(str(file))}`.")
