"""What picking shows on the map: the area picked, the parcel under the mouse, and the parcels that other plans have."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Optional

from qgis.core import QgsGeometry, QgsVectorLayer, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

_POLYGON = QgsWkbTypes.GeometryType.PolygonGeometry


class PickBands:
    """Three bands over the map, in the colours of the user's theme; geometries in coordinates of the layer of parcels."""

    def __init__(self, canvas: QgsMapCanvas, parcels: QgsVectorLayer) -> None:
        self._canvas, self._parcels = canvas, parcels
        palette = canvas.palette()
        strong, plain = palette.highlight().color(), palette.text().color()
        self._picked = self._band(strong, 90, 3)
        self._used = self._band(plain, 255, 2, Qt.BrushStyle.BDiagPattern)
        self._hover = self._band(strong, 40, 1)

    def show_picked(self, area: QgsGeometry) -> None:
        """The area picked so far."""
        self._put(self._picked, None if area.isNull() else area)

    def show_used(self, areas: Iterable[QgsGeometry]) -> None:
        """Hatched: parcels that were asked for but belong to another plan."""
        self._used.reset(_POLYGON)
        for area in areas:
            self._used.addGeometry(area, self._parcels)

    def show_hover(self, area: Optional[QgsGeometry]) -> None:
        """The parcel under the mouse; None: there is none."""
        self._put(self._hover, area)

    def remove(self) -> None:
        """Take them off the map."""
        for band in (self._picked, self._used, self._hover):
            self._canvas.scene().removeItem(band)

    def _put(self, band: QgsRubberBand, area: Optional[QgsGeometry]) -> None:
        if area is None:
            band.reset(_POLYGON)
        else:
            band.setToGeometry(area, self._parcels)

    def _band(
        self, colour: QColor, strength: int, width: int, brush: Qt.BrushStyle = Qt.BrushStyle.SolidPattern
    ) -> QgsRubberBand:
        band = QgsRubberBand(self._canvas, _POLYGON)
        band.setStrokeColor(colour)
        band.setFillColor(QColor(colour.red(), colour.green(), colour.blue(), strength))
        band.setBrushStyle(brush)
        band.setWidth(width)
        return band
