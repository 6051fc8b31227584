"""What the stories share: the window, a register, the mouse, the camera. Runs inside QGIS."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest
from qgis.core import QgsPointXY, QgsProject
from qgis.PyQt.QtCore import QPoint, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QMessageBox, QWidget
from qgis.utils import iface as qgis_interface
from qgis.utils import plugins

OUTPUT = Path(os.environ["DIWI_OUTPUT"])
sys.path.insert(0, str(Path(os.environ["DIWI_ROOT"]) / "scripts"))


class Here:
    """Runs algorithms in this QGIS: stands in for the `qgis_process` of scripts/qgis_runner.py."""

    def run(self, algorithm: str, **parameters: object):
        import processing
        from qgis.core import QgsProcessingException
        from qgis_runner import AlgorithmError

        given = {name: str(value) if isinstance(value, Path) else value for name, value in parameters.items()}
        try:
            return processing.run(f"diwi:{algorithm}", {name: value for name, value in given.items() if value}), ""
        except QgsProcessingException as error:
            raise AlgorithmError(str(error)) from error


@pytest.fixture(scope="session")
def _duinvoorde():
    """The filled register of the demo, with its QGIS project."""
    import argparse

    import demo_data

    from demo import Demo

    folder = OUTPUT / "duinvoorde"
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "out").mkdir(parents=True)
    place = argparse.Namespace(
        gemeentecode=demo_data.GEMEENTECODE,
        gemeente=demo_data.GEMEENTE,
        provincie=demo_data.PROVINCIE,
        regio=demo_data.REGIO,
        peildatum=demo_data.PEILDATUM,
    )
    demo = Demo(Here(), folder / "input", folder / "out", place)
    demo.fill_fictional()
    demo.check()
    demo.make_project()
    return demo.register


@pytest.fixture
def register(_duinvoorde, tmp_path):
    """Path of a fresh copy of the register of Duinvoorde."""
    path = tmp_path / "duinvoorde.gpkg"
    shutil.copyfile(_duinvoorde, path)
    return path


@pytest.fixture
def opened(register):
    """The register, with its project open in the window."""
    from diwi_qgis.workspace.opening import open_workspace

    assert open_workspace(register)
    settle(200)
    return register


@pytest.fixture
def iface():
    return qgis_interface


@pytest.fixture
def plugin():
    return plugins["diwi_qgis"]


@pytest.fixture
def find():
    """A widget or action of the window by its object name; fails when it is not there."""

    def look(kind, name):
        found = qgis_interface.mainWindow().findChild(kind, name)
        assert found is not None, f"no {kind.__name__} '{name}'"
        return found

    return look


@pytest.fixture(autouse=True)
def empty_project():
    """Each story starts with an empty project, and leaves one."""
    qgis_interface.newProject(False)
    yield
    for layer in QgsProject.instance().mapLayers().values():
        if hasattr(layer, "rollBack") and layer.isEditable():
            layer.rollBack()
    canvas = qgis_interface.mapCanvas()
    canvas.unsetMapTool(canvas.mapTool())
    qgis_interface.messageBar().clearWidgets()
    qgis_interface.newProject(False)
    QApplication.processEvents()


@pytest.fixture
def shoot():
    """Takes a picture of the whole window: build/desktop/<name>.png."""

    def take(name: str) -> None:
        settle()
        assert QApplication.primaryScreen().grabWindow(0).save(str(OUTPUT / f"{name}.png"))

    return take


def settle(milliseconds: int = 50) -> None:
    """Let the window catch up, the map drawn."""
    QTest.qWait(milliseconds)
    qgis_interface.mapCanvas().waitWhileRendering()
    QApplication.processEvents()


class Mouse:
    """Clicks and drags where a user would: on a widget, or on the map at a coordinate."""

    def on(self, widget: QWidget) -> None:
        """Click a button or any widget in its middle."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def on_action(self, toolbar, action) -> None:
        """Click the button of an action in a toolbar."""
        self.on(toolbar.widgetForAction(action))

    def _place(self, x: float, y: float) -> QPoint:
        point = qgis_interface.mapCanvas().getCoordinateTransform().transform(QgsPointXY(x, y))
        return QPoint(round(point.x()), round(point.y()))

    def map(self, x: float, y: float, button=Qt.MouseButton.LeftButton, keys=Qt.KeyboardModifier.NoModifier) -> None:
        """Click the map at an RD coordinate."""
        place, target = self._place(x, y), qgis_interface.mapCanvas().viewport()
        QTest.mouseMove(target, place)
        QTest.mouseClick(target, button, keys, place)
        settle(20)

    def drag(self, points, keys=Qt.KeyboardModifier.NoModifier) -> None:
        """Drag over the map along RD coordinates."""
        target = qgis_interface.mapCanvas().viewport()
        places = [self._place(*point) for point in points]
        QTest.mousePress(target, Qt.MouseButton.LeftButton, keys, places[0])
        for place in places[1:]:
            QTest.mouseMove(target, place)
            QTest.qWait(10)
        QTest.mouseRelease(target, Qt.MouseButton.LeftButton, keys, places[-1])
        settle(20)


@pytest.fixture
def mouse():
    return Mouse()


@pytest.fixture
def answer():
    """Answers the next modal dialog: `answer(function)` is called with the dialog as soon as it is there."""
    timers = []

    def when_asked(act, patience: int = 8000):
        left = [patience]

        def look():
            dialog = QApplication.activeModalWidget()
            left[0] -= 100
            if dialog is not None:
                act(dialog)
            elif left[0] > 0:
                again()

        def again():
            timer = QTimer()
            timer.setSingleShot(True)
            timer.timeout.connect(look)
            timer.start(100)
            timers.append(timer)

        again()

    yield when_asked
    for timer in timers:
        timer.stop()


def press(button):
    """For `answer`: press a standard button of a message box."""

    def act(box: QMessageBox):
        QTest.mouseClick(box.button(button), Qt.MouseButton.LeftButton)

    return act
