"""Reads the file that a dossier names as a source's text; no other file is ever read."""

from __future__ import annotations

from pathlib import Path

LARGEST_TEXT_BYTES = 20 * 1024 * 1024


def read(name: str, dossier: Path, root: Path | None = None) -> str:
    """The text in the file `name`, relative to the dossier's folder.

    Only files below `root` are read (default: the folder above the dossier's), so that a dossier from
    elsewhere cannot bring in what is none of its business. Raises ValueError, with what to do.
    """
    home = (dossier if dossier.is_dir() else dossier.parent).resolve()
    allowed = (root or home.parent).resolve()
    path = (home / name).resolve()
    if Path(name).is_absolute() or not path.is_relative_to(allowed):
        raise ValueError(
            f"'{name}' lies outside of {allowed}: copy it beside the dossier, or name the folder with --texts"
        )
    if not path.is_file():
        near = sorted(other.name for other in home.glob(f"*{path.suffix}") if other.is_file())[:5]
        beside = f" (beside the dossier: {', '.join(near)})" if near else ""
        raise ValueError(f"there is no file '{name}'{beside}")
    if path.stat().st_size > LARGEST_TEXT_BYTES:
        most = LARGEST_TEXT_BYTES // 2**20
        raise ValueError(f"'{name}' has more than {most} MiB: store the part that you quote from")
    return _decoded(path, name)


def _decoded(path: Path, name: str) -> str:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError(f"'{name}' is not UTF-8 text: save it as plain text with the encoding UTF-8") from None
    if "\0" in text:
        raise ValueError(f"'{name}' is not plain text: save the text of it as a .txt file")
    return text
