"""Our toolbar, menu and docks in the QGIS window: what is put there is taken away again."""

from __future__ import annotations

from typing import Any, Callable, Optional

from qgis.core import Qgis, QgsLocatorFilter, QgsSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon, QKeySequence
from qgis.PyQt.QtWidgets import QAction, QDockWidget, QMenu, QToolBar, QToolButton

from diwi_qgis.errors import DiwiError
from diwi_qgis.gui.session import RegisterSession
from diwi_qgis.paths import resource
from diwi_qgis.translation import locale, tr

#: Setting of QGIS: how toolbars and docks stood when it was closed.
_LAYOUT = "UI/state"


class Window:
    """The place of our parts in the QGIS window: one toolbar, one menu under Plugins, docks."""

    def __init__(self, iface: Any, session: RegisterSession) -> None:
        self.iface = iface
        self.session = session
        main = iface.mainWindow()
        self.toolbar = QToolBar("DIWI", main)
        self.toolbar.setObjectName("diwiToolbar")
        iface.addToolBar(self.toolbar)
        self.menu = QMenu("DIWI", main)
        self.menu.setObjectName("diwiMenu")
        self.menu.setIcon(icon("diwi"))
        iface.pluginMenu().addMenu(self.menu)
        self._docks: list[QDockWidget] = []
        self._finders: list[QgsLocatorFilter] = []

    def action(
        self,
        name: str,
        text: str,
        tooltip: str,
        slot: Optional[Callable[..., Any]] = None,
        picture: str = "",
        shortcut: Optional[QKeySequence] = None,
        toolbar: bool = True,
    ) -> QAction:
        """A new action in our menu and, unless told otherwise, toolbar. `picture` is an icon of ours, without `.svg`."""
        action = QAction(icon(picture) if picture else QIcon(), text, self.iface.mainWindow())
        action.setObjectName(name)
        action.setToolTip(tooltip)
        action.setStatusTip(tooltip)
        if shortcut is not None:
            action.setShortcut(shortcut)
        if slot is not None:
            action.triggered.connect(slot)
        self.menu.addAction(action)
        if toolbar:
            self.toolbar.addAction(action)
        return action

    def menu_button(self, name: str, text: str, tooltip: str, picture: str) -> QMenu:
        """The menu, named `<name>Menu`, of a new button in our toolbar that only opens it."""
        button = QToolButton(self.toolbar)
        button.setObjectName(name)
        button.setText(text)
        button.setAccessibleName(text)
        button.setToolTip(tooltip)
        button.setIcon(icon(picture))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.setObjectName(f"{name}Menu")
        menu.setToolTipsVisible(True)
        button.setMenu(menu)
        self.toolbar.addWidget(button)
        return menu

    def dock(self, dock: QDockWidget, area: Qt.DockWidgetArea = Qt.DockWidgetArea.RightDockWidgetArea) -> None:
        """Put a dock in the window, hidden unless the user left it open last time (QGIS remembers by object name)."""
        dock.blockSignals(True)  # QGIS shows it for a moment: no reason to fill it
        self.iface.addDockWidget(area, dock)
        dock.hide()
        dock.blockSignals(False)
        self._docks.append(dock)

    def restore(self) -> None:
        """Put toolbar and docks where the user left them: QGIS does that for what is there before its window is shown."""
        kept = QgsSettings().value(_LAYOUT, None)
        if kept:
            self.iface.mainWindow().restoreState(kept)

    def finder(self, finder: QgsLocatorFilter) -> None:
        """Let the search box of QGIS (Ctrl+K) ask this filter too."""
        self.iface.registerLocatorFilter(finder)
        self._finders.append(finder)

    def tell(self, text: str, level: Qgis.MessageLevel = Qgis.MessageLevel.Warning, seconds: int = 0) -> None:
        """One line in the message bar; it stays until it is closed unless `seconds` are given."""
        self.iface.messageBar().pushMessage("DIWI", text, level, seconds)

    def refuse(self, error: DiwiError) -> None:
        """What could not be done and why, in the user's language; stays in the message bar until it is closed."""
        self.tell(error.text.language(locale()), Qgis.MessageLevel.Critical)

    def remove(self) -> None:
        """Take everything away."""
        for finder in self._finders:
            self.iface.deregisterLocatorFilter(finder)
        self._finders = []
        for dock in self._docks:
            self.iface.removeDockWidget(dock)
            dock.deleteLater()
        self._docks = []
        for action in self.menu.actions():
            action.deleteLater()
        self.iface.pluginMenu().removeAction(self.menu.menuAction())
        self.menu.deleteLater()
        self.toolbar.parent().removeToolBar(self.toolbar)
        self.toolbar.deleteLater()


def icon(name: str) -> QIcon:
    """An icon of ours: `resources/icons/<name>.svg`."""
    return QIcon(str(resource("icons", f"{name}.svg")))


def why_not(action: QAction, tooltip: str, reason: str) -> None:
    """Enable an action when `reason` is empty; else grey it out and say why in its tooltip."""
    action.setEnabled(not reason)
    action.setToolTip(tooltip if not reason else f"{tooltip}\n{tr('Not available')}: {reason}")
