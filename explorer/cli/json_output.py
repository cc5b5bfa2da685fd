"""Prints what a command found as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def echo_json(found: DataclassInstance) -> None:
    """Print the fields of a dataclass as an object."""
    click.echo(json.dumps(asdict(found), ensure_ascii=False, indent=2))
