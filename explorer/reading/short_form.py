"""Writes out in full what a dossier says in short: ids left out, `source` of a block, records inside a record.

It works on plain data, before they are checked: what is not as it must be is left for the check to find.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from explorer import model
from explorer.reading import made_ids
from explorer.reading.located import Location, Tree
from explorer.reading.references import Wanted


def write_out(tree: Tree) -> set[Wanted]:
    """Change the tree to the long form. Returns the ids that were made, each with its kind."""
    writer = _Writer(tree)
    # In the order of KINDS what stands inside a record is moved to its own section before that is looked at.
    for kind in model.KINDS:
        for number, record in enumerate(writer.records(kind)):
            if isinstance(record, dict):
                writer.write_out(kind, record, (kind.plural, number))
    return writer.made


class _Writer:
    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self.made: set[Wanted] = set()
        self._source = self._taken_source(tree.data, ())

    def records(self, kind: model.Kind) -> list[Any]:
        """The records of the kind, as far as they are a list."""
        records = self._tree.data.get(kind.plural)
        return records if isinstance(records, list) else []

    def write_out(self, kind: model.Kind, record: dict[str, Any], location: Location) -> None:
        """Give the record its id, its reports their source, and what stands inside it a place of its own."""
        if "id" not in record and (id := made_ids.made_of(kind, record)):
            record["id"] = id
            self.made.add((kind.name, id))
        if kind.name == "source":
            inherited = {"source": record.get("id")}
            inside = [(each, inherited) for each in model.KINDS if each.reported]
        else:
            self._give_source(kind, record, location)
            inherited = {"date": record.get("date"), "source": _only_source(record)}
            inside = [(each, {**inherited, by: record.get("id")}) for each, by in _inside(kind)]
        for other, values in inside:
            if other.plural in record:
                self._move(other, record, location, {name: value for name, value in values.items() if value})

    def _give_source(self, kind: model.Kind, record: dict[str, Any], location: Location) -> None:
        """Give the source of the record, else that of the dossier, to the reports in it that name none.

        A record that names its source and has no report is reported by that source.
        """
        if not kind.reported and not any(_with_reports(kind, record)):
            return  # a source that holds for nothing is an unknown field
        own = self._taken_source(record, location)
        if own and kind.reported and not record.get("reports"):
            record["reports"] = [{"source": own}]
        if source := own or self._source:
            for holder in _with_reports(kind, record):
                reports = holder["reports"] if isinstance(holder["reports"], list) else [holder["reports"]]
                holder["reports"] = [_with_source(report, source) for report in reports]

    def _taken_source(self, block: dict[str, Any], location: Location) -> str | None:
        if "source" not in block:
            return None
        if isinstance(source := block.pop("source"), str):
            return source
        fault = self._tree.problem((*location, "source"), "`source` of a block takes one id or title")
        self._tree.problems.add(fault)
        return None

    def _move(self, kind: model.Kind, record: dict[str, Any], location: Location, inherited: dict[str, Any]) -> None:
        """Move what stands inside the record to the section of its kind; what it does not give itself it inherits."""
        section = self._tree.data.get(kind.plural) or []
        if not isinstance(section, list):
            return
        self._tree.data[kind.plural] = section
        inside, at = record.pop(kind.plural), (*location, kind.plural)
        for number, entry in enumerate(inside if isinstance(inside, list) else [inside] if inside else []):
            self._move_lines(entry, (*at, number) if isinstance(inside, list) else at, (kind.plural, len(section)))
            section.append({**inherited, **entry} if isinstance(entry, dict) else entry)

    def _move_lines(self, value: Any, old: Location, new: Location) -> None:
        if where := self._tree.lines.get(old):
            self._tree.lines[new] = where
        inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        for name, each in inner:
            self._move_lines(each, (*old, name), (*new, name))


def fields_of(section: str) -> list[str]:
    """The fields that a record of the section may have in the short form only; of the dossier itself with ''."""
    if not section:
        return ["source"]
    kind = model.kind_of(section)
    if kind.name == "source":
        return [each.plural for each in model.KINDS if each.reported]
    return [*(["source"] if kind.reported else []), *(other.plural for other, _ in _inside(kind))]


def _inside(kind: model.Kind) -> Iterator[tuple[model.Kind, str]]:
    """The kinds whose records may stand inside one of this kind, each with the reference that then follows."""
    for other in model.KINDS:
        for reference in other.references:
            if reference.inside and reference.kind == kind.name:
                yield other, reference.name


def _with_reports(kind: model.Kind, record: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The record, and the entries in it, that have reports."""
    holders: list[Any] = [record] if kind.reported else []
    for reference in kind.references:
        if reference.parts:
            entries = record.get(reference.name)
            holders += entries if isinstance(entries, list) else [entries]
    yield from (holder for holder in holders if isinstance(holder, dict) and holder.get("reports"))


def _with_source(report: Any, source: str) -> Any:
    if isinstance(report, str):
        return {"quote": report, "source": source}
    return {**report, "source": source} if isinstance(report, dict) and not report.get("source") else report


def _only_source(record: dict[str, Any]) -> str | None:
    """The source of all reports of a record, if it is just one."""
    given = record.get("reports") or []
    reports = given if isinstance(given, list) else [given]
    sources = [each.get("source") if isinstance(each, dict) else None for each in reports]
    return sources[0] if sources and all(source == sources[0] for source in sources) else None
