"""The page of a question: the sentence to fill and, where all it needs is given, the answer in the view asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from flask import Blueprint, Response, make_response, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from explorer.answers.answer import Answer, Choices
from explorer.asking.parameters import Understood
from explorer.catalogue.literals import param_lines, with_literals
from explorer.catalogue.query_file import QueryFile
from explorer.errors import ExplorerError, NotFound, TooSlow, UsageError
from explorer.neo4j_browser.browser_links import editor_link
from explorer.neo4j_browser.drawing import drawing, has_drawing
from explorer.web import answer_pictures, citation, follow_up, forms, links, related, view_modes
from explorer.web.pages import api
from explorer.web.request import WORDS_IN_ADDRESS, QuestionAddress, connection, question_address, wants_json
from explorer.web.view_modes import View

routes = Blueprint("question", __name__)


@routes.get("/questions/<name>")
def question(name: str) -> AnyResponse | str:
    """The sentence of a question and, where all it needs is given, the answer."""
    if wants_json():
        return api.question(name)
    question = connection().catalogue.question(name)
    said = question_address(question)
    if missing := forms.missing(question, said.given):
        errors = {each: "Still needed" for each in missing} if said.given else {}
        return _page(question, said, sentence=forms.sentence(question, said.given, said.values.shown, errors))
    try:
        return _understood(question, said)
    except (UsageError, NotFound, TooSlow) as error:
        return _refused(question, said, error)


def _understood(question: QueryFile, said: QuestionAddress) -> AnyResponse | str:
    understood = connection().values(question, said.given)
    if isinstance(understood, Choices):
        sentence = forms.sentence(question, said.given, said.values.shown)
        return _page(question, said, sentence=sentence, choices=understood)
    values = links.values(question, understood.shown)
    words = {WORDS_IN_ADDRESS: said.words} if said.words else {}
    stays = {**values, **said.view.stated, **words}
    if stays != dict(request.args):  # names instead of ids, or empty fields of the form: to the address that stays
        return redirect(links.question(question.name, stays))
    return _answered(question, said, values, connection().answer(question, _as_asked(question, said, understood)))


def _as_asked(question: QueryFile, said: QuestionAddress, understood: Understood) -> Understood:
    """The same values, with how the words that led here were understood, and what they ask after."""
    heard = connection().understand(said.words) if said.words else None
    if heard is None or isinstance(heard, Choices):
        return understood
    same = heard[0] is question and heard[1].values == understood.values
    return replace(understood, how=heard[1].how, aspect=heard[1].aspect) if same else understood


def _answered(question: QueryFile, said: QuestionAddress, values: Mapping[str, str], answer: Answer) -> str:
    permanent = {**values, **said.view.stated}
    offered = view_modes.possible(answer.columns)
    view = said.view if said.view.name in offered else View(offered[0])
    return _page(
        question,
        said,
        sentence=forms.sentence(question, values, answer.parameters),
        answer=answer,
        in_words=citation.in_full(question, values, answer),
        values=values,
        permanent=permanent,
        after=follow_up.address(question.name, values),
        view=view,
        kept_view=view.name if view.name in offered[1:] else "",
        views=_addresses(question, values, offered),
        picture=answer_pictures.picture(answer, view, values) if answer.rows else None,
        more_url=links.more(answer, permanent, connection().settings.max_rows),
        near=related.questions(question, answer, values) if not answer.rows else [],
        citation=citation.citation(question, values, said.view, answer),
    )


def _addresses(question: QueryFile, values: Mapping[str, str], offered: list[str]) -> list[tuple[str, str]]:
    """The views with their addresses; that of the usual one does not name it."""
    usual, *others = offered
    named = [(each, links.question(question.name, {**values, "view": each})) for each in others]
    return [(usual, links.question(question.name, values)), *named]


def _refused(question: QueryFile, said: QuestionAddress, error: ExplorerError) -> Response:
    faults, message = (error.faults, error.general) if isinstance(error, UsageError) else ({}, str(error))
    sentence = forms.sentence(question, said.given, said.values.shown, faults)
    return make_response(_page(question, said, sentence=sentence, title=error.title, message=message), error.status)


def _in_neo4j_browser(question: QueryFile, answer: Answer | None) -> dict[str, str | None]:
    """The addresses that open Browser with the question, and with its drawing form if it has one."""
    values = answer.parameters if answer is not None else {}
    settings = connection().settings
    drawn = with_literals(question, drawing(question), values) if has_drawing(question) else None
    return {
        "browser_url": editor_link(settings, with_literals(question, question.cypher, values)),
        "drawing_url": editor_link(settings, drawn) if drawn else None,
    }


def _page(question: QueryFile, said: QuestionAddress, *, answer: Answer | None = None, **more: Any) -> str:
    return render_template(
        "question.html",
        question=question,
        theme=question.theme,
        words=said.words,
        answer=answer,
        param_lines=param_lines(question, answer.parameters if answer is not None else {}),
        **_in_neo4j_browser(question, answer),
        **more,
    )
