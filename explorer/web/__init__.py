"""The web pages and the same answers as JSON and CSV: a connection or settings in, a Flask app out."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from explorer import connect
from explorer.connection import Connection
from explorer.settings import Settings
from explorer.web import (
    addresses,
    answer_pictures,
    caching,
    cell_html,
    compression,
    error_pages,
    filters,
    security,
    sign_in,
    unseen_signs,
)
from explorer.web.entities import entity_page
from explorer.web.evidence import panel
from explorer.web.pages import api, ask, compare, downloads, guide_page, home, question


def create_app(source: Connection | Settings | None = None, hosts: Sequence[str] = (), kept: int = 0) -> Flask:
    """Make the app for a connection, for what settings name, or else for what the environment names.

    It answers to the host names of the settings, else to those given here, else to any. It takes the word of as many
    proxies as the settings say, and asks for their token, if there is one. The graph is opened at the first request, so
    a server may fork after this. `kept` bytes of pages stay in memory until the data changes. Raises UsageError for
    a token that is too short.
    """
    app = Flask(__name__)
    connection = source if isinstance(source, Connection) else connect(settings=source)
    app.extensions["explorer"] = connection
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    security.register(app, connection.settings.hosts or hosts)
    if connection.settings.token:
        sign_in.register(app, connection.settings.token)
    addresses.register(app)
    caching.register(app, kept)
    for part in (cell_html, compression, error_pages, filters, unseen_signs):
        part.register(app)
    for routes in (
        home.routes,
        ask.routes,
        question.routes,
        api.routes,
        downloads.routes,
        answer_pictures.routes,
        entity_page.routes,
        panel.routes,
        compare.routes,
        guide_page.routes,
    ):
        app.register_blueprint(routes)
    if trusted := connection.settings.proxy:
        app.wsgi_app = ProxyFix(app.wsgi_app, trusted, trusted, trusted, trusted, trusted)  # type: ignore[method-assign]
    return app
