"""The plugin as QGIS sees it: it adds the Processing provider. Wiring only."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from diwi_qgis.processing.provider import DiwiProvider
from diwi_qgis.translation import load_translator


class DiwiPlugin:
    """Adds the provider, with and without a window; takes everything away again on unload."""

    def __init__(self, iface: Any) -> None:
        self.iface = iface
        self._provider: Optional[DiwiProvider] = None
        self._translator: Optional[QTranslator] = load_translator()

    def initProcessing(self) -> None:
        """Called by `qgis_process`, which has no window."""
        if self._provider is None:
            self._provider = DiwiProvider()
            QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self) -> None:
        """Called by the QGIS window."""
        self.initProcessing()

    def unload(self) -> None:
        """Remove what was added."""
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None
