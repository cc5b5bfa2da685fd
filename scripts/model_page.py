"""The text of docs/model.md: the tables of explorer/model.py within the prose of templates/model.md."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from pathlib import Path

from explorer import model
from explorer.model import Field, Kind, Reference, Relationship


def text() -> str:
    """The whole page."""
    page = (Path(__file__).parent / "templates" / "model.md").read_text(encoding="utf-8")
    said = [relationship for relationship in model.RELATIONSHIPS if not relationship.bookkeeping]
    parts = {
        "nodes": _table(("label", "what it is", "properties besides `id`"), map(_node, model.KINDS)),
        "relationships": _table(("relationship", "what it says", "own properties"), map(_relationship, said)),
        "bookkeeping": "\n".join(
            f"* {_pattern(relationship)}: {relationship.about}{_with(relationship.properties)}."
            for relationship in model.RELATIONSHIPS
            if relationship.bookkeeping
        ),
        "stated": _code(model.STATED),
        "quoted": _code(model.QUOTED),
        "reported": _listed([kind.plural for kind in model.KINDS if kind.reported]),
        "named": _listed([kind.plural for kind in model.KINDS if kind.named]),
        "searched": _listed([kind.plural for kind in model.KINDS if kind.searched]),
        "records": "\n".join(map(_record, model.KINDS)),
    }
    for name, part in parts.items():
        page = page.replace(f"%{name}%", part)
    return "\n".join(map(_wrapped, page.splitlines())) + "\n"


def _with(properties: Sequence[str]) -> str:
    return f"; with {_code(properties)}" if properties else ""


def _wrapped(line: str) -> str:
    """A line of at most 120 characters, if it is none of a table."""
    indent = " " * (len(line) - len(line.lstrip(" *")))
    return line if line.startswith("|") else textwrap.fill(line, 120, subsequent_indent=indent, break_on_hyphens=False)


def _node(kind: Kind) -> tuple[str, str, str]:
    further = f", with {_code(kind.further_labels.values(), ' or ')}" if kind.further_labels else ""
    return f"`{kind.label}`{further}", kind.about, _code(kind.properties)


def _relationship(relationship: Relationship) -> tuple[str, str, str]:
    quoted = ["the words of its source"] if relationship.quoted else []
    mutual = "; either may be the first" if relationship.mutual else ""
    own = [*(f"`{name}`" for name in relationship.properties), *quoted]
    return _pattern(relationship), relationship.about + mutual, ", ".join(own)


def _pattern(relationship: Relationship) -> str:
    """Who may stand at the ends; starts of the same ends are written together."""
    starts: dict[tuple[str, ...], list[str]] = {}
    for start in dict.fromkeys(start for start, _ in relationship.ends):
        ends = tuple(model.label_of(end) for first, end in relationship.ends if first == start)
        starts.setdefault(ends, []).append(model.label_of(start))
    return ", ".join(
        f"`(:{'|'.join(labels)})-[:{relationship.type}]->(:{'|'.join(ends)})`" for ends, labels in starts.items()
    )


def _record(kind: Kind) -> str:
    """What a person may write of one entity."""
    needed = f"It must have {_listed([f'`{name}`' for name in kind.required])}, in one file or another."
    fields = [f"  * {_field(field)}" for field in kind.fields if field.about or field.words or field.type != "text"]
    references = [f"  * {_reference(reference)}" for reference in kind.references]
    own = _code(["id", *(field.name for field in kind.fields), *(["reports"] if kind.reported else [])])
    return "\n".join([f"* `{kind.plural}`: {own}. {needed}", *fields, *references])


_TYPES = {"texts": "a list", "date": "a date", "address": "an address of the web", "duration": "a duration"}


def _field(field: Field) -> str:
    words = f"one of {_code(field.words)}" if field.words else ""
    return f"`{field.name}`: {', '.join(filter(None, [_TYPES.get(field.type), words, field.about]))}"


def _reference(reference: Reference) -> str:
    many = model.kind_of(reference.kind).plural if reference.many else f"one {reference.kind}"
    more = f", each with {_code([*(part.name for part in reference.parts), 'reports'])}" if reference.parts else ""
    fixed = "".join(f", with `{name}` \"{value}\"" for name, value in reference.fixed)
    unless = ", unless it has reports" if reference.parts else ""
    whose = f"; the editor's word{unless}" if reference.editorial else ""
    return f"`{reference.name}`: {many}{more}, becomes `{reference.relationship}`{fixed}{whose}"


def _code(names: Iterable[str], between: str = ", ") -> str:
    return between.join(f"`{name}`" for name in names)


def _listed(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
