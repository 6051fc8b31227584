"""Plans that the user does not want saved yet, while the rest of the edits is.

QGIS does not let Python refuse a commit. So such a plan is taken out of the edits before QGIS saves them, and put back as
an unsaved edit right after.
"""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsFeature, QgsFeatureRequest, QgsGeometry, QgsVectorLayer
from qgis.PyQt import sip

from diwi_qgis.gui.drawing.plans import Plans
from diwi_qgis.gui.drawing.shapes import to_qgis, to_shapely
from diwi_qgis.gui.pick.into_plan import one_step
from diwi_qgis.gui.window import Window
from diwi_qgis.translation import tr


class HeldBack:
    """What was taken out of a commit. `busy` while it changes the edits itself."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._new: list[QgsFeature] = []
        self._changed: dict[int, QgsGeometry] = {}
        self._names: list[str] = []
        self._layer: Optional[QgsVectorLayer] = None
        self.busy = False

    def hold(self, layer: QgsVectorLayer, fid: int) -> bool:
        """Take a plan out of what is about to be saved: a new one as a whole, of another the area. Always goes on."""
        plans = Plans(layer)
        feature = next(iter(layer.getFeatures(QgsFeatureRequest(fid))))
        self._layer = layer
        self._names.append(str(plans.get(fid)))
        self.busy = True
        try:
            if fid < 0:
                self._new.append(QgsFeature(feature))
                layer.deleteFeature(fid)
            else:
                self._changed[fid] = QgsGeometry(feature.geometry())
                stored = plans.stored(fid)
                layer.changeGeometry(fid, to_qgis(stored.geom if stored else None))
        finally:
            self.busy = False
        return True

    def leave_alone(self, layer: QgsVectorLayer, changed: dict[int, QgsGeometry]) -> None:
        """Areas that only got vertices, as QGIS' topological editing gives to neighbours, stay as they are stored."""
        from diwi_qgis.rules.drawn_area import only_vertices_added

        self.busy = True
        try:
            for fid, geometry in changed.items():
                stored = Plans(layer).stored(fid)
                if stored is not None and only_vertices_added(stored.geom, to_shapely(geometry)):
                    layer.changeGeometry(fid, to_qgis(stored.geom))
        finally:
            self.busy = False

    def give_back(self) -> None:
        """Put what was held back in the edits again, and say so."""
        layer, names = self._layer, ", ".join(self._names)
        new, changed = self._new, self._changed
        self._new, self._changed, self._names, self._layer = [], {}, [], None
        if layer is None:
            return
        if sip.isdeleted(layer):
            self._window.tell(tr("Not saved, and lost because the layer was closed: {0}").format(names))
            return
        self.busy = True
        try:
            with one_step(layer, tr("Plans that were not saved yet")):
                layer.addFeatures(new)
                for fid, geometry in changed.items():
                    layer.changeGeometry(fid, geometry)
        finally:
            self.busy = False
        layer.triggerRepaint()
        self._window.tell(tr("Not saved yet, still being edited: {0}").format(names))
