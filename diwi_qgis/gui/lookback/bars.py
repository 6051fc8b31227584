"""Dwellings before and after as bars, for who looks rather than reads."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.PyQt.QtCore import QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPaintEvent
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from diwi_qgis.notation import number
from diwi_qgis.translation import locale, tr

_THEN, _NOW = QColor("#b9c4cf"), QColor("#4a90c2")
_ROW, _BAR, _GAP = 46, 16, 3
_LABELS, _NUMBERS = 110, 140


class Bars(QWidget):
    """Two bars for each kind: as many as there were, and as many as there are."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("diwiVerschilStaven")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._rows: list[tuple[str, int, int]] = []

    def show_totals(self, totals: Mapping[str, Mapping[str, int]]) -> None:
        """`totals` by kind: `voor` and `na`."""
        names = {"bouw": tr("To be built"), "sloop": tr("To be demolished"), "netto": tr("Net")}
        self._rows = [(names[kind], row["voor"], row["na"]) for kind, row in totals.items()]
        said = [f"{name}: {self._figures(then, now)}" for name, then, now in self._rows]
        self.setAccessibleName(tr("Dwellings"))
        self.setAccessibleDescription("; ".join(said))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as there are rows."""
        return QSize(_LABELS + _NUMBERS + 300, _ROW * len(self._rows))

    def minimumSizeHint(self) -> QSize:
        """See `sizeHint`."""
        return QSize(_LABELS + _NUMBERS + 80, _ROW * len(self._rows))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw them; a number below nothing goes as far as one above it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = max(20, self.width() - _LABELS - _NUMBERS)
        most = max((abs(value) for _, then, now in self._rows for value in (then, now)), default=0) or 1
        for place, (name, then, now) in enumerate(self._rows):
            top = place * _ROW + 5
            painter.setPen(self.palette().text().color())
            middle = 2 * _BAR + _GAP
            painter.drawText(QRectF(0, top, _LABELS - 8, middle), Qt.AlignmentFlag.AlignVCenter, name)
            painter.setPen(Qt.PenStyle.NoPen)
            for step, (value, colour) in enumerate(((then, _THEN), (now, _NOW))):
                painter.setBrush(colour)
                painter.drawRect(QRectF(_LABELS, top + step * (_BAR + _GAP), max(1.0, room * abs(value) / most), _BAR))
            painter.setPen(self.palette().text().color())
            where = QRectF(_LABELS + room + 8, top, _NUMBERS - 8, middle)
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, self._figures(then, now))
        painter.end()

    @staticmethod
    def _figures(then: int, now: int) -> str:
        sign = "+" if now > then else ""
        words = [number(value, language=locale()) for value in (then, now, now - then)]
        return f"{words[0]} → {words[1]} ({sign}{words[2]})"
