"""A GeoJSON file as text: read with exact numbers and clear messages, its reference system and its shapes."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Optional

from diwi_qgis.errors import InputError
from diwi_qgis.exchange.geojson.nodes import GeenGetal
from diwi_qgis.sources.crs import epsg_of
from diwi_qgis.texts import Text

#: Properties by which a file of parcels or buildings is known, and the algorithm that reads it.
_SOURCES = (
    ("diwi:loadparcels", {"kadastraleGemeenteCode", "kadastrale_gemeente_code", "perceelnummer", "sectie"}),
    ("diwi:loadbuildings", {"bouwjaar", "oorspronkelijkBouwjaar", "oorspronkelijk_bouwjaar", "gebruiksdoel"}),
    ("diwi:loadboundaries", {"statcode", "gemeentecode", "wijkcode", "buurtcode"}),
)


class ShapeError(ValueError):
    """A geometry object that is no shape; `text` says why."""

    def __init__(self, nl: str, en: str) -> None:
        self.text = Text(nl, en)
        super().__init__(nl)


def read_collection(path: Path) -> dict[str, Any]:
    """The FeatureCollection in the file. Decimal numbers are `Decimal`, NaN and Infinity are `GeenGetal`.

    Raises:
        InputError: the file is not (complete) JSON, or no FeatureCollection of plans; says what it is instead.
    """
    data = _parse(path)
    kind = data.get("type") if isinstance(data, dict) else None
    features = data.get("features") if isinstance(data, dict) else None
    if kind != "FeatureCollection" or not isinstance(features, list):
        found = f"'{kind}'" if isinstance(kind, str) else type(data).__name__
        raise InputError(
            f"'{path.name}' is geen GeoJSON met plannen: verwacht is een FeatureCollection met een lijst 'features', "
            f"gevonden: {found}.",
            f"'{path.name}' is no GeoJSON of plans: a FeatureCollection with an array 'features' is expected, "
            f"found: {found}.",
        )
    _refuse_other_features(path, features)
    return data


def stated_epsg(crs: Any, file: str) -> Optional[int]:
    """EPSG code of a `crs` member in the old GeoJSON style; None when there is none (or it is null).

    Raises:
        InputError: a reference system is stated in words that mean nothing to us.
    """
    if crs is None:
        return None
    properties = crs.get("properties") if isinstance(crs, dict) else None
    named = properties if isinstance(properties, dict) else {}
    name = named.get("name") or named.get("href")
    epsg = epsg_of(name) if isinstance(name, str) else None
    if epsg is None:
        raise InputError(
            f"'{file}' noemt een onbekend coördinatenstelsel: {name!r}. Verwacht: "
            f'"crs": {{"type": "name", "properties": {{"name": "EPSG:28992"}}}}.',
            f"'{file}' states an unknown reference system: {name!r}. Expected: "
            f'"crs": {{"type": "name", "properties": {{"name": "EPSG:28992"}}}}.',
        )
    return epsg


def shape_of(geometry: Any) -> Any:
    """A shapely geometry from a GeoJSON geometry object; None when it is null or has no coordinates at all.

    Rings that are not closed are closed. Height is left out.

    Raises:
        ShapeError: not a geometry object, an unknown type, or coordinates that are no (finite) numbers.
    """
    import shapely

    if geometry is None:
        return None
    if not isinstance(geometry, dict):
        raise ShapeError("de geometrie is geen object", "the geometry is no object")
    kind, coordinates = geometry.get("type"), geometry.get("coordinates")
    if kind == "GeometryCollection":
        parts = [shape_of(part) for part in _array(geometry.get("geometries"))]
        return shapely.GeometryCollection([part for part in parts if part is not None])
    if coordinates is None or coordinates == []:
        return None
    if kind == "Polygon":
        return _polygon(coordinates)
    if kind == "MultiPolygon":
        return shapely.MultiPolygon([_polygon(part) for part in _array(coordinates)])
    if kind in ("Point", "MultiPoint", "LineString", "MultiLineString"):
        raise ShapeError(f"een {kind} is geen vlak", f"a {kind} is no area")
    raise ShapeError(f"onbekend soort geometrie {kind!r}", f"unknown kind of geometry {kind!r}")


def geometry_of(shape: Any) -> Optional[dict[str, Any]]:
    """A MultiPolygon as GeoJSON geometry object, every coordinate as it is; None for None."""
    if shape is None:
        return None
    parts = [
        [[list(point) for point in ring.coords] for ring in (part.exterior, *part.interiors)] for part in shape.geoms
    ]
    return {"type": "MultiPolygon", "coordinates": parts}


# -- text -------------------------------------------------------------------------------------------------------------


class _TwiceError(ValueError):
    """The same key twice in one object: one of both would vanish."""


def _parse(path: Path) -> Any:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise InputError(
            f"'{path}' kan niet worden gelezen: {error.strerror}.", f"'{path}' cannot be read: {error.strerror}."
        ) from error
    try:
        encoding = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise _not_json(path, f"byte {error.start} is geen UTF-8", f"byte {error.start} is not UTF-8") from error
    try:
        return json.loads(text, parse_float=_decimal, parse_constant=GeenGetal, object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        if not text.strip():
            raise _not_json(path, "het bestand is leeg", "the file is empty") from error
        if error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated"):
            raise _not_json(
                path,
                f"het bestand houdt op in regel {error.lineno}; het is onvolledig",
                f"the file stops at line {error.lineno}; it is incomplete",
            ) from error
        where = f"{error.lineno}, {error.colno}"
        raise _not_json(
            path, f"fout bij regel, teken {where}: {error.msg}", f"error at line, character {where}: {error.msg}"
        ) from error
    except RecursionError as error:
        raise _not_json(path, "de haken zijn te diep genest", "the brackets are nested too deep") from error
    except _TwiceError as error:
        raise _not_json(
            path, f"sleutel {error} staat twee keer in één object", f"key {error} twice in one object"
        ) from error
    except ValueError as error:
        raise _not_json(path, "een getal is te lang", "a number is too long") from error


def _decimal(text: str) -> Any:
    try:
        return Decimal(text)
    except InvalidOperation:  # an exponent beyond what even Decimal holds
        return GeenGetal(text)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        keys = [key for key, _ in pairs]
        raise _TwiceError(next(repr(key) for key in keys if keys.count(key) > 1))
    return found


def _not_json(path: Path, nl: str, en: str) -> InputError:
    return InputError(f"'{path.name}' is geen leesbare JSON: {nl}.", f"'{path.name}' is no readable JSON: {en}.")


def _refuse_other_features(path: Path, features: Sequence[Any]) -> None:
    """A file without any plan is something else; say what, when that is clear."""
    keys: set[str] = set()
    for feature in features:
        properties = feature.get("properties") if isinstance(feature, dict) else None
        if isinstance(properties, dict):
            if "projectgegevens" in properties or "woning_blokken" in properties:
                return
            keys.update(properties)
    if not features:
        return
    for algorithm, marks in _SOURCES:
        if keys & marks:
            raise InputError(
                f"'{path.name}' bevat geen plannen maar gegevens voor {algorithm} ({', '.join(sorted(keys & marks))}).",
                f"'{path.name}' has no plans but data for {algorithm} ({', '.join(sorted(keys & marks))}).",
            )
    raise InputError(
        f"'{path.name}' bevat geen plannen: geen enkele feature heeft 'projectgegevens' in zijn 'properties'.",
        f"'{path.name}' has no plans: no feature has 'projectgegevens' in its 'properties'.",
    )


# -- shapes -----------------------------------------------------------------------------------------------------------


def _array(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise ShapeError("de coördinaten zijn geen lijst", "the coordinates are no array")
    return value


def _polygon(rings: Any) -> Any:
    import shapely

    rings = [_ring(ring) for ring in _array(rings)]
    if not rings:
        return shapely.Polygon()
    return shapely.Polygon(rings[0], rings[1:])


def _ring(positions: Any) -> list[tuple[float, float]]:
    points = [_point(position) for position in _array(positions)]
    if points and points[0] != points[-1]:
        points.append(points[0])
    if len(points) < 4:
        raise ShapeError(
            f"een ring heeft {len(points)} punten; verwacht: minstens 4",
            f"a ring has {len(points)} points; expected: at least 4",
        )
    return points


def _point(position: Any) -> tuple[float, float]:
    values = _array(position)[:2]
    if len(values) != 2 or any(
        isinstance(value, bool) or not isinstance(value, (int, Decimal, GeenGetal)) for value in values
    ):
        raise ShapeError("een coördinaat is geen paar getallen", "a coordinate is no pair of numbers")
    x, y = (_float(value) for value in values)
    if not (math.isfinite(x) and math.isfinite(y)):
        shown = f"{values[0]}, {values[1]}"
        raise ShapeError(f"coördinaat ({shown}) is geen eindig getal", f"coordinate ({shown}) is no finite number")
    return x, y


def _float(value: Any) -> float:
    try:
        return float(value)
    except OverflowError:  # a whole number with more than 308 digits
        return math.inf
