"""The map goes to what a row of the register shows."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsCoordinateTransform, QgsFeatureRequest, QgsProject, QgsRectangle

from diwi_qgis.gui.session import RegisterSession
from diwi_qgis.workspace.layers import new_layer

#: Around what is shown, as a part of its size, and at least this many metres.
_MARGIN = 1.2
_SMALLEST = 25.0


def zoom_to(canvas: Any, session: RegisterSession, table: str, uuids: list[str]) -> bool:
    """Zoom to rows with a geometry; False when none of them has one. Flashes them when the project has their layer."""
    if session.path is None or not uuids:
        return False
    shown = session.layer(table)
    layer = shown or new_layer(session.path, table, table)
    names = ", ".join(f"'{uuid}'" for uuid in uuids)
    request = QgsFeatureRequest().setFilterExpression(f'"uuid" IN ({names})').setNoAttributes()
    box, ids = QgsRectangle(), []
    for feature in layer.getFeatures(request):
        if feature.hasGeometry() and not feature.geometry().isEmpty():
            box.combineExtentWith(feature.geometry().boundingBox())
            ids.append(feature.id())
    if not ids:
        return False
    box.scale(_MARGIN)
    box.grow(max(0.0, (_SMALLEST - min(box.width(), box.height())) / 2))
    transform = QgsCoordinateTransform(layer.crs(), canvas.mapSettings().destinationCrs(), QgsProject.instance())
    canvas.setExtent(transform.transformBoundingBox(box))
    canvas.refresh()
    if shown is not None:
        canvas.flashFeatureIds(shown, ids)
    return True
