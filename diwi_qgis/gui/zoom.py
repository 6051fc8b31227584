"""The map goes to what a row of the register shows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Optional

from qgis.core import QgsCoordinateTransform, QgsFeatureRequest, QgsProject, QgsRectangle, QgsVectorLayer

from diwi_qgis.gui.session import RegisterSession
from diwi_qgis.model.tables import table as model_table
from diwi_qgis.store.address import Address
from diwi_qgis.workspace.layer_sources import table_layer
from diwi_qgis.workspace.layers import new_layer

#: Around what is shown, as a part of its size, and at least this many metres.
_MARGIN = 1.2
_SMALLEST = 25.0


def zoom_to(canvas: Any, session: RegisterSession, table: str, uuids: list[str]) -> bool:
    """Zoom to rows with a geometry; False when none of them has one. Flashes them when the project has their layer."""
    if session.address is None or not uuids:
        return False
    shown = session.layer(table)
    names = ", ".join(f"'{uuid}'" for uuid in uuids)
    request = QgsFeatureRequest().setFilterExpression(f'"uuid" IN ({names})').setNoAttributes()
    for layer in _layers(session.address, table, shown):
        box, ids = QgsRectangle(), []
        for feature in layer.getFeatures(request):
            if feature.hasGeometry() and not feature.geometry().isEmpty():
                box.combineExtentWith(feature.geometry().boundingBox())
                ids.append(feature.id())
        if ids:
            break
    else:
        return False
    box.scale(_MARGIN)
    box.grow(max(0.0, (_SMALLEST - min(box.width(), box.height())) / 2))
    transform = QgsCoordinateTransform(layer.crs(), canvas.mapSettings().destinationCrs(), QgsProject.instance())
    canvas.setExtent(transform.transformBoundingBox(box))
    canvas.refresh()
    if layer is shown:
        canvas.flashFeatureIds(shown, ids)
    return True


def _layers(register: Address, table: str, shown: Optional[QgsVectorLayer]) -> Iterator[QgsVectorLayer]:
    """Where a row of the table may be drawn: areas first, then, of a table that takes any geometry, points and lines."""
    yield shown or new_layer(register, table, table)
    if model_table(table).geometry == "Geometry":
        for shape in ("MultiPoint", "MultiLineString"):
            yield table_layer(register, table, table, shape)
