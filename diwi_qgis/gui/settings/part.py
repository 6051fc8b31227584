"""Settings of the register in the window: one command, greyed with the reason for who may not."""

from __future__ import annotations

import getpass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Optional

from qgis.core import Qgis
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QFileDialog, QInputDialog

from diwi_qgis.errors import DiwiError
from diwi_qgis.gui.window import Window, why_not
from diwi_qgis.libraries import require
from diwi_qgis.model.rights import Actie
from diwi_qgis.notation import counted
from diwi_qgis.translation import locale, tr

if TYPE_CHECKING:
    from diwi_qgis.gui.settings.dialog import SettingsDialog


class SettingsPart(QObject):
    """Opens the settings of the register that is open, stores them, and lets the project follow."""

    def __init__(self, window: Window) -> None:
        super().__init__(window.iface.mainWindow())
        self._window, self._session = window, window.session
        self._dialog: Optional[SettingsDialog] = None

    def install(self) -> None:
        """See `Part.install`."""
        self._open = self._window.action(
            "diwiSettings", tr("Settings of the register…"), "", self.open, "register_settings", toolbar=False
        )
        self._window.menu.aboutToShow.connect(self._look_again)
        self._session.registerChanged.connect(self._register_changed)
        self._look_again()

    def remove(self) -> None:
        """See `Part.remove`."""
        self._window.menu.aboutToShow.disconnect(self._look_again)
        self._session.registerChanged.disconnect(self._register_changed)
        if self._dialog is not None:
            self._dialog.deleteLater()
        self.deleteLater()

    # -- whether ------------------------------------------------------------------------------------------------------

    def _register_changed(self) -> None:
        """Settings of a register that is no longer open are none to store."""
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    def _look_again(self) -> None:
        tip = tr("Code lists, price classes, own properties and what else holds for the whole register")
        why_not(self._open, tip, self._why_not())

    def _why_not(self) -> str:
        if self._session.address is None:
            return tr("no register is open")
        try:
            with self._session.read() as register:
                refusal = register.rights().refusal(Actie.LIJSTEN)
        except DiwiError as error:
            return error.text.language(locale())
        return refusal.language(locale()) if refusal is not None else ""

    # -- the dialog ---------------------------------------------------------------------------------------------------

    def open(self, _checked: bool = False) -> None:
        """Show the settings."""
        from diwi_qgis.exchange.definitions.state import read_definitions
        from diwi_qgis.gui.settings.dialog import SettingsDialog

        reason = self._why_not()
        if reason:
            self._window.tell(tr("Not possible now: {0}.").format(reason))
            return
        try:
            require("pandas")
            with self._session.read() as register:
                known = read_definitions(register)
        except DiwiError as error:
            self._window.refuse(error)
            return
        address = self._session.address
        path = address if isinstance(address, Path) else None
        self._dialog = SettingsDialog(known, path, self._window.iface.mainWindow())
        self._dialog.saveAsked.connect(self._save)
        self._dialog.packageAsked.connect(self._ask_package)
        self._dialog.exportAsked.connect(self._ask_export)
        self._dialog.finished.connect(self._closed)
        self._dialog.open()

    def _closed(self, _result: int) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    def _save(self) -> None:
        """All in one transaction; then forms and lists of the open project follow."""
        from diwi_qgis.exchange.definitions.state import read_definitions
        from diwi_qgis.exchange.definitions.storing import store_definitions
        from diwi_qgis.workspace.fields import follow_lists

        dialog = self._dialog
        if dialog is None:
            return
        if self._session.unsaved():
            dialog.tell(tr("There are edits on the map that were not saved yet; save or undo them first."))
            return
        try:
            with self._session.opened_to_write() as register:
                base = dialog.draft.known.rows
                lines = store_definitions(register, base, dialog.draft.state, getpass.getuser())
                known = read_definitions(register)
        except DiwiError as error:
            dialog.tell(error.text.language(locale()))
            return
        follow_lists(self._session.project)
        self._session.refresh()
        dialog.show_known(known)
        stored = counted(len(lines), tr("change"), tr("changes"), locale())
        dialog.status.setText(tr("Saved: {changes}.").format(changes=stored))

    # -- packages -----------------------------------------------------------------------------------------------------

    def _ask_package(self) -> None:
        title, kinds = tr("Read definitions package"), tr("Definitions packages (*.json)")
        name, _ = QFileDialog.getOpenFileName(self._dialog, title, "", kinds)
        if name and self._dialog is not None:
            self._dialog.read(Path(name))

    def _ask_export(self) -> None:
        dialog = self._dialog
        if dialog is None:
            return
        name, good = QInputDialog.getText(dialog, tr("Write definitions package"), tr("Name of the package"))
        if not good or not name.strip():
            return
        version, good = QInputDialog.getText(dialog, tr("Write definitions package"), tr("Version of the package"))
        if not good or not version.strip():
            return
        title, kinds = tr("Write definitions package"), tr("Definitions packages (*.json)")
        path, _ = QFileDialog.getSaveFileName(dialog, title, f"{name} {version}.json", kinds)
        if path:
            self.export(Path(path), name.strip(), version.strip())

    def export(self, path: Path, name: str, version: str) -> None:
        """Write what is stored as a package, as ``diwi:exportdefinitions`` does."""
        from diwi_qgis.exchange.definitions.package import package_of, write_package
        from diwi_qgis.exchange.definitions.state import read_state

        about = {"naam": name, "versie": version, "datum": date.today().isoformat()}
        try:
            with self._session.read() as register:
                write_package(path, package_of(read_state(register), about))
        except DiwiError as error:
            self._tell(error.text.language(locale()))
            return
        self._window.tell(tr("The definitions package is in '{file}'.").format(file=path), Qgis.MessageLevel.Success)

    def _tell(self, text: str) -> None:
        if self._dialog is not None:
            self._dialog.tell(text)
