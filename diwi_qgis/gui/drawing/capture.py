"""Drawing with everything that QGIS' own digitising offers: snapping, tracing, the panel for exact measures, undo of a point."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsCurvePolygon, QgsGeometry, QgsLineString, QgsPointLocator, QgsPointXY
from qgis.gui import QgsAdvancedDigitizingDockWidget, QgsMapCanvas, QgsMapMouseEvent, QgsMapToolCapture
from qgis.PyQt.QtCore import Qt, pyqtSignal

_LINE, _AREA = 2, 3


class DrawTool(QgsMapToolCapture):
    """Gives the line or outline as drawn, in the coordinates of the current layer; the second mouse button ends it.

    QGIS' own tools cut an outline off before they give it; this one does not, so that what is cut can be told.
    """

    drawn = pyqtSignal(QgsGeometry)

    def __init__(self, canvas: QgsMapCanvas, cad: QgsAdvancedDigitizingDockWidget, line: bool) -> None:
        mode = QgsMapToolCapture.CaptureMode.CaptureLine if line else QgsMapToolCapture.CaptureMode.CapturePolygon
        super().__init__(canvas, cad, mode)
        self._least = _LINE if line else _AREA
        self._line = line

    def cadCanvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        """See `QgsMapToolAdvancedDigitizing`."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.addVertex(*self._snapped(event))
            self.startCapturing()
        elif event.button() == Qt.MouseButton.RightButton:
            shape = self._shape()
            self.deleteTempRubberBand()
            self.stopCapturing()
            if shape is not None:
                self.drawn.emit(shape)

    def _snapped(self, event: QgsMapMouseEvent) -> tuple[QgsPointXY, QgsPointLocator.Match]:
        """Where was clicked. QGIS does not snap to what it is still reading; here it waits for that, a moment once."""
        match = event.mapPointMatch()
        if match.isValid() or self.cadDockWidget().cadEnabled():
            return event.mapPoint(), match
        match = self.canvas().snappingUtils().snapToMap(event.mapPoint())
        return (match.point() if match.isValid() else event.mapPoint()), match

    def _shape(self) -> Any:
        if self.size() < self._least:
            return None
        straight: QgsLineString = self.captureCurve().curveToLine()
        if self._line:
            return QgsGeometry(straight)
        straight.close()
        polygon = QgsCurvePolygon()
        polygon.setExteriorRing(straight)
        return QgsGeometry(polygon.toPolygon())
