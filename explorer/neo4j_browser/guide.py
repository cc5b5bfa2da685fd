"""A guide through a graph in ten steps: for Neo4j Browser as slides, for a page as steps.

Each step is a file under cypher/neo4j-browser/guide/: its header says what is to be seen, its statement shows it. The
values are of this very graph.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from explorer.catalogue.cypher_tokens import tokens, with_values
from explorer.catalogue.literals import literal
from explorer.connection import Connection
from explorer.errors import TooSlow
from explorer.examples.example_entities import ExampleEntities, example_entities
from explorer.statements import Statement, statements

TITLE = "A graph of meetings and claims in ten steps"
#: What stands for somebody whom this graph does not have.
_BLANK = "the id of "


@dataclass(frozen=True)
class Step:
    """One step: its title, what it says, and a statement that can be run as it is, if it is `complete`."""

    title: str
    text: str
    cypher: str
    complete: bool


def steps(connection: Connection, seconds: float = 5.0) -> list[Step]:
    """The ten steps, about people, a meeting and a source that are well known in this graph."""
    known = _known(connection, seconds)
    return [_step(each, known) for each in statements("neo4j-browser/guide")]


def slides(made: Sequence[Step]) -> str:
    """The guide as Neo4j Browser takes it: HTML with a slide for each step, whose statement can be clicked."""
    return "\n".join(
        (
            '<article class="guide">',
            *(_slide(number, len(made), step) for number, step in enumerate(made, start=1)),
            "</article>",
            "",
        )
    )


def _slide(number: int, all: int, step: Step) -> str:
    heading = f"<h3>{escape(TITLE)}</h3>" if number == 1 else ""
    return (
        f'<slide><div style="padding: 0 18px">{heading}<h4>{number} of {all}. {escape(step.title)}</h4>'
        f"<p>{escape(step.text)}</p><figure>"
        f'<pre class="pre-scrollable code runnable">{escape(step.cypher)}</pre></figure></div></slide>'
    )


def _step(statement: Statement, known: Mapping[str, str]) -> Step:
    lines = statement.text.strip().splitlines()
    header = [line.removeprefix("//").strip() for line in lines if line.startswith("//")]
    cypher = "\n".join(line for line in lines if not line.startswith("//"))
    wanted = {token.name for token in tokens(cypher) if token.kind == "parameter"}
    values = {name: literal(known.get(name, _BLANK + name)) for name in wanted}
    return Step(header[0], " ".join(header[1:]).strip(), with_values(cypher, values), wanted <= set(known))


def _known(connection: Connection, seconds: float) -> dict[str, str]:
    """Ids for the parameters of the steps: two who met, their meeting, its source, and somebody who said something."""
    try:
        found = example_entities(connection.graph, seconds)
    except TooSlow:
        return {}
    met = _ids(found, ("actor", "other"), "meeting", "source")
    said = _ids(found, ("actor",), "claim")
    return {**met, **({"speaker": said["actor"]} if said else {})}


def _ids(found: list[ExampleEntities], actors: tuple[str, ...], *kinds: str) -> dict[str, str]:
    """The ids that the first of these with so many actors and one of each kind gives them."""
    for entities in found:
        if len(entities.get("actor", ())) >= len(actors) and all(kind in entities for kind in kinds):
            named = {name: actor.value for name, actor in zip(actors, entities["actor"], strict=False)}
            return named | {kind: entities[kind][0].value for kind in kinds}
    return {}
