"""A real window for the parts: main window, map canvas, message bar and locator of QGIS, without QGIS' own menus."""

from __future__ import annotations

import sys

import pytest


@pytest.fixture(autouse=True)
def nothing_fails_unseen(monkeypatch):
    """An error in what a signal calls ends the program at once (PyQt, without the hook of a running QGIS); here the test."""
    errors = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: errors.append(error))
    yield
    if errors:
        raise errors[0]


def _starting(parent):
    """What tells that QGIS has started."""
    from qgis.PyQt.QtCore import QObject, pyqtSignal

    class Starting(QObject):
        completed = pyqtSignal()

    return Starting(parent)


class Desk:
    """What `iface` gives to a plugin, of real widgets."""

    def __init__(self):
        from qgis.core import QgsLocator, QgsProject
        from qgis.gui import QgsAdvancedDigitizingDockWidget, QgsLayerTreeMapCanvasBridge, QgsMapCanvas, QgsMessageBar
        from qgis.PyQt.QtWidgets import QMainWindow, QMenu, QVBoxLayout, QWidget

        self.window = QMainWindow()
        self.window.resize(1366, 768)
        self.canvas = QgsMapCanvas()
        self.cad = QgsAdvancedDigitizingDockWidget(self.canvas, self.window)
        self.cad.hide()
        self.bar = QgsMessageBar()
        middle = QWidget()
        layout = QVBoxLayout(middle)
        layout.addWidget(self.bar)
        layout.addWidget(self.canvas)
        self.window.setCentralWidget(middle)
        self._plugins = QMenu("Plugins", self.window)
        self.window.menuBar().addMenu(self._plugins)
        self.locator = QgsLocator()
        self.bridge = QgsLayerTreeMapCanvasBridge(QgsProject.instance().layerTreeRoot(), self.canvas)
        self._starting = _starting(self.window)
        self.initializationCompleted = self._starting.completed
        self.asked_to_save = 0
        self.may_leave = True

    def mainWindow(self):
        return self.window

    def mapCanvas(self):
        return self.canvas

    def cadDockWidget(self):
        return self.cad

    def setActiveLayer(self, layer):
        self.canvas.setCurrentLayer(layer)

    def messageBar(self):
        return self.bar

    def pluginMenu(self):
        return self._plugins

    def addToolBar(self, toolbar):
        self.window.addToolBar(toolbar)

    def addDockWidget(self, area, dock):
        self.window.addDockWidget(area, dock)
        dock.show()

    def removeDockWidget(self, dock):
        self.window.removeDockWidget(dock)

    def registerLocatorFilter(self, found):
        self.locator.registerFilter(found)

    def deregisterLocatorFilter(self, found):
        self.locator.deregisterFilter(found)

    def vectorLayerTools(self):
        return None

    def newProject(self, ask=False):
        """As QGIS: asks whether edits are to be saved; False when the user would rather stay."""
        from qgis.core import QgsProject

        self.asked_to_save += ask
        if ask and not self.may_leave:
            return False
        QgsProject.instance().clear()
        return True

    def said(self):
        """The texts in the message bar, newest first."""
        return [item.text() for item in self.bar.items()]


@pytest.fixture
def desk(qgis_app):
    from qgis.core import QgsProject
    from qgis.PyQt import sip
    from qgis.PyQt.QtWidgets import QApplication

    QgsProject.instance().clear()
    desk = Desk()
    desk.window.show()
    QApplication.processEvents()
    yield desk
    desk.canvas.unsetMapTool(desk.canvas.mapTool())
    desk.canvas.setLayers([])
    QgsProject.instance().clear()
    sip.delete(desk.bridge)
    sip.delete(desk.window)
    QApplication.processEvents()


@pytest.fixture
def window(desk):
    """Our toolbar and menu in the window, with a session that follows the open project."""
    from qgis.core import QgsProject

    from diwi_qgis.gui.session import RegisterSession
    from diwi_qgis.gui.window import Window

    window = Window(desk, RegisterSession(QgsProject.instance()))
    yield window
    window.remove()
    window.session.stop()


@pytest.fixture
def own_recents(qgis_app):
    """The list of registers that were opened is empty, and afterwards as it was."""
    from qgis.core import QgsSettings

    from diwi_qgis.gui.register.recent import KEY

    before = QgsSettings().value(KEY)
    QgsSettings().remove(KEY)
    yield
    QgsSettings().setValue(KEY, before) if before else QgsSettings().remove(KEY)


@pytest.fixture
def provider(qgis_processing):
    """Our algorithms."""
    from qgis.core import QgsApplication

    from diwi_qgis.processing.provider import DiwiProvider

    registry = QgsApplication.processingRegistry()
    provider = None if registry.providerById("diwi") else DiwiProvider()
    if provider is not None:
        registry.addProvider(provider)
    yield
    if provider is not None:
        registry.removeProvider(provider)


@pytest.fixture
def part(desk, window, provider):
    """The part that opens registers."""
    from qgis.PyQt.QtWidgets import QApplication

    from diwi_qgis.gui.register.part import RegisterPart

    part = RegisterPart(window)
    part.install()
    yield part
    part.remove()
    QApplication.processEvents()
