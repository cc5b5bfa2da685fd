"""The name of a source in frontend/ comes in; the static file that was built of it goes out.

frontend/bundle.py builds them, with a digest of the content in each name, and says in a manifest what became what.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from flask import Flask

from explorer.errors import ExplorerError

#: Within the static folder; every file in it but the manifest never changes under its name.
FOLDER = "built"


def register(app: Flask) -> None:
    """Let templates name assets; an app without them does not start."""
    _manifest()
    app.add_template_global(asset)


def asset(name: str) -> str:
    """The static file to link for a source: app.js -> built/app-XXXX.js."""
    return f"{FOLDER}/{_manifest()[name]}"


def is_built(filename: str) -> bool:
    """Whether a static file has a digest of its content in its name."""
    folder, _, name = filename.rpartition("/")
    return folder == FOLDER and Path(name).suffix in (".js", ".css")


@cache
def _manifest() -> dict[str, str]:
    path = Path(__file__).parent / "static" / FOLDER / "manifest.json"
    try:
        found: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ExplorerError("The scripts and styles of the pages are not built: run `make assets`.") from None
    return found
