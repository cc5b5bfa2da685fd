"""The web server: an app and an address come in, a waitress server goes out that slow and many clients do not stop.

Connections are held by one thread that never waits for any of them, and answers are made by others, so a client costs a
connection until its request has come whole, and again until it has taken its answer. Both have a time. Where
connections are few, who waits longest of the address that has most of them goes first. What says whether the server is
well has a lane of its own past all questions.
"""

from __future__ import annotations

import time
from collections import Counter
from typing import Any

from waitress.adjustments import Adjustments
from waitress.channel import ClientDisconnected, HTTPChannel
from waitress.server import TcpWSGIServer
from waitress.task import ErrorTask, ThreadedTaskDispatcher
from waitress.utilities import Error
from waitress.wasyncore import close_all, loop

from explorer.web.security import HEADERS

#: Seconds in which a request has to come whole, and those after which a client goes that sends or takes nothing.
ARRIVING, SILENT = 10, 20
#: Connections held, and requests that wait for their turn.
CONNECTIONS, WAITING = 200, 120
#: Bytes of an address with all headers, and of what is sent with it: a form with a token is the most.
LONGEST_HEAD, LONGEST_BODY = 32_768, 65_536
_THREADS, _QUICK_THREADS = 8, 2

_REFUSALS = {
    413: f"Too much was sent: {LONGEST_BODY:,} bytes are the most.",
    431: f"The address or another header is too long: together they may have {LONGEST_HEAD:,} bytes.",
    503: "Too many requests wait for their turn. Try again in a moment.",
}


class _Busy(Error):  # type: ignore[misc]
    code = 503
    reason = "Service Unavailable"


class _Refusal(ErrorTask):  # type: ignore[misc]
    """What is said without asking the app: to what is no request, and to one too many."""

    def service(self) -> None:
        """Say it. A client that is gone is let go, which waitress cannot where it found no path in the request."""
        try:
            super().service()
        except ClientDisconnected:
            self.close_on_finish = True

    def execute(self) -> None:
        """Write the refusal."""
        error = self.request.error
        self.status = f"{error.code} {error.reason}"
        body = (_REFUSALS.get(error.code, f"This request cannot be understood: {error.reason}.") + "\n").encode()
        self.response_headers += [*HEADERS.items(), ("Content-Type", "text/plain; charset=utf-8")]
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


class _Channel(HTTPChannel):  # type: ignore[misc]
    """A connection."""

    error_task_class = _Refusal
    #: When the first byte came of a request that has not come whole.
    begun: float | None = None

    def received(self, data: bytes) -> Any:
        """Take what came; the time runs from the first byte of a request on."""
        taken = super().received(data)
        self.begun = None if self.request is None else self.begun or time.time()
        return taken

    def handle_error(self) -> None:
        """End the connection after what no HTTP can be made of."""
        self.logger.warning("Closed a connection: what came on it is no HTTP.")
        self.handle_close()

    def late(self, now: float) -> bool:
        """Whether its client takes too long, with the rest of a request or with anything."""
        return now - self.last_activity > SILENT or (self.begun is not None and now - self.begun > ARRIVING)


class _Listener(TcpWSGIServer):  # type: ignore[misc]
    """A socket that is listened at."""

    channel_class = _Channel

    # Not by waitress' own maintenance, which waits with closing until the client takes more.
    def tidy(self) -> None:
        """End the connections of clients that take too long, and one where there are too many."""
        now = time.time()
        channels = list(self.active_channels.values())
        waiting = [each for each in channels if not each.requests]
        late = [each for each in waiting if each.late(now)]
        if len(channels) > CONNECTIONS and waiting and not late:
            held = Counter(each.addr[0] for each in channels)
            late = [max(waiting, key=lambda each: (held[each.addr[0]], -each.last_activity))]
        for each in late:
            each.handle_close()


class _Lanes:
    """Threads that answer: some for what is quick and must not wait, others for all else."""

    def __init__(self) -> None:
        self.quick, self.others = ThreadedTaskDispatcher(), ThreadedTaskDispatcher()
        self.quick.set_thread_count(_QUICK_THREADS)
        self.others.set_thread_count(_THREADS)

    def add_task(self, channel: _Channel) -> None:
        """Have the request of a connection answered. One too many is refused, of the address that has most of them."""
        request = channel.requests[0]
        if request.error or request.path == "/health":
            self.quick.add_task(channel)
            return
        self.others.add_task(channel)
        with self.others.lock:
            queue = self.others.queue
            if len(queue) <= WAITING:
                return
            held = Counter(each.addr[0] for each in queue)
            refused = max(reversed(queue), key=lambda each: held[each.addr[0]])
            queue.remove(refused)
        refused.requests[0].error = _Busy("")
        self.quick.add_task(refused)

    def shutdown(self) -> None:
        """Let what is being answered come to its end, and nothing else begin."""
        self.others.shutdown()
        self.quick.shutdown()


class Server:
    """Listens at an address from the start; a name may stand for several numbers. Raises OSError, ValueError."""

    def __init__(self, app: Any, host: str, port: int) -> None:
        adjusted = Adjustments(
            host=host,
            port=port,
            ident=None,
            clear_untrusted_proxy_headers=False,  # the app knows whom to trust
            connection_limit=CONNECTIONS * 2,
            max_request_header_size=LONGEST_HEAD,
            max_request_body_size=LONGEST_BODY,
            channel_request_lookahead=1,  # so it is noticed when a client is gone, and its request is dropped
            outbuf_high_watermark=1 << 40,  # a thread never waits for a client to take its answer
            log_socket_errors=False,
        )
        self._map: dict[int, Any] = {}
        self._lanes = _Lanes()
        self._listeners = [
            _Listener(app, self._map, dispatcher=self._lanes, adj=adjusted, sockinfo=each) for each in adjusted.listen
        ]

    @property
    def port(self) -> int:
        """The port that is listened at."""
        return int(self._listeners[0].effective_port)

    def run(self) -> None:
        """Serve until SystemExit or KeyboardInterrupt."""
        try:
            while True:
                loop(timeout=1, map=self._map, count=1)
                for each in self._listeners:
                    each.tidy()
        except (SystemExit, KeyboardInterrupt):
            self.close()

    def close(self) -> None:
        """Finish what is being answered, and end."""
        self._lanes.shutdown()
        close_all(self._map)
