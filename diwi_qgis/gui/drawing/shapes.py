"""Geometries between QGIS and shapely."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsGeometry

from diwi_qgis.libraries import require


def to_shapely(geometry: QgsGeometry) -> Any:
    """The geometry in shapely, arcs as segments; None when there is none."""
    if geometry.isNull() or geometry.isEmpty():
        return None
    require("shapely")
    import shapely

    flat = QgsGeometry(geometry)
    flat.convertToStraightSegment()
    return shapely.force_2d(shapely.from_wkb(bytes(flat.asWkb())))


def to_qgis(shape: Any) -> QgsGeometry:
    """A geometry of shapely in QGIS; null for None."""
    made = QgsGeometry()
    if shape is not None:
        made.fromWkb(shape.wkb)
    return made
