"""Rows of a QGIS layer or table as requests for plan areas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Optional

from qgis.core import NULL, QgsFeature, QgsProcessingFeatureSource

from diwi_qgis.errors import InputError
from diwi_qgis.progress import Progress

if TYPE_CHECKING:
    from diwi_qgis.sources.plan_request import Regel

#: Names by which a field is found when it is not stated, without case and underscores; the first that has a value.
_PLAN_NAMES = ("plan", "plancode", "code", "externid", "identificatienr", "planid", "projectid", "projectnr")
_NAME_NAMES = ("naam", "plannaam", "projectnaam", "project")
_PARCEL_NAMES = ("percelen", "perceel", "aanduidingen", "aanduiding", "kadastraleaanduiding", "gekoppeldperceel")


class Fields(NamedTuple):
    """Fields as the user stated them; empty ones are found by their names."""

    plan: str = ""
    naam: str = ""
    percelen: str = ""


def read_rows(source: QgsProcessingFeatureSource, plan: str, stated: Fields, progress: Progress) -> list[Regel]:
    """A line per feature; with `plan` all features are of that plan."""
    from diwi_qgis.sources.plan_request import Regel

    names = source.fields().names()
    for name in stated:
        if name and name not in names:
            raise InputError(
                f"De laag heeft geen veld '{name}'. Wel: {', '.join(names)}.",
                f"The layer has no field '{name}'. It has: {', '.join(names)}.",
            )
    plan_fields = [stated.plan] if stated.plan else _found(names, _PLAN_NAMES)
    name_fields = [stated.naam] if stated.naam else _found(names, _NAME_NAMES)
    features = list(progress.track(source.getFeatures(), max(1, source.featureCount()), 0.0, 0.1))
    has_geometry = any(feature.hasGeometry() for feature in features)
    parcel_fields = [stated.percelen] if stated.percelen else _found(names, _PARCEL_NAMES)
    by_text = bool(stated.percelen) or not has_geometry
    _need_fields(names, plan, [*plan_fields, *name_fields], parcel_fields if by_text else None)
    geometries = [None] * len(features) if by_text else _geometries(source, features)
    lines = []
    for number, (feature, geometry) in enumerate(zip(features, geometries), start=1):
        naam = _first(feature, name_fields)
        lines.append(
            Regel(
                plan=plan or _first(feature, plan_fields) or naam,
                tekst="; ".join(_text(feature, name) for name in parcel_fields) if by_text else "",
                geom=geometry,
                naam="" if plan else naam,
                waar=f"rij {number}",
            )
        )
    return lines


def _need_fields(names: list[str], plan: str, plan_fields: list[str], parcel_fields: Optional[list[str]]) -> None:
    listed = ", ".join(names) or "-"
    if not plan and not plan_fields:
        raise InputError(
            f"Geen veld met het plan herkend; geef het op (PLAN_FIELD) of noem één plan (PLAN). Velden: {listed}.",
            f"No field with the plan was recognised; state it (PLAN_FIELD) or name one plan (PLAN). Fields: {listed}.",
        )
    if parcel_fields is not None and not parcel_fields:
        raise InputError(
            f"De tabel heeft geen geometrie en geen herkend veld met percelen (PARCEL_FIELD). Velden: {listed}.",
            f"The table has no geometry and no recognised field with parcels (PARCEL_FIELD). Fields: {listed}.",
        )


def _geometries(source: QgsProcessingFeatureSource, features: list[QgsFeature]) -> list[Any]:
    """Geometries in EPSG:28992; an InputError names rows whose place cannot be trusted or that have none."""
    import shapely

    from diwi_qgis.sources.crs import epsg_of, place

    blobs = []
    for number, feature in enumerate(features, start=1):
        geometry = feature.geometry()
        if geometry.isNull() or geometry.isEmpty():
            raise InputError(f"Rij {number} heeft geen geometrie.", f"Row {number} has no geometry.")
        blobs.append(bytes(_straight(geometry).asWkb()))
    crs = source.sourceCrs()
    names = [f"rij {number}" for number in range(1, len(features) + 1)]
    return place(shapely.from_wkb(blobs), epsg_of(crs.authid()) if crs.isValid() else None, source.sourceName(), names)


def _straight(geometry: Any) -> Any:
    """The geometry without curves: shapely knows none."""
    geometry.convertToStraightSegment()
    return geometry


def _found(names: list[str], wanted: tuple[str, ...]) -> list[str]:
    """The fields called so, in the order wanted."""
    there = {name.replace("_", "").replace(" ", "").lower(): name for name in reversed(names)}
    return [there[name] for name in wanted if name in there]


def _first(feature: QgsFeature, names: list[str]) -> str:
    return next((text for text in (_text(feature, name) for name in names) if text), "")


def _text(feature: QgsFeature, name: str) -> str:
    value = feature[name]
    if value is None or value == NULL:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, (list, tuple)):
        return "; ".join(str(part) for part in value)
    return str(value).strip()
