"""The difference between two moments: chosen above, the dwellings as bars, the plans in a table."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

from qgis.PyQt.QtCore import QDate, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from diwi_qgis.gui.inputs import steady
from diwi_qgis.gui.lookback.bars import Bars, plain, signed
from diwi_qgis.gui.lookback.moments import MomentEdit
from diwi_qgis.gui.running import Outputs, Run, register_parameters
from diwi_qgis.store.address import Address
from diwi_qgis.translation import tr

#: What a cell with a figure is sorted by.
_VALUE = Qt.ItemDataRole.UserRole + 1

_NUMBERS = ("netto_voor", "netto_na", "netto_verschil")


class DifferenceDialog(QDialog):
    """Runs ``diwi:comparemoments`` and shows what it found."""

    planAsked = pyqtSignal(str)  #: uuid of a plan to look at

    def __init__(self, address: Address, since: datetime, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("diwiVerschil")
        self.setWindowTitle(tr("Difference between two moments"))
        self.resize(900, 620)
        self._address = address
        self.first = MomentEdit("diwiVerschilEerste", tr("First moment"), since, self)
        self.first.setDateTime(max(self.first.maximumDateTime().addMonths(-3), self.first.minimumDateTime()))
        self.second = MomentEdit("diwiVerschilTweede", tr("Second moment"), since, self)
        self.second.setDateTime(self.second.maximumDateTime())
        self.second.setEnabled(False)
        self.now = QCheckBox(tr("now"), self)
        self.now.setObjectName("diwiVerschilNu")
        self.now.setChecked(True)
        self.now.toggled.connect(self.second.setDisabled)
        today = date.today()
        self.day = QDateEdit(QDate(today.year, today.month, today.day), self)
        self.day.setObjectName("diwiVerschilPeildatum")
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("d-M-yyyy")
        self.day.setAccessibleName(tr("Reference date"))
        self.compare = QPushButton(tr("Compare"), self)
        self.compare.setObjectName("diwiVerschilVergelijk")
        self.compare.setDefault(True)
        self.compare.clicked.connect(self._run)
        self.summary = QLabel(tr("Choose two moments and press Compare."), self)
        self.summary.setObjectName("diwiVerschilSamenvatting")
        self.summary.setWordWrap(True)
        self.bars = Bars(self)
        self.table = self._make_table()
        self._lay_out()
        steady(self)

    def _make_table(self) -> QTreeWidget:
        table = QTreeWidget(self)
        table.setObjectName("diwiVerschilTabel")
        table.setAccessibleName(tr("Plans that differ"))
        table.setRootIsDecorated(False)
        table.setSortingEnabled(True)
        table.setHeaderLabels(
            [tr("Plan"), tr("Code"), tr("What"), tr("Net before"), tr("Net after"), tr("Difference"), tr("Changed")]
        )
        table.itemActivated.connect(lambda item, _column: self.planAsked.emit(item.data(0, Qt.ItemDataRole.UserRole)))
        return table

    def _lay_out(self) -> None:
        then = QHBoxLayout()
        then.addWidget(self.second)
        then.addWidget(self.now)
        then.addStretch(1)
        form = QFormLayout()
        form.addRow(tr("First moment"), self.first)
        form.addRow(tr("Second moment"), then)
        form.addRow(tr("Count dwellings at"), self.day)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(tr("Close"))
        buttons.addButton(self.compare, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.summary)
        layout.addWidget(self.bars)
        layout.addWidget(self.table, 1)
        layout.addWidget(buttons)

    def _run(self) -> None:
        self.compare.setEnabled(False)
        self.summary.setText(tr("Comparing…"))
        parameters: dict[str, Any] = {
            **register_parameters(self._address),
            "FIRST": self.first.parameter,
            "REFERENCE_DATE": self.day.date().toString(Qt.DateFormat.ISODate),
        }
        if not self.now.isChecked():
            parameters["SECOND"] = self.second.parameter
        Run(self, "diwi:comparemoments", parameters, self._done, self._failed)

    def _failed(self, reason: str) -> None:
        self.compare.setEnabled(True)
        self.summary.setText(reason or tr("Cancelled."))

    def _done(self, outputs: Outputs) -> None:
        self.compare.setEnabled(True)
        text = tr("Plans: {new} new, {gone} gone, {changed} changed, {same} the same.")
        counts = {name.lower(): outputs[name] for name in ("NEW", "GONE", "CHANGED", "SAME")}
        self.summary.setText(text.format(**counts))
        self.bars.show_totals(json.loads(outputs["TOTALS"]))
        self.table.clear()
        words = {"nieuw": tr("new"), "vervallen": tr("gone"), "gewijzigd": tr("changed")}
        for row in json.loads(outputs["TABLE"]):
            figures = [plain(row["netto_voor"]), plain(row["netto_na"]), signed(row["netto_verschil"])]
            item = _Row([row["naam"], row["code"], words.get(row["wat"], ""), *figures, row["velden"]])
            for column, name in enumerate(_NUMBERS, start=3):
                item.setData(column, _VALUE, int(row[name]))
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setToolTip(6, row["velden"])
            item.setData(0, Qt.ItemDataRole.UserRole, row["uuid"])
            self.table.addTopLevelItem(item)
        for column in range(6):
            self.table.resizeColumnToContents(column)


class _Row(QTreeWidgetItem):
    """Sorts numbers as numbers."""

    def __lt__(self, other: QTreeWidgetItem) -> bool:
        column = self.treeWidget().sortColumn()
        mine, theirs = self.data(column, _VALUE), other.data(column, _VALUE)
        if mine is None or theirs is None:
            return bool(self.text(column).casefold() < other.text(column).casefold())
        return bool(mine < theirs)
