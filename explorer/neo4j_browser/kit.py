"""What Neo4j Browser takes in, written to a folder: saved queries, a style and a guide."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from explorer.connection import Connection
from explorer.errors import UsageError
from explorer.neo4j_browser.guide import slides, steps
from explorer.neo4j_browser.saved_queries import saved_queries, zipped
from explorer.neo4j_browser.style import grass

ZIP, STYLE, GUIDE = "saved-queries.zip", "explorer.grass", "guide.html"
#: Names what the command wrote, so that it takes away nothing else.
_MANIFEST = ".browser-kit"
_FOLDER = "saved-queries"
_README = """For Neo4j Browser

saved-queries.zip   Drop it anywhere on the page of Browser: the questions are then under the star, a folder for each
                    theme. The same files, to be dropped one by one, are in saved-queries/.
explorer.grass      Drop it on the page as well: nodes get the colours of the explorer, and captions that can be read.
guide.html          Ten steps through the graph. `explorer serve` shows it at /guide; in Browser type
                    :guide http://localhost:8000/guide/slides

Each question is there up to three times. Run its "1 Values" first, with values of your own in them; then its
"2 Drawing", which gives nodes and relationships, or the question itself, which gives a table. A value such as
'lavrov' is an id: the end of the address of a page of `explorer serve`, /actors/lavrov.

Browser keeps what it was given. Before you drop newer questions on it, delete its folders, or it shows both.
"""


@dataclass(frozen=True)
class Kit:
    """What was written: the folder, the number of questions, and how many of them can be drawn."""

    folder: Path
    questions: int
    drawings: int
    removed: int

    def __str__(self) -> str:
        gone = f"; {self.removed} files that are of no use any more were removed" if self.removed else ""
        return f"{self.questions} questions, {self.drawings} of them also as drawings, a style and a guide{gone}"


def write(connection: Connection, folder: Path, seconds: float = 30.0) -> Kit:
    """Write the kit, or bring one up to date; a user's own files in the folder stay.

    Raises UsageError for a folder that holds something else, or cannot be written, GraphUnreachable.
    """
    earlier = _earlier(folder)
    connection.graph.state()  # a graph that cannot be reached is said, and no kit without examples is made of it
    queries = saved_queries(connection, seconds)
    files = {f"{_FOLDER}/{path}": text.encode() for path, text in queries.items()}
    files |= {ZIP: zipped(queries), STYLE: grass().encode(), GUIDE: slides(steps(connection)).encode()}
    files |= {"README.txt": _README.encode()}
    gone = [path for path in earlier if path not in files]
    if foreign := [path for path in files if path not in earlier and (folder / path).exists()]:
        raise UsageError(f"{folder / foreign[0]} is not of this command, which would write there: move it away")
    try:
        # What is written is in the list before it is there, so that a kit that was cut off can be written again.
        for path, content in {_MANIFEST: _listed({**files, **dict.fromkeys(gone)}), **files}.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
        for path in gone:
            (folder / path).unlink(missing_ok=True)
        (folder / _MANIFEST).write_bytes(_listed(files))
    except OSError as error:
        raise UsageError(f"{folder} cannot be written: {error}") from error
    drawings = sum(path.endswith(".drawing.cypher") for path in queries)
    return Kit(folder, len(connection.catalogue), drawings, len(gone))


def _listed(paths: Iterable[str]) -> bytes:
    return "\n".join(paths).encode()


def _earlier(folder: Path) -> list[str]:
    """The files of the kit that is in the folder, none in a new or empty one."""
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file: name a folder")
    manifest = folder / _MANIFEST
    if manifest.is_file():
        inside = folder.resolve()
        lines = manifest.read_text(encoding="utf-8").splitlines()
        return [line for line in lines if (folder / line).resolve().is_relative_to(inside)]
    if folder.is_dir() and any(folder.iterdir()):
        raise UsageError(f"{folder} holds other files: name a new folder, an empty one, or one that this command wrote")
    return []
