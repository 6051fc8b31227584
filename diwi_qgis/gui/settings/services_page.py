"""Addresses of outside registers and maps: the municipality's own file of services, and what holds because of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Optional

from qgis.core import QgsSettings
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import QAbstractItemView, QFormLayout, QLabel, QTableWidget, QTableWidgetItem, QWidget

from diwi_qgis.errors import InputError
from diwi_qgis.gui.page.checks import Fault
from diwi_qgis.gui.settings.page import SettingsPage
from diwi_qgis.sources.services import SETTING, Dienst, own_file, services
from diwi_qgis.translation import locale, tr


class ServicesPage(SettingsPage):
    """Where the file is, and every service with its address."""

    def __init__(self, register: Optional[Path], parent: Optional[QWidget] = None) -> None:
        self.title = tr("Services")
        self.about = tr(
            "Where parcels, buildings, boundaries and background maps come from. Addresses that differ stand in a file of the "
            "municipality's own (docs/diensten.md says how it looks); without one the known addresses hold."
        )
        super().__init__(parent)
        self._register = register
        self._file = QgsFileWidget(self)
        self._file.setObjectName("instellingenDiensten")
        self._file.setFilter(tr("Files with services (*.json)"))
        self._file.lineEdit().setObjectName("instellingenDienstenPad")
        self._file.lineEdit().setAccessibleName(tr("Own file with services"))
        if register is not None:
            self._file.setRelativeStorage(QgsFileWidget.RelativeStorage.RelativeDefaultPath)
            self._file.setDefaultRoot(str(register.parent))
        self._file.fileChanged.connect(self._chosen)
        form = QFormLayout()
        form.addRow(tr("Own file with services"), self._file)
        self.column.addLayout(form)
        self.problem = QLabel("", self)
        self.problem.setObjectName("instellingenDienstenFout")
        self.problem.setWordWrap(True)
        self.column.addWidget(self.problem)
        self.table = QTableWidget(0, 3, self)
        self.table.setObjectName("dienstenTabel")
        self.table.setAccessibleName(tr("Services"))
        self.table.setHorizontalHeaderLabels([tr("Service"), tr("Address"), tr("Origin")])
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setStretchLastSection(True)
        self.column.addWidget(self.table, 1)

    def refresh(self, faults: Sequence[Fault]) -> None:
        """See `SettingsPage`."""
        if self.draft is None:
            return
        path = self.draft.setting(SETTING) or ""
        if self._file.filePath() != path:
            self._file.blockSignals(True)
            self._file.setFilePath(path)
            self._file.blockSignals(False)
        organisation = QgsSettings().value(f"diwi/{SETTING}", type=str)
        own = own_file(self._register, path, organisation)
        try:
            self._show(services(own), services())
            self.problem.setText("")
        except InputError as error:
            self.problem.setText(error.text.language(locale()))
            self._show(services(), services())

    def _show(self, known: dict[str, Dienst], delivered: dict[str, Dienst]) -> None:
        self.table.setRowCount(len(known))
        for number, (key, each) in enumerate(known.items()):
            origin = tr("known address") if each == delivered.get(key) else tr("own file")
            for column, words in enumerate((each.titel, each.adres, origin)):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                self.table.setItem(number, column, item)
        self.table.resizeColumnToContents(0)
        self.table.setColumnWidth(0, min(self.table.columnWidth(0), 260))
        self.table.setColumnWidth(1, 360)

    def _chosen(self, path: str) -> None:
        if self.draft is not None:
            self.draft.set_setting(SETTING, path.strip() or None)
            self.edited.emit()
