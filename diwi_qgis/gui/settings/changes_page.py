"""What storing would change, before it is stored: every line with its effect on what is there already."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTableWidget, QTableWidgetItem, QWidget

from diwi_qgis.gui.page.checks import Fault
from diwi_qgis.gui.settings.page import SettingsPage
from diwi_qgis.translation import locale, tr


class ChangesPage(SettingsPage):
    """A table to look at."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        self.title = tr("What changes")
        self.about = tr(
            "All of this is stored at once, or nothing. The history keeps who did it and what was there before."
        )
        super().__init__(parent)
        self.empty = QLabel(tr("Nothing was changed yet."), self)
        self.column.addWidget(self.empty)
        self.table = QTableWidget(0, 6, self)
        self.table.setObjectName("wijzigingenTabel")
        self.table.setAccessibleName(self.title)
        self.table.setHorizontalHeaderLabels(
            [tr("What"), tr("Definition"), tr("Field"), tr("Was"), tr("Becomes"), tr("Effect")]
        )
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        self.table.setWordWrap(True)
        self.table.horizontalHeader().setSectionResizeMode(5, QHeaderView.ResizeMode.Stretch)
        self.column.addWidget(self.table, 1)

    def refresh(self, faults: Sequence[Fault]) -> None:
        """See `SettingsPage`."""
        lines = self.draft.lines if self.draft is not None else []
        self.empty.setVisible(not lines)
        self.table.setVisible(bool(lines))
        self.table.setRowCount(len(lines))
        for number, line in enumerate(lines):
            what, effect = (each.language(locale()) for each in (line.what.value, line.effect))
            for column, words in enumerate((what, line.who, line.field, line.before, line.after, effect)):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                self.table.setItem(number, column, item)
        for column, most in enumerate((110, 240, 110, 140, 140)):
            self.table.resizeColumnToContents(column)
            self.table.setColumnWidth(column, min(self.table.columnWidth(column), most))
        self.table.resizeRowsToContents()
