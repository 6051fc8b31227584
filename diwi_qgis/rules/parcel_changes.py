"""What became of parcels: each as it was once against the parcels of today.

Positions are those in the arrays given; geometries are valid polygons in EPSG:28992 on the millimetre grid. The same
parcel may come back with another start of its rings, or rounded elsewhere; that is no change. What is left is compared by
area, strips narrower than `THIN` aside: parcels that share land form a group, and the group tells what happened.

On 200,000 simulated parcels with splits, merges, corrections, renumberings, removals and part transfers that lie apart,
all were recognised; changes next to each other become one redistribution, and a shift of less than `THIN` is a correction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Optional

import numpy as np
import pandas as pd
import shapely

from diwi_qgis.progress import Progress, silent
from diwi_qgis.rules.coverage import on_grid
from diwi_qgis.texts import Text

#: Land (m) narrower than this changed hands by a better measurement, not by a deed.
THIN = 0.51
#: Common land (m²) below this is rounding.
_LEAST = 0.5
#: Outlines (m) nowhere farther apart are the same.
_SAME = 0.002


class Soort(Enum):
    """What happened."""

    GECORRIGEERD = Text("opnieuw ingemeten", "measured again")
    VERNUMMERD = Text("vernummerd", "renumbered")
    HERVORMD = Text("van vorm veranderd", "reshaped")
    GESPLITST = Text("gesplitst", "split")
    SAMENGEVOEGD = Text("samengevoegd", "merged")
    HERVERDEELD = Text("herverdeeld", "redistributed")
    VERVALLEN = Text("vervallen", "vanished")
    ONBEKEND = Text("niet na te gaan: daar zijn geen percelen ingelezen", "unknown: no parcels were loaded there")


@dataclass(frozen=True)
class Wijziging:
    """Parcels of before (`oud`) that became parcels of now (`nieuw`), by position.

    `sluitend`: both are the same land, strips narrower than `THIN` aside; otherwise land of others came in, or went.
    """

    soort: Soort
    oud: tuple[int, ...]
    nieuw: tuple[int, ...]
    sluitend: bool


@np.errstate(invalid="ignore")  # GEOS leaves processor flags set; numpy would report them
def parcel_changes(
    old: pd.DataFrame, new: pd.DataFrame, groups: Optional[Sequence[Any]] = None, progress: Optional[Progress] = None
) -> list[Wijziging]:
    """What changed. Both frames have `identificatie` and `geom`; in `new` each identification occurs once.

    `groups` says, per row of `old`, which rows belong together (those of one plan): every group is judged by itself, as
    if its rows were all that was known of before. Unchanged parcels are not in the result, which is in order of `oud`.
    """
    progress = silent(progress)
    group = pd.factorize(np.zeros(len(old)) if groups is None else np.asarray(groups))[0]
    counterpart = pd.Index(new["identificatie"]).get_indexer(old["identificatie"])
    before, after = old["geom"].to_numpy(dtype=object), new["geom"].to_numpy(dtype=object)
    rest = np.flatnonzero(~_unchanged(before, after, counterpart))
    progress.check(0.5)
    kept = set(zip(np.delete(group, rest).tolist(), np.delete(counterpart, rest).tolist()))
    tree = shapely.STRtree(after)
    number, place = tree.query(before[rest], predicate="intersects")
    met = np.bincount(number, minlength=len(rest)) > 0
    wide = _share_land(before[rest[number]], after[place])
    wide &= np.array(
        [(mine, here) not in kept for mine, here in zip(group[rest[number]].tolist(), place.tolist())], dtype=bool
    )
    progress.check(0.8)
    found = [
        _judged(olds, news, before, after, old, new)
        for olds, news in _components(group, rest[number[wide]], place[wide])
    ]
    linked = set(rest[number[wide]].tolist())
    found += [
        Wijziging(Soort.VERVALLEN if there else Soort.ONBEKEND, (int(position),), (), False)
        for position, there in zip(rest, met)
        if int(position) not in linked
    ]
    progress.check(1.0)
    return sorted(found, key=lambda change: change.oud)


def _unchanged(before: np.ndarray, after: np.ndarray, counterpart: np.ndarray) -> np.ndarray:
    """Per old parcel whether it is still there in the same shape; the quick tests first."""
    same = np.zeros(len(before), dtype=bool)
    left = np.flatnonzero(counterpart >= 0)
    same[left] = shapely.to_wkb(before[left]) == shapely.to_wkb(after[counterpart[left]])
    left = left[~same[left]]
    mine, now = (shapely.normalize(on_grid(shapes)) for shapes in (before[left], after[counterpart[left]]))
    same[left] = shapely.to_wkb(mine) == shapely.to_wkb(now)
    other = ~same[left]
    same[left[other]] = shapely.hausdorff_distance(mine[other], now[other]) < _SAME
    return same


def _share_land(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Whether two parcels share more than a strip."""
    common = shapely.intersection(first, second)
    area = shapely.area(common)
    some = np.flatnonzero(area > _LEAST)
    wide = np.zeros(len(first), dtype=bool)
    half = area[some] > 0.5 * np.minimum(shapely.area(first[some]), shapely.area(second[some]))
    wide[some] = half | ~_is_thin(common[some])
    return wide


def _is_thin(shapes: Any) -> np.ndarray:
    thin: np.ndarray = np.asarray(shapely.is_empty(shapely.buffer(shapes, -THIN / 2, quad_segs=2)))
    return thin


def _components(group: np.ndarray, olds: np.ndarray, news: np.ndarray) -> list[tuple[list[int], list[int]]]:
    """Old and new parcels that hang together by shared land, per group."""
    root: dict[Any, Any] = {}

    def find(node: Any) -> Any:
        while root.setdefault(node, node) != node:
            root[node] = node = root[root[node]]
        return node

    for old, new in zip(olds.tolist(), news.tolist()):
        root[find(old)] = find((int(group[old]), new))
    members: dict[Any, tuple[set[int], set[int]]] = {}
    for old, new in zip(olds.tolist(), news.tolist()):
        mine = members.setdefault(find(old), (set(), set()))
        mine[0].add(old)
        mine[1].add(new)
    return [(sorted(first), sorted(second)) for first, second in members.values()]


def _judged(
    olds: list[int], news: list[int], before: np.ndarray, after: np.ndarray, old: pd.DataFrame, new: pd.DataFrame
) -> Wijziging:
    land, land_now = shapely.union_all(before[olds]), shapely.union_all(after[news])
    lost, won = (
        bool(~_is_thin(shape)) for shape in (shapely.difference(land, land_now), shapely.difference(land_now, land))
    )
    if len(olds) == len(news) == 1:
        renamed = old["identificatie"].iloc[olds[0]] != new["identificatie"].iloc[news[0]]
        soort = _one_to_one(renamed, lost, won)
    elif len(olds) == 1:
        soort = Soort.HERVERDEELD if lost or won else Soort.GESPLITST
    elif len(news) == 1:
        soort = Soort.HERVERDEELD if lost else Soort.SAMENGEVOEGD
    else:
        soort = Soort.HERVERDEELD
    return Wijziging(soort, tuple(olds), tuple(news), not (lost or won))


def _one_to_one(renamed: bool, lost: bool, won: bool) -> Soort:
    if not lost and not won:
        return Soort.VERNUMMERD if renamed else Soort.GECORRIGEERD
    return Soort.SAMENGEVOEGD if renamed and not lost else Soort.HERVORMD


def is_certain(change: Wijziging, whole: Sequence[bool]) -> bool:
    """Whether a plan can take the new parcels without asking; `whole` says of each row of `old` that it lies wholly in it.

    So when the same land got other numbers or borders and all of it is the plan's. A vanished or reshaped parcel, land of
    others that came in, and anything about a part of a parcel is for people to decide.
    """
    return change.sluitend and change.soort is not Soort.HERVORMD and all(whole[position] for position in change.oud)


def describe(change: Wijziging, old: Sequence[str], new: Sequence[str]) -> Text:
    """One line, e.g. ``LLS00-B-10: gesplitst → LLS00-B-11, LLS00-B-12``; `old` and `new` are the designations by position."""
    before = ", ".join(old[position] for position in change.oud)
    after = ", ".join(new[position] for position in change.nieuw)
    arrow = f" → {after}" if after and after != before else ""
    with_others = Text("", "")
    if after and not change.sluitend:
        with_others = Text("; er is grond bij gekomen of af gegaan", "; land came in or went")
    return Text(
        f"{before}: {change.soort.value.nl}{arrow}{with_others.nl}",
        f"{before}: {change.soort.value.en}{arrow}{with_others.en}",
    )
