"""Pages as they were sent, by what they were made of, so that many who ask for one of them cost one making.

Who asks for a page that is being made waits for it. The page that was asked for longest ago goes first.
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
        self._making: dict[str, threading.Event] = {}
        self._size = 0
        self._lock = threading.Lock()

    def get(self, key: str, seconds: float) -> Response | None:
        """The page of this key as a response of its own; where another thread makes it, it is waited for so long.

        Where there is none it is the caller who makes it, and says by `made` when that has come to an end.
        """
        if not self._room:
            return None
        with self._lock:
            found, making = self._found(key), self._making.get(key)
            if found is None and making is None:
                self._making[key] = threading.Event()
        if found is not None or making is None:
            return found
        making.wait(seconds)
        with self._lock:
            return self._found(key)

    def made(self, key: str) -> None:
        """Wake those who wait for the page of this key, whether or not it was made."""
        with self._lock:
            making = self._making.pop(key, None)
        if making is not None:
            making.set()

    def _found(self, key: str) -> Response | None:
        if key not in self._pages:
            return None
        self._pages.move_to_end(key)
        content, headers = self._pages[key]
        return Response(content, headers=headers)

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
