"""Pages of features, whatever a server makes of them: read, or refused in words."""

from __future__ import annotations

import json

import numpy
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from source_files import fabric, wfs

from diwi_qgis.errors import DiwiError
from diwi_qgis.sources.features import Harvest, read_page, shapes
from diwi_qgis.sources.http import Answer
from diwi_qgis.sources.schemas import PERCEEL

anything = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.floats() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)


def answer(document):
    return Answer(document, "http://127.0.0.1/wfs", {})


def paths(node, here=()):
    """Every place in a JSON document."""
    yield here
    if isinstance(node, (dict, list)):
        for key, inner in node.items() if isinstance(node, dict) else enumerate(node):
            yield from paths(inner, (*here, key))


def collection():
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}
    found = [{**wfs(number, fabric()[number]), "id": f"p{number}"} for number in (1, 2, 13)]
    links = [{"rel": "next", "href": "/b", "type": "application/geo+json"}]
    return {"type": "FeatureCollection", "crs": crs, "numberMatched": 3, "links": links, "features": found}


PLACES = [place for place in paths(collection()) if place]


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(PLACES), anything)
def test_one_wrong_thing_anywhere_is_read_or_refused_in_words(place, value):
    document = json.loads(json.dumps(collection()))
    node = document
    for key in place[:-1]:
        node = node[key]
    node[place[-1]] = value
    harvest = Harvest((PERCEEL,), "perceel")
    try:
        page = read_page(answer(document))
        harvest.add(page)
    except DiwiError:
        return
    content = harvest.content()
    assert all(len(values) == len(content) for values in content.columns.values())
    assert len(content) <= 3


polygons = st.lists(
    st.tuples(st.integers(0, 50), st.integers(0, 50), st.integers(1, 9)),
    min_size=1,
    max_size=4,
    unique_by=lambda b: b[:2],
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.none() | polygons, max_size=6), st.booleans())
def test_geometries_come_out_as_they_went_in(boxes, heights):
    made = []
    for parts in boxes:
        if parts is None:
            made.append(None)
            continue
        areas = [shapely.box(100 * x, 100 * y, 100 * x + 9 * side, 100 * y + 9 * side) for x, y, side in parts]
        holed = [area.difference(area.buffer(-2, join_style="mitre")) for area in areas]
        made.append(holed[0] if len(holed) == 1 else shapely.MultiPolygon(holed))
    written = [
        None if shape is None else shapely.geometry.mapping(shapely.force_3d(shape) if heights else shape)
        for shape in made
    ]
    read = shapes(json.loads(json.dumps(written)))
    assert len(read) == len(made)
    for before, after in zip(made, read):
        if before is None:
            assert after is None
        else:
            assert after.geom_type == "MultiPolygon" and not after.has_z
            assert numpy.array_equal(shapely.get_coordinates(before), shapely.get_coordinates(after))


def test_points_and_lines_are_no_areas():
    assert list(shapes([{"type": "Point", "coordinates": [1, 2]}, {"type": "Polygon", "coordinates": []}])) == [
        None,
        None,
    ]


@pytest.mark.parametrize("kind", ["GeometryCollection", "Topology"])
def test_a_kind_without_coordinates_is_no_area(kind):
    assert list(shapes([{"type": kind, "geometries": []}])) == [None]
