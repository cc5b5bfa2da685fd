"""Pages as they were sent, by what they were made of, so that many who ask for one of them cost one making.

The page that was asked for longest ago goes first.
"""

from __future__ import annotations

import threading
from collections import OrderedDict

from flask import Response

#: A page that takes more than this share of the room is not kept.
_SHARE = 8


class KeptPages:
    """Room for so many bytes of pages; none keeps nothing. Threads may share it."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._pages: OrderedDict[str, tuple[bytes, list[tuple[str, str]]]] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()

    def get(self, key: str) -> Response | None:
        """The page of this key as a response of its own."""
        with self._lock:
            found = self._pages.get(key)
            if found is None:
                return None
            self._pages.move_to_end(key)
        return Response(found[0], headers=found[1])

    def put(self, key: str, page: Response) -> None:
        """Keep a page, and let others go where there is no room."""
        content = page.get_data()
        if len(content) * _SHARE > self._room:
            return
        with self._lock:
            if key in self._pages:
                return
            self._pages[key] = content, list(page.headers)
            self._size += len(content)
            while self._size > self._room:
                _, (gone, _) = self._pages.popitem(last=False)
                self._size -= len(gone)
