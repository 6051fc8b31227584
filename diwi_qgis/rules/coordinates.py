"""Are coordinates that come from outside what they claim to be? Finite numbers, and in which reference system.

The boxes come from what each system gives over the Netherlands (3.2–7.3° E, 50.7–53.7° N, computed with PROJ); they do
not overlap, so a swap of axes or millimetres for metres is certain and no guess. Nothing here transforms: see
`sources.crs`. All functions take whole arrays of shapely geometries.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, Optional

from diwi_qgis.texts import Text

if TYPE_CHECKING:
    import numpy


class Stelsel(Enum):
    """A reference system (or mistake) that coordinates of Dutch data turn out to be in."""

    RD = "rd"
    RD_GEWISSELD = "rd_gewisseld"
    RD_MM = "rd_mm"
    LONLAT = "lonlat"
    LATLON = "latlon"
    WEB_MERCATOR = "web_mercator"
    UTM31 = "utm31"
    LAEA = "laea"
    BUITEN = "buiten"
    LEEG = "leeg"

    @property
    def epsg(self) -> Optional[int]:
        """EPSG code under which the coordinates can be read as they are; None for a mistake or outside."""
        return _EPSG.get(self)

    @property
    def text(self) -> Text:
        """What it is, for messages."""
        return _TEXT[self]


_EPSG = {
    Stelsel.RD: 28992,
    Stelsel.LONLAT: 4326,
    Stelsel.WEB_MERCATOR: 3857,
    Stelsel.UTM31: 25831,
    Stelsel.LAEA: 3035,
}

_TEXT = {
    Stelsel.RD: Text("RD New (EPSG:28992), x 0–300.000 en y 300.000–629.000 m", "RD New (EPSG:28992)"),
    Stelsel.RD_GEWISSELD: Text("RD New (EPSG:28992) met x en y verwisseld", "RD New (EPSG:28992) with x and y swapped"),
    Stelsel.RD_MM: Text("RD New (EPSG:28992) in millimeters", "RD New (EPSG:28992) in millimetres"),
    Stelsel.LONLAT: Text("lengte- en breedtegraad (EPSG:4326)", "longitude and latitude (EPSG:4326)"),
    Stelsel.LATLON: Text(
        "breedte- en lengtegraad in deze, verwisselde volgorde", "latitude and longitude in this, swapped, order"
    ),
    Stelsel.WEB_MERCATOR: Text("Web-Mercator (EPSG:3857)", "Web Mercator (EPSG:3857)"),
    Stelsel.UTM31: Text("ETRS89 / UTM zone 31N (EPSG:25831)", "ETRS89 / UTM zone 31N (EPSG:25831)"),
    Stelsel.LAEA: Text("ETRS89 / LAEA Europa (EPSG:3035)", "ETRS89 / LAEA Europe (EPSG:3035)"),
    Stelsel.BUITEN: Text("buiten Nederland", "outside the Netherlands"),
    Stelsel.LEEG: Text("leeg", "empty"),
}

#: x from, y from, x to, y to. RD itself: the range of validity; the swapped box starts at the southernmost Dutch y.
_BOXES = {
    Stelsel.RD: (-7_000.0, 289_000.0, 300_000.0, 629_000.0),
    Stelsel.RD_GEWISSELD: (300_000.0, -7_000.0, 629_000.0, 300_000.0),
    Stelsel.RD_MM: (-7_000_000.0, 289_000_000.0, 300_000_000.0, 629_000_000.0),
    Stelsel.LONLAT: (3.2, 50.7, 7.3, 53.7),
    Stelsel.LATLON: (50.7, 3.2, 53.7, 7.3),
    Stelsel.WEB_MERCATOR: (350_000.0, 6_560_000.0, 815_000.0, 7_120_000.0),
    Stelsel.UTM31: (500_000.0, 5_600_000.0, 810_000.0, 5_970_000.0),
    Stelsel.LAEA: (3_830_000.0, 3_050_000.0, 4_150_000.0, 3_430_000.0),
}


@dataclass(frozen=True)
class Oordeel:
    """What the coordinates of a whole file are: the system of most geometries, and where the others stand.

    `afwijkend` maps the position of every geometry in another system to that system; empty geometries are not in it.
    """

    stelsel: Stelsel
    afwijkend: Mapping[int, Stelsel]


def recognise_each(geometries: Sequence[Any]) -> list[Stelsel]:
    """The system of each geometry: that in whose box all of it lies (one stray vertex puts it outside)."""
    import numpy
    import shapely

    bounds = shapely.bounds(numpy.asarray(geometries, dtype=object)).reshape(-1, 4)
    found = numpy.full(len(bounds), Stelsel.BUITEN, dtype=object)
    found[numpy.isnan(bounds).any(axis=1)] = Stelsel.LEEG
    for stelsel, box in _BOXES.items():
        found[_inside(bounds, box)] = stelsel
    return list(found)


def recognise(geometries: Sequence[Any]) -> Oordeel:
    """The system of most geometries (LEEG when none has coordinates), and the ones that stand in another."""
    each = recognise_each(geometries)
    counts = Counter(stelsel for stelsel in each if stelsel is not Stelsel.LEEG)
    if not counts:
        return Oordeel(Stelsel.LEEG, {})
    main = counts.most_common(1)[0][0]
    strays = {place: stelsel for place, stelsel in enumerate(each) if stelsel not in (main, Stelsel.LEEG)}
    return Oordeel(main, strays)


def not_finite(geometries: Sequence[Any]) -> list[int]:
    """Positions of geometries with NaN, an infinite coordinate, or one so large that areas overflow (like 1e308).

    To be asked before anything else: `make_valid` silently drops a NaN vertex, and 1e308 counts as valid.
    """
    import numpy
    import shapely

    coordinates, owner = shapely.get_coordinates(numpy.asarray(geometries, dtype=object), return_index=True)
    wrong = ~(numpy.abs(coordinates) < 1e15).all(axis=1)  # NaN compares as false too
    return [int(place) for place in numpy.unique(owner[wrong])]


def _inside(bounds: numpy.ndarray, box: tuple[float, float, float, float]) -> numpy.ndarray:
    west, south, east, north = box
    x_min, y_min, x_max, y_max = bounds.T
    inside: numpy.ndarray = (x_min >= west) & (y_min >= south) & (x_max <= east) & (y_max <= north)
    return inside
