"""Field copies in the window: two commands under one button, who has a copy, and the way back."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional, TypeVar

from qgis.core import Qgis
from qgis.PyQt.QtCore import QObject, QStandardPaths, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QDialog, QFileDialog, QPushButton

from diwi_qgis.errors import DiwiError
from diwi_qgis.gui.register.recent import remember_register
from diwi_qgis.gui.running import Outputs, Run
from diwi_qgis.gui.window import Window, why_not
from diwi_qgis.gui.working import Work
from diwi_qgis.gui.zoom import zoom_to
from diwi_qgis.notation import counted
from diwi_qgis.progress import Progress
from diwi_qgis.store.address import file_of
from diwi_qgis.translation import locale, tr

if TYPE_CHECKING:
    from diwi_qgis.exchange.fieldcopy.brought import Brought
    from diwi_qgis.exchange.fieldcopy.mark import FieldCopy
    from diwi_qgis.exchange.fieldcopy.merge import Outcome
    from diwi_qgis.exchange.fieldcopy.receipt import Receipt
    from diwi_qgis.rules.merging import Key, Side
    from diwi_qgis.store import Register

Known = TypeVar("Known")

#: So many copies that are out are listed, the latest.
_LISTED = 8


class FieldCopyPart(QObject):
    """Take a field copy along, bring one back."""

    def __init__(self, window: Window) -> None:
        super().__init__(window.iface.mainWindow())
        self._window, self._session = window, window.session
        self._dialog: Optional[QDialog] = None
        self._own: Optional[FieldCopy] = None
        self._out: list[Any] = []  #: the entries of the menu about copies that are out

    def install(self) -> None:
        """See `Part.install`."""
        self._menu = self._window.menu_button(
            "diwiFieldCopy",
            tr("Field copy"),
            tr("Take the register along into the field, and bring it back"),
            "field_copy",
        )
        self._take = self._window.action(
            "diwiTakeFieldCopy", tr("Take a field copy along…"), "", self._ask_take, "field_copy", toolbar=False
        )
        self._bring = self._window.action(
            "diwiBringFieldCopy", tr("Bring a field copy back…"), "", self._ask_folder, "field_copy_back", toolbar=False
        )
        self._menu.addActions([self._take, self._bring])
        self._menu.aboutToShow.connect(self._look_again)
        self._menu.aboutToShow.connect(self._list_copies)
        self._window.menu.aboutToShow.connect(self._look_again)
        self._session.registerChanged.connect(self._register_changed)
        self._register_changed()

    def remove(self) -> None:
        """See `Part.remove`."""
        self._window.menu.aboutToShow.disconnect(self._look_again)
        self._session.registerChanged.disconnect(self._register_changed)
        if self._dialog is not None:
            self._dialog.deleteLater()
        self.deleteLater()

    # -- what can be done now -----------------------------------------------------------------------------------------

    def _register_changed(self) -> None:
        """Whoever opens a field copy is told that it is one."""
        from diwi_qgis.exchange.fieldcopy.mark import mark_of

        self._own = self._known(mark_of)
        if self._own is not None:
            text = tr("This is a field copy of '{register}', taken along by {who}.")
            self._window.tell(
                text.format(register=Path(self._own.van).name, who=self._own.wie), Qgis.MessageLevel.Info, 30
            )
        self._look_again()

    def _known(self, look: Callable[[Register], Known]) -> Optional[Known]:
        """What the register knows of field copies; None when none is open or it cannot be read now."""
        if self._session.address is None:
            return None
        try:
            with self._session.read() as register:
                return look(register)
        except DiwiError:
            return None  # whoever uses the register hears why

    def _list_copies(self) -> None:
        """Below the commands, who has a copy and since when."""
        from diwi_qgis.exchange.fieldcopy.mark import copies_of

        for action in self._out:
            self._menu.removeAction(action)
        out = [copy for copy in self._known(copies_of) or () if copy.brought_back is None]
        self._out = [self._menu.addSeparator()] if out else []
        for copy in out[-_LISTED:]:
            text = tr("With {who} since {moment}").format(who=copy.wie, moment=f"{copy.since.astimezone():%d-%m-%Y}")
            self._out.append(self._menu.addAction(text.replace("&", "&&")))
            self._out[-1].setEnabled(False)

    def _look_again(self) -> None:
        why_not(
            self._take, tr("Register, parcels and map in one folder, to work in without network"), self._why_not_take()
        )
        why_not(
            self._bring,
            tr("Put the work of a field copy into this register; you see first what changes"),
            self._why_not_bring(),
        )

    def _why_not_take(self) -> str:
        if self._own is not None:
            return tr("this register is a field copy itself")
        return self._why_not()

    def _why_not_bring(self) -> str:
        if self._own is not None:
            return tr("this register is the field copy; open the register in the office first")
        return self._why_not()

    @property
    def _file(self) -> Optional[Path]:
        """The file of the register that is open."""
        return file_of(self._session.address)

    def _why_not(self) -> str:
        if self._session.address is None:
            return tr("no register is open")
        if self._file is None:
            return tr("field copies are taken of registers in a file; this one is on a server")
        return tr("there are edits that were not saved yet; save or undo them first") if self._session.unsaved() else ""

    # -- taking along ---------------------------------------------------------------------------------------------------

    def _ask_take(self, _checked: bool = False) -> None:
        from diwi_qgis.gui.fieldcopy.take_dialog import TakeDialog

        if self._file is not None:
            self._show(TakeDialog(self._file, self._window.iface.mainWindow()), self._take_answered)

    def _take_answered(self, dialog: Any) -> None:
        Run(self, "diwi:takefieldcopy", dialog.parameters, self._taken, self._failed)

    def _taken(self, outputs: Outputs) -> None:
        copy = Path(outputs["COPY"])
        remember_register(copy)
        text = tr("The field copy is in '{folder}'.")
        self._window.tell(text.format(folder=copy.parent), Qgis.MessageLevel.Success)

    # -- bringing back ----------------------------------------------------------------------------------------------------

    def _ask_folder(self, _checked: bool = False) -> None:
        main = self._window.iface.mainWindow()
        start = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = QFileDialog.getExistingDirectory(main, tr("Folder of the field copy"), start)
        if folder:
            self.bring_back(Path(folder))

    def bring_back(self, folder: Path) -> None:
        """Read the field copy in a folder, and show what bringing it back would change."""
        register = self._file
        if register is not None:
            Work(tr("Read field copy"), partial(_read, register, folder), self._offer, self._refused)

    def _offer(self, read: tuple[Brought, Outcome], again: bool = False) -> None:
        from diwi_qgis.exchange.fieldcopy.receipt import receipt
        from diwi_qgis.gui.fieldcopy.bring_dialog import BringDialog

        brought, outcome = read
        dialog = BringDialog(receipt(brought, outcome), again, self._window.iface.mainWindow())
        dialog.planClicked.connect(self._look_at)
        self._show(dialog, partial(self._answered, brought))

    def _look_at(self, plan: str) -> None:
        self._session.choose_plan(plan)
        zoom_to(self._window.iface.mapCanvas(), self._session, "project", [plan])

    def _answered(self, brought: Brought, dialog: Any) -> None:
        reason, register = self._why_not_bring(), self._file
        if reason or register is None:
            self._window.tell(tr("Not possible now: {0}.").format(reason))
            return
        work = partial(_store, register, brought, dialog.choices, getpass.getuser())
        Work(tr("Bring field copy back"), work, partial(self._stored, register), partial(self._not_stored, brought))

    def _stored(self, register: Path, found: Receipt) -> None:
        if register == self._session.address:
            self._session.refresh()
        changes = counted(sum(len(plan.lines) for plan in found.plans), tr("change"), tr("changes"), locale())
        text = tr("The field copy of {who} was brought back: {changes}.")
        self._tell_with_receipt(text.format(who=found.wie, changes=changes), _write_receipt(register, found))

    def _not_stored(self, brought: Brought, error: Exception) -> None:
        from diwi_qgis.exchange.fieldcopy.merge import UndecidedError

        if isinstance(error, UndecidedError):  # somebody in the office changed the same just now
            self._offer((brought, error.outcome), again=True)
        else:
            self._refused(error)

    def _tell_with_receipt(self, text: str, path: Optional[Path]) -> None:
        bar = self._window.iface.messageBar()
        item = bar.createMessage("DIWI", text)
        if path is not None:
            button = QPushButton(tr("Show receipt"), item)
            button.setObjectName("diwiVeldkopieBewijs")
            button.setAccessibleName(button.text())
            button.clicked.connect(partial(_open, path))
            item.layout().addWidget(button)
        bar.pushWidget(item, Qgis.MessageLevel.Success)

    # -- together -----------------------------------------------------------------------------------------------------------

    def _show(self, dialog: QDialog, accepted: Any) -> None:
        """Show a dialog over the window, without waiting for it."""
        self._dialog = dialog
        dialog.finished.connect(partial(self._closed, dialog, accepted))
        dialog.open()

    def _closed(self, dialog: QDialog, accepted: Any, result: int) -> None:
        self._dialog = None
        if result == QDialog.DialogCode.Accepted:
            accepted(dialog)
        dialog.deleteLater()

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, DiwiError):
            raise error
        self._window.tell(f"{tr('Nothing was stored.')} {error.text.language(locale())}", Qgis.MessageLevel.Critical)

    def _failed(self, reason: str) -> None:
        if reason:
            self._window.tell(reason, Qgis.MessageLevel.Critical)


def _read(register: Path, folder: Path, progress: Progress) -> tuple[Brought, Outcome]:
    """The copy, and what it would do to the register; in a thread."""
    from diwi_qgis.exchange.fieldcopy.brought import read_copy
    from diwi_qgis.exchange.fieldcopy.folder import find_folder
    from diwi_qgis.exchange.fieldcopy.merge import compare
    from diwi_qgis.store import open_register

    brought = read_copy(find_folder(folder), progress)
    with open_register(register) as office:
        return brought, compare(office, brought)


def _store(register: Path, brought: Brought, choices: Mapping[Key, Side], user: str, _progress: Progress) -> Receipt:
    """Bring it back; in a thread."""
    from diwi_qgis.exchange.fieldcopy.merge import bring_back

    return bring_back(register, brought, choices, user)


def _write_receipt(register: Path, found: Receipt) -> Optional[Path]:
    """The receipt as a file beside the register; None when it cannot be written: the register has it as well."""
    from diwi_qgis.exchange.fieldcopy.folder import receipt_path
    from diwi_qgis.reports.fieldcopy import write_fieldcopy_report

    path = receipt_path(register, found.wie, date.today())
    try:
        path.parent.mkdir(exist_ok=True)
        write_fieldcopy_report(path, register.name, found)
    except (OSError, DiwiError):
        return None
    return path


def _open(path: Path, _checked: bool = False) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
