"""The map tool that picks: it tells where was clicked and what was drawn, not what that means."""

from __future__ import annotations

from enum import Enum
from typing import Optional

from qgis.core import QgsCoordinateTransform, QgsGeometry, QgsPointXY, QgsProject, QgsRectangle, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand
from qgis.PyQt.QtCore import QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent
from qgis.PyQt.QtWidgets import QApplication

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BACK = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class Shape(Enum):
    """What dragging the mouse draws; a click without dragging is a click in all of them but `LINE`."""

    RECTANGLE = "rectangle"
    LASSO = "lasso"
    LINE = "line"


class How(Enum):
    """What happens with the parcels: Shift adds, Ctrl removes, neither turns one that is clicked and adds what is drawn."""

    TURN = "turn"
    ADD = "add"
    REMOVE = "remove"


class PickTool(QgsMapTool):
    """Signals carry geometries in the coordinates of the map's project."""

    pointed = pyqtSignal(QgsPointXY, How)  #: a click
    surrounded = pyqtSignal(QgsGeometry, How)  #: a rectangle or lasso was drawn
    crossed = pyqtSignal(QgsGeometry, How)  #: a line was drawn
    hovered = pyqtSignal(QgsPointXY)
    undone = pyqtSignal()  #: Esc
    finished = pyqtSignal(QPoint)  #: Enter or the right mouse button; where on the screen

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.shape = Shape.RECTANGLE
        self._pressed: Optional[QPoint] = None
        self._dragging = False
        self._line: list[QgsPointXY] = []  # points of the line or lasso so far
        self._band: Optional[QgsRubberBand] = None

    def choose(self, shape: Shape) -> None:
        """Draw this from now on."""
        self._drop()
        self.shape = shape

    def deactivate(self) -> None:
        """See `QgsMapTool.deactivate`."""
        self._drop()
        super().deactivate()

    # -- the mouse ------------------------------------------------------------------------------------------------

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        """Remember where."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragging = event.pos(), False

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        """Draw, or show what is under the mouse."""
        here = event.mapPoint()
        if self._pressed is None:
            if self._line:
                self._show(QgsGeometry.fromPolylineXY([*self._line, here]))
            self.hovered.emit(here)
            return
        if (event.pos() - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._dragging = True
        if self._dragging:
            if self.shape is Shape.LASSO:
                self._line.append(here)
            self._show(self._drawn(here))

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        """A click or the end of a drag; with the right button, the end of the line or of picking."""
        if event.button() == Qt.MouseButton.RightButton:
            self._complete(event.globalPos(), event.modifiers())
        elif event.button() == Qt.MouseButton.LeftButton and self._pressed is not None:
            if self._dragging:
                drawn, how = self._drawn(event.mapPoint()), _how(event.modifiers())
                self._drop()
                self._tell(drawn, How.ADD if how is How.TURN else how)
            elif self.shape is Shape.LINE:
                self._pressed = None
                self._line.append(event.mapPoint())
            else:
                self._drop()
                self.pointed.emit(event.mapPoint(), _how(event.modifiers()))

    def canvasDoubleClickEvent(self, event: QgsMapMouseEvent) -> None:
        """The end of a line; a second click on a parcel is none."""
        if self.shape is Shape.LINE and self._line:
            self._complete(event.globalPos(), event.modifiers())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, Enter, and Backspace in a line."""
        if event.key() == Qt.Key.Key_Escape:
            if self._line or self._dragging:
                self._drop()
            else:
                self.undone.emit()
        elif event.key() in _ENTER:
            middle = self.canvas().mapToGlobal(self.canvas().rect().center())
            self._complete(middle, event.modifiers())
        elif event.key() in _BACK and self._line:
            self._line.pop()
            self._show(QgsGeometry.fromPolylineXY(self._line))
        else:
            event.ignore()
            return
        event.accept()

    # -- what is being drawn --------------------------------------------------------------------------------------

    def _complete(self, where: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """End the line that is being drawn, or else the picking."""
        if len(self._line) > 1:
            line, how = QgsGeometry.fromPolylineXY(self._line), _how(modifiers)
            self._drop()
            self._tell(line, How.ADD if how is How.TURN else how)
        elif self._line:
            self._drop()
        else:
            self.finished.emit(where)

    def _tell(self, drawn: QgsGeometry, how: How) -> None:
        if drawn.type() == QgsWkbTypes.GeometryType.LineGeometry:
            self.crossed.emit(drawn, how)
        else:
            self.surrounded.emit(drawn.makeValid(), how)  # a lasso may cross itself

    def _drawn(self, end: QgsPointXY) -> QgsGeometry:
        """What dragging from where was pressed to `end` draws."""
        start = self.toMapCoordinates(self._pressed)
        if self.shape is Shape.LASSO:
            return QgsGeometry.fromPolygonXY([[start, *self._line, end, start]])
        if self.shape is Shape.LINE:
            return QgsGeometry.fromPolylineXY([start, end])
        return QgsGeometry.fromRect(QgsRectangle(start, end))

    def _show(self, drawn: QgsGeometry) -> None:
        if self._band is None:
            self._band = QgsRubberBand(self.canvas(), drawn.type())
            self._band.setWidth(2)
            self._band.setLineStyle(Qt.PenStyle.DashLine)
            colour = self.canvas().palette().highlight().color()
            self._band.setStrokeColor(colour)
            self._band.setFillColor(QColor(colour.red(), colour.green(), colour.blue(), 40))
        self._band.setToGeometry(drawn, None)

    def _drop(self) -> None:
        """Forget what is being drawn."""
        self._pressed, self._dragging, self._line = None, False, []
        if self._band is not None:
            self.canvas().scene().removeItem(self._band)
            self._band = None


def to_layer(geometry: QgsGeometry, canvas: QgsMapCanvas, layer_crs: object) -> QgsGeometry:
    """A geometry in coordinates of the map, in those of a layer."""
    moved = QgsGeometry(geometry)
    moved.transform(QgsCoordinateTransform(canvas.mapSettings().destinationCrs(), layer_crs, QgsProject.instance()))
    return moved


def _how(modifiers: Qt.KeyboardModifier) -> How:
    if modifiers & Qt.KeyboardModifier.ControlModifier:
        return How.REMOVE
    return How.ADD if modifiers & Qt.KeyboardModifier.ShiftModifier else How.TURN
