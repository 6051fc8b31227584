"""What fits together exactly and what does not, by GEOS and by our own test for older GEOS."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import wkt
from shapely.affinity import rotate
from snap_world import real_parcels

from diwi_qgis.rules import coverage
from diwi_qgis.rules.coverage import coverage_union, exact_overlap, is_valid_coverage, misfits, on_grid

LEFT = "POLYGON ((0 0, 0 10, 10 10, 10 0, 0 0))"
RIGHT = "POLYGON ((10 0, 10 10, 20 10, 20 0, 10 0))"
FITS = {
    "neighbours": [LEFT, RIGHT],
    "apart": [LEFT, "POLYGON ((30 0, 30 10, 40 10, 40 0, 30 0))"],
    "corner to corner": [LEFT, "POLYGON ((10 10, 10 20, 20 20, 20 10, 10 10))"],
    "island in a hole": [
        "POLYGON ((0 0, 0 10, 10 10, 10 0, 0 0), (4 4, 6 4, 6 6, 4 6, 4 4))",
        "POLYGON ((4 4, 4 6, 6 6, 6 4, 4 4))",
    ],
    "two parts": ["MULTIPOLYGON (((0 0, 0 10, 10 10, 10 0, 0 0)), ((20 0, 20 10, 30 10, 30 0, 20 0)))", RIGHT],
}
MISFITS = {
    "overlap": [LEFT, "POLYGON ((9 0, 9 10, 20 10, 20 0, 9 0))"],
    "the same twice": [LEFT, LEFT],
    "a vertex on one side only": [LEFT, "POLYGON ((10 0, 10 5, 10 10, 20 10, 20 0, 10 0))"],
    "half a border shared": [LEFT, "POLYGON ((10 5, 10 15, 20 15, 20 5, 10 5))"],
    "one inside the other": [LEFT, "POLYGON ((4 4, 4 6, 6 6, 6 4, 4 4))"],
    "overlap of a ring and a disc": [
        "POLYGON ((-9 -9, -9 9, 9 9, 9 -9, -9 -9), (-3 -3, 3 -3, 3 3, -3 3, -3 -3))",
        "POLYGON ((-5 -5, -5 5, 5 5, 5 -5, -5 -5))",
    ],
}


@pytest.fixture(params=["geos", "edges"], autouse=True)
def engine(request, monkeypatch):
    """Every story is told twice: by GEOS 3.12+, and as on QGIS 3.22 where GEOS cannot tell."""
    if request.param == "edges":
        monkeypatch.setattr(shapely, "geos_version", (3, 11, 0))
    elif shapely.geos_version < (3, 12, 0):
        pytest.skip("this GEOS has no coverage test of its own")


@pytest.mark.parametrize("story", FITS)
def test_these_fit(story):
    geometries = [wkt.loads(text) for text in FITS[story]]
    assert is_valid_coverage(geometries)
    assert misfits(geometries).tolist() == []
    assert exact_overlap(geometries) == 0.0


@pytest.mark.parametrize("story", MISFITS)
def test_these_do_not_fit(story):
    far = wkt.loads("POLYGON ((90 0, 90 10, 99 10, 99 0, 90 0))")
    geometries = [far, *(wkt.loads(text) for text in MISFITS[story])]
    assert not is_valid_coverage(geometries)
    assert 0 not in misfits(geometries)
    assert len(misfits(geometries)) > 0


def test_empty_and_missing_areas_do_not_count():
    assert is_valid_coverage([None, shapely.Polygon(), wkt.loads(LEFT), wkt.loads(RIGHT)])
    assert misfits([None, wkt.loads(LEFT), wkt.loads(LEFT)]).tolist() == [1, 2]
    assert is_valid_coverage([])


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_union_around_gaps_that_touch_in_a_corner(turn):
    """The case of JTS pull request 1134: GEOS 3.12 and 3.13 give one ring that touches itself."""
    texts = "POLYGON ((1 9, 9 9, 9 6, 5 7, 2 6, 1 9))", "POLYGON ((1 1, 1 9, 2 6, 4 3, 5 7, 7 3, 9 6, 9 1, 1 1))"
    parts = [on_grid(rotate(wkt.loads(text), turn, origin=(0, 0))) for text in texts]
    union = coverage_union(parts)
    assert union.is_valid and len(union.interiors) == 2
    assert union.area == pytest.approx(sum(part.area for part in parts))
    vertices = {tuple(point) for point in shapely.get_coordinates(parts).tolist()}
    assert {tuple(point) for point in shapely.get_coordinates(union).tolist()} == vertices


def test_overlap_is_measured_without_tolerance():
    moved = shapely.transform(wkt.loads(RIGHT), lambda points: points - [0.001, 0])
    assert exact_overlap([wkt.loads(LEFT), moved]) == pytest.approx(0.01)


def test_rounding_keeps_shared_vertices_shared():
    thirds = [shapely.transform(wkt.loads(text), lambda points: points / 3) for text in (LEFT, RIGHT)]
    rounded = on_grid(np.array(thirds))
    assert is_valid_coverage(rounded)
    assert shapely.get_coordinates(rounded[0])[2].tolist() == [3.333, 3.333]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6), st.integers(1, 4), st.integers(1, 4)), max_size=4))
def test_both_engines_agree(boxes):
    geometries = np.array([shapely.box(x, y, x + w, y + h) for x, y, w, h in boxes], dtype=object)
    by_edges = len(coverage._misfits_by_edges(geometries)) == 0
    assert is_valid_coverage(geometries) == by_edges
    if by_edges:
        assert exact_overlap(geometries) == 0


def test_real_parcels_fit(cases):
    parcels = real_parcels(cases)
    assert is_valid_coverage(parcels)
    shifted = parcels.copy()
    shifted[100] = shapely.transform(shifted[100], lambda points: points + 0.5)
    assert not is_valid_coverage(shifted)
    assert 100 in misfits(shifted)
