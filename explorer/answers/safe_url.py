"""An address from the data comes in; it goes out if it leads to the web, for anybody may have written it."""

from __future__ import annotations

from urllib.parse import urlsplit


def safe(url: str | None) -> str | None:
    """An address from the data if it leads to the web, None for anything a browser would run."""
    try:
        parts = urlsplit((url or "").strip())
    except ValueError:
        return None
    return url.strip() if url and parts.scheme.lower() in ("http", "https") and parts.netloc else None
