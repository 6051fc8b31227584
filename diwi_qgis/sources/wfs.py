"""WFS 2.0 as PDOK serves it (MapServer): pages of 1,000 by ``startIndex``, and smaller extents where that ends.

PDOK gives at most 1,000 features per answer (`defaultMaxFeatures` of PDOK/mapserver-operator) and refuses a ``startIndex``
over 50,000 ("scraping", `ogc.lua` there). ``CQL_FILTER`` is ignored in silence, so filters are of the OGC.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Optional

from diwi_qgis.sources.features import Extent, Page, Seen, read_page
from diwi_qgis.sources.http import Web
from diwi_qgis.sources.http_faults import TooFarError, lies
from diwi_qgis.sources.services import Dienst
from diwi_qgis.sources.vector import PAGE

#: The highest ``startIndex``, and the most features that one extent may have.
FARTHEST = 50_000

#: An extent (m) that is not made smaller any more.
_SMALLEST = 10.0


def pages(web: Web, dienst: Dienst, extent: Optional[Extent], filters: dict[str, str]) -> Iterator[Page]:
    """All features of a service within an extent that have the values of `filters`; some may come more than once.

    Raises:
        ServiceError: as `Web.get`; the service repeats itself; there are too many and no smaller extent is possible.
    """
    waiting = [extent]
    while waiting:
        here = waiting.pop()
        try:
            yield from _read(web, dienst, here, filters)
        except TooFarError as error:
            waiting += _quarters(here, error)


def _read(web: Web, dienst: Dienst, extent: Optional[Extent], filters: dict[str, str]) -> Iterator[Page]:
    """The pages of one extent. Raises TooFarError when it must be made smaller."""
    seen, start, largest = Seen(), 0, PAGE
    matched: Optional[int] = None
    while True:
        if start > FARTHEST:
            raise _too_many(dienst, start)
        page = read_page(web.get(dienst.adres, _question(dienst, extent, filters, start)))
        seen.add(page)
        yield page
        count = len(page.features)
        matched = page.matched if start == 0 else matched
        if matched is not None and matched > FARTHEST:
            raise _too_many(dienst, matched)
        start += count
        # a full page may have another behind it, whatever the service says; without a number only an empty one ends it
        if not count or (matched is not None and start >= matched and count < largest):
            break
        largest = count if start == count else max(largest, count)
    yield Page(dienst.adres, [], cut_off=seen.short_of(matched))


def _question(dienst: Dienst, extent: Optional[Extent], filters: dict[str, str], start: int) -> dict[str, str]:
    question = {
        "service": "WFS",
        "version": "2.0.0",
        "request": "GetFeature",
        "typeNames": dienst.laag,
        "outputFormat": "application/json",
        "srsName": "EPSG:28992",
        "count": str(PAGE),
        "startIndex": str(start),
    }
    if filters:  # a filter and a bounding box exclude each other
        question["filter"] = _filter(filters)
    elif extent is not None:
        question["bbox"] = ",".join([*(f"{value:.3f}" for value in extent), "urn:ogc:def:crs:EPSG::28992"])
    return question


def _filter(filters: dict[str, str]) -> str:
    """An OGC filter; names and values are ours and hold no markup."""
    equals = [
        f"<fes:PropertyIsEqualTo><fes:ValueReference>{name}</fes:ValueReference><fes:Literal>{value}</fes:Literal>"
        "</fes:PropertyIsEqualTo>"
        for name, value in filters.items()
    ]
    inside = equals[0] if len(equals) == 1 else f"<fes:And>{''.join(equals)}</fes:And>"
    return f'<fes:Filter xmlns:fes="http://www.opengis.net/fes/2.0">{inside}</fes:Filter>'


def _quarters(extent: Optional[Extent], error: TooFarError) -> list[Optional[Extent]]:
    if extent is None:
        raise error
    west, south, east, north = extent
    x, y = (west + east) / 2, (south + north) / 2
    if max(east - west, north - south) < _SMALLEST:
        raise error
    return [(west, south, x, y), (x, south, east, y), (west, y, x, north), (x, y, east, north)]


def _too_many(dienst: Dienst, count: int) -> TooFarError:
    told = lies(
        dienst.adres,
        f"er zijn er te veel ({count} of meer) op één plek",
        f"there are too many ({count} or more) in one place",
    )
    return TooFarError(told.text.nl, told.text.en)
