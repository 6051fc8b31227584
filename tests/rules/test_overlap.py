"""Which plans overlap, which parcels lie under them; touching is not overlapping."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import wkt

from diwi_qgis.errors import Cancelled
from diwi_qgis.progress import Progress
from diwi_qgis.rules import overlap
from diwi_qgis.rules.overlap import intersect_shares, is_thin, pairs_within


def shapes(*texts):
    return np.array([wkt.loads(text) for text in texts], dtype=object)


PLANS = shapes(
    "POLYGON ((0 0, 0 10, 10 10, 10 0, 0 0))",
    "POLYGON ((10 0, 10 10, 20 10, 20 0, 10 0))",  # touches the first
    "POLYGON ((8 8, 8 12, 12 12, 12 8, 8 8))",  # overlaps both, 2 x 2 m each
    "MULTIPOLYGON (((50 0, 50 10, 60 10, 60 0, 50 0), (52 2, 58 2, 58 8, 52 8, 52 2)), ((19.9 0, 19.9 9, 30 9, 30 0, 19.9 0)))",
    "POLYGON ((53 3, 53 7, 57 7, 57 3, 53 3))",  # in the hole of the former
)


def test_touching_is_not_overlapping_and_a_hole_is_not_inside():
    found = pairs_within(PLANS)
    assert found[["a", "b"]].values.tolist() == [[0, 2], [1, 2]]
    assert found["area"].tolist() == [4.0, 4.0]


def test_a_sliver_is_found_when_asked_for_and_called_thin():
    found = pairs_within(PLANS, min_area=0.5, min_width=0.5, geometry=True)
    assert found[["a", "b"]].values.tolist() == [[0, 2], [1, 2], [1, 3]]
    assert found["thin"].tolist() == [False, False, True]
    assert found["geom"].iloc[2].equals(wkt.loads("POLYGON ((19.9 0, 19.9 9, 20 9, 20 0, 19.9 0))"))


def test_without_a_minimum_any_common_area_counts_but_a_common_border_does_not():
    assert len(pairs_within(PLANS, min_area=0)) == 3


def test_shares_of_parcels_under_plans():
    parcels = shapes(
        "POLYGON ((1 1, 1 2, 2 2, 2 1, 1 1))",  # wholly inside the first plan
        "POLYGON ((9 0, 9 4, 11 4, 11 0, 9 0))",  # half in the first, half in the second
        "POLYGON ((90 0, 90 4, 91 4, 91 0, 90 0))",  # in none
        "POLYGON ((51 1, 51 9, 59 9, 59 1, 51 1))",  # around the hole of the fourth
    )
    found = intersect_shares(PLANS, parcels)
    assert found[["plan", "parcel"]].values.tolist() == [[0, 0], [0, 1], [1, 1], [3, 3], [4, 3]]
    assert found["area"].tolist() == [1.0, 4.0, 4.0, 28.0, 16.0]
    assert found["share"].tolist() == [1.0, 0.5, 0.5, 28 / 64, 0.25]


def test_missing_and_empty_plans_lie_on_nothing():
    plans = np.array([None, shapely.MultiPolygon(), PLANS[0], PLANS[2]], dtype=object)
    assert pairs_within(plans)[["a", "b"]].values.tolist() == [[2, 3]]
    assert intersect_shares(plans, PLANS)["plan"].unique().tolist() == [2, 3]
    assert len(pairs_within([])) == 0
    assert list(intersect_shares([], PLANS).columns) == ["plan", "parcel", "area", "share"]


def test_thin_is_about_width_not_about_area():
    strip = shapely.box(0, 0, 1000, 0.4)
    assert is_thin([strip, shapely.box(0, 0, 1, 1)], 0.5).tolist() == [True, False]
    assert is_thin([strip], 0).tolist() == [False]


box = st.tuples(st.integers(0, 20), st.integers(0, 20), st.integers(1, 8), st.integers(1, 8))


@settings(max_examples=60, deadline=None)
@given(st.lists(box, min_size=1, max_size=12), st.lists(box, min_size=1, max_size=12), st.integers(1, 5))
def test_the_same_as_one_by_one_however_it_is_divided(plans, parcels, chunk):
    plans = [shapely.box(x, y, x + w, y + h) for x, y, w, h in plans]
    parcels = [shapely.box(x, y, x + w, y + h) for x, y, w, h in parcels]
    expected = {
        (i, j): p.intersection(q).area for i, p in enumerate(plans) for j, q in enumerate(parcels) if p.intersects(q)
    }
    normal, overlap.CHUNK = overlap.CHUNK, chunk
    try:
        shares = intersect_shares(plans, parcels)
        pairs = pairs_within(plans)
    finally:
        overlap.CHUNK = normal
    assert dict(zip(zip(shares["plan"], shares["parcel"]), shares["area"])) == {k: v for k, v in expected.items() if v}
    own = {(i, j): plans[i].intersection(plans[j]).area for i in range(len(plans)) for j in range(i + 1, len(plans))}
    assert dict(zip(zip(pairs["a"], pairs["b"]), pairs["area"])) == {k: v for k, v in own.items() if v}


class StopsAfter(Progress):
    """A user who presses cancel at the given look."""

    def __init__(self, looks):
        self.looks = looks

    @property
    def cancelled(self):
        self.looks -= 1
        return self.looks < 0


@pytest.mark.parametrize("looks", [0, 3])
def test_cancel_stops_between_chunks(looks, monkeypatch):
    monkeypatch.setattr(overlap, "CHUNK", 1)
    with pytest.raises(Cancelled):
        pairs_within(PLANS, progress=StopsAfter(looks))
