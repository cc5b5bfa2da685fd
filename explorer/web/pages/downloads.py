"""The same answer as a file: CSV, XLSX, or a picture as SVG that stands alone."""

from __future__ import annotations

from flask import Blueprint, Response

from explorer import model
from explorer.answers import csv_json, xlsx
from explorer.answers.answer import Answer, Choices
from explorer.errors import UsageError
from explorer.web import answer_pictures, citation, links, security, view_modes
from explorer.web.request import connection, question_address
from explorer.web.responses import attachment
from explorer.web.view_modes import View

routes = Blueprint("downloads", __name__)
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

#: What a picture can be made of, in words.
_DRAWN = " or ".join(kind.plural for kind in model.KINDS if kind.drawn)


@routes.get("/questions/<name>.csv")
def question_csv(name: str) -> Response:
    """The rows of an answer. Raises UsageError where a name fits several."""
    return attachment(csv_json.to_csv(_answer(name)), "text/csv", f"{name}.csv")


@routes.get("/questions/<name>.xlsx")
def question_xlsx(name: str) -> Response:
    """The rows of an answer, its quotes one a line, and what was asked, as a spreadsheet."""
    return attachment(xlsx.to_xlsx(_answer(name)), _XLSX, f"{name}.xlsx")


@routes.get("/questions/<name>.svg")
def question_svg(name: str) -> Response:
    """The picture of an answer, styled by itself. Raises UsageError where the answer has no such picture."""
    question = connection().catalogue.question(name)
    answer, view = _answer(name), question_address(question).view
    drawn = [each for each in view_modes.possible(question.columns) if each in view_modes.PICTURES]
    if not drawn:
        raise UsageError(f"{name} has no picture: its rows name no {_DRAWN}.")
    if view.name not in drawn:
        if view.name:
            raise UsageError(f"{name} has no picture '{view.name}': take {' or '.join(drawn)}.")
        view = View(drawn[0])
    source = citation.citation(question, links.values(question, answer.parameters), view, answer)
    response = attachment(answer_pictures.standalone(answer, view, source), "image/svg+xml", f"{name}-{view.name}.svg")
    response.headers["Content-Security-Policy"] = security.PICTURE_POLICY
    return response


def _answer(name: str) -> Answer:
    answer = connection().run(name, question_address(connection().catalogue.question(name)).given)
    if isinstance(answer, Choices):
        raise UsageError(f"{answer.message} Give one of the ids: {_ids(answer)}.")
    return answer


def _ids(choices: Choices) -> str:
    return "; ".join(
        ", ".join(f"{name}={value}" for name, value in choice.parameters.items()) for choice in choices.choices
    )
