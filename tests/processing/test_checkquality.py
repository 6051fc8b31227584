"""The quality check as a user runs it: from Processing, on a register, with report and layer."""

from __future__ import annotations

import json
from datetime import date

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback, QgsVectorLayer
from shapely import box

pytestmark = pytest.mark.qgis

#: Parameters of every run.
PEILDATUM = {"REFERENCE_DATE": "2026-07-01"}


@pytest.fixture
def filled(register):
    """A register with two plans that overlap, one of them with a block that does not add up."""
    with register.transaction("jan") as write:
        uuids = write.insert(
            "project",
            [
                {
                    "naam": naam,
                    "vertrouwelijkheid": "openbaar",
                    "start_datum": date(2024, 1, 1),
                    "eind_datum": date(2034, 1, 1),
                    "geom": box(x, 450_000, x + 100, 450_100),
                }
                for naam, x in (("Oost <script>", 150_000), ("West", 150_080))
            ],
        )
        block = write.insert("woningblok", [{"project_uuid": uuids[0], "naam": "A", "mutatie": "bouw", "aantal": 20}])
        write.insert("oplevering", [{"woningblok_uuid": block[0], "datum": date(2031, 12, 31), "aantal": 25}])
    return register


def accept(register, rule, reason):
    rows = register.read("bevinding")
    uuid = rows.loc[rows["regel"] == rule, "uuid"].iloc[0]
    with register.transaction("piet") as write:
        write.update("bevinding", [{"uuid": uuid, "geaccepteerd": True, "geaccepteerd_door": "piet", "reden": reason}])


def test_findings_are_kept_counted_and_reported(filled, register_path, run_algorithm, tmp_path):
    from diwi_qgis.processing.checkquality import CheckQuality

    report = tmp_path / "bevindingen.html"
    outputs = run_algorithm(CheckQuality, {"REGISTER": str(register_path), "REPORT": str(report), **PEILDATUM})
    per_rule = json.loads(outputs["PER_RULE"])
    assert per_rule["overlap"] == 1
    assert per_rule["fasering_som"] == 1
    rows = filled.read("bevinding")
    assert len(rows) == sum(per_rule.values()) == outputs["ERRORS"] + outputs["WARNINGS"] + outputs["INFORMATION"]
    overlap = rows[rows["regel"] == "overlap"].iloc[0]
    assert overlap["ernst"] == "fout"
    assert overlap["maat"] == pytest.approx(2000)
    assert overlap["geom"].area == pytest.approx(2000)
    assert "Oost" in overlap["melding"] and "West" in overlap["melding"]
    assert outputs["NOT_CHECKED"] >= 4
    html = report.read_text(encoding="utf8")
    assert "<script>" not in html and "Oost &lt;script&gt;" in html


def test_a_second_check_changes_nothing(filled, register_path, run_algorithm):
    from diwi_qgis.processing.checkquality import CheckQuality

    parameters = {"REGISTER": str(register_path), **PEILDATUM}
    first = run_algorithm(CheckQuality, parameters)
    before = filled.read("bevinding")
    second = run_algorithm(CheckQuality, parameters)
    assert (first["NEW"], first["SOLVED"]) == (len(before), 0)
    assert (second["NEW"], second["SOLVED"]) == (0, 0)
    assert list(filled.read("bevinding")["versie"]) == list(before["versie"])


def test_what_was_accepted_stays_accepted_until_it_gets_worse(filled, register_path, run_algorithm):
    from diwi_qgis.processing.checkquality import CheckQuality

    parameters = {"REGISTER": str(register_path), **PEILDATUM}
    run_algorithm(CheckQuality, parameters)
    accept(filled, "overlap", "parkeergarage onder het plein")
    assert run_algorithm(CheckQuality, parameters)["ACCEPTED"] == 1
    rows = filled.read("bevinding").set_index("regel")
    assert rows.loc["overlap", "reden"] == "parkeergarage onder het plein"
    plan = filled.read("project").set_index("naam")
    with filled.transaction("jan") as write:
        write.update("project", [{"uuid": plan.loc["West", "uuid"], "geom": box(150_040, 450_000, 150_140, 450_100)}])
    assert run_algorithm(CheckQuality, parameters)["ACCEPTED"] == 0
    assert not filled.read("bevinding").set_index("regel").loc["overlap", "geaccepteerd"]


def test_what_was_solved_is_gone(filled, register_path, run_algorithm):
    from diwi_qgis.processing.checkquality import CheckQuality

    parameters = {"REGISTER": str(register_path), **PEILDATUM}
    run_algorithm(CheckQuality, parameters)
    delivery = filled.read("oplevering")["uuid"].iloc[0]
    with filled.transaction("jan") as write:
        write.update("oplevering", [{"uuid": delivery, "aantal": 20}])
    assert run_algorithm(CheckQuality, parameters)["SOLVED"] == 1
    assert "fasering_som" not in set(filled.read("bevinding")["regel"])


def test_the_layer_has_one_feature_per_finding_and_its_style(filled, register_path, run_algorithm, tmp_path):
    from diwi_qgis.processing.checkquality import CheckQuality, FindingsStyle

    path = tmp_path / "bevindingen.gpkg"
    outputs = run_algorithm(CheckQuality, {"REGISTER": str(register_path), "OUTPUT": str(path), **PEILDATUM})
    layer = QgsVectorLayer(outputs["OUTPUT"], "bevindingen", "ogr")
    assert layer.crs().authid() == "EPSG:28992"
    assert layer.featureCount() == len(filled.read("bevinding"))
    FindingsStyle().postProcessLayer(layer, QgsProcessingContext(), QgsProcessingFeedback())
    renderer = layer.renderer()
    assert renderer.classAttribute() == "ernst"
    assert {category.value() for category in renderer.categories()} == {"fout", "waarschuwing", "info"}
    assert layer.labelsEnabled()


def test_rules_can_be_left_out(filled, register_path, run_algorithm):
    from diwi_qgis.processing.checkquality import CheckQuality
    from diwi_qgis.rules.quality.registry import RULES

    overlap = [rule.id for rule in RULES].index("overlap")
    outputs = run_algorithm(CheckQuality, {"REGISTER": str(register_path), "RULES": [overlap], **PEILDATUM})
    assert json.loads(outputs["PER_RULE"])["overlap"] == 0


def test_the_province_of_the_register_decides_which_fields_are_obligatory(filled, register_path, run_algorithm):
    from diwi_qgis.processing.checkquality import NONE, OF_PROVINCE, CheckQuality

    parameters = {"REGISTER": str(register_path), **PEILDATUM}
    counts = [
        json.loads(run_algorithm(CheckQuality, {**parameters, "PROFILE": choice})["PER_RULE"])["verplicht_veld"]
        for choice in (OF_PROVINCE, NONE)
    ]
    assert counts[0] > 0 and counts[1] == 0


def test_cancel_leaves_the_findings_of_the_last_check(filled, register_path, run_algorithm):
    from diwi_qgis.processing.checkquality import CheckQuality

    run_algorithm(CheckQuality, {"REGISTER": str(register_path), **PEILDATUM})
    before = filled.read("bevinding")
    delivery = filled.read("oplevering")["uuid"].iloc[0]
    with filled.transaction("jan") as write:
        write.update("oplevering", [{"uuid": delivery, "aantal": 20}])
    feedback = QgsProcessingFeedback()
    feedback.cancel()
    outputs = run_algorithm(CheckQuality, {"REGISTER": str(register_path), **PEILDATUM}, feedback)
    assert set(outputs.values()) == {None}
    assert list(filled.read("bevinding")["uuid"]) == list(before["uuid"])


def test_something_else_than_a_register_is_refused(run_algorithm, tmp_path):
    from diwi_qgis.processing.checkquality import CheckQuality

    path = tmp_path / "geen.gpkg"
    path.write_bytes(b"geen database")
    with pytest.raises(QgsProcessingException, match=r"geen\.gpkg"):
        run_algorithm(CheckQuality, {"REGISTER": str(path), **PEILDATUM})


@pytest.mark.parametrize("choice", [{}, {"RULES": None}, {"RULES": []}, {"RULES": ""}])
def test_no_rule_is_left_out_unless_it_was_asked(filled, run_algorithm, tmp_path, choice):
    from diwi_qgis.processing.checkquality import CheckQuality

    report = tmp_path / "bevindingen.html"
    run_algorithm(CheckQuality, {"REGISTER": str(filled.path), "REPORT": str(report), **PEILDATUM, **choice})
    assert "op verzoek overgeslagen" not in report.read_text(encoding="utf8")
    run_algorithm(CheckQuality, {"REGISTER": str(filled.path), "REPORT": str(report), **PEILDATUM, "RULES": [0]})
    assert "op verzoek overgeslagen" in report.read_text(encoding="utf8")
