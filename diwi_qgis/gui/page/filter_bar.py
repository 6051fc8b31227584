"""Search and conditions above the table of plans: any number of conditions, all of which must hold."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Optional

from qgis.PyQt.QtCore import QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from diwi_qgis.gui.inputs import in_reading_order, steady
from diwi_qgis.gui.page.plan_filter import AT_LEAST, AT_MOST, CONTAINS, EMPTY, FILLED, IS, IS_NOT, Condition
from diwi_qgis.gui.page.plan_overview import Overview
from diwi_qgis.gui.page.values import read_date, read_number, read_whole
from diwi_qgis.model.schema import Kind
from diwi_qgis.translation import tr

#: A pause in typing after which the table is filtered, in milliseconds.
_PAUSE = 150

#: Lists offered for a condition are no longer than this.
_OFFERED = 200


def kinds() -> dict[str, str]:
    """Kinds of condition in words."""
    return {
        CONTAINS: tr("contains"),
        IS: tr("is"),
        IS_NOT: tr("is not"),
        AT_LEAST: tr("at least / from"),
        AT_MOST: tr("at most / until"),
        EMPTY: tr("is empty"),
        FILLED: tr("is filled"),
    }


class FilterBar(QWidget):
    """Tells `changed` when the search or a condition is another one."""

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("planFilter")
        self._overview: Optional[Overview] = None
        self._lines: list[_Line] = []
        self.search = QLineEdit(self)
        self.search.setObjectName("planZoeken")
        self.search.setPlaceholderText(tr("Search in all columns"))
        self.search.setAccessibleName(tr("Search in all columns"))
        self.search.setClearButtonEnabled(True)
        self.add_button = QToolButton(self)
        self.add_button.setObjectName("voorwaardeErbij")
        self.add_button.setText(tr("+ Condition"))
        self.add_button.setToolTip(tr("Show only plans that meet a condition on one column; all conditions must hold"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.changed)
        line = QHBoxLayout()
        line.addWidget(self.search)
        line.addWidget(self.add_button)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addLayout(line)
        self.search.textChanged.connect(self._pause.start)
        self.add_button.clicked.connect(self._add)

    def show_overview(self, overview: Overview) -> None:
        """Conditions are on the columns of these plans."""
        self._overview = overview
        self.add_button.setEnabled(bool(overview.names))

    def conditions(self) -> list[Condition]:
        """The conditions that say something."""
        return [condition for line in self._lines if (condition := line.condition()) is not None]

    def _add(self) -> None:
        if self._overview is not None and self._overview.names:
            self.add_condition(self._overview)

    def add_condition(self, overview: Overview) -> _Line:
        """One more condition, still empty."""
        line = _Line(overview, self)
        line.setObjectName(f"voorwaarde{len(self._lines) + 1}")
        line.changed.connect(self._pause.start)
        line.removed.connect(self._remove)
        self._lines.append(line)
        self._layout.addWidget(line)
        steady(line)
        in_reading_order(self)
        line.column.setFocus()
        return line

    def _remove(self) -> None:
        line: Any = self.sender()
        self._lines.remove(line)
        self._layout.removeWidget(line)
        line.hide()
        line.deleteLater()
        self.changed.emit()


class _Line(QWidget):
    changed = pyqtSignal()
    removed = pyqtSignal()

    def __init__(self, overview: Overview, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._overview = overview
        self.column, self.kind, self.value = QComboBox(self), QComboBox(self), QComboBox(self)
        for widget, name, words in (
            (self.column, "kolom", tr("Column")),
            (self.kind, "soort", tr("Condition")),
            (self.value, "waarde", tr("Value")),
        ):
            widget.setObjectName(name)
            widget.setAccessibleName(words)
            widget.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            widget.setMinimumContentsLength(7)
        for column, head in overview.heads.items():
            self.column.addItem(head.label, column)
        for kind, words in kinds().items():
            self.kind.addItem(words, kind)
        self.value.setEditable(True)
        gone = QToolButton(self)
        gone.setObjectName("voorwaardeWeg")
        gone.setText("×")
        gone.setToolTip(tr("Take this condition away"))
        gone.setAccessibleName(tr("Take this condition away"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.column, self.kind, self.value):
            layout.addWidget(widget, 1)
        layout.addWidget(gone)
        self.column.currentIndexChanged.connect(self._other_column)
        self.kind.currentIndexChanged.connect(self._other_kind)
        self.value.editTextChanged.connect(self._tell)
        gone.clicked.connect(self.removed)
        self._other_column()

    def _tell(self, _text: str = "") -> None:
        self.changed.emit()

    def _other_column(self, _index: int = 0) -> None:
        """Offer the values that occur."""
        self.value.blockSignals(True)
        self.value.clear()
        texts = {cell.text for cell in self._overview.cells[self.column.currentData()] if cell.text}
        self.value.addItems(["", *sorted(texts, key=str.casefold)[:_OFFERED]])
        self.value.blockSignals(False)
        self._tell()

    def _other_kind(self, _index: int = 0) -> None:
        self.value.setEnabled(self.kind.currentData() not in (EMPTY, FILLED))
        self._tell()

    def condition(self) -> Optional[Condition]:
        """What the line says; None when it says nothing (yet)."""
        column, kind, text = self.column.currentData(), self.kind.currentData(), self.value.currentText().strip()
        if kind in (EMPTY, FILLED):
            return Condition(column, kind)
        if not text:
            return None
        if kind in (AT_LEAST, AT_MOST):
            return _bound(column, kind, text, self._overview.heads[column].kind)
        return Condition(column, kind, text)


def _bound(column: str, kind: str, text: str, holds: Kind) -> Optional[Condition]:
    reader = _READERS.get(holds)
    try:
        return Condition(column, kind, reader(text)) if reader is not None else None
    except ValueError:
        return None


_READERS: dict[Kind, Callable[[str], Any]] = {
    Kind.INTEGER: read_whole,
    Kind.REAL: read_number,
    Kind.DATE: read_date,
}
