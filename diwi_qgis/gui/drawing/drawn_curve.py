"""What the user drew with a tool of QGIS, before QGIS cut it off against neighbours."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import QgsGeometry, QgsPolygon
from qgis.gui import QgsMapCanvas, QgsMapToolCapture
from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtGui import QMouseEvent

from diwi_qgis.gui.drawing.shapes import to_shapely

_CORNERS = 3


class DrawnCurve(QObject):
    """Remembers the outline at the click that ends it: after that QGIS only gives the cut area."""

    def __init__(self, canvas: QgsMapCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._drawn: Optional[QgsGeometry] = None
        self._watching = False

    def watch(self, on: bool) -> None:
        """Look at the map, or stop doing so."""
        if on != self._watching:
            viewport = self._canvas.viewport()
            viewport.installEventFilter(self) if on else viewport.removeEventFilter(self)
            self._watching, self._drawn = on, None

    def take(self) -> Any:
        """The outline that was drawn last (shapely, in the coordinates of the layer), once; None when there is none."""
        drawn, self._drawn = self._drawn, None
        return None if drawn is None else to_shapely(drawn)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """See `QObject.eventFilter`; never keeps an event from QGIS."""
        if not isinstance(event, QMouseEvent):
            return False
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._drawn = None
        elif event.type() == QEvent.Type.MouseButtonRelease and event.button() == Qt.MouseButton.RightButton:
            tool = self._canvas.mapTool()
            if isinstance(tool, QgsMapToolCapture) and tool.size() >= _CORNERS:
                ring = tool.captureCurve().clone()
                ring.close()
                polygon = QgsPolygon()
                polygon.setExteriorRing(ring)
                self._drawn = QgsGeometry(polygon)
        return False
