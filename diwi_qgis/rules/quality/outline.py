"""How much of the outlines of plans lies off the borders of parcels, for whole registers at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import shapely

from diwi_qgis.rules.coverage import grid_keys

#: A piece of outline to be measured is at least this long (m), and an outline is cut into about this many at most.
_PIECE, _PIECES = 1.0, 100


@dataclass(frozen=True)
class Outline:
    """`covered`: per plan, whether there are parcels at all. `pieces`: what lies off the borders.

    Columns of `pieces`: `plan` (position), `x0 y0 x1 y1` (ends), `x y` (middle), `length` (m).
    """

    covered: np.ndarray
    pieces: pd.DataFrame


def off_linework(plans: np.ndarray, parcels: np.ndarray, tolerance: float) -> Outline:
    """The pieces of outline whose middle lies farther than `tolerance` (m) from every parcel border.

    Edges that are exactly edges of a parcel, as plans made from parcels have them, need no measuring: they are looked up.
    """
    tree = shapely.STRtree(parcels)
    plan, parcel = tree.query(plans)
    covered = np.zeros(len(plans), dtype=bool)
    covered[plan] = True
    edges = _edges(plans)
    near = np.unique(parcel)
    shared = np.isin(_edge_keys(edges), _edge_keys(_edges(parcels[near])))
    pieces = _cut(edges[~shared & covered[edges["plan"]]])
    on_border = _near(shapely.points(pieces[["x", "y"]].to_numpy()), tree, parcels, tolerance)
    return Outline(covered, pieces[~on_border].reset_index(drop=True))


def _edges(areas: np.ndarray) -> pd.DataFrame:
    parts, owner = shapely.get_parts(areas, return_index=True)
    rings, part = shapely.get_rings(parts, return_index=True)
    points, ring = shapely.get_coordinates(rings, return_index=True)
    same = ring[1:] == ring[:-1]
    ends = np.hstack([points[:-1][same], points[1:][same]])
    frame = pd.DataFrame(ends, columns=["x0", "y0", "x1", "y1"])
    frame["plan"] = owner[part[ring[1:][same]]]
    return frame


def _edge_keys(edges: pd.DataFrame) -> np.ndarray:
    """One number per edge, the same in both directions."""
    start, end = (_point_keys(edges[[f"x{side}", f"y{side}"]].to_numpy()) for side in (0, 1))
    return np.minimum(start, end) * np.uint64(0x9E3779B97F4A7C15) ^ np.maximum(start, end)


def _point_keys(points: np.ndarray) -> np.ndarray:
    x, y = grid_keys(points).astype(np.uint64).T
    return (x << np.uint64(30)) | y  # millimetres of RD need 29 and 30 bits


def _cut(edges: pd.DataFrame) -> pd.DataFrame:
    """Edges cut into pieces, shorter for short outlines."""
    start, end = edges[["x0", "y0"]].to_numpy(), edges[["x1", "y1"]].to_numpy()
    length = np.hypot(*(end - start).T)
    outline = pd.Series(length).groupby(edges["plan"].to_numpy()).transform("sum").to_numpy()
    number = np.maximum(1, np.ceil(length / np.maximum(_PIECE, outline / _PIECES))).astype(int)
    edge = np.repeat(np.arange(len(edges)), number)
    place = np.arange(len(edge)) - np.repeat(np.cumsum(number) - number, number)
    step = (end - start)[edge] / number[edge, None]
    first = start[edge] + step * place[:, None]
    ends = np.hstack([first, first + step, first + step / 2])
    pieces = pd.DataFrame(ends, columns=["x0", "y0", "x1", "y1", "x", "y"])
    return pieces.assign(plan=edges["plan"].to_numpy()[edge], length=(length / number)[edge])


def _near(points: Any, tree: shapely.STRtree, parcels: np.ndarray, tolerance: float) -> np.ndarray:
    """Whether each point lies within the tolerance of the border of any parcel."""
    point, parcel = tree.query(shapely.buffer(points, tolerance, quad_segs=1))
    used, place = np.unique(parcel, return_inverse=True)
    borders = shapely.boundary(parcels[used])
    shapely.prepare(borders)
    near = shapely.dwithin(borders[place], points[point], tolerance)
    found = np.zeros(len(points), dtype=bool)
    found[point[near]] = True
    return found
