"""Parcels divided along cut lines into faces, in such a way that every border stays shared vertex for vertex.

Ends of lines are recorded on the *original* edges of the parcels; when all are known they are inserted on both sides of
those edges, and only then faces are formed, out of known vertices alone: nothing is intersected any more.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

import numpy as np
import shapely

from diwi_qgis.rules.coverage import GRID, is_valid_coverage, on_grid
from diwi_qgis.rules.snapping.borders import Borders, Records


def fasten(line: shapely.LineString, parcel: int, borders: Borders, records: Records) -> Optional[shapely.LineString]:
    """The line on the mm grid with its ends recorded on the edges of its parcel; None when an end finds no place there.

    A closed line (an island) has no ends.
    """
    if line.is_closed:
        return on_grid(line)
    points = [tuple(point) for point in shapely.get_coordinates(on_grid(line)).tolist()]
    for end in (0, -1):
        edge = edge_at(shapely.get_coordinates(line)[end], parcel, borders)
        if edge is None:
            return None
        joined = records.add(points[end], edge)
        if joined is None:
            return None
        points[end] = joined
    return shapely.LineString(points) if points[0] != points[-1] else None


def edge_at(point: np.ndarray, parcel: int, borders: Borders, within: float = 2 * GRID) -> Optional[int]:
    """The edge of that parcel on which the point lies, within so many m."""
    near = borders.tree.query(shapely.Point(point), predicate="dwithin", distance=within)
    own = [edge for edge in near.tolist() if parcel in borders.owners(edge)]
    return min(own, key=lambda edge: shapely.distance(borders.lines[edge], shapely.Point(point)), default=None)


def divide(parcel: shapely.Geometry, lines: Sequence[shapely.Geometry]) -> Optional[np.ndarray]:
    """The faces of a parcel (with the ends of the lines as vertices); None when the lines do not divide it cleanly.

    Clean is: the faces add up to the parcel. A line that grazes the border, or crosses another, does not give that.
    """
    edges = [*shapely.get_parts(shapely.boundary(parcel)), *lines]
    faces = shapely.get_parts(shapely.polygonize(segments(edges)))
    faces = faces[shapely.contains_properly(parcel, shapely.point_on_surface(faces))]
    if len(faces) < 2 or abs(shapely.area(faces).sum() - parcel.area) > 1e-6 or not is_valid_coverage(faces):
        return None
    return faces


def segments(lines: Sequence[shapely.Geometry]) -> np.ndarray:
    """Every segment as a line of its own, so that lines meet in vertices only; doubles once."""
    points, line = shapely.get_coordinates(lines, return_index=True)
    same = (line[1:] == line[:-1]) & (points[1:] != points[:-1]).any(axis=1)
    segments = np.hstack([points[:-1][same], points[1:][same]])
    backward = (segments[:, 0] > segments[:, 2]) | (
        (segments[:, 0] == segments[:, 2]) & (segments[:, 1] > segments[:, 3])
    )
    segments[backward] = segments[backward][:, [2, 3, 0, 1]]
    return shapely.linestrings(np.unique(segments, axis=0).reshape(-1, 2, 2))
