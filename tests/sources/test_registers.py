"""Parcels, buildings and boundaries out of files: every spelling, and everything that can be wrong with a file."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from pathlib import Path

import numpy as np
import pytest
import shapely
from source_files import (
    ORIGIN,
    Stop,
    fabric,
    feature,
    ogc,
    parcels_file,
    wfs,
    write_geojson,
    write_layers,
)

from diwi_qgis.errors import Cancelled, InputError
from diwi_qgis.rules.coverage import is_valid_coverage
from diwi_qgis.sources.boundaries import read_boundaries
from diwi_qgis.sources.buildings import read_buildings
from diwi_qgis.sources.crs import to_rd
from diwi_qgis.sources.parcels import read_parcels
from diwi_qgis.sources.values import identifications
from diwi_qgis.sources.vector import parse_date

DAY = dt.date(2024, 5, 1)


def refused(read, path, *words, **more):
    """Reading stops with one message that has all the words."""
    with pytest.raises(InputError) as caught:
        read(path, **more)
    for word in words:
        assert word in caught.value.text.nl, caught.value.text.nl
    return caught.value.text


def texts(messages):
    return " ".join(message.nl for message in messages)


# -- the real answers -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "aanduiding", "identificatie", "begin", "grootte"),
    [
        ("perceel_wfs_ijsselmuiden_epsg28992.json", "ISM02-B-7680", "66030768070000", dt.date(2017, 3, 27), 144),
        ("perceel_wfs_lelystad_epsg3857.json", "LLS00-R-168", "89250016870000", dt.date(2016, 2, 16), 78_501_216),
        ("perceel_wfs_v4_amersfoort_epsg3857.json", "AMF00-A-4359", "25430435970000", dt.date(2003, 6, 6), 658),
    ],
)
def test_real_answers_of_the_kadaster(cases, name, aanduiding, identificatie, begin, grootte):
    gelezen = read_parcels(cases / "geodata" / name, source_date=DAY)
    (row,) = gelezen.rows.itertuples()
    assert (row.aanduiding, row.identificatie, row.begin_geldigheid) == (aanduiding, identificatie, begin)
    assert row.kadastrale_grootte == grootte
    assert row.geom.area == pytest.approx(grootte, rel=0.03)
    assert row.geom.geom_type == "MultiPolygon" and row.geom.is_valid
    assert gelezen.cut_off is None and gelezen.refused == [] and gelezen.warnings == []


def test_the_place_of_a_parcel_agrees_with_the_rd_point_in_the_same_answer(cases):
    for path in sorted((cases / "geodata").glob("perceel_wfs_*.json")):
        properties = json.loads(path.read_text())["features"][0]["properties"]
        label = shapely.Point(
            properties["perceelnummerPlaatscoordinaatX"], properties["perceelnummerPlaatscoordinaatY"]
        )
        assert read_parcels(path, source_date=DAY).rows["geom"].iloc[0].distance(label) < 1.0


def test_the_older_schema_of_nlextract(cases):
    gelezen = read_parcels(cases / "geodata" / "nlextract_dkkv3_perceel-flat.json", source_date=DAY)
    rows = gelezen.rows
    assert len(rows) == 15 and gelezen.refused == []
    assert rows["identificatie"].iloc[0] == "470485338"
    assert rows["aanduiding"].iloc[0] == "SBG01-B-6931"
    assert rows["begin_geldigheid"].iloc[0] == dt.date(2009, 3, 27)
    areas = shapely.area(rows["geom"].to_numpy())
    assert np.allclose(areas, rows["kadastrale_grootte"], rtol=0.15)


def test_the_parcels_of_doesburg_keep_every_vertex(cases):
    from osgeo import ogr

    rows = read_parcels(cases / "geodata" / "doesburg.gpkg", source_date=DAY).rows
    assert len(rows) == 4528 and rows["identificatie"].is_unique
    assert set(rows["identificatie"].str.len()) == {14}
    assert is_valid_coverage(rows["geom"].to_numpy())
    source = ogr.Open(str(cases / "geodata" / "doesburg.gpkg"))
    there = shapely.from_wkb([bytes(one.GetGeometryRef().ExportToWkb()) for one in source.GetLayer("perceel")])
    assert np.array_equal(shapely.get_coordinates(there), shapely.get_coordinates(rows["geom"].to_numpy()))


def test_the_buildings_of_doesburg_in_their_last_version(cases):
    gelezen = read_buildings(cases / "geodata" / "doesburg.gpkg", source_date=DAY)
    rows = gelezen.rows.set_index("identificatie")
    assert len(rows) == 7797 and rows.index.is_unique and gelezen.refused == []
    assert rows.loc["0221100000311520", "status"] == "Pand in gebruik"  # the fourth of four versions
    assert (rows["status"] == "Pand gesloopt").sum() == 389
    assert "2648" in texts(gelezen.warnings)


def test_buildings_of_the_bag_service_in_longitude_and_latitude(cases):
    gelezen = read_buildings(cases / "geodata" / "bag_pand_wfs_haarlem_crs84.json", source_date=DAY)
    row = gelezen.rows.set_index("identificatie").loc["0392100000045123"]
    assert len(gelezen.rows) == 20
    assert (row.bouwjaar, row.gebruiksdoel, row.oppervlakte_max) == (1991, "onderwijsfunctie", 1719)
    assert row.geom.distance(shapely.Point(104_600, 490_230)) < 20


# -- spellings --------------------------------------------------------------------------------------------------------


def same_parcels(rows):
    """The fabric, whatever file it came from."""
    expected = fabric()
    assert rows["perceelnummer"].tolist() == list(expected)
    for row in rows.itertuples():
        assert shapely.equals_identical(
            shapely.normalize(row.geom), shapely.normalize(multi(expected[row.perceelnummer]))
        )
        assert row.aanduiding == f"TST00-A-{row.perceelnummer}"
        assert row.identificatie == f"0099000{row.perceelnummer:03d}0000"
        assert row.begin_geldigheid == dt.date(2016, 2, 16)
    return True


def multi(geometry):
    return shapely.MultiPolygon(shapely.get_parts(geometry).tolist())


def test_camel_case_and_snake_case_are_one(tmp_path):
    assert same_parcels(read_parcels(parcels_file(tmp_path / "wfs.json")).rows)
    assert same_parcels(read_parcels(parcels_file(tmp_path / "ogc.json", maker=ogc)).rows)


def test_gml_of_the_service_leaves_nothing_beside_the_file(tmp_path):
    members = "".join(
        f'<wfs:member><k:Perceel gml:id="p.{number}">'
        f"<k:geom>{shapely_gml(geometry)}</k:geom>"
        + "".join(f"<k:{name}>{value}</k:{name}>" for name, value in wfs(number, geometry)["properties"].items())
        + "</k:Perceel></wfs:member>"
        for number, geometry in fabric().items()
    )
    path = tmp_path / "percelen.gml"
    path.write_text(gml_answer(members, matched=14), encoding="utf8")
    gelezen = read_parcels(path)
    assert same_parcels(gelezen.rows)
    assert gelezen.cut_off is None
    assert gelezen.source_date == dt.date(2025, 2, 3)
    assert [other.name for other in tmp_path.iterdir()] == ["percelen.gml"]


def gml_answer(members, matched):
    return (
        '<?xml version="1.0" encoding="UTF-8"?><wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" '
        'xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:k="http://kadastralekaart.geonovum.nl" '
        f'timeStamp="2025-02-03T23:59:00Z" numberMatched="{matched}" numberReturned="14">{members}'
        "</wfs:FeatureCollection>"
    )


def shapely_gml(geometry):
    def ring(kind, line):
        points = " ".join(f"{x!r} {y!r}" for x, y in line.coords)
        return f"<gml:{kind}><gml:LinearRing><gml:posList>{points}</gml:posList></gml:LinearRing></gml:{kind}>"

    surfaces = "".join(
        '<gml:surfaceMember><gml:Polygon srsName="urn:ogc:def:crs:EPSG::28992">'
        + ring("exterior", part.exterior)
        + "".join(ring("interior", hole) for hole in part.interiors)
        + "</gml:Polygon></gml:surfaceMember>"
        for part in shapely.get_parts(geometry)
    )
    return f'<gml:MultiSurface srsName="urn:ogc:def:crs:EPSG::28992">{surfaces}</gml:MultiSurface>'


@pytest.mark.parametrize("driver", ["GPKG", "FlatGeobuf"])
def test_geopackage_and_other_files(tmp_path, driver):
    rows = [(multi(geometry).wkt, wfs(number, geometry)["properties"]) for number, geometry in fabric().items()]
    path = write_layers(tmp_path / f"percelen.{driver.lower()[:4]}", {"zomaar een naam": rows}, driver)
    assert sorted(read_parcels(path).rows["perceelnummer"]) == sorted(fabric())


@pytest.mark.parametrize("epsg", [3857, 4326, 25831, 4258, 3035])
def test_any_reference_system_comes_back_on_the_millimetre_grid_with_shared_borders(tmp_path, epsg):
    parcels = fabric()
    placed = dict(zip(parcels, from_rd(list(parcels.values()), epsg)))
    path = write_geojson(
        tmp_path / "p.json", [wfs(n, g) for n, g in placed.items()], crs=f"urn:ogc:def:crs:EPSG::{epsg}"
    )
    rows = read_parcels(path).rows
    assert is_valid_coverage(rows["geom"].to_numpy())
    for row in rows.itertuples():
        assert shapely.hausdorff_distance(row.geom, parcels[row.perceelnummer]) < 0.002


def from_rd(geometries, epsg):
    from osgeo import osr

    source, target = osr.SpatialReference(), osr.SpatialReference()
    source.ImportFromEPSG(28992)
    target.ImportFromEPSG(epsg)
    for system in (source, target):
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    move = osr.CoordinateTransformation(source, target)
    return [
        shapely.transform(one, lambda points: np.array(move.TransformPoints(points.tolist()))[:, :2])
        for one in geometries
    ]


def test_a_point_far_from_the_border_comes_out_where_it_went_in():
    (back,) = to_rd(from_rd([shapely.Point(155_000, 463_000)], 4326), 4326)
    assert back.distance(shapely.Point(155_000, 463_000)) < 0.001


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2016/02/16 17:38:46+00", dt.date(2016, 2, 16)),
        ("2003-06-06T15:17:55.000", dt.date(2003, 6, 6)),
        ("2020-12-31T23:59:59+01:00", dt.date(2020, 12, 31)),
        ("2021-01-01T00:00:00Z", dt.date(2021, 1, 1)),
        ("2020-09-15", dt.date(2020, 9, 15)),
        ("20200915", dt.date(2020, 9, 15)),
        ("2020-02-30", None),
        ("", None),
        (None, None),
        ("onbekend", None),
    ],
)
def test_dates_are_days_and_do_not_shift(text, day, monkeypatch):
    for zone in ("UTC", "Pacific/Auckland", "America/Los_Angeles"):
        monkeypatch.setenv("TZ", zone)
        assert parse_date(text) == day


# -- identifications --------------------------------------------------------------------------------------------------


def test_leading_zeros_that_a_program_lost_are_put_back_and_said(tmp_path):
    square = fabric()[2]
    path = write_geojson(
        tmp_path / "p.json", [feature(square, {**wfs(2, square)["properties"], "identificatieLokaalID": 990000020000})]
    )
    gelezen = read_parcels(path)
    assert gelezen.rows["identificatie"].tolist() == ["00990000020000"]
    assert "00990000020000" in texts(gelezen.warnings)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("00990000020000", "00990000020000"),
        (990000020000, "00990000020000"),
        (990000020000.0, "00990000020000"),
        ("9.9000002E11", None),
        (990000020000.5, None),
        (1e17, None),
        ("123456789012345", None),
        (None, None),
        ("", None),
    ],
)
def test_identifications_are_text_of_fourteen_digits_or_refused(value, expected):
    assert identifications([value], 14).values == [expected]


def test_an_identification_that_is_none_is_named(tmp_path):
    squares = fabric()
    path = write_geojson(tmp_path / "p.json", [wfs(2, squares[2]), wfs(3, squares[3], identificatie="8.9E13")])
    gelezen = read_parcels(path)
    assert gelezen.rows["perceelnummer"].tolist() == [2]
    assert "8.9E13" in texts(gelezen.refused) and "14 cijfers" in texts(gelezen.refused)


def test_half_a_designation_is_named(tmp_path):
    square = fabric()[2]
    path = write_geojson(tmp_path / "p.json", [wfs(2, square), wfs(3, square, sectie=None), wfs(4, square, "37")])
    gelezen = read_parcels(path)
    assert len(gelezen.rows) == 1
    assert [text.nl.split(":")[0] for text in gelezen.refused] == ["perceel 00990000030000", "perceel 00990000040000"]


def test_repeats_that_are_equal_are_taken_once_and_others_refused(tmp_path):
    squares = fabric()
    turned = shapely.Polygon(list(squares[3].exterior.coords)[2:-1] + list(squares[3].exterior.coords)[:3])
    path = write_geojson(
        tmp_path / "p.json",
        [wfs(2, squares[2]), wfs(3, squares[3]), wfs(3, turned), wfs(4, squares[4]), wfs(4, squares[5])],
    )
    gelezen = read_parcels(path)
    assert gelezen.rows["perceelnummer"].tolist() == [2, 3]
    assert "00990000030000" in texts(gelezen.warnings)
    assert "00990000040000" in texts(gelezen.refused)


def test_parcels_that_are_no_longer_valid_are_left_out_and_said(tmp_path):
    squares = fabric()
    path = write_geojson(
        tmp_path / "p.json", [wfs(2, squares[2]), wfs(3, squares[3], statusHistorieWaarde="Historisch")]
    )
    gelezen = read_parcels(path)
    assert gelezen.rows["perceelnummer"].tolist() == [2]
    assert "00990000030000" in texts(gelezen.warnings)


# -- is it the whole answer? ------------------------------------------------------------------------------------------


def test_an_answer_that_was_cut_off_is_recognised(tmp_path):
    assert "30" in read_parcels(parcels_file(tmp_path / "a.json", numberMatched=30)).cut_off.nl
    links = [{"rel": "next", "href": "https://example.org"}]
    assert "volgende pagina" in read_parcels(parcels_file(tmp_path / "b.json", links=links)).cut_off.nl
    assert read_parcels(parcels_file(tmp_path / "c.json", numberMatched=14)).cut_off is None
    assert read_parcels(parcels_file(tmp_path / "d.json", links=[{"rel": "self", "href": "x"}])).cut_off is None


def test_a_thousand_without_a_count_is_suspect(tmp_path):
    x0, y0 = ORIGIN
    many = [wfs(n, shapely.box(x0 + n, y0, x0 + n + 1, y0 + 1), identificatie=f"{n:014d}") for n in range(1, 1002)]
    assert "1000" in read_parcels(write_geojson(tmp_path / "a.json", many[:1000])).cut_off.nl
    assert read_parcels(write_geojson(tmp_path / "b.json", many[:1000], numberMatched=1000)).cut_off is None
    assert read_parcels(write_geojson(tmp_path / "c.json", many[:999])).cut_off is None


def test_gml_that_was_cut_off_is_recognised(tmp_path):
    number, geometry = next(iter(fabric().items()))
    properties = "".join(f"<k:{n}>{v}</k:{n}>" for n, v in wfs(number, geometry)["properties"].items())
    member = f"<wfs:member><k:Perceel><k:geom>{shapely_gml(geometry)}</k:geom>{properties}</k:Perceel></wfs:member>"
    path = tmp_path / "p.gml"
    path.write_text(gml_answer(member, matched=5000), encoding="utf8")
    assert "5000" in read_parcels(path).cut_off.nl


def test_the_source_date_is_what_is_given_else_that_of_the_answer_else_of_the_file(tmp_path):
    path = parcels_file(tmp_path / "a.json", timeStamp="2024-03-01T23:30:00Z")
    assert read_parcels(path, source_date=DAY).source_date == DAY
    assert read_parcels(path).source_date == dt.date(2024, 3, 1)
    bare = parcels_file(tmp_path / "b.json")
    import os

    os.utime(bare, (1_700_000_000, 1_700_000_000))
    gelezen = read_parcels(bare)
    assert gelezen.source_date == dt.date(2023, 11, 14)
    assert "14-11-2023" in texts(gelezen.warnings)


# -- bad files --------------------------------------------------------------------------------------------------------


def test_a_file_that_is_not_there_or_empty(tmp_path):
    refused(read_parcels, tmp_path / "weg.json", "weg.json", "bestaat niet")
    (tmp_path / "leeg.json").write_text("")
    refused(read_parcels, tmp_path / "leeg.json", "leeg")
    refused(read_parcels, write_geojson(tmp_path / "geen.json", []), "geen.json")


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.999])
def test_a_geojson_file_that_breaks_off(tmp_path, share):
    whole = parcels_file(tmp_path / "heel.json").read_bytes()
    path = tmp_path / "half.json"
    path.write_bytes(whole[: int(len(whole) * share)])
    refused(read_parcels, path, "half.json", "Er is niets gewijzigd")


def test_a_geopackage_that_breaks_off(tmp_path, cases):
    path = tmp_path / "half.gpkg"
    whole = (cases / "geodata" / "doesburg.gpkg").read_bytes()
    path.write_bytes(whole[: len(whole) // 3])
    refused(read_parcels, path, "half.gpkg", "Er is niets gewijzigd")


def test_gml_that_breaks_off(tmp_path):
    number, geometry = next(iter(fabric().items()))
    properties = "".join(f"<k:{n}>{v}</k:{n}>" for n, v in wfs(number, geometry)["properties"].items())
    member = f"<wfs:member><k:Perceel><k:geom>{shapely_gml(geometry)}</k:geom>{properties}</k:Perceel></wfs:member>"
    path = tmp_path / "p.gml"
    path.write_text(gml_answer(member * 3, matched=3)[:-300], encoding="utf8")
    refused(read_parcels, path, "p.gml")


def test_no_vector_file_and_no_way_to_the_network(tmp_path):
    text = tmp_path / "tekst.json"
    text.write_text("dit is geen kaart")
    refused(read_parcels, text, "tekst.json")
    vrt = tmp_path / "bron.vrt"
    vrt.write_text('<OGRVRTDataSource><OGRVRTLayer name="p"><SrcDataSource>WFS:http://127.0.0.1:9/</SrcDataSource>'
                   "</OGRVRTLayer></OGRVRTDataSource>")  # fmt: skip
    refused(read_parcels, vrt, "bron.vrt")
    refused(read_parcels, Path("WFS:http://127.0.0.1:9/"), "bestaat niet")


def test_the_wrong_layer_says_what_it_has_and_what_was_expected(tmp_path):
    path = write_layers(
        tmp_path / "iets.gpkg",
        {
            "bomen": [("POINT (155000 463000)", {"soort": "eik"})],
            "vakken": [(fabric()[2].wkt, {"naam": "a", "hoogte": 3})],
        },
    )
    text = refused(read_parcels, path, "bomen", "soort", "vakken", "hoogte", "identificatielokaalid", "perceelnummer")
    assert "bomen" in text.en
    refused(read_buildings, path, "panden", "bouwjaar")
    refused(read_parcels, path, "geen laag 'percelen'", "vakken", layer="percelen")


def test_two_layers_of_parcels_must_be_told_apart(tmp_path):
    rows = [(multi(fabric()[2]).wkt, wfs(2, fabric()[2])["properties"])]
    path = write_layers(tmp_path / "twee.gpkg", {"oud": rows, "nieuw": rows})
    refused(read_parcels, path, "oud, nieuw", "LAYER")
    assert len(read_parcels(path, layer="nieuw").rows) == 1


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1e400", "1e308"])
def test_coordinates_that_are_no_numbers(tmp_path, number):
    text = parcels_file(tmp_path / "p.json", [2]).read_text()
    broken = tmp_path / "kapot.json"
    broken.write_text(text.replace("155020.123", number, 1))
    refused(read_parcels, broken, "kapot.json")


def test_swapped_axes_are_recognised(tmp_path):
    swapped = [wfs(n, shapely.transform(g, lambda p: p[:, ::-1])) for n, g in fabric().items()]
    refused(read_parcels, write_geojson(tmp_path / "p.json", swapped), "verwisseld")


def test_another_country_is_refused(tmp_path):
    wien = shapely.box(16.37, 48.20, 16.371, 48.201)
    path = write_geojson(tmp_path / "p.json", [wfs(2, wien)], crs="urn:ogc:def:crs:OGC:1.3:CRS84")
    refused(read_parcels, path, "buiten Nederland")


def test_a_wrong_reference_system_is_refused_and_a_missing_one_judged_by_the_coordinates(tmp_path):
    wrong = parcels_file(tmp_path / "fout.json", crs="urn:ogc:def:crs:EPSG::4326")
    refused(read_parcels, wrong, "EPSG:4326")
    missing = write_geojson(tmp_path / "geen.json", [wfs(n, g) for n, g in fabric().items()], crs=None)
    assert same_parcels(read_parcels(missing).rows)


def test_a_geometry_that_crosses_itself_is_not_decided(tmp_path):
    x, y = 155_000, 463_000
    bow = shapely.Polygon([(x, y), (x + 10, y + 10), (x + 10, y), (x, y + 10)])
    spike = shapely.Polygon(
        [(x + 50, y), (x + 60, y), (x + 60, y + 10), (x + 60, y + 20), (x + 60, y + 10), (x + 50, y + 10)]
    )
    path = write_geojson(
        tmp_path / "p.json", [wfs(2, bow), wfs(3, spike), wfs(4, shapely.LineString([(x, y), (x, y + 1)]))]
    )
    gelezen = read_parcels(path)
    assert gelezen.rows["perceelnummer"].tolist() == [3]
    assert "00990000030000" in texts(gelezen.warnings)
    assert "00990000020000" in texts(gelezen.refused) and "LineString" in texts(gelezen.refused)


def test_heights_and_measures_are_left_off(tmp_path):
    solid = shapely.force_3d(fabric()[1], 12.0)
    rows = read_parcels(write_geojson(tmp_path / "p.json", [wfs(1, solid)])).rows
    assert not shapely.has_z(rows["geom"].iloc[0])
    assert len(rows["geom"].iloc[0].geoms[0].interiors) == 1


def test_cancel_stops_reading(tmp_path):
    with pytest.raises(Cancelled):
        read_parcels(parcels_file(tmp_path / "p.json"), progress=Stop())


# -- buildings and boundaries -----------------------------------------------------------------------------------------


def pand(identificatie="9999100000000001", shift=0.0, **more):
    properties = {"identificatie": identificatie, "bouwjaar": 1990, "status": "Pand in gebruik", **more}
    x, y = ORIGIN
    return feature(shapely.box(x + shift, y, x + shift + 8, y + 9), properties)


def test_buildings_of_the_ogc_api_and_of_lvbag(tmp_path):
    lists = write_geojson(tmp_path / "a.json", [pand(gebruiksdoel=["woonfunctie", "winkelfunctie"])])
    assert read_buildings(lists).rows["gebruiksdoel"].tolist() == ["woonfunctie, winkelfunctie"]
    prefixed = write_geojson(tmp_path / "b.json", [pand("NL.IMBAG.Pand.9999100000000001", oorspronkelijkBouwjaar=1991)])
    assert read_buildings(prefixed).rows["identificatie"].tolist() == ["9999100000000001"]


def test_a_dwelling_is_no_building(tmp_path):
    path = write_geojson(tmp_path / "a.json", [pand(), pand("9999010000000002", 20.0)])
    gelezen = read_buildings(path)
    assert len(gelezen.rows) == 1
    assert "9999010000000002" in texts(gelezen.refused)


def test_an_ended_version_never_wins_from_one_that_holds(tmp_path):
    versions = [
        pand(voorkomen=2, eind_geldigheid="2020-01-01", status="Bouw gestart"),
        pand(voorkomen=1, eind_geldigheid=None, status="Pand in gebruik"),
        pand("9999100000000002", 20.0, voorkomen=1, eind_geldigheid="2019-01-01", status="Pand in gebruik"),
        pand("9999100000000002", 20.0, voorkomen=2, eind_geldigheid="2020-01-01", status="Pand gesloopt"),
    ]
    rows = read_buildings(write_geojson(tmp_path / "a.json", versions)).rows
    assert rows["status"].tolist() == ["Pand in gebruik", "Pand gesloopt"]


def area(shift=0.0):
    x, y = ORIGIN
    return shapely.box(x + shift, y, x + shift + 100, y + 100)


def test_boundaries_of_bestuurlijke_gebieden(tmp_path):
    gemeente = {"naam": "Testdam", "code": "0014", "identificatie": "GM0014", "ligtInProvincieCode": "28",
                "ligtInProvincieNaam": "Zuid-Holland"}  # fmt: skip
    (row,) = read_boundaries(
        write_geojson(tmp_path / "g.json", [feature(area(), gemeente)]), year=2025
    ).rows.itertuples()
    assert (row.soort, row.code, row.naam, row.gemeentecode, row.jaar) == (
        "gemeente",
        "GM0014",
        "Testdam",
        "0014",
        2025,
    )


def test_boundaries_of_cbs_in_all_layers_of_one_file(tmp_path):
    path = write_layers(
        tmp_path / "cbs.gpkg",
        {
            "gemeenten": [(area().wkt, {"gemeentecode": "GM0014", "gemeentenaam": "Testdam", "water": "NEE"}),
                          (area(100).wkt, {"gemeentecode": "GM0014", "gemeentenaam": "Testdam", "water": "JA"})],
            "wijken": [(area().wkt, {"wijkcode": "WK001401", "wijknaam": "Oost", "gemeentecode": "GM0014",
                                     "gemeentenaam": "Testdam", "jaarcode": 2024})],
            "buurten": [(area().wkt, {"buurtcode": "BU00140101", "buurtnaam": "Kade", "wijkcode": "WK001401",
                                      "gemeentecode": "GM0014", "gemeentenaam": "Testdam", "jrstatcode": "2024BU00140101"})],
        },
    )  # fmt: skip
    gelezen = read_boundaries(path)
    rows = gelezen.rows.set_index("soort")
    assert rows["code"].to_dict() == {"gemeente": "GM0014", "wijk": "WK001401", "buurt": "BU00140101"}
    assert rows["jaar"].to_dict() == {"gemeente": 0, "wijk": 2024, "buurt": 2024}
    assert rows.loc["gemeente", "geom"].area == pytest.approx(20_000)
    assert set(rows["gemeentecode"]) == {"0014"}
    assert "gevoegd" in texts(gelezen.warnings)


def test_a_code_that_is_no_area_is_named(tmp_path):
    rows = [
        feature(area(), {"statcode": "GM0014", "statnaam": "A"}),
        feature(area(), {"statcode": "PV28", "statnaam": "B"}),
    ]
    gelezen = read_boundaries(write_geojson(tmp_path / "s.json", rows))
    assert gelezen.rows["code"].tolist() == ["GM0014"]
    assert "PV28" in texts(gelezen.refused)


def test_reading_changes_nothing_beside_the_file(tmp_path, cases):
    path = tmp_path / "doesburg.gpkg"
    shutil.copyfile(cases / "geodata" / "doesburg.gpkg", path)
    before = path.read_bytes()
    read_parcels(path)
    assert path.read_bytes() == before
    assert [other.name for other in tmp_path.iterdir()] == ["doesburg.gpkg"]
