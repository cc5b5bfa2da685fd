"""What files decide of ids is made Decisions of one kind each; what is wrong with them goes out with file and line."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from explorer import model
from explorer.errors import Problem
from explorer.loading.decisions import VERDICTS, Decision, Verdict
from explorer.loading.identities import Identities
from explorer.loading.kept_away import KeptAway
from explorer.loading.node import Fields, Node
from explorer.nearest import did_you_mean
from explorer.reading.input_files import InputFile
from explorer.reading.located import Location
from explorer.reading.records import Record

#: Gives the ids that an unknown one may have been meant as: of the kind with that main label, and near that id.
Nearby = Callable[[Node], list[str]]


def candidates(files: Iterable[InputFile]) -> set[Node]:
    """All entities of which the files may decide: each id, of whatever kind."""
    ids = {id for file in files for _, _, record in _records(file) for id in record.ids}
    return {Node(label, id) for label in model.labels() for id in ids}


def _records(file: InputFile) -> Iterator[tuple[Verdict, Location, Record]]:
    for verdict in VERDICTS:
        for number, record in enumerate(getattr(file.dossier, verdict)):
            yield verdict, (verdict, number), record


class Decided:
    """The decisions of the files, whose ids must be `known`; what is wrong with them; and notes of those that wait.

    A decision waits for an id that a retraction took away, also if the graph has it from `before`.
    """

    def __init__(
        self,
        files: Iterable[InputFile],
        known: Collection[Node],
        before: Collection[Node],
        away: KeptAway,
        nearby: Nearby,
    ) -> None:
        self.decisions: list[Decision] = []
        self.problems: list[Problem] = []
        self.notes: list[Problem] = []
        self._known, self._before, self._away, self._nearby = known, before, away, nearby
        keys = set()
        for file in files:
            for verdict, location, record in _records(file):
                for kind in self._kinds(record, file, location):
                    decision = Decision(file.id, verdict, kind, tuple(record.ids), record.why or "", location=location)
                    self.decisions += [] if decision.key in keys else [decision]
                    keys.add(decision.key)

    def _may_be(self, node: Node) -> bool:
        return node in self._known or node in self._before or node in self._away

    def _kinds(self, record: Record, file: InputFile, location: Location) -> list[str]:
        """The one kind that all ids of a decision have; none where something is wrong, which is noted."""
        kinds = [model.kind_of(record.kind)] if record.kind else list(model.KINDS)
        having = {id: [kind for kind in kinds if self._may_be(Node(kind.label, id))] for id in record.ids}
        common = [kind for kind in kinds if all(kind in each for each in having.values())]
        if len(common) == 1:
            for node in (Node(common[0].label, id) for id in record.ids):
                if node not in self._known:
                    why = self._away.why(node) or "no file describes it"
                    self.notes.append(file.tree.problem(location, f"this waits until '{node.id}' is back: {why}"))
            return [common[0].name]
        self.problems.append(file.tree.problem(location, self._fault(record, kinds, having, common)))
        return []

    def _fault(
        self, record: Record, kinds: list[model.Kind], having: dict[str, list[model.Kind]], common: list[model.Kind]
    ) -> str:
        """What is wrong with a decision whose ids have several kinds in common, or none."""
        for id in record.ids:
            if not having[id]:
                of_others = [kind for other in record.ids for kind in having[other]] or kinds
                nodes = [Node(kind.label, id) for kind in dict.fromkeys(of_others)]
                near = [each for node in nodes for each in self._nearby(node)]
                among = f"{record.kind} with the id" if record.kind else "entity with the id"
                why = self._away.why(nodes[0])
                remedy = did_you_mean(id, near, "add it, or leave it out here")
                return f"there is no {among} '{id}'{remedy}{f' ({why})' if why else ''}"
        if common:
            plurals = " and ".join(kind.plural for kind in common)
            example = f"{{ids: [{', '.join(record.ids)}], kind: {common[0].name}}}"
            return f"these are ids of {plurals}: say which, as in {example}"
        each = ", ".join(f"'{id}' is among the {having[id][0].plural}" for id in record.ids)
        return f"what is decided must be of one kind, but {each}"


def contradictions(decisions: Collection[Decision], files: Iterable[InputFile]) -> list[Problem]:
    """What is the same by some decisions and different by another: told where one of the files says it."""
    identities, loading = Identities(decisions), {file.id: file for file in files}
    problems = []
    for apart in sorted((each for each in decisions if each.verdict == "different"), key=lambda each: each.key):
        for one, other in combinations(apart.nodes, 2):
            if identities.kept(one) != identities.kept(other):
                continue
            joining = _joining(one, other, decisions, identities)
            said = next((each for each in (apart, *joining) if each.file in loading), apart)
            if said.file in loading:
                others = [each for each in (apart, *joining) if each is not said]
                where = ", ".join(dict.fromkeys(_where(each, loading) for each in others))
                message = f"'{one.id}' and '{other.id}' are {said.verdict} here"
                if said.verdict == "same" or len(joining) == 1:
                    message += f" and {others[0].verdict} in {where}: keep one of the two"
                else:
                    message += f" and the same by way of {where}: take one of these back"
                problems.append(loading[said.file].tree.problem(said.location, message))
    return problems


def _joining(one: Node, other: Node, decisions: Iterable[Decision], identities: Identities) -> list[Decision]:
    """The decisions by which two ids are the same: one that names both, else all that are about the same entity."""
    same = [each for each in decisions if each.verdict == "same"]
    direct = [each for each in same if one in each.nodes and other in each.nodes]
    kept = identities.kept(one)
    return direct[:1] or sorted(
        (each for each in same if identities.kept(each.nodes[0]) == kept), key=lambda each: each.key
    )


def _where(decision: Decision, loading: Mapping[str, InputFile]) -> str:
    """The file and line of a decision, or the file alone where it is not being loaded."""
    if file := loading.get(decision.file):
        at = file.tree.problem(decision.location, "")
        return f"{at.file}:{at.line}"
    return f"the file '{decision.file}'"


def told(
    moved: Iterable[Node], after: Identities, decisions: Iterable[Decision], files: Sequence[InputFile]
) -> list[Problem]:
    """What becomes of each of the ids that mean another entity from now on, told where one of the files decides it."""
    loading = {file.id: file for file in files}
    where = {node: decision for decision in decisions for node in decision.nodes}
    notes = []
    for node in sorted(moved):
        kept, decision = after.kept(node), where.get(node)
        message = f"'{node.id}' is shown as '{kept.id}'" if kept != node else f"'{node.id}' stands for itself again"
        file = loading[decision.file] if decision else files[0]
        notes.append(file.tree.problem(decision.location if decision else (), message))
    return notes


def still_decided(orphaned: Collection[Node], others: Iterable[Decision], files: Iterable[InputFile]) -> list[Problem]:
    """Entities that these files do not describe any more, and of which decisions of other files speak."""
    problems = []
    for decision in others:
        for node in decision.nodes:
            if node in orphaned:
                plural = model.kind_of(decision.kind).plural
                message = (
                    f"'{node.id}' is no longer among the {plural} here, but the file '{decision.file}' decides what it "
                    "is: keep it here, describe it there, or load both files together"
                )
                problems += [file.tree.problem((plural,), message) for file in files]
    return problems


def joined_texts_differ(
    joined: Mapping[Node, list[Fields]], decisions: Iterable[Decision], files: Iterable[InputFile]
) -> list[Problem]:
    """Sources that are decided to be the same and have different texts, so that their quotes stand at other places."""
    loading = {file.id: file for file in files}
    identities = Identities(decisions)
    problems = []
    for node, given in sorted(joined.items()):
        if len({each["sha256"] for each in given if "sha256" in each}) < 2:
            continue
        about = [each for each in decisions if each.verdict == "same" and identities.kept(each.nodes[0]) == node]
        message = (
            f"{' and '.join(about[0].ids)} have different texts, and quotes are kept with their place in them: "
            "give both the same text first"
        )
        for each in about[:1]:
            file = loading.get(each.file) or next(iter(loading.values()))
            problems.append(file.tree.problem(each.location if each.file in loading else (), message))
    return problems
