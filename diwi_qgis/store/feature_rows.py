"""A row as a GDAL feature: every kind of value and the geometry, one row at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timezone
from typing import Any, Callable, Optional

from diwi_qgis.errors import RegisterError
from diwi_qgis.libraries import require
from diwi_qgis.model.schema import Kind, Table

Row = Mapping[str, Any]

#: GDAL's time-zone flag for UTC.
_UTC = 100


class Filler:
    """Puts a row's values in a feature; every column of `names` is set, so that GDAL can reuse one statement."""

    def __init__(self, declared: Table, layer: Any, names: Sequence[str]) -> None:
        definition = layer.GetLayerDefn()
        columns = [declared.column(name) for name in names if name not in ("geom", "fid")]
        self._setters = [
            (column.name, definition.GetFieldIndex(column.name), column.default, _SETTERS[column.kind])
            for column in columns
        ]

    def __call__(self, feature: Any, row: Row) -> None:
        """Fill the feature. Raises RuntimeError, which names the column, for a value that is not of its kind."""
        for name, index, default, setter in self._setters:
            value = row.get(name, default)
            if is_missing(value):
                feature.SetFieldNull(index)
                continue
            try:
                setter(feature, index, value)
            except ValueError as error:
                raise RuntimeError(f"{name}: {error}") from error


def is_missing(value: Any) -> bool:
    """Whether a value stands for nothing."""
    return value is None or bool(value != value)  # noqa: PLR0124 - NaN and NaT differ from themselves


def whole_number(value: Any) -> int:
    """A value as whole number; raises ValueError when it is none."""
    whole = int(value)
    if whole != value:
        raise ValueError(f"{value} geen geheel getal / not a whole number")
    return whole


def _set_text(feature: Any, index: int, value: Any) -> None:
    feature.SetFieldString(index, str(value))


def _set_integer(feature: Any, index: int, value: Any) -> None:
    feature.SetFieldInteger64(index, whole_number(value))


def _set_real(feature: Any, index: int, value: Any) -> None:
    feature.SetField(index, float(value))


def _set_boolean(feature: Any, index: int, value: Any) -> None:
    feature.SetFieldInteger64(index, int(bool(value)))


def _set_date(feature: Any, index: int, value: date) -> None:
    feature.SetField(index, value.year, value.month, value.day, 0, 0, 0.0, 0)


def _set_timestamp(feature: Any, index: int, value: datetime) -> None:
    moment = value.astimezone(timezone.utc) if value.tzinfo else value
    seconds = moment.second + moment.microsecond / 1e6
    feature.SetField(index, moment.year, moment.month, moment.day, moment.hour, moment.minute, seconds, _UTC)


_SETTERS: dict[Kind, Callable[[Any, int, Any], None]] = {
    Kind.TEXT: _set_text,
    Kind.INTEGER: _set_integer,
    Kind.REAL: _set_real,
    Kind.BOOLEAN: _set_boolean,
    Kind.DATE: _set_date,
    Kind.TIMESTAMP: _set_timestamp,
}


def wkb(declared: Table, rows: Sequence[Row]) -> Optional[list[Optional[bytes]]]:
    """Geometries as WKB in two dimensions, polygons as multipolygons where the table wants those; None: no geometry."""
    if declared.geometry is None or not any("geom" in row for row in rows):
        return None
    require("shapely")
    import numpy
    import shapely

    shapes = numpy.array([None] * len(rows), dtype=object)
    for number, row in enumerate(rows):
        shapes[number] = row.get("geom")
    if declared.geometry == "MultiPolygon":
        shapes = _multipolygons(declared, rows, shapes)
    return list(shapely.to_wkb(shapely.force_2d(shapes), byte_order=1))


def _multipolygons(declared: Table, rows: Sequence[Row], shapes: Any) -> Any:
    import numpy
    import shapely

    kinds = shapely.get_type_id(shapes)
    filled = (kinds >= 0) & ~shapely.is_empty(shapes)
    polygons = filled & (kinds == shapely.GeometryType.POLYGON)
    for number in numpy.flatnonzero(filled & ~polygons & (kinds != shapely.GeometryType.MULTIPOLYGON)):
        who, kind = rows[number].get("naam") or rows[number].get("uuid") or "", shapes[number].geom_type
        raise RegisterError(
            f"{declared.label} {who}: de geometrie is een {kind}, verwacht wordt een vlak.",
            f"{declared.label} {who}: the geometry is a {kind}, a polygon is expected.",
        )
    shapes[~filled] = None
    if polygons.any():
        shapes[polygons] = shapely.multipolygons(shapes[polygons], indices=numpy.arange(polygons.sum()))
    return shapes
