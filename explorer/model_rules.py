"""What must hold of the tables of the model, so that all that is made of them works."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explorer import model


def faults() -> list[str]:
    """What does not hold of the tables of the model, a sentence each; none where all is well."""
    aside = set(model.relationship("SET_ASIDE").properties)
    lost = [
        f"{each.type}: its {', '.join(sorted(missing))} must be among the properties of SET_ASIDE"
        for each in model.RELATIONSHIPS
        if not each.bookkeeping and any(start == end for start, end in each.ends)
        if (missing := {*each.properties} - aside)
    ]
    return lost + [f"{kind.name}: {fault}" for kind in model.KINDS for fault in _faults_of(kind)]


def _faults_of(kind: model.Kind) -> Iterator[str]:
    fields = {field.name: field for field in kind.fields}
    if not re.fullmatch("[a-z]+", kind.name):
        yield "a name is one word in small letters"
    if kind.title not in ("name", "title", "text") or kind.title not in fields:
        yield "its title is a field called name, title or text"
    if kind.named != (kind.title == "name"):
        yield "what is named is called by its name, and nothing else is"
    if not kind.named and not kind.searched:
        yield "what has no names is found by searched fields"
    if kind.reported != ("date" in fields):
        yield "what is reported has a field date, and nothing else has"
    if unknown := {*kind.required, *kind.searched} - fields.keys():
        yield f"required and searched are fields of its own, not {', '.join(sorted(unknown))}"
    if not set(kind.calling) <= set(kind.searched):
        yield "what it is called by is searched"
    if any(field.type != "word" or not kind.reported for field in kind.told):
        yield "what is told is one of some words, and of what is reported"
    if kind.name != "source" and any(field.type == "file" for field in kind.fields):
        yield "only sources have a text in a file"
    ends = {each.type: each.ends for each in model.RELATIONSHIPS}
    for reference in kind.references:
        if (kind.name, reference.kind) not in ends.get(reference.relationship, ()):
            yield f"no {reference.relationship} leads from it to a {reference.kind}, as `{reference.name}` says"
