"""A library that is missing disables the features that need it, with a message that names it; the rest works."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

#: Libraries that some QGIS installations lack, and an algorithm that cannot do without each (None: nothing needs it).
NEEDED_BY = {
    "openpyxl": ("writetemplate", {"OUTPUT": "sjabloon.xlsx"}),
    "shapely": ("checkquality", {"REGISTER": "register.gpkg", "REFERENCE_DATE": "2026-07-01"}),
    "pandas": ("checkquality", {"REGISTER": "register.gpkg", "REFERENCE_DATE": "2026-07-01"}),
    "geopandas": None,
    "matplotlib": None,
    "requests": None,
    "scipy": None,
    "lxml": None,
}

PROGRAM = """
import json, sys
blocked, algorithm, parameters, folder = json.loads(sys.argv[1])
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
tried = run(algorithm, parameters) if algorithm else [True, ""]
print("RESULT " + json.dumps(dict(count=count, made=made, tried=tried)))
sys.stdout.flush()
del registry
plugin.unload()
application.exitQgis()
"""


@pytest.mark.parametrize("library", NEEDED_BY)
def test_a_missing_library_is_named_and_the_rest_works(library, tmp_path):
    algorithm, parameters = NEEDED_BY[library] or ("", {})
    given = json.dumps([library, algorithm, parameters, str(tmp_path)])
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, given],
        capture_output=True, text=True, cwd=ROOT, env=environment, check=False,
    )  # fmt: skip
    line = next((line for line in done.stdout.splitlines() if line.startswith("RESULT ")), None)
    assert line, done.stderr
    result = json.loads(line[7:])
    assert result["count"] == 15
    assert result["made"][0], result["made"]
    if algorithm:
        assert not result["tried"][0]
        assert library in result["tried"][1]
