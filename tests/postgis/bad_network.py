"""A network between client and server that can be cut at the worst moment: with a COMMIT under way."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress

BEFORE, AFTER = "before the server has it", "after the server did it"
_COMMIT = b"COMMIT\x00"


class BadNetwork:
    """Passes everything on between a port of its own and that of a server; `cut` says when it breaks."""

    def __init__(self, port: int) -> None:
        self.cut = ""
        self._server = ("127.0.0.1", port)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._open: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self) -> BadNetwork:
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.close()
        for end in self._open:
            end.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                server = socket.create_connection(self._server)
                self._open += [client, server]
                threading.Thread(target=self._requests, args=(client, server), daemon=True).start()
                threading.Thread(target=self._pass, args=(server, client), daemon=True).start()

    def _requests(self, client: socket.socket, server: socket.socket) -> None:
        with suppress(OSError):
            while data := client.recv(65536):
                if self.cut and data.endswith(_COMMIT):
                    if self.cut == AFTER:
                        client.shutdown(socket.SHUT_WR)  # what the server answers is lost
                        server.sendall(data)
                        server.shutdown(socket.SHUT_WR)
                    self.cut = ""
                    break
                server.sendall(data)
        self._hang_up(client, server)

    def _pass(self, server: socket.socket, client: socket.socket) -> None:
        with suppress(OSError):
            while data := server.recv(65536):
                client.sendall(data)
        self._hang_up(client, server)

    def _hang_up(self, *ends: socket.socket) -> None:
        for end in ends:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
