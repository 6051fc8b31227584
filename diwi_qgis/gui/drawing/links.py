"""Whatever tool changed a plan area: once it is saved, its parcels, buildings, origin and source date follow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Callable, Optional

from qgis.core import QgsFeature, QgsFeatureRequest, QgsGeometry, QgsVectorLayer
from qgis.PyQt.QtCore import QTimer

from diwi_qgis.errors import DiwiError
from diwi_qgis.gui.drawing.plan_layer import PlanLayerPart
from diwi_qgis.gui.drawing.shapes import to_shapely
from diwi_qgis.gui.window import Window


class AreaLinks(PlanLayerPart):
    """Writes what belongs to saved areas in one transaction right after QGIS saved them.

    A commit that fails halfway keeps the areas that it wrote before; those are followed too.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._before: dict[int, QgsGeometry] = {}
        self._said: dict[int, Optional[str]] = {}
        self._saved: dict[int, tuple[QgsGeometry, Optional[str]]] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._write)

    def heard(self, layer: QgsVectorLayer) -> Sequence[tuple[Any, Callable[..., None]]]:
        """See `PlanLayerFollower.heard`: what is saved."""
        return (
            (layer.beforeCommitChanges, self._before_commit),
            (layer.committedFeaturesAdded, self._added),
            (layer.committedGeometriesChanges, self._changed),
            (layer.afterCommitChanges, self._write),
        )

    def _before_commit(self, *_: object) -> None:
        """Remember how changed areas stood, and what the tools said of their origin."""
        layer = self.layer
        if layer is None or layer.editBuffer() is None:
            return
        buffer, index = layer.editBuffer(), layer.fields().indexOf("contour_herkomst")
        fids = [fid for fid in buffer.changedGeometries() if fid >= 0]
        request = QgsFeatureRequest(fids).setNoAttributes()
        self._before = (
            {each.id(): each.geometry() for each in layer.dataProvider().getFeatures(request)} if fids else {}
        )
        changed = buffer.changedAttributeValues()
        self._said = {fid: str(changed[fid][index] or "") or None for fid in fids if index in changed.get(fid, {})}

    def _added(self, _layer: str, features: list[QgsFeature]) -> None:
        for feature in features:
            if feature.hasGeometry():
                self._save(feature.id(), feature.geometry(), str(feature["contour_herkomst"] or "") or None)

    def _changed(self, _layer: str, geometries: dict[int, QgsGeometry]) -> None:
        for fid, geometry in geometries.items():
            before = self._before.get(fid)
            if before is None or before.asWkb() != geometry.asWkb():
                self._save(fid, geometry, self._said.get(fid))

    def _save(self, fid: int, geometry: QgsGeometry, herkomst: Optional[str]) -> None:
        self._saved[fid] = (QgsGeometry(geometry), herkomst)
        self._timer.start(0)

    def _write(self) -> None:
        """What belongs to the saved areas, in the register."""
        self._timer.stop()
        saved, self._saved = self._saved, {}
        if not saved or self.session.address is None:
            return
        from diwi_qgis.sources.drawn_links import Getekend, drawn_links

        drawn = [Getekend(fid, to_shapely(geometry), herkomst) for fid, (geometry, herkomst) in saved.items()]
        try:
            with self.session.read() as register:
                changes = drawn_links(register, drawn)
            if changes:
                with self.session.write() as write:
                    changes.write(write)
        except DiwiError as error:
            self.window.refuse(error)
