"""What goes wrong between us and a web service, told so that a user or a system administrator can do something."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Optional
from urllib.parse import urlsplit

from diwi_qgis.errors import InputError
from diwi_qgis.texts import Text

if TYPE_CHECKING:
    import requests

#: So much of what a server says is shown.
_SHOWN = 200

_STATUS = {
    401: Text("de dienst vraagt om in te loggen", "the service asks to log in"),
    403: Text("de dienst weigert toegang", "the service refuses access"),
    404: Text(
        "dit adres bestaat daar niet (meer). Een functioneel beheerder kan het adres wijzigen (instelling 'diensten')",
        "this address is not there (any more). A functional manager can change the address (setting 'diensten')",
    ),
    407: Text(
        "de proxyserver vraagt om in te loggen. Stel de proxy in onder Extra > Opties > Netwerk",
        "the proxy server asks to log in. Set the proxy in Settings > Options > Network",
    ),
    429: Text("de dienst krijgt te veel vragen achter elkaar", "the service gets too many questions in a row"),
}
_TROUBLE = Text("de dienst heeft een storing", "the service is out of order")


#: Errors of `requests`, the most specific first: what they mean, and whether asking again may help.
_ERRORS = (
    (
        "ProxyError",
        Text(
            "de proxyserver is niet bereikbaar of weigert. Stel de proxy in onder Extra > Opties > Netwerk",
            "the proxy server cannot be reached or refuses. Set the proxy in Settings > Options > Network",
        ),
        False,
    ),
    (
        "SSLError",
        Text(
            "het certificaat van de server wordt niet vertrouwd. Vraag uw systeembeheerder het certificaat van uw "
            "organisatie toe te voegen (Extra > Opties > Authenticatie > Certificaten beheren)",
            "the certificate of the server is not trusted. Ask your system administrator to add the certificate of your "
            "organisation (Settings > Options > Authentication > Manage certificates)",
        ),
        False,
    ),
    (
        "TooManyRedirects",
        Text("de server stuurt steeds door naar een ander adres", "the server keeps redirecting"),
        False,
    ),
    ("Timeout", Text("de server antwoordt niet op tijd", "the server does not answer in time"), True),
    ("ChunkedEncodingError", Text("het antwoord brak af", "the answer broke off"), True),
    ("ContentDecodingError", Text("het antwoord brak af", "the answer broke off"), True),
    (
        "ConnectionError",
        Text(
            "er is geen verbinding. Bent u met het netwerk verbonden? Wat eerder is opgehaald blijft bruikbaar",
            "there is no connection. Are you connected to the network? What was fetched before can still be used",
        ),
        True,
    ),
)


class ServiceError(InputError):
    """A service did not give what was asked; nothing was changed."""


class TooFarError(ServiceError):
    """The service refuses to page further through one answer (PDOK: ``startIndex`` > 50,000, "scraping")."""


class PassingError(Exception):
    """A fault that may be gone when asked again, after `wait` seconds if the server said so."""

    def __init__(self, fault: ServiceError, wait: Optional[float] = None) -> None:
        self.fault, self.wait = fault, wait
        super().__init__(str(fault))


def of_error(url: str, error: requests.RequestException) -> tuple[ServiceError, bool]:
    """What an error of `requests` means, and whether asking again may help."""
    import requests

    for name, what, passing in _ERRORS:
        if isinstance(error, getattr(requests.exceptions, name)):
            return _fault(url, what, _innermost(error)), passing
    return _fault(
        url, Text("de vraag kon niet worden gesteld", "the question could not be asked"), _innermost(error)
    ), False


def of_status(url: str, status: int, content: bytes) -> ServiceError:
    """What an answer other than 200 means."""
    said = _said(content)
    if status == 400 and "scraping" in said.casefold():
        return _fault(
            url,
            Text(
                "de dienst bladert niet verder door zo veel objecten. Haal een kleiner gebied op",
                "the service does not page further through so many features. Fetch a smaller area",
            ),
            said,
            TooFarError,
        )
    what = _STATUS.get(status, _TROUBLE if status >= 500 else Text("de dienst weigert de vraag", "the service refuses"))
    return _fault(url, what, f"{status} {said}".strip())


def of_content(url: str, kind: str, content: bytes) -> ServiceError:
    """An answer that is no JSON: what a service says is wrong, or a page of something that stands before it."""
    if "html" in kind:
        page = Text(
            "er kwam een webpagina in plaats van gegevens, mogelijk van een proxyserver of een inlogscherm",
            "a web page came instead of data, possibly from a proxy server or a login screen",
        )
        return _fault(url, page, _said(content))
    return _fault(url, Text("de dienst geeft geen gegevens", "the service gives no data"), f"{kind}: {_said(content)}")


def malformed(url: str, reason: str) -> ServiceError:
    """An answer that cannot be read."""
    return _fault(
        url, Text("het antwoord is onleesbaar of onvolledig", "the answer is unreadable or incomplete"), reason
    )


def half(url: str, count: int, expected: int) -> ServiceError:
    """An answer with fewer bytes than announced."""
    return _fault(url, Text("het antwoord brak af", "the answer broke off"), f"{count} / {expected} bytes")


def too_long(url: str, seconds: float) -> ServiceError:
    """An answer that keeps coming, or keeps being looked for; asking again would take as long."""
    what = Text(
        f"na {seconds:.0f} s is er nog geen heel antwoord", f"after {seconds:.0f} s there is no whole answer yet"
    )
    return _fault(url, what, "")


def too_large(url: str, largest: int) -> ServiceError:
    """An answer that would fill the memory."""
    size = f"{largest / 1e6:.0f} MB"
    return _fault(
        url, Text(f"het antwoord is te groot (meer dan {size})", f"the answer is too large (over {size})"), ""
    )


def unsafe(url: str, where: str) -> ServiceError:
    """A secure address that leads to one that is not."""
    what = Text(
        "de server stuurt door naar een onbeveiligd adres", "the server redirects to an address that is not secure"
    )
    return _fault(url, what, where)


def elsewhere(url: str) -> ServiceError:
    """An address for which there is a login, and that leads to another server."""
    what = Text(
        "de server stuurt door naar een andere server, en de login is daar niet voor",
        "the server redirects to another server, and the login is not for that one",
    )
    return _fault(url, what, "")


def lies(url: str, nl: str, en: str) -> ServiceError:
    """A service whose answers contradict each other."""
    return _fault(url, Text(nl, en), "")


def _fault(url: str, what: Text, reason: str, kind: type[ServiceError] = ServiceError) -> ServiceError:
    host = urlsplit(url).netloc.rpartition("@")[2]
    where = f" ({reason})" if reason else ""
    return kind(
        f"Ophalen bij {host} is niet gelukt: {what.nl}{where}. Er is niets gewijzigd.",
        f"Fetching from {host} failed: {what.en}{where}. Nothing was changed.",
    )


def _said(content: bytes) -> str:
    """The text of an answer without its markup."""
    text = content[:20_000].decode("utf8", errors="replace")
    report = re.search(r"<(?:\w+:)?ExceptionText[^>]*>(.*?)</", text, re.DOTALL)
    plain = html.unescape(
        re.sub(r"<(script|style).*?</\1>|<[^>]*>", " ", report[1] if report else text, flags=re.DOTALL)
    )
    return " ".join(plain.split())[:_SHOWN]


def _innermost(error: BaseException) -> str:
    """What the operating system or the protocol says, without the shells that libraries put round it."""
    while True:
        inner = getattr(error, "reason", None) or next(
            (part for part in error.args if isinstance(part, BaseException)), None
        )
        if not isinstance(inner, BaseException):
            return re.sub(r"^<[^>]*>:\s*", "", str(error))[:_SHOWN]
        error = inner
