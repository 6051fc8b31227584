"""Plan areas pulled onto parcels: from contours as drawn to areas that fit together exactly, with what is uncertain listed.

The method and the figures behind it: docs/decisions/snapping.md.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Optional

import numpy as np
import pandas as pd
import shapely

from diwi_qgis.progress import Progress, silent
from diwi_qgis.rules.coverage import exact_overlap, is_valid_coverage, misfits
from diwi_qgis.rules.overlap import intersect_shares
from diwi_qgis.rules.snapping.borders import Borders, Records
from diwi_qgis.rules.snapping.cuts import LEAST, MOST, cut_lines
from diwi_qgis.rules.snapping.decide import Decision, decide
from diwi_qgis.rules.snapping.doubts import find_doubts
from diwi_qgis.rules.snapping.faces import divide, fasten
from diwi_qgis.rules.snapping.ground import Ground, find_ground
from diwi_qgis.rules.snapping.shift import contour_points, distances, find_shifts

#: Parts of parcels smaller than this (m²) under a plan say nothing.
CRUMB = 0.01


@dataclass(frozen=True)
class SnapOptions:
    """How to snap. `tolerance` (m) is about the noise of the vertices, not below 1.5; strips narrower than twice that
    are never cut off. A parcel is taken from `min_share` of its area. `shifts` moves every contour as a whole first.
    """

    tolerance: float = 2.0
    min_share: float = 0.5
    cuts: bool = True
    shifts: bool = True
    max_cut_residual: float = 99.0


@dataclass
class Snapped:
    """The outcome; positions are those in the arrays that were given.

    `plans`: one row per plan with `geom` (None when nothing is left), `area_before`, `area_after`, `moved_area` (m² that
    changed hands: in one of both but not in both), `dx`, `dy` (m, the shift found) and `residual` (m, mean distance of
    the shifted contour from parcel borders). `uses`: `plan`, `parcel`, `share`, `geom`, one row per parcel of a plan.
    `doubts`: `plan`, `parcel` (-1: none), `reason` (see `doubts.REASONS`), `value`, `geom`. `common_shift`: (dx, dy) of all.
    """

    plans: pd.DataFrame
    uses: pd.DataFrame
    doubts: pd.DataFrame
    common_shift: tuple[float, float]


@dataclass
class _Pieces:
    """What can be given to plans: whole parcels and faces, with the parcel (position in the ground) of each."""

    areas: np.ndarray
    parcel: np.ndarray
    whole: np.ndarray
    free: np.ndarray
    decision: Optional[Decision] = field(default=None)


def snap_plans(
    plans: Any,
    parcels: Any,
    options: SnapOptions,
    obstacles: Any = (),
    buildings: Any = (),
    progress: Optional[Progress] = None,
) -> Snapped:
    """Snap plans to parcels (arrays of valid (multi)polygons, EPSG:28992; the parcels a valid coverage).

    `obstacles` are areas of plans that take no part and are never overlapped; `buildings` attract cut lines. The result
    has been checked: no two plans have any area in common, and plans and what is left of the parcels form a coverage.
    Raises ValueError when that check fails, which would be a fault of ours, and Cancelled.
    """
    progress = silent(progress)
    plans, parcels, obstacles, buildings = (_array(areas) for areas in (plans, parcels, obstacles, buildings))
    reach = 5.0 + options.tolerance
    ground = find_ground(plans, parcels, _near(obstacles, plans, reach), reach)
    progress.check(0.1)
    moves, common, residual = _moves(plans, ground.borders, options.shifts, progress.part(0.1, 0.4))
    drawn = _translated(plans, moves)
    shares = intersect_shares(drawn, ground.parcels, CRUMB, progress.part(0.4, 0.5))
    lines = {}
    if options.cuts:
        sharp = residual <= options.max_cut_residual
        lines = _find_cuts(drawn, sharp, ground, shares, options, buildings, progress.part(0.5, 0.8))
    areas, pieces = _settle(drawn, ground, shares, lines, options)
    progress.check(0.9)
    return _outcome(plans, drawn, areas, pieces, ground, moves, common, residual)


def _array(areas: Any) -> np.ndarray:
    return np.array(list(areas), dtype=object)


def _near(areas: np.ndarray, plans: np.ndarray, reach: float) -> np.ndarray:
    """Those of the areas that lie within a few times the reach of a plan."""
    if len(areas) == 0:
        return areas
    return areas[np.unique(shapely.STRtree(areas).query(plans, predicate="dwithin", distance=50 * reach)[1])]


def _translated(plans: np.ndarray, moves: np.ndarray) -> np.ndarray:
    moved = [
        shapely.transform(plan, lambda points, m=move: points + m) if plan is not None else None
        for plan, move in zip(plans, moves)
    ]
    return np.array(moved, dtype=object)


def _moves(
    plans: np.ndarray, borders: Borders, shifts: bool, progress: Progress
) -> tuple[np.ndarray, tuple[float, float], np.ndarray]:
    """Per plan its shift, the shift of all together, and per plan the mean distance from borders after it (m)."""
    points, plan = contour_points(plans)
    count = len(plans)
    if not shifts:
        return np.zeros((count, 2)), (0.0, 0.0), distances(points, plan, count, borders)
    common = find_shifts(points, np.zeros(len(points), dtype=int), 1, borders, progress.part(0, 0.5))[0]
    moves = common + find_shifts(points + common, plan, count, borders, progress.part(0.5, 1))
    return moves, (float(common[0]), float(common[1])), distances(points + moves[plan], plan, count, borders)


def _find_cuts(
    drawn: np.ndarray,
    sharp: np.ndarray,
    ground: Ground,
    shares: pd.DataFrame,
    options: SnapOptions,
    buildings: np.ndarray,
    progress: Progress,
) -> dict[int, list[shapely.LineString]]:
    """Cut lines by parcel, of those parcels where they lead to another decision on either side."""
    decision = decide(shares, len(ground.parcels), options.min_share)
    candidates = np.flatnonzero((decision.largest > LEAST) & (decision.largest < MOST))
    contours = shapely.boundary(drawn)
    walls = _Walls(buildings)
    by_parcel = shares.groupby("parcel").indices
    lines = {}
    for parcel in progress.track(candidates.tolist(), len(candidates)):
        plan = int(decision.first[parcel])
        if parcel in ground.faces or parcel in ground.blocked or not sharp[plan]:
            continue
        area = ground.parcels[parcel]
        piece = shapely.intersection(drawn[plan], area)
        found = cut_lines(area, piece, contours[plan], options.tolerance, walls.near(area))
        here = shares["plan"].to_numpy()[by_parcel[parcel]]
        if found and _matters(found, parcel, ground, drawn, here, options):
            lines[parcel] = found
    return lines


class _Walls:
    """Edges of buildings, found by place."""

    def __init__(self, buildings: np.ndarray) -> None:
        points, ring = shapely.get_coordinates(shapely.get_rings(shapely.get_parts(buildings)), return_index=True)
        same = ring[1:] == ring[:-1]
        self._edges = np.stack([points[:-1][same], points[1:][same]], axis=1)
        self._tree = shapely.STRtree(shapely.linestrings(self._edges)) if len(self._edges) else None

    def near(self, area: shapely.Geometry) -> np.ndarray:
        """The walls (n, 2, 2) that meet an area."""
        return self._edges[self._tree.query(area)] if self._tree else self._edges


def _matters(
    lines: list[shapely.LineString],
    parcel: int,
    ground: Ground,
    drawn: np.ndarray,
    plans: np.ndarray,
    options: SnapOptions,
) -> bool:
    """Whether the lines divide the parcel in faces that go to different plans."""
    records = Records(ground.borders)
    faces = _faces(parcel, lines, ground, records)
    if faces is None:
        return False
    shares = intersect_shares(drawn[plans], faces, CRUMB)
    return len(set(decide(shares, len(faces), options.min_share).owner.tolist())) > 1


def _faces(
    parcel: int, lines: list[shapely.LineString], ground: Ground, records: Records
) -> Optional[np.ndarray]:
    fastened = [fasten(line, parcel, ground.borders, records) for line in lines]
    return divide(records.insert(ground.parcels[parcel]), [line for line in fastened if line is not None])


def _settle(
    drawn: np.ndarray,
    ground: Ground,
    shares: pd.DataFrame,
    lines: dict[int, list[shapely.LineString]],
    options: SnapOptions,
) -> tuple[np.ndarray, _Pieces]:
    """Areas per plan (None when nothing is left), checked; a cut that would spoil the coverage is dropped."""
    while True:
        pieces = _pieces(ground, lines)
        pieces.decision = _decision(drawn, pieces, shares, options)
        areas = _unions(pieces, len(drawn))
        rest = pieces.areas[(pieces.decision.owner < 0)]
        everything = np.concatenate([areas, rest])
        present = np.array([area for area in areas if area is not None], dtype=object)
        if is_valid_coverage(everything) and shapely.is_valid(present).all() and exact_overlap(present) == 0:
            return areas, pieces
        spoilt = _spoiling(everything, lines, ground)
        if not spoilt:
            raise ValueError("plans and parcels do not form a coverage")
        lines = {parcel: found for parcel, found in lines.items() if parcel not in spoilt}


def _spoiling(areas: np.ndarray, lines: dict[int, list[shapely.LineString]], ground: Ground) -> set[int]:
    """Parcels with cut lines that lie at an area that does not fit; all of them when that cannot be told."""
    wrong = areas[misfits(areas)]
    at = {parcel for parcel in lines if shapely.intersects(ground.parcels[parcel], wrong).any()}
    return at or set(lines)


def _pieces(ground: Ground, lines: dict[int, list[shapely.LineString]]) -> _Pieces:
    """The parcels, divided where there are lines, with shared borders."""
    records = Records(ground.borders)
    fastened = {
        parcel: [line for line in (fasten(line, parcel, ground.borders, records) for line in found) if line is not None]
        for parcel, found in lines.items()
    }
    parcels = ground.parcels.copy()
    for parcel in records.parcels():
        parcels[parcel] = records.insert(parcels[parcel])
    divided = {parcel: divide(parcels[parcel], found) for parcel, found in fastened.items()}
    faces = {parcel: (found, np.ones(len(found), bool)) for parcel, found in divided.items() if found is not None}
    faces.update(ground.faces)
    for parcel, (found, _) in ground.faces.items():
        if parcel in records.parcels():
            faces[parcel] = (np.array([records.insert(face) for face in found], dtype=object), faces[parcel][1])
    uncut = np.array([parcel not in faces for parcel in range(len(parcels))])
    order = sorted(faces)
    counts = [len(faces[parcel][0]) for parcel in order]
    free = np.array([parcel not in ground.blocked for parcel in np.flatnonzero(uncut).tolist()], dtype=bool)
    return _Pieces(
        np.concatenate([parcels[uncut], *(faces[parcel][0] for parcel in order)]),
        np.concatenate([np.flatnonzero(uncut), np.repeat(np.array(order, dtype=int), counts)]),
        np.concatenate([np.ones(uncut.sum(), bool), np.zeros(sum(counts), bool)]),
        np.concatenate([free, *(faces[parcel][1] for parcel in order)]),
    )


def _decision(drawn: np.ndarray, pieces: _Pieces, shares: pd.DataFrame, options: SnapOptions) -> Decision:
    """Who gets which piece. The shares of undivided parcels are known; those of faces are measured."""
    number = np.full(int(pieces.parcel.max()) + 1, -1)
    number[pieces.parcel[pieces.whole]] = np.flatnonzero(pieces.whole)
    known = shares.assign(parcel=number[shares["parcel"]])
    measured = intersect_shares(drawn, pieces.areas[~pieces.whole], CRUMB)
    measured = measured.assign(parcel=np.flatnonzero(~pieces.whole)[measured["parcel"]])
    both = pd.concat([known[known["parcel"] >= 0], measured])
    decision = decide(both, len(pieces.areas), options.min_share)
    decision.owner[~pieces.free] = -1
    return decision


def _unions(pieces: _Pieces, count: int) -> np.ndarray:
    """Per plan the union of its pieces, made of their vertices only."""
    areas = np.full(count, None, dtype=object)
    owner = pieces.decision.owner  # type: ignore[union-attr]
    order = np.argsort(owner, kind="stable")
    starts = np.searchsorted(owner[order], np.arange(count + 1))
    for plan in range(count):
        own = order[starts[plan] : starts[plan + 1]]
        if len(own):
            areas[plan] = shapely.coverage_union_all(pieces.areas[own])
    return areas


def _outcome(
    plans: np.ndarray,
    drawn: np.ndarray,
    areas: np.ndarray,
    pieces: _Pieces,
    ground: Ground,
    moves: np.ndarray,
    common: tuple[float, float],
    residual: np.ndarray,
) -> Snapped:
    owner = pieces.decision.owner  # type: ignore[union-attr]
    after = np.array([area or shapely.MultiPolygon() for area in areas], dtype=object)
    table = pd.DataFrame(
        {
            "geom": areas,
            "area_before": shapely.area(plans),
            "area_after": shapely.area(after),
            "moved_area": shapely.area(shapely.symmetric_difference(plans, after)),
            "dx": moves[:, 0],
            "dy": moves[:, 1],
            "residual": residual,
        }
    )
    return Snapped(table, _uses(pieces, owner, ground), find_doubts(table, pieces, ground), common)


def _uses(pieces: _Pieces, owner: np.ndarray, ground: Ground) -> pd.DataFrame:
    """Per plan and parcel the part used: all of it with share exactly 1, or the faces together."""
    used = np.flatnonzero(owner >= 0)
    rows: dict[tuple[int, int], list[int]] = {}
    for piece, plan, parcel in zip(used.tolist(), owner[used].tolist(), pieces.parcel[used].tolist()):
        rows.setdefault((plan, parcel), []).append(piece)
    found = [_use(plan, parcel, pieces.areas[numbers], pieces.whole[numbers].all(), ground) for (plan, parcel), numbers in rows.items()]
    return pd.DataFrame(found, columns=["plan", "parcel", "share", "geom"]).sort_values(["plan", "parcel"], ignore_index=True)


def _use(plan: int, parcel: int, areas: Iterable[Any], whole: bool, ground: Ground) -> tuple[int, int, float, Any]:
    area = shapely.coverage_union_all(areas)
    share = 1.0 if whole else min(1.0, area.area / ground.parcels[parcel].area)
    return plan, int(ground.position[parcel]), share, area
