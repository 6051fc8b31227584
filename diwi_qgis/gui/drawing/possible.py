"""Why a tool cannot work now, in words for its tooltip."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from qgis.core import QgsVectorLayer

from diwi_qgis.gui.session import RegisterSession
from diwi_qgis.model.rights import Actie
from diwi_qgis.translation import tr

CHANGE: Sequence[Actie] = (Actie.WIJZIGEN,)


def why_cannot_draw(
    session: RegisterSession, layer: Optional[QgsVectorLayer], needs_plan: bool, acties: Sequence[Actie] = CHANGE
) -> str:
    """Empty when one can draw in the layer of plans, and may do `acties` with the selected plan."""
    reason = _why_not_at_all(session, layer, acties)
    if reason or layer is None or not needs_plan:
        return reason
    selected = layer.selectedFeatures() if layer.selectedFeatureCount() == 1 else []
    if not selected:  # a plan that was just deleted in the register still counts
        return tr("select one plan first")
    if selected[0].geometry().isEmpty():
        return tr("the selected plan has no area yet")
    return ""


def why_cannot_write(
    session: RegisterSession,
    layer: Optional[QgsVectorLayer],
    least: int = 1,
    most: int = 0,
    acties: Sequence[Actie] = CHANGE,
) -> str:
    """Empty when the selected plans, from `least` to `most` (0: any number) of them, can be changed in the register itself.

    One may do `acties` with all of them then.
    """
    reason = _why_not_at_all(session, layer, acties)
    if reason or layer is None:
        return reason
    count = layer.selectedFeatureCount()
    if count < least:
        return tr("select one plan first") if least == 1 else tr("select at least {0} plans first").format(least)
    if most and count > most:
        return tr("select one plan only")
    return tr("there are edits that were not saved yet; save or undo them first") if session.unsaved() else ""


def _why_not_at_all(session: RegisterSession, layer: Optional[QgsVectorLayer], acties: Sequence[Actie]) -> str:
    if session.address is None:
        return tr("no register is open")
    if layer is None:
        return tr("the project has no layer of plans")
    # But for plans that were not saved yet: these are whoever draws them.
    selected = layer.selectedFeatures() if any(actie.of_plan for actie in acties) else []
    stored = [plan["uuid"] for plan in selected if plan.id() > 0 and plan["uuid"]]
    reason = session.rights.why_not(acties, stored)
    return reason or ("" if layer.supportsEditing() else tr("the layer of plans can only be read"))
