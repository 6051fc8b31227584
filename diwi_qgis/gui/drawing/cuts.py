"""How much ground was cut off a plan, and to which plan it went."""

from __future__ import annotations

from typing import Any, Optional

from diwi_qgis.gui.drawing.judgement import OVERLAP, Oordeel
from diwi_qgis.gui.drawing.plans import Plans
from diwi_qgis.gui.drawing.words import square_metres
from diwi_qgis.translation import tr

#: Less than this (m²) is the rounding of a border.
_LEDGER = 1.0


def cut_text(oordeel: Oordeel) -> str:
    """What a cut that the user chose took off."""
    from diwi_qgis.rules.drawn_area import polygons

    whole, rest = oordeel.plan.area, oordeel.trimmed
    went = [(bezwaar.area, bezwaar.ander) for bezwaar in oordeel.bezwaren if bezwaar.regel == OVERLAP]
    parts = len(rest.geoms) - len(polygons(whole).geoms)
    return _text(oordeel.plan, whole.area - rest.area, went, parts)


def qgis_cut(plans: Plans, fid: int, drawn: Any) -> Optional[str]:
    """What QGIS took off the area that was drawn (shapely) when it became this plan; None when nothing worth saying."""
    from diwi_qgis.rules.drawn_area import botsingen, polygons, usable

    plan, shape = plans.get(fid), usable(drawn)
    if plan is None or plan.area is None or shape is None or plan.area.difference(shape).area > _LEDGER:
        return None  # not the area that was drawn
    lost = polygons(shape.difference(plan.area))
    if lost.area < _LEDGER:
        return None
    others = plans.around(lost, [fid])
    went = [(botsing.area, others[botsing.ander]) for botsing in botsingen(lost, [other.area for other in others])]
    return _text(plan, lost.area, went, len(polygons(plan.area).geoms) - len(polygons(shape).geoms))


def _text(plan: Any, lost: float, went: list[tuple[float, Any]], parts: int) -> str:
    whither = ", ".join(tr("{0} lies in plan {1}").format(square_metres(area), other) for area, other in went)
    text = tr("{0} was cut off plan {1}").format(square_metres(lost), plan)
    text += f": {whither}." if whither else "."
    if parts > 0:
        text += " " + tr("It fell apart: {0} parts more.").format(parts)
    return text
