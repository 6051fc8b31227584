"""Small HTTP servers on loopback, which answer as a test says: a page, slowly, half, somewhere else, or a lie."""

from __future__ import annotations

import json
import socket
import struct
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Reply:
    """`length` is announced instead of the real one; `delay` s pass before it, `drip` s between its bytes.

    `raw` is sent instead of an answer of HTTP. After it nothing comes and the connection stays open for `hold` s, or it is
    `reset`.
    """

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "application/geo+json"})
    length: int | None = None
    delay: float = 0.0
    drip: float = 0.0
    raw: bytes | None = None
    hold: float = 0.0
    reset: bool = False


class Server:
    """Use as ``with Server() as server``; a subclass says in `reply` what it answers. `asked` are the paths so far."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self._http: ThreadingHTTPServer | None = None
        self._stop = threading.Event()

    def reply(self, path: str) -> Reply:
        """The answer to a GET of this path with query."""
        raise NotImplementedError

    @property
    def url(self) -> str:
        """The address, without a slash at its end."""
        return f"http://127.0.0.1:{self._http.server_port}"

    def __enter__(self):
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                server.asked.append(self.path)
                server._send(self, server.reply(self.path))

            def log_message(self, *_):
                pass

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        threading.Thread(target=self._http.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_):
        self._stop.set()
        self._http.shutdown()
        self._http.server_close()

    def _send(self, handler: BaseHTTPRequestHandler, reply: Reply) -> None:
        if self._stop.wait(reply.delay):
            return
        with suppress(OSError):
            if reply.raw is None:
                self._send_answer(handler, reply)
            else:
                handler.wfile.write(reply.raw)
            self._stop.wait(reply.hold)
        if reply.length is not None or reply.raw is not None:
            handler.close_connection = True
        if reply.reset:  # no word of farewell: what is lost on the way is not sent again
            handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            handler.connection.close()

    @staticmethod
    def _send_answer(handler: BaseHTTPRequestHandler, reply: Reply) -> None:
        handler.send_response(reply.status)
        for name, value in reply.headers.items():
            if name.lower() not in ("content-length", "connection"):
                handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(reply.body) if reply.length is None else reply.length))
        handler.end_headers()
        for start in range(0, len(reply.body), 1 if reply.drip else max(1, len(reply.body))):
            handler.wfile.write(reply.body[start : start + 1] if reply.drip else reply.body)
            if reply.drip:
                handler.wfile.flush()
                time.sleep(reply.drip)


def collection(features: list[dict[str, Any]], **members: Any) -> bytes:
    """A GeoJSON answer in RD."""
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}
    return json.dumps({"type": "FeatureCollection", "crs": crs, "features": features, **members}).encode()
