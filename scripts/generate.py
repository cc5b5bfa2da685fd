"""Writes what only repeats the model: statements under cypher/, one by kind or relationship, and docs/model.md.

Run by `make generate`. The texts are in templates/ beside this file, with %names% of what goes in; a line with names
that stand for each kind is repeated for each. What no kind has any more is deleted.
"""

from __future__ import annotations

import re
import sys
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from explorer import model, model_rules  # noqa: E402
from explorer.model import Kind, Reference, Relationship  # noqa: E402
from scripts import model_page  # noqa: E402

#: Says in a statement that it is generated.
MARK = "// Made of explorer/model.py by `make generate`."
#: Kinds that are suggested to somebody typing in a way of their own.
SUGGESTED_BY_HAND = {"actor", "source"}
#: Statements that are written by hand but for the labels in them: those of kinds that are drawn, or of all kinds.
WITH_DRAWN = ("around", "around-actor", "around-claim", "around-meeting", "dated", "links", "nodes", "participants",
              "reports")  # fmt: skip
WITH_ALL = ("load/called", "lookup/find", "neo4j-browser/drawing")
#: The labels of several kinds, before the id by which a node is sought.
LABELS = re.compile(r"(?<=:)[A-Z]\w*(?:\|[A-Z]\w*)+(?= \{id:)")
#: Kinds in the order in which they are counted: what a graph is about comes first.
COUNTED = sorted(model.KINDS, key=lambda kind: not kind.drawn)
#: A relationship from a to b as it was said: its type, its ends, and all that it carries.
AS_SAID = (
    "coalesce(r.of_type, type(r)) AS type", "[label IN labels(a) WHERE label IN $labels][0] AS label",
    "coalesce(r.said_start, a.id) AS id",
    "[label IN labels(CASE WHEN r.of_type IS NULL THEN b ELSE a END) WHERE label IN $labels][0] AS end_label",
    "coalesce(r.said_end, b.id) AS end_id", "coalesce(r.said_source, r.source) AS source", "r.file AS file",
    "r.key AS key", "coalesce(r.said_place, r.place) AS place",
    *(f"r.{name} AS {name}" for name in model.said_properties()),
)  # fmt: skip
#: A generated file by its path below the root.
Files = dict[str, str]


def main() -> None:
    """Write all files, and say which have changed. Ends with what is wrong with the model, if anything is."""
    if faults := model_rules.faults():
        sys.exit("\n".join(faults))
    files = {f"cypher/{name}.cypher": marked(text) for name, text in statements()}
    files |= {f"cypher/{name}.cypher": text for name, text in with_labels()} | {"docs/model.md": model_page.text()}
    for path in stale(files):
        path.unlink()
        print(f"deleted {path.relative_to(ROOT)}")
    for name, text in files.items():
        path = ROOT / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            print(f"written {name}")


def marked(text: str) -> str:
    """A statement that says below its head that it is generated."""
    lines = text.splitlines()
    head = next(number for number, line in enumerate(lines) if not line.startswith("//"))
    return "\n".join([*lines[:head], MARK, *lines[head:]]) + "\n"


def stale(files: Files) -> list[Path]:
    """Statements that were made of what the model does not have any more."""
    there = [path for path in (ROOT / "cypher").rglob("*.cypher") if MARK in path.read_text(encoding="utf-8")]
    return sorted(path for path in there if path.relative_to(ROOT).as_posix() not in files)


def statements() -> Iterator[tuple[str, str]]:
    """Name and text of every generated statement."""
    for kind in model.KINDS:
        yield from of_kind(kind)
    for relationship in model.RELATIONSHIPS:
        for start, end in relationship.ends:
            yield from of_relationship(relationship, start, end)
    yield from of_all_kinds()


def of_kind(kind: Kind) -> Iterator[tuple[str, str]]:
    """The statements that each kind has of its own."""
    values = {"kind": kind.name, "label": kind.label, "plural": kind.plural, "title": kind.title}
    yield f"schema/{kind.name}-id", filled("schema/id", values)
    if kind.searched:
        yield f"schema/{kind.name}-search", filled("schema/search", values)
    if kind.reported:
        yield f"schema/{kind.name}-date", filled("schema/date", values)
    yield f"load/nodes/{kind.name}", filled("load/nodes", values)
    for word, further in kind.further_labels.items():
        others = ":".join(label for label in kind.further_labels.values() if label != further)
        yield f"load/kinds/{kind.name}-{word}", filled("load/kinds", {**values, "further": further, "others": others})
    yield f"export/ids/{kind.name}", filled("export/ids", values)
    columns = ["id", "labels(n) AS labels", *(f"n.{name} AS {name}" for name in kind.properties)]
    yield f"export/nodes/{kind.name}", filled("export/nodes", {**values, "return": returned(columns)})
    if kind.named:
        yield f"export/finish/{kind.name}-aliases", filled("export/aliases", values)
    if kind.name not in SUGGESTED_BY_HAND:
        form = "named" if kind.named else "searched"
        plural = {"plural_title": kind.plural.capitalize()}
        yield f"lookup/suggest-{kind.plural}", filled(f"lookup/suggest-{form}", {**values, **plural})
    page = ROOT / "cypher" / "pages" / f"{kind.name}.cypher"
    if not page.exists() or MARK in page.read_text(encoding="utf-8"):
        yield f"pages/{kind.name}", page_of(kind, values)


def page_of(kind: Kind, values: dict[str, str]) -> str:
    """A page's statement: the kind's own fields, and what it refers to under a heading."""
    shown = [reference for reference in kind.references if reference.heading]
    own = [f"n.{name} AS {name}" for name in kind.properties if name not in ("search", "month", "position", "form")]
    blocks = [reference_of(reference) for reference in shown]
    columns = ["n.id AS id", *own, *(f"{reference.name}_list AS {reference.name}" for reference in shown)]
    joint = [reference.name for reference in shown if reference.joint]
    columns += [f"{name}_together > 0 AS {name}_{model.JOINTLY}" for name in joint]
    text = filled("pages/entity", {**values, "references": "\n".join(blocks), "return": returned(columns)})
    return text.replace("\n\n", "\n")


def reference_of(reference: Reference) -> str:
    """The part of a page's statement that collects what one reference names."""
    end = model.kind_of(reference.kind)
    fixed = " AND ".join(f"r.{name} = '{value}'" for name, value in reference.fixed)
    values = {
        "type": reference.relationship,
        "end": end.label,
        "title": end.title,
        "name": reference.name,
        "fixed": f"\n  WHERE {fixed}" if fixed else "",
        "more": ", .kind" if end.further_labels else "",
        "jointly": f", count(r.{model.JOINTLY}) AS {reference.name}_together" if reference.joint else "",
    }
    return filled("pages/reference", values).rstrip()


def of_relationship(relationship: Relationship, start: str, end: str) -> Iterator[tuple[str, str]]:
    """The statements that each relationship has for each pair of ends."""
    about = f"{relationship.about[0].upper()}{relationship.about[1:]}"
    ends = {"start": model.label_of(start), "end": model.label_of(end)}
    columns = ["id AS start_id", "b.id AS end_id", *(f"r.{name} AS {name}" for name in relationship.carried)]
    values = {"about": about, "type": relationship.type, "return": returned(columns), **ends}
    name = f"relations/{start}-{relationship.type.replace('_', '-').lower()}-{end}"
    yield f"load/{name}", filled("load/relations", values)
    yield f"export/{name}", filled("export/relations", values)


def of_all_kinds() -> Iterator[tuple[str, str]]:
    """The statements in which all kinds stand."""
    reported = [kind.label for kind in model.KINDS if kind.reported]
    values = {"labels": "|".join(model.labels()), "reported": "|".join(reported), "said": returned(AS_SAID)}
    for name in ("load/descriptions", "load/remaining-statements", "load/removed", "load/orphaned", "load/said-of",
                 "load/said-by", "load/said-at", "load/wholes", "load/removed-names",
                 "retract/around", "retract/reports"):  # fmt: skip
        yield name, filled(name, values)
    told = [f"r.{name} AS {name}" for name in dict.fromkeys(field.name for kind in model.KINDS for field in kind.told)]
    columns = ["DISTINCT row.label AS label", "row.id AS id", *told]
    yield "load/told", filled("load/told", {**values, "return": returned(columns)})
    titles = [{"label": kind.label, "title": kind.title} for kind in model.KINDS]
    yield "retract/titles", filled("retract/titles", values, titles)
    yield "retract/kept", filled("retract/kept", values, kept())
    counted = sorted((kind for kind in model.KINDS if kind.name != "source"), key=COUNTED.index)
    rows = [{"label": kind.label, "plural": kind.plural} for kind in counted]
    values["plurals"] = ", ".join(kind.plural for kind in COUNTED)
    yield "status/counts", filled("status/counts", values, rows)
    branches = "  UNION ALL\n".join(quotes_of_types())
    yield "pages/quotes-in-text", filled("pages/quotes-in-text", {"branches": branches.rstrip()})


def quotes_of_types() -> Iterator[str]:
    """The part of pages/quotes-in-text for each pair of ends of what may be quoted: a quote supports the start."""
    for relationship in model.RELATIONSHIPS:
        for start, end in relationship.ends if relationship.quoted else ():
            kind, by_source = model.kind_of(start), end == "source"
            values = {
                "type": relationship.type,
                "said": "" if by_source else " {source: $id}",
                "start": kind.label,
                "end": ":Source {id: $id}" if by_source else f":{model.label_of(end)}",
                "kind": kind.name,
                "title": kind.title,
            }
            yield filled("pages/quotes-of-type", values)


def with_labels() -> Iterator[tuple[str, str]]:
    """Statements that are written by hand, with the labels that the model has."""
    drawn = [kind.label for kind in model.KINDS if kind.drawn]
    for names, labels in ((tuple(f"pictures/{name}" for name in WITH_DRAWN), drawn), (WITH_ALL, model.labels())):
        for name in names:
            text = (ROOT / "cypher" / f"{name}.cypher").read_text(encoding="utf-8")
            yield name, LABELS.sub("|".join(labels), text)


def kept() -> list[dict[str, str]]:
    """Each field that some kind must have, or whose text is stored, and the main labels of those kinds."""
    needed = {
        kind: (*kind.required, *(field.name for field in kind.fields if field.type == "file")) for kind in model.KINDS
    }
    names = dict.fromkeys(name for fields in needed.values() for name in fields)
    return [
        {"field": name, "having": ", ".join(f"'{kind.label}'" for kind, fields in needed.items() if name in fields)}
        for name in names
    ]


def returned(columns: Sequence[str]) -> str:
    """The columns after RETURN, on lines of at most 120 characters."""
    text = "RETURN " + ", ".join(column.replace(" ", "\0") for column in columns)
    lines = textwrap.wrap(text, 120, subsequent_indent=" " * 7, break_long_words=False, break_on_hyphens=False)
    return "\n".join(lines).replace("\0", " ")


def filled(template: str, values: dict[str, str], rows: Sequence[dict[str, str]] = ()) -> str:
    """A template with its values; each line that has names of the rows is there once for each row."""
    text = (Path(__file__).parent / "templates" / f"{template}.cypher").read_text(encoding="utf-8")
    lines: list[str] = []
    for line in text.splitlines():
        repeated = bool(rows) and any(f"%{name}%" in line for name in rows[0])
        for row in rows if repeated else [{}]:
            lines.append(line)
            for name, value in {**values, **row}.items():
                lines[-1] = lines[-1].replace(f"%{name}%", value)
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
