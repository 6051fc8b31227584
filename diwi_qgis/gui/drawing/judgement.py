"""What is wrong with one plan area as it stands in the layer, and what can be done about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Optional

from diwi_qgis.gui.drawing.plans import Plan, Plans

#: The quality rules that look for the same things in the register.
OVERLAP, OUTSIDE_MOTHER, OUTSIDE_TOWN = "overlap", "deelplan_buiten_hoofdplan", "buiten_gemeente"

#: An overlap or part outside that was in the register already is asked about again when it grew by more than this (m²).
GROWTH = 1.0


@dataclass(frozen=True)
class Bezwaar:
    """Ground that a plan should not have: the rule against it, where, how much (m²), and the other plan if there is one."""

    regel: str
    geom: Any
    ander: Optional[Plan] = None

    @property
    def area(self) -> float:
        """Size (m²)."""
        return float(self.geom.area)


@dataclass
class Oordeel:
    """A plan with what there is against its area, and the neighbours that could only be compared after repair."""

    plan: Plan
    bezwaren: list[Bezwaar] = field(default_factory=list)
    ongeldig: list[Plan] = field(default_factory=list)

    @property
    def trimmed(self) -> Any:
        """The area (shapely) without anything there is against it; None when nothing would be left."""
        from diwi_qgis.rules.drawn_area import within, without

        area = self.plan.area
        for bezwaar in self.bezwaren:
            if area is not None and bezwaar.regel == OVERLAP and bezwaar.ander is not None:
                area = without(area, [bezwaar.ander.area])
            elif area is not None:
                area = within(area, area.difference(bezwaar.geom))
        return area

    @property
    def possible_mother(self) -> Optional[Plan]:
        """The plan of which this one could be made a part: the one it overlaps most, when it is not part of another."""
        if self.plan.hoofdplan:
            return None
        over = [each for each in self.bezwaren if each.regel == OVERLAP and each.ander is not None and each.ander.uuid]
        return over[0].ander if over else None


def judge(plans: Plans, plan: Plan, border: Any, before: Optional[Plan] = None) -> Oordeel:
    """Compare a plan with its neighbours, its main plan and the municipality (`border`, shapely; None: not known).

    `before` is the plan in the register: what was against its area already is left out.
    """
    from diwi_qgis.rules.drawn_area import botsingen, outside

    oordeel = Oordeel(plan)
    area = plan.area
    if area is None:
        return oordeel
    was = before.geom if before is not None and before.valid else None
    in_family = was if before is not None and before.hoofdplan == plan.hoofdplan else None
    others = [other for other in plans.around(area, [plan.fid]) if not plans.kin(plan, other)]
    shapes = [other.area for other in others]
    oordeel.ongeldig = [
        other for other, shape in zip(others, shapes) if not other.valid and (shape is None or shape.intersects(area))
    ]
    for botsing in botsingen(area, shapes):
        if _grew(botsing.geom, in_family, shapes[botsing.ander], inside=True):
            oordeel.bezwaren.append(Bezwaar(OVERLAP, botsing.geom, others[botsing.ander]))
    mother = plans.named(plan.hoofdplan)
    for regel, ander, around, old in (
        (OUTSIDE_MOTHER, mother, mother.area if mother is not None else None, in_family),
        (OUTSIDE_TOWN, None, border, was),
    ):
        out = outside(area, around)
        if out is not None and _grew(out, old, around, inside=False):
            oordeel.bezwaren.append(Bezwaar(regel, out, ander))
    return oordeel


def _grew(now: Any, before: Any, other: Any, inside: bool) -> bool:
    """Whether there is more against an area than there was against the one before (None: there was none)."""
    if before is None:
        return True
    was = before.intersection(other) if inside else before.difference(other)
    return bool(now.area > was.area + GROWTH)
