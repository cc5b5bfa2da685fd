"""Hatch calls this before it makes a wheel, an sdist or an editable install: it sees to the scripts and styles."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).parent / "frontend"))

from bundle import NODE_WHEEL, bundle, fresh, node_on_path  # noqa: E402


class ScriptsAndStyles(BuildHookInterface):
    """Bundles what is not fresh; an sdist brings it along, so that building from one needs no Node."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Node from PyPI where it is needed and not there."""
        return [] if fresh() or node_on_path() else [NODE_WHEEL]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Run before anything is packed."""
        if not fresh():
            bundle()
