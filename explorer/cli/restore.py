"""The command `explorer restore`, which lets a retracted source come back."""

from __future__ import annotations

import click

from explorer.cli import common, program
from explorer.connection import Connection


@click.command()
@click.argument("source")
@common
@click.pass_obj
def restore(connection: Connection, source: str) -> None:
    """Let a retracted source or file come back, by its id (see `explorer status`).

    What it said comes back when its file is loaded again.
    """
    found = connection.restore(source)
    files = " ".join(found.files)
    click.echo(f"{found.title} ({found.id}) is no longer retracted.")
    click.echo(f"What it said comes back when its file is loaded again ({files}): {program()} load PATH")
