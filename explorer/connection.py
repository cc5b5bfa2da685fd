"""A graph and the catalogue come together in a Connection, which shell, web and notebook use alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from explorer import model, retractions
from explorer.answers.answer import Answer, Choices
from explorer.answers.picture import Picture
from explorer.asking import lookup, otherwise, parameters, run, understanding
from explorer.asking.following import Asked
from explorer.asking.lookup import Entity
from explorer.asking.parameters import Understood
from explorer.asking.unexplained import Unexplained, unexplained
from explorer.catalogue import catalogue, values
from explorer.catalogue.catalogue import Catalogue
from explorer.catalogue.query_file import QueryFile
from explorer.completion import completions, suggestions
from explorer.completion.completions import Box, Completion
from explorer.completion.date_completions import Months
from explorer.completion.hurried import Recent
from explorer.completion.suggestions import Suggestion
from explorer.errors import NotFound, Retracted, UsageError
from explorer.graph.base import Graph, Progress
from explorer.graph.open import open_graph
from explorer.lexicon.read_language import languages
from explorer.settings import Settings, from_environment
from explorer.shortened import repeated
from explorer.statements import statement
from explorer.status import Status, status

if TYPE_CHECKING:
    from explorer.exporting.exporter import Export
    from explorer.graph.backup import PutBack
    from explorer.loading.loader import Summary
    from explorer.loading.retraction import Retraction
    from explorer.retractions import Noted


class Connection:
    """A graph to ask. Nothing is opened or reached before the first question."""

    def __init__(self, graph: Graph, catalogue: Catalogue, settings: Settings) -> None:
        self.graph = graph
        self.catalogue = catalogue
        self.settings = settings
        self._months = Months()
        self._recent = Recent()

    def ask(self, text: str, after: Answer | None = None) -> Answer | Choices:
        """Answer a question in plain words, or give Choices where they fit several questions or names, or none.

        A follow-up, such as `and in Vienna?`, takes what it does not say from the answer that it comes `after`.
        Raises UsageError for an empty text, TooSlow, GraphUnreachable.
        """
        understood = self.understand(text, None if after is None else (after.question, after.parameters))
        return understood if isinstance(understood, Choices) else self.answer(*understood)

    def understand(
        self, text: str, after: tuple[str, Mapping[str, Any]] | None = None
    ) -> tuple[QueryFile, Understood] | Choices:
        """The question that plain words ask, with its values, or Choices; nothing is answered. Raises as `ask` does.

        `after` is the name of the question before, and its values as its answer shows them.
        """
        before = Asked(self.catalogue.question(after[0]), after[1]) if after else None
        words = languages(self.settings.words)
        return understanding.understand(self.graph, self.catalogue, words, text, self.settings.max_rows, before)

    def unexplained(self, questions: Iterable[str]) -> Unexplained:
        """Which words of many questions are not understood, and how many questions are answered at once."""
        return unexplained(self.understand, questions)

    def run(
        self,
        name: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        known: Iterable[Entity] = (),
        timeout: float | None = None,
        **more: Any,
    ) -> Answer | Choices:
        """Answer the question `name`. Values are text as typed, or typed; an entity by its id or its name.

        The ids of `known` entities are not looked up. `timeout` in seconds, at most that of the settings, which it is
        if left out. Raises UnknownQuestion, UsageError for parameters that do not fit, NotFound for a name that
        nothing is like, TooSlow, GraphUnreachable.
        """
        question = self.catalogue.question(name)
        understood = self.values(question, {**(parameters or {}), **more}, known)
        if isinstance(understood, Choices):
            return understood
        return self.answer(question, understood, timeout)

    def values(
        self, question: QueryFile, given: Mapping[str, Any], known: Iterable[Entity] = ()
    ) -> Understood | Choices:
        """The values that `given` stands for, as `run` takes it; the ids of `known` entities are not looked up.

        Raises what `run` raises for them.
        """
        at_hand = {(entity.kind, entity.id): [entity] for entity in known}
        return parameters.understand(self.graph, question, given, self.settings.max_rows, at_hand)

    def answer(
        self,
        question: QueryFile,
        understood: Understood,
        timeout: float | None = None,
    ) -> Answer:
        """Answer a question whose values are understood; what they ask after is said first.

        Raises TooSlow, GraphUnreachable.
        """
        settings = replace(self.settings, timeout=self.within(timeout))
        answer = run.answer(self.graph, question, understood, settings)
        told = otherwise.with_otherwise(self.graph, self.catalogue, question, understood, settings, answer)
        return replace(told, answered_by=self)

    def within(self, timeout: float | None) -> float:
        """So many seconds, but never more than the settings allow, which is what None means."""
        return self.settings.timeout if timeout is None else min(timeout, self.settings.timeout)

    def network(self, answer: Answer, *, pairs: bool = False) -> Picture:
        """A picture of what an answer speaks of, as `answer.network()` gives it. Raises TooSlow."""
        from explorer.pictures import notebook  # drawing needs libraries that asking does not

        return notebook.network(self.graph, answer, pairs=pairs, timeout=self.settings.timeout)

    def timeline(self, answer: Answer, *, since: date | None = None, until: date | None = None) -> Picture:
        """A picture of an answer on an axis of time, as `answer.timeline()` gives it. Raises TooSlow."""
        from explorer.pictures import notebook

        span = {"since": _day(since), "until": _day(until, last_day=True)}
        return notebook.timeline(self.graph, answer, **span, timeout=self.settings.timeout)

    def networkx(self, answer: Answer, *, pairs: bool = False) -> Any:
        """An answer as a graph of networkx, as `answer.to_networkx()` gives it. Raises TooSlow, UsageError."""
        from explorer.pictures.network.to_networkx import to_networkx

        return to_networkx(self.graph, answer, pairs=pairs, timeout=self.settings.timeout)

    def addresses(self, sources: Sequence[str]) -> dict[str, str]:
        """Where these sources are on the web, by their ids; without those of which it is not known."""
        asked = statement("lookup/addresses")
        found = self.graph.read(asked, {"ids": list(sources)}, timeout=self.settings.timeout)
        return {row["id"]: row["url"] for row in found.rows}

    def shown_values(self, name: str, parameters: Mapping[str, Any]) -> dict[str, Any] | Choices:
        """The values that these parameters stand for, as an answer shows them; required ones may be left out.

        Raises what `run` raises.
        """
        question = self.catalogue.question(name)
        optional = tuple(replace(each, required=False) for each in question.parameters)
        understood = self.values(replace(question, parameters=optional), parameters)
        if isinstance(understood, Choices):
            return understood
        left_out = {each.name for each in question.parameters if each.required and not parameters.get(each.name)}
        return {name: value for name, value in understood.shown.items() if name not in left_out}

    def page(self, kind: str, id: str) -> dict[str, Any]:
        """The fields of one entity, those that it does not have as None.

        Of an id that is decided to be the same as another, these are the fields of that one, with its id. Raises
        NotFound, UsageError for the kind.
        """
        if kind not in values.ENTITIES:
            raise UsageError(f"'{kind}' is no kind of entity: one of {', '.join(values.ENTITIES)}")
        asked = statement(f"pages/{kind}")
        rows = self.graph.read(asked, {"id": id}, timeout=self.settings.timeout).rows
        if not rows and (meant := lookup.leads_on(self.graph, kind, id)):
            rows = self.graph.read(asked, {"id": meant}, timeout=self.settings.timeout).rows
        is_file = bool(rows) and kind == "source" and rows[0]["kind"] == model.LOADED_FILE
        if kind == "source" and (is_file or not rows) and (found := retractions.of_source(self.graph, id)):
            raise Retracted(f"{str(found)[0].upper()}{str(found)[1:]}. {found.remedy}.")
        if not rows:
            raise NotFound(f"There is no {kind} with the id '{repeated(id)}'.")
        return {name: run.plain(value) for name, value in rows[0].items()}

    def details(
        self, name: str, id: str | Sequence[str], *, timeout: float | None = None, **more: Any
    ) -> list[dict[str, Any]]:
        """What the statement cypher/pages/NAME says of one entity, or of several, as plain values. Raises TooSlow.

        `more` are further parameters of the statement.
        """
        asked = statement(f"pages/{name}")
        rows = self.graph.read(asked, {"id": id, **more}, timeout=self.within(timeout)).rows
        return [{key: run.plain(value) for key, value in row.items()} for row in rows]

    def suggest(self, prefix: str, kinds: Sequence[str] = (), most: int = 10) -> list[Suggestion]:
        """Names for somebody who is typing one: of the kinds that are named, or of `kinds`."""
        return suggestions.suggest(self.graph, prefix, kinds, most)

    def complete(self, text: str, most: int = 8, within: float = 0.03) -> list[Completion]:
        """Ways to go on with a question that somebody is typing, best first; those without an answer last.

        `within` so many seconds words are understood that are no phrase; in a fifth of them it is found out what has no
        answer.
        """
        box = Box(self.catalogue, languages(self.settings.words), self._months, self._recent)
        return completions.complete(self.graph, box, text, most, within)

    def load(
        self,
        paths: Iterable[str | Path],
        *,
        dry_run: bool = False,
        replace: bool = False,
        keep_both: bool = False,
        text_root: Path | None = None,
        progress: Progress | None = None,
    ) -> Summary:
        """Make the graph say what the files say: see load in loading/loader.py, also for what it raises."""
        from explorer.loading.loader import load  # reading files needs libraries that asking does not

        files = [Path(path) for path in paths]
        return load(
            self.graph,
            files,
            dry_run=dry_run,
            replace=replace,
            keep_both=keep_both,
            text_root=text_root,
            progress=progress,
        )

    def retract(
        self, source: str, *, why: str = "", dry_run: bool = False, progress: Progress | None = None
    ) -> Retraction:
        """Take a source away exactly, and say what falls with it. It stays away, with the reason, until `restore`.

        See retract in loading/retraction.py, also for what it raises.
        """
        from explorer.loading.retraction import retract

        return retract(self.graph, source, why=why, dry_run=dry_run, progress=progress)

    def restore(self, source: str) -> Noted:
        """Let a retracted source come back when its file is loaded again. Raises NotFound where it is not retracted."""
        from explorer.loading.retraction import restore

        return restore(self.graph, source)

    def backup(self, file: str | Path) -> str | None:
        """Copy the graph to one new file, and give its dataset version: see backup in graph/backup.py."""
        from explorer.graph.backup import backup

        return backup(self.graph, Path(file))

    def put_back(self, file: str | Path) -> PutBack:
        """Make a backup the graph, and say where that is now which was there: see put_back in graph/backup.py."""
        from explorer.graph.backup import put_back

        return put_back(self.graph, Path(file))

    def export(self, folder: str | Path, *, progress: Progress | None = None) -> Export:
        """Write the graph as files for Neo4j's import tool: see export in exporting/exporter.py, also for errors."""
        from explorer.exporting.exporter import export

        return export(self.graph, Path(folder), progress)

    def status(self) -> Status:
        """What the graph is and what it holds."""
        return status(self.graph)

    def __repr__(self) -> str:
        return f"<Connection to {'Neo4j at' if self.graph.engine == 'neo4j' else 'the graph in'} {self.graph.place}>"

    def close(self) -> None:
        """Give back what is held."""
        self.graph.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def connect(
    graph: str | Path | None = None,
    *,
    username: str | None = None,
    password: str | None = None,
    database: str | None = None,
    settings: Settings | None = None,
) -> Connection:
    """Connect to `graph`, the address of a Neo4j or the file of an embedded graph.

    What is left out is taken from the settings, else from the environment. Raises UsageError for an environment that
    does not fit, CatalogueError for a question file that does not.
    """
    settings = settings or from_environment()
    if isinstance(graph, str) and "://" in graph:
        settings = replace(settings, neo4j_uri=graph)
    elif graph is not None:
        settings = replace(settings, graph=Path(graph).expanduser(), neo4j_uri=None)
    named: dict[str, Any] = {"neo4j_username": username, "neo4j_password": password, "neo4j_database": database}
    settings = replace(settings, **{name: value for name, value in named.items() if value is not None})
    return Connection(open_graph(settings), catalogue.load(settings.queries), settings)


def _day(value: Any, *, last_day: bool = False) -> date | None:
    """A day as a person or pandas has it, None where there is none. Raises UsageError."""
    try:
        return None if values.is_missing(value) else values.scalar("date", value, last_day=last_day)
    except ValueError as error:
        raise UsageError(f"'{value}' {error}") from None
