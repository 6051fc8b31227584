"""A drawn area becomes a plan or changes one: as one edit of the layer of plans, never more than its neighbours leave."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import QgsExpressionContext, QgsExpressionContextUtils, QgsFeature, QgsVectorLayer, QgsVectorLayerUtils

from diwi_qgis.gui.drawing.cuts import cut_off_text
from diwi_qgis.gui.drawing.plans import Plan, Plans
from diwi_qgis.gui.drawing.shapes import to_qgis
from diwi_qgis.gui.pick.into_plan import one_step
from diwi_qgis.translation import tr


def free_of_neighbours(plans: Plans, area: Any, plan: Optional[Plan], mother: Optional[Plan]) -> tuple[Any, str]:
    """The drawn area (shapely, usable) without what is of other plans, or outside the main plan, and what was cut off.

    `plan` is the plan it is for (None: a new one), `mother` the main plan of a new part. When nothing would be left the
    area comes back whole, so that the user is asked.
    """
    from diwi_qgis.rules.drawn_area import within, without

    others = [
        other
        for other in plans.around(area, [plan.fid] if plan else [])
        if other.area is not None and not _family(plans, plan, mother, other)
    ]
    inside = within(area, mother.area) if mother is not None and mother.area is not None else area
    rest = without(inside, [other.area for other in others]) if inside is not None else None
    if rest is None:
        return area, ""
    return rest, cut_off_text(plan, area, rest, others)


def _family(plans: Plans, plan: Optional[Plan], mother: Optional[Plan], other: Plan) -> bool:
    """Whether the other may lie over it: the plan's own kin; for a new part its main plan and the mains of that."""
    if plan is not None:
        return plans.kin(plan, other)
    return mother is not None and (other.uuid == mother.uuid or plans.part_of(mother, other))


def new_plan(layer: QgsVectorLayer, area: Any, mother: Optional[Plan] = None) -> QgsFeature:
    """A plan with this area (shapely) and the layer's own defaults, not yet added to the layer."""
    values = {"hoofdplan_uuid": mother.uuid, "gemeentecode": mother.gemeentecode or None} if mother else {}
    known = {layer.fields().indexOf(name): value for name, value in values.items() if value is not None}
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    return QgsVectorLayerUtils.createFeature(layer, to_qgis(area), known, context)


def set_area(layer: QgsVectorLayer, plan: Plan, area: Any, text: str = "") -> None:
    """Give a plan another area, one step to undo. Raises RegisterError when the layer cannot be edited."""
    with one_step(layer, text or tr("Change the area of a plan")):
        layer.changeGeometry(plan.fid, to_qgis(area))
    layer.triggerRepaint()
