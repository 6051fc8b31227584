"""QGIS' network stack as the way for our questions to web services: its proxy, certificates, logins, log and time-out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import QgsApplication, QgsBlockingNetworkRequest, QgsFeedback, QgsNetworkReplyContent
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest

from diwi_qgis.errors import Cancelled, InputError

if TYPE_CHECKING:
    import requests

_Error = QNetworkReply.NetworkError

#: What Qt calls it: what `requests` calls it. Every other error below `_OF_CONTENT` is a lost connection.
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
    """

    def __init__(self, feedback: Optional[QgsFeedback] = None, logins: Optional[Mapping[str, str]] = None) -> None:
        self._feedback, self._logins = feedback, logins or {}

    def send(self, request: requests.PreparedRequest, **options: Any) -> requests.Response:
        """See `sources.http.Transport`; Qt follows redirects itself, never to an address that is less safe."""
        blocking = QgsBlockingNetworkRequest()
        for address, login in self._logins.items():
            url = str(request.url)
            if url.startswith(address) and url[len(address) : len(address) + 1] in ("", "/", "?"):
                _check_unlocked(address)
                blocking.setAuthCfg(login)
        blocking.get(_question(request, options.get("timeout")), True, self._feedback)
        if self._feedback is not None and self._feedback.isCanceled():
            raise Cancelled
        return _response(request, blocking.reply(), blocking.errorMessage())

    def close(self) -> None:
        """See `sources.http.Transport`; connections are QGIS' own."""


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


def _question(request: requests.PreparedRequest, timeout: Any) -> QNetworkRequest:
    question = QNetworkRequest(QUrl(request.url))
    for name, value in request.headers.items():
        if name.lower() not in _THEIRS:
            question.setRawHeader(name.encode(), str(value).encode())
    question.setAttribute(
        QNetworkRequest.Attribute.RedirectPolicyAttribute, QNetworkRequest.RedirectPolicy.NoLessSafeRedirectPolicy
    )
    question.setMaximumRedirectsAllowed(_REDIRECTS)
    if timeout:
        question.setTransferTimeout(int(1000 * timeout[1]))
    return question


def _response(request: requests.PreparedRequest, reply: QgsNetworkReplyContent, message: str) -> requests.Response:
    import requests

    status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
    refused = status is not None and int(status) >= 400  # an answer with a status is an answer, to be judged by that
    if reply.error() != _Error.NoError and not refused:
        kind = getattr(requests.exceptions, _MEANING.get(reply.error(), "ConnectionError"))
        raise kind(message or reply.errorString())
    response = requests.Response()
    response.status_code = int(status or 0)
    response.url, response.request = str(request.url), request
    response.headers.update(
        {bytes(name).decode("latin1"): bytes(reply.rawHeader(name)).decode("latin1") for name in reply.rawHeaderList()}
    )
    response._content = bytes(reply.content())
    response._content_consumed = True  # type: ignore[attr-defined]
    return response
