"""The deliveries as Processing runs them."""

from __future__ import annotations

import json

import pytest
from delivery_world import add_plan, block, plan

pytestmark = pytest.mark.qgis


def test_deliver_to_zuid_holland(register, run_algorithm, tmp_path):
    from diwi_qgis.processing.deliverzuidholland import DeliverZuidHolland

    add_plan(register, blocks=[block(7)])
    add_plan(register, plan("Geheim", vertrouwelijkheid="prive"))
    register.close()
    outputs = run_algorithm(
        DeliverZuidHolland,
        {
            "REGISTER": str(register.path),
            "REFERENCE_DATE": "2026-01-01",
            "OUTPUT": str(tmp_path / "zh.geojson"),
            "REPORT": str(tmp_path / "zh.html"),
            "ROUND_NAME": "Voorjaar",
        },
    )
    assert (outputs["PLANS"], outputs["ROWS"], outputs["SKIPPED"], outputs["LEFT_OUT"]) == (1, 1, 0, 1)
    assert outputs["DWELLINGS"] == 7
    (feature,) = json.loads((tmp_path / "zh.geojson").read_text(encoding="utf8"))["features"]
    assert feature["properties"]["ph_date3"] == "2026-01-01"
    assert "Geheim" in (tmp_path / "zh.html").read_text(encoding="utf8")


def test_a_refused_delivery_names_the_plan(register, run_algorithm, tmp_path):
    from qgis.core import QgsProcessingException, QgsProcessingFeedback

    from diwi_qgis.processing.delivergelderland import DeliverGelderland

    add_plan(register, plan("Molenveld"), [block(7)])
    register.close()
    feedback = QgsProcessingFeedback()
    with pytest.raises(QgsProcessingException, match="Molenveld"):
        run_algorithm(
            DeliverGelderland,
            {
                "REGISTER": str(register.path),
                "REFERENCE_DATE": "2026-01-01",
                "OUTPUT": str(tmp_path / "g.gdb.zip"),
                "REPORT": str(tmp_path / "g.json"),
            },
            feedback,
        )
    assert "gemeente" in feedback.textLog()
    assert not (tmp_path / "g.gdb.zip").exists()
    facts = json.loads((tmp_path / "g.json").read_text(encoding="utf8"))
    assert facts["geweigerd"] and facts["overgeslagen"][0]["plan"] == "Molenveld"
    assert {error["veld"] for error in facts["overgeslagen"][0]["fouten"]} >= {"gemeente", "regio"}


def test_skipped_plans_are_in_the_report(register, run_algorithm, tmp_path):
    from diwi_qgis.processing.deliverzuidholland import DeliverZuidHolland

    add_plan(register, plan("<Goed>"), [block(7)])
    add_plan(register, plan("Leeg"), [block(7)], properties={"Opdrachtgever type": "Koning"})
    register.close()
    parameters = {
        "REGISTER": str(register.path),
        "REFERENCE_DATE": "2026-01-01",
        "SKIP_INVALID": True,
        "OUTPUT": str(tmp_path / "zh.geojson"),
        "REPORT": str(tmp_path / "zh.html"),
    }
    for _ in range(2):
        outputs = run_algorithm(DeliverZuidHolland, parameters)
    assert (outputs["PLANS"], outputs["SKIPPED"]) == (1, 1)
    html = (tmp_path / "zh.html").read_text(encoding="utf8")
    assert "Leeg" in html and "opdrachtgever_type" in html and "Koning" in html
    assert "1 gelijk" in html


def test_a_fictional_municipality_delivers_to_gelderland_with_fixed_values(register, run_algorithm, tmp_path):
    from osgeo import gdal

    from diwi_qgis.processing.delivergelderland import DeliverGelderland

    if not gdal.GetDriverByName("OpenFileGDB").GetMetadataItem("DCAP_CREATE"):
        pytest.skip("this GDAL cannot write file geodatabases")
    add_plan(register, blocks=[block(7)])
    register.close()
    outputs = run_algorithm(
        DeliverGelderland,
        {
            "REGISTER": str(register.path),
            "REFERENCE_DATE": "2026-01-01",
            "FIXED_VALUES": "gemeente=Doesburg; regio=Achterhoek",
            "OUTPUT": str(tmp_path / "g.gdb.zip"),
        },
    )
    assert (outputs["PLANS"], outputs["DWELLINGS"]) == (1, 7)
    layer = gdal.OpenEx(str(tmp_path / "g.gdb.zip"))
    (row,) = [feature.items() for feature in layer.GetLayerByName("Planregistratie")]
    assert (row["gemeente"], row["regio"]) == ("Doesburg", "Achterhoek")


@pytest.mark.parametrize("wrong", ["OUTPUT", "REPORT"])
def test_a_file_that_cannot_be_written_is_said_before_anything_is_done(register, run_algorithm, tmp_path, wrong):
    from qgis.core import QgsProcessingException

    from diwi_qgis.processing.deliverzuidholland import DeliverZuidHolland

    add_plan(register, blocks=[block(7)])
    parameters = {
        "REGISTER": str(register.path),
        "REFERENCE_DATE": "2026-01-01",
        "OUTPUT": str(tmp_path / "zh.geojson"),
        "REPORT": str(tmp_path / "zh.html"),
    }
    for place in (tmp_path / "nergens" / "bestand.html", tmp_path):
        with pytest.raises(QgsProcessingException, match=r"cannot be written|kan niet worden geschreven") as told:
            run_algorithm(DeliverZuidHolland, {**parameters, wrong: str(place)})
        assert str(place) in str(told.value)
        assert not (tmp_path / "zh.geojson").exists() and not (tmp_path / "zh.html").exists()
        assert register.read("leveringsronde").empty
