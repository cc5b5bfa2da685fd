"""The command `explorer status`, which says what the graph is, what it holds and what was loaded."""

from __future__ import annotations

import click

from explorer.cli import common
from explorer.cli.json_output import echo_json
from explorer.connection import Connection


@click.command()
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@common
@click.pass_obj
def status(connection: Connection, form: str) -> None:
    """Say what the graph is, what it holds, and when what was loaded."""
    found = connection.status()
    if form == "json":
        echo_json(found)
        return
    click.echo(f"engine     {found.engine} ({found.version})")
    click.echo(f"graph      {found.place}")
    click.echo(f"dataset    {found.dataset or 'empty'}{f', changed {found.changed}' if found.changed else ''}")
    if found.notice:
        click.echo(f"notice     {found.notice}")
    click.echo("holds      " + ", ".join(f"{number} {name}" for name, number in found.counts.items()))
    for number, file in enumerate(found.files):
        click.echo(f"{'loaded' if number == 0 else '':9}  {file['loaded']}  {file['id']}  {file['title']}")
    for number, each in enumerate(found.retracted):
        why = f": {each['why']}" if each["why"] else ""
        click.echo(f"{'retracted' if number == 0 else '':9}  {each['since']}  {each['id']}  {each['title']}{why}")
