"""Plan areas drawn by hand get their parcels, buildings, origin and source date; what stands is left alone."""

from __future__ import annotations

import datetime as dt

import pytest
import shapely
from source_files import fabric, feature, parcels_file, write_geojson

from diwi_qgis.exchange.accept import Acceptances, Besluit
from diwi_qgis.exchange.quality import check_register
from diwi_qgis.sources.buildings import read_buildings
from diwi_qgis.sources.drawn_links import Getekend, drawn_links
from diwi_qgis.sources.load import load
from diwi_qgis.sources.parcels import read_parcels

DAY = dt.date(2024, 5, 1)


@pytest.fixture
def town(register, tmp_path):
    """The small fabric, a house across the border of parcels 2 and 3, and two plans without an area."""
    load(register, read_parcels(parcels_file(tmp_path / "p.json"), source_date=DAY))
    edge, south = fabric()[2].bounds[2], fabric()[2].bounds[1]
    house = feature(
        shapely.box(edge - 3, south + 4, edge + 2, south + 9),
        {"identificatie": "9999100000000001", "bouwjaar": 1990, "status": "Pand in gebruik"},
    )
    load(register, read_buildings(write_geojson(tmp_path / "b.json", [house]), source_date=DAY))
    with register.transaction() as write:
        write.insert(
            "project",
            [
                {"naam": naam, "start_datum": dt.date(2024, 1, 1), "eind_datum": dt.date(2030, 1, 1)}
                for naam in ("Kade", "Wal")
            ],
        )
    return register


def draw(register, geom, herkomst=None, fid=1):
    """As an edit in QGIS does: the area is in the register, then what belongs to it follows."""
    plans = register.read("project").set_index("fid")
    with register.transaction() as write:
        write.update("project", [{"uuid": plans.loc[fid, "uuid"], "geom": geom}])
    changes = drawn_links(register, [Getekend(fid, geom, herkomst)])
    if changes:
        with register.transaction() as write:
            changes.write(write)
    return changes


def links(register, table="perceel_koppeling"):
    frame = register.read(table)
    return dict(zip(frame["aanduiding"] if "aanduiding" in frame else frame["identificatie"], frame["aandeel"]))


def plan(register, fid=1):
    return register.read("project").set_index("fid").loc[fid]


def test_a_rough_contour_is_drawn_and_has_parts_of_parcels(town):
    west, south, east, north = fabric()[2].bounds
    draw(town, shapely.box(west, south, east + 10, north))
    assert links(town) == {"TST00-A-2": 1.0, "TST00-A-3": 0.5}
    assert links(town, "pand_koppeling") == {"9999100000000001": 1.0}
    row = plan(town)
    assert (row["contour_herkomst"], row["contour_brondatum"].date()) == ("getekend", DAY)


def test_exactly_parcels_is_made_of_parcels_whatever_the_tool_and_a_graze_is_no_part(town):
    area = shapely.union_all([fabric()[2], fabric()[3]])
    draw(town, shapely.MultiPolygon([area]))
    assert links(town) == {"TST00-A-2": 1.0, "TST00-A-3": 1.0}
    assert plan(town)["contour_herkomst"] == "percelen"
    draw(town, shapely.box(*(area.bounds[:3]), area.bounds[3] + 0.06))
    assert set(links(town)) == {"TST00-A-2", "TST00-A-3"}
    assert plan(town)["contour_herkomst"] == "aangepast"


def test_holes_and_parts_count(town):
    around = shapely.box(*fabric()[1].bounds)
    draw(town, shapely.MultiPolygon([around.difference(fabric()[14]), *fabric()[13].geoms]))
    assert links(town) == {"TST00-A-1": 1.0, "TST00-A-13": 1.0}


@pytest.mark.parametrize(
    ("said", "kept"), [("aangesloten", "aangesloten"), ("percelen", "aangepast"), (None, "getekend")]
)
def test_what_a_tool_says_is_kept_unless_it_is_not_so(town, said, kept):
    west, south, east, north = fabric()[2].bounds
    draw(town, shapely.box(west, south, east + 10, north), said)
    assert plan(town)["contour_herkomst"] == kept


def test_what_stands_is_left_alone_with_its_history(town):
    west, south, east, north = fabric()[2].bounds
    draw(town, shapely.box(west, south, east + 10, north))
    before = town.read("perceel_koppeling").set_index("aanduiding")["uuid"]
    assert not draw(town, shapely.box(west, south, east + 10, north))
    draw(town, shapely.box(west, south, east + 5, north))
    after = town.read("perceel_koppeling").set_index("aanduiding")["uuid"]
    assert after["TST00-A-2"] == before["TST00-A-2"]
    assert after["TST00-A-3"] != before["TST00-A-3"]


def test_an_area_taken_away_takes_its_links_along(town):
    draw(town, fabric()[2])
    draw(town, None)
    assert links(town) == {} and links(town, "pand_koppeling") == {}
    assert plan(town)["contour_herkomst"] is None


def test_an_invalid_area_is_linked_by_its_repaired_shape_and_an_unknown_plan_is_left_out(town):
    west, south, east, north = fabric()[2].bounds
    bow_tie = shapely.Polygon([(west, south), (east, north), (east, south), (west, north)])
    draw(town, bow_tie)
    assert links(town) == {"TST00-A-2": 0.5}
    assert not drawn_links(town, [Getekend(99, fabric()[2])])


def test_without_parcels_there_is_no_source_date(register):
    with register.transaction() as write:
        write.insert("project", [{"naam": "x", "start_datum": dt.date(2024, 1, 1), "eind_datum": dt.date(2030, 1, 1)}])
    draw(register, fabric()[2])
    assert plan(register)["contour_herkomst"] == "getekend"
    assert plan(register).isna()["contour_brondatum"]


def test_an_overlap_kept_with_a_reason_stays_accepted_at_the_next_check(town):
    draw(town, fabric()[2])
    draw(town, fabric()[2].buffer(1, join_style="mitre"), fid=2)
    one, two = (plan(town, fid)["uuid"] for fid in (1, 2))
    accepted = Acceptances(town, [Besluit("overlap", two, "parkeergarage eronder", one)], "Anna", dt.date(2026, 1, 1))
    with town.transaction() as write:
        accepted.write(write)
    check_register(town, dt.date(2026, 1, 1))
    found = town.read("bevinding")
    (kept,) = found[found["regel"] == "overlap"].to_dict("records")
    assert (kept["geaccepteerd"], kept["geaccepteerd_door"], kept["reden"]) == (True, "Anna", "parkeergarage eronder")
