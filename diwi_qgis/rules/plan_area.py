"""Plan areas made of whole parcels: which parcels, their union, and the proof that plans fit together exactly.

Everything works on positions in arrays of geometries (EPSG:28992, m²). Parts of parcels: `rules.snapping`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
import pandas as pd
import shapely

from diwi_qgis.progress import Progress
from diwi_qgis.rules.coverage import is_valid_coverage, misfits
from diwi_qgis.rules.designation import Aanduiding
from diwi_qgis.rules.overlap import MIN_AREA, intersect_shares, is_thin, pairs_within
from diwi_qgis.rules.snapping.decide import SECOND, decide

#: Below this area (m²) a common area with a plan that was drawn by hand is the rounding of a shared border.
TOUCH = 1e-6

#: A building counts as part of a plan from this share: outlines of the BAG and borders of the Kadaster differ by some
#: 0.2 m, which on a terraced house of 5 m wide is 4 %.
BUILDING_SHARE = 0.05

#: A parcel of which a plan has a strip nowhere as wide as this (m) is not part of the plan: drawn along its border.
GRAZE = 0.1
_WHOLE = 1e-6

#: An area that differs less than this (m²) from that of its parcels is theirs.
EXACT = 0.01

#: `parcels_at` gives these instead of a position.
NO_PARCEL, ON_BORDER = -1, -2


def find_parcels(designation: Aanduiding, index: dict[tuple[str, str, int], list[int]]) -> list[int]:
    """Positions of the parcels with this designation: none when unknown, more than one when ambiguous."""
    return index.get((designation.gemeente.casefold(), designation.sectie, designation.nummer), [])


def designation_index(parcels: pd.DataFrame) -> dict[tuple[str, str, int], list[int]]:
    """Positions of parcels by (AKR code or name of the cadastral municipality in lower case, section, number)."""
    index: dict[tuple[str, str, int], list[int]] = {}
    columns = (
        parcels[name].tolist() for name in ("akr_gemeentecode", "kadastrale_gemeente", "sectie", "perceelnummer")
    )
    for position, (akr, naam, sectie, nummer) in enumerate(zip(*columns)):
        for gemeente in {text.casefold() for text in (akr, naam) if text}:
            index.setdefault((gemeente, sectie, int(nummer)), []).append(position)
    return index


def parcels_at(points: Any, parcels: Any) -> np.ndarray:
    """Per point the position of the parcel around it; `NO_PARCEL` outside all, `ON_BORDER` where two or more touch it."""
    points = np.asarray(points, dtype=object)
    number, parcel = shapely.STRtree(parcels).query(points, predicate="intersects")
    hits = np.bincount(number, minlength=len(points))
    found = np.full(len(points), NO_PARCEL)
    found[number] = parcel
    found[hits > 1] = ON_BORDER
    return found


@dataclass(frozen=True)
class Taken:
    """What rough contours take: frames of positions `contour`, `parcel` and the `share` of the parcel under the contour.

    `doubts` are parcels to look at: the total of the shares is about a half, a second contour has a good part too, or a
    plan that stays has the larger part.
    """

    claims: pd.DataFrame
    doubts: pd.DataFrame


def parcels_under(
    contours: Any, parcels: Any, others: Any = (), min_share: float = 0.5, progress: Optional[Progress] = None
) -> Taken:
    """The whole parcels that rough contours stand for, each given to one contour at most.

    A parcel is taken when the shares of all contours *together* reach `min_share`; it goes to the largest (tried on
    simulated contours with 2 m noise: 93 % of plans exact, where each contour by itself gives 90 % and overlaps).
    `others` are areas of plans that stay as they are and compete too: what mostly belongs to them is not given away, and
    with equal shares they keep it.
    """
    # the plans that stay come first: decide() gives a tie to the first
    areas = np.array([*others, *contours], dtype=object)
    shares = intersect_shares(areas, parcels, 0.01, progress)
    decision = decide(shares, len(parcels), min_share)
    offset = len(others)
    won = np.flatnonzero(decision.owner >= offset)
    look = np.flatnonzero((decision.first >= offset) & decision.doubtful)
    lost = np.flatnonzero((decision.first < offset) & (decision.runner_up >= offset) & (decision.second > SECOND))
    return Taken(
        _frame(decision.owner[won] - offset, won, decision.largest[won]),
        pd.concat(
            [
                _frame(decision.first[look] - offset, look, decision.largest[look]),
                _frame(decision.runner_up[lost] - offset, lost, decision.second[lost]),
            ],
            ignore_index=True,
        ),
    )


def union(parcels: Any) -> Any:
    """The parcels as one MultiPolygon that has only vertices of the parcels, also where they enclose others (holes)."""
    parts = shapely.get_parts(shapely.union_all(np.asarray(parcels, dtype=object)))
    return shapely.normalize(shapely.MultiPolygon(list(parts)))


def overlaps(geometries: Any, changed: Any, kin: Any, progress: Optional[Progress] = None) -> pd.DataFrame:
    """Plans that overlap and must not: `a`, `b` (positions), `area` (m²), for pairs of which one at least is `changed`.

    `kin(a, b)` tells whether plans are mother and daughter, which may overlap. Between two changed plans any common area
    counts; against a plan that stays, what is more than `TOUCH`.
    """
    changed = np.asarray(changed, dtype=bool)
    pairs = pairs_within(geometries, 0.0, progress=progress)
    a, b, area = (pairs[name].to_numpy() for name in ("a", "b", "area"))
    wrong = (changed[a] & changed[b]) | ((changed[a] | changed[b]) & (area > TOUCH))
    wrong &= ~np.array([kin(first, second) for first, second in zip(a, b)], dtype=bool)
    return pairs[wrong].drop(columns="thin").reset_index(drop=True)


def ill_fitting(geometries: Any, depth: Sequence[int]) -> list[int]:
    """Positions of areas that are no valid coverage with the others of the same depth (0: no mother plan)."""
    geometries, depths = np.asarray(geometries, dtype=object), np.asarray(depth)
    found: list[int] = []
    for level in np.unique(depths):
        here = np.flatnonzero(depths == level)
        if not is_valid_coverage(geometries[here]):
            found += here[misfits(geometries[here])].tolist()
    return sorted(found)


def buildings_in(plans: Any, buildings: Any, progress: Optional[Progress] = None) -> pd.DataFrame:
    """Which building is for which part in which plan: `plan`, `pand` (positions), `share` of the building, from 5 %."""
    shares = intersect_shares(plans, buildings, 0.01, progress)
    enough = shares["share"] >= BUILDING_SHARE
    return shares[enough].rename(columns={"parcel": "pand"}).drop(columns="area").reset_index(drop=True)


def parcels_in(plans: Any, parcels: Any, progress: Optional[Progress] = None) -> pd.DataFrame:
    """Which parcel is for which part in which plan area, however that was drawn: `plan`, `perceel` (positions), `share`.

    A parcel that an outline only grazes (less than 1 m², or a strip nowhere `GRAZE` wide) is not in it; one of which not
    even a square millimetre in a square metre is left out is in it as a whole (exactly 1.0).
    """
    plans, parcels = np.asarray(plans, dtype=object), np.asarray(parcels, dtype=object)
    shares = intersect_shares(plans, parcels, MIN_AREA, progress)
    part = shares["share"].to_numpy(copy=True)
    part[part > 1 - _WHOLE] = 1.0
    cut = np.flatnonzero(part < 1.0)
    plan, parcel = shares["plan"].to_numpy()[cut], shares["parcel"].to_numpy()[cut]
    grazed = cut[is_thin(shapely.intersection(plans[plan], parcels[parcel]), GRAZE)]
    return shares.assign(share=part).drop(index=grazed).rename(columns={"parcel": "perceel"}).drop(columns="area")


def origin(area: Any, parcels: Any, shares: Sequence[float], before: Optional[str]) -> str:
    """Code of `contour_herkomst` of an area that somebody drew or changed, from what it is and how it was made `before`.

    An area that is exactly its parcels is made of parcels, whatever the tool.
    """
    whole = all(share == 1.0 for share in shares)
    if len(parcels) and whole and abs(area.area - float(shapely.area(parcels).sum())) < EXACT:
        return "percelen"
    return "aangepast" if before in ("percelen", "aangepast", "aangesloten") else "getekend"


def parcel_links(project_uuid: str, parcels: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows of `perceel_koppeling` for a plan made of these whole parcels (rows of table `perceel`)."""
    return [
        {
            "project_uuid": project_uuid,
            "identificatie": parcel.identificatie,
            "aanduiding": parcel.aanduiding,
            "oppervlakte": float(parcel.geom.area),
            "aandeel": 1.0,
            "brondatum": parcel.brondatum,
            "geom": parcel.geom,
        }
        for parcel in parcels.itertuples(index=False)
    ]


def building_links(project_uuid: str, buildings: pd.DataFrame, shares: Sequence[float]) -> list[dict[str, Any]]:
    """Rows of `pand_koppeling` for a plan in which these buildings (rows of table `pand`) lie for these shares."""
    return [
        {
            "project_uuid": project_uuid,
            "identificatie": building.identificatie,
            "aandeel": min(1.0, float(share)),
            "brondatum": building.brondatum,
        }
        for building, share in zip(buildings.itertuples(index=False), shares)
    ]


def _frame(contour: np.ndarray, parcel: np.ndarray, share: np.ndarray) -> pd.DataFrame:
    return pd.DataFrame({"contour": contour, "parcel": parcel, "share": share})
