"""OGC API Features as PDOK serves it (GoKoala): 1,000 per page, the next one where ``rel=next`` points."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Optional
from urllib.parse import urljoin

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
    url: Optional[str] = f"{dienst.adres}/collections/{dienst.laag}/items"
    question: Optional[dict[str, str]] = _question(extent, filters)
    seen, visited = Seen(), set()
    matched: Optional[int] = None
    while url is not None:
        page = read_page(web.get(url, question))
        seen.add(page)
        yield page
        matched = page.matched if matched is None else matched
        url, question = _following(page), None
        if url in visited:
            raise lies(
                page.url, "de pagina's verwijzen in een kring naar elkaar", "the pages point at each other in a circle"
            )
        visited.add(url)
    yield Page(dienst.adres, [], cut_off=seen.short_of(matched))


def _question(extent: Optional[Extent], filters: dict[str, str]) -> dict[str, str]:
    question = {"limit": str(PAGE), "crs": _RD, **filters}
    if extent is not None:
        question.update({"bbox": ",".join(f"{value:.3f}" for value in extent), "bbox-crs": _RD})
    return question


def _following(page: Page) -> Optional[str]:
    if page.next is None:
        return None
    url = urljoin(page.url, page.next)
    if page.url.startswith("https:") and not url.startswith("https:"):
        raise unsafe(page.url, url)
    return url
