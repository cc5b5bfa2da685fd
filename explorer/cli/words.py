"""The command `explorer words`, which lists the words of many questions that are not understood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from explorer.asking.unexplained import questions_in
from explorer.cli import common
from explorer.cli.json_output import echo_json
from explorer.connection import Connection
from explorer.errors import UsageError


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE...]", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@common
@click.pass_obj
def words(connection: Connection, files: tuple[str, ...], form: str) -> None:
    """List which words of many questions are not understood, with how often each and one question as an example.

    A FILE has one question a line, or in the first column of a table with tabs, or is the log of a web server with
    addresses such as /ask?q=...; - or no FILE is standard input. Words that are missing can be added: see
    EXPLORER_WORDS.
    """
    found = connection.unexplained(questions_in(_lines(files or ("-",))))
    if form == "json":
        echo_json(found)
        return
    click.echo(f"{found.questions} questions: {found.answered} answered at once, {found.asked_back} asked back.")
    if not found.words:
        return
    width = max(len("word"), *(len(each.word) for each in found.words))
    click.echo(f"\ntimes  {'word':{width}}  for example")
    for each in found.words:
        click.echo(f"{each.times:5}  {each.word:{width}}  {each.example}")


def _lines(files: Sequence[str]) -> Iterator[str]:
    for file in files:
        try:
            with click.open_file(file, encoding="utf-8-sig") as lines:
                yield from lines
        except UnicodeDecodeError:
            raise UsageError(f"{file} is no text in UTF-8: save it as UTF-8") from None
