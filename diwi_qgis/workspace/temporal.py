"""The time slider: plans from start to end, milestones and deliveries on their day, and the span of the whole register."""

from __future__ import annotations

from typing import Optional

from qgis.core import Qgis, QgsDateTimeRange, QgsProject, QgsUnitTypes, QgsVectorLayer
from qgis.PyQt.QtCore import QDateTime, QTime

from diwi_qgis.workspace.layers import find_layer, to_furnish
from diwi_qgis.workspace.queries import DELAY, find_query

_START, _END = "start_datum", "eind_datum"

#: When a row that happens on one day does.
_MOMENTS = {"mijlpaal": 'coalesce("gerealiseerd", "gepland")', "oplevering": '"datum"'}


def furnish(project: QgsProject) -> None:
    """Set it on layers that were not furnished before; nothing is hidden until the user starts the time slider."""
    for table, layer in to_furnish(project, "temporal"):
        if table == "project":
            _last_from_start_to_end(layer)
        elif table in _MOMENTS:
            _happen(layer, _MOMENTS[table])
    delays = find_query(project, DELAY)
    if delays is not None and not delays.temporalProperties().isActive():
        _last_from_start_to_end(delays)
    settings = project.timeSettings()
    if settings.temporalRange().isInfinite():
        span = _span(find_layer(project, "project"))
        if span is not None:
            settings.setTemporalRange(span)
            settings.setTimeStep(1)
            settings.setTimeStepUnit(QgsUnitTypes.TemporalUnit.TemporalYears)


def _last_from_start_to_end(plans: QgsVectorLayer) -> None:
    properties = plans.temporalProperties()
    properties.setMode(Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromFields)
    properties.setStartField(_START)
    properties.setEndField(_END)
    properties.setIsActive(True)


def _happen(layer: QgsVectorLayer, moment: str) -> None:
    properties = layer.temporalProperties()
    properties.setMode(Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromExpressions)
    properties.setStartExpression(moment)
    properties.setEndExpression(moment)
    properties.setIsActive(True)


def _span(plans: Optional[QgsVectorLayer]) -> Optional[QgsDateTimeRange]:
    """From the first start to the last end; None without plans."""
    if plans is None:
        return None
    first = plans.minimumValue(plans.fields().lookupField(_START))
    last = plans.maximumValue(plans.fields().lookupField(_END))
    if not first or not last:
        return None
    return QgsDateTimeRange(QDateTime(first, QTime(0, 0)), QDateTime(last, QTime(0, 0)))
