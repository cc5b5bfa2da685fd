"""Reads a file as text, and says in plain words what it is if it is none: a pipe, a PDF, another encoding."""

from __future__ import annotations

import stat
from pathlib import Path

#: Of formats that people take for text, how their files begin.
_BEGINNINGS = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP file, as DOCX, XLSX and ODT files are",
    b"\xd0\xcf\x11\xe0": "a file of an old Word or Excel",
    b"{\\rtf": "an RTF document",
    b"\x1f\x8b": "a compressed file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"SQLite format 3": "a database",
    b"\xff\xfe": "text in UTF-16",
    b"\xfe\xff": "text in UTF-16",
}
_NO_FILES = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a named pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}
#: Names that other programs give to files of their own: hidden ones, locks of LibreOffice, Word and Emacs.
_OTHER_PROGRAMS = (".", "~$")


class NoText(ValueError):
    """Why a file cannot be taken as text: what is wrong, and in which line."""

    def __init__(self, message: str, line: int = 1) -> None:
        super().__init__(message)
        self.line = line


def is_of_another_program(name: str) -> bool:
    """Whether a file of that name in a folder was left there by another program, not written by a person."""
    return name.startswith(_OTHER_PROGRAMS)


def is_file(path: Path) -> bool:
    """Whether there is a regular file, which can be read to its end. Raises OSError as `Path.stat` does."""
    return stat.S_ISREG(path.stat().st_mode)


def what_else(path: Path) -> str:
    """What the path is, that is no regular file. Raises OSError as `Path.stat` does."""
    return _NO_FILES.get(stat.S_IFMT(path.stat().st_mode), "something else")


def content(path: Path, most: int, remedy: str = "split it") -> bytes:
    """The bytes of the file. Raises NoText for what is no file, cannot be read or has more than `most` bytes."""
    try:
        if not is_file(path):
            raise NoText(f"this is {what_else(path)}, not a file: name a file")
        with path.open("rb") as file:
            read = file.read(most + 1)
    except OSError as error:
        raise NoText(f"this file cannot be read: {error.strerror or error}") from None
    if len(read) > most:
        raise NoText(f"this file has more than {most // 2**20} MiB: {remedy}")
    return read


def decoded(content: bytes, remedy: str) -> str:
    """The text of a file in UTF-8. Raises NoText, with the remedy."""
    for beginning, what in _BEGINNINGS.items():
        if content.startswith(beginning):
            raise NoText(f"this is {what}, not plain text in UTF-8: {remedy}")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise NoText(f"this is not UTF-8 text (byte #x{content[error.start]:02x}): {remedy}", line) from None
    if (at := text.find("\0")) >= 0:
        raise NoText(f"here is a zero byte, which no text has: {remedy}", text.count("\n", 0, at) + 1)
    return text
