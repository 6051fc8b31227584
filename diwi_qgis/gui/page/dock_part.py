"""A dock with its button in the toolbar, whose contents are made when it is first seen: starting QGIS stays quick."""

from __future__ import annotations

from typing import Optional, Protocol

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtWidgets import QAction, QDockWidget, QWidget

from diwi_qgis.gui.window import Window


class Contents(Protocol):
    """What stands in the dock: a widget that can stop listening."""

    def stop(self) -> None:
        """The window goes away."""


class DockPart:
    """A part of the window (see `gui.parts`); a subclass says what stands in the dock."""

    NAME = ""
    PICTURE = ""
    AREA = Qt.DockWidgetArea.RightDockWidgetArea
    SIZE = QSize(420, 560)

    def __init__(self, window: Window) -> None:
        self.window = window
        self.dock = _Dock(self.title(), self.SIZE, window.iface.mainWindow())
        self.dock.setObjectName(f"{self.NAME}Dock")
        self._contents: Optional[Contents] = None
        self._action: Optional[QAction] = None

    def title(self) -> str:
        """Title of the dock and text of its button."""
        raise NotImplementedError

    def tooltip(self) -> str:
        """What the button does."""
        raise NotImplementedError

    def make(self) -> QWidget:
        """The contents, which have `stop`."""
        raise NotImplementedError

    def install(self) -> None:
        """Dock and button."""
        self._action = self.window.action(
            f"{self.NAME}Tonen", self.title(), self.tooltip(), self._toggle, picture=self.PICTURE
        )
        self._action.setCheckable(True)
        self.dock.visibilityChanged.connect(self._visibility_changed)
        self.window.dock(self.dock, self.AREA)
        self._action.setChecked(self.dock.isVisible())

    def remove(self) -> None:
        """The contents stop listening; the dock is the window's to remove."""
        self.dock.visibilityChanged.disconnect(self._visibility_changed)
        if self._contents is not None:
            self._contents.stop()
            self._contents = None

    def _toggle(self, wanted: bool) -> None:
        first = wanted and self._contents is None
        self.dock.setVisible(wanted)
        if wanted:
            self.dock.raise_()
        if first:
            self._make_room()

    def _make_room(self) -> None:
        """QGIS gives a new dock what the others on its side have, which may be too little to read."""
        sideways = self.AREA in (Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea)
        now, wanted = (size.width() if sideways else size.height() for size in (self.dock.size(), self.SIZE))
        if now < wanted and not self.dock.isFloating():
            direction = Qt.Orientation.Horizontal if sideways else Qt.Orientation.Vertical
            self.window.iface.mainWindow().resizeDocks([self.dock], [wanted], direction)

    def _visibility_changed(self, visible: bool) -> None:
        if visible and self._contents is None:
            contents: QWidget = self.make()
            self._contents = contents  # type: ignore[assignment]
            self.dock.setWidget(contents)
        if self._action is not None:
            self._action.setChecked(not self.dock.isHidden())


class _Dock(QDockWidget):
    def __init__(self, title: str, size: QSize, parent: QWidget) -> None:
        super().__init__(title, parent)
        self._size = size

    def sizeHint(self) -> QSize:
        """Room for its contents, and for a map beside it on a small screen."""
        return self._size
