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

from explorer import model  # noqa: E402
from explorer.model import Kind, Relationship  # noqa: E402
from scripts import model_page  # noqa: E402

#: Files of these folders are generated, but for those that stand for no kind and those of single files and versions.
FOLDERS = ("export/finish", "export/ids", "export/nodes", "export/relations", "load/kinds", "load/nodes",
           "load/relations", "schema")  # fmt: skip
BY_HAND = {"dataset", "dataset-id", "dossier", "name", "name-id", "wait"}
#: Kinds that are suggested to somebody typing in a way of their own.
SUGGESTED_BY_HAND = {"actor", "source"}
#: How the statement of a page begins where nobody has written a better one by hand.
GENERATED_PAGE = "// The fields of one {}, made of the model."
#: The labels of several kinds, before the id by which a node is sought.
LIST = re.compile(r"(?<=:)[A-Z]\w*(?:\|[A-Z]\w*){2,}(?= \{id:)")
#: A generated file by its path below the root.
Files = dict[str, str]


def main() -> None:
    """Write all files, and say which have changed."""
    files = {f"cypher/{name}.cypher": text for name, text in statements()} | {"docs/model.md": model_page.text()}
    for path in stale(files):
        path.unlink()
        print(f"deleted {path.relative_to(ROOT)}")
    for name, text in files.items():
        path = ROOT / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            print(f"written {name}")


def stale(files: Files) -> list[Path]:
    """Files in the generated folders that were made of what the model does not have any more."""
    there = [path for folder in FOLDERS for path in (ROOT / "cypher" / folder).glob("*.cypher")]
    return [path for path in there if path.stem not in BY_HAND and path.relative_to(ROOT).as_posix() not in files]


def statements() -> Iterator[tuple[str, str]]:
    """Name and text of every generated statement."""
    for kind in model.KINDS:
        yield from of_kind(kind)
    for relationship in model.RELATIONSHIPS:
        for start, end in relationship.ends:
            yield from of_relationship(relationship, start, end)
    yield from of_all_kinds()
    yield from with_lists()


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
    if not page.exists() or page.read_text(encoding="utf-8").startswith(GENERATED_PAGE.format(kind.name)):
        yield f"pages/{kind.name}", page_of(kind, values)


def page_of(kind: Kind, values: dict[str, str]) -> str:
    """A page's statement: the kind's own fields, and what it refers to under a heading."""
    shown = [reference for reference in kind.references if reference.heading]
    own = [f"n.{name} AS {name}" for name in kind.properties if name not in ("search", "month")]
    blocks = []
    for reference in shown:
        end = model.kind_of(reference.kind)
        referred = {"type": reference.relationship, "end": end.label, "title": end.title, "name": reference.name}
        blocks.append(filled("pages/reference", referred).rstrip())
    columns = ["n.id AS id", *own, *(reference.name for reference in shown)]
    text = filled("pages/entity", {**values, "references": "\n".join(blocks), "return": returned(columns)})
    return text.replace("\n\n", "\n")


def of_relationship(relationship: Relationship, start: str, end: str) -> Iterator[tuple[str, str]]:
    """The statements that each relationship has for each pair of ends."""
    about = f"{relationship.about[0].upper()}{relationship.about[1:]}"
    ends = {"start": start.capitalize(), "end": end.capitalize()}
    columns = ["id AS start_id", "b.id AS end_id", *(f"r.{name} AS {name}" for name in relationship.carried)]
    values = {"about": about, "type": relationship.type, "return": returned(columns), **ends}
    name = f"relations/{start}-{relationship.type.replace('_', '-').lower()}-{end}"
    yield f"load/{name}", filled("load/relations", values)
    yield f"export/{name}", filled("export/relations", values)


def of_all_kinds() -> Iterator[tuple[str, str]]:
    """The statements in which all kinds stand."""
    reported = [kind.label for kind in model.KINDS if kind.reported]
    values = {"labels": "|".join(model.labels()), "reported": "|".join(reported)}
    for name in ("load/descriptions", "load/remaining-statements", "load/removed", "load/orphaned", "retract/around",
                 "retract/reports"):  # fmt: skip
        yield name, filled(name, values)
    titles = [{"label": kind.label, "title": kind.title} for kind in model.KINDS]
    yield "retract/titles", filled("retract/titles", values, titles)
    yield "retract/kept", filled("retract/kept", values, kept())
    # What a graph is about comes first: the kinds that are drawn.
    counted = sorted((kind for kind in model.KINDS if kind.name != "source"), key=COUNTED.index)
    rows = [{"label": kind.label, "plural": kind.plural} for kind in counted]
    values["plurals"] = ", ".join(kind.plural for kind in COUNTED)
    yield "status/counts", filled("status/counts", values, rows)


def with_lists() -> Iterator[tuple[str, str]]:
    """Statements that are written by hand but for the list of labels in them: of all kinds, or of those in pictures."""
    drawn = [kind.label for kind in model.KINDS if kind.drawn]
    for folder, labels in (("pictures", drawn), ("neo4j-browser", model.labels()), ("lookup", model.labels())):
        for path in sorted((ROOT / "cypher" / folder).glob("*.cypher")):
            text = path.read_text(encoding="utf-8")
            if LIST.search(text):
                yield f"{folder}/{path.stem}", LIST.sub("|".join(labels), text)


COUNTED = sorted(model.KINDS, key=lambda kind: not kind.drawn)


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
