"""What a page may not hold goes out of it: control characters, and signs that turn the direction of reading round.

Names and texts may have them, for sources hold any text; JSON and CSV keep them, since programs read those.
"""

from __future__ import annotations

import re

from flask import Flask, Response

#: In UTF-8: controls but tab and line ends, delete, the controls of Latin-1, and the two overrides of direction.
_UNSEEN = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xad\xae]")
_SIGN = "\ufffd".encode()


def register(app: Flask) -> None:
    """Let the pages of the app show a sign in their place, as the shell does."""
    app.after_request(_shown)


def _shown(response: Response) -> Response:
    # A page that was kept is compressed already, and was looked at before.
    if response.mimetype == "text/html" and not response.is_streamed and not response.content_encoding:
        page = response.get_data()
        if _UNSEEN.search(page):
            response.set_data(_UNSEEN.sub(_SIGN, page))
    return response
