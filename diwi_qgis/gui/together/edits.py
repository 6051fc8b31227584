"""The unsaved edits of a layer, taken out of QGIS and put back as one step; and values as the register has them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timezone
from typing import Any, Optional

from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QVariant

from diwi_qgis.gui.pick.into_plan import one_step
from diwi_qgis.rules.merging import Row

GEOMETRY = "geom"


@dataclass
class Edits:
    """What saving a layer would do, by feature id; `changed` by name of the column, `geom` (hexadecimal WKB) among them."""

    added: list[QgsFeature] = field(default_factory=list)
    changed: dict[int, Row] = field(default_factory=dict)
    gone: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, layer: QgsVectorLayer) -> Edits:
        """The edits of a layer that is being edited."""
        buffer, names = layer.editBuffer(), layer.fields().names()
        edits = cls([QgsFeature(each) for each in buffer.addedFeatures().values()], {}, set(buffer.deletedFeatureIds()))
        for fid, values in buffer.changedAttributeValues().items():
            if fid >= 0:
                edits.changed[fid] = {names[index]: plain(value) for index, value in values.items()}
        for fid, geometry in buffer.changedGeometries().items():
            if fid >= 0:
                edits.changed.setdefault(fid, {})[GEOMETRY] = wkb_of(geometry)
        return edits

    @property
    def fids(self) -> set[int]:
        """The stored rows that would be changed or removed."""
        return {*self.changed, *self.gone}

    def both(self, fid: int) -> bool:
        """Whether area and fields of a row are changed."""
        values = self.changed.get(fid, {})
        return GEOMETRY in values and len(values) > 1

    def without(self, fids: Iterable[int]) -> Edits:
        """The same, but for some rows."""
        left = set(fids)
        changed = {fid: values for fid, values in self.changed.items() if fid not in left}
        return Edits(self.added, changed, self.gone - left)

    def make(self, layer: QgsVectorLayer, text: str) -> None:
        """Have these edits instead of the ones that the layer has, as one step to undo."""
        take_out(layer)
        self.put_in(layer, text)

    def put_in(self, layer: QgsVectorLayer, text: str) -> None:
        """Edit a layer so, as one step to undo."""
        fields = layer.fields()
        with one_step(layer, text):
            for feature in self.added:
                layer.addFeature(QgsFeature(feature))
            for fid, values in self.changed.items():
                for name, value in values.items():
                    if name == GEOMETRY:
                        layer.changeGeometry(fid, geometry_of(value))
                    else:
                        layer.changeAttributeValue(fid, fields.indexOf(name), for_qgis(value))
            layer.deleteFeatures(list(self.gone))


def take_out(layer: QgsVectorLayer) -> None:
    """Leave a layer without edits, still being edited."""
    layer.undoStack().setIndex(0)


def plain(value: Any) -> Any:
    """A value of QGIS as the register has it."""
    if value is None or (isinstance(value, QVariant) and value.isNull()):
        return None
    if isinstance(value, QDateTime):
        return value.toPyDateTime().astimezone(timezone.utc)
    return value.toPyDate() if isinstance(value, QDate) else value


def for_qgis(value: Any) -> Any:
    """A value of the register as QGIS has it."""
    if isinstance(value, datetime):
        return QDateTime.fromMSecsSinceEpoch(round(value.timestamp() * 1000), Qt.TimeSpec.UTC)
    return QDate(value.year, value.month, value.day) if isinstance(value, date) else value


def wkb_of(geometry: QgsGeometry) -> Optional[str]:
    """A geometry as the history has it; None for none."""
    return None if geometry.isNull() else bytes(geometry.asWkb()).hex().upper()


def geometry_of(wkb: Optional[str]) -> QgsGeometry:
    """The other way round."""
    geometry = QgsGeometry()
    if wkb:
        geometry.fromWkb(bytes.fromhex(wkb))
    return geometry
