"""Whole towns of plans drawn at five levels of sloppiness: exact in nearly all, and never an overlap or a crack.

Bounds lie a little under what was measured with seeds 7, 8 and 9; `scripts/bench_snap.py` prints the whole table.
"""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from snap_world import drawn, fabric, make_world, real_parcels, score

from diwi_qgis.rules.coverage import exact_overlap, is_valid_coverage
from diwi_qgis.rules.snapping import SnapOptions, snap_plans

#: Plans found again exactly, at least, on the made-up fabric.
BOUNDS = {"A": 0.95, "B": 0.92, "C": 0.80, "D": 0.65, "E": 0.40}

#: Plans that come out otherwise without anything being asked about them, at most. Drawings differ a little by version of
#: GEOS; where they are very rough a mistake can look certain.
UNASKED = {"A": 0, "B": 0, "C": 0, "D": 0.02, "E": 0.03}


@pytest.fixture(scope="module")
def town():
    return make_world(fabric(), 100, seed=7)


def proved(snapped):
    """Nothing overlaps, and the plans with what they leave of the parcels fit together exactly and lose nothing."""
    areas = [area for area in snapped.plans["geom"] if area is not None]
    assert exact_overlap(areas) == 0
    assert is_valid_coverage([*areas, *snapped.rest])
    assert shapely.is_valid(areas).all()
    parts = shapely.area(snapped.uses["geom"].to_numpy())
    assert np.allclose(np.bincount(snapped.uses["plan"], parts, len(snapped.plans)), snapped.plans["area_after"])


@pytest.mark.parametrize("level", "ABCDE")
def test_exact_and_never_overlapping(town, level):
    snapped = snap_plans(drawn(town, level, seed=7), town.parcels)
    proved(snapped)
    result = score(town, snapped)
    assert result.exact.mean() >= BOUNDS[level]
    assert (~result.exact & ~result.asked).mean() <= UNASKED[level]


@pytest.mark.parametrize("options", [SnapOptions(cuts=False), SnapOptions(shifts=False), SnapOptions(tolerance=1.5)])
def test_never_overlapping_whatever_is_chosen(town, options):
    proved(snap_plans(drawn(town, "E", seed=8), town.parcels, options=options))


def test_the_same_again(town):
    contours = drawn(town, "D", seed=9)
    first, second = (snap_plans(contours, town.parcels) for _ in range(2))
    assert shapely.to_wkb(first.plans["geom"]).tolist() == shapely.to_wkb(second.plans["geom"]).tolist()
    assert first.doubts["reason"].tolist() == second.doubts["reason"].tolist()


def test_exact_areas_stay_as_they_are(town):
    snapped = snap_plans(town.areas, town.parcels)
    assert score(town, snapped).exact.mean() >= 0.99
    assert snapped.plans["moved_area"].sum() < 0.002 * snapped.plans["area_before"].sum()


def test_plans_that_take_no_part_are_never_overlapped(town):
    contours = drawn(town, "C", seed=7)
    mine, others = contours[::2], contours[1::2]
    placed = [area for area in snap_plans(others, town.parcels).plans["geom"] if area is not None]
    snapped = snap_plans(mine, town.parcels, obstacles=placed)
    areas = [area for area in snapped.plans["geom"] if area is not None]
    assert exact_overlap(areas + placed) == 0
    assert is_valid_coverage(areas + placed)


@pytest.mark.slow
@pytest.mark.parametrize("level", "BD")
def test_on_the_parcels_of_doesburg(cases, level):
    parcels = real_parcels(cases)
    world = make_world(parcels, 400, seed=7)
    snapped = snap_plans(drawn(world, level, seed=7), parcels)
    proved(snapped)
    assert score(world, snapped).exact.mean() >= {"B": 0.98, "D": 0.80}[level]
