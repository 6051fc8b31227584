"""OGC API Features as PDOK serves it (GoKoala): 1,000 per page, the next one where ``rel=next`` points."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Optional
from urllib.parse import parse_qsl, urljoin, urlsplit

from diwi_qgis.sources.features import Extent, Page, Seen, read_page
from diwi_qgis.sources.http import Web
from diwi_qgis.sources.http_faults import lies, unsafe
from diwi_qgis.sources.services import Dienst
from diwi_qgis.sources.vector import PAGE

_RD = "http://www.opengis.net/def/crs/EPSG/0/28992"


def pages(web: Web, dienst: Dienst, extent: Optional[Extent], filters: dict[str, str]) -> Iterator[Page]:
    """All features of a service within an extent that have the values of `filters`.

    Raises:
        ServiceError: as `Web.get`; the service repeats itself or sends us round in a circle.
    """
    url, ours = f"{dienst.adres}/collections/{dienst.laag}/items", _question(dienst, extent, filters)
    question, seen, visited = ours, Seen(), set()
    matched: Optional[int] = None
    while True:
        page = read_page(web.get(url, question))
        seen.add(page)
        yield page
        matched = page.matched if matched is None else matched
        if page.next is None:
            break
        if page.next in visited:
            raise lies(
                page.url, "de pagina's verwijzen in een kring naar elkaar", "the pages point at each other in a circle"
            )
        visited.add(page.next)
        url, question = _following(page.url, page.next, ours)
    yield Page(dienst.adres, [], cut_off=seen.short_of(matched))


def _question(dienst: Dienst, extent: Optional[Extent], filters: dict[str, str]) -> dict[str, str]:
    system = dienst.opties.get("stelsel", _RD)
    question = {"limit": str(PAGE), "crs": system, **filters}
    if extent is not None:
        question.update({"bbox": ",".join(f"{value:.3f}" for value in extent), "bbox-crs": system})
    return question


def _following(here: str, link: str, ours: dict[str, str]) -> tuple[str, dict[str, str]]:
    """Address and parameters of the next page. What we asked stays asked: QGIS Server spells it wrongly in its links."""
    parts = urlsplit(urljoin(here, link))
    if here.startswith("https:") and parts.scheme != "https":
        raise unsafe(here, link)
    return parts._replace(query="").geturl(), {**dict(parse_qsl(parts.query)), **ours}
