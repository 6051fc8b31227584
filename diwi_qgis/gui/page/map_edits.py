"""Plans that are being edited on the map: what they hold there is not stored yet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Callable

from qgis.core import QgsVectorLayer

from diwi_qgis.gui.following import PlanLayerFollower
from diwi_qgis.gui.session import RegisterSession


class MapEdits(PlanLayerFollower):
    """Calls `changed` when edits on the map came, went or were stored."""

    def __init__(self, session: RegisterSession, changed: Callable[..., None]) -> None:
        super().__init__(session)
        self._changed = changed

    def heard(self, layer: QgsVectorLayer) -> Sequence[tuple[Any, Callable[..., None]]]:
        """See `PlanLayerFollower.heard`."""
        signals = (layer.layerModified, layer.editingStopped, layer.afterRollBack, layer.afterCommitChanges)
        return [(signal, self._changed) for signal in signals]

    def layer_changed(self) -> None:
        """See `PlanLayerFollower.layer_changed`."""
        self._changed()


def fids_edited_on_map(session: RegisterSession) -> set[int]:
    """`fid` of the stored plans that have edits in the layer of plans that were not saved.

    Told from the edits alone: reading the layer can fail in the moment that QGIS opens the file for writing.
    """
    layer = session.layer("project")
    if layer is None or layer not in session.unsaved():
        return set()
    edits = layer.editBuffer()
    return {*edits.changedGeometries(), *edits.changedAttributeValues(), *edits.deletedFeatureIds()}
