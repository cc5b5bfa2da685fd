"""Names and titles that stand where an id goes: files come in, the same files with ids in place of the names go out.

A text that is an id of the kind, in these files or in the graph, is that id. Any other is looked up among the whole
names, aliases and titles: those of its own file first, then those of the other files and of the graph.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from explorer import dates, model, names
from explorer.errors import MOST_OF_A_KIND, Problems
from explorer.graph.base import Reader, batches
from explorer.loading.cross_checks import unread_sections
from explorer.loading.decisions import Decision
from explorer.loading.identities import Identities
from explorer.loading.node import Node
from explorer.loading.rows import Row
from explorer.nearest import nearest
from explorer.reading import records
from explorer.reading.input_files import InputFile
from explorer.reading.records import Record
from explorer.reading.references import References, Wanted
from explorer.reading.value_types import is_id
from explorer.statements import statement

#: Entities that one message lists.
_MOST_LISTED = 5
_BEGINNING_CHARACTERS = 3
#: What people write between names in one text.
_BETWEEN_NAMES = re.compile(r"\s*[;,&]\s*(?:and\s+)?|\s+and\s+")


class Candidate(NamedTuple):
    """An entity that a text can mean, and what tells it apart from its namesakes."""

    id: str
    name: str
    hint: str


def with_ids(reader: Reader, files: list[InputFile], stored: list[Decision]) -> tuple[list[InputFile], Problems]:
    """The files with ids in place of names, and a fault for each name that no entity has, or several have.

    `stored` are the decisions that the graph has.
    """
    found: list[InputFile] = []
    problems = Problems()
    for read, ids, wider in _Resolver(reader, files, stored).ids_of_files():
        file = replace(read, wider=wider)
        if not ids:
            found.append(file)
            continue
        checked, tree, faults = records.validate(replace(file.tree, problems=Problems()), References(ids=ids))
        problems += faults
        if checked:
            found.append(replace(file, dossier=checked, tree=tree))
    return found, problems


class _File:
    """The ids and names that one file gives."""

    def __init__(self, file: InputFile) -> None:
        self.file = file
        self.ids = {(kind.name, id) for kind in model.KINDS for id in file.tree.ids(kind.plural)}

    @cached_property
    def wider(self) -> set[Wanted]:
        """The names of wider entities, such as countries."""
        return {
            (kind.name, name)
            for kind in model.KINDS
            for field in kind.fields
            if field.wider
            for record in getattr(self.file.dossier, kind.plural)
            if (name := vars(record)[field.name])
        }

    @cached_property
    def called(self) -> dict[Wanted, dict[str, Candidate]]:
        """By kind and normalized name, what the file calls so, by id."""
        called: dict[Wanted, dict[str, Candidate]] = defaultdict(dict)
        for kind in model.KINDS:
            for record in getattr(self.file.dossier, kind.plural):
                candidate = _of_record(kind, record)
                for name in [candidate.name, *vars(record).get("aliases", [])]:
                    called[kind.name, names.normalize(name)][record.id] = candidate
        return called


class _Resolver:
    """Finds what the texts in references mean."""

    def __init__(self, reader: Reader, files: Sequence[InputFile], stored: Sequence[Decision]) -> None:
        self._reader = reader
        self._stored = stored
        self._files = [_File(file) for file in files]
        self._loaded = [file.id for file in files]
        self._unread = unread_sections(files)
        every_id = {each for file in self._files for each in file.ids}
        # Of what is decided to be the same only one id has a node.
        every_id |= {(decision.kind, id) for decision in stored for id in decision.ids}
        self._open = {each for file in files for each in file.asked} - every_id
        asked = {(kind, text) for of, text in self._open for kind in ([of] if of else model.names())}
        self._in_graph = self._find_in_graph(asked.union(*(file.wider for file in self._files)))
        self._without_name = 0

    def ids_of_files(self) -> Iterator[tuple[InputFile, dict[Wanted, str | ValueError], dict[Wanted, str]]]:
        """Each file, with the ids of the names that it uses, or what is wrong with them, and of its wider entities."""
        for file in self._files:
            ids: dict[Wanted, str | ValueError] = {}
            for wanted in filter(self._open.__contains__, file.file.asked):
                found = self._id_of(wanted, file)
                if found != wanted[1]:
                    ids[wanted] = found
            called = {wanted: sorted(self._called(wanted, file)) for wanted in file.wider}
            yield file.file, ids, {wanted: found[0] for wanted, found in called.items() if found}

    def _id_of(self, wanted: Wanted, file: _File) -> str | ValueError:
        kind, text = wanted
        if not kind:
            return ValueError(self._only_ids(text, file))
        if self._in_graph.get(wanted, {}).get(text):
            return text
        found = self._called(wanted, file)
        if len(found) == 1:
            return next(iter(found))
        if len(entities := {self._identities.kept(Node(model.kind_of(kind).label, id)).id for id in found}) == 1:
            return entities.pop()
        if found:
            return ValueError(_several(kind, text, list(found.values())))
        # What may be an id is judged with all other ids; what may stand in a sheet that was not read is not judged.
        if is_id(text) or model.kind_of(kind).plural in self._unread:
            return text
        return ValueError(self._none(kind, text, file))

    def _only_ids(self, text: str, file: _File) -> str:
        """The message that a name stands where only ids go: of what is decided to be the same, all have every name."""
        called = [each for kind in model.names() for each in self._called((kind, text), file).values()]
        remedy = f"write the id, {_listed(called)}" if called else "use small letters, digits and hyphens"
        return f"'{text}' is no id, and no name can stand for one here: {remedy}"

    @cached_property
    def _identities(self) -> Identities:
        """Which ids are decided to be one entity, by these files or by others."""
        others = [decision for decision in self._stored if decision.file not in self._loaded]
        of_files = [
            Decision(each.file.id, "same", kind.name, tuple(record.ids))
            for each in self._files
            for record in each.file.dossier.same
            for kind in model.KINDS
            if record.kind in (None, kind.name)
        ]
        return Identities([*others, *of_files])

    def _called(self, wanted: Wanted, file: _File) -> dict[str, Candidate]:
        name = (wanted[0], names.normalize(wanted[1]))
        if not name[1]:
            return {}
        if own := file.called.get(name):
            return own
        found = dict(self._in_graph.get(wanted, {}))
        for other in self._files:
            found |= other.called.get(name, {})
        return found

    def _find_in_graph(self, asked: Iterable[Wanted]) -> dict[Wanted, dict[str, Candidate]]:
        """What files other than these call so, by id: of the kinds that are named by name, of others by title."""
        wanted = sorted(asked)
        found: dict[Wanted, dict[str, Candidate]] = defaultdict(dict)
        for batch in batches([_asked(key, *each) for key, each in enumerate(wanted)]):
            for row in self._reader.read(statement("load/called"), {"asked": batch, "files": self._loaded}).rows:
                found[wanted[row["key"]]][row["id"]] = _of_row(row)
        titled: dict[str, dict[str, Wanted]] = defaultdict(dict)
        for each in wanted:
            if each not in found and not model.kind_of(each[0]).named and (title := names.normalize(each[1])):
                titled[each[0]][title] = each
        for kind, titles in titled.items():
            for row in self._titled(kind, list(titles)):
                if each_wanted := titles.get(names.normalize(row["name"])):
                    found[each_wanted][row["id"]] = _of_row(row)
        return found

    def _titled(self, kind: str, beginnings: list[str]) -> list[Row]:
        """What other files describe of the kind whose normalized title begins so."""
        label, title = model.kind_of(kind).label, model.kind_of(kind).title
        given = {"label": label, "title": title, "beginnings": beginnings, "files": self._loaded}
        return self._reader.read(statement("load/titled"), given).rows

    def _several_names(self, kind: str, text: str, file: _File) -> str | None:
        """The message that a text is several known names; None where it is not."""
        parts = _parts(text)
        self._in_graph |= self._find_in_graph({(kind, part) for part in parts} - self._in_graph.keys())
        if not parts or not all(self._is_known((kind, part), file) for part in parts):
            return None
        plural = model.kind_of(kind).plural
        if not any(each.many and each.kind == kind for own in model.KINDS for each in own.references):
            return f"'{text}' is the names of several {plural}: write one of them, `{'` or `'.join(parts)}`"
        if file.file.is_folder:
            remedy = f"give each a row of its own, or write `{'; '.join(parts)}` where a cell takes a list"
            return f"'{text}' is several names: {remedy}"
        return f"'{text}' is several names: write `[{', '.join(parts)}]`"

    def _is_known(self, wanted: Wanted, file: _File) -> bool:
        return any(wanted in each.ids for each in self._files) or bool(self._called(wanted, file))

    def _none(self, kind: str, text: str, file: _File) -> str:
        """The message that nothing is called so, with the nearest name or what to do."""
        message = f"no {kind} of these files or the graph is called '{text}'"
        self._without_name += 1
        if self._without_name > MOST_OF_A_KIND:  # so many are shown, and to look for the nearest takes time
            return f"{message}: write the whole name"
        if several := self._several_names(kind, text, file):
            return several
        known: dict[str, set[str]] = defaultdict(set)
        for each in self._near(kind, text):
            known[each.name].add(each.id)
        if near := nearest(text, list(known)):
            return f"{message}: did you mean `{near}` (id {' or '.join(sorted(known[near])[:_MOST_LISTED])})?"
        return f"{message}: write the whole name or an alias, or add it under `{model.kind_of(kind).plural}:`"

    def _near(self, kind: str, text: str) -> Iterator[Candidate]:
        for file in self._files:
            yield from (each for (of, _), found in file.called.items() if of == kind for each in found.values())
        beginnings = [word[:_BEGINNING_CHARACTERS] for word in names.words(text)]
        if model.kind_of(kind).named:
            given = {"label": model.kind_of(kind).label, "beginnings": beginnings}
            yield from map(_of_row, self._reader.read(statement("load/nearly-called"), given).rows)
        elif beginnings:
            yield from map(_of_row, self._titled(kind, beginnings[:1]))


def _parts(text: str) -> list[str]:
    """The names that may stand in a text; none where it is one."""
    parts = [part for part in _BETWEEN_NAMES.split(text.strip()) if part]
    return parts if len(parts) > 1 else []


def _asked(key: int, kind: str, text: str) -> Row:
    own = model.kind_of(kind)
    return {"key": key, "label": own.label, "title": own.title, "id": text, "name": names.normalize(text)}


def _of_record(kind: model.Kind, record: Record) -> Candidate:
    values = vars(record)
    hints = [values.get(name) for name in ("kind", "country", "description")]
    dated = dates.show(values.get("date") or values.get("published"))
    return Candidate(record.id, values[kind.title] or record.id, _joined(*hints, dated))


def _of_row(row: Row) -> Candidate:
    hints = [row["kind"], row["country"], row["description"], dates.show(row["date"])]
    return Candidate(row["id"], row["name"] or row["id"], _joined(*hints))


def _joined(*hints: str | None) -> str:
    return ", ".join(hint for hint in hints if hint)


def _several(kind: str, text: str, found: list[Candidate]) -> str:
    """The message that several entities are called so, with what tells them apart."""
    return f"'{text}' names several {model.kind_of(kind).plural}: write the id of one, {_listed(found)}"


def _listed(found: list[Candidate]) -> str:
    """The first ids of these, and what tells them apart."""
    listed = [f"`{each.id}` ({each.hint})" if each.hint else f"`{each.id}`" for each in sorted(found)]
    more = f" and {len(listed) - _MOST_LISTED} more" if len(listed) > _MOST_LISTED else ""
    return f"{' or '.join(listed[:_MOST_LISTED])}{more}"
