"""The command `explorer load`, which loads files into the graph."""

from __future__ import annotations

from dataclasses import replace as altered
from itertools import groupby
from pathlib import Path

import click

from explorer.cli import common
from explorer.cli.json_output import echo_json
from explorer.cli.progress import progress
from explorer.connection import Connection
from explorer.errors import UsageError
from explorer.loading.changes import Change
from explorer.shortened import shortened

#: Entities that are listed of those that are new, changed and removed each.
_MOST_LISTED = 20


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="List what would come, change and go, and write nothing.")
@click.option(
    "--replace",
    is_flag=True,
    help="A file may take the place of another that has its id or says largely the same, or say much less than before.",
)
@click.option("--keep-both", is_flag=True, help="A file may stand beside another that says largely the same.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.option("--if-empty", is_flag=True, help="Only into a graph that nothing was ever loaded into.")
@click.option(
    "--texts",
    type=click.Path(file_okay=False, exists=True, path_type=Path),
    help="Folder below which sources' texts may lie.  [default: the folder above the dossier's]",
)
@common
@click.pass_obj
def load(
    connection: Connection,
    paths: tuple[Path, ...],
    dry_run: bool,
    replace: bool,
    keep_both: bool,
    form: str,
    if_empty: bool,
    texts: Path | None,
) -> None:
    """Load dossiers (YAML), folders of them, or folders of CSV files.

    All files are checked first; with any fault in any of them nothing is written. Loading the same file again changes
    nothing; a changed file replaces what it said before.
    """
    if replace and keep_both:
        raise UsageError("--replace or --keep-both: one of the two.")
    # What was taken away on purpose stays away: a graph that was emptied still knows that it was written.
    if if_empty and connection.graph.or_empty().dataset():
        click.echo("Nothing was loaded: the graph has been filled before.")
        return
    with progress("Loading") as report:
        summary = connection.load(
            paths, dry_run=dry_run, replace=replace, keep_both=keep_both, text_root=texts, progress=report
        )
    if form == "json":
        echo_json(summary)
        return
    for note in summary.notes:
        click.echo(f"note: {note}", err=True)
    if dry_run or replace:
        _listed([entity for entity in summary.entities if dry_run or entity.what == "removed"])
    click.echo(str(summary))


def _each_once(entities: list[Change]) -> list[Change]:
    """One change of each entity: what differs from file to file is `changed`."""
    found: dict[tuple[str, str], Change] = {}
    for entity in entities:
        before = found.setdefault((entity.kind, entity.id), entity)
        if before.what != entity.what:
            found[entity.kind, entity.id] = altered(before, what="changed")
    return sorted(found.values())


def _listed(entities: list[Change]) -> None:
    """The entities, each once, at most so many that are new, changed and removed each."""
    for what, of_that in groupby(_each_once(entities), key=lambda entity: entity.what):
        found = list(of_that)
        for entity in found[:_MOST_LISTED]:
            title = shortened(entity.title, 70)
            click.echo(f"  {what:8} {entity.kind:8} {entity.id}  {'' if title == entity.id else title}".rstrip())
        if len(found) > _MOST_LISTED:
            click.echo(f"  ... and {len(found) - _MOST_LISTED:,} more {what} (--format json lists all)")
