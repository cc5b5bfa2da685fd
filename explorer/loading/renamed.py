"""Files under new ids: one that says word for word what a loaded file does takes its place.

Of one that was edited, too, it is asked what it is to be, and so of one that says largely what a retracted file did.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from explorer import model, names
from explorer.errors import Problem
from explorer.graph.base import Reader
from explorer.loading import orphans
from explorer.loading.bookkeeping import Bookkeeping
from explorer.loading.decisions import VERDICTS
from explorer.loading.diff import Difference, Existing, compare, present
from explorer.loading.extract import FileContent, content_of
from explorer.loading.file_identity import Allowed
from explorer.loading.identities import Identities
from explorer.loading.likeness import Version, is_alike, kinds_of, own, titles_of
from explorer.loading.node import Node
from explorer.loading.source_texts import SourceTexts
from explorer.reading import records
from explorer.reading.input_files import InputFile
from explorer.retractions import Noted

#: So many loaded files are compared with a new one: those that describe most of what it does.
_MOST_COMPARED = 3
#: Gives what is left of a content when the retractions of sources are heeded.
Heeding = Callable[[dict[str, FileContent]], dict[str, FileContent]]


@dataclass
class RenamedFiles:
    """What is found of files that are loaded together, given one after the other by `look`."""

    reader: Reader
    books: Bookkeeping
    identities: Identities
    texts: SourceTexts
    heeding: Heeding
    allowed: Allowed
    #: Ids of the files that are loaded together.
    files: list[str]
    #: The new ids of files that are given up, by their old ones, and all that the graph had from these, which goes.
    new_ids: dict[str, str] = field(default_factory=dict)
    given_up: list[Difference] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    questions: list[Problem] = field(default_factory=list)

    def look(self, difference: Difference) -> None:
        """Whether this file is a loaded or a retracted one under another id."""
        file, is_new = difference.file, difference.file.id not in self.books.files
        if is_new:
            self._look_at_retracted(difference)
        elif not (difference.added or difference.removed or difference.redescribed):
            return
        for old, existing in self._candidates(difference):
            measure = self._measure(difference, existing)
            if not measure:
                continue
            title, formerly = self.books.files[old]["title"], self._as(old, difference, existing)
            if self._is_the_same(formerly):
                self._give_up(difference, formerly, f"this, renamed, says word for word what the file '{old}' said")
            elif is_new and self.allowed.replace:
                self._give_up(difference, formerly, f"this takes the place of the file '{old}', {title}")
            elif is_new and self.allowed.keep_both:
                note = f"this stands beside the file '{old}', {title}: where the two disagree, '{old}' is followed"
                self.notes.append(file.tree.problem((), note))
            elif is_new:
                question = (
                    f"this says largely the same as the loaded file '{old}', {title} ({measure}), which is not given "
                    f"here: if it is that file under a new name, {_written(file, old)}, or load it with --replace; "
                    "if both are to stay, load it with --keep-both"
                )
                self.questions.append(file.tree.problem((), question))

    def _candidates(self, difference: Difference) -> list[tuple[str, Existing]]:
        """The loaded files, not given here, that describe most of what tells this one from others."""
        if not self.books.files.keys() - {*self.files, *self.new_ids}:
            return []
        described = {node for node in difference.descriptions if node.label == "Source"}
        if not described or difference.file.id not in self.books.files:  # a copy word for word has all sources
            described |= own(difference.descriptions)
        found = orphans.descriptions(self.reader, described, self.identities, [*self.files, *self.new_ids])
        counts = Counter(row["file"] for rows in found.values() for row in rows)
        ordered = sorted(counts, key=lambda file: (-counts[file], file))[:_MOST_COMPARED]
        return [(file, present(self.reader, file)) for file in ordered]

    def _measure(self, difference: Difference, existing: Existing) -> str:
        """How much the file has of what tells the loaded one from others, in words; '' where it is little."""
        there = own(existing.descriptions)
        remaining = Version(difference.descriptions).remaining(self.reader, there, same_sources=True)
        if not is_alike(remaining, there, difference.descriptions.keys()) or not self._shares_a_source(
            difference, existing
        ):
            return ""
        return f"{remaining} of its {len(there)} {kinds_of(there)}"

    def _shares_a_source(self, difference: Difference, existing: Existing) -> bool:
        """Whether any source of the loaded file is one here, by its id or its title; or there is none to share."""
        there = {node for node in existing.descriptions if node.label == "Source"}
        here = {node: each for node, each in difference.descriptions.items() if node.label == "Source"}
        if not there or here.keys() & there:
            return True
        called = {names.normalize(each.fields.get("title", "")) for each in here.values()}
        return any(names.normalize(title) in called for title in titles_of(self.reader, there).values())

    def _as(self, old: str, difference: Difference, existing: Existing) -> Difference:
        """The difference if the file had kept the old id."""
        file = replace(difference.file, id=old)
        return compare(file, self.heeding({old: content_of(file, self.texts.of)})[old], existing)

    def _is_the_same(self, formerly: Difference) -> bool:
        """Whether the file, had it kept the old id, would change nothing."""
        if formerly.added or formerly.removed or formerly.redescribed:
            return False
        file = formerly.file
        decided = {(each.verdict, each.ids, each.why) for each in self.books.decisions if each.file == file.id}
        return decided == {
            (verdict, tuple(each.ids), each.why or "")
            for verdict in VERDICTS
            for each in getattr(file.dossier, verdict)
        }

    def _give_up(self, difference: Difference, formerly: Difference, message: str) -> None:
        """Let the file take the place of what it was formerly, of which all goes."""
        old = formerly.file.id
        self.new_ids[old] = difference.file.id
        self.notes.append(difference.file.tree.problem((), f"{message}, and '{old}' is given up"))
        if difference.file.id not in self.books.files:
            difference.formerly.append(formerly)
        empty = replace(formerly.file, dossier=records.dossier({"title": old}), texts={})
        self.given_up.append(compare(empty, FileContent(), formerly.present))

    def _look_at_retracted(self, difference: Difference) -> None:
        if self.allowed.keep_both:
            return
        for noted in self.books.retracted:
            if noted.of_file and _is_like(difference, noted):
                file, id = difference.file, noted.id
                question = (
                    f"this says largely the same as a retracted file: {noted}. If it is that file, "
                    f"{_written(file, id)} and it stays away, or say `explorer restore {id}` and it comes back; "
                    "if it is another, load it with --keep-both"
                )
                self.questions.append(file.tree.problem((), question))


def _is_like(difference: Difference, noted: Noted) -> bool:
    """Whether the file has most of what told the retracted one from others, or its title where that was not noted."""
    if not noted.described:
        return names.normalize(difference.file.dossier.title) == names.normalize(noted.title)
    before = {Node(*each.split(" ", 1)) for each in noted.described}
    return is_alike(len(before & difference.descriptions.keys()), before, difference.descriptions.keys())


def _written(file: InputFile, id: str) -> str:
    return f"write `{id}` under `id` in dossier.csv" if file.is_folder else f"write `id: {id}` at its top"


def sources(ids: Iterable[str]) -> set[Node]:
    """The Sources that stand for files."""
    return {Node(model.kind_of("source").label, id) for id in ids}
