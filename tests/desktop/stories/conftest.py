"""What the stories share: the window, a register, the mouse, the camera. Runs inside QGIS."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest
from qgis.core import QgsMapLayerType, QgsPointXY, QgsProject
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QMessageBox, QWidget
from qgis.utils import iface as qgis_interface
from qgis.utils import plugins

OUTPUT = Path(os.environ["DIWI_OUTPUT"])
#: Milliseconds that no story needs.
PATIENCE = 40_000
for place in ("scripts", "tests", "tests/gui", "tests/sources"):
    sys.path.insert(0, str(Path(os.environ["DIWI_ROOT"]) / place))


@pytest.fixture(scope="session")
def _duinvoorde():
    """The filled register of the demo, with its QGIS project."""
    from demo_inside import make_duinvoorde

    return make_duinvoorde(OUTPUT / "duinvoorde")


@pytest.fixture
def register(_duinvoorde, tmp_path):
    """Path of a fresh copy of the register of Duinvoorde."""
    path = tmp_path / "duinvoorde.gpkg"
    shutil.copyfile(_duinvoorde, path)
    return path


@pytest.fixture
def opened(register):
    """The register, with its project open in the window."""
    return show_register(register)


@pytest.fixture(scope="session")
def _doesburg(_duinvoorde, tmp_path_factory):
    """The same plans on the real parcels of Doesburg (see `doesburg`)."""
    import doesburg

    cases = Path(os.environ.get("DIWI_CASES", Path(os.environ["DIWI_ROOT"]).parent / "shared" / "cases"))
    ground = cases / "geodata" / "doesburg.gpkg"
    if not ground.is_file():
        pytest.skip(f"real data not present: {ground}")
    path = tmp_path_factory.mktemp("doesburg") / "doesburg.gpkg"
    doesburg.build(ground, path, _duinvoorde)
    return path


@pytest.fixture(params=["duinvoorde", "doesburg"])
def town(request, tmp_path):
    """A fresh copy of the register of either town, with its project open: the stories that touch the map are told in both."""
    path = tmp_path / f"{request.param}.gpkg"
    shutil.copyfile(request.getfixturevalue(f"_{request.param}"), path)
    return show_register(path)


def show_register(path):
    """Open the project of a register, the background maps off: no server answers here, and drawing would wait for it."""
    from diwi_qgis.workspace.opening import open_workspace

    assert open_workspace(path)
    for node in QgsProject.instance().layerTreeRoot().findLayers():
        if node.layer() is not None and node.layer().type() == QgsMapLayerType.RasterLayer:
            node.setItemVisibilityChecked(False)
    settle(200)
    return path


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
def nothing_fails_unseen(monkeypatch):
    """An error in what a signal calls stops in QGIS, which shows it to the user and goes on; here it fails the story."""
    errors = []
    shown = sys.excepthook

    def note(kind, error, trace):
        errors.append(error)
        shown(kind, error, trace)

    monkeypatch.setattr(sys, "excepthook", note)
    yield
    if errors:
        raise errors[0]


@pytest.fixture(autouse=True)
def empty_project():
    """Each story starts with an empty project, and leaves one; keys go to the window."""
    qgis_interface.newProject(False)
    qgis_interface.mainWindow().activateWindow()
    QTest.qWaitForWindowActive(qgis_interface.mainWindow())
    watch = QTimer()
    watch.timeout.connect(close_what_waits)
    watch.start(PATIENCE)
    yield
    watch.stop()
    close_what_waits()
    for layer in QgsProject.instance().mapLayers().values():
        if hasattr(layer, "rollBack") and layer.isEditable():
            layer.rollBack()
    canvas = qgis_interface.mapCanvas()
    canvas.unsetMapTool(canvas.mapTool())
    qgis_interface.messageBar().clearWidgets()
    qgis_interface.newProject(False)
    QApplication.processEvents()


def close_what_waits() -> None:
    """Close menus and dialogs: what a story that failed leaves open would hold the window for ever."""
    for _ in range(10):
        left = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if left is None:
            return
        left.close()
        QTest.qWait(50)


@pytest.fixture
def shoot(request):
    """Takes a picture of the whole window: build/desktop/<name>.png; told of a town, that stands behind the name."""
    told = getattr(request.node, "callspec", None)
    town = f"_{told.params['town']}" if told and "town" in told.params else ""

    def take(name: str) -> None:
        settle()
        assert QApplication.primaryScreen().grabWindow(0).save(str(OUTPUT / f"{name}{town}.png"))

    return take


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    """What there was to see when a story failed: build/desktop/failed_<name>.png."""
    report = (yield).get_result()
    if report.failed and call.when == "call":
        QApplication.primaryScreen().grabWindow(0).save(str(OUTPUT / f"failed_{item.name}.png"))


def settle(milliseconds: int = 50) -> None:
    """Let the window catch up, the map drawn."""
    QTest.qWait(milliseconds)
    qgis_interface.mapCanvas().waitWhileRendering()
    QApplication.processEvents()


@pytest.fixture
def no_request(opened):
    """From here on nothing asks the network: the background maps are off, and whoever asks all the same is named."""
    from qgis.core import QgsNetworkAccessManager

    asked = []
    network = QgsNetworkAccessManager.instance()

    def note(request):
        asked.append(request.request().url().toString())

    network.requestAboutToBeCreated[type_of_request()].connect(note)
    yield asked
    network.requestAboutToBeCreated[type_of_request()].disconnect(note)
    assert asked == []


def type_of_request():
    """QGIS tells of a request twice, in two forms; this is the one with its address."""
    from qgis.core import QgsNetworkRequestParameters

    return QgsNetworkRequestParameters


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

    def hover(self, x: float, y: float) -> None:
        """Hold the mouse still over an RD coordinate for a moment."""
        QTest.mouseMove(qgis_interface.mapCanvas().viewport(), self._place(x, y))
        settle(400)

    def drag(self, points, keys=Qt.KeyboardModifier.NoModifier) -> None:
        """Drag over the map along RD coordinates."""
        target, left = qgis_interface.mapCanvas().viewport(), Qt.MouseButton.LeftButton
        places = [self._place(*point) for point in points]
        QTest.mousePress(target, left, keys, places[0])
        for place in places[1:]:
            # QTest.mouseMove of Qt 5 does not tell which buttons are down
            move = QMouseEvent(QEvent.Type.MouseMove, QPointF(place), Qt.MouseButton.NoButton, left, keys)
            QApplication.sendEvent(target, move)
            QTest.qWait(10)
        QTest.mouseRelease(target, left, keys, places[-1])
        settle(20)

    def outline(self, points) -> None:
        """Click along RD coordinates; the second mouse button ends it."""
        for point in points:
            self.map(*point)
        self.map(*points[-1], Qt.MouseButton.RightButton)


@pytest.fixture
def mouse():
    return Mouse()


@pytest.fixture
def answer():
    """Answers the next modal dialog: `answer(function)` is called with the dialog as soon as it is there."""
    timers, failures = [], []

    def when_asked(act, patience: int = 8000):
        left = [patience]

        def look():
            dialog = QApplication.activeModalWidget()
            left[0] -= 100
            if dialog is not None:
                try:
                    act(dialog)
                except BaseException as error:  # out of a slot QGIS would show it in a dialog, and wait
                    failures.append(error)
                    dialog.done(0)
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
    if failures:
        raise failures[0]


def press(button):
    """For `answer`: press a standard button of a message box."""

    def act(box: QMessageBox):
        QTest.mouseClick(box.button(button), Qt.MouseButton.LeftButton)

    return act
