"""The way to the dialog "People and rights" in our menu."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import QObject

from diwi_qgis.gui.window import Window, why_not
from diwi_qgis.model.rights import Actie
from diwi_qgis.store.address import PostgisAddress
from diwi_qgis.translation import tr


class PeoplePart(QObject):
    """A part of the window (see `gui.parts`)."""

    def __init__(self, window: Window) -> None:
        super().__init__(window.iface.mainWindow())
        self._window, self._session = window, window.session

    def install(self) -> None:
        """See `Part.install`."""
        self._tooltip = tr("Who uses the register, in which role and group, and whose plans are whose")
        self._action = self._window.action(
            "diwiPeople", tr("People and rights…"), self._tooltip, self.show, "people", toolbar=False
        )
        self._session.registerChanged.connect(self._look_again)
        self._window.menu.aboutToShow.connect(self._look_again)
        self._look_again()

    def remove(self) -> None:
        """See `Part.remove`."""
        self._session.registerChanged.disconnect(self._look_again)
        self._window.menu.aboutToShow.disconnect(self._look_again)
        self.deleteLater()

    def show(self, *_: Any) -> None:
        """Open the dialog."""
        from diwi_qgis.gui.people.dialog import PeopleDialog

        dialog = PeopleDialog(self._session, self._window.iface.mainWindow())
        dialog.exec()
        dialog.deleteLater()

    def _look_again(self) -> None:
        why_not(self._action, self._tooltip, self._reason())

    def _reason(self) -> str:
        if self._session.address is None:
            return tr("no register is open")
        if not isinstance(self._session.address, PostgisAddress):
            return tr("this register is a file: whoever may open the file may see and change everything in it")
        return self._session.rights.why_not((Actie.GEBRUIKERS,))
