"""The start page, plain words, and the pages of entities: an address comes in, HTML goes out, or JSON where asked."""

from __future__ import annotations

from flask import Blueprint, Response, redirect, render_template, url_for
from werkzeug.wrappers import Response as AnyResponse

from explorer.answers.answer import Choices
from explorer.asking import understanding
from explorer.web import links
from explorer.web.entities.entity_html import html
from explorer.web.entities.entity_page import entity_page
from explorer.web.entities.sections import unkept
from explorer.web.pages import api
from explorer.web.pages.home import home_page
from explorer.web.request import ASKED, arguments, connection, wants_json

routes = Blueprint("pages", __name__)


@routes.get("/")
def home() -> str:
    """What the graph holds, examples, and all questions."""
    arguments(())
    page = home_page()
    if page.short:
        unkept()
    return render_template("home.html", page=page)


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
    understood = understanding.understand(source.graph, source.catalogue, words, source.settings.max_rows)
    if isinstance(understood, Choices):
        return render_template("choices.html", result=understood, asked=words)
    asked, given = understood
    return redirect(links.question(asked.name, {**links.values(asked, given.shown), ASKED: words}))


@routes.get(f"/<any({', '.join(links.PLURALS.values())}):plural>/<id>")
def entity(plural: str, id: str) -> Response | str:
    """The page of an actor, meeting, claim, source, place or topic."""
    if wants_json():
        return api.entity(plural, id)
    arguments(())
    return html(entity_page(links.KIND_OF[plural], id))
