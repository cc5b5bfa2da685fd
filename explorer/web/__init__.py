"""The web pages and the same answers as JSON and CSV: a connection or settings in, a Flask app out."""

from __future__ import annotations

from flask import Flask

from explorer import connect
from explorer.connection import Connection
from explorer.settings import Settings
from explorer.web import (
    api,
    caching,
    cell_html,
    compare,
    compression,
    evidence,
    failures,
    files,
    guide,
    pages,
    pictures,
    question_page,
    security,
    showing,
)


def create_app(source: Connection | Settings | None = None) -> Flask:
    """Make the app for a connection, for what settings name, or else for what the environment names.

    The graph is opened at the first request, so a server may fork after this.
    """
    app = Flask(__name__)
    app.extensions["explorer"] = source if isinstance(source, Connection) else connect(settings=source)
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    for part in (caching, cell_html, compression, failures, security, showing):
        part.register(app)
    for routes in (
        api.routes,
        files.routes,
        pictures.routes,
        question_page.routes,
        pages.routes,
        evidence.routes,
        compare.routes,
        guide.routes,
    ):
        app.register_blueprint(routes)
    return app
