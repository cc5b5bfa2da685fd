"""`explorer serve`: an address to listen at comes in, the web pages go out until it is stopped."""

from __future__ import annotations

import errno
import logging
import signal
from typing import Any
from urllib.parse import urlencode

import click

from explorer.cli import common, program
from explorer.connection import Connection
from explorer.errors import UsageError
from explorer.settings import LOCAL_HOSTS

#: Bytes of pages that stay in memory.
_KEPT = 64 * 2**20
_FIRST_PORT, _LAST_PORT = 8000, 8099
#: As long as somebody waits for the address.
_EXAMPLE_SECONDS = 2.0
_EVERYWHERE = ("0.0.0.0", "::", "")
_OPEN = (
    "Warning: whoever reaches this machine over the network can read everything in the graph. Set EXPLORER_TOKEN to "
    "ask for a token, or keep others out by a proxy with a login or a firewall."
)


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at.")
@click.option(
    "--port", type=click.IntRange(0, 65535), help=f"Port to listen at.  [default: first free from {_FIRST_PORT}]"
)
@common
@click.pass_obj
def serve(connection: Connection, host: str, port: int | None) -> None:
    """Serve the web pages, and the same answers as JSON and CSV.

    They are for this machine alone, unless --host says otherwise; behind a proxy, set EXPLORER_HOSTS to the name that
    people call them by, and EXPLORER_PROXY. With EXPLORER_TOKEN they ask everybody for that token. What is loaded
    meanwhile is seen at once. Stop it with Ctrl-C.
    """
    from explorer.web import create_app

    connection.graph.dataset()  # a graph that is not there is said here, not at the first request
    local = host in LOCAL_HOSTS or host.startswith("127.")
    server = _listen(create_app(connection, (*LOCAL_HOSTS, host) if local else (), _KEPT), host, port)
    if not local and not connection.settings.token:
        click.echo(_OPEN, err=True)
    _tell(connection, _address(host, server.port))
    signal.signal(signal.SIGTERM, _stop)
    server.run()


def _listen(app: Any, host: str, port: int | None) -> Any:
    """A server that holds the port asked for, or else the first free one. Raises UsageError."""
    from explorer.web.server import Server

    # It would print a line for every request that has to wait its turn.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    for each in [port] if port is not None else range(_FIRST_PORT, _LAST_PORT + 1):
        try:
            return Server(app, host, each)
        except (OSError, ValueError) as error:
            if port is None and getattr(error, "errno", None) == errno.EADDRINUSE:
                continue
            raise UsageError(_refusal(host, each, error)) from error
    raise UsageError(f"All ports from {_FIRST_PORT} to {_LAST_PORT} are taken: name another with --port.")


def _refusal(host: str, port: int, error: Exception) -> str:
    if getattr(error, "errno", None) == errno.EADDRINUSE:
        return f"Port {port} of {host} is taken: name another with --port, or leave --port out for one that is free."
    return f"Cannot listen at port {port} of {host}: {error}"


def _address(host: str, port: int) -> str:
    shown = "127.0.0.1" if host in _EVERYWHERE else host
    return f"http://[{shown}]:{port}" if ":" in shown else f"http://{shown}:{port}"


def _tell(connection: Connection, address: str) -> None:
    from explorer.examples.example_questions import headline
    from explorer.examples.patience import Patience

    graph = connection.graph
    click.echo(f"Explorer is at {address} with the {graph.engine} graph {graph.place}")
    questions = headline(connection, 3, Patience(_EXAMPLE_SECONDS))
    if not graph.dataset():
        click.echo(f"The graph is empty: `{program()} load PATH` fills it.")
    elif questions:
        click.echo("Questions to try:")
    for each in questions:
        click.echo(f"  {each}\n    {address}/ask?{urlencode({'q': each})}")
    click.echo("Stop it with Ctrl-C.")


def _stop(number: int, frame: object) -> None:
    raise SystemExit(0)  # which the server takes as the word to finish its requests and go
