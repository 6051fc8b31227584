"""The ground that plans are snapped to: the parcels around them, and which parts others have already taken.

Plans that take no part are obstacles. What they cover is not free, and their vertices on parcel borders are taken over,
so that a plan beside them shares its border with them vertex for vertex.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Optional

import numpy as np
import shapely

from diwi_qgis.rules.coverage import GRID, on_grid
from diwi_qgis.rules.snapping.borders import Borders, Records
from diwi_qgis.rules.snapping.faces import divide, segments

#: An obstacle takes part of a parcel from this area (m²); below it is the rounding of a shared border.
TOUCH = 1e-6


@dataclass
class Ground:
    """Parcels near the plans. `parcels` are on the mm grid; `position` is where each stands among all parcels given.

    `faces` holds the parts of parcels that an obstacle divides, with `free` telling which of them it leaves;
    `blocked` are parcels of which nothing is left, or nothing that could be told apart exactly.
    """

    position: np.ndarray
    parcels: np.ndarray
    borders: Borders
    faces: dict[int, tuple[np.ndarray, np.ndarray]] = field(default_factory=dict)
    blocked: dict[int, list[int]] = field(default_factory=dict)

    def records(self) -> Records:
        """A new record of points, that leaves the borders with obstacles as they are."""
        return Records(self.borders, {*self.faces, *self.blocked})


def find_ground(plans: np.ndarray, parcels: np.ndarray, obstacles: np.ndarray, reach: float) -> Ground:
    """The parcels within `reach` m of the plans and the neighbours of those, and what obstacles take of them."""
    tree = shapely.STRtree(parcels)
    under = np.unique(tree.query(plans, predicate="dwithin", distance=reach)[1])
    position = np.unique(np.concatenate([under, tree.query(parcels[under], predicate="intersects")[1]]))
    local = on_grid(parcels[position])
    borders = Borders(local)
    ground = Ground(position, local, borders)
    if len(obstacles):
        _take_over_vertices(ground, obstacles)
        _divide_by(ground, obstacles)
    return ground


def _take_over_vertices(ground: Ground, obstacles: np.ndarray) -> None:
    """Insert the vertices of obstacles that lie on a parcel border."""
    points = np.unique(shapely.get_coordinates(on_grid(obstacles)), axis=0)
    number, edge, _ = ground.borders.nearest(points, 2 * GRID)
    records = Records(ground.borders)
    for point, at, ends in zip(points[number].tolist(), edge.tolist(), ground.borders.keys[edge].tolist()):
        keys = [round(point[0] * 1000), round(point[1] * 1000)]
        if keys not in (ends[:2], ends[2:]):
            records.add_exactly((point[0], point[1]), at)
    for parcel in records.parcels():
        ground.parcels[parcel] = records.insert(ground.parcels[parcel])
    if records.parcels():
        ground.borders = Borders(ground.parcels)


def _divide_by(ground: Ground, obstacles: np.ndarray) -> None:
    """Find of every parcel what the obstacles leave."""
    obstacle, parcel = shapely.STRtree(ground.parcels).query(obstacles, predicate="intersects")
    taken = shapely.area(shapely.intersection(obstacles[obstacle], ground.parcels[parcel])) > TOUCH
    on_parcel: dict[int, list[int]] = {}
    for number, at in zip(obstacle[taken].tolist(), parcel[taken].tolist()):
        on_parcel.setdefault(at, []).append(number)
    for at, numbers in on_parcel.items():
        faces = _faces_beside(ground, at, obstacles[numbers])
        free = _untouched(faces, obstacles[numbers]) if faces is not None else np.zeros(0, dtype=bool)
        if faces is not None and free.any():
            ground.faces[at] = (faces, free)
        else:
            ground.blocked[at] = numbers


def _faces_beside(ground: Ground, parcel: int, obstacles: np.ndarray) -> Optional[np.ndarray]:
    """The parcel divided along the contours of obstacles, if they come out in vertices that the parcel has as well."""
    area = ground.parcels[parcel]
    contours = segments(shapely.boundary(on_grid(obstacles)))
    middles = shapely.line_interpolate_point(contours, 0.5, normalized=True)
    within = shapely.contains_properly(area, middles) & (shapely.distance(shapely.boundary(area), middles) > GRID)
    return divide(area, contours[within]) if within.any() else None


def _untouched(faces: np.ndarray, obstacles: np.ndarray) -> np.ndarray:
    """Per face whether no obstacle has even the smallest area in it."""
    common = shapely.area(shapely.intersection(faces[:, None], obstacles[None, :]))
    return common.sum(axis=1) == 0
