"""What became of parcels, on drawn cases and on worlds of random changes."""

from __future__ import annotations

import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from diwi_qgis.rules.parcel_changes import Soort, Wijziging, is_certain, parcel_changes


def frame(**shapes):
    """Parcels by identification, from WKT or a shape."""
    geoms = [shapely.from_wkt(shape) if isinstance(shape, str) else shape for shape in shapes.values()]
    return pd.DataFrame({"identificatie": list(shapes), "geom": pd.Series(geoms, dtype=object)})


def square(x, y=0.0, width=20.0, height=20.0):
    return shapely.box(x, y, x + width, y + height)


def changes(old, new, **more):
    """Kind, names of before, names of now, whether it is the same land."""
    return [
        (
            change.soort.name,
            "".join(old["identificatie"].iloc[list(change.oud)]),
            "".join(new["identificatie"].iloc[list(change.nieuw)]),
            change.sluitend,
        )
        for change in parcel_changes(old, new, **more)
    ]


A, B, C = square(0), square(20), square(40)
STREET = square(0, -20, 60)


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ({"a": A, "b": B, "c": C}, []),
        ({"a": shapely.reverse(A), "b": shapely.box(20, 0, 40, 20, ccw=False), "c": C}, []),
        ({"a": "POLYGON((20 20, 0 20, 0 0, 20.0004 0.0003, 20 20))", "b": B, "c": C}, []),
        ({"a": square(0, 0, 20.4), "b": square(20.4, 0, 19.6), "c": C}, [("GECORRIGEERD", "a", "a", True), ("GECORRIGEERD", "b", "b", True)]),
        ({"a": A, "x": B, "c": C}, [("VERNUMMERD", "b", "x", True)]),
        ({"a": A, "x": square(20, 0, 8), "y": square(28, 0, 12), "c": C}, [("GESPLITST", "b", "xy", True)]),
        ({"x": square(0, 0, 40), "c": C}, [("SAMENGEVOEGD", "ab", "x", True)]),
        ({"a": square(0, 0, 40), "c": C}, [("SAMENGEVOEGD", "ab", "a", True)]),
        ({"x": square(0, 0, 40, 10), "y": square(0, 10, 40, 10), "c": C}, [("HERVERDEELD", "ab", "xy", True)]),
        ({"a": square(0, 0, 23), "b": square(23, 0, 17), "c": C}, [("HERVERDEELD", "ab", "ab", True)]),
        ({"a": A, "c": C}, [("VERVALLEN", "b", "", False)]),
        ({"a": A, "b": square(20, 0, 20, 14), "c": C}, [("HERVORMD", "b", "b", False)]),
        ({"a": A, "b": B, "x": square(40, -20, 20, 40)}, [("SAMENGEVOEGD", "c", "x", False)]),
        ({"a": A, "b": B, "c": square(40, -20, 20, 40)}, [("HERVORMD", "c", "c", False)]),
        ({"a": A, "b": B, "x": square(40, 0, 10), "y": square(50, 0, 20)}, [("HERVERDEELD", "c", "xy", False)]),
    ],
)  # fmt: skip
def test_what_happened(new, expected):
    old = frame(a=A, b=B, c=C)
    assert changes(old, frame(**new)) == expected


def test_where_nothing_was_loaded_nothing_is_known():
    assert changes(frame(a=A, b=B), frame(c=square(500))) == [
        ("ONBEKEND", "a", "", False),
        ("ONBEKEND", "b", "", False),
    ]
    assert changes(frame(a=A), frame().assign(identificatie=[], geom=[])) == [("ONBEKEND", "a", "", False)]
    assert changes(frame().assign(identificatie=[], geom=[]), frame(a=A)) == []


def test_each_plan_is_judged_by_its_own_parcels():
    """a and b became one; the plan that has both may take it, plans with one of them see land of others come in."""
    old = pd.concat([frame(a=A, b=B), frame(a=A), frame(b=B)], ignore_index=True)
    new = frame(x=square(0, 0, 40))
    found = parcel_changes(old, new, groups=["p", "p", "q", "r"])
    assert found == [
        Wijziging(Soort.SAMENGEVOEGD, (0, 1), (0,), True),
        Wijziging(Soort.SAMENGEVOEGD, (2,), (0,), False),
        Wijziging(Soort.SAMENGEVOEGD, (3,), (0,), False),
    ]


def test_a_parcel_with_a_hole_that_was_filled_by_another_is_split():
    pond = square(5, 5, 7, 10)
    assert changes(frame(a=A), frame(a=shapely.difference(A, pond), v=pond)) == [("GESPLITST", "a", "av", True)]


def test_two_links_to_one_parcel_of_different_times_do_not_disturb_each_other():
    old = pd.concat([frame(a=A), frame(a=square(0, 0, 20.3))], ignore_index=True)
    assert changes(old, frame(a=A), groups=["p", "q"]) == [("GECORRIGEERD", "a", "a", True)]


@pytest.mark.parametrize(
    ("soort", "sluitend", "whole", "certain"),
    [
        (Soort.GESPLITST, True, True, True),
        (Soort.GESPLITST, True, False, False),
        (Soort.SAMENGEVOEGD, False, True, False),
        (Soort.HERVORMD, True, True, False),
        (Soort.VERVALLEN, False, True, False),
    ],
)
def test_only_the_same_land_of_whole_parcels_is_certain(soort, sluitend, whole, certain):
    assert is_certain(Wijziging(soort, (0, 1), (0,), sluitend), [True, whole]) is certain


# -- worlds ---------------------------------------------------------------------------------------------------------

SIDE = 12
KINDS = ("GESPLITST", "SAMENGEVOEGD", "GECORRIGEERD", "VERNUMMERD", "VERVALLEN", "HERVERDEELD")


def world(choices):
    """A town of 12 × 12 parcels of 20 m in which cells of 2 × 2, one cell apart, change; gives old, new and what changed."""
    old, new, expected = {}, {}, []
    cells = {(3 * column, 3 * row): kind for (column, row), kind in choices.items()}
    for column in range(SIDE):
        for row in range(SIDE):
            old[f"{column:02}{row:02}"] = square(20 * column, 20 * row)
    new.update(old)
    for (column, row), kind in cells.items():
        here, right = f"{column:02}{row:02}", f"{column + 1:02}{row:02}"
        x, y = 20 * column, 20 * row
        if kind == "GESPLITST":
            del new[here]
            new[f"{here}l"], new[f"{here}r"] = square(x, y, 7), square(x + 7, y, 13)
            expected.append((kind, (here,)))
        elif kind == "SAMENGEVOEGD":
            del new[here], new[right]
            new[f"{here}m"] = square(x, y, 40)
            expected.append((kind, (here, right)))
        elif kind == "GECORRIGEERD":
            new[here], new[right] = square(x, y, 20.3), square(x + 20.3, y, 19.7)
            expected += [(kind, (here,)), (kind, (right,))]
        elif kind == "VERNUMMERD":
            new[f"{here}n"] = new.pop(here)
            expected.append((kind, (here,)))
        elif kind == "VERVALLEN":
            del new[here]
            expected.append((kind, (here,)))
        elif kind == "HERVERDEELD":
            new[here], new[right] = square(x, y, 26), square(x + 26, y, 14)
            expected.append((kind, (here, right)))
    return old, new, expected


cells = st.dictionaries(
    st.tuples(st.integers(0, SIDE // 3 - 1), st.integers(0, SIDE // 3 - 1)), st.sampled_from(KINDS), max_size=16
)


@settings(max_examples=60, deadline=None)
@given(cells, st.randoms(use_true_random=False))
def test_changes_that_lie_apart_are_all_told_rightly(choices, random):
    old, new, expected = world(choices)
    names = list(new)
    random.shuffle(names)
    shapes = {name: shapely.reverse(new[name]) if random.random() < 0.3 else new[name] for name in names}
    before, after = frame(**old), frame(**shapes)
    found = [
        (change.soort.name, tuple(before["identificatie"].iloc[list(change.oud)]))
        for change in parcel_changes(before, after)
    ]
    assert sorted(found) == sorted(expected)
    for change in parcel_changes(before, after):
        if change.sluitend:
            was = shapely.union_all(before["geom"].iloc[list(change.oud)].to_numpy())
            now = shapely.union_all(after["geom"].iloc[list(change.nieuw)].to_numpy())
            assert shapely.symmetric_difference(was, now).area < 0.51 * was.length
