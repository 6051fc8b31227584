"""One dialog for a new register: which municipality, and where: a file, or a schema on a server."""

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
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from diwi_qgis.gui.inputs import steady
from diwi_qgis.gui.register.recent import Known, ServerRegister, parameters_of
from diwi_qgis.model.gemeenten import Gemeente, find_gemeente, gemeenten
from diwi_qgis.store.address import DEFAULT_SCHEMA
from diwi_qgis.translation import tr
from diwi_qgis.workspace.connections import connection_names


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
        self._place = self._place_box()
        self._file = self._file_box()
        self._schema = self._schema_box()
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
            **({"OUTPUT": str(self.register)} if isinstance(self.register, Path) else parameters_of(self.register)),
        }

    @property
    def register(self) -> Known:
        """Where it is to be."""
        connection = self._place.currentData()
        if connection is None:
            return Path(self._file.filePath().strip())
        return ServerRegister(connection, self._schema.text().strip())

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

    def _place_box(self) -> QComboBox:
        box = QComboBox()
        box.setObjectName("diwiNewRegisterPlace")
        box.setAccessibleName(tr("Where"))
        box.addItem(tr("In a file, for one user at a time"), None)
        for name in connection_names():
            box.addItem(tr("On the server of connection '{connection}'").format(connection=name), name)
        box.setToolTip(
            tr(
                "The PostgreSQL connections of QGIS are offered here; make one in the browser panel to share a register."
            )
        )
        return box

    def _schema_box(self) -> QLineEdit:
        box = QLineEdit(DEFAULT_SCHEMA)
        box.setObjectName("diwiNewRegisterSchema")
        box.setAccessibleName(tr("Schema"))
        box.setToolTip(tr("The part of the database that the register gets to itself."))
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
        self._form = QFormLayout()
        self._form.addRow(tr("Municipality"), self._gemeente)
        self._form.addRow(tr("Province"), self._provincie)
        self._form.addRow(tr("Where"), self._place)
        self._form.addRow(tr("File"), self._file)
        self._form.addRow(tr("Schema"), self._schema)
        layout = QVBoxLayout(self)
        layout.addLayout(self._form)
        layout.addWidget(self._hint)
        layout.addStretch(1)
        layout.addWidget(self._buttons)

    def _connect(self) -> None:
        self._gemeente.editTextChanged.connect(self._municipality_changed)
        self._provincie.currentIndexChanged.connect(self._check)
        self._place.currentIndexChanged.connect(self._check)
        self._file.fileChanged.connect(self._check)
        self._schema.textChanged.connect(self._check)
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
        on_server = self._place.currentData() is not None
        for box, shown in ((self._file, not on_server), (self._schema, on_server)):
            box.setVisible(shown)
            self._form.labelForField(box).setVisible(shown)
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
        if isinstance(self.register, ServerRegister):
            return "" if self.register.schema else tr("Name the schema in which the register is to be kept.")
        return _objection(self.register)


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
