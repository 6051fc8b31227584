"""The pieces that plans are made of, the plans made of them, and the proof that everything fits."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from diwi_qgis.rules.coverage import coverage_union, exact_overlap, is_valid_coverage, misfits
from diwi_qgis.rules.overlap import intersect_shares
from diwi_qgis.rules.snapping.cutting import Lines, fasten_all
from diwi_qgis.rules.snapping.decide import CRUMB, Decision, decide
from diwi_qgis.rules.snapping.faces import divide
from diwi_qgis.rules.snapping.ground import Ground

_Faces = dict[int, tuple[np.ndarray, np.ndarray]]


@dataclass(frozen=True)
class Pieces:
    """What can be given to plans: `parcel` is the position in the ground, `whole` tells parcels from faces of them,
    `free` what no obstacle has."""

    areas: np.ndarray
    parcel: np.ndarray
    whole: np.ndarray
    free: np.ndarray

    def decide(self, plans: np.ndarray, shares: pd.DataFrame, min_share: float) -> Decision:
        """Who gets which piece. The `shares` of whole parcels are known; those of faces are measured."""
        number = np.full(int(self.parcel.max(initial=-1)) + 1, -1)
        number[self.parcel[self.whole]] = np.flatnonzero(self.whole)
        known = shares.assign(parcel=number[shares["parcel"]])
        faces = np.flatnonzero(~self.whole)
        measured = intersect_shares(plans, self.areas[faces], CRUMB)
        measured = measured.assign(parcel=faces[measured["parcel"]])
        decision = decide(pd.concat([known[known["parcel"] >= 0], measured]), len(self.areas), min_share)
        decision.owner[~self.free] = -1
        return decision

    def unions(self, owner: np.ndarray, count: int) -> np.ndarray:
        """Per plan (of `count`) the union of its pieces, made of their vertices only; None without pieces."""
        areas = np.full(count, None, dtype=object)
        order = np.argsort(owner, kind="stable")
        starts = np.searchsorted(owner[order], np.arange(count + 1))
        for plan in range(count):
            own = order[starts[plan] : starts[plan + 1]]
            if len(own):
                areas[plan] = coverage_union(self.areas[own])
        return areas


@dataclass(frozen=True)
class Settled:
    """Pieces, who gets them, and the area of every plan (None: nothing left)."""

    pieces: Pieces
    decision: Decision
    areas: np.ndarray


def settle(ground: Ground, plans: np.ndarray, shares: pd.DataFrame, lines: Lines, min_share: float) -> Settled:
    """Divide the parcels, give every piece to a plan, and prove that plans and the rest form a coverage.

    A cut that spoils it is dropped: its parcel is then given whole. Raises ValueError when there is nothing to drop.
    """
    while True:
        pieces = make_pieces(ground, lines)
        decision = pieces.decide(plans, shares, min_share)
        areas = pieces.unions(decision.owner, len(plans))
        everything = np.concatenate([areas, pieces.areas[decision.owner < 0]])
        if _fits(areas, everything):
            return Settled(pieces, decision, areas)
        wrong = everything[misfits(everything)]
        spoilt = {parcel for parcel in lines if shapely.intersects(ground.parcels[parcel], wrong).any()} or set(lines)
        if not spoilt:
            raise ValueError("plans and parcels do not form a coverage")
        lines = {parcel: found for parcel, found in lines.items() if parcel not in spoilt}


def _fits(areas: np.ndarray, everything: np.ndarray) -> bool:
    present = areas[~shapely.is_missing(areas)]
    return bool(is_valid_coverage(everything) and shapely.is_valid(present).all() and exact_overlap(present) == 0)


def make_pieces(ground: Ground, lines: Lines) -> Pieces:
    """The parcels, divided where there are lines or obstacles, with every vertex on both sides of a border.

    First all ends of lines are recorded, then they are inserted everywhere, then faces are formed: a face that is formed
    earlier would miss the end of a line in the parcel next to it.
    """
    records = ground.records()
    fastened = {parcel: fasten_all(found, parcel, ground, records) for parcel, found in lines.items()}
    parcels, faces = ground.parcels.copy(), dict(ground.faces)
    for parcel in records.parcels():
        parcels[parcel] = records.insert(parcels[parcel])
        if parcel in faces:
            beside, free = faces[parcel]
            faces[parcel] = (np.array([records.insert(face) for face in beside], dtype=object), free)
    for parcel, found in fastened.items():
        divided = divide(parcels[parcel], found)
        if divided is not None:
            faces[parcel] = (divided, np.ones(len(divided), dtype=bool))
    return _together(ground, parcels, faces)


def _together(ground: Ground, parcels: np.ndarray, faces: _Faces) -> Pieces:
    """Undivided parcels first, then all faces."""
    cut = sorted(faces)
    uncut = np.setdiff1d(np.arange(len(parcels)), cut)
    counts = [len(faces[parcel][0]) for parcel in cut]
    return Pieces(
        np.concatenate([parcels[uncut], *(faces[parcel][0] for parcel in cut)]),
        np.concatenate([uncut, np.repeat(np.array(cut, dtype=int), counts)]),
        np.arange(len(uncut) + sum(counts)) < len(uncut),
        np.concatenate([~np.isin(uncut, list(ground.blocked)), *(faces[parcel][1] for parcel in cut)]),
    )
