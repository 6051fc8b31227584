"""Which parcels a click, a drawn area or a line means, and to which plans they belong already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Optional

from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsRectangle,
    QgsVectorLayer,
)

from diwi_qgis.gui.pick.selection import Perceel

#: A parcel is used by a plan from this common area (m²): less is how two drawings of one border differ.
USED = 1.0

_COLUMNS = ("identificatie", "aanduiding", "brondatum")


class Parcels:
    """Finds parcels by the spatial index of the register itself: nothing to load, always as they are now.

    (Tried with 200,000 parcels: a click costs 0.3 ms; an index of our own in memory wins 0.2 ms and costs 170 MB.)
    """

    def __init__(self, layer: QgsVectorLayer) -> None:
        self._layer = layer

    def at(self, point: QgsPointXY) -> Optional[Perceel]:
        """The parcel around a point (coordinates of the layer); None where there is none."""
        here = QgsGeometry.fromPointXY(point)
        # an empty rectangle would mean "no filter"
        around = QgsRectangle(point.x() - 0.001, point.y() - 0.001, point.x() + 0.001, point.y() + 0.001)
        return next((perceel for perceel in self._near(around) if perceel.geometry.intersects(here)), None)

    def under(self, shape: QgsGeometry) -> list[Perceel]:
        """The parcels that a drawn area means: whose inner point lies in it, or in which it lies as a whole."""
        engine = QgsGeometry.createGeometryEngine(shape.constGet())
        engine.prepareGeometry()
        found = []
        for perceel in self._near(shape.boundingBox()):
            inner = perceel.geometry.pointOnSurface()  # kept in a name: what it points at goes with it
            if engine.intersects(inner.constGet()) or engine.within(perceel.geometry.constGet()):
                found.append(perceel)
        return found

    def across(self, line: QgsGeometry) -> list[Perceel]:
        """The parcels that a line crosses or ends in; not those of which it only touches the border."""
        engine = QgsGeometry.createGeometryEngine(line.constGet())
        engine.prepareGeometry()
        return [
            perceel
            for perceel in self._near(line.boundingBox())
            if engine.intersects(perceel.geometry.constGet()) and not engine.touches(perceel.geometry.constGet())
        ]

    def named(self, identificaties: Iterable[str]) -> list[Perceel]:
        """The parcels with these `identificatie`."""
        wanted = ", ".join(f"'{name}'" for name in identificaties if name.isalnum())
        return list(self._read(QgsFeatureRequest().setFilterExpression(f'"identificatie" IN ({wanted or "NULL"})')))

    def _near(self, rectangle: QgsRectangle) -> Iterator[Perceel]:
        return self._read(QgsFeatureRequest().setFilterRect(rectangle))

    def _read(self, request: QgsFeatureRequest) -> Iterator[Perceel]:
        request.setSubsetOfAttributes(list(_COLUMNS), self._layer.fields())
        for feature in self._layer.getFeatures(request):
            if feature.hasGeometry():
                identificatie, aanduiding, brondatum = (feature[name] for name in _COLUMNS)
                day = brondatum.toPyDate() if brondatum else None
                yield Perceel(identificatie, aanduiding, day, feature.geometry())


@dataclass(frozen=True)
class Gebruiker:
    """A plan that has (part of) a parcel. `feature_id` is that of the layer of plans."""

    feature_id: int
    uuid: str
    naam: str


class Users:
    """Which plans have a parcel already, edits that were not saved yet included."""

    def __init__(self, plans: QgsVectorLayer) -> None:
        self._plans = plans

    def of(self, percelen: Iterable[Perceel], plan: Optional[QgsFeature] = None) -> dict[str, Gebruiker]:
        """Per `identificatie` the plan with the largest part of it, but for `plan` itself, its mother plan and its parts."""
        asked = list(percelen)
        extent = QgsRectangle()
        for perceel in asked:
            extent.combineExtentWith(perceel.geometry.boundingBox())
        request = QgsFeatureRequest().setFilterRect(extent)
        request.setSubsetOfAttributes(["uuid", "naam", "hoofdplan_uuid"], self._plans.fields())
        users: dict[str, tuple[float, Gebruiker]] = {}
        for other in self._plans.getFeatures(request):
            if not other.hasGeometry() or (plan is not None and _kin(plan, other)):
                continue
            for perceel, common in _common(other.geometry(), asked):
                if common > (users[perceel.identificatie][0] if perceel.identificatie in users else USED):
                    users[perceel.identificatie] = common, _user(other)
        return {identificatie: user for identificatie, (_, user) in users.items()}


def _common(area: QgsGeometry, percelen: list[Perceel]) -> Iterator[tuple[Perceel, float]]:
    """The parcels that an area has a part of, with the common area (m²)."""
    box = area.boundingBox()
    engine = QgsGeometry.createGeometryEngine(area.constGet())
    engine.prepareGeometry()
    for perceel in percelen:
        if box.intersects(perceel.geometry.boundingBox()) and engine.intersects(perceel.geometry.constGet()):
            yield perceel, area.intersection(perceel.geometry).area()


def _kin(plan: QgsFeature, other: QgsFeature) -> bool:
    """The same plan, or one is a part of the other: those may have parcels in common."""
    mother_and_part = ((plan, other), (other, plan))
    return plan.id() == other.id() or any(
        bool(mother["uuid"]) and mother["uuid"] == part["hoofdplan_uuid"] for mother, part in mother_and_part
    )


def _user(plan: QgsFeature) -> Gebruiker:
    return Gebruiker(plan.id(), plan["uuid"] or "", plan["naam"] or "")
