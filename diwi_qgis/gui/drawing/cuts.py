"""How much ground was cut off a plan, and to which plan it went."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Optional

from diwi_qgis.gui.drawing.gesture import Gesture
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


def qgis_cut(plans: Plans, fid: int, before: Any, gesture: Gesture) -> Optional[str]:
    """What QGIS took off a plan when a gesture made or changed it; None when nothing worth saying, or not known for sure.

    `before` is the area (shapely) before; None: there was none.
    """
    from diwi_qgis.rules.drawn_area import usable
    from diwi_qgis.rules.intended import explains

    plan = plans.get(fid)
    if plan is None or plan.area is None:
        return None
    whole = usable(before)
    for meant in [gesture.outline] if whole is None else gesture.intentions(whole, plan.area):
        shape = usable(meant)
        if shape is None or shape.difference(plan.area).area < _LEDGER:
            continue
        others = [other for other in plans.around(shape, [fid]) if other.area is not None]
        if explains(shape, _union(others), plan.area):
            return cut_off_text(plan, shape, plan.area, others) or None
    return None


def _union(plans: Sequence[Plan]) -> Any:
    import shapely

    return shapely.union_all([plan.area for plan in plans])


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
