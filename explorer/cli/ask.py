"""The commands `explorer ask`, `run`, `list` and `show`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from explorer.answers import csv_json
from explorer.answers.answer import Answer, Choices
from explorer.catalogue.literals import param_lines
from explorer.catalogue.query_file import Parameter, QueryFile
from explorer.catalogue.themes import by_theme
from explorer.cli import common, last_question, program
from explorer.cli.command_line import option
from explorer.connection import Connection
from explorer.errors import UsageError

Function = TypeVar("Function", bound=Callable[..., Any])


def _format(*forms: str) -> Callable[[Function], Function]:
    """The option of every command that prints rows."""
    return click.option("--format", "form", type=click.Choice(forms), default=forms[0], show_default=True)


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="TEXT...")
@click.option("--continue", "continues", is_flag=True, help="Take what the words leave out from the last question.")
@_format("table", "json", "csv")
@common
@click.pass_obj
def ask(connection: Connection, words: tuple[str, ...], form: str, continues: bool) -> None:
    """Answer a question in plain words.

    Where the words fit several questions or names, the choices are printed with what to type for each. With --continue,
    `and in Vienna?` asks the last question anew.
    """
    understood = connection.understand(" ".join(words), _before(connection) if continues else None)
    result = understood if isinstance(understood, Choices) else connection.answer(*understood)
    if isinstance(result, Answer):
        last_question.keep(result)
    _give(connection, result, form)


def _before(connection: Connection) -> tuple[str, dict[str, Any]]:
    """The last question and its values as they are in this graph."""
    name, values = last_question.kept()
    shown = connection.shown_values(name, values)
    if isinstance(shown, Choices):
        raise UsageError(f"The last question is not clear in this graph: {shown.message}")
    return name, shown


class _Questions(click.Group):
    """A group with one command for each question of the catalogue, whose options are the question's parameters."""

    def __init__(self, make: Callable[[QueryFile], click.Command], **settings: Any) -> None:
        super().__init__(subcommand_metavar="NAME [OPTIONS]", **settings)
        self._make = make

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all questions."""
        return list(ctx.obj.catalogue)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        """The command of one question. Raises UnknownQuestion with the nearest name."""
        return self._make(ctx.obj.catalogue.question(cmd_name))


def _command(question: QueryFile, callback: Callable[..., None], *, all_optional: bool) -> click.Command:
    options = [_option(each, all_optional) for each in question.parameters]
    help_text = "\n\n".join(filter(None, [f"{question.title}.", question.description]))
    return click.Command(question.name, params=[*options], callback=callback, help=help_text, short_help=question.title)


def _option(parameter: Parameter, all_optional: bool) -> click.Option:
    """The option for a parameter. Its value is checked by the program, as on the web."""
    needed = parameter.required and not all_optional
    notes = [parameter.description]
    if needed:
        notes.append("[required]")
    elif parameter.default is not None:
        notes.append(f"[default: {parameter.default}]")
    declared = [option(parameter.name), parameter.name]
    return click.Option(declared, metavar=parameter.declared.upper(), help="  ".join(filter(None, notes)))


def _run_command(question: QueryFile) -> click.Command:
    @click.pass_obj
    def run_one(connection: Connection, /, form: str, **given: str | None) -> None:
        _give(connection, connection.run(question.name, given), form)

    return common(_format("table", "json", "csv")(_command(question, run_one, all_optional=False)))


def _show_command(question: QueryFile) -> click.Command:
    @click.pass_obj
    def show_one(connection: Connection, /, **given: str | None) -> None:
        understood = connection.shown_values(question.name, given) if any(given.values()) else {}
        if isinstance(understood, Choices):
            _give(connection, understood, "table")
        else:
            click.echo(_described(question, understood))

    return common(_command(question, show_one, all_optional=True))


run = _Questions(_run_command, name="run", help="Answer a question by its name. `run NAME --help` says what it takes.")
show = _Questions(
    _show_command,
    name="show",
    help="Show a question: what it takes and gives, its phrases, its Cypher, and :param lines for Neo4j Browser.",
)


@click.command("list")
@_format("table", "json")
@common
@click.pass_obj
def list_questions(connection: Connection, form: str) -> None:
    """List the questions, each with a phrase that asks it."""
    if form == "json":
        described = [question.to_dict() for question in connection.catalogue.values()]
        click.echo(csv_json.json_text({"questions": described}).encode(), nl=False)
        return
    width = max(len(name) for name in connection.catalogue)
    for number, (theme, questions) in enumerate(by_theme(connection.catalogue)):
        click.echo(("\n" if number else "") + click.style(theme, bold=True))
        for question in questions:
            phrase = question.phrases[0].text if question.phrases else question.title
            click.echo(f"  {question.name:{width}}  {phrase}")
    click.echo('\n`explorer ask "..."` takes such words; `explorer show NAME` says more.')


def _give(connection: Connection, result: Answer | Choices, form: str) -> None:
    """Print an answer, or choices, which end with exit code 1, since nothing was answered."""
    context = click.get_current_context()
    _notice(connection, context)
    if form == "json":
        click.echo(csv_json.to_json(result).encode(), nl=False)
    elif form == "csv" and isinstance(result, Answer):
        click.echo(csv_json.to_csv(result).encode(), nl=False)
    else:
        _print(result, for_people=form == "csv")
    if isinstance(result, Choices):
        context.exit(1)
    if form == "csv":
        for note in result.notes:
            click.echo(note, err=True)


def _print(result: Answer | Choices, *, for_people: bool) -> None:
    """Print for a reader; to standard error where a program reads the output."""
    from rich.console import Console

    from explorer.cli import terminal

    console = Console(stderr=for_people, highlight=False)
    if isinstance(result, Choices):
        terminal.print_choices(result, console, program())
    else:
        terminal.print_answer(result, console)


def _notice(connection: Connection, context: click.Context) -> None:
    notice = None if context.find_root().params.get("quiet") else connection.graph.notice()
    if notice:
        click.echo(notice, err=True)


def _described(question: QueryFile, values: dict[str, Any]) -> str:
    parameters = [
        (each.name, each.declared, each.description + ("" if each.required else "  (may be left out)"))
        for each in question.parameters
    ]
    columns = [(each.name, each.type, each.description) for each in question.columns]
    return "\n".join(
        [
            f"{question.name}: {question.title}",
            "",
            *click.wrap_text(question.description, 88, preserve_paragraphs=True).splitlines(),
            *_section("Ask it as", [(phrase.text,) for phrase in question.phrases]),
            *_section("It takes", parameters),
            *_section("It gives", columns),
            *_section("For Neo4j Browser", []),
            param_lines(question, values),
            "",
            question.cypher.rstrip(),
        ]
    )


def _section(head: str, rows: Sequence[tuple[str, ...]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [
        "  " + "  ".join(f"{part:{width}}" for part, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]
    return ["", f"{head}:", *lines]
