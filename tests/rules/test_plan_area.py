"""Plan areas of whole parcels: union, points, contours, and the proofs."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from diwi_qgis.rules.coverage import exact_overlap, is_valid_coverage
from diwi_qgis.rules.designation import Aanduiding
from diwi_qgis.rules.plan_area import (
    NO_PARCEL,
    ON_BORDER,
    buildings_in,
    designation_index,
    find_parcels,
    ill_fitting,
    overlaps,
    parcels_at,
    parcels_under,
    union,
)

SIDE = 6


def grid():
    """36 squares of 10 m on the millimetre grid; number 7 has a hole that number 36 fills; 37 has two parts."""
    boxes = [
        shapely.box(1000.001 + 10 * c, 2000.002 + 10 * r, 1010.001 + 10 * c, 2010.002 + 10 * r)
        for r in range(SIDE)
        for c in range(SIDE)
    ]
    boxes = list(shapely.transform(np.array(boxes), lambda points: np.round(points, 3)))
    hole = shapely.box(1013.001, 2013.002, 1017.001, 2016.002)
    boxes[7] = shapely.difference(boxes[7], hole)
    far = shapely.MultiPolygon([shapely.box(2000, 2000, 2010, 2010), shapely.box(2020, 2000, 2030, 2010)])
    return np.array([*boxes, hole, far], dtype=object)


PARCELS = grid()
HOLED, POND, MULTI = 7, 36, 37


def points_of(geometry):
    return set(map(tuple, shapely.get_coordinates(geometry)))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(-1, 3), min_size=len(PARCELS), max_size=len(PARCELS)))
def test_any_division_of_parcels_gives_areas_that_fit_exactly(owner):
    plans = [union(PARCELS[[i for i, o in enumerate(owner) if o == plan]]) for plan in range(4) if plan in owner]
    for plan in plans:
        assert plan.geom_type == "MultiPolygon" and plan.is_valid
        assert points_of(plan) <= points_of(PARCELS)
    assert sum(plan.area for plan in plans) == pytest.approx(
        sum(PARCELS[i].area for i, o in enumerate(owner) if o >= 0), abs=1e-6
    )
    if plans:
        assert exact_overlap(plans) == 0.0
        assert is_valid_coverage(plans)


def test_an_enclosed_parcel_that_is_not_in_the_plan_stays_a_hole():
    assert len(union(PARCELS[[HOLED, 8]]).geoms[0].interiors) == 1
    assert len(union(PARCELS[[HOLED, POND, 8]]).geoms[0].interiors) == 0


def test_parcels_that_do_not_touch_give_a_plan_of_parts():
    assert len(union(PARCELS[[0, MULTI]]).geoms) == 3


def test_points_find_the_parcel_around_them():
    found = parcels_at(
        shapely.points([(1005, 2005), (1015, 2014), (1011.5, 2011.5), (1010.001, 2005), (0, 0), (2025, 2005)]), PARCELS
    )
    assert found.tolist() == [0, POND, HOLED, ON_BORDER, NO_PARCEL, MULTI]


def test_designations_by_code_and_by_name_of_the_municipality():
    parcels = pd.DataFrame(
        {
            "akr_gemeentecode": ["LLS00", "LLS00", "ISM02", "ISM02"],
            "kadastrale_gemeente": ["Lelystad", "Lelystad", None, None],
            "sectie": ["B", "B", "B", "B"],
            "perceelnummer": pd.array([10, 11, 10, 10], dtype="Int64"),
        }
    )
    index = designation_index(parcels)
    assert find_parcels(Aanduiding("LLS00", "B", 10), index) == [0]
    assert find_parcels(Aanduiding("lelystad", "B", 11, True), index) == [1]
    assert find_parcels(Aanduiding("LLS00", "B", 12), index) == []
    assert find_parcels(Aanduiding("ISM02", "B", 10), index) == [2, 3]


def with_noise(areas, noise, random):
    """The shells with every vertex moved, still closed."""
    shells = [np.array(part.exterior.coords)[:-1] for part in areas.geoms]
    return shapely.MultiPolygon([shapely.Polygon(shell + random.normal(0, noise, shell.shape)) for shell in shells])


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**31), st.floats(0.0, 2.0), st.floats(-1.0, 1.0))
def test_rough_contours_never_give_a_parcel_to_two_plans(seed, noise, buffer):
    """Two neighbours with noise and a gap or overlap between them; each parcel goes to one of them at most."""
    random = np.random.default_rng(seed)
    halves = [
        union(PARCELS[[r * SIDE + c for r in range(SIDE) for c in columns]]) for columns in ((0, 1, 2), (3, 4, 5))
    ]
    rough = [shapely.make_valid(with_noise(half, noise, random)).buffer(buffer) for half in halves]
    taken = parcels_under(rough, PARCELS)
    assert taken.claims["parcel"].is_unique
    plans = [union(PARCELS[part["parcel"]]) for _, part in taken.claims.groupby("contour")]
    assert exact_overlap(plans) == 0.0
    assert is_valid_coverage(plans)


def test_a_gap_on_a_shared_border_does_not_lose_the_parcel():
    """Both contours have less than half of parcel 1, together more: the one with most gets it."""
    left = shapely.box(1000.001, 2000.002, 1014.001, 2010.002)
    right = shapely.box(1015.5, 2000.002, 1030.001, 2010.002)
    taken = parcels_under([left, right], PARCELS)
    owner = dict(zip(taken.claims["parcel"], taken.claims["contour"]))
    assert owner == {0: 0, 1: 1, 2: 1}
    assert 1 in taken.doubts["parcel"].tolist()


def test_a_plan_that_stays_keeps_its_parcels_and_the_loser_is_told():
    stays = union(PARCELS[[1, 2]])
    contour = shapely.box(1000.001, 2000.002, 1015.001, 2010.002)
    taken = parcels_under([contour], PARCELS, [stays])
    assert taken.claims["parcel"].tolist() == [0]
    assert taken.doubts["parcel"].tolist() == [1]


def test_overlap_with_kin_is_allowed_and_with_others_found():
    mother, daughter, other = union(PARCELS[:4]), union(PARCELS[1:3]), union(PARCELS[3:5])

    def kin(a, b):
        return {a, b} == {0, 1}

    wrong = overlaps([mother, daughter, other], [True, True, False], kin)
    assert wrong[["a", "b"]].to_numpy().tolist() == [[0, 2]]
    assert wrong["area"].tolist() == [pytest.approx(100)]
    assert overlaps([mother, daughter, other], [False, True, False], kin).empty


def test_areas_that_miss_a_shared_vertex_are_named():
    left = shapely.box(0, 0, 10, 10)
    right = shapely.Polygon([(10, 0), (20, 0), (20, 10), (10, 10), (10, 5)])
    assert ill_fitting([left, right, shapely.box(50, 0, 60, 10)], [0, 0, 0]) == [0, 1]
    assert ill_fitting([left, left], [0, 1]) == []


def test_buildings_that_hang_over_a_border_by_a_hair_do_not_count():
    plan = shapely.box(0, 0, 100, 100)
    houses = [shapely.box(10, 10, 15, 20), shapely.box(99.8, 10, 104.8, 20), shapely.box(95, 50, 105, 60)]
    found = buildings_in([plan], houses)
    assert found["pand"].tolist() == [0, 2]
    assert found["share"].tolist() == [1.0, pytest.approx(0.5)]
