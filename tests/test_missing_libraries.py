"""A library that is missing disables the features that need it, with a message that names it; the rest works."""

from __future__ import annotations

import html
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from test_plugin_start import IDS

ROOT = Path(__file__).resolve().parents[1]

#: Libraries that some QGIS installations lack, and an algorithm that cannot do without each (None: nothing needs it).
NEEDED_BY = {
    "openpyxl": ("writetemplate", {"OUTPUT": "sjabloon.xlsx"}),
    "shapely": ("checkquality", {"REGISTER": "register.gpkg", "REFERENCE_DATE": "2026-07-01"}),
    "pandas": ("checkquality", {"REGISTER": "register.gpkg", "REFERENCE_DATE": "2026-07-01"}),
    "geopandas": None,
    "matplotlib": None,
    "requests": ("fetchparcels", {"REGISTER": "register.gpkg"}),
    "scipy": None,
    "lxml": None,
}

PROGRAM = """
import json, sys
blocked, runs, folder = json.loads(sys.argv[1])
class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] == blocked:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Refuse())
import os
os.chdir(folder)
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback
application = QgsApplication([], False)
application.initQgis()
import diwi_qgis
plugin = diwi_qgis.classFactory(None)
plugin.initProcessing()
registry = QgsApplication.processingRegistry()
class Log(QgsProcessingFeedback):
    def __init__(self):
        super().__init__(False)
        self.text = []
    def reportError(self, error, fatalError=False):
        self.text.append(error)
def run(name, given):
    log = Log()
    try:
        outputs, ok = registry.algorithmById("diwi:" + name).create().run(given, QgsProcessingContext(), log, {}, False)
        return [bool(ok), " ".join(log.text)]
    except Exception as error:
        return [False, str(error)]
count = len(registry.providerById("diwi").algorithms())
made = run("createregister", {"OUTPUT": "register.gpkg", "MUNICIPALITY_CODE": "0999", "MUNICIPALITY": "Duinvoorde", "PROVINCE": "Zuid-Holland"})
tried = [run(*one) for one in runs]
print("RESULT " + json.dumps(dict(count=count, made=made, tried=tried)))
sys.stdout.flush()
del registry
plugin.unload()
application.exitQgis()
"""


def run_without(library, runs, folder):
    """What comes of algorithms (name, parameters) run in that folder by a QGIS that lacks a library."""
    given = json.dumps([library, runs, str(folder)])
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, given],
        capture_output=True, text=True, cwd=ROOT, env=environment, check=False,
    )  # fmt: skip
    line = next((line for line in done.stdout.splitlines() if line.startswith("RESULT ")), None)
    assert line, done.stderr
    return json.loads(line[7:])


@pytest.mark.parametrize("library", NEEDED_BY)
def test_a_missing_library_is_named_and_the_rest_works(library, tmp_path):
    needed = NEEDED_BY[library]
    result = run_without(library, [needed] if needed else [], tmp_path)
    assert result["count"] == len(IDS)
    assert result["made"][0], result["made"]
    for ok, text in result["tried"]:
        assert not ok
        assert library in text


def test_without_openpyxl_workbooks_are_imported_and_only_writing_them_is_off(tmp_path):
    good, bad, report = (
        workbook(tmp_path / "goed.xlsx", 3),
        workbook(tmp_path / "fout.xlsx", "drie"),
        tmp_path / "r.html",
    )
    plans = {"REGISTER": "register.gpkg", "REFERENCE_DATE": "2026-07-01"}
    marked = {"MARKED_COPY": str(tmp_path / "gemarkeerd.xlsx"), "REPORT": str(report)}
    runs = [
        ("importexcel", {**plans, "INPUT": good}),
        ("importexcel", {**plans, "INPUT": bad, **marked}),
        ("exportexcel", {**plans, "OUTPUT": "uit.xlsx"}),
    ]
    imported, refused, exported = run_without("openpyxl", runs, tmp_path)["tried"]
    assert imported[0], imported
    assert not refused[0] and not exported[0]
    assert "openpyxl" in exported[1]
    assert not (tmp_path / "gemarkeerd.xlsx").exists()
    told = html.unescape(report.read_text(encoding="utf8"))
    assert "'drie' onder 'Bouw' is geen getal." in told
    assert "De gemarkeerde kopie is niet gemaakt. De Python-bibliotheek 'openpyxl' ontbreekt." in told


def workbook(path, number):
    """Our template with one plan that has that number of dwellings."""
    import openpyxl

    from diwi_qgis.exchange.excel.layout import FIRST_DATA_ROW, HEADER_ROW
    from diwi_qgis.exchange.excel.template import write_template

    write_template(path)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    cells = {
        "Identificatie nr": 1, "Naam": "Waterkant", "Vertrouwelijkheid": "Openbaar", "Project status": "Actief",
        "Start project": date(2024, 1, 1), "Eind project": date(2030, 12, 31), "Bouw": number,
    }  # fmt: skip
    for header in sheet[HEADER_ROW]:
        if header.value in cells:
            sheet.cell(FIRST_DATA_ROW, header.column).value = cells[header.value]
    book.save(path)
    return str(path)
