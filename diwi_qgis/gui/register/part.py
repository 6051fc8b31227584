"""Opening and making registers: where a day in the window begins."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, Optional

from qgis.core import Qgis
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QAction, QDialog, QFileDialog, QMenu, QMessageBox, QToolButton

from diwi_qgis.errors import DiwiError
from diwi_qgis.gui.register.admission import Standing, standing
from diwi_qgis.gui.register.new_dialog import NewRegisterDialog
from diwi_qgis.gui.register.recent import (
    Known,
    ServerRegister,
    address_of,
    known,
    parameters_of,
    recent_registers,
    remember_register,
    title,
)
from diwi_qgis.gui.register.server_dialog import ServerDialog
from diwi_qgis.gui.running import Outputs, Run
from diwi_qgis.gui.window import Window, icon
from diwi_qgis.store.address import Address, PostgisAddress
from diwi_qgis.translation import tr
from diwi_qgis.workspace.connections import connection_to, signed_in
from diwi_qgis.workspace.opening import open_workspace


class RegisterPart(QObject):
    """Open a register, make one, and the list of those that were opened lately."""

    def __init__(self, window: Window) -> None:
        super().__init__(window.iface.mainWindow())
        self._window = window
        self._dialog: Optional[QDialog] = None

    def install(self) -> None:
        """See `Part.install`."""
        self._open = self._window.action(
            "diwiOpenRegister",
            tr("Open register…"),
            tr("Open a plan register: its plans, parcels and maps"),
            self._ask_file,
            "register_open",
        )
        self._server = self._window.action(
            "diwiOpenSharedRegister",
            tr("Open shared register…"),
            tr("Open a register on a server, in which several people work at once"),
            self._ask_server,
            "register_server",
        )
        self._new = self._window.action(
            "diwiNewRegisterAction",
            tr("New register…"),
            tr("Make a new, empty register for a municipality"),
            self._ask_new,
            "register_new",
        )
        self._recent = QMenu(tr("Recent registers"), self._window.iface.mainWindow())
        self._recent.setObjectName("diwiRecentRegisters")
        self._recent.setIcon(icon("register_open"))
        self._recent.setToolTipsVisible(True)
        self._recent.aboutToShow.connect(self._fill_recent)
        self._recent.triggered.connect(self._recent_chosen)
        self._window.menu.insertMenu(self._new, self._recent)
        self._window.session.openAsked.connect(self._asked)
        button = self._window.toolbar.widgetForAction(self._open)
        button.setMenu(self._recent)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)

    def remove(self) -> None:
        """See `Part.remove`."""
        self._window.session.openAsked.disconnect(self._asked)
        self._window.menu.removeAction(self._recent.menuAction())
        self._recent.deleteLater()
        if self._dialog is not None:
            self._dialog.deleteLater()
        self.deleteLater()

    # -- opening --------------------------------------------------------------------------------------------------

    def open(self, register: Known) -> None:
        """Open the project of a register instead of the one that is open, after asking what QGIS asks before that."""
        try:
            address = address_of(register)
            found = signed_in(address, standing)
        except DiwiError as error:
            self._window.refuse(error)
            return
        if found is Standing.OLDER:
            self._ask_upgrade(register)
        elif self._window.iface.newProject(True) is not False:
            self._show(register, found)

    def _asked(self, address: Address) -> None:
        """Another part asked for a register by its address."""
        if isinstance(address, PostgisAddress):
            self.open(ServerRegister(connection_to(address), address.schema))
        else:
            self.open(address)

    def _show(self, register: Known, found: Standing) -> None:
        try:
            if not open_workspace(address_of(register), write=found is Standing.GOOD):
                self._make_project(register, found)
                return
        except DiwiError as error:
            self._window.refuse(error)
            return
        if self._window.session.snapshot is None:
            remember_register(register)
        if found is Standing.READ_ONLY:
            self._window.tell(
                tr("'{file}' may not be changed (read-only): you can look, but not save.").format(file=title(register))
            )

    def _make_project(self, register: Known, found: Standing) -> None:
        """The register has no project of its own yet."""
        if found is Standing.READ_ONLY and isinstance(register, ServerRegister):
            text = tr(
                "'{register}' has no QGIS project yet. Its owner or the functional manager makes it by opening it once."
            )
            self._window.tell(text.format(register=title(register)))
            return
        self._made = register
        Run(self, "diwi:createworkspace", parameters_of(register), self._project_made, self._failed)

    def _project_made(self, _outputs: Outputs) -> None:
        self._show(self._made, Standing.GOOD)

    def _ask_file(self) -> None:
        recent = [each for each in recent_registers() if isinstance(each, Path)]
        folder = str(recent[0].parent) if recent else ""
        main = self._window.iface.mainWindow()
        name, _ = QFileDialog.getOpenFileName(main, tr("Open register"), folder, tr("GeoPackage files (*.gpkg)"))
        if name:
            self.open(Path(name))

    def _ask_server(self) -> None:
        self._ask(ServerDialog(self._window.iface.mainWindow()), self._server_answered)

    def _server_answered(self, _result: int) -> None:
        dialog, self._dialog = self._dialog, None
        if not isinstance(dialog, ServerDialog):
            return
        if dialog.wants_connection:
            self._window.iface.openDataSourceManagerPage("postgres")
        elif _result == QDialog.DialogCode.Accepted and dialog.register is not None:
            self.open(dialog.register)

    def _fill_recent(self) -> None:
        self._recent.clear()
        for register in recent_registers():
            where = register.parent if isinstance(register, Path) else register.connection
            action = self._recent.addAction(f"{title(register)}  –  {where}".replace("&", "&&"))
            action.setData(str(register))
            action.setToolTip(str(register) if isinstance(register, Path) else tr("On a server"))
        if self._recent.isEmpty():
            self._recent.addAction(tr("None yet")).setEnabled(False)

    def _recent_chosen(self, action: QAction) -> None:
        self.open(known(action.data()))

    # -- upgrading ------------------------------------------------------------------------------------------------

    def _ask_upgrade(self, register: Known) -> None:
        question = QMessageBox(self._window.iface.mainWindow())
        question.setObjectName("diwiUpgradeQuestion")
        question.setIcon(QMessageBox.Icon.Question)
        question.setWindowTitle(tr("Upgrade register"))
        question.setText(
            tr("'{file}' was made with an older version of the plugin. Upgrade it now?").format(file=title(register))
        )
        kept = (
            tr("A copy of the old file is kept beside it.")
            if isinstance(register, Path)
            else tr("Only its owner can do that, while nobody works in it. Let the administrator make a back-up first.")
        )
        question.setInformativeText(f"{kept} {tr('Colleagues need this version of the plugin afterwards.')}")
        for answer, words in ((QMessageBox.StandardButton.Yes, tr("Yes")), (QMessageBox.StandardButton.No, tr("No"))):
            question.addButton(answer).setText(words)
        self._made = register
        self._ask(question, self._upgrade_answered)

    def _upgrade_answered(self, answer: int) -> None:
        self._dialog = None
        if answer == QMessageBox.StandardButton.Yes:
            Run(self, "diwi:upgraderegister", parameters_of(self._made), self._upgraded, self._failed)

    def _upgraded(self, outputs: Outputs) -> None:
        text = tr("The register was upgraded; the old one is kept as '{file}'.")
        told = text.format(file=Path(outputs["BACKUP"]).name) if outputs["BACKUP"] else tr("The register was upgraded.")
        self._window.tell(told, Qgis.MessageLevel.Info)
        self.open(self._made)

    # -- making ---------------------------------------------------------------------------------------------------

    def _ask_new(self) -> None:
        self._ask(NewRegisterDialog(self._window.iface.mainWindow()), self._new_answered)

    def _ask(self, dialog: QDialog, answered: Callable[[int], None]) -> None:
        """Show a dialog over the window, without waiting for it."""
        self._dialog = dialog
        dialog.finished.connect(answered)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _new_answered(self, result: int) -> None:
        dialog, self._dialog = self._dialog, None
        if isinstance(dialog, NewRegisterDialog) and result == QDialog.DialogCode.Accepted:
            self._new.setEnabled(False)
            self._made = dialog.register
            Run(self, "diwi:createregister", dialog.parameters, self._register_made, self._failed)

    def _register_made(self, _outputs: Outputs) -> None:
        self._new.setEnabled(True)
        self.open(self._made)

    def _failed(self, reason: str) -> None:
        self._new.setEnabled(True)
        if reason:
            self._window.tell(reason, Qgis.MessageLevel.Critical)
