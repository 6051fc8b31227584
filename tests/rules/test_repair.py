"""Geometries as they come from the field: what is repaired and said, what needs consent, what is refused."""

import pytest
import shapely
from shapely import wkt

from diwi_qgis.rules.repair import to_multipolygon


def repaired(text):
    return to_multipolygon(wkt.loads(text))


SQUARE = "0 0, 10 0, 10 10, 0 10, 0 0"


def test_a_valid_polygon_keeps_its_vertices():
    outcome = repaired(f"POLYGON (({SQUARE}))")
    assert outcome.geom.wkt == f"MULTIPOLYGON ((({SQUARE})))"
    assert outcome.bezwaar is None
    assert outcome.meldingen == []


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("POLYGON ((0 0, 10 10, 10 0, 0 10, 0 0))", 50),  # bow-tie
        ("MULTIPOLYGON (((0 0, 10 0, 10 10, 0 10, 0 0)), ((5 0, 15 0, 15 10, 5 10, 5 0)))", 150),  # overlapping parts
        ("MULTIPOLYGON (((0 0, 10 0, 10 10, 0 10, 0 0)), ((4 4, 6 4, 6 6, 4 6, 4 4)))", 100),  # nested part
        (f"POLYGON (({SQUARE}), (20 0, 22 0, 22 4, 20 4, 20 0))", 108),  # hole outside its shell
        (f"MULTIPOLYGON ((({SQUARE})), (({SQUARE})))", 100),  # part twice
    ],
)
def test_a_repair_that_changes_the_area_is_a_proposal(text, area):
    outcome = repaired(text)
    assert outcome.geom.is_valid
    assert outcome.geom.area == pytest.approx(area)
    assert "²" in outcome.bezwaar.nl
    assert "²" in outcome.bezwaar.en


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("POLYGON ((0 0, 10 0, 10 5, 15 5, 10 5, 10 10, 0 10, 0 0))", 100),  # exact spike
        (f"POLYGON (({SQUARE}), (2 2, 4 2, 4 4, 2 4, 2 2), (2 2, 4 2, 4 4, 2 4, 2 2))", 96),  # hole twice
    ],
)
def test_a_repair_is_made_and_said(text, area):
    outcome = repaired(text)
    assert outcome.geom.is_valid
    assert outcome.geom.area == pytest.approx(area)
    assert outcome.geom.geom_type == "MultiPolygon"


@pytest.mark.parametrize(
    "text",
    [
        "POLYGON EMPTY",
        "POINT (1 1)",
        "LINESTRING (0 0, 1 1)",
        f"POLYGON (({SQUARE}), ({SQUARE}))",  # hole equals shell
        "POLYGON ((0 0, 1 1, 0 0, 0 0))",  # collapsed
        "GEOMETRYCOLLECTION (POINT (0 0), LINESTRING (0 0, 1 1))",
    ],
)
def test_what_has_no_area_is_refused(text):
    outcome = repaired(text)
    assert outcome.geom is None
    assert outcome.bezwaar is not None


def test_height_and_loose_points_go_and_slivers_are_said():
    outcome = repaired(
        "GEOMETRYCOLLECTION Z (POINT Z (0 0 1), POLYGON Z ((0 0 1, 10 0 1, 10 10 1, 0 10 1, 0 0 1)), "
        "POLYGON Z ((20 0 1, 20.1 0 1, 20.1 1 1, 20 0 1)))"
    )
    assert not outcome.geom.has_z
    assert outcome.geom.area == pytest.approx(100.05)
    assert [len(melding) for melding in outcome.meldingen] == [2, 2]
    assert outcome.bezwaar is None


def test_none_is_refused():
    assert to_multipolygon(None).bezwaar is not None


def test_repair_without_the_structure_method_is_never_larger_than_the_hull(monkeypatch):
    monkeypatch.setattr(shapely, "__version__", "2.0.7")
    overlapping = repaired("MULTIPOLYGON (((0 0, 10 0, 10 10, 0 10, 0 0)), ((5 0, 15 0, 15 10, 5 10, 5 0)))")
    assert overlapping.geom.area == pytest.approx(150)
    assert repaired("POLYGON ((0 0, 10 10, 10 0, 0 10, 0 0))").geom.area == pytest.approx(50)
