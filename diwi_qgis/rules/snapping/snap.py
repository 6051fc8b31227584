"""Plan areas pulled onto parcels: from contours as drawn to areas that fit together exactly, with what is uncertain listed.

The method and the figures behind it: docs/decisions/0008-snapping.md.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Optional

import numpy as np
import pandas as pd
import shapely

from diwi_qgis.errors import InputError
from diwi_qgis.progress import Progress, silent
from diwi_qgis.rules.coverage import coverage_union
from diwi_qgis.rules.overlap import intersect_shares
from diwi_qgis.rules.snapping.borders import Borders
from diwi_qgis.rules.snapping.cutting import Cutting
from diwi_qgis.rules.snapping.decide import CRUMB
from diwi_qgis.rules.snapping.doubts import find_doubts
from diwi_qgis.rules.snapping.ground import Ground, find_ground
from diwi_qgis.rules.snapping.pieces import Settled, settle
from diwi_qgis.rules.snapping.shift import distances, find_contours, find_moves, move

#: Parcels up to here (m) around a contour take part.
REACH = 10.0


@dataclass(frozen=True)
class SnapOptions:
    """How to snap. `tolerance` (m) is about the noise of the vertices; strips narrower than twice that are never cut
    off; None takes it from how far the contours lie from parcel borders. A parcel is taken from `min_share` of its area.
    `shifts` first moves every contour as a whole, and widens or narrows it, to where borders are.
    """

    tolerance: Optional[float] = None
    min_share: float = 0.5
    cuts: bool = True
    shifts: bool = True

    def tolerance_for(self, residual: np.ndarray) -> float:
        """The tolerance given, or the one that suits contours with these mean distances from borders (m)."""
        if self.tolerance is not None:
            return self.tolerance
        return float(np.clip(1.25 + 1.6 * np.median(residual), 2.0, 3.5)) if len(residual) else 2.0


@dataclass(frozen=True)
class Snapped:
    """The outcome; positions are those in the arrays that were given.

    `plans`: one row per plan with `geom` (None when nothing is left), `area_before`, `area_after`, `moved_area` (m² that
    is in one of both but not in both), the move that was found: `dx`, `dy`, `swell` (m), and `residual` (m, mean distance
    of the moved contour from parcel borders). `uses`: `plan`, `parcel`, `share`, `geom`, one row per parcel of a plan,
    share exactly 1 for a whole parcel. `doubts`: `plan`, `parcel` (-1: none), `reason` (see `REASONS`), `value`, `geom`.
    `rest`: what is left of the parcels around, with the ends of cut lines as vertices.
    `common_shift` (dx, dy in m) is that of all contours together, `distance` their mean distance from borders as drawn.
    """

    plans: pd.DataFrame
    uses: pd.DataFrame
    doubts: pd.DataFrame
    rest: np.ndarray
    common_shift: tuple[float, float]
    distance: float
    tolerance: float


@dataclass(frozen=True)
class _Moves:
    """Per plan dx, dy and swelling, and the distance left; the shift and the distance of all as drawn."""

    each: np.ndarray
    residual: np.ndarray
    common: tuple[float, float]
    distance: float


@np.errstate(invalid="ignore")  # GEOS leaves processor flags set; numpy would report them
def snap_plans(
    plans: Any,
    parcels: Any,
    options: SnapOptions = SnapOptions(),
    obstacles: Any = (),
    buildings: Any = (),
    progress: Optional[Progress] = None,
) -> Snapped:
    """Snap plans to parcels: arrays of valid (multi)polygons, EPSG:28992, the parcels a valid coverage.

    `obstacles` are areas of plans that take no part and are never overlapped; walls of `buildings` attract cut lines.
    The result has been proved: no two plans have any area in common, and the plans and what is left of the parcels form
    a coverage. Raises InputError when no parcel is near, ValueError when the proof fails, Cancelled.
    """
    progress = silent(progress)
    plans, parcels, obstacles, buildings = (_array(areas) for areas in (plans, parcels, obstacles, buildings))
    ground = find_ground(plans, parcels, obstacles, REACH)
    if len(ground.parcels) == 0:
        raise InputError(
            "Bij geen enkel plan liggen percelen. Laad eerst de percelen van het gebied.",
            "There are no parcels near any of the plans. Load the parcels of the area first.",
        )
    moves = _find_moves(plans, ground.borders, options.shifts, progress.part(0.1, 0.4))
    tolerance = options.tolerance_for(moves.residual)
    drawn = move(plans, moves.each)
    shares = intersect_shares(drawn, ground.parcels, CRUMB, progress.part(0.4, 0.5))
    lines = {}
    if options.cuts:
        cutting = Cutting(ground, drawn, shares, options.min_share, tolerance, buildings)
        lines = cutting.find(progress.part(0.5, 0.8))
    progress.check(0.8)
    settled = settle(ground, drawn, shares, lines, options.min_share)
    progress.check(0.9)
    table = _plan_table(plans, settled.areas, moves)
    doubts = find_doubts(table, settled, ground, moves.distance)
    rest = settled.pieces.areas[settled.decision.owner < 0]
    return Snapped(table, _uses(settled, ground), doubts, rest, moves.common, moves.distance, tolerance)


def _array(areas: Any) -> np.ndarray:
    array = np.empty(len(areas), dtype=object)
    array[:] = areas
    return array


def _find_moves(plans: np.ndarray, borders: Borders, shifts: bool, progress: Progress) -> _Moves:
    contours = find_contours(plans)
    moves = np.zeros((len(plans), 3))
    as_drawn = float(distances(contours.sample(), np.zeros((1, 3)), borders)[0])
    if not shifts:
        return _Moves(moves, distances(contours, moves, borders), (0.0, 0.0), as_drawn)
    common = find_moves(contours.sample(), 1, borders, swell=False, progress=progress.part(0, 0.3))[0, :2]
    beside = replace(contours, points=contours.points + common)
    moves = find_moves(beside, len(plans), borders, progress=progress.part(0.3, 1))
    moves[:, :2] += common
    return _Moves(moves, distances(contours, moves, borders), (float(common[0]), float(common[1])), as_drawn)


def _plan_table(plans: np.ndarray, areas: np.ndarray, moves: _Moves) -> pd.DataFrame:
    after = np.where(shapely.is_missing(areas), shapely.MultiPolygon(), areas)
    return pd.DataFrame(
        {
            "geom": areas,
            "area_before": shapely.area(plans),
            "area_after": shapely.area(after),
            "moved_area": shapely.area(shapely.symmetric_difference(plans, after)),
            "dx": moves.each[:, 0],
            "dy": moves.each[:, 1],
            "swell": moves.each[:, 2],
            "residual": moves.residual,
        }
    )


def _uses(settled: Settled, ground: Ground) -> pd.DataFrame:
    """Per plan and parcel the part used: all of it with share exactly 1, or its faces together."""
    pieces, owner = settled.pieces, settled.decision.owner
    own = pd.DataFrame({"plan": owner, "local": pieces.parcel, "piece": np.arange(len(owner))})[owner >= 0]
    rows = []
    for (plan, local), group in own.groupby(["plan", "local"]):
        numbers = group["piece"].to_numpy()
        area = coverage_union(pieces.areas[numbers])
        share = 1.0 if pieces.whole[numbers].all() else min(1.0, area.area / ground.parcels[local].area)
        rows.append((plan, int(ground.position[local]), share, area))
    uses = pd.DataFrame(rows, columns=["plan", "parcel", "share", "geom"])
    return uses.sort_values(["plan", "parcel"], ignore_index=True)
