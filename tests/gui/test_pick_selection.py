"""Picked parcels: the union is exactly that of the parcels at every step, and every step can be taken back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

SIDE = 6


@pytest.fixture(scope="module")
def percelen(qgis_app):
    """A lattice of shaken parcels: shared corners are shared exactly."""
    import random

    from qgis.core import QgsGeometry, QgsPointXY

    from diwi_qgis.gui.pick.selection import Perceel

    rng = random.Random(4)
    corner = {
        (x, y): QgsPointXY(
            round(150_000 + 25 * x + rng.uniform(-6, 6), 3), round(450_000 + 25 * y + rng.uniform(-6, 6), 3)
        )
        for x in range(SIDE + 1)
        for y in range(SIDE + 1)
    }
    made = []
    for x in range(SIDE):
        for y in range(SIDE):
            ring = [corner[x, y], corner[x + 1, y], corner[x + 1, y + 1], corner[x, y + 1], corner[x, y]]
            made.append(Perceel(f"{x}{y}", f"TST00-A-{x}{y}", date(2024, 1, 1 + x), QgsGeometry.fromPolygonXY([ring])))
    return made


def vertices(geometry):
    return {(vertex.x(), vertex.y()) for vertex in geometry.vertices()}


def check(picked):
    from qgis.core import QgsGeometry, QgsWkbTypes

    if not len(picked):
        assert picked.square_metres == 0 and picked.area.isNull() and picked.oldest is None
        return
    areas = [perceel.geometry for perceel in picked.percelen]
    assert picked.area.isGeosValid() and picked.area.wkbType() == QgsWkbTypes.Type.MultiPolygon
    assert picked.area.isGeosEqual(QgsGeometry.unaryUnion(areas))
    assert vertices(picked.area) <= set().union(*map(vertices, areas))
    assert picked.square_metres == pytest.approx(sum(area.area() for area in areas), rel=1e-9)


steps = st.lists(
    st.tuples(st.sampled_from(["add", "remove", "undo"]), st.sets(st.integers(0, SIDE * SIDE - 1), max_size=12)),
    max_size=15,
)


@settings(max_examples=150, deadline=None)
@given(steps=steps)
def test_any_row_of_steps_keeps_the_union_exact_and_can_be_taken_back(percelen, steps):
    from diwi_qgis.gui.pick.selection import Picked

    picked, seen = Picked(), [set()]
    for what, numbers in steps:
        chosen = [percelen[number] for number in sorted(numbers)]
        if what == "undo":
            assert picked.undo() == (len(seen) > 1)
            seen = seen[:-1] or seen
        else:
            names = {perceel.identificatie for perceel in chosen}
            after = seen[-1] | names if what == "add" else seen[-1] - names
            changed = picked.add(chosen) if what == "add" else picked.remove(names)
            assert changed == (after != seen[-1])
            seen += [after] if changed else []
        assert {perceel.identificatie for perceel in picked.percelen} == seen[-1]
        check(picked)
    while picked.undo():
        seen.pop()
        assert {perceel.identificatie for perceel in picked.percelen} == seen[-1]
    assert len(picked) == 0 and len(seen) == 1


def test_a_ring_of_parcels_has_a_hole_and_loose_parcels_are_parts(percelen):
    from diwi_qgis.gui.pick.selection import Picked

    picked = Picked()
    ring = [p for p in percelen if max(abs(int(c) - 2) for c in p.identificatie) == 1]
    picked.add(ring)
    (part,) = picked.area.asMultiPolygon()
    assert len(part) == 2
    picked.add([percelen[-1]])
    assert len(picked.area.asMultiPolygon()) == 2
    assert picked.oldest == date(2024, 1, 2)
    check(picked)


def test_a_parcel_that_is_no_area_is_named_and_nothing_changes(percelen):
    from qgis.core import QgsGeometry

    from diwi_qgis.errors import InputError
    from diwi_qgis.gui.pick.selection import Perceel, Picked

    picked = Picked()
    picked.add(percelen[:3])
    bow = QgsGeometry.fromWkt("Polygon((150000 450000, 150100 450100, 150100 450000, 150000 450100, 150000 450000))")
    with pytest.raises(InputError) as refused:
        picked.add([Perceel("x", "TST00-B-1", None, bow)])
    assert "TST00-B-1" in refused.value.text.nl
    assert len(picked) == 3
    check(picked)
