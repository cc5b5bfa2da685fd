"""A notebook comes in; it is executed from top to bottom on a graph, and goes out as it is kept, or as a reader sees it."""

from __future__ import annotations

import asyncio
import os
import re
from base64 import b64decode
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import nbformat
from conftest import ROOT
from nbclient import NotebookClient

FOLDER = ROOT / "notebooks"
NAMES = sorted(path.stem for path in FOLDER.glob("*.ipynb"))
_PICTURE = re.compile(r'(?<=src="data:image/svg\+xml;base64,)[^"]+')
#: pandas names a styled table anew each time, and objects lie elsewhere.
_RANDOM = re.compile(r"(?<=T_)[0-9a-f]{5}|(?<= at )0x[0-9a-f]+")


def path(name: str) -> Path:
    return FOLDER / f"{name}.ipynb"


def stored(name: str) -> Any:
    """Return the notebook as it is kept."""
    return nbformat.read(path(name), as_version=4)


def executed(name: str, environment: Mapping[str, str]) -> Any:
    """Return the notebook with what its cells give now; an error in a cell is raised."""
    notebook = stored(name)
    client = NotebookClient(notebook, timeout=120, resources={"metadata": {"path": FOLDER}})
    # In a thread of its own, since the browser of other tests keeps a loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, client.async_execute(env={**os.environ, **environment})).result()
    for cell in notebook.cells:
        cell.metadata.clear()
        if cell.cell_type == "code":
            cell.execution_count = None
            cell.outputs = [_quiet(each) for each in cell.outputs if each.get("name") != "stderr"]
    notebook.metadata["language_info"] = {"name": "python"}
    return notebook


def told(notebook: Any) -> list[list[str]]:
    """Return what each cell of code shows, in text: of a picture of ours its words, for places may differ a bit.

    Of other pictures there is nothing, since each machine draws them differently.
    """
    return [list(map(_text, cell.outputs)) for cell in notebook.cells if cell.cell_type == "code"]


def _quiet(output: Any) -> Any:
    if "execution_count" in output:
        output["execution_count"] = None
    output.pop("transient", None)
    if "data" in output:
        output["metadata"] = {}
        output["data"] = {kind: _steady(value) for kind, value in output["data"].items()}
    return output


def _steady(value: Any) -> Any:
    return _RANDOM.sub("00000", value) if isinstance(value, str) else value


def _text(output: Any) -> str:
    if output["output_type"] == "stream":
        return str(output["text"])
    data = output["data"]
    if "image/png" in data:
        return "a picture"
    return _PICTURE.sub(_words, data.get("text/html") or data["text/plain"])


def _words(picture: re.Match[str]) -> str:
    svg = ElementTree.fromstring(b64decode(picture[0]))
    return " | ".join(sorted(" ".join(text.split()) for text in svg.itertext() if text.strip()))
