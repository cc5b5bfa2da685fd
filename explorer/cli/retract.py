"""The command `explorer retract`, which takes one source away."""

from __future__ import annotations

import click

from explorer.cli import common
from explorer.cli.json_output import echo_json
from explorer.cli.progress import progress
from explorer.connection import Connection
from explorer.loading.retraction import Outcome
from explorer.shortened import shortened


@click.command()
@click.argument("source")
@click.option("--dry-run", is_flag=True, help="List what would fall, what would stay and why, and write nothing.")
@click.option("--why", default="", metavar="TEXT", help="The reason, which is kept and shown.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@common
@click.pass_obj
def retract(connection: Connection, source: str, dry_run: bool, why: str, form: str) -> None:
    """Take one source away exactly, by its id or title: its statements, and what stands on it alone.

    The id of a loaded file (see `explorer status`) takes away all that this file said. It stays away when its file is
    loaded again, until `explorer restore` lets it come back.
    """
    with progress("Retracting") as report:
        found = connection.retract(source, why=why, dry_run=dry_run, progress=report)
    if form == "json":
        echo_json(found)
        return
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
        title = shortened(fate.title, 70)
        click.echo(f"  {fate.kind:8} {fate.id}  {'' if title == fate.id else title}".rstrip())
        click.echo(f"           {fate.why}")
        if fate.loses:
            click.echo(f"           loses: {'; '.join(fate.loses)}")
