"""How much ground was cut off a plan, and to which plan it went."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Optional

from diwi_qgis.gui.drawing.judgement import OVERLAP, Oordeel
from diwi_qgis.gui.drawing.plans import Plan, Plans
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
    from diwi_qgis.rules.drawn_area import usable

    plan, shape = plans.get(fid), usable(drawn)
    if plan is None or plan.area is None or shape is None or plan.area.difference(shape).area > _LEDGER:
        return None  # not the area that was drawn
    others = plans.around(shape, [fid])
    return cut_off_text(plan, shape, plan.area, others) or None


def cut_off_text(plan: Optional[Plan], whole: Any, rest: Any, others: Sequence[Plan]) -> str:
    """What a drawn area (both usable) lost to other plans, or by lying outside; empty when nothing worth saying."""
    from diwi_qgis.rules.drawn_area import botsingen, polygons

    lost = polygons(whole.difference(rest))
    if lost.area < _LEDGER:
        return ""
    went = [(botsing.area, others[botsing.ander]) for botsing in botsingen(lost, [other.area for other in others])]
    parts = len(polygons(rest).geoms) - len(polygons(whole).geoms)
    return _text(plan, lost.area, went, parts)


def _text(plan: Optional[Plan], lost: float, went: list[tuple[float, Any]], parts: int) -> str:
    """By names: a code is for the dialog, this is one line."""
    size = square_metres(lost)
    if plan is not None:
        text = tr("{0} was cut off plan {1}").format(size, plan.naam)
    else:
        text = tr("{0} was cut off what was drawn").format(size)
    if len(went) == 1 and lost - went[0][0] < _LEDGER:
        text += ": " + tr("that lies in plan {0}").format(went[0][1].naam)
    elif went:
        text += ": " + ", ".join(
            tr("{0} lies in plan {1}").format(square_metres(area), other.naam) for area, other in went
        )
    if parts > 0:
        text += "; " + tr("it fell apart into {0} parts more").format(parts)
    return f"{text}."
