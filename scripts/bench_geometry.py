"""Bench of the geometry: overlap of plans, and parcels under plans, against what people would use instead.

Every engine runs in a process of its own. `ours` is `diwi_qgis.rules.overlap`; `bulk shapely` is one query of a tree and
one call of `shapely.intersection` for all pairs; `native:…` are QGIS' own algorithms, from file to memory layer.
"""

from __future__ import annotations

import time
from pathlib import Path

import bench_data
from bench import Case, Measured

PARCELS = 200_000
MIN_AREA = 1.0


def cases(folder: Path, quick: bool) -> list[Case]:
    """All rows, in the order of the table."""
    size, ground = (1_000, 20_000) if quick else (10_000, PARCELS)
    found = []
    for shapes in (False, True):
        kind = "shapes" if shapes else "squares"
        data = bench_data.make(folder, size, ground, shapes)
        overlap = f"plan-plan overlap, {size:,} {kind}"
        under = f"plans on parcels, {size:,} {kind} x {ground:,}"
        found += [
            Case(overlap, engine, __name__, function, (str(data),), reference)
            for engine, function, reference in (
                ("native:intersection", "native_overlap", False),
                ("native:joinattributesbylocation", "native_join", False),
                ("bulk shapely", "bulk_overlap", True),
                ("ours", "our_overlap", False),
            )
        ]
        found += [
            Case(under, engine, __name__, function, (str(data),), reference)
            for engine, function, reference in (
                ("native:intersection", "native_shares", False),
                ("bulk shapely", "bulk_shares", True),
                ("ours", "our_shares", False),
            )
        ]
    for count in (1_000,) if quick else (1_000, 10_000, 50_000):
        data = bench_data.make(folder, count, 4 * count)  # the same density at every size
        found.append(
            Case("growth: plan-plan overlap", f"ours, {count:,}", __name__, "our_overlap", (str(data),), count == 1_000)
        )
        found.append(
            Case(
                "growth: plans on parcels",
                f"ours, {count:,} x {4 * count:,}",
                __name__,
                "our_shares",
                (str(data),),
                count == 1_000,
            )
        )
    return found


def our_overlap(path: str) -> Measured:
    """Plan-plan overlap by this project."""
    from diwi_qgis.rules.overlap import pairs_within

    plans = bench_data.read(Path(path), "plan")
    start = time.perf_counter()
    return Measured(len(pairs_within(plans, MIN_AREA)), time.perf_counter() - start)


def bulk_overlap(path: str) -> Measured:
    """Plan-plan overlap by bare bulk shapely."""
    import shapely

    plans = bench_data.read(Path(path), "plan")
    start = time.perf_counter()
    a, b = shapely.STRtree(plans).query(plans, predicate="intersects")
    once = a < b
    area = shapely.area(shapely.intersection(plans[a[once]], plans[b[once]]))
    return Measured(int((area > MIN_AREA).sum()), time.perf_counter() - start)


def our_shares(path: str) -> Measured:
    """Parcels under plans by this project."""
    from diwi_qgis.rules.overlap import intersect_shares

    plans, parcels = (bench_data.read(Path(path), layer) for layer in ("plan", "perceel"))
    start = time.perf_counter()
    return Measured(len(intersect_shares(plans, parcels, MIN_AREA)), time.perf_counter() - start)


def bulk_shares(path: str) -> Measured:
    """Parcels under plans by bare bulk shapely."""
    import shapely

    plans, parcels = (bench_data.read(Path(path), layer) for layer in ("plan", "perceel"))
    start = time.perf_counter()
    plan, parcel = shapely.STRtree(parcels).query(plans, predicate="intersects")
    area = shapely.area(shapely.intersection(plans[plan], parcels[parcel]))
    return Measured(int((area > MIN_AREA).sum()), time.perf_counter() - start)


def native_overlap(path: str) -> Measured:
    """Plan-plan overlap by `native:intersection`."""

    def found(output, plans):
        return sum(f["nummer"] < f["b_nummer"] and f.geometry().area() > MIN_AREA for f in output.getFeatures())

    return _native("native:intersection", path, "plan", {"OVERLAY_FIELDS_PREFIX": "b_"}, "OVERLAY", found)


def native_join(path: str) -> Measured:
    """Plan-plan overlap, without areas, by `native:joinattributesbylocation`: rows of pairs that touch, both ways."""
    more = {"PREDICATE": [0], "METHOD": 0, "PREFIX": "b_"}
    return _native(
        "native:joinattributesbylocation", path, "plan", more, "JOIN", lambda output, plans: output.featureCount()
    )


def native_shares(path: str) -> Measured:
    """Parcels under plans by `native:intersection`."""

    def found(output, plans):
        return sum(f.geometry().area() > MIN_AREA for f in output.getFeatures())

    return _native("native:intersection", path, "perceel", {}, "OVERLAY", found)


def _native(algorithm, path, other, more, second, found):
    import bench

    with bench.qgis() as processing:
        from qgis.core import QgsVectorLayer

        plans, others = (QgsVectorLayer(f"{path}|layername={name}", name, "ogr") for name in ("plan", other))
        start = time.perf_counter()
        output = processing.run(algorithm, {"INPUT": plans, second: others, "OUTPUT": "memory:", **more})["OUTPUT"]
        seconds = time.perf_counter() - start
        result = Measured(found(output, plans), seconds)
        del plans, others, output
    return result
