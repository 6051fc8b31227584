"""How much of the outlines of plans lies off the borders of parcels, for whole registers at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from diwi_qgis.rules.coverage import grid_keys

#: A piece of outline to be measured is at least this long (m), and an outline is cut into about this many at most.
_PIECE, _PIECES = 1.0, 100
#: Pieces that meet within this distance (m) are one line: they differ by rounding only.
_SAME = 1e-6
#: Vertices of a strip may be left out when that moves it no more than this (m).
_STRAIGHT = 0.05


@dataclass(frozen=True)
class Outline:
    """`covered`: per plan, whether there are parcels at all. `pieces`: what lies off the borders, in order of plan and
    along its outline.

    Columns of `pieces`: `plan` (position), `x0 y0 x1 y1` (ends), `x y` (middle), `length` (m).
    """

    covered: np.ndarray
    pieces: pd.DataFrame


def off_linework(plans: np.ndarray, parcels: np.ndarray, tolerance: float) -> Outline:
    """The pieces of outline whose middle lies farther than `tolerance` (m) from every parcel border.

    Edges that are exactly edges of a parcel, as plans made from parcels have them, need no measuring: they are looked up.
    """
    plan, parcel = shapely.STRtree(parcels).query(plans)
    covered = np.zeros(len(plans), dtype=bool)
    covered[plan] = True
    points, first, owner = _edges(plans)
    measure = covered[owner]
    measure[measure] = ~np.isin(_edge_keys(points, first[measure]), _linework_keys(parcels[_distinct(parcel, parcels)]))
    first, owner = first[measure], owner[measure]
    pieces = _cut(points[first], points[first + 1], owner)
    candidates = parcel[np.isin(plan, owner)]
    on_border = _near(pieces[["x", "y"]].to_numpy(), parcels[_distinct(candidates, parcels)], tolerance)
    return Outline(covered, pieces[~on_border].reset_index(drop=True))


def strips(pieces: pd.DataFrame, width: float) -> pd.Series:
    """Pieces of outline made visible: per plan (index) the area within `width` (m) on either side of them."""
    if pieces.empty:
        return pd.Series(dtype=object)
    plan = pieces["plan"].to_numpy()
    start, end = pieces[["x0", "y0"]].to_numpy(), pieces[["x1", "y1"]].to_numpy()
    onward = (plan[1:] == plan[:-1]) & (np.abs(start[1:] - end[:-1]) < _SAME).all(axis=1)
    run = np.cumsum(np.append(0, ~onward))
    last = np.flatnonzero(np.append(~onward, True))
    points, runs = np.insert(start, last + 1, end[last], axis=0), np.insert(run, last + 1, run[last])
    owners, of_plan = np.unique(plan[last], return_inverse=True)
    lines = shapely.multilinestrings(shapely.linestrings(points, indices=runs), indices=of_plan)
    lines = shapely.simplify(lines, _STRAIGHT, preserve_topology=False)
    areas = shapely.buffer(lines, width, quad_segs=1, cap_style="flat", join_style="mitre")
    return pd.Series(areas, index=owners, dtype=object)


def _distinct(positions: np.ndarray, of: np.ndarray) -> np.ndarray:
    """The positions that occur, in order (as `numpy.unique`, without sorting)."""
    there = np.zeros(len(of), dtype=bool)
    there[positions] = True
    return np.flatnonzero(there)


def _edges(areas: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """All vertices of the areas; of every edge the position of its first vertex (the second follows it), and its area."""
    parts, owner = shapely.get_parts(areas, return_index=True)
    rings, part = shapely.get_rings(parts, return_index=True)
    points, ring = shapely.get_coordinates(rings, return_index=True)
    first = np.flatnonzero(ring[1:] == ring[:-1])
    return points, first, owner[part[ring[first]]]


def _linework_keys(areas: np.ndarray) -> np.ndarray:
    """The keys of all edges. Taking parts and rings apart costs four times as much; without it the end of one ring and
    the start of the next make an edge too, which no plan has."""
    points, owner = shapely.get_coordinates(areas, return_index=True)
    return _edge_keys(points, np.flatnonzero(owner[1:] == owner[:-1]))


def _edge_keys(points: np.ndarray, first: np.ndarray) -> np.ndarray:
    """One number per edge, the same in both directions."""
    x, y = grid_keys(points).astype(np.uint64).T
    keys = (x << np.uint64(30)) | y  # millimetres of RD need 29 and 30 bits
    start, end = keys[first], keys[first + 1]
    return np.minimum(start, end) * np.uint64(0x9E3779B97F4A7C15) ^ np.maximum(start, end)


def _cut(start: np.ndarray, end: np.ndarray, plan: np.ndarray) -> pd.DataFrame:
    """Edges cut into pieces, shorter for short outlines."""
    length = np.hypot(*(end - start).T)
    outline = np.bincount(plan, weights=length)[plan] if len(plan) else length
    number = np.maximum(1, np.ceil(length / np.maximum(_PIECE, outline / _PIECES))).astype(int)
    edge = np.repeat(np.arange(len(start)), number)
    place = np.arange(len(edge)) - np.repeat(np.cumsum(number) - number, number)
    step = (end - start)[edge] / number[edge, None]
    first = start[edge] + step * place[:, None]
    ends = np.hstack([first, first + step, first + step / 2])
    pieces = pd.DataFrame(ends, columns=["x0", "y0", "x1", "y1", "x", "y"])
    return pieces.assign(plan=plan[edge], length=(length / number)[edge])


def _near(points: np.ndarray, parcels: np.ndarray, tolerance: float) -> np.ndarray:
    """Whether each point lies within the tolerance of the border of any parcel."""
    tree = shapely.STRtree(shapely.points(points))
    found = np.zeros(len(points), dtype=bool)
    found[tree.query(shapely.boundary(parcels), predicate="dwithin", distance=tolerance)[1]] = True
    return found
