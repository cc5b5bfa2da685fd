"""A source comes in; what falls with it, what stays and why goes out, and the graph is without it.

A source's statements go. With them goes what no other source reports: a meeting or a claim without any report, and
then an actor, place or topic that nothing speaks of any more. A loaded file is a source too: with it goes all it said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from explorer import model, names
from explorer.errors import NotFound
from explorer.graph.base import Graph, Progress, Reader
from explorer.loading.bookkeeping import Bookkeeping, read_books
from explorer.loading.dataset_state import read_state
from explorer.loading.execution import execute, now
from explorer.loading.identities import Identities
from explorer.loading.node import Node
from explorer.loading.plan import Plan
from explorer.loading.retraction_plan import RetractionPlanner
from explorer.loading.rows import Row, end, read_of, start
from explorer.loading.source_titles import source_of_title
from explorer.retractions import Noted, noted
from explorer.statements import statement


@dataclass(frozen=True, order=True)
class Outcome:
    """What becomes of one entity: why it falls or stays, and what it loses."""

    kind: str
    id: str
    title: str
    why: str
    loses: tuple[str, ...] = ()


@dataclass
class Retraction:
    """What retracting a source takes away, with `dry_run` would take away."""

    source: str
    title: str
    statements: int
    dry_run: bool
    falls: list[Outcome] = field(default_factory=list)
    stays: list[Outcome] = field(default_factory=list)


def retract(
    graph: Graph, source: str, *, why: str = "", dry_run: bool = False, progress: Progress | None = None
) -> Retraction:
    """Take the source away exactly, for a reason that is kept; loading its file again does not bring it back.

    Raises NotFound, with the nearest id, where there is none of that id.
    """
    retraction, made = _planned(graph, source, why, dry_run)
    if not dry_run:
        with graph.writing(whole=True) as writer:  # half a retraction could not be told from a whole one
            if read_state(writer) != made.planned_on:  # somebody else has written meanwhile
                retraction, made = _planned(writer, source, why, dry_run)
            execute(writer, made, progress)
    return retraction


def restore(graph: Graph, source: str) -> Noted:
    """Let a retracted source or file come back: loading its file again brings all that it said.

    Raises NotFound where nothing of that id was retracted.
    """
    _retracted(graph, source)  # before anything is written
    with graph.writing() as writer:
        found = _retracted(writer, source)  # it may be restored meanwhile
        made = Plan(planned_on=read_state(writer), files=[found.id], changes=[f"restored {found.id}"])
        if found.of_file:  # its place in the order of loading is kept for it
            ended = replace(found, ended=now().isoformat())
            made.add("retract/mark", [{"id": found.id, "properties": ended.properties()}])
        else:
            made.add("retract/unmark", [{"id": found.id}])
        execute(writer, made)
    return found


def _retracted(reader: Reader, source: str) -> Noted:
    retracted = noted(reader)
    if found := _noted_as(source, retracted):
        return found
    known = [each.id for each in retracted]
    those = f": retracted are {', '.join(known)}" if known else ", nor is anything else"
    raise NotFound(f"'{source}' is not retracted{those}.")


def _noted_as(text: str, retracted: list[Noted]) -> Noted | None:
    """The retraction of what has that id, else of the only thing that is called so."""
    of_id = next((each for each in retracted if text in each.ids), None)
    called = [each for each in retracted if names.normalize(each.title) == names.normalize(text)]
    return of_id or (called[0] if len(called) == 1 else None)


def _planned(reader: Reader, text: str, why: str, dry_run: bool) -> tuple[Retraction, Plan]:
    books = read_books(reader)
    source = _source(reader, books, text)
    planner = RetractionPlanner(reader, books, source)
    planner.follow()
    made, mark = planner.plan(), planner.noted(source, why.strip(), now().isoformat())
    made.add("retract/mark", [{"id": mark.id, "properties": mark.properties()}])
    made.changes.append(f"retracted {mark.id} {mark.why}")
    return _retraction(reader, planner, source, dry_run), made


def _source(reader: Reader, books: Bookkeeping, text: str) -> Row:
    """The row of the source or file that has that id, else of the one that is called so."""
    identities, before = Identities(books.decisions), _noted_as(text, books.retracted)

    def rows_of(id: str) -> list[Row]:
        meant = identities.kept(Node("Source", id)).id
        return reader.read(statement("retract/source"), {"source": meant}).rows

    gone = NotFound(f"There is no source '{text}' any more: {before}. {before.remedy}.") if before else None
    if gone and before and text in before.ids:
        raise gone
    if rows := rows_of(text):
        return rows[0]
    try:
        return rows_of(source_of_title(reader, text, books.files))[0]
    except NotFound as error:
        raise gone or error from None


def _retraction(reader: Reader, planner: RetractionPlanner, source: Row, dry_run: bool) -> Retraction:
    """What falls and what stays, for people."""
    titles = _titles(reader, planner)
    said = [row for row in planner.removed.values() if row["type"] not in model.bookkeeping()]
    still = planner.still_said(planner.stays.keys() & {start(row) for row in said})
    losses: dict[Node, set[str]] = defaultdict(set)
    for row in said:
        if (row["type"], start(row), end(row)) not in still:
            losses[start(row)].add(f"{model.reads(row['type'])} {titles.get(end(row), row['end_id'])}")
    # Of what is decided to be the same only a part may fall.
    left = {planner.before.kept(node) for node in planner.remaining(planner.falls)} | {Node("Source", source["id"])}
    whole = [node for node in planner.falls if planner.before.kept(node) not in left]
    return Retraction(
        source["id"],
        source["title"],
        len(said),
        dry_run,
        sorted(_outcome(node, titles, planner.falls[node]) for node in whole),
        sorted(_outcome(node, titles, why, losses[node]) for node, why in planner.stays.items()),
    )


def _titles(reader: Reader, planner: RetractionPlanner) -> dict[Node, str]:
    nodes = {node for row in planner.removed.values() for node in (start(row), end(row))}
    entities = {node for node in nodes if node.label in model.labels()} | planner.falls.keys() | planner.stays.keys()
    return {start(row): row["title"] for row in read_of(reader, "retract/titles", entities, planner.before)}


def _outcome(node: Node, titles: dict[Node, str], why: str, loses: Iterable[str] = ()) -> Outcome:
    return Outcome(node.label.lower(), node.id, titles.get(node) or node.id, why, tuple(sorted(loses)))
