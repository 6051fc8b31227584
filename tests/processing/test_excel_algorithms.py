"""diwi:writetemplate and diwi:importexcel as Processing runs them."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest
from qgis.core import QgsProcessingException

from diwi_qgis.processing.importexcel import ImportExcel
from diwi_qgis.processing.writetemplate import WriteTemplate

sys.path.append(str(Path(__file__).parents[1] / "exchange"))
from excel_world import BOUW, werkmap

pytestmark = pytest.mark.qgis


def test_from_template_to_register_and_again(run_algorithm, register_path, tmp_path):
    made = run_algorithm(WriteTemplate, {"REGISTER": str(register_path), "OUTPUT": str(tmp_path / "sjabloon.xlsx")})
    assert Path(made["OUTPUT"]).stat().st_size > 10_000
    path = werkmap(tmp_path, {"Bouw": 4, (BOUW, "Opleverdatum", date(2027, 1, 1)): 4})
    given = {
        "REGISTER": str(register_path),
        "INPUT": str(path),
        "REFERENCE_DATE": "2026-07-01",
        "REPORT": str(tmp_path / "rapport.html"),
        "MARKED_COPY": str(tmp_path / "gemarkeerd.xlsx"),
    }
    outputs = run_algorithm(ImportExcel, given)
    assert (outputs["PROJECTS"], outputs["BLOCKS"], outputs["ADDED"]) == (1, 1, 1)
    assert Path(outputs["REPORT"]).is_file()
    again = run_algorithm(ImportExcel, {**given, "REFERENCE_DATE": None})
    assert (again["ADDED"], again["UNCHANGED"]) == (0, 1)


def test_a_refused_workbook_leaves_report_marked_copy_and_the_register_as_it_was(
    run_algorithm, register_path, tmp_path
):
    path = werkmap(tmp_path, {"Bouw": -4}, {"Identificatie nr": 2, "Bouw": 1})
    report, marked = tmp_path / "rapport.html", tmp_path / "gemarkeerd.xlsx"
    with pytest.raises(QgsProcessingException, match=r"programma\.xlsx.*AP6"):
        run_algorithm(
            ImportExcel,
            {
                "REGISTER": str(register_path),
                "INPUT": str(path),
                "REPORT": str(report),
                "MARKED_COPY": str(marked),
            },
        )
    assert "AP6" in report.read_text(encoding="utf8") and marked.is_file()
    from diwi_qgis.store import open_register

    with open_register(register_path) as register:
        assert register.read("project").empty


def test_what_is_no_workbook_is_said(run_algorithm, register_path, tmp_path):
    path = tmp_path / "lijst.xlsx"
    path.write_text("a;b")
    with pytest.raises(QgsProcessingException, match=r"lijst\.xlsx"):
        run_algorithm(ImportExcel, {"REGISTER": str(register_path), "INPUT": str(path)})
