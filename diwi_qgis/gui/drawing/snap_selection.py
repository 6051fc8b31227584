"""Pull the areas of selected plans to parcel borders: first shown on the map, written when it is accepted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Optional

from qgis.core import QgsGeometry, QgsVectorLayer, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import QObject, QPoint, Qt
from qgis.PyQt.QtGui import QPalette
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from diwi_qgis.gui.drawing.plans import Plan
from diwi_qgis.gui.drawing.relink import remove
from diwi_qgis.gui.drawing.words import square_metres
from diwi_qgis.gui.running import Run, register_parameters
from diwi_qgis.gui.window import Window
from diwi_qgis.translation import tr

ALGORITHM = "diwi:snapplanstoparcels"
#: Height of the dialog: a few plans, and the map above it.
_HEIGHT = 210


@dataclass
class Voorstel:
    """What would become of a plan: its area before and after, and what to look at."""

    naam: str
    voor: Optional[QgsGeometry] = None
    na: Optional[QgsGeometry] = None
    twijfels: list[str] = field(default_factory=list)


class SnapSelection(QObject):
    """One run: propose, show, write or leave."""

    def __init__(self, window: Window, plans: Sequence[Plan]) -> None:
        super().__init__(window.iface.mainWindow())
        self._window, self._session = window, window.session
        self._codes = ",".join(plan.code for plan in plans if plan.code and plan.geom is not None)
        self._folder = TemporaryDirectory(prefix="diwi")

    def run(self) -> None:
        """Propose, in the background."""
        if not self._codes:
            self._window.tell(tr("The selected plans have no area yet."))
            return
        preview = {"WRITE": False, "PREVIEW": str(Path(self._folder.name, "voorstel.gpkg"))}
        Run(self, ALGORITHM, {**self._asked(), **preview}, self._proposed, self._failed)

    def _asked(self) -> dict[str, Any]:
        return {**register_parameters(self._session.address), "CODES": self._codes, "APPLY_PROPOSALS": True}

    def _proposed(self, outputs: dict[str, Any]) -> None:
        proposals = _read(str(outputs["PREVIEW"]))
        remove(self._folder)
        changed = [each for each in proposals if each.na is not None and not each.na.isGeosEqual(each.voor)]
        if not changed:
            self._window.tell(
                tr("The areas of the selected plans follow the parcels already, or there is nothing to follow.")
            )
            return
        dialog = SnapDialog(self._window.iface.mapCanvas(), proposals)
        if not dialog.exec():
            return
        if self._session.unsaved():
            self._window.tell(tr("Save or undo the edits of the layers first."))
            return
        Run(self, ALGORITHM, self._asked(), self._written, self._failed)

    def _written(self, _outputs: dict[str, Any]) -> None:
        self._session.refresh()
        self.deleteLater()

    def _failed(self, reason: str) -> None:
        remove(self._folder)
        if reason:
            self._window.tell(reason)


def _read(path: str) -> list[Voorstel]:
    layer = QgsVectorLayer(path, "voorstel", "ogr")
    found: dict[str, Voorstel] = {}
    for feature in layer.getFeatures():
        each = found.setdefault(feature["plancode"], Voorstel(f"{feature['naam']} ({feature['plancode']})"))
        if feature["soort"] == "voor":
            each.voor = feature.geometry()
        elif feature["soort"] == "twijfel":
            each.twijfels.append(f"{feature['perceel'] or ''} {feature['toelichting']}".strip())
        else:
            each.na = feature.geometry()
    return list(found.values())


class SnapDialog(QDialog):
    """Before (dashed outline) and after (filled) on the map, and in figures; accepted: write it."""

    def __init__(self, canvas: QgsMapCanvas, proposals: Sequence[Voorstel]) -> None:
        super().__init__(canvas.window())
        self.setObjectName("diwiSnapDialog")
        self.setWindowTitle(tr("Pull to parcel borders"))
        self._canvas = canvas
        layout = QVBoxLayout(self)
        text = tr(
            "The map shows the areas as they are (dashed) and as they would become (filled). Nothing is stored yet."
        )
        label = QLabel(text, self)
        label.setWordWrap(True)
        layout.addWidget(label)
        layout.addWidget(self._table(proposals), 1)
        buttons = QDialogButtonBox(self)
        buttons.setObjectName("diwiSnapButtons")
        buttons.addButton(tr("Store these areas"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(tr("Leave everything as it is"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self._leave_map_free()
        self._bands = [self._band(proposals, after) for after in (True, False)]
        self.finished.connect(self._clear)

    def _leave_map_free(self) -> None:
        """Low, along the lower edge of the map, which shows what this is about."""
        width = min(860, self._canvas.width())
        self.resize(width, _HEIGHT)
        self.move(
            self._canvas.mapToGlobal(QPoint((self._canvas.width() - width) // 2, self._canvas.height() - _HEIGHT))
        )

    def _table(self, proposals: Sequence[Voorstel]) -> QTableWidget:
        table = QTableWidget(len(proposals), 4, self)
        table.setObjectName("diwiSnapTable")
        table.setAccessibleName(tr("Areas before and after"))
        table.setHorizontalHeaderLabels([tr("Plan"), tr("Before"), tr("After"), tr("Please look at")])
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.verticalHeader().hide()
        table.horizontalHeader().setStretchLastSection(True)
        for row, each in enumerate(proposals):
            sizes = [square_metres(shape.area()) if shape is not None else "–" for shape in (each.voor, each.na)]
            for column, text in enumerate((each.naam, *sizes, "\n".join(each.twijfels))):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                table.setItem(row, column, item)
        for column in range(3):
            table.resizeColumnToContents(column)
        table.resizeRowsToContents()
        return table

    def _band(self, proposals: Sequence[Voorstel], after: bool) -> QgsRubberBand:
        band = QgsRubberBand(self._canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
        role = QPalette.ColorRole.Highlight if after else QPalette.ColorRole.Text
        colour = self.palette().color(role)
        band.setStrokeColor(colour)
        band.setWidth(2)
        colour.setAlpha(90 if after else 0)
        band.setFillColor(colour)
        band.setLineStyle(Qt.PenStyle.SolidLine if after else Qt.PenStyle.DashLine)
        for each in proposals:
            shape = each.na if after else each.voor
            if shape is not None:
                band.addGeometry(shape, None)
        return band

    def _clear(self, *_: object) -> None:
        for band in self._bands:
            self._canvas.scene().removeItem(band)
        self._bands = []
