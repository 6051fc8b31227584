"""The window starts light: nothing heavy, no network, and while QGIS starts only toolbar and menu."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

PROGRAM = """
import json, os, socket, sys
sys.path[:0] = [{root!r}, {root!r} + "/tests/gui"]
sys.path.append("/usr/share/qgis/python/plugins")
from qgis.core import QgsApplication, QgsNetworkAccessManager, QgsSettings
application = QgsApplication([], True)
application.initQgis()
from processing.core.Processing import Processing
Processing.initialize()
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QDockWidget
from conftest import Desk

requests = []
QgsNetworkAccessManager.instance().requestAboutToBeCreated.connect(lambda parameters: requests.append("qgis"))
connect = socket.socket.connect
socket.socket.connect = lambda self, address: requests.append(str(address)) or connect(self, address)
registry = QgsApplication.processingRegistry()
result = dict(loaded=[], requests=requests)

def start(desk):
    known = set(sys.modules)
    import diwi_qgis
    plugin = diwi_qgis.classFactory(desk)
    plugin.initGui()
    result["loaded"] += sorted({{name.split(".")[0] for name in set(sys.modules) - known}})
    return plugin

def stands(desk, name):
    return desk.window.findChild(QObject, name) is not None

# QGIS starts: the window is not there yet
desk = Desk()
plugin = start(desk)
result["early"] = [stands(desk, name) for name in ("diwiToolbar", "diwiPickParcels")] + [bool(registry.providerById("diwi"))]
desk.window.show()
desk.initializationCompleted.emit()
application.processEvents()
result["ready"] = [stands(desk, name) for name in ("diwiToolbar", "diwiPickParcels")] + [bool(registry.providerById("diwi"))]
docks = [dock for dock in desk.window.findChildren(QDockWidget) if dock.objectName().startswith("diwi")]
result["open at first"] = [dock.objectName() for dock in docks if not dock.isHidden()]
result["grey"] = sorted(action.objectName() for action in desk.window.findChildren(QObject) if
    action.metaObject().className() == "QAction" and action.objectName().startswith("diwi") and not action.isEnabled())

# the user opens a dock and closes QGIS; the next start shows it again
docks[-1].show()
QgsSettings().setValue("UI/state", desk.window.saveState())
plugin.unload()
application.processEvents()
desk.initializationCompleted.emit()
desk = Desk()
plugin = start(desk)
desk.window.show()
desk.initializationCompleted.emit()
application.processEvents()
result["opened again"] = [dock.objectName() for dock in desk.window.findChildren(QDockWidget)
    if dock.objectName().startswith("diwi") and not dock.isHidden()] == [docks[-1].objectName()]
plugin.unload()

# unloaded before QGIS had started
desk = Desk()
plugin = start(desk)
plugin.unload()
desk.initializationCompleted.emit()
application.processEvents()
result["unloaded early"] = stands(desk, "diwiPickParcels") or bool(registry.providerById("diwi"))
print("RESULT " + json.dumps(result))
sys.stdout.flush()
os._exit(0)
"""


@pytest.fixture(scope="module")
def start(tmp_path_factory):
    import os

    own = {**os.environ, "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path_factory.mktemp("profile"))}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(root=str(ROOT))],
        capture_output=True, text=True, cwd=ROOT, check=False, env=own,
    )  # fmt: skip
    line = next((line for line in done.stdout.splitlines() if line.startswith("RESULT ")), None)
    assert line, done.stderr[-3000:]
    return json.loads(line[7:])


def test_nothing_heavy_is_loaded_and_nothing_is_asked(start):
    heavy = {"pandas", "geopandas", "matplotlib", "shapely", "openpyxl", "jinja2", "requests", "scipy"}
    assert heavy & set(start["loaded"]) == set() and start["requests"] == []


def test_provider_and_parts_come_when_the_window_is_there(start):
    assert start["early"] == [True, False, False] and start["ready"] == [True, True, True]


def test_docks_are_closed_at_first_and_stay_as_the_user_left_them(start):
    assert start["open at first"] == [] and start["opened again"]


def test_unloading_before_the_window_is_there_leaves_nothing(start):
    assert not start["unloaded early"]


def test_without_a_register_the_tools_are_grey(start):
    assert "diwiPickParcels" in start["grey"]
    assert "diwiOpenRegister" not in start["grey"] and "diwiNewRegisterAction" not in start["grey"]
