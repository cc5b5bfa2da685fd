"""The environment comes in, Settings go out. Read by one function, never on import."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from platformdirs import user_data_path

from explorer.errors import UsageError

#: The names that this machine has for itself.
LOCAL_HOSTS = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True)
class Settings:
    """Where the graph is and how far a question may go. Each field names its variable and says what it does."""

    neo4j_uri: str | None = field(
        default=None,
        metadata={"env": "NEO4J_URI", "help": "address of a Neo4j (bolt://, neo4j+s:// ...); unset: embedded"},
    )
    neo4j_username: str | None = field(
        default=None, metadata={"env": "NEO4J_USERNAME", "help": "user name for Neo4j; neo4j if only a password is set"}
    )
    neo4j_password: str | None = field(
        default=None, metadata={"env": "NEO4J_PASSWORD", "help": "password for Neo4j"}
    )
    neo4j_database: str | None = field(
        default=None, metadata={"env": "NEO4J_DATABASE", "help": "database of that Neo4j; unset: its default"}
    )
    browser: str | None = field(
        default=None,
        metadata={"env": "EXPLORER_NEO4J_BROWSER", "help": "address of Neo4j Browser; unset: guessed from NEO4J_URI"},
    )
    hosts: tuple[str, ...] = field(
        default=(),
        metadata={"env": "EXPLORER_HOSTS", "help": "names by which the pages may be called, with commas between"},
    )
    proxy: int = field(
        default=0,
        metadata={"env": "EXPLORER_PROXY", "help": "how many proxies before the pages are trusted", "least": 0},
    )
    token: str | None = field(
        default=None, metadata={"env": "EXPLORER_TOKEN", "help": "what everybody has to give who looks at the pages"}
    )
    graph: Path = field(
        default_factory=lambda: user_data_path("explorer", appauthor=False) / "graph.kgl",
        metadata={"env": "EXPLORER_GRAPH", "help": "file of the embedded graph; unset: in your data folder"},
    )
    queries: Path | None = field(
        default=None, metadata={"env": "EXPLORER_QUERIES", "help": "folder with question files of your own"}
    )
    words: Path | None = field(
        default=None, metadata={"env": "EXPLORER_WORDS", "help": "file or folder of words of your own for questions"}
    )
    timeout: float = field(
        default=20.0, metadata={"env": "EXPLORER_TIMEOUT", "help": "seconds that a question may take"}
    )
    max_rows: int = field(
        default=10_000, metadata={"env": "EXPLORER_MAX_ROWS", "help": "most rows that one answer may have"}
    )


def from_environment(environment: Mapping[str, str] = os.environ) -> Settings:
    """Settings from variables; an empty variable counts as unset. Raises UsageError for a value that does not fit."""
    values: dict[str, Any] = {}
    for each in fields(Settings):
        variable = each.metadata["env"]
        if text := environment.get(variable, "").strip():
            values[each.name] = _convert(variable, text, each.type, each.metadata.get("least"))
    return Settings(**values)


def _convert(variable: str, text: str, kind: Any, least: int | None) -> Any:
    if "Path" in kind:
        return Path(text).expanduser()
    if "tuple" in kind:
        return tuple(text.replace(",", " ").split())
    if kind not in ("float", "int"):
        return text
    try:
        number = float(text) if kind == "float" else int(text)
    except ValueError:
        number = -1
    if not (number > 0 or number == least) or number == float("inf"):
        bounds = "above 0" if least is None else f"from {least} on"
        raise UsageError(f"{variable} must be a number {bounds}, not '{text}'")
    return number
