"""The web pages and the same answers as JSON and CSV: a connection or settings in, a Flask app out."""

from __future__ import annotations

from collections.abc import Sequence

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


def create_app(source: Connection | Settings | None = None, hosts: Sequence[str] = ()) -> Flask:
    """Make the app for a connection, for what settings name, or else for what the environment names.

    It answers to the host names of the settings, else to those given here, else to any. The graph is opened at the
    first request, so a server may fork after this.
    """
    app = Flask(__name__)
    connection = source if isinstance(source, Connection) else connect(settings=source)
    app.extensions["explorer"] = connection
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    security.register(app, connection.settings.hosts or hosts)
    for part in (caching, cell_html, compression, failures, showing):
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
