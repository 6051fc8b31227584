"""Which parcels are cut, and along which lines: only where that leads to another decision on either side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Optional

import numpy as np
import pandas as pd
import shapely

from diwi_qgis.progress import Progress
from diwi_qgis.rules.overlap import intersect_shares
from diwi_qgis.rules.snapping.borders import Records
from diwi_qgis.rules.snapping.cuts import LEAST, MOST, cut_lines
from diwi_qgis.rules.snapping.decide import CRUMB, decide
from diwi_qgis.rules.snapping.faces import divide, fasten
from diwi_qgis.rules.snapping.ground import Ground

#: Cut lines per parcel (position in the ground).
Lines = dict[int, list[shapely.LineString]]


@dataclass(frozen=True)
class Cutting:
    """What is needed to cut: the plans where they belong, their shares of the parcels, the rules, the buildings."""

    ground: Ground
    plans: np.ndarray
    shares: pd.DataFrame
    min_share: float
    tolerance: float
    buildings: np.ndarray

    def find(self, progress: Progress) -> Lines:
        """Lines for every parcel that the plan with the largest share of it divides; obstacles' parcels stay as they are."""
        decision = decide(self.shares, len(self.ground.parcels), self.min_share)
        candidates = np.flatnonzero((decision.largest > LEAST) & (decision.largest < MOST))
        plans_on = self.shares.groupby("parcel").indices
        walls = Walls(self.buildings)
        lines = {}
        for parcel in progress.track(candidates.tolist(), len(candidates)):
            if parcel in self.ground.faces or parcel in self.ground.blocked:
                continue
            found = self._lines(parcel, self.plans[decision.first[parcel]], walls)
            if found and self._matters(parcel, found, self.shares["plan"].to_numpy()[plans_on[parcel]]):
                lines[parcel] = found
        return lines

    def _lines(self, parcel: int, plan: shapely.Geometry, walls: Walls) -> list[shapely.LineString]:
        area = self.ground.parcels[parcel]
        piece = shapely.intersection(plan, area)
        return cut_lines(area, piece, shapely.boundary(plan), self.tolerance, walls.near(area))

    def _matters(self, parcel: int, lines: Iterable[shapely.LineString], plans: np.ndarray) -> bool:
        """Whether the lines divide the parcel in faces that go to different plans."""
        records = self.ground.records()
        fastened = fasten_all(lines, parcel, self.ground, records)
        faces = divide(records.insert(self.ground.parcels[parcel]), fastened)
        if faces is None:
            return False
        shares = intersect_shares(self.plans[plans], faces, CRUMB)
        return len(set(decide(shares, len(faces), self.min_share).owner.tolist())) > 1


def fasten_all(
    lines: Iterable[shapely.LineString], parcel: int, ground: Ground, records: Records
) -> list[shapely.LineString]:
    """Those of the lines that could be fastened to the border of the parcel."""
    fastened: list[Optional[shapely.LineString]] = [fasten(line, parcel, ground.borders, records) for line in lines]
    return [line for line in fastened if line is not None]


class Walls:
    """Edges of buildings, found by place."""

    def __init__(self, buildings: np.ndarray) -> None:
        rings = shapely.get_rings(shapely.get_parts(buildings))
        points, ring = shapely.get_coordinates(rings, return_index=True)
        same = ring[1:] == ring[:-1]
        self._edges = np.stack([points[:-1][same], points[1:][same]], axis=1)
        self._tree = shapely.STRtree(shapely.linestrings(self._edges)) if len(self._edges) else None

    def near(self, area: shapely.Geometry) -> np.ndarray:
        """The walls (n, 2, 2) of which the bounding box meets that of the area."""
        return self._edges[self._tree.query(area)] if self._tree else self._edges
