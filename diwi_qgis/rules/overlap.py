"""What lies on what: plans that overlap each other, and the parcels under plans, for whole registers at once.

Touching is not overlapping: a common area counts from a minimum size, and is called thin when it is nowhere as wide as a
given width. Geometries are polygons or multipolygons in EPSG:28992, each valid in itself (GEOS refuses others with
`shapely.errors.GEOSException`); missing and empty ones are on nothing. Positions are those in the arrays given.

Most of the time of a naive solution goes into intersections, so: one tree, bounding boxes first, prepared plans, no
intersection where a parcel lies wholly inside a plan, and the rest over all cores (GEOS works outside Python's lock).
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Callable, Optional

import numpy as np
import pandas as pd
import shapely

from diwi_qgis.progress import Progress, silent

#: Plans per piece of work: small enough to cancel within a second, large enough to keep every core busy.
CHUNK = 1250

#: Common area (m²) from which two plans overlap, or a plan lies on a parcel.
MIN_AREA = 1.0

_Pairs = tuple[np.ndarray, np.ndarray]


def pairs_within(
    geometries: Any,
    min_area: float = MIN_AREA,
    min_width: float = 0.0,
    geometry: bool = False,
    progress: Optional[Progress] = None,
) -> pd.DataFrame:
    """Pairs of the geometries that have at least `min_area` m² in common.

    Columns: `a` < `b` (positions), `area` (m²), `thin` (the common area is nowhere `min_width` m wide) and, when asked
    for, `geom` (the common area). Sorted by a, b.
    """
    plans = _prepared(geometries)
    tree = shapely.STRtree(plans)

    def measure(positions: np.ndarray) -> pd.DataFrame:
        a, b = _boxes_that_meet(tree, plans, positions)
        once = a < b
        a, b = _only_meeting(plans, plans, a[once], b[once])
        common = shapely.intersection(plans[a], plans[b])
        area = shapely.area(common)
        enough = area >= min_area if min_area > 0 else area > 0
        found = pd.DataFrame({"a": a[enough], "b": b[enough], "area": area[enough]})
        found["thin"] = is_thin(common[enough], min_width)
        if geometry:
            found["geom"] = common[enough]
        return found

    return _in_chunks(measure, tree, len(plans), progress).sort_values(["a", "b"], ignore_index=True)


def intersect_shares(
    plans: Any, parcels: Any, min_area: float = MIN_AREA, progress: Optional[Progress] = None
) -> pd.DataFrame:
    """Which parcel lies for which part under which plan, for common areas of at least `min_area` m².

    Columns: `plan`, `parcel` (positions), `area` (m² in common), `share` (of the area of the parcel; exactly 1.0 when
    it lies wholly inside). Sorted by plan, parcel.
    """
    plans = _prepared(plans)
    parcels = np.asarray(parcels, dtype=object)
    sizes = shapely.area(parcels)
    tree = shapely.STRtree(parcels)

    def measure(positions: np.ndarray) -> pd.DataFrame:
        plan, parcel = _only_meeting(plans, parcels, *_boxes_that_meet(tree, plans, positions))
        area = sizes[parcel]
        cut = ~shapely.contains_properly(plans[plan], parcels[parcel])
        area[cut] = shapely.area(shapely.intersection(plans[plan[cut]], parcels[parcel[cut]]))
        enough = area >= min_area if min_area > 0 else area > 0
        plan, parcel, area = plan[enough], parcel[enough], area[enough]
        return pd.DataFrame({"plan": plan, "parcel": parcel, "area": area, "share": area / sizes[parcel]})

    return _in_chunks(measure, tree, len(plans), progress).sort_values(["plan", "parcel"], ignore_index=True)


def is_thin(areas: Any, width: float) -> np.ndarray:
    """Per area whether it is nowhere `width` m wide (nothing is left when half of it is taken off on every side)."""
    areas = np.asarray(areas, dtype=object)
    if width <= 0:
        return np.zeros(len(areas), dtype=bool)
    return shapely.is_empty(shapely.buffer(areas, -width / 2, quad_segs=2))


def _prepared(geometries: Any) -> np.ndarray:
    geometries = np.asarray(geometries, dtype=object)
    shapely.prepare(geometries)
    return geometries


def _boxes_that_meet(tree: shapely.STRtree, plans: np.ndarray, positions: np.ndarray) -> _Pairs:
    """(plan, geometry in the tree) whose bounding boxes meet."""
    number, other = tree.query(plans[positions])
    return positions[number], other


def _only_meeting(plans: np.ndarray, others: np.ndarray, plan: np.ndarray, other: np.ndarray) -> _Pairs:
    """Those pairs of which the areas themselves meet."""
    meet = shapely.intersects(plans[plan], others[other])
    return plan[meet], other[meet]


def _in_chunks(
    measure: Callable[[np.ndarray], pd.DataFrame], tree: shapely.STRtree, count: int, progress: Optional[Progress]
) -> pd.DataFrame:
    """Measure all plans, some hundreds at a time, on all cores; progress and cancel between the chunks.

    A plan is in one chunk only: its prepared form is not made for two threads at once.
    """
    progress = silent(progress)
    measure = np.errstate(invalid="ignore")(measure)  # GEOS leaves processor flags set; numpy would report them
    tree.query(shapely.Point(0, 0))  # builds the tree and all bounding boxes now, in this thread
    chunks = np.array_split(np.arange(count), max(1, -(-count // CHUNK)))
    if len(chunks) == 1:
        progress.check(0.0)
        return measure(chunks[0])
    found = []
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        work = [pool.submit(measure, chunk) for chunk in chunks]
        try:
            for future in progress.track(work, len(work)):
                found.append(future.result())
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
    return pd.concat(found, ignore_index=True)
