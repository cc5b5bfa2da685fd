"""The CSV files that a folder may hold, with their columns: made of the kinds in explorer/model.py.

Each kind has a file of its records, each reference with parts a file of its entries, reports have one for all, and
decisions one for what is the same and one for what is different.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from explorer import model
from explorer.reading import decision_forms
from explorer.reading.records import Decision, EntryReport, Report


@dataclass(frozen=True)
class Sheet:
    """One file: `columns` has the field of the record or entry by the name of the column.

    Its rows are records of the `section`; or entries of the field `part` of records of one of the `sections`, which the
    column `owner` names. Such a row may have the columns of a report too.
    """

    name: str
    sections: tuple[str, ...]
    columns: dict[str, str]
    part: str = ""
    owner: str = ""
    report: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    lists: frozenset[str] = frozenset()
    #: Values that all records of this file have.
    fixed: dict[str, str] = field(default_factory=dict)

    @property
    def all_columns(self) -> list[str]:
        """Every column that the file may have, in the order in which they are named."""
        return [*([self.owner] if self.owner else []), *self.columns, *self.report]


def _records(kind: model.Kind) -> Sheet:
    references = [reference for reference in kind.references if not reference.parts]
    columns = ["id", *(own.name for own in kind.fields), *(reference.name for reference in references)]
    columns += ["source"] if kind.reported else []  # that of its reports
    lists = {own.name for own in kind.fields if own.type == "texts"}
    lists |= {reference.name for reference in references if reference.many}
    return Sheet(kind.plural, (kind.plural,), {name: name for name in columns}, lists=frozenset(lists))


def _organizations() -> Sheet:
    """Actors that are organizations, which people often keep in a file of their own."""
    actors = _records(model.kind_of("actor"))
    columns = {name: name for name in actors.columns if name != "kind"}
    return Sheet("organizations", actors.sections, columns, lists=actors.lists, fixed={"kind": "organization"})


def _entries(kind: model.Kind, reference: model.Reference) -> Sheet:
    end = reference.column or reference.kind
    columns = {end: reference.kind, **{part.name: part.name for part in reference.parts}}
    report, required = tuple(EntryReport.model_fields), (kind.name, end)
    return Sheet(reference.name, (kind.plural,), columns, reference.name, kind.name, report, required)


def _reports() -> Sheet:
    sections = tuple(kind.plural for kind in model.KINDS if kind.reported)
    told = dict.fromkeys(own.name for kind in model.KINDS for own in kind.told)
    columns = {name: name for name in (*Report.model_fields, *told)}
    return Sheet("reports", sections, columns, "reports", "record", required=("record",))


def _decisions(section: str) -> Sheet:
    columns = {name: name for name in Decision.model_fields}
    return Sheet(section, (section,), columns, required=("ids",), lists=frozenset({"ids"}))


#: What stands at the top of a dossier: its one row is of the folder as a whole.
FOLDER = Sheet("dossier", (), {"id": "id", "title": "title"})


def _sheets() -> list[Sheet]:
    sheets: list[Sheet] = [FOLDER]
    for kind in model.KINDS:
        sheets.append(_records(kind))
        if kind.name == "actor":
            sheets.append(_organizations())
    for kind in model.KINDS:
        sheets += [_entries(kind, reference) for reference in kind.references if reference.parts]
    return [*sheets, _reports(), *map(_decisions, decision_forms.SECTIONS)]


#: By name, without `.csv`; those of records come before those of what belongs to them.
SHEETS = {sheet.name: sheet for sheet in _sheets()}
