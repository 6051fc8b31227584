"""Reference systems of files: what a name means, whether the coordinates agree with it, and on to RD New (EPSG:28992)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, Optional

from osgeo import gdal, osr

from diwi_qgis.errors import InputError
from diwi_qgis.model.tables import EPSG
from diwi_qgis.rules.coordinates import Stelsel, not_finite, recognise, recognise_each
from diwi_qgis.texts import Text

_CRS84 = re.compile(
    r"^(urn:ogc:def:crs:OGC:[\d.]*:CRS84|OGC:CRS84|https?://www\.opengis\.net/def/crs/OGC/[\d.]+/CRS84)$", re.I
)
_CODE = re.compile(
    r"^(?:EPSG::?|urn:ogc:def:crs:EPSG:[\d.]*:|https?://www\.opengis\.net/(?:def/crs/EPSG/[\d.]+/|gml/srs/epsg\.xml#))(\d+)$",
    re.I,
)

#: How many features a message names before it says "and so many more".
_NAMED = 3

#: Where a point ends that has no place in the other system; GDAL gives this itself when its exceptions are off.
_NOWHERE = (float("inf"), float("inf"), 0.0)


def epsg_of(name: str) -> Optional[int]:
    """EPSG code of a reference system as files spell it; None when the name is not understood.

    Understood: ``EPSG:n``, ``EPSG::n``, ``urn:ogc:def:crs:EPSG::n``, ``urn:ogc:def:crs:OGC:1.3:CRS84`` (as 4326, whose
    coordinates we always take in the order longitude, latitude), ``http://www.opengis.net/def/crs/EPSG/0/n``.
    """
    if _CRS84.match(name.strip()):
        return 4326
    match = _CODE.match(name.strip())
    return int(match[1]) if match else None


def to_rd(geometries: Sequence[Any], epsg: int) -> list[Any]:
    """The geometries in EPSG:28992, in one call for all; None stays None, and EPSG:28992 keeps every vertex as it is.

    Axes are in the order of files (x, y; longitude, latitude). PROJ picks its best operation, which is the official RD
    correction grid where that is installed. A vertex that cannot be transformed gets infinite coordinates.

    Raises:
        InputError: PROJ does not know the code.
    """
    import numpy
    import shapely

    array = numpy.asarray(geometries, dtype=object)
    if epsg == EPSG:
        return list(array)
    points = shapely.get_coordinates(array)
    return list(shapely.set_coordinates(shapely.force_2d(array), _transform(points.tolist(), epsg)))


def place(geometries: Sequence[Any], epsg: Optional[int], file: str, names: Sequence[str]) -> list[Any]:
    """The geometries of a file in EPSG:28992, provided that this can be trusted.

    `epsg` is what the file states; None (nothing stated) is judged by the coordinates. `names` says what each feature is
    called in messages, e.g. ``feature 3 (Kade)``.

    Raises:
        InputError: a coordinate is no finite number; the axes are swapped; the coordinates do not fit the stated
            system or lie outside the Netherlands. Names the features and, where certain, the likely system.
    """
    wrong = not_finite(geometries)
    if wrong:
        raise _not_finite_error(file, [names[position] for position in wrong])
    believed = epsg if epsg is not None else recognise(geometries).stelsel.epsg
    placed = list(geometries) if believed is None else to_rd(geometries, believed)
    strays = [
        position for position, stelsel in enumerate(recognise_each(placed)) if stelsel not in (Stelsel.RD, Stelsel.LEEG)
    ]
    if strays:
        likely = recognise([geometries[position] for position in strays]).stelsel
        raise _unlikely_error(file, epsg, likely, [names[position] for position in strays])
    return placed


def _transform(points: list[list[float]], epsg: int) -> Any:
    import numpy

    source, target = osr.SpatialReference(), osr.SpatialReference()
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        known = _found(source, epsg) and _found(target, EPSG)
        if not known:
            raise InputError(
                f"Het coördinatenstelsel EPSG:{epsg} is onbekend.", f"Reference system EPSG:{epsg} is unknown."
            )
        for system in (source, target):
            system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        moved = _moved(osr.CoordinateTransformation(source, target), points)
    finally:
        gdal.PopErrorHandler()
    return numpy.array(moved, dtype="float64").reshape(-1, 3)[:, :2]


def _moved(transformation: osr.CoordinateTransformation, points: list[list[float]]) -> list[tuple[float, float, float]]:
    """The points moved; infinite where PROJ cannot, which GDAL says by raising for all when its exceptions are on."""
    with suppress(RuntimeError):
        return list(transformation.TransformPoints(points))
    return [_moved_one(transformation, x, y) for x, y in points]


def _moved_one(transformation: osr.CoordinateTransformation, x: float, y: float) -> tuple[float, float, float]:
    try:
        return tuple(transformation.TransformPoint(x, y))
    except RuntimeError:
        return _NOWHERE


def _found(system: osr.SpatialReference, epsg: int) -> bool:
    try:
        return bool(system.ImportFromEPSG(epsg) == 0)
    except RuntimeError:  # when somebody in this process switched GDAL's exceptions on
        return False


def _not_finite_error(file: str, names: list[str]) -> InputError:
    who = _listed(names)
    return InputError(
        f"'{file}': {who.nl} heeft een coördinaat die geen eindig getal is (NaN, oneindig of te groot). "
        f"Er is niets opgeslagen.",
        f"'{file}': {who.en} has a coordinate that is not a finite number (NaN, infinite or too large). "
        f"Nothing was stored.",
    )


def _unlikely_error(file: str, epsg: Optional[int], likely: Stelsel, names: list[str]) -> InputError:
    who = _listed(names)
    stated = Text(f"coördinatenstelsel EPSG:{epsg}", f"reference system EPSG:{epsg}")
    if epsg is None:
        stated = Text("geen coördinatenstelsel", "no reference system")
    if likely is Stelsel.BUITEN:
        advice = Text(
            "De coördinaten liggen buiten Nederland; controleer het coördinatenstelsel van het bestand.",
            "The coordinates lie outside the Netherlands; check the reference system of the file.",
        )
    else:
        advice = Text(
            f"Waarschijnlijk is het {likely.text.nl}; verbeter het bestand of geef dat stelsel op.",
            f"They probably are {likely.text.en}; correct the file or state that system.",
        )
    return InputError(
        f"'{file}' noemt {stated.nl}, maar dat past niet bij de coördinaten van {who.nl}. {advice.nl} "
        f"Er is niets opgeslagen.",
        f"'{file}' states {stated.en}, which does not fit the coordinates of {who.en}. {advice.en} Nothing was stored.",
    )


def _listed(names: list[str]) -> Text:
    first, rest = ", ".join(names[:_NAMED]), len(names) - _NAMED
    if rest <= 0:
        return Text(first, first)
    return Text(f"{first} en nog {rest}", f"{first} and {rest} more")
