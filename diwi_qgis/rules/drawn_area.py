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
