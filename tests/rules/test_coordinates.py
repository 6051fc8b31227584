"""Coordinates are recognised for what they are: every system and mistake, per geometry and as a whole."""

import numpy as np
import pytest
import shapely
from osgeo import ogr, osr
from shapely import wkt

from diwi_qgis.rules.coordinates import Stelsel, not_finite, recognise, recognise_each

DOESBURG = {
    Stelsel.RD: shapely.box(206000, 447000, 206100, 447100),
    Stelsel.RD_GEWISSELD: shapely.box(447000, 206000, 447100, 206100),
    Stelsel.RD_MM: shapely.box(206000000, 447000000, 206100000, 447100000),
    Stelsel.LONLAT: shapely.box(6.12, 52.01, 6.13, 52.02),
    Stelsel.LATLON: shapely.box(52.01, 6.12, 52.02, 6.13),
    Stelsel.WEB_MERCATOR: shapely.box(682000, 6802000, 682100, 6802100),
    Stelsel.UTM31: shapely.box(714000, 5766000, 714100, 5766100),
    Stelsel.LAEA: shapely.box(4054000, 3219000, 4054100, 3219100),
    Stelsel.BUITEN: shapely.box(6802000, 682000, 6802100, 682100),
    Stelsel.LEEG: shapely.Polygon(),
}


@pytest.mark.parametrize("stelsel", list(DOESBURG))
def test_every_system_and_mistake_is_recognised(stelsel):
    assert recognise_each([DOESBURG[stelsel], None]) == [stelsel, Stelsel.LEEG]
    assert recognise([None, DOESBURG[stelsel]]).stelsel is stelsel


def test_one_stray_geometry_is_pointed_at():
    oordeel = recognise([DOESBURG[Stelsel.RD], DOESBURG[Stelsel.LATLON], DOESBURG[Stelsel.RD], None])
    assert oordeel.stelsel is Stelsel.RD
    assert oordeel.afwijkend == {1: Stelsel.LATLON}


def test_one_vertex_at_the_origin_puts_its_geometry_outside():
    assert recognise_each([wkt.loads("POLYGON ((206000 447000, 206100 447000, 0 0, 206000 447000))")]) == [
        Stelsel.BUITEN
    ]


def from_rd(epsg):
    """Function from RD coordinates to those of another system, x before y and longitude before latitude."""
    systems = []
    for code in (28992, epsg):
        system = osr.SpatialReference()
        system.ImportFromEPSG(code)
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        systems.append(system)
    transformation = osr.CoordinateTransformation(*systems)
    return lambda xy: np.array(transformation.TransformPoints(xy.tolist()))[:, :2]


def test_real_files_are_recognised(cases):
    source = ogr.Open(str(cases / "geodata" / "doesburg.gpkg"))
    panden = shapely.from_wkb([bytes(feature.GetGeometryRef().ExportToWkb()) for feature in source.GetLayer("pand")])
    for epsg, stelsel in (
        (28992, Stelsel.RD),
        (4326, Stelsel.LONLAT),
        (3857, Stelsel.WEB_MERCATOR),
        (25831, Stelsel.UTM31),
        (3035, Stelsel.LAEA),
    ):
        there = list(shapely.transform(panden, from_rd(epsg)))
        assert recognise(there) == type(recognise([]))(stelsel, {})
        swapped = list(shapely.transform(there, lambda xy: xy[:, ::-1]))
        expected = {28992: Stelsel.RD_GEWISSELD, 4326: Stelsel.LATLON}.get(epsg, Stelsel.BUITEN)
        assert recognise(swapped).stelsel is expected


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 1e308, -1e300])
def test_coordinates_that_are_no_number_are_found(value):
    odd = shapely.LineString([(0, 0), (1, value)])
    assert not_finite([DOESBURG[Stelsel.RD], None, odd]) == [2]
