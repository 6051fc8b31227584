"""Picked parcels become the area of a plan: as edits of the layer of plans that the user saves or undoes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Any, Optional

from qgis.core import QgsExpressionContext, QgsExpressionContextUtils, QgsFeature, QgsGeometry, QgsVectorLayer
from qgis.core import QgsVectorLayerUtils as LayerUtils
from qgis.PyQt.QtCore import QDate

from diwi_qgis.errors import RegisterError
from diwi_qgis.gui.pick.selection import Picked, union_of
from diwi_qgis.translation import tr

#: `contour_herkomst` of an area that consists of whole parcels (code list of that name).
FROM_PARCELS = "percelen"


def new_plan(plans: QgsVectorLayer, picked: Picked, hoofdplan_uuid: Optional[str] = None) -> QgsFeature:
    """A plan with the picked area and the layer's own defaults, not yet added to the layer; for a form to complete."""
    values = {**_origin(picked), "hoofdplan_uuid": hoofdplan_uuid}
    known = {plans.fields().indexOf(name): value for name, value in values.items() if value is not None}
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(plans))
    return LayerUtils.createFeature(plans, QgsGeometry(picked.area), known, context)


def replace_area(plans: QgsVectorLayer, plan: QgsFeature, picked: Picked) -> None:
    """The picked area is the plan's from now on; one step to undo. Raises RegisterError when the layer can't be edited."""
    _change(plans, plan, picked.area, _origin(picked))


def extend_area(plans: QgsVectorLayer, plan: QgsFeature, picked: Picked) -> None:
    """The plan gets the picked area too; one step to undo. Raises RegisterError when the layer can't be edited.

    An area that was not made of whole parcels alone keeps saying so.
    """
    if not plan.hasGeometry() or plan.geometry().isEmpty():
        return replace_area(plans, plan, picked)
    values: Mapping[str, Any] = {}
    if plan["contour_herkomst"] == FROM_PARCELS:
        before = plan["contour_brondatum"]
        known = [day for day in (before.toPyDate() if before else None, picked.oldest) if day]
        values = {"contour_brondatum": _day(min(known, default=None))}
    return _change(plans, plan, union_of([plan.geometry(), picked.area], picked.percelen), values)


def _origin(picked: Picked) -> dict[str, Any]:
    return {"contour_herkomst": FROM_PARCELS, "contour_brondatum": _day(picked.oldest)}


def _day(day: Optional[date]) -> Optional[QDate]:
    return None if day is None else QDate(day.year, day.month, day.day)


def _change(plans: QgsVectorLayer, plan: QgsFeature, area: QgsGeometry, values: Mapping[str, Any]) -> None:
    with one_step(plans, tr("Area of plan from parcels")):
        plans.changeGeometry(plan.id(), QgsGeometry(area))
        for name, value in values.items():
            plans.changeAttributeValue(plan.id(), plans.fields().indexOf(name), value)


@contextmanager
def one_step(layer: QgsVectorLayer, text: str) -> Iterator[None]:
    """What is changed inside is one step to undo, none when it fails; editing is switched on when it was off.

    Raises RegisterError when the layer can't be edited.
    """
    if not layer.isEditable() and not layer.startEditing():
        raise not_editable(layer)
    layer.beginEditCommand(text)
    try:
        yield
    except BaseException:
        layer.destroyEditCommand()
        raise
    layer.endEditCommand()


def not_editable(layer: QgsVectorLayer) -> RegisterError:
    """What to say when QGIS does not let a layer be edited."""
    return RegisterError(
        f"De laag '{layer.name()}' kan niet worden bewerkt.", f"Layer '{layer.name()}' cannot be edited."
    )
