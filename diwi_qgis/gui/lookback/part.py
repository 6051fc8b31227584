"""The menu of looking back, and the bar that says so while one does."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Optional

from qgis.core import Qgis, QgsApplication
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QAction, QDialog

from diwi_qgis.errors import DiwiError
from diwi_qgis.gui.lookback.banner import Banner
from diwi_qgis.gui.lookback.deleted_dialog import DeletedPlansDialog
from diwi_qgis.gui.lookback.difference_dialog import DifferenceDialog
from diwi_qgis.gui.lookback.moment_dialog import MomentDialog
from diwi_qgis.gui.lookback.moments import known_since
from diwi_qgis.gui.running import Outputs, Run, register_parameters
from diwi_qgis.gui.window import Window, why_not
from diwi_qgis.store.address import Address
from diwi_qgis.store.restoring import deleted_plans
from diwi_qgis.translation import tr
from diwi_qgis.workspace.layers import our_layers


class LookBackPart(QObject):
    """Look back, compare two moments, put back what was deleted."""

    def __init__(self, window: Window) -> None:
        super().__init__(window.iface.mainWindow())
        self._window, self._session = window, window.session
        self._dialog: Optional[QDialog] = None
        self._before: Optional[Address] = None
        self._actions: list[tuple[QAction, str]] = []

    def install(self) -> None:
        """See `Part.install`."""
        menu = self._window.menu_button(
            "diwiLookBack",
            tr("Look back"),
            tr("The register as it was, what changed since, and what was deleted"),
            "look_back",
        )
        for name, text, tooltip, slot in (
            ("diwiLookBackMoment", tr("Look back at a moment…"), tr("Open the register as it was known then, read-only"), self._ask_moment),
            ("diwiLookBackDifference", tr("Difference between two moments…"), tr("Which plans came, went and changed, and how many dwellings that makes"), self._show_difference),
            ("diwiLookBackDeleted", tr("Deleted plans…"), tr("Put back a plan that was deleted, with everything below it"), self._show_deleted),
        ):  # fmt: skip
            action = self._window.action(name, text, tooltip, slot, toolbar=False)
            menu.addAction(action)
            self._actions.append((action, tooltip))
        self._banner = Banner(self._window.iface.mainWindow(), self.back_to_now)
        self._session.registerChanged.connect(self._look_again)
        self._session.layersChanged.connect(self._close_layers)
        self._look_again()

    def remove(self) -> None:
        """See `Part.remove`."""
        self._session.registerChanged.disconnect(self._look_again)
        self._session.layersChanged.disconnect(self._close_layers)
        self._window.iface.mainWindow().removeToolBar(self._banner)
        self._banner.deleteLater()
        if self._dialog is not None:
            self._dialog.deleteLater()
        self.deleteLater()

    # -- which register ---------------------------------------------------------------------------------------------

    def _look_again(self) -> None:
        """Another register, or none: is it one of the past?"""
        snapshot = self._session.snapshot
        reason = "" if self._session.address else tr("no register is open")
        if snapshot is not None:
            self._banner.show_moment(snapshot.known_at)
            reason = tr("you are looking back; go back to now first")
        else:
            self._banner.hide()
        for action, tooltip in self._actions:
            why_not(action, tooltip, reason)
        self._close_layers()

    def _close_layers(self) -> None:
        if self._session.snapshot is not None:
            for _, layer in our_layers(self._session.project):
                layer.setReadOnly(True)

    def back_to_now(self) -> None:
        """Open the register of which one saw the past."""
        snapshot, seen = self._session.snapshot, self._session.address
        if snapshot is None:
            return
        self._session.openAsked.emit(self._before or Path(snapshot.van))
        if self._session.address != seen and isinstance(seen, Path):
            _throw_away(seen)

    # -- looking back -----------------------------------------------------------------------------------------------

    def _since(self) -> Optional[datetime]:
        try:
            with self._session.read() as register:
                return known_since(register)
        except DiwiError as error:
            self._window.refuse(error)
            return None

    def _ask_moment(self) -> None:
        since = self._since()
        if since is not None:
            dialog = MomentDialog(since, self._window.iface.mainWindow())
            dialog.accepted.connect(lambda: self._take_snapshot(dialog.moment.parameter))
            self._show(dialog)

    def _take_snapshot(self, moment: str) -> None:
        address = self._session.address
        if address is None:
            return
        self._before = address
        target = _folder() / f"{_stem(address)} {moment.replace(':', '')}.gpkg"
        _throw_away(target)
        self._window.tell(tr("Looking up how the register was…"), Qgis.MessageLevel.Info, 5)
        parameters = {**register_parameters(address), "KNOWN_AT": moment, "OUTPUT": str(target)}
        Run(self, "diwi:registerasof", parameters, self._taken, self._failed)

    def _taken(self, outputs: Outputs) -> None:
        self._session.openAsked.emit(Path(outputs["OUTPUT"]))

    def _failed(self, reason: str) -> None:
        if reason:
            self._window.tell(reason, Qgis.MessageLevel.Critical)

    # -- comparing, putting back ------------------------------------------------------------------------------------

    def _show_difference(self) -> None:
        since, address = self._since(), self._session.address
        if since is not None and address is not None:
            dialog = DifferenceDialog(address, since, self._window.iface.mainWindow())
            dialog.planAsked.connect(self._session.choose_plan)
            self._show(dialog)

    def _show_deleted(self) -> None:
        try:
            with self._session.read() as register:
                plans = deleted_plans(register)
        except DiwiError as error:
            self._window.refuse(error)
            return
        dialog = DeletedPlansDialog(plans, self._window.iface.mainWindow())
        dialog.restoreAsked.connect(self._restore)
        self._show(dialog)

    def _restore(self, uuid: str) -> None:
        parameters = {**register_parameters(self._session.address), "PLAN": uuid}
        Run(self, "diwi:restoreplan", parameters, self._restored, self._failed)

    def _restored(self, outputs: Outputs) -> None:
        self._session.refresh()
        self._session.choose_plan(outputs["UUID"])
        self._window.tell(tr("The plan is back."), Qgis.MessageLevel.Success, 10)

    def _show(self, dialog: QDialog) -> None:
        """Over the window, without waiting for it."""
        self._dialog = dialog
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self, _result: int) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.deleteLater()


def _folder() -> Path:
    """Where snapshots are while one looks at them: in the user's own profile of QGIS."""
    folder = Path(QgsApplication.qgisSettingsDirPath()) / "diwi_terugkijken"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _stem(address: Address) -> str:
    return address.stem if isinstance(address, Path) else address.schema


def _throw_away(snapshot: Path) -> None:
    """A snapshot that nobody looks at any more; one that another window still has open goes the next time."""
    if snapshot.parent == _folder():
        for rest in ("", "-wal", "-shm"):
            with suppress(OSError):
                Path(f"{snapshot}{rest}").unlink(missing_ok=True)
