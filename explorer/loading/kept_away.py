"""Files that were retracted are kept from being loaded; what is known to have gone with a retraction goes out, too."""

from __future__ import annotations

from explorer import model
from explorer.errors import Problem
from explorer.loading.node import Node
from explorer.reading.input_files import InputFile
from explorer.retractions import Noted


class KeptAway:
    """The files that may be loaded, and a note of each that may not; one is known under another id, too."""

    def __init__(self, files: list[InputFile], retracted: list[Noted]) -> None:
        self.files: list[InputFile] = []
        self.notes: list[Problem] = []
        self._retracted = retracted
        #: What went with each retraction, as far as is known.
        self._gone: dict[Node, Noted] = {}
        for noted in retracted:
            self._gone |= dict.fromkeys((Node(*each.split(" ", 1)) for each in (*noted.fell, *noted.described)), noted)
            self._gone |= dict.fromkeys((Node("Source", id) for id in noted.ids), noted)
        for file in files:
            self._add(file)

    def _add(self, file: InputFile) -> None:
        of_files = (each for each in self._retracted if each.of_file)
        noted = next((each for each in of_files if file.id == each.id or file.sha256 == each.sha256), None)
        if noted is None:
            self.files.append(file)
            return
        note = f"{noted}: nothing of it was loaded. {noted.remedy}; another file needs another `id`"
        self.notes.append(file.tree.problem((), note))
        for kind in model.KINDS:
            self._gone |= {Node(kind.label, id): noted for id in file.tree.ids(kind.plural)}

    def __contains__(self, node: object) -> bool:
        """Whether it is known that this went with a retraction."""
        return node in self._gone

    def why(self, node: Node) -> str:
        """What an id that is not there may have gone with, and how it comes back; '' where nothing was retracted."""
        if noted := self._gone.get(node):
            return f"{noted}; {noted.remedy}"
        if ids := [each.id for each in self._retracted]:
            remedy = "`explorer restore ID` and loading again bring it back"
            return f"it may have gone with what was retracted ({', '.join(ids)}): {remedy}"
        return ""
