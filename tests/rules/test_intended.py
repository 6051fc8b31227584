"""What was meant is found back from what is left of it, and nothing is made up."""

from __future__ import annotations

import shapely
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from diwi_qgis.rules.intended import explains, moved, with_corner

MINE = shapely.MultiPolygon([shapely.box(0, 0, 100, 100)])
OTHER = shapely.box(100, 0, 200, 100)


def found(before, after, place):
    return [meant for meant in with_corner(before, after, place) if explains(meant, OTHER, after)]


@settings(max_examples=60, deadline=None)
@given(st.integers(105, 190), st.integers(5, 95), st.booleans())
def test_a_corner_put_in_a_neighbour_is_found_back(x, y, added):
    corners = shapely.get_coordinates(MINE.geoms[0].exterior)[:-1].tolist()
    number = corners.index([100.0, 100.0])
    ring = [*corners[:number], [x, y], *corners[number + (not added) :]]
    meant = shapely.Polygon(ring)
    assume(meant.is_valid)
    after = meant.difference(OTHER)
    assume(shapely.difference(meant, after).area > 2 and after.area > 2 and after.symmetric_difference(MINE).area > 2)
    areas = [each.intersection(OTHER).area for each in found(MINE, after, (x, y))]
    assert any(abs(area - meant.intersection(OTHER).area) < 2 for area in areas)


@settings(max_examples=60, deadline=None)
@given(st.floats(-80, 80), st.floats(-80, 80))
def test_an_area_moved_over_a_neighbour_is_found_back(dx, dy):
    meant = moved(MINE, (10, 10), (10 + dx, 10 + dy))
    assert meant.centroid.distance(shapely.affinity.translate(MINE, dx, dy).centroid) < 1e-9
    assert explains(meant, OTHER, meant.difference(OTHER)) or meant.difference(OTHER).is_empty


def test_what_does_not_lead_to_the_outcome_is_no_explanation():
    after = shapely.box(0, 0, 100, 90)
    assert not found(MINE, after, (150, 50))
    assert not explains(MINE, OTHER, after)


def test_parts_that_were_left_away_are_no_contradiction():
    meant = shapely.box(0, 40, 300, 60)
    assert explains(meant, OTHER, shapely.box(0, 40, 100, 60))
    assert not explains(meant, OTHER, shapely.box(0, 40, 50, 60))


def test_of_an_outline_of_thousands_of_corners_only_few_are_tried():
    ring = shapely.Point(0, 0).buffer(100, quad_segs=5000)
    assert len(list(with_corner(ring, shapely.box(0, 0, 1, 1), (0.0, 0.0)))) <= 50
