"""Fetching as QGIS runs it: addresses from a file of the functional manager, all or nothing, and what changed."""

from __future__ import annotations

import json

import pytest
import shapely
from ogc_server import Reply, Server, collection
from qgis.core import QgsProcessingException, QgsProcessingFeedback, QgsSettings
from source_files import fabric, wfs

from diwi_qgis.processing.fetchboundaries import FetchBoundaries
from diwi_qgis.processing.fetchbuildings import FetchBuildings
from diwi_qgis.processing.fetchparcels import FetchParcels
from diwi_qgis.processing.planfromparcels import PlanFromParcels
from diwi_qgis.processing.relinkparcels import RelinkParcels
from diwi_qgis.rules.coverage import is_valid_coverage
from diwi_qgis.store import open_register

pytestmark = pytest.mark.qgis

TOWN = shapely.box(154_900, 462_900, 155_300, 463_200)
EXTENT = "155000,155200,463000,463100 [EPSG:28992]"


class Town(Server):
    """The services of Testdam: `parcels` (features) can be changed between two visits; asked paths are remembered."""

    def __init__(self):
        super().__init__()
        self.parcels = {number: wfs(number, shape) for number, shape in fabric().items()}
        self.stated = None

    def reply(self, path):
        if "gemeentegebied" in path.lower():
            town = {"identificatie": "GM9999", "code": "9999", "naam": "Testdam", "ligtInProvincieNaam": "Utrecht"}
            return Reply(collection([feature("g1", TOWN, town)], numberMatched=1))
        if "pand" in path:
            house = {"identificatie": "9999100000000001", "status": "Pand in gebruik", "bouwjaar": 1980}
            return Reply(
                collection([feature("p1", shapely.box(155_002, 463_002, 155_004, 463_004), house)], numberMatched=1)
            )
        found = [{**parcel, "id": f"perceel.{number}"} for number, parcel in self.parcels.items()]
        if "startIndex" in path and "startIndex=0" not in path:
            return Reply(collection([]))
        return Reply(collection(found, numberMatched=self.stated or len(found)))


def feature(identity, shape, properties):
    geometry = shapely.geometry.mapping(shape)
    return {"type": "Feature", "id": identity, "properties": properties, "geometry": geometry}


class Log(QgsProcessingFeedback):
    """What a user reads in the log."""

    def __init__(self):
        super().__init__(False)
        self.text = ""

    def pushInfo(self, info):
        self.text += info + "\n"

    def pushWarning(self, warning):
        self.text += warning + "\n"


@pytest.fixture
def town(register_path):
    """The services, and a register that is told to use them by a file beside it."""
    with Town() as server:
        names = [f"{what}_{kind}" for what in ("percelen", "panden", "gemeenten") for kind in ("wfs", "ogc")]
        own = {"diensten": {name: {"adres": server.url} for name in names}}
        (register_path.parent / "diensten.json").write_text(json.dumps(own), encoding="utf8")
        with open_register(register_path, write=True) as register, register.transaction() as write:
            write.insert("instelling", [{"sleutel": "diensten", "waarde": "diensten.json"}])
        yield server


@pytest.fixture
def run(run_algorithm, register_path):
    def run(algorithm, log=None, **more):
        return run_algorithm(algorithm, {"REGISTER": str(register_path), **more}, log)

    return run


def table(path, name):
    with open_register(path) as register:
        return register.read(name)


def test_a_new_register_gets_its_municipality_and_then_all_parcels_in_it(town, run, register_path, tmp_path):
    with pytest.raises(QgsProcessingException, match="diwi:fetchboundaries"):
        run(FetchParcels)
    assert town.asked == []
    assert run(FetchBoundaries, AREAS=[0])["ADDED"] == 1
    report = tmp_path / "bron.html"
    outputs = run(FetchParcels, REPORT=str(report))
    assert (outputs["ADDED"], outputs["COMPLETE"], outputs["PLANS"]) == (14, True, 0)
    assert len(table(register_path, "perceel")) == 14
    assert "CC BY 4.0" in report.read_text(encoding="utf8") and town.url in report.read_text(encoding="utf8")
    assert run(FetchParcels)["UNCHANGED"] == 14
    assert run(FetchBuildings, SERVICE=1, EXTENT=EXTENT)["TOTAL"] == 1
    assert "/collections/pand/items" in town.asked[-1]


def test_what_is_gone_inside_the_area_goes_and_what_lies_outside_stays(town, run, register_path):
    run(FetchParcels, EXTENT=EXTENT)
    del town.parcels[12], town.parcels[13]  # 13 lies in two parts, one of them outside the area asked for below
    outputs = run(FetchParcels, EXTENT="155000,155105,463000,463070 [EPSG:28992]")
    assert (outputs["VANISHED"], outputs["KEPT"], outputs["UNCHANGED"]) == (1, 1, 12)
    assert "A-12" not in "".join(table(register_path, "perceel")["aanduiding"])


def test_an_incomplete_answer_removes_nothing_and_cannot_replace(town, run, register_path):
    run(FetchParcels, EXTENT=EXTENT)
    del town.parcels[12]
    town.stated = 500
    log = Log()
    outputs = run(FetchParcels, log, EXTENT=EXTENT)
    assert outputs["COMPLETE"] is False and outputs["VANISHED"] == 0 and outputs["TOTAL"] == 14
    assert "500" in log.text
    with pytest.raises(QgsProcessingException, match="500"):
        run(FetchParcels, EXTENT=EXTENT, MODE=1)
    assert len(table(register_path, "perceel")) == 14


def test_a_service_that_fails_leaves_the_register_as_it_was(town, run, register_path):
    run(FetchParcels, EXTENT=EXTENT)
    before = register_path.read_bytes()
    town.reply = lambda path: Reply(b"<html>Storing</html>", 404, {"Content-Type": "text/html"})
    with pytest.raises(QgsProcessingException, match="diensten"):
        run(FetchParcels, EXTENT=EXTENT)
    assert register_path.read_bytes() == before


def test_cancelling_leaves_the_register_as_it_was(town, run, register_path):
    log = Log()
    log.cancel()
    assert run(FetchParcels, log, EXTENT=EXTENT)["TOTAL"] is None
    assert table(register_path, "perceel").empty


def test_the_organisation_may_say_where_its_addresses_are(town, run, register_path, tmp_path):
    with open_register(register_path, write=True) as register, register.transaction() as write:
        settings = register.read("instelling", ["uuid", "sleutel"]).set_index("sleutel")["uuid"]
        write.delete("instelling", [settings["diensten"]])
    (tmp_path / "org").mkdir()
    path = (register_path.parent / "diensten.json").rename(tmp_path / "org" / "diensten.json")
    QgsSettings().setValue("diwi/diensten", str(path))
    try:
        assert run(FetchParcels, EXTENT=EXTENT)["TOTAL"] == 14
    finally:
        QgsSettings().remove("diwi/diensten")


# -- parcels change ------------------------------------------------------------------------------------------------


@pytest.fixture
def plans(town, run):
    """Plan Hof on parcels 2 and 3 (neighbours), plan Kade on parcel 7, plan Rand on parcel 8."""
    run(FetchParcels, EXTENT=EXTENT)
    for naam, percelen in (("Hof", "TST00-A-2, TST00-A-3"), ("Kade", "TST00-A-7"), ("Rand", "TST00-A-8")):
        run(PlanFromParcels, PLAN=naam, PARCELS=percelen, CREATE=True)
    return town


def halves(shape):
    """Left and right part of a square of 20 m, cut at 7 m, on the millimetre grid."""
    west, south, east, north = shape.bounds
    return shapely.box(west, south, round(west + 7, 3), north), shapely.box(round(west + 7, 3), south, east, north)


def project(path, naam):
    projects = table(path, "project").set_index("naam")
    return projects.loc[naam]


def linked(path, naam):
    links = table(path, "perceel_koppeling")
    return sorted(links.loc[links["project_uuid"] == project(path, naam)["uuid"], "aanduiding"])


def test_a_split_parcel_is_linked_again_by_one_click_and_the_area_stays(plans, run, register_path, tmp_path):
    left, right = halves(fabric()[2])
    before = project(register_path, "Hof")
    del plans.parcels[2]
    plans.parcels.update({21: wfs(21, left), 22: wfs(22, right)})
    log = Log()
    assert run(FetchParcels, log, EXTENT=EXTENT)["PLANS"] == 1
    assert ("1 plan" in log.text and "Link plans" in log.text) or "koppelen" in log.text
    report = tmp_path / "r.html"
    outputs = run(RelinkParcels, REPORT=str(report))
    assert (outputs["FOUND"], outputs["RELINKED"], outputs["PROPOSED"]) == (1, 1, 0)
    after = project(register_path, "Hof")
    assert linked(register_path, "Hof") == ["TST00-A-21", "TST00-A-22", "TST00-A-3"]
    assert after["geom"].equals(before["geom"]) and after["contour_herkomst"] == "percelen"
    assert "gesplitst" in report.read_text(encoding="utf8")
    assert run(RelinkParcels)["FOUND"] == 0


def test_a_better_measurement_is_followed_and_all_fits(plans, run, register_path):
    """The border between Hof (parcel 3) and parcel 4 moves 30 cm."""
    three, four = fabric()[3], fabric()[4]
    x = round(three.bounds[2] + 0.3, 3)
    plans.parcels[3] = wfs(3, shapely.box(*three.bounds[:2], x, three.bounds[3]))
    plans.parcels[4] = wfs(4, shapely.box(x, four.bounds[1], *four.bounds[2:]))
    run(FetchParcels, EXTENT=EXTENT)
    before = project(register_path, "Hof")["geom"].area
    assert run(RelinkParcels)["RELINKED"] == 1
    parcels = table(register_path, "perceel").set_index("perceelnummer")["geom"]
    hof = project(register_path, "Hof")["geom"]
    assert hof.area == pytest.approx(before + 0.3 * 20, abs=0.01)
    assert is_valid_coverage([hof, parcels[4]])


def test_what_is_not_certain_is_proposed_with_the_reason(plans, run, register_path, qgis_app):
    """Parcel 7 (Kade) merged with 6, which is nobody's; parcel 8 (Rand) is gone."""
    union = shapely.union_all([fabric()[6], fabric()[7]])
    for number in (6, 7, 8):
        del plans.parcels[number]
    plans.parcels[67] = wfs(67, shapely.box(*union.bounds))
    assert run(FetchParcels, EXTENT=EXTENT)["PLANS"] == 2
    before = {naam: project(register_path, naam)["geom"].wkb for naam in ("Kade", "Rand")}
    log = Log()
    outputs = run(RelinkParcels, log, OUTPUT="memory:verschil")
    assert (outputs["FOUND"], outputs["RELINKED"], outputs["PROPOSED"]) == (2, 0, 2)
    assert {naam: project(register_path, naam)["geom"].wkb for naam in before} == before
    assert linked(register_path, "Kade") == ["TST00-A-7"]
    assert "A-67" in log.text and "A-8" in log.text


def test_only_the_plans_named_and_only_told(plans, run, register_path):
    left, right = halves(fabric()[2])
    del plans.parcels[2]
    plans.parcels.update({21: wfs(21, left), 22: wfs(22, right), 7: wfs(77, fabric()[7])})
    run(FetchParcels, EXTENT=EXTENT)
    kade, hof = (project(register_path, naam)["code"] for naam in ("Kade", "Hof"))
    told = run(RelinkParcels, WRITE=False)
    assert (told["FOUND"], told["RELINKED"], told["PROPOSED"]) == (2, 0, 0)
    assert run(RelinkParcels, PLANS=kade)["RELINKED"] == 1
    assert linked(register_path, "Kade") == ["TST00-A-77"] and "TST00-A-2" in linked(register_path, "Hof")
    with pytest.raises(QgsProcessingException, match="bestaat-niet"):
        run(RelinkParcels, PLANS=f"{hof}, bestaat-niet")


def test_an_area_adjusted_by_hand_stays_when_the_land_did_and_is_asked_when_it_moved(plans, run, register_path):
    with open_register(register_path, write=True) as register, register.transaction() as write:
        hof = register.read("project").set_index("naam").loc["Hof"]
        smaller = shapely.intersection(hof["geom"], shapely.box(0, 0, hof["geom"].bounds[2] - 2, 1e6))
        write.update("project", [{"uuid": hof["uuid"], "geom": smaller, "contour_herkomst": "aangepast"}])
    plans.parcels[2] = wfs(22, fabric()[2])  # renumbered
    run(FetchParcels, EXTENT=EXTENT)
    assert run(RelinkParcels)["RELINKED"] == 1
    assert project(register_path, "Hof")["geom"].area == pytest.approx(smaller.area)
    assert project(register_path, "Hof")["contour_herkomst"] == "aangepast"
    west, south, east, north = fabric()[2].bounds
    plans.parcels[2] = wfs(22, shapely.box(west, south, east, round(north + 0.2, 3)))
    run(FetchParcels, EXTENT=EXTENT)
    log = Log()
    assert run(RelinkParcels, log)["PROPOSED"] == 1
    assert project(register_path, "Hof")["geom"].area == pytest.approx(smaller.area)


def test_a_plan_does_not_come_to_overlap_its_neighbour(plans, run, register_path):
    """The border of 7 (Kade) and 8 (Rand) moves, but Rand was drawn by hand on a part of its parcel."""
    with open_register(register_path, write=True) as register, register.transaction() as write:
        links = register.read("perceel_koppeling")
        rand = register.read("project").set_index("naam").loc["Rand", "uuid"]
        write.update("perceel_koppeling", [{"uuid": links.set_index("project_uuid").loc[rand, "uuid"], "aandeel": 0.9}])
    seven, eight = fabric()[7], fabric()[8]
    x = round(seven.bounds[2] + 0.3, 3)
    plans.parcels[7] = wfs(7, shapely.box(*seven.bounds[:2], x, seven.bounds[3]))
    plans.parcels[8] = wfs(8, shapely.box(x, eight.bounds[1], *eight.bounds[2:]))
    run(FetchParcels, EXTENT=EXTENT)
    outputs = run(RelinkParcels)
    assert (outputs["RELINKED"], outputs["PROPOSED"]) == (0, 2)
    projects = table(register_path, "project").set_index("naam")["geom"]
    assert projects["Kade"].intersection(projects["Rand"]).area == 0
