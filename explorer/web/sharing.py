"""How to take an answer along: its files, its citation, and the same statement in Neo4j Browser."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from urllib.parse import quote, urlsplit

from flask import request

from explorer import dates
from explorer.asking.answers import Answer
from explorer.asking.literals import param_lines
from explorer.asking.query_file import QueryFile
from explorer.connection import Connection
from explorer.web import links
from explorer.web.examples import in_words
from explorer.web.forms import lead
from explorer.web.showing import spoken
from explorer.web.views import View

#: Where Aura's databases are looked at.
_AURA, _AURA_BROWSER = ".databases.neo4j.io", "https://browser.neo4j.io/"


def in_full(asked: QueryFile, values: Mapping[str, str], answer: Answer) -> str:
    """The question with the values that narrow it, as a person would say it."""
    called = {name: spoken(answer.parameters[name]) for name in values if name != "limit"}
    said = in_words(asked, called)
    if not said:
        needed = {name: text for name, text in called.items() if asked.parameter(name).required}
        more = [f"{lead(name)} {text}" for name, text in called.items() if name not in needed]
        said = " ".join([in_words(asked, needed) or asked.title, *more])
    return said[:1].upper() + said[1:]


def citation(asked: QueryFile, values: Mapping[str, str], view: View, answer: Answer) -> str:
    """One line that names the question, the state of the data, the day, and where to find it again."""
    address = request.host_url.rstrip("/") + links.question(asked.name, {**values, **view.stated})
    day = dates.show(datetime.now(UTC).date().isoformat())
    data = f", data {answer.dataset}" if answer.dataset else ""
    return f"“{in_full(asked, values, answer)}”. Explorer{data}. Retrieved {day}. {address}"


def in_neo4j_browser(connection: Connection, asked: QueryFile, answer: Answer | None) -> str | None:
    """The address that opens Neo4j Browser with values and statement in its editor; None for another engine."""
    base = browser_address(connection)
    if not base:
        return None
    text = f"{param_lines(asked, answer.parameters if answer is not None else {})}\n{asked.cypher}"
    return f"{base}{'&' if '?' in base else '?'}cmd=edit&arg={quote(text, safe='')}"


def browser_address(connection: Connection) -> str | None:
    """Where Neo4j Browser is: as set, at Aura, or at the port where a server offers it."""
    uri = connection.settings.neo4j_uri
    if not uri:
        return None
    if connection.settings.browser:
        return connection.settings.browser
    parts = urlsplit(uri)
    host = parts.hostname or ""
    if host.endswith(_AURA):
        return f"{_AURA_BROWSER}?connectURL={quote(uri, safe='')}"
    shown = f"[{host}]" if ":" in host else host
    secure = "+s" in parts.scheme
    return f"https://{shown}:7473/browser/" if secure else f"http://{shown}:7474/browser/"
