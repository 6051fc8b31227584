"""What two sides changed differently, one line each: it was, one side, the other side, and the choice."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QTableWidget, QTableWidgetItem, QWidget

from diwi_qgis.rules.merging import Side
from diwi_qgis.translation import tr

_CHOICE = 4


class Difference(NamedTuple):
    """One line: which field of what, and the three values as people read them."""

    what: str
    base: str
    mine: str
    theirs: str


class ConflictTable(QTableWidget):
    """A choice for every line; until it is made a line says that it needs one. `mine` and `theirs` name the sides."""

    chosen = pyqtSignal()

    def __init__(self, lines: Iterable[Difference], mine: str, theirs: str, parent: Optional[QWidget] = None) -> None:
        super().__init__(0, _CHOICE + 1, parent)
        self.setObjectName("conflicten")
        self.setAccessibleName(tr("What needs your choice"))
        self.setHorizontalHeaderLabels([tr("Field"), tr("It was"), mine, theirs, tr("Choice")])
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.verticalHeader().hide()
        self._names = {Side.MINE: mine, Side.THEIRS: theirs}
        self._choices: list[QComboBox] = []
        for line in lines:
            self._add(line)
        self.setWordWrap(True)
        self.resizeColumnsToContents()
        self.resizeRowsToContents()

    @property
    def choices(self) -> list[Optional[Side]]:
        """The choices in the order of the lines; None: none yet."""
        return [choice.currentData() for choice in self._choices]

    @property
    def complete(self) -> bool:
        """Whether every line has its choice."""
        return None not in self.choices

    def choose_all(self, side: Side) -> None:
        """The same choice for every line."""
        for choice in self._choices:
            choice.setCurrentIndex(choice.findData(side))

    def _add(self, line: Difference) -> None:
        row = self.rowCount()
        self.insertRow(row)
        for place, text in enumerate(line):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            self.setItem(row, place, item)
        choice = QComboBox(self)
        choice.setObjectName(f"keuze{row + 1}")
        choice.setAccessibleName(f"{tr('Choice')}: {line.what}")
        choice.addItem(tr("needs your choice"), None)
        for side, name in self._names.items():
            choice.addItem(name, side)
        choice.currentIndexChanged.connect(self._changed)
        self.setCellWidget(row, _CHOICE, choice)
        self._choices.append(choice)

    def _changed(self, _index: int) -> None:
        self.chosen.emit()
