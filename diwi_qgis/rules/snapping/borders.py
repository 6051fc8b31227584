"""The borders between parcels: every edge once, however many parcels it bounds, and what was recorded on it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, Callable, Optional

import numpy as np
import shapely

from diwi_qgis.rules.coverage import grid_keys, on_grid

Point = tuple[float, float]
#: An edge by its two end vertices in whole millimetres, the smaller one first.
EdgeKey = tuple[int, int, int, int]


class Borders:
    """All edges of some parcels (polygons or multipolygons on the mm grid), found fast and each only once."""

    def __init__(self, parcels: np.ndarray) -> None:
        start, end, owner = _edges(parcels)
        keys = np.hstack([grid_keys(start), grid_keys(end)])
        swap = (keys[:, 0] > keys[:, 2]) | ((keys[:, 0] == keys[:, 2]) & (keys[:, 1] > keys[:, 3]))
        keys[swap] = keys[swap][:, [2, 3, 0, 1]]
        order = np.lexsort(keys.T)
        first = np.ones(len(keys), dtype=bool)
        first[1:] = (keys[order[1:]] != keys[order[:-1]]).any(axis=1)
        self._owner = owner[order]
        self._first = np.append(np.flatnonzero(first), len(keys))
        self.keys = keys[order[first]]
        self.lines = shapely.linestrings(self.ends(slice(None)))
        self.tree = shapely.STRtree(self.lines)

    def owners(self, edge: int) -> np.ndarray:
        """Positions of the parcels that have this edge: one or two in a coverage."""
        return self._owner[self._first[edge] : self._first[edge + 1]]

    def ends(self, edges: Any) -> np.ndarray:
        """End points of edges in metres, (n, 2, 2)."""
        return self.keys[edges].reshape(-1, 2, 2) / 1000.0

    def nearest(self, points: np.ndarray, within: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """For those of the (n, 2) `points` that have an edge within so many m: their positions, edges and feet on them."""
        number, edge = self.tree.query_nearest(shapely.points(points), max_distance=within, all_matches=False)
        ends = self.ends(edge)
        start, along = ends[:, 0], ends[:, 1] - ends[:, 0]
        part = ((points[number] - start) * along).sum(axis=1) / (along**2).sum(axis=1)
        return number, edge, start + np.clip(part, 0, 1)[:, None] * along


class Records:
    """Points on original edges that every parcel with such an edge must get, so that borders stay shared."""

    #: A new end joins a vertex, or an end that is already there, that is so near (m).
    JOIN = 0.3

    #: On the border with a plan that takes no part nothing is inserted: there an end moves to a vertex, up to here (m).
    JOIN_FIXED = 2.0

    def __init__(self, borders: Borders, fixed: Collection[int] = ()) -> None:
        """`fixed` are parcels (positions) whose borders must stay as they are."""
        self._borders, self._fixed = borders, fixed
        self._points: dict[int, list[Point]] = {}

    def add(self, point: Point, edge: int) -> Optional[Point]:
        """Record a point on an edge; gives the point to use: a vertex or earlier point near it, or itself on the grid.

        None when the edge is fixed and has no vertex near.
        """
        ends = [tuple(end) for end in self._borders.ends(edge)[0].tolist()]
        known = [*ends, *self._points.get(edge, [])]
        away = [float(np.hypot(one[0] - point[0], one[1] - point[1])) for one in known]
        nearest = int(np.argmin(away))
        fixed = any(parcel in self._fixed for parcel in self._borders.owners(edge).tolist())
        if away[nearest] <= (self.JOIN_FIXED if fixed else self.JOIN):
            return known[nearest]
        if fixed:
            return None
        new = (round(point[0], 3), round(point[1], 3))
        self._points.setdefault(edge, []).append(new)
        return new

    def add_exactly(self, point: Point, edge: int) -> None:
        """Record a vertex of a neighbour that must be met as it is."""
        if point not in self._points.get(edge, []):
            self._points.setdefault(edge, []).append(point)

    def parcels(self) -> list[int]:
        """Positions of the parcels that get a point."""
        found = [self._borders.owners(edge) for edge in self._points]
        return np.unique(np.concatenate(found)).tolist() if found else []

    def insert(self, parcel: shapely.Geometry) -> shapely.Geometry:
        """The parcel with every point recorded on its edges as a vertex."""
        by_key = {tuple(self._borders.keys[edge].tolist()): points for edge, points in self._points.items()}

        def filled(ring: shapely.LinearRing) -> list[Point]:
            vertices = [tuple(point) for point in shapely.get_coordinates(ring).tolist()]
            points: list[Point] = []
            for one, two in zip(vertices, vertices[1:]):
                points.append(one)
                on_edge = by_key.get(edge_key(one, two), ())
                points.extend(sorted(on_edge, key=lambda p, o=one: np.hypot(p[0] - o[0], p[1] - o[1])))
            return [*points, vertices[-1]]

        return rebuilt(parcel, filled)


def edge_key(one: Point, two: Point) -> EdgeKey:
    """Key of the edge between two vertices, whatever its direction."""
    keys = sorted(grid_keys(np.array([one, two])).tolist())
    return (*keys[0], *keys[1])


def rebuilt(area: shapely.Geometry, change: Callable[[shapely.LinearRing], list[Point]]) -> shapely.Geometry:
    """The (multi)polygon with every ring changed by a function from ring to points."""
    parts = [
        shapely.Polygon(change(part.exterior), [change(hole) for hole in part.interiors])
        for part in shapely.get_parts(area)
    ]
    return parts[0] if len(parts) == 1 else shapely.MultiPolygon(parts)


def _edges(parcels: Iterable[shapely.Geometry]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Start, end and parcel (position) of every edge of every ring."""
    parts, parcel = shapely.get_parts(on_grid(parcels), return_index=True)
    rings, part = shapely.get_rings(parts, return_index=True)
    points, ring = shapely.get_coordinates(rings, return_index=True)
    same = (ring[1:] == ring[:-1]) & (points[1:] != points[:-1]).any(axis=1)
    return points[:-1][same], points[1:][same], parcel[part[ring[1:][same]]]
