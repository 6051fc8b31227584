"""The algorithms of the sources as QGIS runs them."""

from __future__ import annotations

import csv

import pytest
import shapely
from qgis.core import QgsProcessingException, QgsProcessingFeedback, QgsVectorLayer
from source_files import fabric, feature, parcels_file, wfs, write_geojson, write_layers

from diwi_qgis.processing.loadboundaries import LoadBoundaries
from diwi_qgis.processing.loadbuildings import LoadBuildings
from diwi_qgis.processing.loadparcels import LoadParcels
from diwi_qgis.processing.planfromparcels import PlanFromParcels
from diwi_qgis.rules.coverage import exact_overlap, is_valid_coverage
from diwi_qgis.store import open_register

pytestmark = pytest.mark.qgis


class Log(QgsProcessingFeedback):
    """What a user reads in the log."""

    def __init__(self):
        super().__init__(False)
        self.lines = []

    def pushInfo(self, info):
        self.lines.append(info)

    def pushWarning(self, warning):
        self.lines.append(warning)

    @property
    def text(self):
        return "\n".join(self.lines)


@pytest.fixture
def loaded(run_algorithm, register_path, tmp_path):
    run_algorithm(LoadParcels, {"REGISTER": str(register_path), "INPUT": str(parcels_file(tmp_path / "p.json"))})
    return register_path


def projects(path):
    with open_register(path) as register:
        return register.read("project").set_index("naam")


def test_loading_parcels_gives_counts_and_says_what_it_did(run_algorithm, register_path, tmp_path):
    asked = {
        "REGISTER": str(register_path),
        "INPUT": str(parcels_file(tmp_path / "p.json")),
        "SOURCE_DATE": "2024-05-01",
    }
    log = Log()
    outputs = run_algorithm(LoadParcels, asked, log)
    assert {name: outputs[name] for name in ("TOTAL", "ADDED", "UNCHANGED", "COMPLETE", "SOURCE_DATE")} == {
        "TOTAL": 14, "ADDED": 14, "UNCHANGED": 0, "COMPLETE": True, "SOURCE_DATE": "2024-05-01",
    }  # fmt: skip
    assert "14" in log.text
    assert run_algorithm(LoadParcels, asked)["UNCHANGED"] == 14


def test_a_cut_off_answer_is_loud(run_algorithm, register_path, tmp_path):
    log = Log()
    file = parcels_file(tmp_path / "p.json", numberMatched=5000)
    outputs = run_algorithm(LoadParcels, {"REGISTER": str(register_path), "INPUT": str(file)}, log)
    assert outputs["COMPLETE"] is False
    assert "5000" in log.text


def test_a_layer_may_be_named_as_qgis_does(run_algorithm, register_path, tmp_path):
    rows = [(shapely.MultiPolygon([fabric()[2]]).wkt, wfs(2, fabric()[2])["properties"])]
    file = write_layers(tmp_path / "twee.gpkg", {"oud": rows, "nieuw": rows})
    asked = {"REGISTER": str(register_path), "INPUT": f"{file}|layername=nieuw"}
    assert run_algorithm(LoadParcels, asked)["ADDED"] == 1
    with pytest.raises(QgsProcessingException, match="oud, nieuw"):
        run_algorithm(LoadParcels, {**asked, "INPUT": str(file)})


def test_modes_and_skipping(run_algorithm, loaded, tmp_path):
    file = write_geojson(tmp_path / "q.json", [wfs(2, fabric()[2]), wfs(3, fabric()[3], sectie="?")])
    asked = {"REGISTER": str(loaded), "INPUT": str(file), "MODE": 1}
    before = loaded.read_bytes()
    with pytest.raises(QgsProcessingException, match="00990000030000"):
        run_algorithm(LoadParcels, asked)
    assert loaded.read_bytes() == before
    outputs = run_algorithm(LoadParcels, {**asked, "SKIP_INVALID": True})
    assert (outputs["VANISHED"], outputs["TOTAL"], outputs["REFUSED"], outputs["COMPLETE"]) == (13, 1, 1, False)


def test_cancel_before_anything_gives_empty_outputs_and_changes_nothing(run_algorithm, register_path, tmp_path):
    feedback = QgsProcessingFeedback()
    feedback.cancel()
    before = register_path.read_bytes()
    asked = {"REGISTER": str(register_path), "INPUT": str(parcels_file(tmp_path / "p.json"))}
    assert run_algorithm(LoadParcels, asked, feedback)["TOTAL"] is None
    assert register_path.read_bytes() == before


def test_real_buildings_and_own_boundaries(run_algorithm, register_path, tmp_path, cases):
    panden = cases / "geodata" / "bag_pand_wfs_haarlem_crs84.json"
    assert run_algorithm(LoadBuildings, {"REGISTER": str(register_path), "INPUT": str(panden)})["ADDED"] == 20
    gemeente = write_geojson(
        tmp_path / "g.json", [feature(fabric()[2], {"gemeentecode": "GM9999", "gemeentenaam": "Testdam"})]
    )
    asked = {"REGISTER": str(register_path), "INPUT": str(gemeente), "YEAR": 2025}
    assert run_algorithm(LoadBoundaries, asked)["ADDED"] == 1
    with open_register(register_path) as register:
        assert register.read("gebied")["jaar"].tolist() == [2025]


def test_a_list_for_one_plan(run_algorithm, loaded):
    outputs = run_algorithm(
        PlanFromParcels,
        {"REGISTER": str(loaded), "PLAN": "Kade", "PARCELS": "TST00-A-1\nTST00 A 2; TST00A13", "CREATE": True},
    )
    assert (outputs["PLANS"], outputs["CREATED"], outputs["PARCEL_COUNT"], outputs["DONE"]) == (1, 1, 3, True)
    assert outputs["AREA"] == pytest.approx(sum(fabric()[n].area for n in (1, 2, 13)))
    assert len(projects(loaded).loc["Kade", "geom"].geoms) == 3


def test_a_table_with_plans_and_designations_keeps_leading_zeros(run_algorithm, loaded, tmp_path):
    table = tmp_path / "plannen.csv"
    with table.open("w", newline="", encoding="utf8") as file:
        csv.writer(file).writerows(
            [["extern_id", "naam", "percelen"], ["0042", "Kade", "TST00-A-1, 2"], ["0043", "Wal", "TST00-A-3"],
             ["0042", "Kade", "TST00-A-5"]]
        )  # fmt: skip
    asked = {"REGISTER": str(loaded), "INPUT": str(table), "CREATE": True}
    outputs = run_algorithm(PlanFromParcels, asked)
    assert (outputs["CREATED"], outputs["PARCEL_COUNT"], outputs["PROBLEMS"]) == (2, 4, 0)
    assert projects(loaded)["extern_id"].to_dict() == {"Kade": "0042", "Wal": "0043"}
    assert run_algorithm(PlanFromParcels, asked)["UNCHANGED"] == 2


def test_points_in_a_layer_of_another_reference_system(run_algorithm, loaded):
    layer = QgsVectorLayer("Point?crs=EPSG:3857&field=plan:string", "adressen", "memory")
    add(layer, [(fabric()[n].representative_point(), name) for n, name in ((1, "Kade"), (5, "Kade"), (3, "Wal"))], 3857)
    outputs = run_algorithm(PlanFromParcels, {"REGISTER": str(loaded), "INPUT": layer, "CREATE": True})
    assert (outputs["PLANS"], outputs["PARCEL_COUNT"]) == (2, 3)


def test_contours_in_a_layer(run_algorithm, loaded):
    layer = QgsVectorLayer("CurvePolygon?crs=EPSG:28992&field=Project:string", "contouren", "memory")
    west = shapely.union_all([fabric()[n] for n in (1, 2, 5, 6, 14)]).buffer(1.0)
    east = shapely.union_all([fabric()[n] for n in (3, 4, 7, 8)]).buffer(1.0)
    add(layer, [(west, "Kade"), (east, "Wal")], 28992)
    outputs = run_algorithm(
        PlanFromParcels, {"REGISTER": str(loaded), "INPUT": layer, "PLAN_FIELD": "Project", "CREATE": True}
    )
    assert (outputs["PLANS"], outputs["PARCEL_COUNT"]) == (2, 9)
    made = projects(loaded)["geom"].to_numpy()
    assert exact_overlap(made) == 0.0 and is_valid_coverage(made)


def add(layer, rows, epsg):
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsFeature, QgsGeometry, QgsProject

    move = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:28992"), QgsCoordinateReferenceSystem(f"EPSG:{epsg}"), QgsProject.instance()
    )
    for geometry, name in rows:
        made = QgsFeature(layer.fields())
        shape = QgsGeometry.fromWkt(geometry.wkt)
        shape.transform(move)
        made.setGeometry(shape)
        made.setAttributes([name])
        layer.dataProvider().addFeatures([made])


def test_unknown_parcels_are_named_in_message_and_report_and_nothing_changes(run_algorithm, loaded, tmp_path):
    before = loaded.read_bytes()
    asked = {"REGISTER": str(loaded), "PLAN": "<b>Kade", "PARCELS": "TST00-A-2, TST00-Z-9", "CREATE": True}
    report = tmp_path / "verslag.html"
    with pytest.raises(QgsProcessingException, match="TST00-Z-9"):
        run_algorithm(PlanFromParcels, {**asked, "REPORT": str(report)})
    assert loaded.read_bytes() == before
    html = report.read_text(encoding="utf8")
    assert "TST00-Z-9" in html and "&lt;b&gt;Kade" in html and "<b>Kade" not in html
    table = tmp_path / "verslag.csv"
    outputs = run_algorithm(PlanFromParcels, {**asked, "PLAN": "=1+1", "SKIP_INVALID": True, "REPORT": str(table)})
    assert outputs["PROBLEMS"] == 1
    rows = list(csv.reader(table.open(encoding="utf-8-sig"), delimiter=";"))
    assert [row[1:4] for row in rows[1:]] == [
        ["'=1+1", "TST00-A-2", "nieuw"], ["'=1+1", "TST00-Z-9", "onbekend_perceel"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"PLAN": "Kade"}, "PARCELS"),
        ({"PARCELS": "TST00-A-2"}, "names no plan"),
        ({"INPUT": "table:x", "PLAN": "Kade"}, "PARCEL_FIELD"),
        ({"INPUT": "point:x"}, "PLAN_FIELD"),
        ({"INPUT": "point:x", "PLAN_FIELD": "weg"}, "weg"),
    ],
)
def test_what_is_missing_is_said(run_algorithm, loaded, asked, words):
    if "INPUT" in asked:
        kind, field = asked["INPUT"].split(":")
        where = "none" if kind == "table" else "Point?crs=EPSG:28992"
        layer = QgsVectorLayer(f"{where}{'?' if kind == 'table' else '&'}field={field}:string", "laag", "memory")
        asked = {**asked, "INPUT": layer}
    with pytest.raises(QgsProcessingException) as caught:
        run_algorithm(PlanFromParcels, {"REGISTER": str(loaded), **asked})
    assert words in str(caught.value)


def test_swapped_points_are_refused(run_algorithm, loaded):
    layer = QgsVectorLayer("Point?crs=EPSG:28992&field=plan:string", "adressen", "memory")
    add(layer, [(shapely.Point(463_000, 155_000), "Kade")], 28992)
    with pytest.raises(QgsProcessingException, match=r"rij 1.*swapped|swapped.*rij 1"):
        run_algorithm(PlanFromParcels, {"REGISTER": str(loaded), "INPUT": layer, "CREATE": True})
