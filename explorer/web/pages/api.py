"""The JSON interface: questions and answers, suggestions and completions, and the health of the server."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, url_for

from explorer.answers.answer import Answer, Choices
from explorer.catalogue.query_file import QueryFile
from explorer.errors import ExplorerError, UsageError
from explorer.web import links
from explorer.web.error_pages import problem
from explorer.web.follow_up import AFTER, before
from explorer.web.request import arguments, connection, question_address
from explorer.web.responses import as_json

routes = Blueprint("api", __name__)

_MOST_SUGGESTIONS = 20
_MOST_COMPLETIONS = 9


@routes.get("/questions.json")
def questions() -> Response:
    """The catalogue."""
    arguments(())
    return as_json({"questions": [_described(each) for each in connection().catalogue.values()]})


@routes.get("/questions/<name>.json")
def question(name: str) -> Response:
    """The answer to a question, or the choices where a name fits several."""
    return as_json(run(name).to_dict())


@routes.get("/ask.json")
def ask() -> Response:
    """What plain words ask: an answer, or choices."""
    given = arguments(["q", AFTER])
    words = given.get("q")
    if not words:
        raise UsageError("There is no question: put it after ?q=, as in /ask.json?q=most+connected")
    understood = connection().understand(words, before(given.get(AFTER)))
    result = understood if isinstance(understood, Choices) else connection().answer(*understood)
    return as_json(result.to_dict())


@routes.get("/suggest")
def suggest() -> Response:
    """Names that begin with what was typed, of one kind of entity or of all."""
    given = arguments(["q", "kind"])
    kinds = given["kind"].split(",") if "kind" in given else []
    if unknown := [kind for kind in kinds if kind not in links.PLURALS]:
        raise UsageError(f"There is no kind '{unknown[0]}': it is one of {', '.join(links.PLURALS)}.")
    found = connection().suggest(given.get("q", ""), kinds, _MOST_SUGGESTIONS)
    return as_json({"suggestions": [_suggestion(each) for each in found]})


@routes.get("/complete")
def complete() -> Response:
    """Ways to go on with a question that is being typed, and what the words so far name."""
    source = connection()
    found = source.complete(arguments(["q"]).get("q", ""), _MOST_COMPLETIONS)
    return as_json({"completions": [_completion(each) for each in found]})


@routes.get("/health")
def health() -> Response:
    """Whether questions can be answered: 200, or 503 where the graph does not answer."""
    graph = connection().graph
    try:
        return as_json({"status": "ok", "engine": graph.engine, "dataset": graph.dataset()})
    except ExplorerError as error:
        return problem(str(error), 503)


def run(name: str) -> Answer | Choices:
    """Run a question with the values that the address gives."""
    return connection().run(name, question_address(connection().catalogue.question(name)).given)


def _described(question: QueryFile) -> dict[str, Any]:
    return {**question.to_dict(), "url": url_for("question.question", name=question.name)}


def _suggestion(found: Any) -> dict[str, Any]:
    return {
        "kind": found.kind,
        "id": found.id,
        "name": found.name,
        "spelling": found.spelling,
        "hint": found.hint,
        "url": links.entity(found.kind, found.id),
    }


def _completion(found: Any) -> dict[str, Any]:
    """`url` is where it leads; a phrase with gaps leads nowhere yet, and its text is to be typed on."""
    url = ""
    if found.kind == "entity":
        url = links.entity(*found.entity)
    elif found.kind == "question":
        url = links.question(found.question, found.parameters)
    return {"kind": found.kind, "text": found.text, "hint": found.hint, "empty": found.is_empty, "url": url}
