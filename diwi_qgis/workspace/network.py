"""QGIS' network stack as the way for our questions to web services: its proxy, certificates, logins, log and time-out."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import (
    QgsApplication,
    QgsBlockingNetworkRequest,
    QgsFeedback,
    QgsNetworkAccessManager,
    QgsNetworkReplyContent,
)
from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest

from diwi_qgis.errors import Cancelled, InputError
from diwi_qgis.sources.http import Patience
from diwi_qgis.sources.http_faults import elsewhere, too_large, too_long

if TYPE_CHECKING:
    import requests

_Error = QNetworkReply.NetworkError

#: What Qt calls it: what `requests` calls it. Every other error is a lost connection.
_MEANING = {
    _Error.TimeoutError: "Timeout",
    _Error.OperationCanceledError: "Timeout",  # Qt's transfer time-out, as no one cancelled
    _Error.SslHandshakeFailedError: "SSLError",
    _Error.TooManyRedirectsError: "TooManyRedirects",
    _Error.InsecureRedirectError: "TooManyRedirects",
    _Error.ProxyConnectionRefusedError: "ProxyError",
    _Error.ProxyConnectionClosedError: "ProxyError",
    _Error.ProxyNotFoundError: "ProxyError",
    _Error.ProxyTimeoutError: "ProxyError",
    _Error.ProxyAuthenticationRequiredError: "ProxyError",
    _Error.UnknownProxyError: "ProxyError",
    _Error.ProtocolUnknownError: "InvalidURL",
}

_REDIRECTS = 5

#: Set by QGIS or Qt themselves; Qt unpacks an answer only when it asked for it itself.
_THEIRS = ("accept-encoding", "connection", "user-agent")


class QgisTransport:
    """A `sources.http.Transport`. May be used in any thread, by one at a time; `feedback` cancels.

    `logins` are ids of logins in QGIS' authentication database by the address that they are for; none is sent elsewhere.
    `whole` is how long (s) an answer may take in all, `largest` how many bytes it may have.
    """

    def __init__(
        self,
        feedback: Optional[QgsFeedback] = None,
        logins: Optional[Mapping[str, str]] = None,
        whole: float = Patience.whole,
        largest: int = Patience.largest,
    ) -> None:
        self._feedback, self._logins, self._whole, self._largest = feedback, logins or {}, whole, largest

    def send(self, request: requests.PreparedRequest, **options: Any) -> requests.Response:
        """See `sources.http.Transport`. Redirects are followed here, except those that QGIS cannot follow."""
        url = str(request.url)
        blocking = QgsBlockingNetworkRequest()
        login = self._login(url)
        if login:
            blocking.setAuthCfg(login)
        with self._limited() as limit:
            received = _Received(self._largest, limit)
            blocking.downloadProgress.connect(received.count, Qt.ConnectionType.DirectConnection)
            with _kept_home(url) if login else nullcontext():
                blocking.get(_question(request, options.get("timeout"), bool(login)), True, limit)
        if self._feedback is not None and self._feedback.isCanceled():
            raise Cancelled
        if received.too_much:
            raise too_large(url, self._largest)
        if limit.isCanceled():
            raise too_long(url, self._whole)
        if login and blocking.reply().error() == _Error.InsecureRedirectError:
            raise elsewhere(url)
        return _response(request, blocking.reply(), blocking.errorMessage())

    def _login(self, url: str) -> str:
        for address, login in self._logins.items():
            if url.startswith(address) and url[len(address) : len(address) + 1] in ("", "/", "?"):
                _check_unlocked(address)
                return login
        return ""

    @contextmanager
    def _limited(self) -> Iterator[QgsFeedback]:
        """Cancelled with ours, or when it takes too long: QGIS itself would follow redirects in a circle for ever."""
        limit = QgsFeedback()
        timer = threading.Timer(self._whole, limit.cancel)
        timer.daemon = True
        timer.start()
        if self._feedback is not None:
            self._feedback.canceled.connect(limit.cancel, Qt.ConnectionType.DirectConnection)
            if self._feedback.isCanceled():
                limit.cancel()
        try:
            yield limit
        finally:
            timer.cancel()
            if self._feedback is not None:
                self._feedback.canceled.disconnect(limit.cancel)

    def close(self) -> None:
        """See `sources.http.Transport`; connections are QGIS' own."""


class _Received:
    """Cancels when more than `largest` bytes came."""

    def __init__(self, largest: int, limit: QgsFeedback) -> None:
        self.too_much, self._largest, self._limit = False, largest, limit

    def count(self, received: int, _total: int) -> None:
        if received > self._largest:
            self.too_much = True
            self._limit.cancel()


def _check_unlocked(address: str) -> None:
    """Asking for the master password from here would hang where there is no window, and in a thread."""
    manager = QgsApplication.authManager()
    if manager.isDisabled() or not manager.masterPasswordIsSet():
        raise InputError(
            f"Voor {address} is een login ingesteld, maar de logins van QGIS zijn nog op slot. Voer eerst het "
            "hoofdwachtwoord in (Extra > Opties > Authenticatie). Er is niets gewijzigd.",
            f"A login was set for {address}, but the logins of QGIS are locked. Enter the master password first (Settings > "
            "Options > Authentication). Nothing was changed.",
        )


@contextmanager
def _kept_home(url: str) -> Iterator[None]:
    """A question with a login is redirected on its own server only: newer versions of QGIS set another policy than we asked."""
    policy = QNetworkRequest.RedirectPolicy.SameOriginRedirectPolicy

    def keep(question: QNetworkRequest) -> None:
        if question.url() == QUrl(url):
            question.setAttribute(QNetworkRequest.Attribute.RedirectPolicyAttribute, policy)

    name = QgsNetworkAccessManager.setRequestPreprocessor(keep)
    try:
        yield
    finally:
        QgsNetworkAccessManager.removeRequestPreprocessor(name)


def _question(request: requests.PreparedRequest, timeout: Any, with_login: bool) -> QNetworkRequest:
    """A login would be sent along wherever a redirect leads; with one only redirects of the same server are followed."""
    question = QNetworkRequest(QUrl(request.url))
    for name, value in request.headers.items():
        if name.lower() not in _THEIRS:
            question.setRawHeader(name.encode(), str(value).encode())
    policies = QNetworkRequest.RedirectPolicy
    policy = policies.SameOriginRedirectPolicy if with_login else policies.NoLessSafeRedirectPolicy
    question.setAttribute(QNetworkRequest.Attribute.RedirectPolicyAttribute, policy)
    question.setMaximumRedirectsAllowed(_REDIRECTS)
    if timeout:
        question.setTransferTimeout(int(1000 * timeout[1]))
    return question


def _response(request: requests.PreparedRequest, reply: QgsNetworkReplyContent, message: str) -> requests.Response:
    import requests

    response = requests.Response()
    response.request, response.url = request, str(request.url)
    response._content_consumed = True  # type: ignore[attr-defined]
    reached = reply.request().url()
    if reply.error() == _Error.ProtocolUnknownError and reached.isRelative():
        # QGIS does not complete such an address; `requests` does, and asks again
        response.status_code, response._content = requests.codes["found"], b""
        response.headers["Location"] = reached.toString()
        return response
    status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
    refused = status is not None and int(status) >= 400  # an answer with a status is an answer, to be judged by that
    if reply.error() != _Error.NoError and not refused:
        kind = getattr(requests.exceptions, _MEANING.get(reply.error(), "ConnectionError"))
        raise kind(message or reply.errorString())
    response.status_code, response._content = int(status or 0), bytes(reply.content())
    response.url = reached.toString() or response.url
    response.headers.update(
        {bytes(name).decode("latin1"): bytes(reply.rawHeader(name)).decode("latin1") for name in reply.rawHeaderList()}
    )
    return response
