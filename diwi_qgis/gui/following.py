"""Listening to the layer of plans, whichever that is: it comes, goes, and is replaced with the project."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Callable, Optional

from qgis.core import QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject

from diwi_qgis.gui.session import RegisterSession


class PlanLayerFollower(QObject):
    """Connected to the layer of plans for as long as it is there, between `listen` and `stop_listening`."""

    def __init__(self, session: RegisterSession) -> None:
        super().__init__()
        self.session = session
        self._plans: Optional[QgsVectorLayer] = None

    @property
    def layer(self) -> Optional[QgsVectorLayer]:
        """The layer of plans; None when there is none."""
        return None if self._plans is None or sip.isdeleted(self._plans) else self._plans

    def listen(self) -> None:
        """Listen."""
        self.session.layersChanged.connect(self._follow)
        self._follow()

    def stop_listening(self) -> None:
        """Stop listening."""
        self.session.layersChanged.disconnect(self._follow)
        self._follow_layer(None)

    def heard(self, layer: QgsVectorLayer) -> Sequence[tuple[Any, Callable[..., None]]]:
        """The signals of it to listen to, each with what it calls."""
        raise NotImplementedError

    def layer_changed(self) -> None:
        """Another layer, or none any more."""

    def _follow(self) -> None:
        self._follow_layer(self.session.layer("project"))

    def _follow_layer(self, layer: Optional[QgsVectorLayer]) -> None:
        if layer is self._plans:
            return
        if self.layer is not None:
            for signal, slot in self.heard(self.layer):
                signal.disconnect(slot)
        self._plans = layer
        if layer is not None:
            for signal, slot in self.heard(layer):
                signal.connect(slot)
        self.layer_changed()
