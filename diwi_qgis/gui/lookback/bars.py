"""Dwellings before and after as bars, for who looks rather than reads."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.PyQt.QtCore import QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPaintEvent
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from diwi_qgis.notation import number
from diwi_qgis.translation import locale, tr

_THEN, _NOW = QColor("#b9c4cf"), QColor("#4a90c2")
_ROW, _BAR, _GAP, _SPACE = 46, 16, 3, 10


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
        """As high as there are rows, and a line that says which bar is which."""
        return self._size(300)

    def minimumSizeHint(self) -> QSize:
        """See `sizeHint`."""
        return self._size(80)

    def _size(self, room: int) -> QSize:
        height = _ROW * len(self._rows) + self.fontMetrics().height() if self._rows else 0
        return QSize(sum(self._widths()) + room, height)

    def _widths(self) -> tuple[int, int]:
        """Room for the words before the bars, and for the figures behind them, in the font of the window."""
        wide = self.fontMetrics().horizontalAdvance
        words = max((wide(name) for name, _, _ in self._rows), default=0)
        figures = max((wide(self._figures(then, now)) for _, then, now in self._rows), default=0)
        return words + _SPACE, figures + _SPACE

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw them; a number below nothing goes as far as one above it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words, figures = self._widths()
        room = max(20, self.width() - words - figures)
        most = max((abs(value) for _, then, now in self._rows for value in (then, now)), default=0) or 1
        for place, (name, then, now) in enumerate(self._rows):
            top = place * _ROW + 5
            painter.setPen(self.palette().text().color())
            middle = 2 * _BAR + _GAP
            painter.drawText(QRectF(0, top, words, middle), Qt.AlignmentFlag.AlignVCenter, name)
            painter.setPen(Qt.PenStyle.NoPen)
            for step, (value, colour) in enumerate(((then, _THEN), (now, _NOW))):
                painter.setBrush(colour)
                painter.drawRect(QRectF(words, top + step * (_BAR + _GAP), max(1.0, room * abs(value) / most), _BAR))
            painter.setPen(self.palette().text().color())
            where = QRectF(words + room + _SPACE, top, figures, middle)
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, self._figures(then, now))
        if self._rows:
            below = QRectF(words, _ROW * len(self._rows), room, self.fontMetrics().height())
            painter.drawText(below, Qt.AlignmentFlag.AlignLeft, tr("Grey: first moment; blue: second moment"))
        painter.end()

    @staticmethod
    def _figures(then: int, now: int) -> str:
        return f"{plain(then)} → {plain(now)} ({signed(now - then)})"


def plain(value: int) -> str:
    """A number as the reader writes it."""
    return number(value, language=locale())


def signed(value: int) -> str:
    """A difference, with its sign."""
    return f"{'+' if value > 0 else ''}{plain(value)}"
