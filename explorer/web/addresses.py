"""Addresses as people pass them on: what others added to follow them is left out, a slash at the end is taken away."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, unquote_plus

from flask import Flask, Request, current_app, redirect, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed
from werkzeug.wrappers import Response

#: Parameters that newsletters, advertisements and social networks add to an address, in small letters.
TRACKING = frozenset(
    "_ga _gl _hsenc _hsmi _kx dclid epik fbclid gad_source gbraid gclid gclsrc hsctatracking igsh igshid li_fat_id "
    "mc_cid mc_eid mkt_tok msclkid oly_anon_id oly_enc_id rb_clickid s_cid srsltid ttclid twclid vero_conv vero_id "
    "wbraid wickedid yclid ysclid __hsfp __hssc __hstc".split()
)
#: How further names of them begin: those of Urchin, Matomo and its older name, HubSpot.
TRACKING_PREFIXES = ("utm_", "mtm_", "pk_", "hsa_")


class AddressRequest(Request):
    """A request whose query string is without what only follows people."""

    def __init__(self, environ: dict[str, Any], *more: Any, **named: Any) -> None:
        environ["QUERY_STRING"] = without_tracking(environ.get("QUERY_STRING", ""))
        super().__init__(environ, *more, **named)


def register(app: Flask) -> None:
    """Let the app take addresses as they are passed on."""
    app.request_class = AddressRequest
    app.url_map.merge_slashes = False  # which would lead on by the name that the request came by
    app.before_request(_without_slashes)


def without_tracking(query: str) -> str:
    """A query string without the parameters that only follow people."""
    return "&".join(part for part in query.split("&") if not _follows(part))


def _follows(part: str) -> bool:
    name = unquote_plus(part.partition("=")[0]).lower()
    return name in TRACKING or name.startswith(TRACKING_PREFIXES)


def _without_slashes() -> Response | None:
    """To the same address without a slash at its end, or two in a row, if there is a page."""
    path = _plain(request.path)
    if path == request.path or not _is_page(path):
        return None
    return redirect(here(request.query_string), 308)


def with_query(path: str) -> str:
    """A path with the query string of the address at hand."""
    query = request.query_string.decode("latin-1")
    return f"{path}?{query}" if query else path


def here(query: bytes) -> str:
    """The address at hand with another query string. It never leads to another host, whatever the path."""
    path = quote(_plain(request.path), safe="/:@")
    return request.script_root + path + (f"?{query.decode('latin-1')}" if query else "")


def _plain(path: str) -> str:
    """A path without empty parts."""
    return "/" + "/".join(part for part in path.split("/") if part)


def _is_page(path: str) -> bool:
    try:
        current_app.url_map.bind("").match(path)
    except MethodNotAllowed:
        return True
    except HTTPException:
        return False
    return True
