"""Areas drawn over others: what counts as overlap, and cuts that leave the neighbours as they are."""

from __future__ import annotations

import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import wkt

from diwi_qgis.rules.drawn_area import botsingen, divide, only_vertices_added, outside, usable, within, without
from diwi_qgis.rules.overlap import pairs_within

LEFT = shapely.box(0, 0, 100, 100)


def corners(geometry):
    return set(map(tuple, shapely.get_coordinates(geometry)))


def test_touching_is_not_overlapping_and_a_strip_of_a_decimetre_neither():
    assert botsingen(shapely.box(100, 0, 200, 100), [LEFT]) == []
    assert botsingen(shapely.box(99.95, 0, 200, 100), [LEFT]) == []
    (found,) = botsingen(shapely.box(99.8, 0, 200, 100), [LEFT])
    assert (found.ander, round(found.area, 3)) == (0, 20.0)


def test_the_largest_overlap_comes_first_and_missing_areas_do_not_count():
    mine = shapely.box(90, 0, 200, 100)
    found = botsingen(mine, [LEFT, None, shapely.box(150, 0, 300, 100)])
    assert [each.ander for each in found] == [2, 0]


def test_a_cut_has_the_vertices_of_the_neighbour_and_of_the_crossings_only():
    neighbour = wkt.loads("POLYGON ((50 -10, 60 40, 55 70, 50 110, 200 110, 200 -10, 50 -10))")
    rest = without(LEFT, [neighbour])
    crossing = corners(shapely.intersection(LEFT.boundary, neighbour.boundary))
    assert corners(rest) <= corners(LEFT) | corners(neighbour) | crossing
    assert {(60, 40), (55, 70)} <= corners(rest)
    assert botsingen(rest, [neighbour]) == []


def test_a_neighbour_inside_makes_a_hole_and_one_across_makes_parts():
    assert without(LEFT, [shapely.box(40, 40, 60, 60)]).equals(LEFT.difference(shapely.box(40, 40, 60, 60)))
    assert len(without(LEFT, [shapely.box(40, -10, 60, 110)]).geoms) == 2
    assert without(shapely.box(10, 10, 20, 20), [LEFT]) is None


def test_scraps_of_a_cut_go_but_a_narrow_part_that_was_drawn_stays():
    rest = without(shapely.box(-0.2, 0, 150, 100), [LEFT])
    assert rest.equals(shapely.MultiPolygon([shapely.box(100, 0, 150, 100)]))
    narrow = shapely.MultiPolygon([LEFT, shapely.box(300, 0, 300.2, 50)])
    assert within(narrow, shapely.box(-1, -1, 400, 400)).equals(narrow)


def test_outside_is_said_from_a_minimum():
    border = shapely.box(0, 0, 100, 100)
    assert outside(shapely.box(50, 0, 100.05, 100), border) is None
    assert round(outside(shapely.box(50, 0, 110, 100), border).area) == 1000
    assert outside(LEFT, None) is None


def test_an_invalid_area_is_compared_by_its_repaired_shape():
    bow_tie = wkt.loads("POLYGON ((0 0, 10 10, 10 0, 0 10, 0 0))")
    assert round(usable(bow_tie).area) == 50
    assert usable(shapely.Polygon()) is None


box = st.builds(
    lambda x, y, w, h: shapely.box(x, y, x + w, y + h),
    *[st.integers(0, 80), st.integers(0, 80), st.integers(1, 40), st.integers(1, 40)],
)


@settings(max_examples=200, deadline=None)
@given(box, st.lists(box, max_size=4))
def test_what_is_cut_off_is_exactly_what_was_common(mine, others):
    rest = without(mine, others)
    common = shapely.intersection(mine, shapely.union_all(others)).area if others else 0.0
    assert abs((rest.area if rest else 0.0) + common - mine.area) < 1e-6
    if rest is not None:
        assert botsingen(rest, others) == []
        pairs = pairs_within([rest, *others], 1.0, 0.1)
        assert not (pairs["a"] == 0).any()


def test_a_line_across_divides_and_both_sides_share_the_cut():
    larger, smaller = divide(LEFT, wkt.loads("LINESTRING (30 0, 35 50, 30 100)"))
    assert (larger.area, smaller.area) == (6750, 3250)
    assert corners(larger) & corners(smaller) == {(30, 0), (35, 50), (30, 100)}


def test_parts_and_holes_stay_where_they_are():
    holed = LEFT.difference(shapely.box(20, 20, 40, 40))
    whole = shapely.MultiPolygon([holed, shapely.box(200, 0, 210, 10)])
    larger, smaller = divide(whole, wkt.loads("LINESTRING (30 -10, 30 110)"))
    assert larger.area + smaller.area == whole.area
    assert larger.intersects(shapely.box(200, 0, 210, 10))
    assert smaller.equals(shapely.box(0, 0, 30, 100).difference(shapely.box(20, 20, 40, 40)))


def test_a_line_that_ends_inside_or_stays_outside_divides_nothing():
    assert divide(LEFT, wkt.loads("LINESTRING (30 -10, 30 50)")) is None
    assert divide(LEFT, wkt.loads("LINESTRING (30 -10, 80 -10)")) is None
    assert divide(LEFT, wkt.loads("LINESTRING (0 0, 100 0)")) is None


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 99), st.integers(1, 99), st.lists(st.integers(1, 99), max_size=4))
def test_dividing_loses_nothing(start, end, between):
    middle = [(x, 100 * (number + 1) / (len(between) + 1)) for number, x in enumerate(between)]
    larger, smaller = divide(LEFT, shapely.LineString([(start, 0), *middle, (end, 100)]))
    assert abs(larger.area + smaller.area - LEFT.area) < 1e-6
    assert larger.area >= smaller.area
    assert shapely.intersection(larger, smaller).area == 0


def test_vertices_that_topological_editing_adds_are_told_from_a_change():
    more = wkt.loads("POLYGON ((0 0, 50 0, 100 0, 100 100, 0 100, 0 0))")
    moved = wkt.loads("POLYGON ((0 0, 50 -1, 100 0, 100 100, 0 100, 0 0))")
    assert only_vertices_added(LEFT, more)
    assert not only_vertices_added(LEFT, moved) and not only_vertices_added(LEFT, LEFT)
    assert not only_vertices_added(more, LEFT) and not only_vertices_added(None, LEFT)
