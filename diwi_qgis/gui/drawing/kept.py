"""Why an area stays as it is: written with the plan, and as accepted findings when it is saved."""

from __future__ import annotations

from uuid import uuid4

from qgis.core import QgsFeatureRequest, QgsVectorLayer

from diwi_qgis.exchange.accept import Besluit
from diwi_qgis.gui.drawing.judgement import OUTSIDE_MOTHER, OVERLAP, Bezwaar, Oordeel
from diwi_qgis.gui.drawing.plans import Plan
from diwi_qgis.model.tables import table
from diwi_qgis.notation import area

_LENGTH = table("project").column("contour_toelichting").length


def record(layer: QgsVectorLayer, oordeel: Oordeel, reason: str) -> list[Besluit]:
    """Within an edit command: the reason in `contour_toelichting`; gives the findings that are accepted by it."""
    index = layer.fields().indexOf("contour_toelichting")
    feature = next(iter(layer.getFeatures(QgsFeatureRequest(oordeel.plan.fid))))
    before = str(feature["contour_toelichting"] or "")
    lines = [before, *(f"{_what(bezwaar)}: {reason}" for bezwaar in oordeel.bezwaren)]
    layer.changeAttributeValue(oordeel.plan.fid, index, "\n".join(filter(None, lines))[:_LENGTH])
    mine = _identified(layer, oordeel.plan)
    return [
        Besluit(bezwaar.regel, mine, reason, _identified(layer, bezwaar.ander) if bezwaar.ander else None)
        for bezwaar in oordeel.bezwaren
    ]


def _identified(layer: QgsVectorLayer, plan: Plan) -> str:
    """Its uuid; a new plan gets one now, by which it is known when it is saved."""
    if plan.uuid:
        return plan.uuid
    uuid = str(uuid4())
    layer.changeAttributeValue(plan.fid, layer.fields().indexOf("uuid"), uuid)
    return uuid


def _what(bezwaar: Bezwaar) -> str:
    """As it stands in the register, which is Dutch."""
    size = area(bezwaar.area)
    if bezwaar.regel == OVERLAP:
        return f"Overlapt {bezwaar.ander} over {size}"
    if bezwaar.regel == OUTSIDE_MOTHER:
        return f"Ligt voor {size} buiten hoofdplan {bezwaar.ander}"
    return f"Ligt voor {size} buiten de gemeente"
