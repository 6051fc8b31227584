"""Cut lines: where a contour runs through the middle of a parcel, the line that divides it.

A line is straight when the contour there is straight within the tolerance, otherwise it keeps the bends that are larger.
It ends on the border of the parcel. A wall of a building that runs along it within the tolerance is taken over.
"""

from __future__ import annotations

from typing import Optional

import numpy as np
import shapely

from diwi_qgis.rules.coverage import on_grid

#: Share of a parcel between which a cut is considered; outside, the parcel is taken or left whole.
LEAST, MOST = 0.1, 0.9

#: A wall is taken over when its direction differs less than this (sine of 10 degrees) and it is at least so long (m).
PARALLEL, WALL = 0.17, 4.0


def cut_lines(
    parcel: shapely.Geometry, piece: shapely.Geometry, contour: shapely.Geometry, tolerance: float, walls: np.ndarray
) -> list[shapely.LineString]:
    """Lines through the parcel, with ends on its border; none when piece or remainder is a mere strip.

    `piece` is the part of the parcel in the plan, `contour` the border of the plan, `walls` (n, 2, 2) the edges of
    buildings around; strips are narrower than twice the tolerance (m).
    """
    deep = shapely.buffer(parcel, -tolerance)
    rest = shapely.difference(parcel, piece)
    if deep.is_empty or shapely.is_empty(shapely.buffer([piece, rest], -tolerance)).any():
        return []
    through = shapely.get_parts(shapely.line_merge(shapely.intersection(contour, deep)))
    through = through[shapely.length(through) > 0]
    lines: list[shapely.LineString] = []
    for stretch in through[np.argsort(-shapely.length(through), kind="stable")]:
        # where the parcel is narrow one line may come by in pieces; the longest piece speaks for the others
        if lines and shapely.covers(_around(lines, tolerance), stretch):
            continue
        line = _drawn_through(parcel, stretch, tolerance, walls)
        if line is not None:
            lines.append(line)
    return lines


def _around(lines: list[shapely.LineString], tolerance: float) -> shapely.Geometry:
    return shapely.union_all(shapely.buffer(lines, 2 * tolerance))


def _drawn_through(
    parcel: shapely.Geometry, stretch: shapely.LineString, tolerance: float, walls: np.ndarray
) -> Optional[shapely.LineString]:
    """The stretch made straight if it is, extended to the border of the parcel; None if it does not come out."""
    if stretch.is_closed:  # the plan is an island in the parcel
        ring = on_grid(shapely.simplify(stretch, tolerance))
        return ring if len(ring.coords) > 3 else None
    points = shapely.get_coordinates(stretch)
    straight = _straight(points)
    away = np.abs(_cross(points - straight[0], _unit(straight[1] - straight[0])))
    if away.max() <= tolerance:
        line = _along_wall(straight, walls, tolerance)
    else:
        line = shapely.get_coordinates(shapely.simplify(stretch, tolerance))
    far = parcel.length  # an end may run almost along the border before it comes out
    longer = np.vstack([line[0] - far * _unit(line[1] - line[0]), line, line[-1] + far * _unit(line[-1] - line[-2])])
    inside = shapely.get_parts(shapely.intersection(shapely.LineString(longer), parcel))
    inside = inside[shapely.get_type_id(inside) == 1]
    if len(inside) == 0:
        return None
    middle = shapely.line_interpolate_point(stretch, 0.5, normalized=True)
    return inside[np.argmin(shapely.distance(inside, middle))]


def _straight(points: np.ndarray) -> np.ndarray:
    """The straight line (total least squares) along points, from the foot of the first to that of the last."""
    dense = shapely.get_coordinates(shapely.segmentize(shapely.LineString(points), 1.0))
    centre = dense.mean(axis=0)
    direction = np.linalg.svd(dense - centre, full_matrices=False)[2][0]
    ends = centre + ((points[[0, -1]] - centre) @ direction)[:, None] * direction
    return ends if np.hypot(*(ends[1] - ends[0])) > 1e-6 else points[[0, -1]]


def _along_wall(line: np.ndarray, walls: np.ndarray, tolerance: float) -> np.ndarray:
    """The longest wall that runs along the straight line within the tolerance, else the line itself."""
    if len(walls) == 0:
        return line
    direction = _unit(line[1] - line[0])
    span = walls[:, 1] - walls[:, 0]
    length = np.hypot(span[:, 0], span[:, 1])
    askew = np.abs(_cross(span, direction)) / np.maximum(length, 1e-9)
    away = np.abs(_cross(walls - line[0], direction)).max(axis=1)
    place = (walls - line[0]) @ direction
    beside = (place.max(axis=1) > 0) & (place.min(axis=1) < np.hypot(*(line[1] - line[0])))
    good = np.flatnonzero((length >= WALL) & (askew <= PARALLEL) & (away <= tolerance) & beside)
    if len(good) == 0:
        return line
    wall = walls[good[np.argmax(length[good])]]
    return wall if (wall[1] - wall[0]) @ direction > 0 else wall[::-1]


def _unit(vector: np.ndarray) -> np.ndarray:
    return vector / max(1e-12, float(np.hypot(*vector)))


def _cross(one: np.ndarray, two: np.ndarray) -> np.ndarray:
    return one[..., 0] * two[..., 1] - one[..., 1] * two[..., 0]
