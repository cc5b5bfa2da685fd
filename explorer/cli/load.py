"""The command `explorer load`, which loads files into the graph."""

from __future__ import annotations

from pathlib import Path

import click

from explorer.cli import common
from explorer.cli.progress import progress
from explorer.connection import Connection


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would change and write nothing.")
@click.option("--if-empty", is_flag=True, help="Only into a graph that nothing was ever loaded into.")
@click.option(
    "--texts",
    type=click.Path(file_okay=False, exists=True, path_type=Path),
    help="Folder below which sources' texts may lie.  [default: the folder above the dossier's]",
)
@common
@click.pass_obj
def load(
    connection: Connection, paths: tuple[Path, ...], dry_run: bool, if_empty: bool, texts: Path | None
) -> None:
    """Load dossiers (YAML), folders of them, or folders of CSV files.

    All files are checked first; with any fault in any of them nothing is written. Loading the same file again changes
    nothing; a changed file replaces what it said before.
    """
    # What was taken away on purpose stays away: a graph that was emptied still knows that it was written.
    if if_empty and connection.graph.or_empty().dataset():
        click.echo("Nothing was loaded: the graph has been filled before.")
        return
    with progress("Loading") as report:
        summary = connection.load(paths, dry_run=dry_run, text_root=texts, progress=report)
    for note in summary.notes:
        click.echo(f"note: {note}", err=True)
    click.echo(str(summary))
