"""`explorer browser-kit`: the graph and its questions come in, what Neo4j Browser takes in is written to a folder."""

from __future__ import annotations

from pathlib import Path

import click

from explorer.cli import common
from explorer.connection import Connection
from explorer.neo4j_browser import kit
from explorer.neo4j_browser.browser_links import browser_address


@click.command("browser-kit")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@common
@click.pass_obj
def browser_kit(connection: Connection, folder: Path) -> None:
    """Write the questions, a style and a guide for Neo4j Browser.

    Each question comes as a saved query, with example values of this graph, and as a drawing where it has a picture.
    DIR is a new or empty folder, or one that this command wrote, which is brought up to date.
    """
    click.echo(str(kit.write(connection, folder)))
    address = browser_address(connection.settings)
    where = f" ({address})" if address else ""
    click.echo(f"Open Neo4j Browser{where} and drop on its page:")
    click.echo(f"  {folder / kit.ZIP}\n  {folder / kit.STYLE}")
    click.echo(f"{folder / 'README.txt'} says more.")
