"""One dialog before a register is taken along: where to, who, and with the documents or not."""

from __future__ import annotations

import getpass
from datetime import date
from pathlib import Path
from typing import Any

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QStandardPaths
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from diwi_qgis.exchange import documents
from diwi_qgis.exchange.fieldcopy.folder import size_of
from diwi_qgis.gui.inputs import steady
from diwi_qgis.gui.report_problem import problem_button
from diwi_qgis.notation import number
from diwi_qgis.translation import locale, tr


class TakeDialog(QDialog):
    """Accepted, `parameters` are those of ``diwi:takefieldcopy``."""

    def __init__(self, register: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("diwiVeldkopieMeenemen")
        self.setWindowTitle(tr("Take a field copy along"))
        self.setMinimumWidth(560)
        self._register = register
        what = QLabel(
            tr(
                "Register, parcels, buildings and map go along in one new folder, to work in without network. Everybody can go on "
                "in the office; what both change is put together when the copy is brought back."
            )
        )
        what.setWordWrap(True)
        self._folder = self._folder_box()
        self._name = _line("diwiVeldkopieNaam", tr("Name of the new folder"))
        self._name.setText(f"veldkopie {register.stem} {date.today():%Y-%m-%d}")
        self._who = _line("diwiVeldkopieWie", tr("Who takes it along"))
        self._who.setText(getpass.getuser())
        self._documents = self._documents_box()
        self._hint = QLabel()
        self._hint.setObjectName("diwiVeldkopieHint")
        self._hint.setWordWrap(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._buttons.setObjectName("diwiVeldkopieKnoppen")
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setText(tr("Take along"))
        self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Cancel"))
        form = QFormLayout()
        form.addRow(tr("In folder"), self._folder)
        form.addRow(tr("Name"), self._name)
        form.addRow(tr("Who"), self._who)
        form.addRow("", self._documents)
        layout = QVBoxLayout(self)
        layout.addWidget(what)
        layout.addLayout(form)
        layout.addWidget(self._hint)
        layout.addStretch(1)
        bottom = QHBoxLayout()
        bottom.addWidget(problem_button(self, self.windowTitle()))
        bottom.addStretch()
        bottom.addWidget(self._buttons)
        layout.addLayout(bottom)
        self._folder.fileChanged.connect(self._check)
        for line in (self._name, self._who):
            line.textChanged.connect(self._check)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        steady(self)
        self._check()

    @property
    def parameters(self) -> dict[str, Any]:
        """What was filled in."""
        return {
            "REGISTER": str(self._register),
            "FOLDER": str(self._target),
            "DOCUMENTS": self._documents.isChecked(),
            "WHO": self._who.text().strip(),
        }

    @property
    def _target(self) -> Path:
        return Path(self._folder.filePath().strip()) / self._name.text().strip()

    def _folder_box(self) -> QgsFileWidget:
        box = QgsFileWidget()
        box.setObjectName("diwiVeldkopieMap")
        box.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        box.setDialogTitle(tr("Where the field copy goes"))
        box.setFilePath(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        box.lineEdit().setAccessibleName(tr("In folder"))
        return box

    def _documents_box(self) -> QCheckBox:
        files, size = size_of(documents.folder(self._register))
        box = QCheckBox(
            tr("With the documents ({number} files, {size})").format(number=files, size=_megabytes(size))
            if files
            else tr("With the documents (there are none)")
        )
        box.setObjectName("diwiVeldkopieDocumenten")
        box.setChecked(bool(files))
        box.setEnabled(bool(files))
        return box

    def _check(self) -> None:
        objection = self._objection()
        size = _megabytes(self._register.stat().st_size)
        self._hint.setText(objection or tr("The register is {size}.").format(size=size))
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(not objection)
        ok.setToolTip(objection)

    def _objection(self) -> str:
        """Why a copy cannot be made so; empty when it can."""
        parent = Path(self._folder.filePath().strip())
        if not self._folder.filePath().strip() or not parent.is_dir():
            return tr("Choose an existing folder in which the copy gets a folder of its own.")
        if not self._name.text().strip() or self._target.parent != parent:
            return tr("Give the new folder a name.")
        if self._target.exists():
            return tr("This folder exists already: {folder}").format(folder=self._target)
        return "" if self._who.text().strip() else tr("Say who takes the copy along; colleagues see that.")


def _line(name: str, accessible: str) -> QLineEdit:
    line = QLineEdit()
    line.setObjectName(name)
    line.setAccessibleName(accessible)
    return line


def _megabytes(size: int) -> str:
    return f"{number(size / 2**20, 1, locale())} MB"
