"""`explorer export`: the graph comes in, files for another program go out, with the command that reads them."""

from __future__ import annotations

from pathlib import Path

import click

from explorer.cli import common
from explorer.cli.progress import progress
from explorer.connection import Connection
from explorer.exporting.instructions import COMMAND


@click.command()
@click.option(
    "--neo4j-import",
    "folder",
    required=True,
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Folder for the files, new or empty.",
)
@common
@click.pass_obj
def export(connection: Connection, folder: Path) -> None:
    """Write the whole graph as files for a large first load into a Neo4j.

    The files are for `neo4j-admin database import full`, which fills a new database: export and import of a million
    nodes take a quarter of the time of loading them there. The import is then the same graph: what was loaded can be
    loaded again, changed and retracted. README.txt in the folder says how it is done.
    """
    with progress("Exporting") as report:
        done = connection.export(folder, progress=report)
    click.echo(str(done))
    if done.left_out:
        click.echo(f"note: {done.left_out:,} nodes and relationships are of other programs and were left out", err=True)
    click.echo(f"Import them with the server stopped, from within {folder}:\n  {COMMAND}")
    click.echo(f"{folder / 'README.txt'} says what is to be run after it, and how it is done with Docker.")
