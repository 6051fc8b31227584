"""How many plans the snapping finds again exactly, per level of sloppiness: the table of docs/decisions/0008-snapping.md.

    python3 scripts/bench_snap.py PERCELEN.gpkg [--layer perceel] [--plans 400] [--seeds 7 8 9] [--variants "the method"]

Plans are made on those parcels and drawn as in `tests/rules/snap_world.py`; variants leave out a part of the method.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "rules"), str(ROOT / "scripts")]


def main() -> None:
    """Print a row per variant, level and seed."""
    import shapely
    from snap_world import LEVELS, drawn, make_world, score

    from bench_data import read
    from diwi_qgis.rules.coverage import exact_overlap, is_valid_coverage
    from diwi_qgis.rules.snapping import SnapOptions, snap_plans

    variants = {
        "the method": SnapOptions(),
        "d = 2.0": SnapOptions(tolerance=2.0),
        "no moves": SnapOptions(shifts=False),
        "whole only": SnapOptions(cuts=False),
    }
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("parcels", type=Path)
    options.add_argument("--layer", default="perceel")
    options.add_argument("--plans", type=int, default=400)
    options.add_argument("--seeds", type=int, nargs="+", default=[7, 8, 9])
    options.add_argument("--levels", default="ABCDE")
    options.add_argument("--variants", nargs="+", choices=list(variants), default=list(variants))
    asked = options.parse_args()
    parcels = read(asked.parcels, asked.layer)
    print(f"GEOS {shapely.geos_version_string}, shapely {shapely.__version__}")
    print(f"{'variant':12}level seed  exact  whole    cut  wrong   asked  unasked exact  proved  seconds")
    for seed in asked.seeds:
        world = make_world(parcels, asked.plans, seed)
        divided = np.array([bool(part) for part in world.part])
        for name in asked.variants:
            for level in (level for level in LEVELS if level in asked.levels):
                contours = drawn(world, level, seed)
                start = time.perf_counter()
                snapped = snap_plans(contours, parcels, variants[name])
                seconds = time.perf_counter() - start
                areas = [area for area in snapped.plans["geom"] if area is not None]
                proved = exact_overlap(areas) == 0 and is_valid_coverage([*areas, *snapped.rest])
                found = score(world, snapped)
                unasked = found.exact[~found.asked]
                print(
                    f"{name:14}{level}{seed:7}{found.exact.mean():7.1%}{found.exact[~divided].mean():7.1%}"
                    f"{found.exact[divided].mean():7.1%}{found.wrong_area:7.2%}{found.asked.mean():8.0%}"
                    f"{unasked.mean() if len(unasked) else 1:15.1%}{'yes' if proved else 'NO':>8}{seconds:9.1f}",
                    flush=True,
                )


if __name__ == "__main__":
    main()
