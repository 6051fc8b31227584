"""Questions to web services, asked in one way: patience, retries, cancel, and faults told in words.

The way to the network is an adapter, mounted in a `requests.Session`. Inside QGIS it is `workspace.network.QgisTransport`,
so that proxy, certificates and authentication of QGIS hold; elsewhere `DirectTransport`. Nothing here runs at import.
"""

from __future__ import annotations

import json
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Optional, Protocol, Union

from diwi_qgis.progress import Progress, silent
from diwi_qgis.sources import http_faults
from diwi_qgis.texts import Text

if TYPE_CHECKING:
    import requests

#: What may be mended by asking again: too busy, or a fault of the server or of something before it.
_AGAIN = (429, 500, 502, 503, 504)

#: How long (s) may pass before a cancel is noticed.
_TICK = 0.1

#: Bytes that are read at a time.
_PART = 1 << 16


@dataclass(frozen=True)
class Patience:
    """How long (s) to wait for a connection, for the next bytes and for a whole answer, and how often to ask.

    Between two attempts `pause` seconds, doubled each time; a server that names a time itself gets it, up to `most`.
    An answer of more than `largest` bytes (a page of a thousand parcels has some two million) is not taken.
    """

    connect: float = 10.0
    read: float = 60.0
    whole: float = 300.0
    attempts: int = 4
    pause: float = 1.0
    most: float = 30.0
    largest: int = 256 * 1024 * 1024


@dataclass(frozen=True)
class Answer:
    """A JSON object, with the address it came from at last and the headers (names in lower case)."""

    document: dict[str, Any]
    url: str
    headers: dict[str, str]


class Transport(Protocol):
    """A `requests` adapter that gives answers whole.

    It raises errors of `requests`; `Cancelled` within a second; and `ServiceError` when it takes too long in all or is too
    large.
    """

    def send(self, request: requests.PreparedRequest, **options: Any) -> requests.Response:
        """The answer to one request, without following redirects."""

    def close(self) -> None:
        """Nothing more will be asked."""


class DirectTransport:
    """The network as Python's `requests` reaches it, for programs without QGIS.

    A request waits in a thread of its own, so that a cancel need not wait for a server; the thread ends by itself.
    """

    def __init__(self, progress: Progress, patience: Patience) -> None:
        from requests.adapters import HTTPAdapter

        self._adapter = HTTPAdapter()
        self._progress, self._patience = progress, patience

    def send(self, request: requests.PreparedRequest, **options: Any) -> requests.Response:
        """See `Transport`."""
        outcome: list[Union[requests.Response, Exception]] = []

        def ask() -> None:
            try:
                response = self._adapter.send(request, **{**options, "stream": True})
                response._content = self._read(response)  # here, not later by whoever asked
                outcome.append(response)
            except Exception as error:
                outcome.append(error)

        thread = threading.Thread(target=ask, daemon=True)
        thread.start()
        end = time.monotonic() + self._patience.whole
        while thread.is_alive():
            thread.join(_TICK)
            self._progress.check()
            if time.monotonic() > end:
                raise http_faults.too_long(str(request.url), self._patience.whole)
        if isinstance(outcome[0], Exception):
            raise outcome[0]
        return outcome[0]

    def _read(self, response: requests.Response) -> bytes:
        content = bytearray()
        for part in response.iter_content(_PART):
            content += part
            if len(content) > self._patience.largest:
                response.close()
                raise http_faults.too_large(str(response.url), self._patience.largest)
        return bytes(content)

    def close(self) -> None:
        """See `Transport`."""
        self._adapter.close()


class Web:
    """Asks web services, one question at a time. Use as ``with Web(progress) as web``."""

    def __init__(
        self,
        progress: Optional[Progress] = None,
        transport: Optional[Transport] = None,
        patience: Optional[Patience] = None,
    ) -> None:
        self._progress = silent(progress)
        self._patience = patience or Patience()
        self._session = _session(transport or DirectTransport(self._progress, self._patience))

    def __enter__(self) -> Web:
        return self

    def __exit__(self, *_: object) -> None:
        self._session.close()

    def get(self, url: str, parameters: Optional[dict[str, str]] = None) -> Answer:
        """The JSON object at an address.

        Raises:
            ServiceError: no connection, no whole answer, an answer that is a refusal or no JSON object; after
                `Patience.attempts` where asking again may help.
            TooFarError: the server refuses to page further.
            Cancelled: the user asked to stop.
        """
        attempt, pause = 1, self._patience.pause
        while True:
            self._progress.check()
            try:
                return self._ask(url, parameters)
            except http_faults.PassingError as error:
                if attempt >= self._patience.attempts:
                    raise error.fault from error
                wait = min(error.wait if error.wait is not None else pause, self._patience.most)
                self._say_again(error.fault, attempt, wait)
            self._sleep(wait)
            attempt, pause = attempt + 1, pause * 2

    def _ask(self, url: str, parameters: Optional[dict[str, str]]) -> Answer:
        import requests

        try:
            response = self._session.get(url, params=parameters, timeout=(self._patience.connect, self._patience.read))
        except requests.RequestException as error:
            fault, passing = http_faults.of_error(url, error)
            raise (http_faults.PassingError(fault) if passing else fault) from error
        return _answer(url, response)

    def _say_again(self, fault: http_faults.ServiceError, attempt: int, wait: float) -> None:
        more = f"{attempt + 1}/{self._patience.attempts}"
        self._progress.say(
            Text(
                f"{fault.text.nl} Nieuwe poging ({more}) over {wait:.0f} s.",
                f"{fault.text.en} Next attempt ({more}) in {wait:.0f} s.",
            )
        )

    def _sleep(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._progress.check()
            time.sleep(min(_TICK, max(0.0, end - time.monotonic())))


def _session(transport: Transport) -> requests.Session:
    """The one place where sessions are made."""
    import requests

    session = requests.Session()
    session.max_redirects = 5
    session.headers.update(
        {"User-Agent": "DIWI for QGIS", "Accept": "application/geo+json, application/json;q=0.9, */*;q=0.1"}
    )
    adapter: Any = transport
    session.mount("https://", adapter)
    session.mount("http://", adapter)
    return session


def _answer(url: str, response: requests.Response) -> Answer:
    headers = {name.lower(): value for name, value in response.headers.items()}
    status, text = response.status_code, response.content
    if status in _AGAIN:
        raise http_faults.PassingError(http_faults.of_status(url, status, text), _seconds(headers.get("retry-after")))
    if status != 200:
        raise http_faults.of_status(url, status, text)
    if url.startswith("https:") and not response.url.startswith("https:"):
        raise http_faults.unsafe(url, response.url)
    length = headers.get("content-length", "")
    if length.isdecimal() and "content-encoding" not in headers and len(text) < int(length):
        raise http_faults.PassingError(http_faults.half(url, len(text), int(length)))
    if "json" not in headers.get("content-type", "json"):
        raise http_faults.of_content(url, headers["content-type"], text)
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise http_faults.PassingError(http_faults.malformed(url, str(error))) from error
    if not isinstance(document, dict):
        raise http_faults.malformed(url, type(document).__name__)
    return Answer(document, response.url, headers)


def _seconds(retry_after: Optional[str]) -> Optional[float]:
    return float(retry_after) if retry_after and retry_after.strip().isdecimal() else None
