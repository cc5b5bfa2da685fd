"""The guide through the graph, as a page and as slides for Neo4j Browser, and the files that Browser takes in."""

from __future__ import annotations

from flask import Blueprint, Response, render_template, request, url_for

from explorer.neo4j_browser.browser_links import browser_address, browser_origins, editor_link
from explorer.neo4j_browser.guide import TITLE, Step, slides, steps
from explorer.neo4j_browser.kit import STYLE, ZIP
from explorer.neo4j_browser.saved_queries import saved_queries, zipped
from explorer.neo4j_browser.style import grass
from explorer.web import caching
from explorer.web.request import arguments, connection
from explorer.web.responses import attachment

routes = Blueprint("guide", __name__)
#: Somebody waits for the file.
_EXAMPLE_SECONDS = 10.0


@routes.get("/guide")
def page() -> str:
    """The steps, each with a link that opens it in Browser where the graph is a Neo4j."""
    arguments(())
    settings = connection().settings
    made = [(step, editor_link(settings, step.cypher)) for step in _steps()]
    # Of this machine Browser trusts the name, not the number.
    host = request.host_url.rstrip("/").replace("//127.0.0.1", "//localhost")
    command = f":guide {host}{url_for('guide.browser_slides')}"
    opened = editor_link(settings, command)
    return render_template("guide.html", title=TITLE, steps=made, command=command, opened=opened,
                           browser=browser_address(settings))  # fmt: skip


@routes.route("/guide/slides", methods=["GET", "OPTIONS"])
def browser_slides() -> Response:
    """The same for Browser's `:guide` command. CORS headers let the origin of Browser read it, and no other."""
    arguments(())
    response = Response(slides(_steps()) if request.method == "GET" else "", mimetype="text/html")
    response.vary.add("Origin")
    if (origin := request.headers.get("Origin")) in browser_origins(connection().settings):
        response.headers["Access-Control-Allow-Origin"] = origin
        response.headers["Access-Control-Allow-Headers"] = "cache-control, pragma"  # the preflight asks for these
    return response


@routes.get(f"/guide/{ZIP}")
def queries() -> Response:
    """All questions as saved queries, with example values of this graph."""
    arguments(())
    caching.do_not_keep()  # it is never known whether more time would have found more examples
    return attachment(zipped(saved_queries(connection(), _EXAMPLE_SECONDS)), "application/zip", ZIP)


@routes.get(f"/guide/{STYLE}")
def style() -> Response:
    """The style of Browser's drawings."""
    arguments(())
    return attachment(grass(), "text/plain", STYLE)


def _steps() -> list[Step]:
    made = steps(connection())
    if not all(step.complete for step in made):
        caching.do_not_keep()
    return made
