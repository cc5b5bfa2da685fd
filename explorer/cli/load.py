"""`explorer load`, `retract` and `status`: what changes the graph, and what it holds."""

from __future__ import annotations

from pathlib import Path

import click

from explorer.cli import common
from explorer.cli.progress import progress
from explorer.connection import Connection
from explorer.loading.retraction import Outcome


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


@click.command()
@click.argument("source")
@click.option("--dry-run", is_flag=True, help="List what would fall, what would stay and why, and write nothing.")
@common
@click.pass_obj
def retract(connection: Connection, source: str, dry_run: bool) -> None:
    """Take one source away exactly, by its id: its statements, and what stands on it alone.

    The id of a loaded file (see `explorer status`) takes away all that this file said.
    """
    with progress("Retracting") as report:
        found = connection.retract(source, dry_run=dry_run, progress=report)
    would = "would go" if dry_run else "gone"
    click.echo(f"{found.title} ({found.source}): {found.statements} statements {would}")
    _outcomes("Would fall:" if dry_run else "Fell:", found.falls)
    _outcomes("Would stay:" if dry_run else "Stayed:", found.stays)
    if dry_run:
        click.echo("Nothing was written (dry run).")


def _outcomes(head: str, fates: list[Outcome]) -> None:
    if not fates:
        return
    click.echo(head)
    for fate in fates:
        title = fate.title if len(fate.title) <= 70 else f"{fate.title[:69]}…"
        click.echo(f"  {fate.kind:8} {fate.id}  {'' if title == fate.id else title}".rstrip())
        click.echo(f"           {fate.why}")
        if fate.loses:
            click.echo(f"           loses: {'; '.join(fate.loses)}")


@click.command()
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@common
@click.pass_obj
def status(connection: Connection, form: str) -> None:
    """Say what the graph is, what it holds, and when what was loaded."""
    found = connection.status()
    if form == "json":
        import json
        from dataclasses import asdict

        click.echo(json.dumps(asdict(found), ensure_ascii=False, indent=2))
        return
    click.echo(f"engine   {found.engine} ({found.version})")
    click.echo(f"graph    {found.place}")
    click.echo(f"dataset  {found.dataset or 'empty'}{f', changed {found.changed}' if found.changed else ''}")
    if found.notice:
        click.echo(f"notice   {found.notice}")
    click.echo("holds    " + ", ".join(f"{number} {name}" for name, number in found.counts.items()))
    for number, file in enumerate(found.files):
        click.echo(f"{'loaded' if number == 0 else '':8} {file['loaded']}  {file['id']}  {file['title']}")
