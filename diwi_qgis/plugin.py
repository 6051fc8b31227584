"""The plugin as QGIS sees it: the Processing provider and, in the window, our parts. Wiring only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Optional

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from diwi_qgis.translation import load_translator

if TYPE_CHECKING:
    from diwi_qgis.gui.parts import Part
    from diwi_qgis.gui.session import RegisterSession
    from diwi_qgis.gui.window import Window
    from diwi_qgis.processing.provider import DiwiProvider


class DiwiPlugin:
    """Adds the provider, with and without a window, and our parts in the window; takes everything away on unload."""

    def __init__(self, iface: Any) -> None:
        self.iface = iface
        self.session: Optional[RegisterSession] = None
        self._provider: Optional[DiwiProvider] = None
        self._window: Optional[Window] = None
        self._parts: list[Part] = []
        self._waiting = False
        self._translator: Optional[QTranslator] = load_translator()

    def initProcessing(self) -> None:
        """Called by `qgis_process`, which has no window."""
        from diwi_qgis.processing.provider import DiwiProvider

        if self._provider is None:
            self._provider = DiwiProvider()
            QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self) -> None:
        """Called by the QGIS window: when it starts, before it is shown, or later when the plugin is switched on.

        The start of QGIS waits for little: the provider and the parts come when the window is there.
        """
        from diwi_qgis.gui.session import RegisterSession
        from diwi_qgis.gui.window import Window

        self.session = RegisterSession(QgsProject.instance())
        self._window = Window(self.iface, self.session)
        self._waiting = not self.iface.mainWindow().isVisible()
        if self._waiting:
            self.iface.initializationCompleted.connect(self._window_is_there)
        else:
            self._fill(self._window)

    def _window_is_there(self) -> None:
        if self._stop_waiting() and self._window is not None:
            self._fill(self._window)
            self._window.restore()

    def _stop_waiting(self) -> bool:
        """Whether the window was still to be filled; it is not any more."""
        waiting, self._waiting = self._waiting, False
        if waiting:
            self.iface.initializationCompleted.disconnect(self._window_is_there)
        return waiting

    def _fill(self, window: Window) -> None:
        from diwi_qgis.gui.parts import make_parts

        self.initProcessing()
        self._parts = make_parts(window)

    def unload(self) -> None:
        """Remove what was added."""
        self._stop_waiting()
        for part in reversed(self._parts):
            part.remove()
        self._parts = []
        if self._window is not None:
            self._window.remove()
            self._window = None
        if self.session is not None:
            self.session.stop()
            self.session.deleteLater()
            self.session = None
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None
