"""Areas that fit together exactly: the millimetre grid of the Kadaster, and the test that nothing overlaps or leaves a crack.

A *coverage* is a set of polygons whose interiors are disjoint and whose shared borders have the same vertices on both
sides. Parcels are one; plan areas together with the parcels that are left must be one too.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely

#: Parcels are published in millimetres; every vertex we make lies on that grid (m).
GRID = 0.001
_PER_METRE = 1000


def on_grid(geometries: Any) -> Any:
    """The geometries with every coordinate rounded to whole millimetres, in two dimensions.

    Points are rounded one by one, so rounding two neighbours keeps their shared vertices shared; round *before* noding,
    never after an intersection.
    """
    return shapely.transform(geometries, lambda points: np.round(points, 3))


def grid_keys(points: np.ndarray) -> np.ndarray:
    """Whole millimetres of an (n, 2) array of metres, as int64: equal keys mean the same point."""
    return np.rint(np.asarray(points) * _PER_METRE).astype(np.int64)


def is_valid_coverage(geometries: Any) -> bool:
    """Whether polygons and multipolygons (EPSG:28992, each valid in itself) form a coverage."""
    geometries = _present(geometries)
    if hasattr(shapely, "coverage_is_valid") and shapely.geos_version >= (3, 12, 0):
        return bool(shapely.coverage_is_valid(geometries))
    return len(_misfits_by_edges(geometries)) == 0


def misfits(geometries: Any) -> np.ndarray:
    """Positions, ascending, of the geometries that overlap a neighbour or do not share its vertices."""
    geometries = np.asarray(geometries, dtype=object)
    there = np.flatnonzero(~shapely.is_empty(geometries) & ~shapely.is_missing(geometries))
    if hasattr(shapely, "coverage_invalid_edges") and shapely.geos_version >= (3, 12, 0):
        edges = shapely.coverage_invalid_edges(geometries[there])
        return there[~shapely.is_empty(edges)]
    return there[_misfits_by_edges(geometries[there])]


def coverage_union(geometries: Any) -> Any:
    """The union of geometries that form a coverage, as one valid (multi)polygon of their vertices only.

    Where parts around a gap meet in a corner, `coverage_union_all` of GEOS 3.12 and 3.13 gives one ring that touches
    itself (mended in JTS pull request 1134); the general union, slower, forms the hole.
    """
    union = shapely.coverage_union_all(geometries)
    return union if shapely.is_valid(union) else shapely.union_all(geometries)


def exact_overlap(geometries: Any) -> float:
    """Area (m²) that the geometries have in common two by two; 0.0 for a coverage, without any tolerance."""
    geometries = _present(geometries)
    first, second = shapely.STRtree(geometries).query(geometries, predicate="intersects")
    pairs = first < second
    common = shapely.intersection(geometries[first[pairs]], geometries[second[pairs]])
    return float(shapely.area(common).sum())


def _present(geometries: Any) -> np.ndarray:
    geometries = np.asarray(geometries, dtype=object)
    return geometries[~shapely.is_empty(geometries) & ~shapely.is_missing(geometries)]


# -- GEOS before 3.12 cannot tell; then the edges can ---------------------------------------------------------------


def _misfits_by_edges(geometries: np.ndarray) -> np.ndarray:
    """Positions of misfits, from edges with the interior on their left.

    Each such edge may occur once (twice means that two interiors lie on it), and one that is not met in reverse by a
    neighbour is outer border: it may touch the border of another only in a vertex of both, and lie in nobody's interior.
    """
    owner, start, end = _directed_edges(geometries)
    forward, backward = _edge_numbers(start, end)
    _, number, count = np.unique(forward, return_inverse=True, return_counts=True)
    doubled = count[number] > 1
    outer = ~np.isin(forward, backward)
    lone = np.flatnonzero(outer & ~doubled)
    lines = shapely.linestrings(np.stack([start[lone], end[lone]], axis=1))
    wrong = [owner[doubled], *_bad_meetings(lines, owner[lone]), *_inside_another(lines, owner[lone], geometries)]
    return np.unique(np.concatenate(wrong)) if wrong else np.array([], dtype=int)


def _directed_edges(geometries: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Owner (position), start and end point of every edge, with the interior of its owner on the left."""
    parts, owner_of_part = shapely.get_parts(geometries, return_index=True)
    # normalize turns shells clockwise and holes the other way, so the interior lies on the right of every ring
    rings, part_of_ring = shapely.get_rings(shapely.normalize(parts), return_index=True)
    points, ring = shapely.get_coordinates(rings, return_index=True)
    same = ring[1:] == ring[:-1]
    return owner_of_part[part_of_ring[ring[1:][same]]], points[1:][same], points[:-1][same]


def _edge_numbers(start: np.ndarray, end: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Per edge (points in m) one number for it and one for its reverse: equal numbers mean the same directed edge."""
    x, y = grid_keys(np.vstack([start, end])).T
    points, number = np.unique((x << 32) + y, return_inverse=True)  # RD in mm fits in 31 bits
    from_, to = number[: len(start)], number[len(start) :]
    return from_ * len(points) + to, to * len(points) + from_


def _bad_meetings(lines: np.ndarray, owner: np.ndarray) -> list[np.ndarray]:
    """Owners of outer edges that meet an edge of another elsewhere than in an end point of both."""
    first, second = shapely.STRtree(lines).query(lines, predicate="intersects")
    other = owner[first] != owner[second]
    first, second = first[other], second[other]
    meeting = shapely.intersection(lines[first], lines[second])
    bad = shapely.get_type_id(meeting) != 0
    for edge in (first, second):
        ends = shapely.get_coordinates(lines[edge]).reshape(-1, 2, 2)
        at = np.full((len(edge), 2), np.nan)
        at[~bad] = shapely.get_coordinates(meeting[~bad])
        bad |= (np.abs(ends - at[:, None, :]).max(axis=2) > GRID / 2).all(axis=1) & ~bad
    return [owner[first[bad]], owner[second[bad]]]


def _inside_another(lines: np.ndarray, owner: np.ndarray, geometries: np.ndarray) -> list[np.ndarray]:
    """Owners of outer edges that run through the interior of another, and that other."""
    middle = shapely.line_interpolate_point(lines, 0.5, normalized=True)
    # asked per area, not per edge: then an area is prepared once for all the edges in its bounding box
    around, edge = shapely.STRtree(middle).query(geometries, predicate="contains")
    bad = owner[edge] != around
    return [owner[edge[bad]], around[bad]]
