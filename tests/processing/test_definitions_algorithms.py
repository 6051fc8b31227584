"""A definitions package out of one register and into another, as Processing does it."""

from __future__ import annotations

import pytest

from diwi_qgis.store import open_register


@pytest.fixture
def algorithms():
    from diwi_qgis.processing.exportdefinitions import ExportDefinitions
    from diwi_qgis.processing.importdefinitions import ImportDefinitions

    return ExportDefinitions, ImportDefinitions


@pytest.fixture
def package(register_path, run_algorithm, algorithms, tmp_path):
    """Out of a register in which students are called otherwise and a value was added."""
    with open_register(register_path, write=True) as register, register.transaction("anna") as write:
        rows = register.read("codelijst")
        student = rows[(rows.lijst == "doelgroep") & (rows.code == "Student")].uuid.iloc[0]
        write.update("codelijst", [{"uuid": student, "label": "Studenten"}])
        write.insert("codelijst", [{"lijst": "doelgroep", "code": "Spoed", "label": "Spoedzoekers", "volgorde": 6}])
    place = {"REGISTER": str(register_path), "OUTPUT": str(tmp_path / "woondeal.json")}
    outputs = run_algorithm(algorithms[0], {**place, "NAME": "Woondeal", "VERSION": "2027.1"})
    assert outputs["DEFINITIONS"] > 100
    return outputs["OUTPUT"]


def test_it_is_shown_first_and_then_taken_over_once(fresh_place, package, run_algorithm, algorithms, tmp_path):
    from qgis.core import QgsVectorLayer

    other = str(fresh_place())
    table = str(tmp_path / "verschillen.gpkg")
    given = {"REGISTER": other, "INPUT": package, "DIFFERENCES": table}
    outputs = run_algorithm(algorithms[1], {**given, "ONLY_LOOK": True})
    assert outputs["CHANGES"] == 2 and outputs["PACKAGE"] == "Woondeal 2027.1"
    layer = QgsVectorLayer(outputs["DIFFERENCES"], "verschillen", "ogr")
    rows = {tuple(feature[name] for name in ("definitie", "veld", "was", "wordt")) for feature in layer.getFeatures()}
    assert ("Doelgroep 'Studenten'", "Label", "Student", "Studenten") in rows and len(rows) == 2
    assert labels(other)["Student"] == "Student"
    del layer
    assert run_algorithm(algorithms[1], {"REGISTER": other, "INPUT": package})["CHANGES"] == 2
    assert labels(other)["Student"] == "Studenten" and labels(other)["Spoed"] == "Spoedzoekers"
    assert run_algorithm(algorithms[1], {"REGISTER": other, "INPUT": package})["CHANGES"] == 0


def test_what_is_no_package_is_refused_by_name(register_path, run_algorithm, algorithms, tmp_path):
    from qgis.core import QgsProcessingException

    path = tmp_path / "iets.json"
    path.write_text('{"formaat": "geojson"}', encoding="utf8")
    with pytest.raises(QgsProcessingException, match=r"iets\.json"):
        run_algorithm(algorithms[1], {"REGISTER": str(register_path), "INPUT": str(path)})


def labels(path):
    with open_register(path) as register:
        rows = register.read("codelijst")
    rows = rows[rows.lijst == "doelgroep"]
    return dict(zip(rows.code, rows.label))
