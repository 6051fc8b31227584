"""How wide a strip along a drawn line is, on which side, and what it is for; shown on the map while one chooses."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtGui import QPalette
from qgis.PyQt.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QDoubleSpinBox, QFormLayout

from diwi_qgis.gui.drawing.shapes import to_qgis
from diwi_qgis.gui.inputs import steady
from diwi_qgis.translation import tr

NEW, ADD, TAKE_OFF = range(3)
_WIDEST = 500.0
_USUAL = 10.0


class StripDialog(QDialog):
    """`strip` (shapely) and `use` are the answer."""

    def __init__(self, canvas: QgsMapCanvas, line: Any, plan: Optional[str]) -> None:
        super().__init__(canvas.window())
        self.setObjectName("diwiStripDialog")
        self.setWindowTitle(tr("Strip along the line"))
        self._line = line
        self._band = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
        colour = self.palette().color(QPalette.ColorRole.Highlight)
        colour.setAlpha(110)
        self._band.setColor(colour)
        self._canvas = canvas
        self._width = QDoubleSpinBox(self)
        self._width.setObjectName("diwiStripWidth")
        self._width.setRange(0.5, _WIDEST)
        self._width.setDecimals(1)
        self._width.setSuffix(" m")
        self._width.setValue(_USUAL)
        self._side = self._choices("diwiStripSide", [tr("Left of the line as drawn"), tr("Right of the line as drawn")])
        uses = [tr("A new plan")]
        if plan is not None:
            uses += [tr("Add to plan {0}").format(plan), tr("Take off plan {0}").format(plan)]
        self._use = self._choices("diwiStripUse", uses)
        layout = QFormLayout(self)
        for text, widget in ((tr("Width"), self._width), (tr("Side"), self._side), (tr("Use"), self._use)):
            widget.setAccessibleName(text)
            layout.addRow(text, widget)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Cancel"))
        buttons.setObjectName("diwiStripButtons")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addRow(buttons)
        steady(self)
        self._width.valueChanged.connect(self._show)
        self._side.currentIndexChanged.connect(self._show)
        self.finished.connect(self._clear)
        self._show()

    @property
    def strip(self) -> Any:
        """The strip (MultiPolygon)."""
        from diwi_qgis.rules.drawn_area import strip

        sign = 1 if self._side.currentIndex() == 0 else -1
        return strip(self._line, sign * self._width.value())

    @property
    def use(self) -> int:
        """`NEW`, `ADD` or `TAKE_OFF`."""
        return self._use.currentIndex()

    def _choices(self, name: str, texts: list[str]) -> QComboBox:
        combo = QComboBox(self)
        combo.setObjectName(name)
        combo.addItems(texts)
        return combo

    def _show(self) -> None:
        self._band.setToGeometry(to_qgis(self.strip), None)

    def _clear(self) -> None:
        self._canvas.scene().removeItem(self._band)
