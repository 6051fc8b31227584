"""Contours that lie beside their parcels as a whole, or were drawn too wide or too tight: the move that brings them back.

Points along the contours are drawn to the nearest parcel border, across that border only (it says nothing about the
direction along it), with a weight that ends at the distance where a border is likely to be another one. Repeated with a
shrinking distance this finds one move for a whole file, or one for every plan.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import numpy as np
import shapely

from diwi_qgis.progress import Progress, silent
from diwi_qgis.rules.snapping.borders import Borders

#: Distance between the points along a contour (m), and how many a plan and a whole file have at most.
STEP, PLAN_POINTS, FILE_POINTS = 3.0, 150, 4000

#: How far a border may be (m), look after look.
REACH = (6.0, 5.0, 4.0, 3.0, 2.0, 1.5)

#: How little is believed of a direction in which no border lies, and of a swelling, against their evidence.
CALM, CALM_SWELL = 0.02, 0.05

#: Distances are counted up to here (m): a contour that is not on parcels must not decide.
CAP = 3.0

#: A contour is widened or narrowed by no more than this (m).
MOST_SWELL = 2.0


@dataclass(frozen=True)
class Contours:
    """Points along contours, (n, 2), with the outward direction there, (n, 2), and the plan (position) of each."""

    points: np.ndarray
    outward: np.ndarray
    plan: np.ndarray

    def moved(self, moves: np.ndarray) -> np.ndarray:
        """The points after a move (dx, dy, swelling in m) per plan."""
        own = moves[self.plan]
        return self.points + own[:, :2] + own[:, 2:] * self.outward

    def sample(self) -> Contours:
        """At most `FILE_POINTS` of the points, as of one plan."""
        some = slice(None, None, max(1, len(self.points) // FILE_POINTS))
        points = self.points[some]
        return Contours(points, self.outward[some], np.zeros(len(points), dtype=int))


def find_contours(plans: np.ndarray) -> Contours:
    """Points along the contours of plans (valid polygons or multipolygons), evenly along every ring."""
    # normalize turns shells clockwise and holes the other way: the interior is on the right of every ring
    parts, plan = shapely.get_parts(shapely.normalize(plans), return_index=True)
    rings, part = shapely.get_rings(parts, return_index=True)
    plan = plan[part]
    length = shapely.length(rings)
    step = np.maximum(STEP, np.bincount(plan, weights=length, minlength=len(plans)) / PLAN_POINTS)[plan]
    count = np.maximum(3, np.ceil(length / step)).astype(int)
    ring = np.repeat(np.arange(len(rings)), count)
    place = (np.arange(len(ring)) - np.repeat(np.cumsum(count) - count, count)) / count[ring]
    points = _along(rings[ring], place)
    ahead = _along(rings[ring], place + 1e-4) - points
    left = np.stack([-ahead[:, 1], ahead[:, 0]], axis=1)
    return Contours(points, left / np.maximum(1e-12, np.hypot(left[:, 0], left[:, 1]))[:, None], plan[ring])


def _along(rings: np.ndarray, place: np.ndarray) -> np.ndarray:
    return shapely.get_coordinates(shapely.line_interpolate_point(rings, place, normalized=True))


def find_moves(
    contours: Contours, count: int, borders: Borders, swell: bool = True, progress: Optional[Progress] = None
) -> np.ndarray:
    """Per plan (of `count`) the move dx, dy and swelling (m) that brings its contour onto the borders; (count, 3)."""
    progress = silent(progress)
    moves = np.zeros((count, 3))
    for look, reach in enumerate(REACH):
        progress.check(look / len(REACH))
        moves += _one_step(contours, moves, borders, reach, CALM_SWELL if swell else 1e9)
    return moves


def _one_step(contours: Contours, moves: np.ndarray, borders: Borders, reach: float, stiff: float) -> np.ndarray:
    """Weighted least squares of the distances across the nearest borders, per plan."""
    points = contours.moved(moves)
    number, edge, foot = borders.nearest(points, reach)
    along = borders.ends(edge)[:, 1] - borders.ends(edge)[:, 0]
    across = np.stack([-along[:, 1], along[:, 0]], axis=1) / np.hypot(along[:, 0], along[:, 1])[:, None]
    gap = foot - points[number]
    weight = (1 - np.minimum(1, np.hypot(gap[:, 0], gap[:, 1]) / reach) ** 2) ** 2
    effect = np.column_stack([across, (contours.outward[number] * across).sum(axis=1)])
    wanted = (gap * across).sum(axis=1)

    def total(values: np.ndarray) -> np.ndarray:
        return np.bincount(contours.plan[number], weights=weight * values, minlength=len(moves))

    calm = total(np.ones(len(number)))[:, None] * np.array([CALM, CALM, stiff]) + 1e-9
    left = np.array([[total(effect[:, i] * effect[:, j]) for j in range(3)] for i in range(3)]).transpose(2, 0, 1)
    right = np.array([total(effect[:, i] * wanted) for i in range(3)]).T
    return np.linalg.solve(left + calm[:, :, None] * np.eye(3), right[:, :, None])[:, :, 0]


def distances(contours: Contours, moves: np.ndarray, borders: Borders) -> np.ndarray:
    """Per plan the mean distance (m, each counted up to `CAP`) between its moved contour and the nearest borders."""
    points = contours.moved(moves)
    number, _, foot = borders.nearest(points, CAP)
    away = np.full(len(points), CAP)
    away[number] = np.hypot(*(foot - points[number]).T)
    counted = np.bincount(contours.plan, minlength=len(moves))
    return np.bincount(contours.plan, weights=away, minlength=len(moves)) / np.maximum(1, counted)


def move(plans: np.ndarray, moves: np.ndarray) -> np.ndarray:
    """The plans translated and swollen; one that would vanish when narrowed keeps its width."""
    moved = np.empty(len(plans), dtype=object)
    for number, by in enumerate(moves[:, :2]):
        moved[number] = shapely.transform(plans[number], lambda points, by=by: points + by)
    swell = np.clip(moves[:, 2], -MOST_SWELL, MOST_SWELL)
    swollen = shapely.buffer(moved, swell, join_style="mitre")
    return np.where((np.abs(swell) > 0.01) & ~shapely.is_empty(swollen), swollen, moved)
