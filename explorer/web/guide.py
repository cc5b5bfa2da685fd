"""The guide through the graph: as a page of ten steps, and as the slides that Neo4j Browser takes."""

from __future__ import annotations

from flask import Blueprint, Response, render_template, request, url_for

from explorer.neo4j_browser.guide import TITLE, slides, steps
from explorer.neo4j_browser.links import browser_address, editor_link
from explorer.web.current import arguments, connection

routes = Blueprint("guide", __name__)


@routes.get("/guide")
def page() -> str:
    """The steps, each with a link that opens it in Browser where the graph is a Neo4j."""
    arguments(())
    settings = connection().settings
    made = [(step, editor_link(settings, step.cypher)) for step in steps(connection())]
    # Of this machine Browser trusts the name, not the number.
    host = request.host_url.rstrip("/").replace("//127.0.0.1", "//localhost")
    command = f":guide {host}{url_for('guide.browser_slides')}"
    opened = editor_link(settings, command)
    return render_template("guide.html", title=TITLE, steps=made, command=command, opened=opened,
                           browser=browser_address(settings))  # fmt: skip


@routes.route("/guide/slides", methods=["GET", "OPTIONS"])
def browser_slides() -> Response:
    """The same for Browser's `:guide` command, which reads it from its own address and so must be let."""
    arguments(())
    response = Response(slides(connection()), mimetype="text/html")
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Allow-Headers"] = "cache-control, pragma"  # asked for by OPTIONS, before
    return response
