"""Answers change only when the data or the program does: what a browser already has is not sent again.

The ETag is made of the address, the dataset version and a digest of the program's pages and questions, so it is
known before anything is asked of the graph.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from flask import Flask, Response, current_app, g, request

from explorer.statements import folder
from explorer.web import assets
from explorer.web.kept_pages import KeptPages
from explorer.web.request import connection, state, wants_json

#: What is fresh at every look, or has a version in its address.
_WITHOUT_ETAG = (None, "static", "api.health")
_FOR_A_YEAR = "public, max-age=31536000, immutable"


def register(app: Flask, room: int) -> None:
    """Let the app answer 304 where nothing changed, and name its static files by their content.

    Pages stay in `room` bytes of memory, and are sent again to whoever asks next for the same.
    """
    app.extensions["explorer-pages"] = KeptPages(room)
    package = Path(__file__).parent
    statics = sorted(path for path in (package / "static").rglob("*") if path.is_file())
    app.config["STATIC_VERSION"] = digest(statics)
    assets.register(app)
    program = [*package.rglob("*.html"), *package.parent.rglob("*.py"), *folder().rglob("*.cypher")]
    app.config["PAGES_VERSION"] = digest([*statics, *sorted(program)])
    app.url_defaults(_name_static)
    app.before_request(_unchanged)
    app.after_request(_mark)
    app.teardown_request(_made)


def digest(paths: Iterable[Path]) -> str:
    """A short digest of the contents of files."""
    found = hashlib.sha256()
    for path in paths:
        found.update(path.read_bytes())
    return found.hexdigest()[:12]


def _name_static(endpoint: str, values: dict[str, object]) -> None:
    if endpoint == "static" and not assets.is_built(str(values["filename"])):
        values.setdefault("v", current_app.config["STATIC_VERSION"])


def _unchanged() -> Response | None:
    if request.endpoint in _WITHOUT_ETAG or request.method not in ("GET", "HEAD"):
        return None
    g.etag = _etag()
    known = not request.if_none_match.star_tag and request.if_none_match.contains_weak(g.etag)
    if known:
        return Response(status=304)
    g.making = _key()
    return _pages().get(g.making, connection().settings.timeout)


def _made(_: BaseException | None) -> None:
    if "making" in g:
        _pages().made(g.making)


def _pages() -> KeptPages:
    kept: KeptPages = current_app.extensions["explorer-pages"]
    return kept


def _key() -> str:
    """What a page as it is sent hangs on."""
    return f"{g.etag} {request.headers.get('Accept-Encoding', '')}"


def _etag() -> str:
    version, notice = state()
    parts = (
        request.url,  # by its host, too: a page says where to find it again
        str(wants_json()),
        request.headers.get("HX-Request", ""),  # a part of a page instead of the whole
        str(version),
        str(notice),
        current_app.config["PAGES_VERSION"],
        questions_digest(),
        str(connection().settings.browser),
        datetime.now(UTC).date().isoformat(),  # which a citation names
    )
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:20]


def questions_digest() -> str:
    """A digest of all questions, which differ from one folder of question files to another."""
    found: str | None = current_app.extensions.get("explorer-questions")
    if found is None:
        texts = (question.cypher for question in connection().catalogue.values())
        found = hashlib.sha256("\0".join(texts).encode()).hexdigest()[:12]
        current_app.extensions["explorer-questions"] = found
    return found


def do_not_keep() -> None:
    """Let a browser that asks for the page at hand again get it made anew, since something is lacking in it."""
    g.pop("etag", None)


def _named_by_content() -> bool:
    built = assets.is_built(str((request.view_args or {}).get("filename")))
    return built or request.args.get("v") == current_app.config["STATIC_VERSION"]


def _mark(response: Response) -> Response:
    if request.endpoint == "static":
        keep = response.status_code < 400 and _named_by_content()
        response.headers["Cache-Control"] = _FOR_A_YEAR if keep else "no-cache"
        return response
    response.headers["Cache-Control"] = "no-cache"
    response.vary.add("Accept")
    if "etag" in g and response.status_code in (200, 304):
        response.set_etag(g.etag, weak=True)
        if response.status_code == 200:
            _pages().put(_key(), response)
        if request.if_none_match.star_tag:  # any state of the page will do, if there is a page
            response.status_code = 304
    return response
