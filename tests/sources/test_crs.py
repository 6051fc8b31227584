"""A file's coordinates end in EPSG:28992, or the message names the feature and the likely reference system."""

import numpy as np
import pytest
import shapely
from osgeo import osr

from diwi_qgis.errors import InputError
from diwi_qgis.sources.crs import epsg_of, place, to_rd

# The tower of Amersfoort, origin of RD, in four systems (RD: 155000, 463000 by definition).
RD = shapely.box(155000, 463000, 155100, 463100)
LONLAT = shapely.box(5.387206, 52.155172, 5.388667, 52.156071)


@pytest.mark.parametrize(
    ("name", "epsg"),
    [
        ("EPSG:28992", 28992),
        ("epsg::28992", 28992),
        ("urn:ogc:def:crs:EPSG::3857", 3857),
        ("urn:ogc:def:crs:EPSG:6.9:4258", 4258),
        ("urn:ogc:def:crs:OGC:1.3:CRS84", 4326),
        ("http://www.opengis.net/def/crs/EPSG/0/28992", 28992),
        ("http://www.opengis.net/def/crs/OGC/1.3/CRS84", 4326),
        ("http://www.opengis.net/gml/srs/epsg.xml#28992", 28992),
        ("RD New", None),
        ("", None),
        ("EPSG:28992x", None),
    ],
)
def test_names_of_reference_systems(name, epsg):
    assert epsg_of(name) == epsg


def test_rd_keeps_every_vertex():
    assert to_rd([RD, None], 28992) == [RD, None]


def from_rd(geometry, epsg):
    """The geometry in another system, x before y and longitude before latitude."""
    systems = []
    for code in (28992, epsg):
        system = osr.SpatialReference()
        system.ImportFromEPSG(code)
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        systems.append(system)
    transformation = osr.CoordinateTransformation(*systems)
    return shapely.transform(geometry, lambda xy: np.array(transformation.TransformPoints(xy.tolist()))[:, :2])


@pytest.mark.parametrize("epsg", [4326, 4258, 3857, 25831, 3035, 31370])
def test_other_systems_end_at_the_same_place(epsg):
    back = place([from_rd(RD, epsg)], epsg, "x.gml", ["feature 1"])
    assert shapely.hausdorff_distance(back[0], RD) < 0.5  # grid or seven parameters: within decimetres


def test_without_a_stated_system_the_coordinates_decide():
    placed = place([RD, None], None, "x", ["a", "b"])
    assert placed == [RD, None]
    moved = place([LONLAT, None], None, "x", ["a", "b"])
    assert shapely.distance(shapely.Point(155000, 463000), moved[0]) < 1
    assert place([None], None, "x", ["a"]) == [None]


def swapped(geometry):
    return shapely.transform(geometry, lambda xy: xy[:, ::-1])


@pytest.mark.parametrize(
    ("geometry", "epsg", "proposal"),
    [
        (swapped(RD), 28992, "x en y verwisseld"),
        (swapped(RD), None, "x en y verwisseld"),
        (swapped(LONLAT), 4326, "breedte- en lengtegraad"),
        (LONLAT, 28992, "EPSG:4326"),
        (RD, 4326, "EPSG:28992"),
        (RD, 3857, "EPSG:28992"),
        (shapely.transform(RD, lambda xy: xy * 1000), 28992, "millimeters"),
        (shapely.box(2.3, 48.8, 2.4, 48.9), 4326, "buiten Nederland"),
        (shapely.box(2.3, 48.8, 2.4, 48.9), None, "buiten Nederland"),
    ],
)
def test_a_wrong_system_is_refused_with_a_proposal(geometry, epsg, proposal):
    with pytest.raises(InputError) as caught:
        place([RD if epsg == 28992 else None, geometry], epsg, "plannen.geojson", ["feature 1", "feature 2 (Kade)"])
    assert proposal in caught.value.text.nl
    assert "feature 2 (Kade)" in caught.value.text.nl
    assert "feature 1" not in caught.value.text.nl
    assert "plannen.geojson" in caught.value.text.en


def test_no_number_and_unknown_codes():
    with pytest.raises(InputError, match="feature 9"):
        place([shapely.LineString([(0, 0), (float("nan"), 1)])], 28992, "x", ["feature 9"])
    with pytest.raises(InputError, match="EPSG:999999"):
        to_rd([RD], 999999)
    with pytest.raises(InputError, match=r"en nog 2"):
        place([LONLAT] * 5, 28992, "x", list("abcde"))


def test_the_wfs_answers_of_kadaster_and_bag_land_in_the_netherlands(cases):
    import json

    for file in sorted((cases / "geodata").glob("*.json")):
        data = json.loads(file.read_text(encoding="utf8"))
        if data.get("type") != "FeatureCollection":
            continue
        geometries = [shapely.geometry.shape(feature["geometry"]) for feature in data["features"]]
        placed = place(geometries, epsg_of(data["crs"]["properties"]["name"]), file.name, ["?"] * len(geometries))
        assert all(geometry.area > 1 for geometry in placed)
