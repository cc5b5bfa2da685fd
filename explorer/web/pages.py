"""The pages: an address comes in, HTML goes out, or JSON where the client prefers that on the same address."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from explorer.asking import answering, parameters, questions
from explorer.asking.answers import Answer, Choices
from explorer.asking.literals import param_lines
from explorer.asking.query_file import QueryFile
from explorer.errors import ExplorerError, NotFound, TooSlow, UsageError
from explorer.web import api, forms, links, marks
from explorer.web.current import ASKED, arguments, connection, given_to, wants_json
from explorer.web.entities import EntityPage, entity_page, fill
from explorer.web.examples import in_words
from explorer.web.home import home_page
from explorer.web.showing import spoken

routes = Blueprint("pages", __name__)


@routes.get("/")
def home() -> str:
    """What the graph holds, examples, and all questions."""
    arguments(())
    return render_template("home.html", page=home_page())


@routes.get("/questions")
def all_questions() -> AnyResponse:
    """The list of questions, which is on the start page."""
    return api.questions() if wants_json() else redirect(url_for("pages.home", _anchor="questions"))


@routes.get("/ask")
def ask() -> AnyResponse | str:
    """Plain words lead to the permanent address of their answer, or to choices."""
    if wants_json():
        return api.ask()
    words = arguments(["q"]).get("q")
    if not words:
        return redirect(url_for("pages.home"))
    source = connection()
    # Only understood here: the page that this leads to runs it.
    understood = questions.understand(source.graph, source.catalogue, words, source.settings.max_rows)
    if isinstance(understood, Choices):
        return render_template("choices.html", result=understood, asked=words)
    asked, given = understood
    return redirect(links.question(asked.name, {**links.values(asked, given.shown), ASKED: words}))


@routes.get("/questions/<name>")
def question(name: str) -> AnyResponse | str:
    """The form of a question and, where all it needs is given, the answer."""
    if wants_json():
        return api.question(name)
    asked = connection().catalogue.question(name)
    given, words = given_to(asked)
    if missing := forms.missing(asked, given):
        errors = {each: "Still needed" for each in missing} if given else {}
        return _question(asked, words, forms.fields(asked, given, errors=errors))
    try:
        return _understood(asked, words, given)
    except (UsageError, NotFound, TooSlow) as error:
        return _refused(asked, words, given, error)


@routes.get(f"/<any({', '.join(links.PLURALS.values())}):plural>/<id>")
def entity(plural: str, id: str) -> Response | str:
    """The page of an actor, meeting, claim, source, place or topic."""
    if wants_json():
        return api.entity(plural, id)
    arguments(())
    page = entity_page(links.KIND_OF[plural], id)
    if page.kind != "source":
        return render_template("entity.html", page=page)
    return render_template("source.html", page=page, segments=_marked(page))


def _marked(page: EntityPage) -> list[marks.Segment]:
    """The text of a source with every quote in it marked, not only those of the rows that its page has room for."""
    text = page.fields.get("text")
    if not text:
        return []
    filled = [fill(each.section, page.id, connection().settings.max_rows) for each in page.sections]
    found = [quote for each in filled if each.answer for quote in marks.quotes(each.answer, page.id)]
    return marks.segments(marks.unwrapped(text), found)


def _understood(asked: QueryFile, words: str, given: Mapping[str, str]) -> AnyResponse | str:
    source = connection()
    understood = parameters.understand(source.graph, asked, given, source.settings.max_rows)
    if isinstance(understood, Choices):
        return _question(asked, words, forms.fields(asked, given), choices=understood)
    values = links.values(asked, understood.shown)
    stated = {name: value for name, value in request.args.items() if name != ASKED}
    if values != stated:  # names instead of ids, or empty fields of the form: lead to the address that stays
        return redirect(links.question(asked.name, {**values, **({ASKED: words} if words else {})}))
    answer = answering.answer(source.graph, asked, understood, source.settings)
    return _answered(asked, words, values, answer)


def _answered(asked: QueryFile, words: str, values: Mapping[str, str], answer: Answer) -> str:
    more = links.more(answer, values, connection().settings.max_rows)
    said = in_words(asked, _called(values, answer))
    fields = forms.fields(asked, values, answer)
    return _question(asked, words, fields, answer=answer, values=values, in_words=said, more_url=more)


def _called(values: Mapping[str, str], answer: Answer) -> dict[str, str]:
    """The values that narrow an answer, as a person would say them."""
    shown = {name: answer.parameters[name] for name in values if name != "limit"}
    return {name: spoken(value) for name, value in shown.items()}


def _refused(asked: QueryFile, words: str, given: Mapping[str, str], error: ExplorerError) -> Response:
    errors, rest = forms.told(asked, error)
    fields = forms.fields(asked, given, errors=errors)
    return make_response(_question(asked, words, fields, title=error.title, message=rest), error.status)


def _question(
    asked: QueryFile, words: str, fields: list[forms.Field], answer: Answer | None = None, **more: object
) -> str:
    return render_template(
        "question.html",
        question=asked,
        asked=words,
        fields=fields,
        answer=answer,
        param_lines=param_lines(asked, answer.parameters if answer else {}),
        **more,
    )
