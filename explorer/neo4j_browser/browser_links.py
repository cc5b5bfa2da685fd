"""Addresses of Neo4j Browser: of itself, and of a statement in its editor."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from explorer.settings import LOCAL_HOSTS, Settings

#: Where Aura's databases are looked at.
_AURA, _AURA_BROWSER = ".databases.neo4j.io", "https://browser.neo4j.io/"


def editor_link(settings: Settings, text: str) -> str | None:
    """The address that opens Browser, connected to this graph, with the text in its editor; None for another engine."""
    base = browser_address(settings)
    if not base:
        return None
    return f"{base}{'&' if '?' in base else '?'}cmd=edit&arg={quote(text, safe='')}"


def browser_origins(settings: Settings) -> frozenset[str]:
    """What a page of Browser may say that it is from; this machine has several names. Empty without a Neo4j."""
    base = browser_address(settings)
    if not base:
        return frozenset()
    parts = urlsplit(base)
    if parts.hostname not in LOCAL_HOSTS:
        return frozenset((f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}",))
    port = f":{parts.port}" if parts.port else ""
    return frozenset(f"{parts.scheme}://{_in_address(host)}{port}" for host in LOCAL_HOSTS)


def browser_address(settings: Settings) -> str | None:
    """Where Neo4j Browser is: as set, at Aura, or at the port where a server offers it; it is told where the graph is.

    None where the graph is not a Neo4j.
    """
    uri = settings.neo4j_uri
    if not uri:
        return None
    parts = urlsplit(uri)
    host = parts.hostname or ""
    if settings.browser:
        return settings.browser
    if host.endswith(_AURA):
        return f"{_AURA_BROWSER}?connectURL={quote(uri, safe='')}"
    secure = "+s" in parts.scheme
    page = f"https://{_in_address(host)}:7473/browser/" if secure else f"http://{_in_address(host)}:7474/browser/"
    return f"{page}?dbms={quote(uri, safe='')}"


def _in_address(host: str) -> str:
    return f"[{host}]" if ":" in host else host
