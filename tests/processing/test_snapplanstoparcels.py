"""`diwi:snapplanstoparcels` as QGIS runs it: from a layer, with preview and report."""

from __future__ import annotations

from datetime import date

import pytest
import shapely
from qgis.core import QgsFeature, QgsGeometry, QgsProcessingException, QgsVectorLayer
from shapely import affinity

from diwi_qgis.processing.snapplanstoparcels import SnapPlansToParcels
from diwi_qgis.store import open_register

PARCELS = [shapely.box(30 * i, 0, 30 * i + 30, 30) for i in range(4)]


@pytest.fixture
def town(register_path):
    """A register with four parcels and two plans without an area."""
    with open_register(register_path, write=True) as register, register.transaction() as write:
        write.insert(
            "perceel",
            [
                {
                    "identificatie": f"{number:014d}",
                    "aanduiding": f"TST00-A-{number}",
                    "akr_gemeentecode": "TST00",
                    "sectie": "A",
                    "perceelnummer": number,
                    "brondatum": date(2026, 3, 1),
                    "geom": shapely.MultiPolygon([affinity.translate(area, 207000, 447000)]),
                }
                for number, area in enumerate(PARCELS)
            ],
        )
        for naam in ("Kade", "Haven"):
            write.insert("project", [{"naam": naam, "start_datum": date(2025, 1, 1), "eind_datum": date(2030, 1, 1)}])
    return register_path


def layer(**contours):
    made = QgsVectorLayer("Polygon?crs=EPSG:28992&field=project:string", "contouren", "memory")
    for naam, text in contours.items():
        feature = QgsFeature(made.fields())
        feature["project"] = naam
        geometry = QgsGeometry.fromWkt(text)
        geometry.translate(207000, 447000)
        feature.setGeometry(geometry)
        made.dataProvider().addFeature(feature)
    return made


def test_contours_become_areas_with_preview_and_report(town, run_algorithm, tmp_path):
    contours = layer(
        Kade="POLYGON ((0.5 0, 30.5 0.5, 29.5 30, 0 29.5, 0.5 0))", Haven="POLYGON ((60 0, 105 0, 105 30, 60 30, 60 0))"
    )
    preview, report = tmp_path / "voorstel.gpkg", tmp_path / "verslag.html"
    outputs = run_algorithm(
        SnapPlansToParcels,
        {
            "REGISTER": str(town),
            "INPUT": contours,
            "PLAN_FIELD": "project",
            "PREVIEW": str(preview),
            "REPORT": str(report),
        },
    )
    assert (outputs["PLANS"], outputs["WRITTEN"], outputs["PROPOSED"]) == (2, 1, 1)
    assert outputs["AREA_AFTER"] == 900
    shown = QgsVectorLayer(str(preview), "voorstel", "ogr")
    kinds = sorted((feature["naam"], feature["soort"], feature["reden"] or "") for feature in shown.getFeatures())
    assert kinds == [
        ("Haven", "twijfel", "deel"),
        ("Haven", "voor", ""),
        ("Haven", "voorstel", ""),
        ("Kade", "na", ""),
        ("Kade", "voor", ""),
    ]
    text = report.read_text(encoding="utf8")
    assert "TST00-A-3" in text
    assert "Haven" in text
    with open_register(town) as register:
        areas = register.read("project").set_index("naam")["geom"]
    assert areas["Kade"].area == 900
    assert areas["Haven"] is None


def test_proposals_are_applied_when_asked(town, run_algorithm):
    contours = layer(Haven="POLYGON ((60 0, 105 0, 105 30, 60 30, 60 0))")
    outputs = run_algorithm(
        SnapPlansToParcels, {"REGISTER": str(town), "INPUT": contours, "PLAN_FIELD": "project", "APPLY_PROPOSALS": True}
    )
    assert (outputs["WRITTEN"], outputs["AREA_AFTER"]) == (1, 1350)


def test_chosen_plans_are_proposed_first_and_written_when_asked(town, run_algorithm, tmp_path):
    shapes = {"Kade": shapely.box(1, 1, 31, 29), "Haven": shapely.box(61, 0, 89, 31)}
    with open_register(town, write=True) as register, register.transaction() as write:
        plans = register.read("project").set_index("naam")
        write.update(
            "project",
            [
                {"uuid": plans.loc[naam, "uuid"], "contour_herkomst": "percelen",
                 "geom": shapely.MultiPolygon([affinity.translate(shape, 207000, 447000)])}
                for naam, shape in shapes.items()
            ],
        )  # fmt: skip
    asked = {"REGISTER": str(town), "CODES": plans.loc["Kade", "code"], "APPLY_PROPOSALS": True, "TOLERANCE": 2.0}
    preview = str(tmp_path / "p.gpkg")
    outputs = run_algorithm(SnapPlansToParcels, {**asked, "WRITE": False, "PREVIEW": preview})
    assert (outputs["PLANS"], outputs["WRITTEN"], outputs["PROPOSED"]) == (1, 0, 1)
    with open_register(town) as register:
        assert register.read("project").set_index("naam").loc["Kade", "geom"].bounds[0] == 207001
    assert run_algorithm(SnapPlansToParcels, asked)["WRITTEN"] == 1
    with open_register(town) as register:
        after = register.read("project").set_index("naam")
    assert after.loc["Kade", "geom"].bounds == (207000, 447000, 207030, 447030)
    assert after.loc["Haven", "geom"].bounds == (207061, 447000, 207089, 447031)


def test_a_code_that_no_plan_has_is_named(town, run_algorithm):
    with pytest.raises(QgsProcessingException, match="0000-NIX"):
        run_algorithm(SnapPlansToParcels, {"REGISTER": str(town), "CODES": "0000-NIX"})
