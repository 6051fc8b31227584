"""Loading and unloading the plugin again and again leaves nothing: no widget, action, listener, band, filter or memory."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TIMES = 10
MOST_MEGABYTES = 5

#: As QGIS reloads a plugin: its modules are forgotten and imported again. A register is open all the while.
PROGRAM = """
import gc, json, os, shutil, sys
sys.path[:0] = [{root!r}, {root!r} + "/tests/gui"]
sys.path.append("/usr/share/qgis/python/plugins")
from pathlib import Path
from qgis.core import QgsApplication, QgsProject
application = QgsApplication([], True)
application.initQgis()
from processing.core.Processing import Processing
Processing.initialize()
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QObject
from conftest import Desk
from pick_world import Hand, fill, lay_out, square

desk, path = Desk(), Path({path!r})
desk.window.show()
desk.canvas.snappingUtils()  # QGIS makes it when it is first asked for; in a full window that was long ago
fill(path, [("Weide", square(4, 4), {{}})])
parcels, plans = lay_out(path, desk, ("perceel", "project"))

def settle():
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        application.processEvents()
        gc.collect()

def census():
    project, canvas = QgsProject.instance(), desk.canvas
    found = {{}}
    for thing in [*desk.window.findChildren(QObject), *application.topLevelWidgets()]:
        name = thing.metaObject().className()
        found[name] = found.get(name, 0) + 1
    listeners = [
        (project, ("layersAdded", "layersRemoved", "layersWillBeRemoved", "cleared", "readProject", "layerWasAdded")),
        (canvas, ("mapToolSet", "extentsChanged", "destinationCrsChanged", "layersChanged", "xyCoordinates")),
        (application, ("focusChanged", "aboutToQuit")),
        *((layer, ("selectionChanged", "afterCommitChanges", "beforeCommitChanges", "featureAdded", "geometryChanged",
                   "editingStarted", "editingStopped", "attributeValueChanged")) for layer in (parcels, plans)),
    ]
    for thing, names in listeners:
        for name in names:
            found[type(thing).__name__ + "." + name] = thing.receivers(getattr(thing, name))
    found["items on the map"] = len(canvas.items())
    found["tasks"] = QgsApplication.taskManager().count()
    found["filters"] = len(desk.locator.filters())
    found["providers"] = len(QgsApplication.processingRegistry().providers())
    found["map tool"] = type(canvas.mapTool()).__name__
    return found

def megabytes():
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20

def load_and_unload():
    import diwi_qgis
    plugin = diwi_qgis.classFactory(desk)
    plugin.initGui()
    pick = desk.window.findChild(QObject, "diwiPickParcels")
    if pick.isEnabled():
        pick.trigger()
        hand = Hand(desk.canvas)
        hand.click(1.5, 1.5)
        hand.move(2.5, 2.5)
        application.processEvents()
    used = desk.window.findChild(QObject, "diwiPickList").count() == 1
    plugin.unload()
    del plugin, pick
    for name in [name for name in sys.modules if name.split(".")[0] == "diwi_qgis"]:
        del sys.modules[name]
    settle()
    return used

settle()
before = census()
used = [load_and_unload() for _ in range(3)]
memory = megabytes()
used += [load_and_unload() for _ in range({times})]
print("RESULT " + json.dumps(dict(before=before, after=census(), grown=megabytes() - memory, used=all(used))))
sys.stdout.flush()
os._exit(0)
"""


@pytest.fixture(scope="module")
def outcome(tmp_path_factory):
    from diwi_qgis.store import create_register

    path = tmp_path_factory.mktemp("reload") / "register.gpkg"
    create_register(path, gemeentecode="9999", gemeente="Testdam", provincie="Zuid-Holland", regio="").close()
    program = PROGRAM.format(root=str(ROOT), path=str(path), times=TIMES)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=False)
    line = next((line for line in done.stdout.splitlines() if line.startswith("RESULT ")), None)
    assert line, done.stderr[-3000:]
    return json.loads(line[7:])


def test_the_plugin_was_really_at_work(outcome):
    assert outcome["used"]


def test_nothing_is_left_in_the_window(outcome):
    assert outcome["after"] == outcome["before"]


def test_memory_does_not_grow(outcome):
    assert outcome["grown"] < MOST_MEGABYTES
