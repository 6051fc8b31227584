"""Stories of single plans: what is taken, left, divided, shifted, and what is asked."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from shapely import affinity, wkt

from diwi_qgis.errors import InputError
from diwi_qgis.rules.coverage import is_valid_coverage
from diwi_qgis.rules.snapping import SnapOptions, snap_plans

STEADY = SnapOptions(tolerance=2.0, shifts=False)


def square(x, y, w=30, h=30):
    """A parcel with its lower left corner there; all tests use a 3 x 3 block of parcels of 30 m."""
    return shapely.box(x, y, x + w, y + h)


BLOCK = [square(30 * i, 30 * j) for j in range(3) for i in range(3)]  # 0 1 2 / 3 4 5 / 6 7 8 from below


def snap(*plans, options=STEADY, **more):
    return snap_plans(
        [wkt.loads(plan) if isinstance(plan, str) else plan for plan in plans], BLOCK, options=options, **more
    )


def used(snapped):
    rows = zip(snapped.uses["plan"], snapped.uses["parcel"], snapped.uses["share"].round(2))
    return [tuple(row) for row in rows]


def reasons(snapped, plan=0):
    return sorted(snapped.doubts.loc[snapped.doubts["plan"] == plan, "reason"])


def test_a_sloppy_contour_becomes_the_parcels_under_it():
    snapped = snap("POLYGON ((1 1, 59 -1, 61 31, 29 30, 31 29, -1 29, 1 1))")
    assert used(snapped) == [(0, 0, 1.0), (0, 1, 1.0)]
    assert snapped.plans["geom"][0].equals(shapely.box(0, 0, 60, 30))
    assert reasons(snapped) == []
    assert snapped.plans["area_after"][0] == 1800


def test_two_sloppy_neighbours_get_one_border_without_gap_or_overlap():
    snapped = snap("POLYGON ((1 1, 31 0, 28 31, 0 29, 1 1))", "POLYGON ((28 0, 61 1, 59 29, 32 31, 28 0))")
    left, right = snapped.plans["geom"]
    assert shapely.intersection(left, right).equals(wkt.loads("LINESTRING (30 0, 30 30)"))
    assert is_valid_coverage([left, right])


def test_a_parcel_over_which_two_plans_meet_goes_to_the_larger_part_although_neither_has_half():
    half = SnapOptions(tolerance=9.0, shifts=False)  # no cuts: the parts are narrower than twice the tolerance
    snapped = snap(square(0, 0, 44, 30), square(46, 0, 44, 30), options=half)
    assert {parcel for _, parcel, _ in used(snapped)} == {0, 1, 2}
    assert "buurplan" in reasons(snapped, 0)
    assert "buurplan" in reasons(snapped, 1)


def test_a_parcel_is_divided_where_a_contour_runs_through_it():
    snapped = snap("POLYGON ((0 0, 45 0.5, 44.5 30, 0 30, 0 0))", square(45, 0, 45, 30))
    assert [row[:2] for row in used(snapped)] == [(0, 0), (0, 1), (1, 1), (1, 2)]
    left, right = snapped.plans["geom"]
    assert is_valid_coverage([left, right, *BLOCK[6:]])
    assert left.area + right.area == pytest.approx(2700, abs=1e-6)
    assert shapely.intersection(left, right).length == pytest.approx(30, abs=0.1)
    assert reasons(snapped, 0) == ["deel"]
    assert set(snapped.doubts["parcel"]) == {1}


def test_without_cuts_the_same_parcel_goes_as_a_whole():
    snapped = snap(square(0, 0, 50, 30), options=SnapOptions(tolerance=2.0, shifts=False, cuts=False))
    assert used(snapped) == [(0, 0, 1.0), (0, 1, 1.0)]
    assert reasons(snapped) == ["aandeel"]


def test_a_strip_narrower_than_twice_the_tolerance_is_never_cut_off():
    assert used(snap(square(0, 0, 33.5, 30))) == [(0, 0, 1.0)]
    assert used(snap(square(0, 0, 56.5, 30))) == [(0, 0, 1.0), (0, 1, 1.0)]


def test_the_bend_in_a_line_is_kept():
    snapped = snap("POLYGON ((0 0, 45 0, 45 18, 37 30, 0 30, 0 0))")
    area = snapped.plans["geom"][0]
    assert area.area == pytest.approx(45 * 30 - 8 * 12 / 2, rel=0.01)
    assert shapely.hausdorff_distance(area, wkt.loads("POLYGON ((0 0, 45 0, 45 18, 37 30, 0 30, 0 0))")) < 1


def test_cuts_that_meet_on_one_border_share_their_end():
    snapped = snap("POLYGON ((0 0, 45 0, 45.1 90, 0 90, 0 0))")
    area = snapped.plans["geom"][0]
    assert [share < 1 for _, _, share in used(snapped)] == [False, True] * 3
    assert area.geom_type == "Polygon"
    assert is_valid_coverage([area])
    assert shapely.intersection(area, shapely.box(46, 0, 90, 90)).area == 0


def test_an_island_in_a_large_parcel_is_cut_out():
    meadow = [shapely.box(0, 0, 300, 300), shapely.box(300, 0, 400, 300)]
    snapped = snap_plans([shapely.box(100, 100, 250, 200)], meadow, options=STEADY)
    assert snapped.plans["geom"][0].equals(shapely.box(100, 100, 250, 200))
    assert snapped.uses["share"].round(3).tolist() == [0.167]


def test_holes_and_parts_are_kept():
    ring = shapely.difference(shapely.box(0, 0, 90, 90), shapely.box(31, 29, 61, 60))
    snapped = snap(ring)
    assert snapped.plans["geom"][0].equals(shapely.difference(shapely.box(0, 0, 90, 90), BLOCK[4]))
    parts = shapely.MultiPolygon([square(1, 1, 28, 28), square(61, 61, 28, 28)])
    assert used(snap(parts)) == [(0, 0, 1.0), (0, 8, 1.0)]


def test_a_shifted_contour_is_moved_back_and_asked_about():
    shifted = affinity.translate(shapely.box(0, 0, 60, 60), 2.5, -1.0)
    snapped = snap(shifted, options=SnapOptions(tolerance=2.0))
    row = snapped.plans.iloc[0]
    assert (row.dx, row.dy) == (pytest.approx(-2.5, abs=0.2), pytest.approx(1.0, abs=0.2))
    assert used(snapped) == [(0, parcel, 1.0) for parcel in (0, 1, 3, 4)]
    assert reasons(snapped) == ["verschuiving"]


def test_a_contour_that_was_drawn_too_tight_all_around_is_widened_and_asked_about():
    snapped = snap(shapely.box(1.5, 1.5, 58.5, 58.5), options=SnapOptions(tolerance=2.0))
    assert snapped.plans["swell"][0] == pytest.approx(1.5, abs=0.2)
    assert snapped.plans["geom"][0].equals(shapely.box(0, 0, 60, 60))
    assert reasons(snapped) == ["krap"]


def test_nothing_left_is_said():
    snapped = snap(square(0, 0), square(22, 8, 14, 14), options=SnapOptions(tolerance=9, shifts=False))
    assert snapped.plans["geom"][1] is None
    assert "leeg" in reasons(snapped, 1)


def test_contours_that_follow_no_border_at_all_are_all_asked_about():
    grid = [square(12 * i, 12 * j, 12, 12) for i in range(20) for j in range(20)]
    away = shapely.box(42, 42, 102, 114)  # halfway between the borders
    snapped = snap_plans([away], grid, options=SnapOptions(tolerance=2.0, shifts=False))
    assert snapped.distance > 2
    assert "elders" in reasons(snapped)


def test_a_plan_that_takes_no_part_is_never_overlapped():
    neighbour = shapely.box(30, 0, 60, 30)
    snapped = snap(square(0, 0, 50, 30), obstacles=[neighbour])
    assert used(snapped) == [(0, 0, 1.0)]
    assert reasons(snapped) == ["bezet"]
    assert shapely.intersection(snapped.plans["geom"][0], neighbour).area == 0


def test_a_plan_gets_what_a_neighbour_on_a_cut_parcel_leaves_vertex_for_vertex():
    first = snap(square(0, 0, 45, 30)).plans["geom"][0]
    second = snap(square(44, 0, 46, 30), obstacles=[first])
    area = second.plans["geom"][0]
    assert [row[:2] for row in used(second)] == [(0, 1), (0, 2)]
    assert is_valid_coverage([first, area])
    assert first.union(area).equals(shapely.box(0, 0, 90, 30))


def test_a_plan_beside_an_end_of_a_cut_takes_over_its_vertex():
    first = snap("POLYGON ((0 0, 45 0, 44.7 30, 0 30, 0 0))").plans["geom"][0]
    above = snap(square(30, 30), obstacles=[first]).plans["geom"][0]
    assert is_valid_coverage([first, above])
    assert len(shapely.get_coordinates(above)) == 6


def test_a_neighbour_off_the_borders_blocks_the_parcel_and_is_said():
    crooked = wkt.loads("POLYGON ((41 -1, 62 2, 60 28, 43 31, 41 -1))")
    snapped = snap(square(0, 0, 58, 30), obstacles=[crooked])
    assert used(snapped) == [(0, 0, 1.0)]
    assert reasons(snapped) == ["bezet"]


def test_a_cut_follows_the_wall_of_a_building():
    house = shapely.box(46.2, 8, 58, 20)
    crooked = "POLYGON ((0 0, 45.5 0, 44.6 30, 0 30, 0 0))"
    without, along = snap(crooked), snap(crooked, buildings=[house])
    assert shapely.distance(without.plans["geom"][0], house) > 0.5
    wall = shapely.intersection(shapely.boundary(along.plans["geom"][0]), house.buffer(0.001))
    assert wall.length == pytest.approx(12, abs=0.1)
    assert shapely.intersection(along.plans["geom"][0], house).area == pytest.approx(0, abs=0.02)


def test_plans_where_no_parcels_are_known_are_refused():
    with pytest.raises(InputError, match="geen enkel plan liggen percelen"):
        snap(square(900, 900))


def test_a_plan_far_from_the_parcels_beside_one_on_them_ends_empty():
    snapped = snap(square(0, 0), square(900, 900))
    assert reasons(snapped, 0) == []
    assert "leeg" in reasons(snapped, 1)


def test_every_vertex_lies_on_the_millimetre_grid():
    snapped = snap("POLYGON ((0 0, 43.33333 0, 47.77777 30, 0 30, 0 0))")
    points = shapely.get_coordinates(snapped.plans["geom"][0])
    assert np.array_equal(points, np.round(points, 3))
