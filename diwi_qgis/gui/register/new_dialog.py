"""One dialog for a new register: which municipality, which file."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import QgsProject
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QStandardPaths, Qt
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from diwi_qgis.gui.inputs import steady
from diwi_qgis.model.gemeenten import Gemeente, find_gemeente, gemeenten
from diwi_qgis.translation import tr


class NewRegisterDialog(QDialog):
    """Accepted, `parameters` are those of ``diwi:createregister``."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("diwiNewRegister")
        self.setWindowTitle(tr("New register"))
        self.setMinimumWidth(520)
        self._suggested = ""
        self._gemeente = self._municipality_box()
        self._provincie = self._province_box()
        self._file = self._file_box()
        self._hint = QLabel()
        self._hint.setObjectName("diwiNewRegisterHint")
        self._hint.setAccessibleName(tr("What is still needed"))
        self._hint.setWordWrap(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._buttons.setObjectName("diwiNewRegisterButtons")
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setText(tr("Make register"))
        self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Cancel"))
        self._lay_out()
        self._connect()
        steady(self)
        self._check()

    @property
    def parameters(self) -> dict[str, str]:
        """What was filled in."""
        gemeente = self._chosen()
        return {
            "MUNICIPALITY_CODE": "" if gemeente is None else gemeente.code,
            "MUNICIPALITY": "" if gemeente is None else gemeente.naam,
            "PROVINCE": self._provincie.currentText(),
            "OUTPUT": self._file.filePath().strip(),
        }

    # -- building -------------------------------------------------------------------------------------------------

    def _municipality_box(self) -> QComboBox:
        box = QComboBox()
        box.setObjectName("diwiNewRegisterMunicipality")
        box.setAccessibleName(tr("Municipality"))
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.addItems([gemeente.label for gemeente in gemeenten()])
        box.setCurrentIndex(-1)
        box.lineEdit().setPlaceholderText(tr("Name or code"))
        box.setToolTip(tr("Type a part of the name, or the code. One that is not in the list: Name (1234)."))
        completer = QCompleter(box.model(), box)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        box.setCompleter(completer)
        return box

    def _province_box(self) -> QComboBox:
        box = QComboBox()
        box.setObjectName("diwiNewRegisterProvince")
        box.setAccessibleName(tr("Province"))
        box.addItems(sorted({gemeente.provincie for gemeente in gemeenten()}))
        box.setCurrentIndex(-1)
        box.setToolTip(tr("Follows from the municipality; decides which delivery to the province is prepared."))
        return box

    def _file_box(self) -> QgsFileWidget:
        box = QgsFileWidget()
        box.setObjectName("diwiNewRegisterFile")
        box.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        box.setConfirmOverwrite(False)  # an existing file is refused, with a word why
        box.setFilter(tr("GeoPackage files (*.gpkg)"))
        box.setDialogTitle(tr("Where the new register goes"))
        box.lineEdit().setAccessibleName(tr("File"))
        return box

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(tr("Municipality"), self._gemeente)
        form.addRow(tr("Province"), self._provincie)
        form.addRow(tr("File"), self._file)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self._hint)
        layout.addStretch(1)
        layout.addWidget(self._buttons)

    def _connect(self) -> None:
        self._gemeente.editTextChanged.connect(self._municipality_changed)
        self._provincie.currentIndexChanged.connect(self._check)
        self._file.fileChanged.connect(self._check)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    # -- following what is typed ----------------------------------------------------------------------------------

    def _chosen(self) -> Optional[Gemeente]:
        return find_gemeente(self._gemeente.currentText())

    def _municipality_changed(self) -> None:
        gemeente = self._chosen()
        if gemeente is not None:
            if gemeente.provincie:
                self._provincie.setCurrentText(gemeente.provincie)
            if self._file.filePath() == self._suggested:
                self._suggested = str(_suggestion(gemeente))
                self._file.setFilePath(self._suggested)
        self._check()

    def _check(self) -> None:
        missing = self._missing()
        self._hint.setText(missing)
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(not missing)
        ok.setToolTip(missing)

    def _missing(self) -> str:
        """What is still needed; empty when all is there."""
        if self._chosen() is None:
            return tr("Choose a municipality.")
        if not self._provincie.currentText():
            return tr("Choose the province.")
        return _objection(Path(self._file.filePath().strip()))


def _objection(path: Path) -> str:
    """Why a register cannot be made there; empty when it can."""
    if not path.name:
        return tr("Choose where the register is to be kept.")
    if path.suffix.lower() != ".gpkg":
        return tr("The name of the file ends in .gpkg.")
    if not path.parent.is_dir():
        return tr("This folder does not exist: {folder}").format(folder=path.parent)
    return tr("This file exists already; a register is never overwritten.") if path.exists() else ""


def _suggestion(gemeente: Gemeente) -> Path:
    """A file of that name beside the open project, else among the user's documents, that is not there yet."""
    home = QgsProject.instance().homePath()
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = next((Path(known) for known in (home, documents) if known and Path(known).is_dir()), Path.home())
    name = "".join(letter if letter.isalnum() else "_" for letter in gemeente.naam.lower()).strip("_")
    numbers = ("", *(f"_{number}" for number in range(2, 100)))
    return next(
        (path for path in (folder / f"woningbouw_{name}{number}.gpkg" for number in numbers) if not path.exists()),
        folder / f"woningbouw_{name}.gpkg",
    )
