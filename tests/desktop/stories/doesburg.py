"""Plans of Duinvoorde moved to the real parcels and buildings of Doesburg, so that a story is told on both grounds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Optional

import numpy as np
import shapely

#: The plans that stories are about, and how many parcels each takes; a plan lies beside the one before it.
PLANS = {
    "Havenmeester": 6,
    "Binnenduin": 4,
    "Helmduin": 5,
    "Kokkelstraat fase 2": 10,
    "Reddingsboot": 9,
    "Branding": 8,
    "Vloedstraat": 40,
}
#: What comes along with a plan.
PARTS = ("woningblok", "verdeling", "oplevering", "mijlpaal")
#: m²: what a parcel of a plan may measure; m: between two plans, and between two corners of a plan at least.
_SMALLEST, _LARGEST, _APART, _CORNERS = 100, 900, 30, 0.3


def build(ground: Path, path: Path, duinvoorde: Path) -> None:
    """Make the register of Doesburg with these plans, their programme and their links, and its QGIS project."""
    from demo_inside import Here

    here = Here()
    here.run("createregister", OUTPUT=path, MUNICIPALITY_CODE="0221", MUNICIPALITY="Doesburg", PROVINCE="Gelderland")
    for algorithm, table in (("loadparcels", "perceel"), ("loadbuildings", "pand")):
        here.run(algorithm, REGISTER=path, INPUT=f"{ground}|layername={table}", SOURCE_DATE="2026-03-01")
    move_in(path, duinvoorde)
    here.run("createworkspace", REGISTER=path)


def move_in(path: Path, duinvoorde: Path) -> None:
    """The plans with all that is part of them, on parcels that lie together near the middle of the town."""
    from diwi_qgis.exchange.rows import user_values
    from diwi_qgis.sources.drawn_links import Getekend, drawn_links
    from diwi_qgis.store import open_register

    with open_register(duinvoorde) as old, open_register(path, write=True) as register:
        uuids = old.read("project", ["uuid", "naam"], geometry=False).set_index("naam")["uuid"]
        areas = dict(zip(PLANS, places(register.read("perceel")["geom"].to_numpy())))
        with register.transaction("verhuizer") as write:
            for naam, area in areas.items():
                rows = old.plan_rows(uuids[naam])
                (plan,) = rows.pop("project")
                place = {"geom": area, "gemeentecode": "0221", "gemeente": "Doesburg", "hoofdplan_uuid": None}
                write.insert("project", [{**user_values("project", plan), **place}])
                for table in PARTS:
                    write.insert(table, [user_values(table, child) for child in rows[table]])
        stored = register.read("project", ["fid", "geom"])
        drawn = [Getekend(int(fid), area, "percelen") for fid, area in zip(stored["fid"], stored["geom"])]
        changes = drawn_links(register, drawn)
        with register.transaction("verhuizer") as write:
            changes.write(write)


def places(parcels: Any) -> Iterator[Any]:
    """An area for each of the plans: whole parcels, one part, no holes, no two corners that a mouse cannot tell apart."""
    from diwi_qgis.rules.plan_area import union

    tree, sizes = shapely.STRtree(parcels), shapely.area(parcels)
    fit = np.nonzero((sizes > _SMALLEST) & (sizes < _LARGEST))[0]
    around, taken = shapely.centroid(shapely.union_all(parcels).envelope), shapely.Polygon()
    for count in PLANS.values():
        for seed in fit[np.argsort(shapely.distance(shapely.centroid(parcels[fit]), around))].tolist():
            together = _together(tree, parcels, set(fit.tolist()), seed, count)
            area = union(parcels[together]) if together else None
            if area is not None and _plain(area) and (taken.is_empty or area.distance(taken) > _APART):
                yield area
                taken, around = taken.union(area), shapely.centroid(area)
                break
        else:
            raise AssertionError(f"no {count} parcels that lie together")


def _together(tree: Any, parcels: Any, fit: set[int], seed: int, count: int) -> Optional[Sequence[int]]:
    found = [seed]
    for one in found:
        for other in sorted(tree.query(parcels[one], "touches").tolist()):
            if other in fit and other not in found and parcels[other].intersection(parcels[one]).length > 3:
                found.append(other)
            if len(found) == count:
                return found
    return None


def _plain(area: Any) -> bool:
    return len(area.geoms) == 1 and not area.geoms[0].interiors and shapely.minimum_clearance(area) > _CORNERS
