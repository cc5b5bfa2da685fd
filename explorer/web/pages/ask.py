"""Plain words in the address lead to the permanent address of their answer, or to choices."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from explorer.answers.answer import Choices
from explorer.web import links
from explorer.web.follow_up import AFTER, before
from explorer.web.pages import api
from explorer.web.request import WORDS_IN_ADDRESS, arguments, connection, wants_json

routes = Blueprint("ask", __name__)


@routes.get("/ask")
def ask() -> Response | str:
    """Understand plain words; the page that this leads to answers them."""
    if wants_json():
        return api.ask()
    given = arguments(["q", AFTER])
    words = given.get("q")
    if not words:
        return redirect(url_for("home.home"))
    understood = connection().understand(words, before(given.get(AFTER)))
    if isinstance(understood, Choices):
        return render_template("choices.html", result=understood, words=words)
    question, values = understood
    return redirect(links.question(question.name, {**links.values(question, values.shown), WORDS_IN_ADDRESS: words}))
