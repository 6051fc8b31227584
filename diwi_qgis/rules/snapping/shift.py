"""Contours that lie beside their parcels as a whole: the translation that brings them back.

Points along the contours are drawn to the nearest parcel border, across that border only (it says nothing about the
direction along it), with a weight that ends at the distance where a border is likely to be another one. Repeated with a
shrinking distance this finds one shift for a whole file, or one for every plan.
"""

from __future__ import annotations

from typing import Optional

import numpy as np
import shapely

from diwi_qgis.progress import Progress, silent
from diwi_qgis.rules.snapping.borders import Borders

#: Distance between the points along a contour, and how many a plan has at most (m, points).
STEP, MOST = 2.0, 300

#: How far a border may be (m), look after look.
REACH = (4.0, 4.0, 4.0, 3.5, 3.0, 2.5, 2.0, 1.5, 1.5, 1.0)

#: Beyond this mean distance (m) between contours and borders a shift of the whole file is likely; from the second on
#: the distance is that of chance, and the file is in another reference system or elsewhere.
SHIFTED, ELSEWHERE = 1.2, 2.0

#: Distances are counted up to here (m): a contour that is not on parcels must not decide.
CAP = 3.0


def contour_points(plans: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Points along the contours, (n, 2), and the plan (position) that each is of."""
    parts, plan = shapely.get_parts(plans, return_index=True)
    rings, part = shapely.get_rings(parts, return_index=True)
    plan = plan[part]
    length = np.bincount(plan, weights=shapely.length(rings), minlength=len(plans))
    step = np.maximum(STEP, length / MOST)[plan]
    count = np.maximum(3, np.ceil(shapely.length(rings) / step)).astype(int)
    ring = np.repeat(np.arange(len(rings)), count)
    number = np.arange(len(ring)) - np.repeat(np.cumsum(count) - count, count)
    spots = shapely.line_interpolate_point(rings[ring], number / count[ring], normalized=True)
    return shapely.get_coordinates(spots), plan[ring]


def find_shifts(
    points: np.ndarray, group: np.ndarray, groups: int, borders: Borders, progress: Optional[Progress] = None
) -> np.ndarray:
    """Per group of points the move (dx, dy in m) that brings them onto the borders; (groups, 2)."""
    progress = silent(progress)
    moves = np.zeros((groups, 2))
    for look, reach in enumerate(REACH):
        progress.check(look / len(REACH))
        moves += _one_step(points + moves[group], group, groups, borders, reach)
    return moves


def _one_step(points: np.ndarray, group: np.ndarray, groups: int, borders: Borders, reach: float) -> np.ndarray:
    """Weighted least squares of the distances across the nearest borders, per group."""
    number, edge, foot = borders.nearest(points, reach)
    ends = borders.keys[edge].reshape(-1, 2, 2) / 1000.0
    along = ends[:, 1] - ends[:, 0]
    across = np.stack([-along[:, 1], along[:, 0]], axis=1) / np.hypot(along[:, 0], along[:, 1])[:, None]
    gap = foot - points[number]
    weight = (1 - np.minimum(1, np.hypot(gap[:, 0], gap[:, 1]) / reach) ** 2) ** 2
    distance = (gap * across).sum(axis=1)
    of = group[number]

    def total(values: np.ndarray) -> np.ndarray:
        return np.bincount(of, weights=values * weight, minlength=groups)

    a, b, c = total(across[:, 0] ** 2), total(across[:, 0] * across[:, 1]), total(across[:, 1] ** 2)
    calm = 0.02 * (a + c) + 1e-9  # borders in one direction only say nothing about the other
    a, c = a + calm, c + calm
    right_x, right_y = total(across[:, 0] * distance), total(across[:, 1] * distance)
    return np.stack([c * right_x - b * right_y, a * right_y - b * right_x], axis=1) / (a * c - b * b)[:, None]


def distances(points: np.ndarray, group: np.ndarray, groups: int, borders: Borders) -> np.ndarray:
    """Per group the mean distance (m, each counted up to `CAP`) between its points and the nearest borders."""
    number, _, foot = borders.nearest(points, CAP)
    away = np.full(len(points), CAP)
    gap = foot - points[number]
    away[number] = np.hypot(gap[:, 0], gap[:, 1])
    return np.bincount(group, weights=away, minlength=groups) / np.maximum(1, np.bincount(group, minlength=groups))
