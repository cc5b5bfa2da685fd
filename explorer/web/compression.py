"""What is sent is compressed as the browser can take it: pages, data, scripts and styles."""

from __future__ import annotations

from flask import Flask
from flask_compress import Compress

_TYPES = [
    "text/html",
    "text/css",
    "text/csv",
    "text/javascript",
    "application/javascript",
    "application/json",
    "application/problem+json",
    "image/svg+xml",
]


def register(app: Flask) -> None:
    """Compress what the app answers, best method first."""
    app.config.update(COMPRESS_MIMETYPES=_TYPES, COMPRESS_ALGORITHM=["br", "gzip"], COMPRESS_BR_LEVEL=5)
    Compress(app)
