"""Starting the plugin is light and quiet: no heavy library, no network, nothing left after unloading."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
IDS = {
    "createregister", "upgraderegister", "copyregister", "backupregister", "restoreregister",
    "registerasof", "comparemoments", "restoreplan", "pseudonymise", "setuser", "setgroup", "setowners", "takefieldcopy", "mergefieldcopy", "createworkspace", "writetemplate", "importexcel", "importgeojson", "loadparcels", "loadbuildings",
    "loadboundaries", "fetchparcels", "fetchbuildings", "fetchboundaries", "relinkparcels", "planfromparcels", "snapplanstoparcels", "checkquality", "deliverzuidholland",
    "delivergelderland", "exportgeojson", "exportexcel", "factsheets", "exportdefinitions", "importdefinitions",
}  # fmt: skip

PROGRAM = """
import json, socket, sys
sys.path.insert(0, {root!r})
from qgis.core import QgsApplication, QgsNetworkAccessManager
application = QgsApplication([], False)
application.initQgis()
requests = []
QgsNetworkAccessManager.instance().requestAboutToBeCreated.connect(lambda parameters: requests.append("qgis"))
connect = socket.socket.connect
socket.socket.connect = lambda self, address: requests.append(str(address)) or connect(self, address)
before = set(sys.modules)
import diwi_qgis
plugin = diwi_qgis.classFactory(None)
plugin.initProcessing()
provider = QgsApplication.processingRegistry().providerById("diwi")
ids = sorted(algorithm.name() for algorithm in provider.algorithms())
loaded = sorted({{name.split(".")[0] for name in set(sys.modules) - before}})
texts = [algorithm.shortHelpString() for algorithm in provider.algorithms()]
application.processEvents()
plugin.unload()
gone = QgsApplication.processingRegistry().providerById("diwi") is None
print("RESULT " + json.dumps(dict(ids=ids, loaded=loaded, requests=requests, gone=gone, helps=texts)))
sys.stdout.flush()
del provider, plugin
application.exitQgis()
"""


@pytest.fixture(scope="module")
def start():
    """What a fresh QGIS without a window reports of loading and unloading the plugin."""
    program = PROGRAM.format(root=str(ROOT))
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=False)
    line = next((line for line in done.stdout.splitlines() if line.startswith("RESULT ")), None)
    assert line, done.stderr
    return json.loads(line[7:])


def test_every_algorithm_of_the_design_is_there_with_a_help_text(start):
    assert set(start["ids"]) == IDS
    assert all(len(text) > 40 for text in start["helps"])


def test_nothing_heavy_is_loaded(start):
    heavy = {"pandas", "geopandas", "matplotlib", "shapely", "openpyxl", "jinja2", "requests", "scipy"}
    assert heavy & set(start["loaded"]) == set()


def test_no_network_request_is_made(start):
    assert start["requests"] == []


def test_unloading_takes_the_provider_away(start):
    assert start["gone"]
