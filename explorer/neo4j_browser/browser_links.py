"""A statement comes in, the address that opens Neo4j Browser with it in the editor goes out."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from explorer.settings import Settings

_LOCAL = ("localhost", "127.0.0.1", "[::1]")
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
    hosts = _LOCAL if parts.hostname in ("localhost", "127.0.0.1", "::1") else (parts.netloc.rpartition("@")[2],)
    port = f":{parts.port}" if hosts is _LOCAL and parts.port else ""
    return frozenset(f"{parts.scheme}://{host}{port}" for host in hosts)


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
    shown = f"[{host}]" if ":" in host else host
    secure = "+s" in parts.scheme
    page = f"https://{shown}:7473/browser/" if secure else f"http://{shown}:7474/browser/"
    return f"{page}?dbms={quote(uri, safe='')}"
