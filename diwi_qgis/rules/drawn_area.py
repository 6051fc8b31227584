"""What is wrong with an area that somebody draws, and what is left of it when that is cut off.

Areas are shapely polygons or multipolygons in EPSG:28992, m². What counts as overlap or as outside is what the quality
rules call so (`rules.quality.options`): touching is not overlapping.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
import shapely

from diwi_qgis.rules.overlap import is_thin
from diwi_qgis.rules.quality.options import Options
from diwi_qgis.rules.repair import to_multipolygon

#: What is left of a cut as a part nowhere this wide (m) is a scrap along a border, not an area.
SCRAP = Options.sliver_width

#: Difference (m²) by which two drawings of one area differ through rounding.
SAME = 0.01

#: So much longer (m) is a line with which an area is cut, and so near to it (m) lies what is beside it.
EXTENSION, BESIDE = 0.05, 0.0001


@dataclass(frozen=True)
class Botsing:
    """Common ground with another: its position in what was given, the area (m²) and where."""

    ander: int
    area: float
    geom: Any


def usable(area: Any) -> Any:
    """The area itself when it is valid, else its repaired shape to compare with; None when there is none."""
    if area is None or area.is_empty:
        return None
    return area if area.is_valid else to_multipolygon(area).geom


def botsingen(area: Any, others: Sequence[Any], options: Optional[Options] = None) -> list[Botsing]:
    """Where a (usable) area overlaps usable others, the largest first."""
    options = options or Options()
    shapely.prepare(area)
    found = []
    for place, other in enumerate(others):
        if other is None or not area.intersects(other):
            continue
        common = polygons(shapely.intersection(area, other))
        if common.area >= options.overlap_area and not is_thin([common], options.overlap_width)[0]:
            found.append(Botsing(place, common.area, common))
    return sorted(found, key=lambda botsing: -botsing.area)


def outside(area: Any, border: Any, options: Optional[Options] = None) -> Any:
    """The part of a usable area outside a border; None when that is too small to say."""
    if border is None or border.covers(area):
        return None
    out = polygons(shapely.difference(area, border))
    return out if out.area > (options or Options()).outside_area else None


def without(area: Any, others: Sequence[Any]) -> Any:
    """The area with others cut off; None when nothing is left.

    Along the cut it has the vertices of the others, and points where the outlines cross; the others need no new vertex.
    Scraps that the cut leaves are taken away too.
    """
    rest = area
    for other in others:
        rest = shapely.difference(rest, other)
    return _without_scraps(area, rest)


def within(area: Any, border: Any) -> Any:
    """The part of the area inside a border, as `without`; None when nothing is left."""
    return _without_scraps(area, shapely.intersection(area, border))


def only_vertices_added(before: Any, after: Any) -> bool:
    """Whether an area kept its shape and all its vertices, and got more of them."""
    if before is None or after is None or not (before.is_valid and after.is_valid):
        return False
    old, new = (set(map(tuple, shapely.get_coordinates(area))) for area in (before, after))
    return old < new and shapely.symmetric_difference(before, after).area < SAME


def divide(area: Any, line: Any) -> Optional[tuple[Any, Any]]:
    """A usable area divided along a line across it: the larger and the smaller side, with the same vertices along the cut.

    Parts that the line does not cross stay with the larger side. None when the line does not run all the way across.
    """
    line = _extended(shapely.remove_repeated_points(line))
    noded = shapely.get_parts(shapely.union_all([shapely.boundary(area), line]))
    faces = shapely.get_parts(shapely.polygonize(noded))
    faces = faces[shapely.contains(area, shapely.point_on_surface(faces))]
    left, right = (shapely.MultiPoint(points) for points in _beside(shapely.intersection(line, area)))
    on_left, on_right = shapely.intersects(faces, left), shapely.intersects(faces, right)
    if not (on_left & ~on_right).any() or not (on_right & ~on_left).any():
        return None
    sides = [shapely.union_all(faces[on_left]), shapely.union_all(faces[on_right & ~on_left])]
    sides.sort(key=lambda side: -side.area)
    others = shapely.union_all(faces[~on_left & ~on_right])
    return polygons(shapely.union(sides[0], others)), polygons(sides[1])


def strip(line: Any, width: float) -> Any:
    """The strip of this width (m) along the left of a drawn line; along its right when the width is negative."""
    side = shapely.buffer(line, width, single_sided=True, cap_style="flat", join_style="mitre", mitre_limit=2.0)
    return polygons(side if side.is_valid else shapely.make_valid(side))


def covered(area: Any, parts: Sequence[Any]) -> tuple[float, Any]:
    """How much of an area usable parts cover (0 to 1), and what they leave."""
    rest = polygons(shapely.difference(area, shapely.union_all([part for part in parts if part is not None])))
    return 1.0 - rest.area / area.area, rest


def _extended(line: Any) -> Any:
    """The line a little longer at both ends, so that an end on an outline crosses it."""
    points = shapely.get_coordinates(line)
    for end, inner in ((0, 1), (-1, -2)):
        direction = points[end] - points[inner]
        points[end] = points[end] + EXTENSION * direction / max(np.hypot(*direction), EXTENSION)
    return shapely.LineString(points)


def _beside(lines: Any) -> tuple[np.ndarray, np.ndarray]:
    """Points just left and just right of the middle of every stretch of lines."""
    stretches = [
        shapely.get_coordinates(part) for part in shapely.get_parts(_flat(lines)) if part.geom_type == "LineString"
    ]
    start = np.vstack([stretch[:-1] for stretch in stretches] or [np.empty((0, 2))])
    end = np.vstack([stretch[1:] for stretch in stretches] or [np.empty((0, 2))])
    along = end - start
    aside = np.column_stack([-along[:, 1], along[:, 0]]) * (BESIDE / np.hypot(*along.T))[:, None]
    middle = (start + end) / 2
    return middle + aside, middle - aside


def polygons(geometry: Any) -> Any:
    """The polygons of a geometry as one MultiPolygon; an empty one without any."""
    parts = [part for part in shapely.get_parts(_flat(geometry)) if part.geom_type == "Polygon" and not part.is_empty]
    return shapely.MultiPolygon(parts)


def _flat(geometry: Any) -> Any:
    parts = [inner for part in shapely.get_parts(geometry) for inner in shapely.get_parts(part)]
    return shapely.GeometryCollection(parts)


def _without_scraps(before: Any, after: Any) -> Any:
    parts = np.array(polygons(after).geoms, dtype=object)
    if len(parts) and not shapely.equals(before, after):
        parts = parts[~is_thin(parts, SCRAP)]
    return shapely.MultiPolygon(list(parts)) if len(parts) else None
