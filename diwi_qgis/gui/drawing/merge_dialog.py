"""Which of several plans stays when they are merged, and what becomes of fields that they fill differently."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Callable, Optional

from qgis.PyQt.QtCore import QDate, QLocale
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from diwi_qgis.gui.drawing.plans import Plan
from diwi_qgis.gui.inputs import steady
from diwi_qgis.sources.merge_plans import Verschil
from diwi_qgis.translation import tr


class MergeDialog(QDialog):
    """`first` is the answer. `differences(uuid)` tells what the plans do not agree on when that plan stays."""

    def __init__(
        self, parent: Optional[QWidget], plans: Sequence[Plan], differences: Callable[[str], list[Verschil]]
    ) -> None:
        super().__init__(parent)
        self.setObjectName("diwiMergeDialog")
        self.setWindowTitle(tr("Merge {0} plans").format(len(plans)))
        self.setMinimumWidth(760)
        self._differences = differences
        layout = QVBoxLayout(self)
        what = QLabel(tr(
            "Programme, milestones, agreements, bottlenecks, documents, actions and permits of the others move to the plan "
            "that stays. The others are then empty and are deleted. The merge is stored at once; it can be undone right after, "
            "and later from the history of the plan, as long as nobody built on it."
        ), self)  # fmt: skip
        what.setWordWrap(True)
        layout.addWidget(what)
        form = QFormLayout()
        self._first = QComboBox(self)
        self._first.setObjectName("diwiMergeFirst")
        self._first.setAccessibleName(tr("Plan that stays"))
        for plan in plans:
            self._first.addItem(str(plan), plan.uuid)
        form.addRow(tr("Plan that stays"), self._first)
        layout.addLayout(form)
        self._table = QTableWidget(0, 3, self)
        self._table.setObjectName("diwiMergeDifferences")
        self._table.setAccessibleName(tr("Fields that differ"))
        self._table.setHorizontalHeaderLabels([tr("Field"), tr("Becomes"), tr("Now different in")])
        self._table.horizontalHeader().setStretchLastSection(True)
        self._table.verticalHeader().hide()
        self._table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        layout.addWidget(self._table, 1)
        self._alike = QLabel(tr("The plans do not differ in any field."), self)
        self._alike.setObjectName("diwiMergeAlike")
        layout.addWidget(self._alike)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        buttons.setObjectName("diwiMergeButtons")
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(tr("Merge"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Cancel"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        steady(self)
        self._first.currentIndexChanged.connect(self._show)
        self._show()

    @property
    def first(self) -> str:
        """Uuid of the plan that stays."""
        return str(self._first.currentData())

    def _show(self, *_: object) -> None:
        found = self._differences(self.first)
        self._table.setVisible(bool(found))
        self._alike.setVisible(not found)
        self._table.setRowCount(len(found))
        for row, each in enumerate(found):
            others = "\n".join(f"{plan}: {_shown(value)}" for plan, value in each.anders.items())
            for column, text in enumerate((each.label, _shown(each.blijft), others)):
                self._table.setItem(row, column, QTableWidgetItem(text))
        self._table.resizeColumnsToContents()
        self._table.resizeRowsToContents()
        self.adjustSize()


def _shown(value: Any) -> str:
    if value is None:
        return "–"
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if hasattr(value, "isoformat"):
        return QLocale().toString(QDate(value.year, value.month, value.day), QLocale.FormatType.ShortFormat)
    return str(value)
