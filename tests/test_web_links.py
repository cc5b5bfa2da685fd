"""Addresses in an answer are right where the app is mounted below a prefix, and for ids with unusual characters."""

from __future__ import annotations

import re

from flask import Flask, request, url_for
from flask.testing import FlaskClient

from explorer import Connection
from explorer.web import create_app, links

ANSWER = "/questions/meetings-involving?actor=lavrov&view=table"


def addresses(client: FlaskClient, base: str) -> set[str]:
    page = client.get(ANSWER, base_url=base).get_data(as_text=True)
    return set(re.findall(r'href="(/[^"]*)"', page[page.index("<tbody") : page.index("</tbody>")]))


def test_every_address_of_a_table_has_the_prefix(sample: Connection) -> None:
    client = create_app(sample).test_client()
    plain, below = addresses(client, "http://localhost/"), addresses(client, "http://localhost/look/up")
    assert below == {f"/look/up{each}" for each in plain}
    assert {each.split("/")[1].partition("?")[0] for each in plain} >= {"meetings", "actors", "sources", "evidence"}


def test_ids_are_quoted_as_url_for_does_and_the_route_reads_them(sample: Connection) -> None:
    app = create_app(sample)
    with app.test_request_context():
        for id in ("lavrov", "a b", "100%", "Зал", "a?b#c", 'x"<y>', "a&b=c'd;e+f"):
            address = links.entity("actor", id)
            assert address == url_for("entities.entity", plural="actors", id=id)
            assert request_to(app, address) == {"plural": "actors", "id": id}


def request_to(app: Flask, address: str) -> dict[str, str]:
    with app.test_request_context(address):
        return dict(request.view_args or {})
