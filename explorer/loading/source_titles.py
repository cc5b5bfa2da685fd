"""Sources and loaded files by their titles: a text comes in, the id of the one that is called so goes out."""

from __future__ import annotations

from collections.abc import Mapping

from explorer import model, names
from explorer.errors import NotFound
from explorer.graph.base import Reader
from explorer.loading.node import Node
from explorer.loading.rows import Row, read_of
from explorer.nearest import nearest_ones
from explorer.statements import statement

_MOST_OFFERED = 3


def source_of_title(reader: Reader, text: str, files: Mapping[str, Row]) -> str:
    """The id of the one source or loaded file that is called so. `files` are the rows of the files, by id.

    Raises NotFound, with the ids that may have been meant.
    """
    title = names.normalize(text)
    given = {"label": "Source", "title": "title", "beginnings": [title], "files": []}
    rows = reader.read(statement("load/titled"), given).rows if title else []
    titles: dict[str, str] = {row["id"]: row["name"] for row in rows}
    titles |= {id: row["title"] for id, row in files.items()}
    found = sorted(id for id, called in titles.items() if title and names.normalize(called) == title)
    if len(found) == 1:
        return found[0]
    offered = found[:_MOST_OFFERED] or _nearest(reader, text)
    if not offered:
        raise NotFound(f"There is no source '{text}'")
    meant = " or ".join(f"{id} (a loaded file, with all that it says)" if id in files else id for id in offered)
    what = f"{len(found)} sources are called '{text}'" if found else f"There is no source '{text}'"
    raise NotFound(f"{what}: did you mean {meant}?")


def _nearest(reader: Reader, text: str) -> list[str]:
    """The ids that are like the text, or whose titles are."""
    ids = [row["id"] for row in reader.read(statement("load/ids"), {"label": "Source", "prefix": ""}).rows]
    titles = read_of(reader, "retract/titles", (Node(model.kind_of("source").label, id) for id in ids))
    words = {names.normalize(row["title"] or ""): row["id"] for row in titles} | {id: id for id in ids}
    near = [*nearest_ones(text, ids, _MOST_OFFERED), *nearest_ones(names.normalize(text), list(words), _MOST_OFFERED)]
    return list(dict.fromkeys(words[each] for each in near))[:_MOST_OFFERED]
