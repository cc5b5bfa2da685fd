"""The shell command `explorer`. Each command is a file's function; this one knows their names and shows errors.

Exit codes: 0 done; 1 bad input, nothing of that name, or choices instead of an answer; 2 wrong usage;
3 the graph cannot be reached.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable
from importlib import import_module, metadata
from pathlib import Path
from typing import IO, Any, TypeVar

import click

from explorer.errors import ExplorerError
from explorer.nearest import did_you_mean

#: In the order of the help. Imported when used, so that a question need not wait for what loading needs.
_COMMANDS = {
    "load": "load",
    "ask": "ask",
    "run": "ask",
    "list": "ask:list_questions",
    "show": "ask",
    "retract": "retract",
    "restore": "restore",
    "backup": "backup",
    "status": "status",
    "words": "words",
    "export": "export",
    "browser-kit": "browser_kit:browser_kit",
    "serve": "serve",
}


Command = TypeVar("Command", bound=Callable[..., Any])
_GRAPH = click.Path(path_type=Path, dir_okay=False)


class Program(click.Group):
    """The group of all commands. Turns every ExplorerError into its message and its exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of the help."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, None if there is none."""
        if cmd_name not in _COMMANDS:
            return None
        module, _, attribute = _COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(f"explorer.cli.{module}"), attribute or cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that was typed; what is none is told with the nearest one."""
        typed = args[0]
        if typed not in _COMMANDS and not typed.startswith("-") and not ctx.resilient_parsing:
            ctx.fail(f"There is no command '{typed}'{_meant(typed)}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command. The only place where errors of the program become messages."""
        try:
            return super().invoke(ctx)
        except ExplorerError as error:
            raise _Told(error) from error


def _meant(typed: str) -> str:
    if " " in typed:
        return ": to ask it as a question, write `explorer ask` before it."
    near = did_you_mean(typed.lower(), list(_COMMANDS))
    return near if near.endswith("?") else f"{near}."


class _Told(click.ClickException):
    """An error of the program on its way to the terminal."""

    def __init__(self, error: ExplorerError) -> None:
        super().__init__(str(error))
        self._error = error

    @property
    def exit_code(self) -> int:  # type: ignore[override]  # click has one for all of a class
        """The exit code that the error means."""
        return self._error.exit_code

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message to standard error."""
        click.echo(f"Error: {self.message}", file=file, err=True)


def _version(context: click.Context, parameter: click.Parameter, value: bool) -> None:
    if value and not context.resilient_parsing:
        try:
            click.echo(f"explorer {metadata.version('explorer')}")
        except metadata.PackageNotFoundError:
            click.echo("explorer, run from its source")
        context.exit()


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--graph", type=_GRAPH, help="File of the embedded graph.")
@click.option("--quiet", is_flag=True, help="No progress and no notices.")
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Say the version.")
@click.pass_context
def main(context: click.Context, graph: Path | None, quiet: bool) -> None:
    """Who met whom, when and about what, and who claimed what: every answer with its sources.

    The graph is the Neo4j that NEO4J_URI names, else an embedded graph in a file: --graph, EXPLORER_GRAPH, or one in
    your data folder.

    Exit codes: 0 done; 1 bad input, nothing of that name, or choices instead of an answer; 2 wrong usage;
    3 the graph cannot be reached.
    """
    from explorer.connection import connect

    context.obj = context.with_resource(connect(graph))


def common(command: Command) -> Command:
    """Let a command take the program's own options too, since people type them at either place."""
    graph = click.option("--graph", type=_GRAPH, hidden=True, expose_value=False, callback=_other_graph)
    quiet = click.option("--quiet", is_flag=True, hidden=True, expose_value=False, callback=_quiet)
    return graph(quiet(command))


def _other_graph(context: click.Context, parameter: click.Parameter, value: Path | None) -> None:
    if value is not None:
        from explorer.connection import connect

        root = context.find_root()
        root.params["graph"] = value
        context.obj = root.with_resource(connect(value))


def _quiet(context: click.Context, parameter: click.Parameter, value: bool) -> None:
    if value:
        context.find_root().params["quiet"] = True


def program() -> str:
    """How this run was called, so that commands to type next lead to the same graph."""
    graph = click.get_current_context().find_root().params.get("graph")
    return f"explorer --graph {shlex.quote(str(graph))}" if graph else "explorer"
