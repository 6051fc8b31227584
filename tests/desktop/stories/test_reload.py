"""The plugin goes and comes ten times in the real window, and leaves nothing there."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import qgis.utils
from map_hands import press, wait_for
from qgis.core import QgsApplication, QgsLocator, QgsProject, QgsSettings
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QMetaMethod, QObject
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QApplication, QDockWidget, QToolBar, QWidget

PLUGIN, TIMES, MOST_MEGABYTES = "diwi_qgis", 10, 5
#: The window itself writes these as it goes; all others are ours to leave alone.
OF_THE_WINDOW = ("UI/state", "UI/geometry", "cache/")


def settle():
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QTest.qWait(20)
        gc.collect()


def census(iface, layer):
    """What hangs in the window, and who listens."""
    main, canvas = iface.mainWindow(), iface.mapCanvas()
    ours = sorted(
        thing.objectName() for thing in main.findChildren(QObject) if thing.objectName().lower().startswith("diwi")
    )
    found = {
        "ours": ours,
        "docks": len(main.findChildren(QDockWidget)),
        "toolbars": len(main.findChildren(QToolBar)),
        "widgets": len([one for one in QApplication.allWidgets() if type(one).__module__.startswith(PLUGIN)]),
        "windows": len([one for one in QApplication.topLevelWidgets() if isinstance(one, QWidget) and one.isVisible()]),
        "items on the map": len(canvas.items()),
        "tasks": QgsApplication.taskManager().count(),
        "filters": sorted(one.name() for one in _locator(main).filters()),
        "providers": len(QgsApplication.processingRegistry().providers()),
        "map tool": type(canvas.mapTool()).__name__,
        "snapping": QgsProject.instance().snappingConfig().enabled(),
        "project changed": QgsProject.instance().isDirty(),
        "settings": settings(),
    }
    for kind, thing in (("project", QgsProject.instance()), ("canvas", canvas), ("layer", layer), ("window", iface)):
        found.update({f"{kind}.{name}": number for name, number in listeners(thing).items()})
    return found


def listeners(thing):
    """By signal of an object, whatever it is, how many listen."""
    about = thing.metaObject()
    signals = (about.method(place) for place in range(about.methodCount()))
    names = {bytes(each.name()).decode() for each in signals if each.methodType() == QMetaMethod.MethodType.Signal}
    return {name: thing.receivers(getattr(thing, name)) for name in sorted(names) if hasattr(thing, name)}


def settings():
    """What is kept for the next time, but for what the window keeps by itself."""
    kept = QgsSettings()
    return {key: kept.value(key) for key in kept.allKeys() if not key.startswith(OF_THE_WINDOW)}


def _locator(main):
    found = next(thing for thing in main.findChildren(QObject) if thing.metaObject().className() == "QgsLocator")
    return sip.cast(found, QgsLocator)  # for Python it is any object


def megabytes():
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def come(iface):
    assert qgis.utils.loadPlugin(PLUGIN) and qgis.utils.startPlugin(PLUGIN)
    wait_for(lambda: _pick(iface) is not None and _pick(iface).isEnabled(), "the plugin at work")
    wait_for(lambda: iface.mainWindow().findChild(QToolBar, "diwiToolbar").isVisible(), "the toolbar")
    press("diwiPickParcels")
    QTest.qWait(50)


def _pick(iface):
    return iface.mainWindow().findChild(QAction, "diwiPickParcels")


def go():
    assert qgis.utils.unloadPlugin(PLUGIN)
    settle()


def test_ten_times_away_and_back(opened, iface, shoot):
    layer = qgis.utils.plugins[PLUGIN].session.layer("project")
    go()
    before = census(iface, layer)
    assert before["ours"] == [] and before["widgets"] == 0
    shoot("reload_without")
    try:
        rounds = []
        for times in (3, TIMES, TIMES):
            for _ in range(times):
                come(iface)
                go()
            rounds.append(megabytes())
        assert census(iface, layer) == before
        # the window draws meanwhile, and keeps some of that once: what leaks does so in every round
        grown = min(rounds[1] - rounds[0], rounds[2] - rounds[1])
        assert grown < MOST_MEGABYTES, rounds
    finally:
        come(iface)
        press("diwiPickParcels")
    shoot("reload")
