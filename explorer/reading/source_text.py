"""Reads the file that a dossier names as a source's text; no other file is ever read."""

from __future__ import annotations

import unicodedata
from pathlib import Path, PurePosixPath

from explorer.reading import text_files

LARGEST_TEXT_BYTES = 20 * 1024 * 1024


def read(name: str, dossier: Path, root: Path | None = None) -> str:
    """The text in the file `name`, relative to the dossier's folder.

    Only files below `root` are read (default: the folder above the dossier's), so that a dossier from
    elsewhere cannot bring in what is none of its business. Raises ValueError, with what to do.
    """
    home = (dossier if dossier.is_dir() else dossier.parent).resolve()
    allowed = (root or home.parent).resolve()
    if "://" in name:
        raise ValueError(f"'{name}' is an address: write it as `url`; `text` names a file beside the dossier")
    path = _path(home, name)
    if Path(name).is_absolute() or not path.is_relative_to(allowed):
        raise ValueError(
            f"'{name}' lies outside of {allowed}: copy it beside the dossier, or name the folder with --texts"
        )
    if not path.exists() or path.is_dir():
        near = sorted(other.name for other in home.glob(f"*{path.suffix}") if other.is_file())[:5]
        beside = f" (beside the dossier: {', '.join(near)})" if near else ""
        raise ValueError(f"there is no file '{name}'{beside}")
    try:
        content = text_files.content(path, LARGEST_TEXT_BYTES, "store the part that you quote from")
        return text_files.decoded(content, "save the text of it as a .txt file with the encoding UTF-8")
    except text_files.NoText as error:
        raise ValueError(f"'{name}', line {error.line}: {error}") from None


def _path(home: Path, name: str) -> Path:
    """The file of that name; its letters may be composed otherwise there, and its folders separated as on Windows."""
    path = (home / name).resolve()
    if path.exists():
        return path
    for part in PurePosixPath(name.replace("\\", "/")).parts:
        home = _same_name(home / part) or home / part
    return home.resolve()


def _same_name(path: Path) -> Path | None:
    """The path itself, or what lies beside it under a name that reads the same."""
    if path.exists() or not path.parent.is_dir():
        return path
    wanted = unicodedata.normalize("NFC", path.name)
    return next((each for each in path.parent.iterdir() if unicodedata.normalize("NFC", each.name) == wanted), None)
