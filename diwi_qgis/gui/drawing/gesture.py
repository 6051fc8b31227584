"""What the user did with a tool of QGIS, before QGIS cut the outcome off against neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Optional

from qgis.core import QgsGeometry, QgsLineString, QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapToolCapture
from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtGui import QMouseEvent

from diwi_qgis.gui.drawing.shapes import to_qgis, to_shapely

_CORNERS = 3


@dataclass(frozen=True)
class Gesture:
    """The line that was drawn (None: none), and the last two places that were clicked, in the coordinates of the layer.

    `since` is how many edits of the layer could be undone before the last click: a tool of QGIS may make several of one.
    """

    line: Optional[QgsLineString]
    places: tuple[tuple[float, float], ...]
    since: Optional[int] = None

    @property
    def outline(self) -> Any:
        """The line as the outline of an area (shapely); None when it has too few corners."""
        import shapely

        corners = [(point.x(), point.y()) for point in self.line.points()] if self.line is not None else []
        return shapely.Polygon(corners) if len(corners) >= _CORNERS else None

    def intentions(self, before: Any, after: Any) -> Iterator[Any]:
        """The areas (shapely) that it could have made of an area, were there no neighbours; `after` is what became of it.

        Which of QGIS' tools it was is not asked: whoever gets these tries which one explains the outcome.
        """
        from diwi_qgis.rules.intended import moved, with_corner

        if self.line is not None:
            shape = to_qgis(before)
            if shape.reshapeGeometry(self.line) == QgsGeometry.OperationResult.Success:
                yield to_shapely(shape)
            if self.outline is not None:
                yield before.union(self.outline.buffer(0))
        if self.places:
            yield from with_corner(before, after, self.places[-1])
        if len(self.places) > 1:
            yield moved(before, *self.places)


class Gestures(QObject):
    """Looks at the map while plans are edited: afterwards QGIS only gives the cut area."""

    def __init__(self, canvas: QgsMapCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._line: Optional[QgsLineString] = None
        self._places: tuple[tuple[float, float], ...] = ()
        self._since: Optional[int] = None
        self._watching = False

    def watch(self, on: bool) -> None:
        """Look at the map, or stop doing so."""
        if on != self._watching:
            viewport = self._canvas.viewport()
            viewport.installEventFilter(self) if on else viewport.removeEventFilter(self)
            self._watching = on
            self.take()

    def take(self) -> Gesture:
        """The last gesture, once."""
        gesture = Gesture(self._line, self._places, self._since)
        self._line, self._places, self._since = None, (), None
        return gesture

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """See `QObject.eventFilter`; never keeps an event from QGIS."""
        if not isinstance(event, QMouseEvent):
            return False
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._line = None
            self._places = (*self._places[-1:], self._place(event))
            layer = self._canvas.currentLayer()
            self._since = layer.undoStack().index() if layer is not None else None
        elif event.type() == QEvent.Type.MouseButtonRelease and event.button() == Qt.MouseButton.RightButton:
            tool = self._canvas.mapTool()
            if isinstance(tool, QgsMapToolCapture) and tool.size() > 1:
                self._line = tool.captureCurve().curveToLine()
        return False

    def _place(self, event: QMouseEvent) -> tuple[float, float]:
        """Where QGIS' own tools snap a click to."""
        match = self._canvas.snappingUtils().snapToMap(event.pos())
        place = (
            match.point() if match.isValid() else self._canvas.getCoordinateTransform().toMapCoordinates(event.pos())
        )
        layer = self._canvas.currentLayer()
        there: QgsPointXY = (
            self._canvas.mapSettings().mapToLayerCoordinates(layer, place) if layer is not None else place
        )
        return there.x(), there.y()
