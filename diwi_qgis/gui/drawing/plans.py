"""The plans as they stand in the layer that is being edited, saved or not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Optional

from qgis.core import QgsExpression, QgsFeature, QgsFeatureRequest, QgsRectangle, QgsVectorLayer

from diwi_qgis.gui.drawing.shapes import to_shapely

_COLUMNS = ("uuid", "naam", "code", "hoofdplan_uuid", "gemeentecode")


@dataclass(frozen=True)
class Plan:
    """A plan of the layer. `geom` is its area in shapely as drawn (None: not yet); empty texts where nothing is filled."""

    fid: int
    uuid: str
    naam: str
    code: str
    hoofdplan: str
    gemeentecode: str
    geom: Any

    @property
    def area(self) -> Any:
        """The area to compare with: repaired when it is invalid; None when there is none."""
        from diwi_qgis.rules.drawn_area import usable

        return usable(self.geom)

    @property
    def valid(self) -> bool:
        """Whether the area is valid as it was drawn."""
        return self.geom is None or bool(self.geom.is_valid)

    def __str__(self) -> str:
        return f"{self.naam or '–'} ({self.code})" if self.code else self.naam or "–"


class Plans:
    """Looks plans up in a layer of table `project`, with the edits that were not saved yet."""

    def __init__(self, layer: QgsVectorLayer) -> None:
        self._layer = layer

    def get(self, fid: int) -> Optional[Plan]:
        """The plan with this feature id; None when it is not there (any more)."""
        return next(self._read(QgsFeatureRequest(fid)), None)

    def named(self, uuid: str) -> Optional[Plan]:
        """The plan with this uuid; None when it is not there."""
        if not uuid:
            return None
        return next(self._read(_where("uuid", uuid)), None)

    def stored(self, fid: int) -> Optional[Plan]:
        """The plan as it is in the register, without the edits; None for a new one."""
        if fid < 0:
            return None
        request = QgsFeatureRequest(fid).setSubsetOfAttributes(list(_COLUMNS), self._layer.fields())
        return next((_plan(feature) for feature in self._layer.dataProvider().getFeatures(request)), None)

    def selected(self) -> list[Plan]:
        """The selected plans."""
        return list(self._read(QgsFeatureRequest(self._layer.selectedFeatureIds())))

    def around(self, area: Any, but: Iterable[int] = ()) -> list[Plan]:
        """The plans whose bounding box meets that of an area (shapely)."""
        without = set(but)
        request = QgsFeatureRequest(QgsRectangle(*area.bounds))
        return [plan for plan in self._read(request) if plan.fid not in without and plan.geom is not None]

    def daughters(self, plan: Plan) -> list[Plan]:
        """The plans that are directly part of a plan."""
        if not plan.uuid:
            return []
        return list(self._read(_where("hoofdplan_uuid", plan.uuid)))

    def kin(self, one: Plan, other: Plan) -> bool:
        """Whether one is (in steps) part of the other."""
        return self.part_of(one, other) or self.part_of(other, one)

    def part_of(self, low: Plan, high: Plan) -> bool:
        """Whether one is, in steps, part of the other."""
        seen: set[str] = set()
        current: Optional[Plan] = low
        while current is not None and current.hoofdplan and current.hoofdplan not in seen:
            if current.hoofdplan == high.uuid:
                return True
            seen.add(current.hoofdplan)
            current = self.named(current.hoofdplan)
        return False

    def _read(self, request: QgsFeatureRequest) -> Any:
        request.setSubsetOfAttributes(list(_COLUMNS), self._layer.fields())
        return (_plan(feature) for feature in self._layer.getFeatures(request))


def _where(column: str, value: str) -> QgsFeatureRequest:
    return QgsFeatureRequest().setFilterExpression(QgsExpression.createFieldEqualityExpression(column, value))


def _plan(feature: QgsFeature) -> Plan:
    uuid, naam, code, hoofdplan, gemeentecode = (str(feature[name] or "") for name in _COLUMNS)
    return Plan(feature.id(), uuid, naam, code, hoofdplan, gemeentecode, to_shapely(feature.geometry()))
