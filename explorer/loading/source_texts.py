"""The texts of sources: those of the files that are being loaded, else the stored ones that other files give."""

from __future__ import annotations

import json

from explorer.graph.base import Reader
from explorer.loading import orphans
from explorer.loading.identities import Identities
from explorer.loading.node import Node
from explorer.reading.input_files import InputFile
from explorer.statements import statement


class SourceTexts:
    """Texts by the ids of their sources; each is read once. `identities` has where the sources stand."""

    def __init__(self, reader: Reader, identities: Identities, files: list[InputFile]) -> None:
        self._reader = reader
        self._identities = identities
        self._files = [file.id for file in files]
        self._texts: dict[str, str | None] = {source: text for file in files for source, text in file.texts.items()}

    def of(self, source: str) -> str | None:
        """The text of a source; None where it has none."""
        if source not in self._texts:
            node = Node("Source", source)
            others = orphans.descriptions(self._reader, [node], self._identities, self._files).get(node, [])
            given = any("sha256" in json.loads(row["record"]) for row in others)
            ids = [self._identities.kept(node).id]
            found = self._reader.read(statement("load/texts"), {"ids": ids}).rows if given else []
            self._texts[source] = found[0]["text"] if found else None
        return self._texts[source]
