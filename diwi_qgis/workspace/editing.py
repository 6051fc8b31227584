"""How this project is edited: what the mouse snaps to, that plans do not overlap, which layers are for looking only."""

from __future__ import annotations

from qgis.core import QgsProject, QgsSnappingConfig, QgsTolerance, QgsVectorLayer
from qgis.PyQt.QtGui import QColor

from diwi_qgis.workspace.layers import TABLE, find_layer, first_time

#: Layers that the mouse snaps to: all in the register, so that no service is asked for a whole country of lines.
_SNAP = ("project", "woningblok", "perceel", "pand")
_TOLERANCE = 12
#: What is selected lets parcels and buildings below it show.
_SELECTED = QColor(255, 200, 0, 110)
_VERTEX_AND_SEGMENT = QgsSnappingConfig.SnappingTypeFlag(QgsSnappingConfig.VertexFlag | QgsSnappingConfig.SegmentFlag)


def furnish(project: QgsProject) -> None:
    """Set it once: what the user changes afterwards stays.

    No transaction groups: with them the file is locked for everyone else from the first edit until the save, and every
    click is a line of history.
    """
    if not first_time(project, "editing"):
        return
    project.setSnappingConfig(_snapping(project))
    project.setTopologicalEditing(True)
    project.setSelectionColor(_SELECTED)
    plans = find_layer(project, "project")
    if plans is not None:
        project.setAvoidIntersectionsMode(QgsProject.AvoidIntersectionsMode.AvoidIntersectionsLayers)
        project.setAvoidIntersectionsLayers([plans])


def _snapping(project: QgsProject) -> QgsSnappingConfig:
    config = QgsSnappingConfig(project)
    config.setEnabled(True)
    config.setMode(QgsSnappingConfig.SnappingMode.AdvancedConfiguration)
    for layer in project.mapLayers().values():
        if isinstance(layer, QgsVectorLayer) and layer.isSpatial():
            config.setIndividualLayerSettings(
                layer,
                QgsSnappingConfig.IndividualLayerSettings(
                    layer.customProperty(TABLE) in _SNAP, _VERTEX_AND_SEGMENT, _TOLERANCE, QgsTolerance.UnitType.Pixels
                ),
            )
    return config
