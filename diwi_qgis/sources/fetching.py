"""Registers from services, as the same rows that files give (`sources.parcels`, `buildings`, `boundaries`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from typing import Any, Callable, Optional

from diwi_qgis.errors import InputError
from diwi_qgis.progress import Progress, silent
from diwi_qgis.sources import ogcapi, wfs
from diwi_qgis.sources.boundaries import areas_of, together
from diwi_qgis.sources.buildings import buildings_of
from diwi_qgis.sources.features import Extent, Harvest, Page
from diwi_qgis.sources.http import Web
from diwi_qgis.sources.parcels import parcels_of
from diwi_qgis.sources.reading import Gelezen, Reading
from diwi_qgis.sources.schemas import GEBIEDEN, PAND, PERCEEL, Schema
from diwi_qgis.sources.services import Dienst
from diwi_qgis.sources.vector import PAGE, parse_date
from diwi_qgis.store import Register
from diwi_qgis.texts import Text

_CLIENTS: dict[str, Callable[[Web, Dienst, Optional[Extent], dict[str, str]], Iterator[Page]]] = {
    "wfs": wfs.pages,
    "ogcapi": ogcapi.pages,
}


@dataclass(frozen=True)
class Waar:
    """What to fetch: all that meets `area` (a polygon in EPSG:28992), or all of the municipality with a four-digit code."""

    area: Optional[Any] = None
    gemeentecode: str = ""

    @property
    def extent(self) -> Optional[Extent]:
        """The box around the area."""
        return None if self.area is None else tuple(self.area.bounds)

    def filters(self, dienst: Dienst) -> dict[str, str]:
        """The attribute by which a service tells municipalities apart (option ``gemeente``), with its value."""
        name = dienst.opties.get("gemeente")
        return {name: f"GM{self.gemeentecode}"} if name and self.area is None else {}


def municipality(register: Register) -> Any:
    """The area of the register's own municipality, of the latest year there is.

    Raises:
        InputError: its boundary is not in the register.
    """
    areas = register.read("gebied")
    own = areas[(areas["soort"] == "gemeente") & (areas["gemeentecode"] == register.setting("gemeentecode"))]
    if own.empty:
        raise InputError(
            "De grens van de gemeente staat niet in het register. Haal eerst de gemeentegrens op (diwi:fetchboundaries), of "
            "geef een gebied op (EXTENT).",
            "The boundary of the municipality is not in the register. Fetch it first (diwi:fetchboundaries), or give an "
            "extent (EXTENT).",
        )
    return own.sort_values("jaar")["geom"].iloc[-1]


def fetch_parcels(web: Web, dienst: Dienst, waar: Waar, progress: Optional[Progress] = None) -> Gelezen:
    """The valid parcels that meet the area, as rows of table `perceel`.

    Raises:
        ServiceError: as `Web.get`; the answer holds no parcels or contradicts itself.
        InputError: coordinates are not what they claim to be.
    """
    return _met(parcels_of(_read(web, dienst, waar, (PERCEEL,), silent(progress))), waar)


def fetch_buildings(web: Web, dienst: Dienst, waar: Waar, progress: Optional[Progress] = None) -> Gelezen:
    """The buildings that meet the area, as rows of table `pand`. Raises as `fetch_parcels`."""
    return _met(buildings_of(_read(web, dienst, waar, (PAND,), silent(progress))), waar)


def fetch_boundaries(web: Web, diensten: Sequence[Dienst], waar: Waar, progress: Optional[Progress] = None) -> Gelezen:
    """Municipalities, districts and neighbourhoods, as rows of table `gebied`. Raises as `fetch_parcels`.

    The year of a division is that of the service, else the year in which it was fetched: such a service gives the
    boundaries of today.
    """
    progress, parts = silent(progress), []
    for number, dienst in enumerate(diensten):
        step = progress.part(number / len(diensten), (number + 1) / len(diensten))
        reading = _read(web, dienst, waar, GEBIEDEN, step)
        parts.append(_met(areas_of(reading, dienst.jaar or reading.source_date.year), waar))
    return together(parts)


def _read(web: Web, dienst: Dienst, waar: Waar, schema: Sequence[Schema], progress: Progress) -> Reading:
    harvest = Harvest(schema, dienst.laag)
    _gather(harvest, _CLIENTS[dienst.soort](web, dienst, waar.extent, waar.filters(dienst)), progress)
    if harvest.found is None:
        raise InputError(
            f"{dienst.titel}: er zijn daar geen {schema[0].label.nl}. Er is niets gewijzigd.",
            f"{dienst.titel}: there are no {schema[0].label.en} there. Nothing was changed.",
        )
    progress.say(
        Text(f"{dienst.titel}: {len(harvest)} objecten opgehaald.", f"{dienst.titel}: {len(harvest)} features fetched.")
    )
    day = parse_date(harvest.stamp) or date.today()
    return Reading(dienst.titel, harvest.content(), harvest.found, day, progress)


def _gather(harvest: Harvest, pages: Iterator[Page], progress: Progress) -> None:
    """Add all pages, each while the service works on the next one."""
    with ThreadPoolExecutor(max_workers=1) as beside:
        added: Future[None] = beside.submit(_nothing)
        try:
            for page in pages:
                added.result()
                progress.check(len(harvest) / max(harvest.expected, len(harvest) + PAGE))
                added = beside.submit(harvest.add, page)
        finally:
            added.result()  # what is wrong with a page is told before what is wrong with the next one


def _nothing() -> None:
    """Before the first page there is nothing to add."""


def _met(gelezen: Gelezen, waar: Waar) -> Gelezen:
    """Without what only meets the box around the area."""
    import shapely

    if waar.area is not None:
        shapely.prepare(waar.area)
        gelezen.rows = gelezen.rows[shapely.intersects(waar.area, gelezen.rows["geom"].to_numpy())]
    return gelezen
